import { checkText, importFailure } from '../errors.js';
import { rivalByWords, type WordTable, wordsIn } from './common-words.js';
import { isToldByWords, japaneseByWords, rivalInHan } from './han-words.js';
import { sharedHan } from './japanese-or-chinese.js';
import { askedLanguages, type Lang, languageByScript } from './language.js';
import {
  candidatesByScores,
  candidatesByWords,
  candidatesOfHan,
  type LanguageCandidate,
  type LanguageEvidence,
  type LanguageFinding,
  type LanguageReason,
  plainEnglish,
} from './language-candidates.js';
import { likeliestByScript } from './languages-of-scripts.js';
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

/** Single words between commas, most of them with a capital, are names, and in any language: C, C++, Shell, Python, Lisp. */
const LIST = /(?<!\p{L})\p{L}[\p{L}+#-]{0,20}(?:[,.、] ?\p{L}[\p{L}+#-]{0,20}){5,}/gu;
const NAME = /^\p{Lu}/u;
/** What a text with such a list has; asked first, for it takes less time. */
const NAMES = /[,.、] ?\p{Lu}[\p{L}+#-]{0,20}[,.、] ?\p{L}/u;
/** Words that are left beside such a list, at least; of a script that one language alone is written in one is enough. */
const LEFT_OF_LIST = 2;
const TELLING = /[\p{Script=Hangul}\p{Script=Hira}\p{Script=Kana}\p{Script=Han}]/u;

/** A text without a list of names that is most of it; all of it where little else is there. */
function withoutNames(text: string): string {
  const beginning = text.slice(0, BEGINNING);
  if (!NAMES.test(beginning)) return text;
  let names = 0;
  const rest = beginning.replace(LIST, (list) => {
    const items = list.split(/[,.、] ?/);
    if (2 * items.filter((item) => NAME.test(item)).length < items.length) return list;
    names += items.length;
    return ' ';
  });
  const left = names > 0 ? wordsIn(rest).length : 0;
  return left < names && (left >= LEFT_OF_LIST || TELLING.test(rest)) ? rest : text;
}

type Detector = typeof import('eld/extrasmall').eld;

let loading: Promise<Detector> | undefined;
let detector: Detector | undefined;
/** What short texts are told by as well; undefined before the first of them, and without the package that has it. */
let words: WordTable | undefined;
let loadingWords: Promise<WordTable | undefined> | undefined;
/** The same for texts in Han characters that Chinese and Japanese both write. */
let hanWords: WordTable | undefined;

/**
 * The language of a text: the one that is named, or the one detected, where several are named one of these. The detector is loaded when the first text needs it,
 * which one in Chinese or plain English does not; the common words of `@telltale/languages` when the first short text does.
 *
 * @param lang a BCP 47 tag, several, or `auto`
 * @returns by ISO 639
 * @throws KeywordError INVALID_OPTION, INVALID_TEXT; PACKAGE_MISSING without `eld`
 */
export async function languageOfText(text: string, lang: Lang = 'auto'): Promise<string> {
  return (await tellLanguage(text, lang)).language;
}

/** As {@link languageOfText}, with the evidence where there is some. */
export async function tellLanguage(
  text: string,
  lang: Lang = 'auto',
): Promise<{ readonly language: string; readonly evidence?: LanguageEvidence }> {
  checkText(text);
  const asked = askedLanguages(lang);
  if (asked?.length === 1) return { language: asked[0] };
  const told = await evidenceOf(text, asked);
  const { language } = told;
  if (!told.scores && told.japanese === undefined) return { language };
  const found = () => {
    const { reason, candidates } = findingOf(told);
    return { reason, candidates };
  };
  return { language, evidence: { found, rival: () => rivalOf(told) } };
}

/**
 * Detects the language of a text as `languageOfText` does, and says how it was told and how likely others are.
 *
 * @param lang several BCP 47 tags, if it is in one of these; `auto` if it may be in any
 * @throws KeywordError INVALID_OPTION, INVALID_TEXT; PACKAGE_MISSING without `eld`
 * @example
 * const { language, reason, candidates } = await findLanguage('arte moderna', ['it', 'en']);
 */
export async function findLanguage(text: string, lang: Lang = 'auto'): Promise<LanguageFinding> {
  checkText(text);
  return findingOf(await evidenceOf(text, askedLanguages(lang)));
}

function findingOf({ language, paragraph, scores, table, japanese, asked }: Evidence): LanguageFinding {
  const found = (reason: LanguageReason, candidates: readonly LanguageCandidate[]) => ({
    language,
    reason,
    candidates,
  });
  if (!/\p{L}/u.test(paragraph) || asked?.length === 0) return found('nothing', []);
  if (table?.languages.includes(language))
    return found('common words', candidatesByWords(paragraph, table, scores!, language, asked));
  if (scores && Object.keys(scores).length === 0) return found('nothing', []);
  if (scores) return found('detector', candidatesByScores(scores, language));
  if (language === 'en' && asked?.length !== 1) return found('function words', plainEnglish);
  if (japanese !== undefined) return found('common words', candidatesOfHan(japanese));
  return found('script', [{ language, probability: 1 }]);
}

/** What the language of a text was told by. */
interface Evidence {
  readonly language: string;
  readonly paragraph: string;
  /** Of the detector, where the script does not tell. */
  readonly scores?: Readonly<Record<string, number>>;
  /** Of common words, for a short text. */
  readonly table?: WordTable | undefined;
  /** The languages that it may be in, where only some are asked for. */
  readonly asked?: readonly string[] | undefined;
  /** How much likelier Japanese is than Chinese, of a short text in Han characters. */
  readonly japanese?: number;
}

/** What a text shows without anything that has to be loaded; of the languages that are asked for, where only some are. */
function look(text: string, asked?: readonly string[]) {
  const { language, isOpen, sample } = languageByScript(withoutNames(withoutQuotations(text)));
  const start = Math.max(0, sample.search(/\p{L}/u));
  const paragraph = sample.slice(start, start + PARAGRAPH);
  const mayBe = (one: string) => !asked || asked.includes(one);
  const isHan = language === 'zh' && mayBe('zh') && mayBe('ja') && isToldByWords(sample, sharedHan(sample));
  if (!asked || (!isOpen && mayBe(language))) return { language, isOpen, sample, isHan, paragraph, asked };
  const likely = likeliestByScript(sample, asked);
  // Where nothing tells, the first that was asked for is as good as any.
  return { language: likely[0] ?? asked[0], isOpen: likely.length > 1, sample, isHan, paragraph, asked: likely };
}

async function evidenceOf(text: string, asked?: readonly string[]): Promise<Evidence> {
  const seen = look(text, asked);
  if (seen.isHan) hanWords ??= await importHan();
  if (seen.isOpen) {
    loading ??= importDetector();
    // What failed may be tried again: the network may be back.
    loading.catch(() => {
      loading = undefined;
    });
    detector = await loading;
    if (isToldByCommonWords(seen.sample, scoresOf(detector, seen.paragraph, seen.asked))) {
      await commonWords();
    }
  }
  return tell(seen);
}

/** The language of a text by what is loaded. */
function tell({ language, isOpen, isHan, sample, paragraph, asked }: ReturnType<typeof look>): Evidence {
  if (isHan) {
    const japanese = hanWords ? japaneseByWords(sample, hanWords) : -1;
    return { language: japanese > 0 ? 'ja' : 'zh', paragraph, japanese };
  }
  if (!isOpen) return { language, paragraph, asked };
  const scores = scoresOf(detector!, paragraph, asked);
  const table = isToldByCommonWords(sample, scores) ? words : undefined;
  const likeliest = likeliestLanguage(paragraph, scores, table, asked) ?? language;
  const sibling = amongSiblings(paragraph, likeliest);
  return { language: asked && !asked.includes(sibling) ? likeliest : sibling, paragraph, scores, table, asked };
}

/** Whether words tell the language of a text: of a short one, and of Malay and Indonesian, which look the same to the detector. */
const isToldByCommonWords = (sample: string, scores: Readonly<Record<string, number>>) =>
  isShort(sample) || bestOf(Object.keys(scores), scores) === 'ms';

/** A language that a text may be in as well as in the one that it was taken for, where it is too short to tell. */
function rivalOf({ language, table, paragraph, scores, japanese, asked }: Evidence): string | undefined {
  if (japanese !== undefined) return hanWords && rivalInHan(japanese);
  return table && isShort(paragraph) ? rivalByWords(paragraph, table, scores!, language, asked) : undefined;
}

/** The scores of a detector, those of Indonesian with those of Malay; of some languages alone, where only these are asked for. */
function scoresOf(detector: Detector, text: string, asked?: readonly string[]): Readonly<Record<string, number>> {
  const found = detector.detect(text).getScores();
  const scores = found.ms === undefined ? found : { ...found, id: found.ms };
  if (!asked) return scores;
  return Object.fromEntries(asked.filter((one) => scores[one] !== undefined).map((one) => [one, scores[one]]));
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

/** The common words of languages; undefined without the package that has them. */
export function commonWords(): Promise<WordTable | undefined> {
  loadingWords ??= importWords();
  return loadingWords;
}

/** Without the package a short text is told by the detector alone. */
async function importWords(): Promise<WordTable | undefined> {
  try {
    words = await import('@telltale/languages/common-words.js');
  } catch {
    loadingWords = undefined;
  }
  return words;
}
