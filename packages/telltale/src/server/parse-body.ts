import { quoted, resolveOptions } from '@telltale/core/internal/check-options.js';
import { KeywordError } from '@telltale/core/internal/errors.js';
import { extractOptions, type OptionRow, type ResolvedOf } from '@telltale/core/internal/options.js';
import { withoutMarks } from '@telltale/core/internal/text/decode-bytes.js';
import { badRequest } from './problem.js';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Levels of lists and objects in a body; options are lists at most. */
const DEEPEST = 20;

/** Bytes as JSON that is not nested too deeply. Throws an error that says what is wrong with them. */
export function parseJson(bytes: Uint8Array): unknown {
  const value = parseAnyJson(bytes);
  checkDepth(value);
  return value;
}

/** Bytes as JSON, however deep. Throws as {@link parseJson}. */
export function parseAnyJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = utf8.decode(withoutMarks(bytes));
  } catch {
    throw badRequest('The body is not UTF-8.');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    if (isStreamOfLines(text)) {
      throw badRequest(
        'The body is not JSON, but JSON on each line: send it to /v1/keywords or /v1/tags as application/x-ndjson.',
      );
    }
    throw badRequest(`The body is not JSON: ${(error as Error).message}.`);
  }
}

/** Whether what is not JSON begins with a line that is. */
function isStreamOfLines(text: string): boolean {
  const [first, next] = text.trimStart().split('\n', 2);
  try {
    JSON.parse(first);
    return next !== undefined;
  } catch {
    return false;
  }
}

/** What is nested without end could not be written down again. */
export function checkDepth(value: unknown): void {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw badRequest(`The body is nested deeper than ${DEEPEST} levels.`);
    const inner: unknown[] = [];
    for (const one of level) {
      if (typeof one !== 'object' || one === null) continue;
      for (const part of Object.values(one)) if (typeof part === 'object' && part !== null) inner.push(part);
    }
    level = inner;
  }
}

/** A body with the fields that are not options taken out. */
export interface ParsedBody<Field extends string, Options> {
  readonly fields: Readonly<Record<Field, unknown>>;
  readonly options: Options;
}

/**
 * Splits a body into fields and options, which are checked here, once.
 *
 * @param group rows of the options, those of extraction if not given
 *
 * @throws KeywordError INVALID_OPTION
 */
export function splitBody<Field extends string, G extends Record<string, OptionRow> = typeof extractOptions>(
  body: unknown,
  names: readonly Field[],
  group: G = extractOptions as unknown as G,
): ParsedBody<Field, ResolvedOf<G>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest('The body must be a JSON object, like {"text": "…"}.');
  }
  const entries = Object.entries(body);
  const known = [...names, ...Object.keys(group)];
  const [unknown] = entries.find(([name]) => !known.includes(name)) ?? [];
  if (unknown !== undefined) {
    const message = `There is no field ${quoted(unknown)}. Fields here: ${known.join(', ')}.`;
    throw new KeywordError('INVALID_OPTION', message);
  }
  const isField = ([name]: [string, unknown]) => (names as readonly string[]).includes(name);
  const given = Object.fromEntries(entries.filter((entry) => !isField(entry)));
  return {
    fields: Object.fromEntries(entries.filter(isField)) as Record<Field, unknown>,
    options: resolveOptions(group, given as Parameters<typeof resolveOptions<G>>[1]),
  };
}

/** Checks a text and its title against the limit. @throws KeywordError INVALID_TEXT; an error with status 413 */
export function checkText(text: unknown, maxTextLength: number, name = 'text', title = ''): string {
  if (typeof text !== 'string') {
    throw new KeywordError('INVALID_TEXT', `${name} must be a string, got ${describe(text)}.`);
  }
  const length = text.length + title.length;
  if (length > maxTextLength) {
    throw badRequest(`${name} has ${length} characters, more than the ${maxTextLength} allowed.`, 413);
  }
  return text;
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}
