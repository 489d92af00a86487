import type { TokenKind } from '../tokenizer.js';

/** Characters one of which everything here has. */
const SIGNS = /[@#`<&_\\/]|www\.|\.[A-Za-z]{2,4}\b|\(\)|^---/;

/** What may stand in an address; Han characters glued to it do not. */
const ADDRESS = '[\\w\\-.~:/?#\\[\\]@!$&*+,;=%()]';
const DOMAIN = '(?<![\\w.@-])(?:[A-Za-z0-9-]{1,63}\\.){1,5}';
const ENDINGS = 'com|cn|org|net|io|gov|edu|co|me|dev|app|info|cc|tv|uk|de|fr|jp|ly|gl|ai|xyz|top';
const FILES =
  'json|ya?ml|toml|py|cpp|txt|csv|tsv|pdf|docx?|xlsx?|pptx?|exe|dll|html?|css|sh|md|log|xml|jpe?g|png|gif|svg|zip|gz|mp[34]';

/** Bounded repetitions, and starts that no run has twice, keep each of them linear. */
const PATTERNS: readonly (readonly [kind: TokenKind, pattern: string])[] = [
  // Front matter, fenced blocks, inline code, calls, identifiers with underscores.
  ['code', '^---\\r?\\n[^]{0,5000}?\\n---(?=\\r?\\n|$)'],
  ['code', '```[^`]+```'],
  ['code', "`[^`\\n']{1,100}`"],
  ['url', `(?:https?|ftps?|wss?|file|git|ssh|s3|redis|jdbc|postgres(?:ql)?):\\/\\/${ADDRESS}+`],
  ['url', `(?<![A-Za-z0-9.@])[wW]{3}\\.${ADDRESS}+`],
  ['mail', '(?<![\\w.+-])[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,5}'],
  ['url', `${DOMAIN}(?:${ENDINGS})\\/${ADDRESS}*`],
  ['url', '(?<=\\])\\([^()\\s]{1,500}\\)'],
  ['path', '(?<![\\w:/.<~-])(?:~|\\.{1,2})?(?:\\/[\\w.+-]{1,200}){2,20}\\/?'],
  ['path', '(?<![A-Za-z0-9])[A-Za-z]:\\\\[\\w.\\\\-]{1,300}'],
  ['path', `(?<![\\w./-])(?:[\\w-]{1,100}\\/){1,20}[\\w-]{1,100}\\.[A-Za-z]{1,5}(?![\\w])`],
  ['path', `(?<![\\w./-])[\\w-]{1,100}\\.(?:${FILES})(?![\\w])`],
  ['code', '(?<![\\w.])[A-Za-z_$][\\w$]{0,60}(?:\\.[A-Za-z_$][\\w$]{0,60}){0,5}\\(\\)'],
  ['code', '(?<![A-Za-z0-9_])_{0,2}[A-Za-z][A-Za-z0-9]{1,60}(?:_{1,2}[A-Za-z0-9]{2,60}){1,12}_{0,2}(?![A-Za-z0-9_])'],
  ['entity', '&(?:[A-Za-z][A-Za-z0-9]{1,8}|#\\d{1,7}|#x[0-9A-Fa-f]{1,6});'],
  ['entity', '<\\/?[A-Za-z][\\w-]{0,20}(?:\\s[^<>]{0,500}=[^<>]{0,500})?\\s?\\/?>|<!--[^>]{0,300}-->'],
  ['handle', '(?<![\\w@.])@[\\p{L}\\p{N}_-]{2,30}(?![\\p{L}\\p{N}_@-])'],
  ['hashtag', '(?<![A-Za-z0-9&#/])#(?=[^#\\s]{0,39}\\p{Script=Han})[^#\\s，。！？、<>]{1,40}#'],
  ['hashtag', '(?<![\\w&#/])#(?=[\\p{N}_]{0,9}\\p{L})[\\p{L}\\p{M}\\p{N}_]{2,60}(?![\\p{L}\\p{M}\\p{N}_#])'],
];

const MARKS = new RegExp(PATTERNS.map(([, pattern]) => `(${pattern})`).join('|'), 'gu');
/** Signs that end a sentence or open a bracket rather than an address. */
const AFTER = /[.,;:!?)\]*]/;

/** Addresses, paths, code, markup, handles (with their sign) and hashtags (without it), in order. */
export function* marksIn(text: string): Generator<{ start: number; end: number; kind: TokenKind }> {
  if (!SIGNS.test(text)) return;
  for (const match of text.matchAll(MARKS)) {
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
      const closed = match[0].endsWith('#') ? 1 : 0;
      yield { start: match.index + 1, end: match.index + length - closed, kind };
    } else yield { start: match.index, end: match.index + length, kind };
  }
}
