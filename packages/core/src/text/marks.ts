import { matchesOf } from './matches.js';
import type { TokenKind } from './tokenizer.js';

/** A part of a text that is not a word of a language, in UTF-16 code units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
}

/** Characters one of which everything here has. */
const SIGNS = /[@#`~<&_\\/]|www\.|\.[A-Za-z]{2,4}\b|[a-z\d]\([\w)"'$]|^---/;

/** What may be in an address; Han characters glued to it do not. */
const ADDRESS = '[\\w\\-.~:/?#\\[\\]@!$&*+,;=%()]';
const SCHEME = '(?:https?|ftps?|wss?|file|git|ssh|s3|redis|jdbc|postgres(?:ql)?)';
const DOMAIN = '(?<![\\w.@-])(?:[A-Za-z0-9-]{1,63}\\.){1,5}';
const ENDINGS = 'com|cn|org|net|io|gov|edu|co|me|dev|app|info|cc|tv|uk|de|fr|jp|ly|gl|ai|xyz|top';
const FILES =
  'json|ya?ml|toml|py|cpp|txt|csv|tsv|pdf|docx?|xlsx?|pptx?|exe|dll|html?|css|sh|md|log|xml|jpe?g|png|gif|svg|zip|gz|mp[34]';

/** What a call is given: names, texts between quotes, calls without arguments, and one sign between two. */
const OPERAND = `(?:[\\w$][\\w$.\\[\\]]{0,40}|"[^"\\n]{0,60}"|'[^'\\n]{0,60}')(?:\\([\\w$.]{0,40}\\))?`;
const ARGUMENT = `${OPERAND}(?:\\s?(?:=>|[=+*/<>-])\\s?${OPERAND})?`;
/** Arguments that no words in brackets look like: several, a text, a value by its name, one letter that is not a plural. */
const ARGUMENTS = `(?:${ARGUMENT}(?:,\\s?${ARGUMENT}){1,9}|"[^"\\n]{0,60}"|'[^'\\n]{0,60}'|\\w{1,40}=${OPERAND}|[a-rt-z])`;

/** What is in a hashtag, between hyphens and slashes. */
const IN_TAG = '\\p{L}\\p{M}\\p{N}_';

/** Bounded repetitions, and starts that no run has twice, keep each of them linear. */
const PATTERNS: readonly (readonly [kind: TokenKind, pattern: string])[] = [
  // Front matter, fenced blocks, inline code, calls, identifiers with underscores.
  ['code', '^---\\r?\\n[^]{0,5000}?\\n---(?=\\r?\\n|$)'],
  ['code', '```[^`]+```'],
  ['code', "`[^`\\n']{1,100}`"],
  ['url', `${SCHEME}:\\/\\/${ADDRESS}+`],
  ['url', `(?<![A-Za-z0-9.@])[wW]{3}\\.${ADDRESS}+`],
  ['mail', '(?<![\\w.+-])[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,5}'],
  ['url', `${DOMAIN}(?:${ENDINGS})\\/${ADDRESS}*`],
  ['url', '(?<=\\])\\([^()\\s]{1,500}(?: "[^"\\n]{0,200}")?\\)'],
  ['path', '(?<![\\w:/.<~-])(?:~|\\.{1,2})?(?:\\/[\\w.+-]{1,200}){2,20}\\/?'],
  ['path', '(?<![A-Za-z0-9])[A-Za-z]:\\\\[\\w.\\\\-]{1,300}'],
  ['path', `(?<![\\w./-])(?:[\\w-]{1,100}\\/){1,20}[\\w-]{1,100}\\.[A-Za-z]{1,5}(?![\\w])`],
  ['path', `(?<![\\w./-])[\\w-]{1,100}\\.(?:${FILES})(?![\\w(])`],
  ['code', '(?<![\\w.])[A-Za-z_$][\\w$]{0,60}(?:\\.[A-Za-z_$][\\w$]{0,60}){0,5}\\(\\)'],
  // Calls with arguments: of names that no word looks like, or with arguments that no words in brackets do.
  [
    'code',
    `(?<![\\w.])(?:[a-z]{2,30}(?:[A-Z][a-z0-9]{0,30}){1,6}|[A-Za-z]\\w{0,40}_\\w{1,40}|[A-Za-z_$][\\w$]{0,60}(?:\\.(?!(?:js|net|io|py|ai)\\()[A-Za-z_$][\\w$]{0,60}){1,5})\\((?:${ARGUMENT}(?:,\\s?${ARGUMENT}){0,9})\\)`,
  ],
  ['code', `(?<![\\w.])[a-z][a-z0-9]{2,40}\\(${ARGUMENTS}\\)`],
  ['code', '(?<![A-Za-z0-9_])_{0,2}[A-Za-z][A-Za-z0-9]{1,60}(?:_{1,2}[A-Za-z0-9]{2,60}){1,12}_{0,2}(?![A-Za-z0-9_])'],
  ['entity', '&(?:[A-Za-z][A-Za-z0-9]{1,8}|#\\d{1,7}|#x[0-9A-Fa-f]{1,6});'],
  ['entity', '<\\/?[A-Za-z][\\w-]{0,20}(?:\\s[^<>]{0,500}=[^<>]{0,500})?\\s?\\/?>|<!--[^>]{0,300}-->'],
  // Everybody who reads a chat.
  ['label', '(?<![\\w@.])@(?:所有人|全体成员|全體成員|(?:all|everyone|here|channel)(?![\\p{L}\\p{N}_@-]))'],
  ['handle', '(?<![\\w@.])@[\\p{L}\\p{N}_-]{2,30}(?![\\p{L}\\p{N}_@-])'],
  ['hashtag', '(?<![A-Za-z0-9&#/])#(?=[^#\\s]{0,39}\\p{Script=Han})[^#\\s，。！？、<>]{1,40}#'],
  // Names that end in signs, and what Obsidian takes for a tag; a year may begin it, for #1-rated is none.
  ['hashtag', `(?<![\\w&#/])#[A-Za-z](?:#|\\+\\+)(?![${IN_TAG}#+/-])`],
  [
    'hashtag',
    `(?<![\\w&#/])#(?=(?:\\p{N}{4}[/-])?[\\p{N}_]{0,9}\\p{L})(?=[${IN_TAG}]{2}|[${IN_TAG}][/-][${IN_TAG}])[${IN_TAG}]{1,60}(?:[/-][${IN_TAG}]{1,60}){0,20}(?:\\+\\+)?(?![${IN_TAG}#]|[/-][${IN_TAG}])`,
  ],
];

/** Signs one of which every mark has that {@link isOpaque} says mentions nothing; other texts have hardly any. */
const ADDRESS_SIGNS = new RegExp(
  `@[\\p{L}\\p{N}_-]|&[A-Za-z#]|<[A-Za-z/!]|:\\/\\/|\\]\\(|[wW]{3}\\.|\\.[A-Za-z]{2,4}\\/|\\/[\\w.+-]{1,200}\\/|` +
    `(?<=[A-Za-z]):\\\\|(?<=[\\w-])\\/[\\w-]{1,100}\\.[A-Za-z]|(?<=[\\w-])\\.(?:${FILES})(?!\\w)`,
  'u',
);

/** Whether {@link marksIn} may find what mentions nothing in a text: addresses, paths, handles, markup. Takes a tenth of its time. */
export const mayHaveAddresses = (text: string) => ADDRESS_SIGNS.test(text);

/** A line that opens or closes a fenced block. */
const FENCE = /^[ \t]{0,3}(`{3,}|~{3,})([^\r\n]*)/gm;
/**
 * Where one of them may begin: at no Chinese character, at a word with a sign in it or after it, and within a word only an address.
 * To try each there takes most of the time.
 */
const BEGINNING = `(?=[!-~])(?:(?<![A-Za-z0-9])(?=[^A-Za-z0-9]|[A-Za-z0-9$+-]{1,100}[_.:@/\\\\(])|(?=[^\\w]|${SCHEME}:\\/\\/))`;
const MARKS = new RegExp(`${BEGINNING}(?:${PATTERNS.map(([, pattern]) => `(${pattern})`).join('|')})`, 'gu');
/** Signs that end a sentence or open a bracket rather than an address. */
const AFTER = /[.,;:!?)\]*]/;

/** Code units of a text whose marks are kept: the language of a text is asked, which looks at no more, and then its words. */
const LONGEST_KEPT = 2000;
let kept: { readonly text: string; readonly marks: readonly TextSpan[] } = { text: '', marks: [] };

/** Addresses, paths, code, markup, handles (with their sign) and hashtags (without it), in order. */
export function marksIn(text: string): readonly TextSpan[] {
  if (kept.text === text) return kept.marks;
  const marks = SIGNS.test(text) ? [...findMarks(text)] : [];
  if (text.length <= LONGEST_KEPT) kept = { text, marks };
  return marks;
}

/** Fenced blocks from their first line to their last, in order. One that is never closed is none. */
function* fencesIn(text: string): Generator<{ start: number; end: number }> {
  if (!text.includes('```') && !text.includes('~~~')) return;
  let open: RegExpMatchArray | undefined;
  for (const fence of matchesOf(FENCE, text)) {
    if (!open) {
      // A block may have a language, but no sign: ```code``` is in one line.
      if (!fence[2].includes('`')) open = fence;
    } else if (fence[1].startsWith(open[1]) && fence[2].trim() === '') {
      yield { start: open.index!, end: fence.index + fence[0].length };
      open = undefined;
    }
  }
}

function* findMarks(text: string): Generator<TextSpan> {
  const fences = [...fencesIn(text)];
  let next = 0;
  let past = 0;
  for (const mark of marksOutsideFences(text)) {
    for (; next < fences.length && fences[next].start <= mark.start; past = fences[next++].end) {
      yield { ...fences[next], kind: 'code' };
    }
    if (mark.start >= past) yield mark;
  }
  for (; next < fences.length; next++) yield { ...fences[next], kind: 'code' };
}

function* marksOutsideFences(text: string): Generator<TextSpan> {
  for (const match of matchesOf(MARKS, text)) {
    const kind = PATTERNS[match.findIndex((group, g) => g > 0 && group !== undefined) - 1][0];
    let length = match[0].length;
    if ((kind === 'url' && match[0][0] !== '(') || kind === 'path') {
      let unopened = match[0].split(')').length - match[0].split('(').length;
      while (length > 1 && AFTER.test(match[0][length - 1])) {
        if (match[0][length - 1] === ')' && unopened-- <= 0) break;
        length--;
      }
    }
    if (kind === 'hashtag') {
      const closed = match[0].endsWith('#') && !/^#[A-Za-z]#$/.test(match[0]) ? 1 : 0;
      yield { start: match.index + 1, end: match.index + length - closed, kind };
    } else yield { start: match.index, end: match.index + length, kind };
  }
}
