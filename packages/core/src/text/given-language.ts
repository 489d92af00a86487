import { wordsIn } from './common-words.js';
import { languageByScript, nameWithCode, primaryLanguage } from './language.js';
import { ownFunctionWords } from './own-words.js';
import { countScripts } from './scripts.js';
import { isStopWord, keptStopWords } from './stop-words.js';

/** What letters of scripts are called that several languages share, by the language they are taken for where nothing else tells. */
const LETTERS: Readonly<Record<string, readonly [script: string, name: string]>> = {
  en: ['Latn', 'Latin'],
  ru: ['Cyrl', 'Cyrillic'],
  ar: ['Arab', 'Arabic'],
  hi: ['Deva', 'Devanagari'],
};
/** Languages that are written in two scripts. */
const IN_TWO = new Set(
  'sr bs cnr sh ro mn uz kk ky az ku tg tk tt ug crh kaa be pa ms jv sd ks ha wo ff shi iu nan hak cdo'.split(' '),
);
/** Tags of a text in several languages, or in none. */
const SPECIAL = new Set(['mul', 'zxx']);
/** Scripts that are part of another one, or nearly the same. */
const SAME_SCRIPT: Readonly<Record<string, string>> = { Hant: 'Hans', Hani: 'Hans', Kana: 'Jpan' };
/** Small Latin words, and letters of other scripts, that a text has at least: fewer may be a name. */
const LATIN_WORDS = 2;
const OTHER_LETTERS = 4;

/** Share of function words of a language from which on a text is plainly in it, and how many they are at least. */
const EVIDENT = 0.15;
const SEVERAL = 4;
/** How many times as many of them a text has as of the language that was given, if it is in another one. */
const FAR_MORE = 2;

/**
 * What speaks plainly against the language that was given for a text: that it is in another script, in plain English, or full of the
 * function words of another language.
 *
 * @param lang a BCP 47 tag
 * @returns a sentence; undefined where nothing does
 */
export function againstGiven(text: string, lang: string): string | undefined {
  const given = primaryLanguage(lang);
  const { language, isOpen, sample } = languageByScript(text);
  if ((language === given && !isOpen) || SPECIAL.has(given)) return undefined;
  const { letters, latinWords } = countScripts(sample);
  const others = [...letters].reduce((sum, [script, count]) => sum + (script === 'Latn' ? 0 : count), 0);
  if (language === 'en' ? latinWords < LATIN_WORDS : others < OTHER_LETTERS) return undefined;
  const read = `The text was read as ${nameWithCode(given)}, which was given, but`;
  const advice = ': set lang to its language, or to auto.';
  const likely = scriptOf(lang);
  if (isOpen) {
    const [script, name] = LETTERS[language];
    const other = likely === script ? byFunctionWords(sample, given) : undefined;
    if (other) return `${read} it is plainly in ${nameWithCode(other)}${advice}`;
    return likely === script || IN_TWO.has(given) ? undefined : `${read} it is in ${name} letters${advice}`;
  }
  // Japanese and Korean may be in Han characters alone.
  if (language === 'zh' && (given === 'ja' || given === 'ko')) return undefined;
  // Such as Yiddish for Hebrew; Latin letters alone are no sign of English, its words are.
  if (language !== 'en' && likely === scriptOf(language)) return undefined;
  return `${read} it is plainly in ${nameWithCode(language)}${advice}`;
}

/** The language whose function words a text is full of rather than of those of the language given, where they are known of both. */
function byFunctionWords(text: string, given: string): string | undefined {
  if (given !== 'en' && !ownFunctionWords[given]) return undefined;
  const all = wordsIn(text.toLowerCase());
  // Names have function words of other languages (Los Angeles), and English has some itself (pour).
  const words = given === 'en' ? all.filter((word) => word.length > 1 && !isStopWord(word, keptStopWords)) : all;
  const counts = Object.entries(ownFunctionWords).map(
    ([language, own]) => [language, new Set(words.filter((word) => own.has(word))).size] as const,
  );
  const [language, count] = counts.reduce((most, one) => (one[1] > most[1] ? one : most));
  const ofGiven = counts.find(([one]) => one === given)?.[1] ?? 0;
  const isPlain = count >= SEVERAL && count >= EVIDENT * new Set(all).size && count >= FAR_MORE * ofGiven;
  return isPlain && language !== given ? language : undefined;
}

/** The script that a language is mostly written in, by ISO 15924. */
function scriptOf(tag: string): string | undefined {
  const { script } = new Intl.Locale(tag).maximize();
  return script && (SAME_SCRIPT[script] ?? script);
}
