import { marksIn } from './reading/marks.js';

/** Languages that there are constants, stop words and embedded models for. */
export const languages = ['zh', 'en'] as const;

/** A language of {@link languages}. */
export type Language = (typeof languages)[number];

/** Whether a UTF-16 code unit is one of the common Han characters, nearly all that texts have. */
export const isCommonHan = (code: number) => code >= 0x4e00 && code <= 0x9fff;
/** Whether a UTF-16 code unit is one of A to Z in either case. */
export const isAsciiLetter = (code: number) => (code | 32) >= 97 && (code | 32) <= 122;

/** Characters looked at: the script shows soon. */
const SAMPLE = 2000;

/** A text without its addresses, code and markup, which are in no language; all of it where there is nothing else. */
function withoutMarks(text: string): string {
  let rest = '';
  let at = 0;
  for (const { start, end, kind } of marksIn(text)) {
    if (kind === 'hashtag' || kind === 'handle') continue;
    rest += `${text.slice(at, start)} `;
    at = end;
  }
  if (at === 0) return text;
  rest += text.slice(at);
  return /\p{L}/u.test(rest) ? rest : text;
}

/**
 * The language of a text by its script: Chinese where at least every fifth letter is Han, for a Chinese text about
 * software may have more Latin letters than Han ones; else English.
 */
export function detectLanguage(text: string): Language {
  const sample = withoutMarks(text.slice(0, SAMPLE));
  let letters = 0;
  let han = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.codePointAt(i)!;
    if (isCommonHan(code)) {
      letters++;
      han++;
    } else if (code < 0x80) {
      if (isAsciiLetter(code)) letters++;
    } else {
      const character = String.fromCodePoint(code);
      if (/\p{L}/u.test(character)) letters++;
      if (/\p{Script=Han}/u.test(character)) han++;
      if (code > 0xffff) i++;
    }
  }
  return han > 0 && han >= letters / 5 ? 'zh' : 'en';
}
