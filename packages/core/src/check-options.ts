import { KeywordError, shortened } from './errors.js';
import type { OptionRow, OptionsOf, ResolvedOf } from './options.js';
import { askedLanguages, primaryLanguage } from './text/language.js';

/**
 * Fills in defaults and checks every value against its row.
 *
 * @throws KeywordError INVALID_OPTION naming the option, the value and what is allowed
 */
export function resolveOptions<G extends Record<string, OptionRow>>(group: G, given: OptionsOf<G>): ResolvedOf<G> {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(group, name)) {
      throw new KeywordError(
        'INVALID_OPTION',
        `There is no option ${quoted(name)}. Options here: ${Object.keys(group).join(', ')}.`,
        { zh: `没有选项 ${quoted(name)}。这里的选项有：${Object.keys(group).join('、')}。` },
      );
    }
  }
  const resolved: Record<string, unknown> = {};
  for (const [name, row] of Object.entries(group)) {
    const value = (given as Record<string, unknown>)[name];
    if (value !== undefined) checkOption(name, row, value);
    const isList = row.type === 'languages' && Array.isArray(value);
    resolved[name] = isList ? value.join(',') : (value ?? row.default);
  }
  return resolved as ResolvedOf<G>;
}

function checkOption(name: string, row: OptionRow, value: unknown): void {
  const reject = (expected: string, zh: string): never => {
    throw new KeywordError('INVALID_OPTION', `${name} must be ${expected}, got ${quoted(value)}.`, {
      option: name,
      zh: `${name}应为${zh}，现为 ${quoted(value)}。`,
    });
  };
  const choices = row.choices?.join(', ');
  switch (row.type) {
    case 'integer':
    case 'number': {
      const fits =
        typeof value === 'number' &&
        (row.type === 'integer' ? Number.isSafeInteger(value) : Number.isFinite(value)) &&
        value >= (row.min ?? Number.NEGATIVE_INFINITY) &&
        value <= (row.max ?? Number.POSITIVE_INFINITY);
      if (!fits) reject(describeRange(row), rangeInChinese(row));
      return;
    }
    case 'boolean':
      if (typeof value !== 'boolean') reject('true or false', ' true 或 false');
      return;
    case 'choice':
      if (!row.choices?.includes(value as string)) reject(`one of ${choices}`, `其中之一：${choices}`);
      return;
    case 'list':
    case 'paths':
      if (!isListOfStrings(value)) reject('a list of strings', '字符串的列表');
      else if (value.length > (row.max ?? Number.POSITIVE_INFINITY))
        reject(`a list of at most ${row.max} items`, `最多 ${row.max} 项的列表`);
      else if (row.choices && !value.every((item) => row.choices!.includes(item)))
        reject(`a list of ${choices}`, `由这些组成的列表：${choices}`);
      return;
    case 'weights':
      // What is in them is checked where they are used, by the terms that there are.
      if (typeof value !== 'string' && (typeof value !== 'object' || value === null || Array.isArray(value)))
        reject(`one of ${choices}, or weights that were fitted`, `其中之一：${choices}，或拟合出的权重`);
      return;
    case 'language':
      if (typeof value !== 'string') reject('a string', '字符串');
      else if (value !== 'auto') primaryLanguage(value);
      return;
    case 'languages':
      askedLanguages(value as string | readonly string[]);
      return;
    case 'string':
      if (typeof value === 'string') return;
      if (row.unit === 'file') reject('the path of a file', '文件的路径');
      else reject('a string', '字符串');
  }
}

/** Frozen lists that have been looked through: with every text that may take longer than the text. */
const lookedThrough = new WeakSet<object>();

function isListOfStrings(value: unknown): value is readonly string[] {
  if (!Array.isArray(value)) return false;
  if (lookedThrough.has(value)) return true;
  // Not by every(), which skips places that have no value.
  for (const item of value) if (typeof item !== 'string') return false;
  if (Object.isFrozen(value)) lookedThrough.add(value);
  return true;
}

/** Characters of a value that a message repeats. */
const REPEATED = 100;

/** A value as JSON for a message, cut where it is long. */
export function quoted(value: unknown): string {
  let json: string;
  try {
    // JSON has no numbers beyond all bounds.
    json = (typeof value === 'number' ? String(value) : JSON.stringify(value)) ?? String(value);
  } catch {
    // Nested too deep, in itself, or of a type that JSON does not have.
    return `a value of type ${typeof value}`;
  }
  return shortened(json, REPEATED);
}

/** "a whole number from 1 to 10", "a number of at least 0", … */
export function describeRange(row: OptionRow): string {
  const kind = row.type === 'integer' ? 'a whole number' : 'a number';
  if (row.min !== undefined && row.max !== undefined) return `${kind} from ${row.min} to ${row.max}`;
  if (row.min !== undefined) return `${kind} of at least ${row.min}`;
  if (row.max !== undefined) return `${kind} of at most ${row.max}`;
  return kind;
}

function rangeInChinese(row: OptionRow): string {
  const kind = row.type === 'integer' ? '整数' : '数';
  if (row.min !== undefined && row.max !== undefined) return ` ${row.min} 至 ${row.max} 的${kind}`;
  if (row.min !== undefined) return `不小于 ${row.min} 的${kind}`;
  if (row.max !== undefined) return `不大于 ${row.max} 的${kind}`;
  return kind;
}
