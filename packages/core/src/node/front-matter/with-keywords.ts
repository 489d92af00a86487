import { isDeepStrictEqual } from 'node:util';
import { frontMatterOf, LONGEST_FRONT_MATTER } from '../../documents/front-matter.js';
import { KeywordError } from '../../errors.js';
import { encodingByMark } from '../../text/decode-bytes.js';
import { type Properties, UnreadableError, type WriteMode } from './property.js';
import { tagsOf } from './tag-words.js';
import { tomlProperties } from './toml-properties.js';
import { yamlProperties } from './yaml-properties.js';

/** The start of front matter in JSON, which Hugo reads. */
const JSON_FRONT = /^\{\s*"/;
/** Names of properties that keywords can be written to. */
const KEY = /^[A-Za-z_][\w-]*$/;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
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
 * @throws KeywordError INVALID_OPTION for a key that is no name, INVALID_TEXT for a file in UTF-16, and for front matter in JSON or that cannot be read, or written without a change to something else
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
  const mark = marked ? 3 : 0;
  // One character a byte: places in the characters are places in the file.
  const head = Buffer.from(source.subarray(mark, mark + 2 * LONGEST_FRONT_MATTER)).toString('latin1');
  const line = /\r?\n/.exec(head)?.[0] ?? '\n';
  const front = frontMatterOf(head);
  if (!front) {
    if (JSON_FRONT.test(head)) {
      refuse(
        'has front matter in JSON ({), which keywords are not written to; use YAML (---) or TOML (+++). Nothing was written.',
      );
    }
    const made = yamlProperties('', key, line).replaced(words);
    return joined(
      source.subarray(0, mark),
      `---${line}${made}---${line}${head.trim() === '' ? '' : line}`,
      source.subarray(mark),
    );
  }
  const before = source.subarray(0, mark + front.start);
  const after = source.subarray(mark + front.end);
  const contents = edited(source.subarray(mark + front.start, mark + front.end), front.form, key, line, mode, words);
  return contents === undefined ? undefined : joined(before, contents, after);
}

/** Front matter with words in it. */
function edited(
  bytes: Uint8Array,
  form: 'yaml' | 'toml',
  key: string,
  line: string,
  mode: WriteMode,
  words: readonly string[],
): string | undefined {
  let properties: Properties;
  try {
    properties = readers[form](decoded(bytes), key, line);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return refuse(`has front matter in ${marks[form]} that cannot be read: ${error.message}. Nothing was written.`);
  }
  const between = isTags(key) ? /[,\s]+/ : /,/;
  const old = wordsOf(properties.value, between);
  if (old?.length !== 0 && mode === 'keep') return undefined;
  if (old === undefined && mode === 'add') {
    return refuse(`has ${key} in its front matter that are not a list of words. Nothing was written.`);
  }
  const fresh = mode === 'add' ? unlike(words, old!) : words;
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

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new UnreadableError('it is not UTF-8');
  }
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
