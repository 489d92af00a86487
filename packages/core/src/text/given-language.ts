import { languageByScript, nameWithCode, primaryLanguage } from './language.js';
import { countScripts } from './scripts.js';

/** What letters of scripts are called that several languages share, by the language they are taken for where nothing else tells. */
const LETTERS: Readonly<Record<string, readonly [script: string, name: string]>> = {
  en: ['Latn', 'Latin'],
  ru: ['Cyrl', 'Cyrillic'],
  ar: ['Arab', 'Arabic'],
  hi: ['Deva', 'Devanagari'],
};
/** Languages that are written in two scripts. */
const IN_TWO = new Set(['sr', 'bs', 'mn', 'uz', 'kk', 'az', 'ku', 'tg', 'tk', 'ug', 'pa', 'ms', 'sd', 'ks']);
/** Tags of a text in several languages, or in none. */
const SPECIAL = new Set(['mul', 'zxx']);
/** Scripts that are part of another one, or nearly the same. */
const SAME_SCRIPT: Readonly<Record<string, string>> = { Hant: 'Hans', Hani: 'Hans', Kana: 'Jpan' };
/** Small Latin words, and letters of other scripts, that a text has at least: fewer may be a name. */
const LATIN_WORDS = 2;
const OTHER_LETTERS = 4;

/**
 * What speaks plainly against the language that was given for a text: that it is in another script, or in plain English.
 *
 * @param lang a BCP 47 tag
 * @returns a sentence; undefined where nothing does
 */
export function againstGiven(text: string, lang: string): string | undefined {
  const given = primaryLanguage(lang);
  const { language, isOpen, sample } = languageByScript(text);
  if (language === given || SPECIAL.has(given)) return undefined;
  const { letters, latinWords } = countScripts(sample);
  const others = [...letters].reduce((sum, [script, count]) => sum + (script === 'Latn' ? 0 : count), 0);
  if (language === 'en' ? latinWords < LATIN_WORDS : others < OTHER_LETTERS) return undefined;
  const read = `The text was read as ${nameWithCode(given)}, which was given, but`;
  const advice = ': set lang to its language, or to auto.';
  const likely = scriptOf(lang);
  if (isOpen) {
    const [script, name] = LETTERS[language];
    return likely === script || IN_TWO.has(given) ? undefined : `${read} it is in ${name} letters${advice}`;
  }
  // Japanese and Korean may be in Han characters alone.
  if (language === 'zh' && (given === 'ja' || given === 'ko')) return undefined;
  // Such as Yiddish for Hebrew; Latin letters alone are no sign of English, its words are.
  if (language !== 'en' && likely === scriptOf(language)) return undefined;
  return `${read} it is plainly in ${nameWithCode(language)}${advice}`;
}

/** The script that a language is mostly written in, by ISO 15924. */
function scriptOf(tag: string): string | undefined {
  const { script } = new Intl.Locale(tag).maximize();
  return script && (SAME_SCRIPT[script] ?? script);
}
