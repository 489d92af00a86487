import { KeywordError } from '../errors.js';
import { encodingByMark } from '../text/decode-bytes.js';
import { latin1 } from './document.js';

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
 * @returns undefined where there are keywords already and they are to stay
 * @throws KeywordError INVALID_TEXT for a file in UTF-16, and for front matter in TOML, which is not written
 */
export function withKeywords(
  source: Uint8Array,
  keywords: readonly string[],
  { replace = false }: { readonly replace?: boolean } = {},
): Uint8Array | undefined {
  const marked = encodingByMark(source);
  if (marked !== undefined && marked !== 'utf-8') {
    throw new KeywordError('INVALID_TEXT', 'is in UTF-16; keywords are written to UTF-8 alone. Convert it first.');
  }
  const mark = marked ? 3 : 0;
  // One character a byte: places in the characters are places in the file.
  const head = decodeLatin1(source.subarray(mark, mark + 2 * LONGEST));
  const line = /\r?\n/.exec(head)?.[0] ?? '\n';
  const lines = `keywords:${keywords.length ? '' : ' []'}${line}${keywords.map((word) => `  - ${yamlString(word)}${line}`).join('')}`;
  const front = frontMatterOf(head);
  if (front?.form === 'toml') {
    throw new KeywordError(
      'INVALID_TEXT',
      'has front matter in TOML (+++); keywords are written to YAML (---) alone. Convert it, e.g. hugo convert toYAML.',
    );
  }
  if (!front) return spliced(source, mark, mark, `---${line}${lines}---${line}${head.trim() === '' ? '' : line}`);
  const old = keywordsIn(front.contents);
  if (!old) return spliced(source, mark + front.end, mark + front.end, lines);
  if (!replace) return undefined;
  return spliced(source, mark + front.start + old.start, mark + front.start + old.end, lines);
}

/** Where the keywords of front matter stand: their line, and those below that belong to it. */
function keywordsIn(contents: string): { start: number; end: number } | undefined {
  const key = /^(?:keywords|"keywords"|'keywords')[ \t]*:[^\r\n]*(?:\r?\n|$)/m.exec(contents);
  if (!key) return undefined;
  const start = key.index;
  let end = start + key[0].length;
  // Items of a list may stand at the margin; so may the bracket that ends one.
  const below =
    /[ \t]+\S[^\r\n]*(?:\r?\n|$)|[ \t]*\r?\n(?=[ \t]+\S|-[ \t])|-(?:[ \t][^\r\n]*)?(?:\r?\n|$)|[\]}][^\r\n]*(?:\r?\n|$)/y;
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
