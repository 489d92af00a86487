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

/** Addresses, code and markup: their letters are of no language. */
const NOT_LANGUAGE =
  /(?:https?:\/\/|www\.)[^\s\u2e80-\u9fff\uff00-\uffef]+|[\w.+-]{1,64}@[\w.-]{1,200}|```[\s\S]*?(?:```|$)|`[^`\n]{1,200}`|<[a-z/!][^<>]{0,300}>|&[a-z]{2,8};/gi;
const HAS_SIGN = /:\/\/|www\.|[@`<&]/i;

/**
 * The language of a text by its script, addresses, code and markup left out: Chinese where at least every fifth letter is Han, for a Chinese text about
 * software may have more Latin letters than Han ones; else English.
 */
export function detectLanguage(text: string): Language {
  const start = text.slice(0, 4 * SAMPLE);
  const words = HAS_SIGN.test(start) ? start.replace(NOT_LANGUAGE, ' ') : start;
  // A text that is nothing else is judged as it is.
  const sample = (/\p{L}/u.test(words) ? words : start).slice(0, SAMPLE);
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
