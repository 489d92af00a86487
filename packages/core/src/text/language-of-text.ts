import { checkText, importFailure } from '../errors.js';
import { rivalByWords, sharesOf, shortTexts, type WordTable, wordsIn } from './common-words.js';
import { isToldByWords, japaneseByWords } from './han-words.js';
import { sharedHan } from './japanese-or-chinese.js';
import { hasVectors, languageByScript, languageOfWord, namedLanguage } from './language.js';
import {
  candidatesByScores,
  candidatesByWords,
  candidatesOfHan,
  type LanguageCandidate,
  type LanguageFinding,
  type LanguageReason,
  plainEnglish,
} from './language-candidates.js';
import { bestOf, isShort, likeliestLanguage } from './likely-language.js';
import { amongSiblings } from './sibling-languages.js';

/** The detector knows what a paragraph is in; more characters only take time. */
const PARAGRAPH = 500;

/** What a text quotes may be in another language than the text. */
const QUOTATION = /«[^«»\n]{2,}»|“[^“”\n]{2,}”|„[^„“”\n]{2,}[“”]|"[^"\n]{2,}"/g;
/** Characters looked at, and words that are left at least, and their share of the text. */
const BEGINNING = 4000;
const LEFT = 5;
const SHARE_LEFT = 0.3;

/** A text without what it quotes; all of it where little else is there. */
function withoutQuotations(text: string): string {
  const rest = text.slice(0, BEGINNING).replace(QUOTATION, ' ');
  return rest.length >= SHARE_LEFT * Math.min(text.length, BEGINNING) && wordsIn(rest).length >= LEFT ? rest : text;
}

type Detector = typeof import('eld/extrasmall').eld;

let loading: Promise<Detector> | undefined;
let detector: Detector | undefined;
/** What short texts are told by as well; undefined before the first of them, and without the package that has it. */
let words: WordTable | undefined;
let loadingWords: Promise<void> | undefined;
/** The same for texts in Han characters that Chinese and Japanese both write. */
let loadingHan: Promise<WordTable | undefined> | undefined;

/**
 * The language of a text: the one that is named, or the one detected. The detector is loaded when the first text needs it,
 * which one in Chinese or plain English does not; the common words of `@telltale/languages` when the first short text does.
 *
 * @param lang a BCP 47 tag, or `auto`
 * @returns by ISO 639
 * @throws KeywordError INVALID_OPTION, INVALID_TEXT; PACKAGE_MISSING without `eld`
 */
export async function languageOfText(text: string, lang = 'auto'): Promise<string> {
  checkText(text);
  return namedLanguage(lang) ?? (await evidenceOf(text)).language;
}

/**
 * Detects the language of a text as `languageOfText` does, and says how it was told and how likely others are.
 *
 * @throws KeywordError INVALID_TEXT; PACKAGE_MISSING without `eld`
 * @example
 * const { language, reason, candidates } = await findLanguage('arte moderna');
 */
export async function findLanguage(text: string): Promise<LanguageFinding> {
  checkText(text);
  const { language, paragraph, scores, table, japanese } = await evidenceOf(text);
  const found = (reason: LanguageReason, candidates: readonly LanguageCandidate[]) => ({
    language,
    reason,
    candidates,
  });
  if (!/\p{L}/u.test(paragraph)) return found('nothing', []);
  if (table?.languages.includes(language))
    return found('common words', candidatesByWords(paragraph, table, scores!, language));
  if (scores && Object.keys(scores).length === 0) return found('nothing', []);
  if (scores) return found('detector', candidatesByScores(scores, language));
  if (language === 'en') return found('function words', plainEnglish);
  if (japanese !== undefined) return found('common words', candidatesOfHan(japanese));
  return found('script', [{ language, probability: 1 }]);
}

/**
 * The language of a text, and what it was told by: where the script does not tell, the scores of the detector, for a short text the words;
 * of one in Han characters how much likelier Japanese is than Chinese.
 */
async function evidenceOf(text: string): Promise<{
  language: string;
  paragraph: string;
  scores?: Readonly<Record<string, number>>;
  table?: WordTable | undefined;
  japanese?: number;
}> {
  const { language, isOpen, sample } = languageByScript(withoutQuotations(text));
  const start = Math.max(0, sample.search(/\p{L}/u));
  const paragraph = sample.slice(start, start + PARAGRAPH);
  if (language === 'zh' && isToldByWords(sample, sharedHan(sample))) {
    loadingHan ??= importHan();
    const table = await loadingHan;
    if (!table) loadingHan = undefined;
    const japanese = table ? japaneseByWords(sample, table) : -1;
    return { language: japanese > 0 ? 'ja' : 'zh', paragraph, japanese };
  }
  if (!isOpen) return { language, paragraph };
  loading ??= importDetector();
  // What failed may be tried again: the network may be back.
  loading.catch(() => {
    loading = undefined;
  });
  detector = await loading;
  const scores = scoresOf(detector, paragraph);
  // The detector knows Malay but not Indonesian, which looks the same to it: words tell them apart, however long the text.
  const isFew = isShort(sample) || bestOf(Object.keys(scores), scores) === 'ms';
  if (isFew) {
    loadingWords ??= importWords();
    await loadingWords;
  }
  const table = isFew ? words : undefined;
  const likeliest = likeliestLanguage(paragraph, scores, table) ?? language;
  return { language: amongSiblings(paragraph, likeliest), paragraph, scores, table };
}

/**
 * The language whose vectors may know a word that is asked for: as `languageOfWord` has it, but that of a word in Latin letters
 * which is plainly of another language than English, and no English word too (Hund).
 *
 * @param lang a BCP 47 tag, or `auto`
 * @throws as `languageOfWord`, and as {@link languageOfText}
 */
export async function languageOfAskedWord(word: string, lang = 'auto'): Promise<string> {
  const byScript = languageOfWord(word, lang);
  if (lang !== 'auto' || !languageByScript(word).isOpen) return byScript;
  const detected = await languageOfText(word);
  const isEnglish = words && sharesOf(word.toLowerCase(), words)[words.languages.indexOf('en')] !== 0;
  const isPlain = words && !isEnglish && shortTexts.rivalOf(word, detected) === undefined;
  return isPlain && hasVectors(detected) ? detected : byScript;
}

/** The scores of a detector, those of Indonesian with those of Malay. */
function scoresOf(detector: Detector, text: string): Readonly<Record<string, number>> {
  const scores = detector.detect(text).getScores();
  return scores.ms === undefined ? scores : { ...scores, id: scores.ms };
}

async function importDetector(): Promise<Detector> {
  // In a `try`, where bundlers take a package that is missing for optional.
  try {
    return (await import('eld/extrasmall')).eld;
  } catch (cause) {
    throw importFailure(cause, 'eld', { en: 'Telling the language of this text', zh: '判断这段文本的语言' });
  }
}

async function importHan(): Promise<WordTable | undefined> {
  try {
    return await import('@telltale/languages/han-words.js');
  } catch {
    return undefined;
  }
}

/** Without the package a short text is told by the detector alone. */
async function importWords(): Promise<void> {
  try {
    const table = await import('@telltale/languages/common-words.js');
    words = table;
    shortTexts.rivalOf = (text, taken) => {
      const { isOpen, sample } = languageByScript(text);
      const isUnsure = isOpen && detector !== undefined && isShort(sample);
      return isUnsure ? rivalByWords(sample, table, scoresOf(detector!, sample), taken) : undefined;
    };
  } catch {
    loadingWords = undefined;
  }
}
