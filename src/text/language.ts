/** Languages that there are constants, stop words and embedded models for. */
export const languages = ['zh', 'en'] as const;

/** A language of {@link languages}. */
export type Language = (typeof languages)[number];

/** Characters looked at: the script shows soon. */
const SAMPLE = 2000;

/**
 * The language of a text by its script: Chinese where at least every fifth letter is Han, for a Chinese text about
 * software may have more Latin letters than Han ones; else English.
 */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han > 0 && han >= letters / 5 ? 'zh' : 'en';
}
