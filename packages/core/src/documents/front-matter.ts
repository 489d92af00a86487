import { KeywordError } from '../errors.js';
import { encodingByMark } from '../text/decode-bytes.js';
import { latin1 } from './document.js';
import { topKeys } from './toml-keys.js';

/** What stands between --- (YAML) or +++ (TOML) at the start of a Markdown file. */
export interface FrontMatter {
  readonly form: 'yaml' | 'toml';
  /** Between its first and its last line. */
  readonly contents: string;
  /** Where its contents begin and end. */
  readonly start: number;
  readonly end: number;
  /** Where the text begins after it. */
  readonly after: number;
}

/** Longest front matter, in characters. */
const LONGEST = 100_000;

/** The start of front matter in JSON, which Hugo reads. */
const JSON_FRONT = /^\{\s*"/;
/** A key without keywords, as templates have it. */
const EMPTY = /^["']?[\w-]+["']?[ \t]*[:=][ \t]*(?:\[\s*\]|""|''|null|~)?[ \t]*(?:#[^\r\n]*)?\s*$/;
/** Names of properties that keywords can be written to. */
const KEY = /^[A-Za-z_][\w-]*$/;
/** What Obsidian allows in no tag. */
const NOT_IN_TAG = /[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]+/gu;

/** The front matter that a file begins with; undefined where there is none, or no end of it. */
export function frontMatterOf(source: string): FrontMatter | undefined {
  const first = /^\ufeff?(---|\+\+\+)[ \t]*\r?\n/.exec(source);
  if (!first) return undefined;
  const start = first[0].length;
  const closing = new RegExp(`^${first[1] === '---' ? '(?:---|\\.\\.\\.)' : '\\+\\+\\+'}[ \\t]*(?:\\r?\\n|$)`, 'gm');
  closing.lastIndex = start;
  const last = closing.exec(source.slice(0, start + LONGEST));
  if (!last) return undefined;
  const contents = source.slice(start, last.index);
  // A rule at the start of a text is the same line, but no names stand below it.
  if (contents.trim() !== '' && !/^["'\p{L}_#][^\r\n:=]{0,100}[:=]|^#/mu.test(contents)) return undefined;
  return {
    form: first[1] === '---' ? 'yaml' : 'toml',
    contents,
    start,
    end: last.index,
    after: last.index + last[0].length,
  };
}

/** The title that front matter names. */
export function titleOf({ form, contents }: FrontMatter): string | undefined {
  const found = (form === 'yaml' ? /^title[ \t]*:[ \t]*(.*)$/m : /^title[ \t]*=[ \t]*(.*)$/m).exec(contents);
  if (!found) return undefined;
  const value = found[1].trim();
  if (/^[>|][+-]?\d?$/.test(value)) {
    const below = contents.slice(found.index + found[0].length);
    return /^(?:\r?\n[ \t]+[^\r\n]*)+/.exec(below)?.[0].trim().replace(/\s+/g, ' ') || undefined;
  }
  return scalar(value)?.trim() || undefined;
}

function scalar(value: string): string | undefined {
  const double = /^"((?:[^"\\]|\\.)*)"/.exec(value);
  if (double) {
    try {
      return JSON.parse(`"${double[1]}"`);
    } catch {
      return double[1];
    }
  }
  const single = /^'((?:[^']|'')*)'/.exec(value);
  if (single) return single[1].replaceAll("''", "'");
  return value.replace(/(?:^|\s)#.*$/, '');
}

/**
 * A Markdown file with keywords in its front matter; every other byte is as it was. Without front matter one is made;
 * the ends of lines are those of the file.
 *
 * @param source in UTF-8
 * @param replace whether keywords that are there already give way
 * @param key the property that gets them; as `tags` they keep the rules of Obsidian
 * @returns undefined where there are keywords already and they are to stay
 * @throws KeywordError INVALID_OPTION for a key that is no name, INVALID_TEXT for a file in UTF-16, for front matter in JSON, and for front matter in TOML that cannot be read
 */
