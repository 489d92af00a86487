import { isDeepStrictEqual } from 'node:util';
import { type FrontMatter, frontMatterOf, LONGEST_FRONT_MATTER } from '../../documents/front-matter.js';
import { KeywordError } from '../../errors.js';
import { encodingByMark, withoutMarks } from '../../text/decode-bytes.js';
import { type Properties, TOO_DEEP, UnreadableError, type WriteMode } from './property.js';
import { tagsOf } from './tag-words.js';
import { tomlProperties } from './toml-properties.js';
import { yamlProperties } from './yaml-properties.js';

/** The start of front matter in JSON, which Hugo reads. */
const JSON_FRONT = /^\{\s*"/;
/** Names of properties that keywords can be written to. */
const KEY = /^[A-Za-z_][\w-]*$/;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const readers = { yaml: yamlProperties, toml: tomlProperties };
const marks = { yaml: 'YAML (---)', toml: 'TOML (+++)' };

/** How keywords are written. */
export interface WriteOptions {
  /** What is done where there are keywords already; they stay unless it is said. */
  readonly mode?: WriteMode;
  /** The property that gets the keywords; as `tags` they keep the rules of Obsidian. */
  readonly key?: string;
}

/**
 * A Markdown file with keywords in its front matter; every other byte is as it was. Without front matter one is made;
 * the ends of lines are those of the file.
 *
 * @param source in UTF-8
 * @returns undefined where nothing is to be written: there are keywords that stay, or all of these already
 * @throws KeywordError INVALID_OPTION for a key that is not a name, INVALID_TEXT for a file in UTF-16 or with NUL bytes, and for front matter in JSON or that cannot be read, or written without a change to something else
 */
export function withKeywords(
  source: Uint8Array,
  keywords: readonly string[],
  { mode = 'keep', key = 'keywords' }: WriteOptions = {},
): Uint8Array | undefined {
  checkKey(key);
  const words = isTags(key) ? tagsOf(keywords) : keywords;
  const marked = encodingByMark(source);
  if (marked !== undefined && marked !== 'utf-8') {
    refuse('is in UTF-16; keywords can be written only to UTF-8 files. Convert it first.');
  }
  if (source.includes(0)) refuse('holds NUL bytes, which no text has. Nothing was written.');
  const mark = source.length - withoutMarks(source).length;
  const text = utf8.decode(source.subarray(mark));
  const line = /\r?\n/.exec(text)?.[0] ?? '\n';
  // A second block before one that is too long to be read would hide it.
  const front = frontMatterOf(text, text.length);
  if (!front) {
    if (JSON_FRONT.test(text)) {
      refuse(
        'has front matter in JSON ({), which keywords are not written to; use YAML (---) or TOML (+++). Nothing was written.',
      );
    }
    const made = yamlProperties('', key, line).replaced(words);
    return joined(
      source.subarray(0, mark),
      `---${line}${made}---${line}${text.trim() === '' ? '' : line}`,
      source.subarray(mark),
    );
  }
  if (front.contents.length > LONGEST_FRONT_MATTER) {
    refuse(
      `has front matter of more than ${LONGEST_FRONT_MATTER} characters; if its --- is a rule, write *** instead. Nothing was written.`,
    );
  }
  const start = mark + front.start;
  const bytes = Buffer.from(front.contents);
  const end = start + bytes.length;
  if (!bytes.equals(source.subarray(start, end))) {
    refuse('has front matter that is not UTF-8. Convert the file first. Nothing was written.');
  }
  const contents = edited(front, key, line, mode, words);
  return contents === undefined ? undefined : joined(source.subarray(0, start), contents, source.subarray(end));
}

/** Front matter with words in it. */
function edited(
  { contents, form }: FrontMatter,
  key: string,
  line: string,
  mode: WriteMode,
  words: readonly string[],
): string | undefined {
  let properties: Properties;
  try {
    properties = readers[form](contents, key, line);
  } catch (error) {
    // What is nested in a way that no count of brackets sees takes all of the stack.
    if (!(error instanceof UnreadableError || error instanceof RangeError)) throw error;
    const problem = error instanceof UnreadableError ? error.message : TOO_DEEP;
    return refuse(`has front matter in ${marks[form]} that cannot be read: ${problem}. Nothing was written.`);
  }
  const between = isTags(key) ? /[,\s]+/ : /,/;
  const old = wordsOf(properties.value, between);
  if (old?.length !== 0 && mode === 'keep') return undefined;
  if (old === undefined && mode === 'add') {
    return refuse(`has ${key} in its front matter that are not a list of words. Nothing was written.`);
  }
  // A tag that is C# is the one that would be written C-sharp.
  const fresh = mode === 'add' ? unlike(words, isTags(key) ? [...old!, ...tagsOf(old!)] : old!) : words;
  if (mode === 'add' && fresh.length === 0) return undefined;
  const all = mode === 'add' ? [...old!, ...fresh] : words;
  const written = (mode === 'add' ? properties.added(fresh) : undefined) ?? properties.replaced(all);
  if (!isOnlyChange(properties, () => readers[form](written, key, line), all)) {
    return refuse(
      `has front matter where ${key} cannot be written without a change to something else. Nothing was written.`,
    );
  }
  return written;
}

const isTags = (key: string) => key.toLowerCase() === 'tags';

/**
 * The words that a property has; undefined where it has something else.
 *
 * @param between what parts them where they are written as one text
 */
function wordsOf(value: unknown, between: RegExp): string[] | undefined {
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') {
    return value
      .split(between)
      .map((word) => word.trim())
      .filter(Boolean);
  }
  if (!Array.isArray(value)) return undefined;
  const isWord = (one: unknown) => ['string', 'number', 'boolean', 'bigint'].includes(typeof one) || one === null;
  return value.every(isWord) ? value.filter((one) => one !== null).map(String) : undefined;
}

/** The words that are not among others, in whatever case. */
function unlike(words: readonly string[], others: readonly string[]): string[] {
  const folded = (word: string) => word.normalize('NFC').toLowerCase().replace(/^#/, '');
  const known = new Set(others.map(folded));
  return words.filter((word) => !known.has(folded(word)));
}

/** Whether front matter that was written has the words, and everything else as before. */
function isOnlyChange({ data, path }: Properties, reread: () => Properties, words: readonly string[]): boolean {
  try {
    const now = reread();
    return (
      isDeepStrictEqual(now.path, path) &&
      isDeepStrictEqual(wordsOf(now.value, /,/), words) &&
      isDeepStrictEqual(without(now.data, path), without(data, path))
    );
  } catch {
    return false;
  }
}

function without(data: unknown, [name, ...inner]: readonly string[]): unknown {
  const { [name]: value, ...others } = { ...(data as Record<string, unknown> | null) };
  return inner.length > 0 ? { ...others, [name]: without(value, inner) } : others;
}

/** @throws KeywordError INVALID_OPTION */
function checkKey(key: string): void {
  if (KEY.test(key)) return;
  throw new KeywordError(
    'INVALID_OPTION',
    `frontMatterKey must be the name of a property, of the letters A to Z, digits, _ and -, such as keywords or tags; got ${JSON.stringify(key)}.`,
    { option: 'frontMatterKey' },
  );
}

function refuse(problem: string): never {
  throw new KeywordError('INVALID_TEXT', problem);
}

function joined(before: Uint8Array, contents: string, after: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.concat([before, Buffer.from(contents), after]));
}
