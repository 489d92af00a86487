import { checkText, KeywordError } from '../errors.js';
import { isJapanese } from './japanese-or-chinese.js';
import { marksIn } from './marks.js';
import { countScripts } from './scripts.js';

/** Languages that there are embedded models for, with weights and stop words fitted to them. */
export const languages = ['zh', 'en'] as const;

/** A language of {@link languages}. */
export type Language = (typeof languages)[number];

/** Whether there is an embedded model for a language. */
export const isEmbedded = (language: string): language is Language =>
  (languages as readonly string[]).includes(language);

/** Languages that there is no model for, but vectors of words in the package `@telltale/vectors`. */
export const vectorLanguages = ['de', 'es', 'fr', 'it', 'ja', 'ko', 'nl', 'pl', 'pt', 'ru'] as const;

/** Languages that the package `@telltale/languages` has tables of, by folder; of nearly all it has stop words. */
export const tabledLanguages: Readonly<Record<'frequencies' | 'word-classes' | 'nominatives', readonly string[]>> = {
  frequencies: ['de', 'es', 'fr', 'it', 'ja', 'ko', 'nl', 'pl', 'pt', 'ru'],
  'word-classes': ['es', 'fr', 'it', 'nl', 'pl', 'pt', 'ru'],
  nominatives: ['pl', 'ru'],
};

/** Whether there are vectors of words for a language without a model. */
export const hasVectors = (language: string): boolean => (vectorLanguages as readonly string[]).includes(language);

/** Whether a UTF-16 code unit is one of the common Han characters, nearly all that texts have. */
export const isCommonHan = (code: number) => code >= 0x4e00 && code <= 0x9fff;
/** Whether a UTF-16 code unit is one of A to Z in either case. */
export const isAsciiLetter = (code: number) => (code | 32) >= 97 && (code | 32) <= 122;

/** What is known of the language of a text by its script. */
export interface LanguageGuess {
  /** By ISO 639; of a script that many languages share the one taken where nothing else tells them apart. */
  readonly language: string;
  /** Whether the script leaves other languages, so that a detector is worth its loading. */
  readonly isOpen: boolean;
  /** The text looked at: its beginning, without what is in no language. */
  readonly sample: string;
}

/** Letters of a script other than Latin that count as a word beside Han characters. */
const LETTERS_OF_WORD = 5;
/** Characters looked at: the language shows soon. */
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

/** Scripts of several languages, and the one taken where they cannot be told apart. */
const shared: Readonly<Record<string, string>> = { Latn: 'en', Cyrl: 'ru', Arab: 'ar', Deva: 'hi' };

/** Characters that only Simplified Chinese has, among its commonest. */
export const simplifiedOnly =
  /[这们来说对为时过还没么样问题发现经与从后实开关种应无话车东长门员号级书见头业产动务报议区万亿论证护结构线组统计设备际标准资讯选择权让给听读写买卖价钱货进达连运远边观历厂卫术吗岁钟战华马鸟鱼龙]/g;
/** Words that English has in nearly every sentence and its neighbours have not. */
const ENGLISH = new Set(
  'the and of with this that are from were have has which been their they would its not what how these'.split(' '),
);
const LONGEST_ENGLISH = 5;
/** Share of the words of a text that are such words from which on no detector is asked. */
const EVIDENT = 0.1;
/** Share of letters with accents up to which that holds: a French text with an English paragraph has more. */
const ACCENTS = 0.01;

/**
 * The language of a text by its script. Every Han character, kana and Hangul syllable counts as a word, a Latin word in small
 * letters as one, and one with a capital as half, for Chinese texts take names over as they are (iPhone 16 Pro Max发布):
 * Chinese, Japanese or Korean where these are at least half.
 */
export function languageByScript(text: string): LanguageGuess {
  const { language, script, sample } = readScript(text);
  return { language, isOpen: script in shared && !(script === 'Latn' && isEvidentlyEnglish(sample)), sample };
}

/** The language, and the script that it was told by. */
function readScript(text: string): { language: string; script: string; sample: string } {
  checkText(text);
  const sample = withoutMarks(text.slice(0, SAMPLE)).normalize();
  const { letters, latinWords } = countScripts(sample);
  const [han, kana, hangul] = ['Han', 'Kana', 'Hang'].map((script) => letters.get(script) ?? 0);
  const eastern = han + kana + hangul;
  const others = [...letters.values()].reduce((sum, count) => sum + count, -eastern - (letters.get('Latn') ?? 0));
  if (eastern > 0 && eastern >= latinWords + others / LETTERS_OF_WORD) {
    const language = 2 * hangul >= han + kana ? 'ko' : isJapanese(sample, han, kana) ? 'ja' : 'zh';
    return { language, script: 'Han', sample };
  }
  const [script = 'Latn'] = [...letters].reduce((most, one) => (one[1] > (most[1] ?? 0) ? one : most), ['Latn', 0]);
  const language = script === 'Han' ? 'zh' : script === 'Kana' ? 'ja' : script === 'Hang' ? 'ko' : shared[script];
  return { language: language ?? script, script, sample };
}

function isEvidentlyEnglish(sample: string): boolean {
  const small = `${sample.toLowerCase()} `;
  let words = 0;
  let english = 0;
  let start = -1;
  for (let at = 0; at < small.length; at++) {
    const code = small.charCodeAt(at);
    if (code < 0x80 ? isAsciiLetter(code) : isLetterAt(small, at)) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      words++;
      if (at - start <= LONGEST_ENGLISH && ENGLISH.has(small.slice(start, at))) english++;
      start = -1;
    }
  }
  if (words === 0) return true;
  const accents = sample.match(/[\u00c0-\u024f]/g)?.length ?? 0;
  return english >= 2 && english >= EVIDENT * words && accents <= ACCENTS * sample.length;
}

