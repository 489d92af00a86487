import { COMMON_LANGUAGES, fitsByWords, hasOtherLetters, SEVERAL, type WordTable, wordsIn } from './common-words.js';
import { ownFunctionWords } from './own-words.js';

/** Share of the best score that is enough for one of them: the detector knows 60 languages, and short texts look like many. */
const ENOUGH = 0.9;
/** Share that is enough for English, in a text without any other letters than A to Z. */
const ENOUGH_ENGLISH = 0.96;
/** Words of a text that is short: a headline. */
const SHORT = 12;
/** Share of its words that a short text has from a language where the detector has it in a smaller one. */
const MOST = 0.49;
/** Share from which on it is the language of a text with a letter of another: English headlines have names (Dvořák). */
const HALF = 0.5;
/**
 * Score that another language needs in such a text if none of its {@link ownFunctionWords} is there: English headlines are full
 * of names from everywhere.
 */
const SURE = 0.7;
/** Letters that Russian has not, or not there: of Ukrainian, Belarusian, Serbian, Macedonian and Bulgarian (ъ before a consonant). */
const NOT_RUSSIAN = /[іїєґўђјљњћџѓќѕ]|ъ(?![еёюя])/giu;
/** Share of the letters from which on a text is not Russian; one such letter is a name that it quotes. */
const LEAST_OTHER = 0.01;
const OTHER_SCRIPT = /[^\P{L}\p{Script=Latin}\p{Script=Cyrillic}]/u;
const ASCII_ONLY = /^[\p{ASCII}\p{P}\p{S}\s]*$/u;

/**
 * The likeliest language of a text by the scores that a detector gives.
 *
 * @param scores by ISO 639, each from 0 to 1
 * @param words by which a short text is told as well
 * @param asked the languages that it may be in, where only these are asked for: then the scores are theirs alone
 * @returns undefined without scores
 */
export function likeliestLanguage(
  text: string,
  scores: Readonly<Record<string, number>>,
  words?: WordTable | undefined,
  asked?: readonly string[] | undefined,
): string | undefined {
  const likeliest = likeliestByScores(text, scores, asked);
  if (!words) return likeliest;
  const [best] = fitsByWords(text, words, scores, asked);
  if (!best) return likeliest;
  if (best.known <= HALF && hasOtherLetters(text)) {
    const others = Object.keys(scores).filter((language) => !words.languages.includes(language));
    return bestOf(others, scores) ?? likeliest;
  }
  const isForeign = likeliest !== undefined && !words.languages.includes(likeliest);
  // Names alone (Toyota unveils hybrid) are in no language.
  const isNamed = likeliest === 'en' && best.known === 0 && wordsIn(text).length >= SEVERAL;
  return isNamed || (isForeign && best.known <= MOST) ? likeliest : best.language;
}

function likeliestByScores(
  text: string,
  scores: Readonly<Record<string, number>>,
  asked: readonly string[] | undefined,
): string | undefined {
  const possible = isNotRussian(text)
    ? Object.keys(scores).filter((language) => language !== 'ru')
    : Object.keys(scores);
  const best = bestOf(possible, scores);
  if (best === undefined) return undefined;
  const common = bestOf(
    COMMON_LANGUAGES.filter((language) => possible.includes(language)),
    scores,
  );
  if (ASCII_ONLY.test(text) && (!asked || asked.includes('en'))) {
    if (scores.en > ENOUGH_ENGLISH * scores[best]) return 'en';
    const words = text.match(/\b[A-Za-z]+\b/g) ?? [];
    const isBare = (language: string) => !words.some((word) => ownFunctionWords[language]?.has(word));
    if (words.length <= SHORT && scores[best] < SURE && isBare(common ?? best)) return 'en';
  }
  return common !== undefined && scores[common] > ENOUGH * scores[best] ? common : best;
}

/** Whether a text has so few words that these have to tell its language, and all of them in letters that the table has. */
export const isShort = (text: string): boolean => !OTHER_SCRIPT.test(text) && wordsIn(text).length <= SHORT;

function isNotRussian(text: string): boolean {
  const others = text.match(NOT_RUSSIAN)?.length ?? 0;
  return others > 1 && others > LEAST_OTHER * text.length;
}

/** The language with the best score, of several the first. */
export function bestOf(languages: readonly string[], scores: Readonly<Record<string, number>>): string | undefined {
  let best: string | undefined;
  for (const language of languages) if (best === undefined || scores[language] > scores[best]) best = language;
  return best;
}
