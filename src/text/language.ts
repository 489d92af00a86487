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
 * The language of a text by its script. Every Han character counts as a word, a Latin word in small letters as one, and one
 * with a capital as half, for Chinese texts take names over as they are (iPhone 16 Pro Max发布); five letters of another
 * script count as a word. Chinese where Han is at least half; else English.
 */
export function detectLanguage(text: string): Language {
  const sample = withoutMarks(text.slice(0, SAMPLE));
  let han = 0;
  /** In tenths. */
  let others = 0;
  /** What the Latin word at hand counts so far: 0 outside one, 10, or 5 with a capital in it. */
  let word = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.codePointAt(i)!;
    const isAscii = isAsciiLetter(code);
    if (isAscii || (code >= 0xc0 && code <= 0x24f)) {
      const weight = isAscii && code < 97 ? 5 : 10;
      if (word === 0) others += word = weight;
      else if (weight < word) {
        others -= 5;
        word = 5;
      }
      continue;
    }
    word = 0;
    if (isCommonHan(code)) han++;
    else if (code >= 0x80) {
      const character = String.fromCodePoint(code);
      if (/\p{Script=Han}/u.test(character)) han++;
      else if (/\p{L}/u.test(character)) others += 2;
      if (code > 0xffff) i++;
    }
  }
  return han > 0 && han * 10 >= others ? 'zh' : 'en';
}