/** Whether a code unit is of a letter, also the second of two. */
function isLetterAt(text: string, at: number): boolean {
  const isSecond = (text.charCodeAt(at) & 0xfc00) === 0xdc00 && at > 0 && text.codePointAt(at - 1)! > 0xffff;
  return /\p{L}/u.test(String.fromCodePoint(text.codePointAt(isSecond ? at - 1 : at)!));
}

/**
 * The language of a text as far as its script tells: one in Latin letters is taken for English, in Cyrillic for Russian, in
 * Arabic script for Arabic, in Devanagari for Hindi. `languageOfText` tells these apart.
 *
 * @returns by ISO 639: `zh`, `en`, `ja` …
 */
export const detectLanguage = (text: string): string => readScript(text).language;

/** The embedded model that may know the words of a text: of a word alone the script is all that tells. */
export function embeddedLanguage(text: string): Language {
  const { language } = languageByScript(text);
  return isEmbedded(language) ? language : 'en';
}

/**
 * The language whose vectors may know a word: the one that is named, else what its script tells.
 *
 * @param lang a BCP 47 tag, or `auto`
 * @throws KeywordError INVALID_OPTION, also for a language without vectors
 */
export function languageOfWord(word: string, lang = 'auto'): string {
  const named = namedLanguage(lang);
  if (named !== undefined) return languageWithVectors(named);
  const { language } = languageByScript(word);
  return hasVectors(language) ? language : embeddedLanguage(word);
}

/** @throws KeywordError INVALID_OPTION for a language that there are no vectors of words of */
export function languageWithVectors(language: string): string {
  if (isEmbedded(language) || hasVectors(language)) return language;
  throw new KeywordError(
    'INVALID_OPTION',
    `lang is ${nameWithCode(language)}, a language without word vectors; expected auto, ${[...languages, ...vectorLanguages].join(', ')}.`,
    { option: 'lang' },
  );
}

/**
 * What to know of the words that a model has near to one: that it may be of another language, that there are none, or that vectors
 * of a language say less; undefined for plain words of an embedded model or one of your own.
 *
 * @param language of the vectors, or the name of a model
 * @param found how many words are listed
 * @param rival a language that the word may be of as well
 */
export function nearnessNotice(language: string, found: number, rival?: string): string | undefined {
  const sentences = [aboutVectors(language, found)];
  if (rival !== undefined)
    sentences.unshift(
      `The word was looked up as ${nameWithCode(language)}; it may be ${nameWithCode(rival)} as well: set lang.`,
    );
  return sentences.filter(Boolean).join(' ') || undefined;
}

function aboutVectors(language: string, found: number): string | undefined {
  if (!hasVectors(language)) return undefined;
  if (found === 0)
    return `No word of ${nameWithCode(language)} is near enough to this one to be listed. Its vectors come from an encoder of sentences, which knows short words by little but their spelling: try a longer word for the same, or vectors made of texts as the model.`;
  return `Near words in ${nameWithCode(language)} come from an encoder of sentences, not from texts: some are near in spelling alone.`;
}

/** Languages that are read as another one is. */
const aliases: Readonly<Record<string, string>> = { cmn: 'zh', yue: 'zh', nb: 'no', nn: 'no', iw: 'he', in: 'id' };

/**
 * The language of a BCP 47 tag, by ISO 639: `zh` of `zh-Hant-TW`.
 *
 * @throws KeywordError INVALID_OPTION
 */
export function primaryLanguage(tag: string): string {
  try {
    const { language } = new Intl.Locale(tag);
    if (names().of(language)) return aliases[language] ?? language;
  } catch {
    // Said below.
  }
  throw new KeywordError(
    'INVALID_OPTION',
    `lang is ${JSON.stringify(tag.slice(0, 50))}; expected auto or the BCP 47 tag of a language, such as fr, pt-BR or zh-Hant.`,
    { option: 'lang' },
  );
}

/** What an option `lang` may be: a BCP 47 tag, `auto`, or several tags, as a list or separated by commas, of which a text tells. */
export type Lang = string | readonly string[];

/**
 * The languages that an option `lang` leaves to a text, as {@link primaryLanguage} gives them; undefined for `auto`, which leaves all.
 *
 * @throws KeywordError INVALID_OPTION
 */
export function askedLanguages(lang: Lang): readonly string[] | undefined {
  if (lang === 'auto') return undefined;
  const tags: unknown = typeof lang === 'string' ? lang.split(',') : lang;
  // A program without types may give anything.
  if (!Array.isArray(tags) || tags.length === 0 || !tags.every((tag) => typeof tag === 'string')) {
    const got = String(JSON.stringify(lang)).slice(0, 50);
    throw new KeywordError('INVALID_OPTION', `lang must be a string or a list of strings, got ${got}.`, {
      option: 'lang',
      zh: `lang应为字符串或字符串的列表，现为 ${got}。`,
    });
  }
  return [...new Set(tags.map((tag) => primaryLanguage(tag.trim())))];
}

/** The one language that an option `lang` names; undefined where it leaves several to the text. */
export function namedLanguage(lang: Lang): string | undefined {
  const asked = askedLanguages(lang);
  return asked?.length === 1 ? asked[0] : undefined;
}

let known: Intl.DisplayNames | undefined;
function names(): Intl.DisplayNames {
  known ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return known;
}

/** What a language is called in English: `French` for `fr`; the code itself where it has no name. */
export function nameOfLanguage(language: string): string {
  return names().of(language) ?? language;
}

/** A language as messages name it: `French (fr)`. */
export const nameWithCode = (language: string): string => `${nameOfLanguage(language)} (${language})`;