export function withKeywords(
  source: Uint8Array,
  keywords: readonly string[],
  { replace = false, key = 'keywords' }: { readonly replace?: boolean; readonly key?: string } = {},
): Uint8Array | undefined {
  checkKey(key);
  const words = key === 'tags' ? tagsOf(keywords) : keywords;
  const marked = encodingByMark(source);
  if (marked !== undefined && marked !== 'utf-8') {
    throw new KeywordError(
      'INVALID_TEXT',
      'is in UTF-16; keywords can be written only to UTF-8 files. Convert it first.',
    );
  }
  const mark = marked ? 3 : 0;
  // One character a byte: places in the characters are places in the file.
  const head = decodeLatin1(source.subarray(mark, mark + 2 * LONGEST));
  const line = /\r?\n/.exec(head)?.[0] ?? '\n';
  const front = frontMatterOf(head);
  if (!front && JSON_FRONT.test(head)) {
    throw new KeywordError(
      'INVALID_TEXT',
      'has front matter in JSON ({), which keywords are not written to; use YAML (---) or TOML (+++). Nothing was written.',
    );
  }
  const lines = front?.form === 'toml' ? tomlLines(key, words, line) : yamlLines(key, words, line);
  if (!front) return spliced(source, mark, mark, `---${line}${lines}---${line}${head.trim() === '' ? '' : line}`);
  const place = (front.form === 'toml' ? placeInToml : placeInYaml)(front.contents, key);
  const isFilled = place.start < place.end && !EMPTY.test(front.contents.slice(place.start, place.end));
  if (isFilled && !replace) return undefined;
  return spliced(source, mark + front.start + place.start, mark + front.start + place.end, lines);
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

/** Keywords as Obsidian takes tags: no blanks, and a sign that is no digit. */
function tagsOf(keywords: readonly string[]): string[] {
  const tags = keywords.map((word) => word.replaceAll(NOT_IN_TAG, '-').replaceAll(/^[-/]+|[-/]+$/g, ''));
  return [...new Set(tags)].filter((tag) => /\P{Nd}/u.test(tag));
}

function yamlLines(key: string, keywords: readonly string[], line: string): string {
  const items = keywords.map((word) => `  - ${yamlString(word)}${line}`).join('');
  return `${key}:${keywords.length ? '' : ' []'}${line}${items}`;
}

function tomlLines(key: string, keywords: readonly string[], line: string): string {
  return `${key} = [${keywords.map((word) => JSON.stringify(word)).join(', ')}]${line}`;
}

/** Where keywords are in front matter, or where they belong: a place of no length. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** @throws KeywordError INVALID_TEXT */
function placeInToml(contents: string, key: string): Place {
  const keys = topKeys(contents);
  if (!keys) {
    throw new KeywordError('INVALID_TEXT', 'has front matter in TOML (+++) that cannot be read; nothing was written.', {
      zh: 'TOML front matter（+++）无法读取；没有写入。',
    });
  }
  if (new RegExp(`^[ \\t]*\\[\\[?[ \\t]*["']?${key}["']?[ \\t]*[.\\]]`, 'm').test(contents)) {
    throw new KeywordError(
      'INVALID_TEXT',
      `has a table [${key}] in its front matter, where keywords cannot be written.`,
      {
        zh: `front matter 里有表 [${key}]，不能把关键词写在那里。`,
      },
    );
  }
  // A key after a table would be one of the table.
  const end = keys.at(-1)?.end ?? 0;
  return keys.find(({ name }) => name === key) ?? { start: end, end };
}

function placeInYaml(contents: string, name: string): Place {
  const key = new RegExp(`^(?:${name}|"${name}"|'${name}')[ \\t]*:[^\\r\\n]*(?:\\r?\\n|$)`, 'm').exec(contents);
  if (!key) return { start: contents.length, end: contents.length };
  const start = key.index;
  let end = start + key[0].length;
  // Items of a list may stand at the margin, and comments before them; so may the bracket that ends one.
  const below =
    /(?:#[^\r\n]*\r?\n)+(?=[ \t]+\S|-[ \t])|[ \t]+\S[^\r\n]*(?:\r?\n|$)|[ \t]*\r?\n(?=[ \t]+\S|-[ \t])|-(?:[ \t][^\r\n]*)?(?:\r?\n|$)|[\]}][^\r\n]*(?:\r?\n|$)/y;
  for (below.lastIndex = end; below.exec(contents); ) end = below.lastIndex;
  return { start, end };
}

function spliced(source: Uint8Array, start: number, end: number, by: string): Uint8Array {
  const bytes = new TextEncoder().encode(by);
  const result = new Uint8Array(source.length - (end - start) + bytes.length);
  result.set(source.subarray(0, start));
  result.set(bytes, start);
  result.set(source.subarray(end), start + bytes.length);
  return result;
}

/** A word as it stands in YAML: plain where nothing in it means something there, else in quotes. */
function yamlString(word: string): string {
  const isPlain =
    /^\p{L}[\p{L}\p{M}\p{N} ._+/-]*$/u.test(word) && !/\s$|^(?:true|false|null|yes|no|on|off|y|n)$/i.test(word);
  return isPlain ? word : JSON.stringify(word);
}

function decodeLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) text += latin1(bytes.subarray(at, at + 4096));
  return text;
}
