import { wordsIn } from './common-words.js';
import { languageByScript } from './language.js';
import { languageOfText } from './language-of-text.js';
import { marksIn } from './marks.js';

const EASTERN = /[\u3041-\u9fff\uac00-\ud7a3]/g;
/** Characters of a paragraph that is judged, at least, or Eastern ones of it: what is shorter goes with the one before it. */
const LEAST = 60;
const LEAST_EASTERN = 20;
/** Paragraphs that are judged at most: of a book all that is said is that it is in several languages. */
const MOST = 60;
/** Share of a text that a language has, at least: what has less is quoted. */
const SHARE = 0.1;
/** Share of words in small letters that a sentence has. */
const SMALL = 0.3;
/** Characters at the beginning of a paragraph that mostly show its language. */
const BEGINNING = 300;
const HAN = /^.{0,40}\p{Script=Han}/u;
const KANA_OR_HANGUL = /[\u3041-\u30ff\uac00-\ud7a3]/;
const NOT_ASCII = /[^\P{L}a-z]/iu;
/** Two words that English has in nearly every sentence. */
const ENGLISH = /\b(?:the|and|of|is|are|with)\b(?:.|\n)*\b(?:the|and|of|is|are|with|for|to|that)\b/i;

/** What of a text is in one language. */
export interface LanguagePart {
  /** By ISO 639. */
  readonly language: string;
  /** The text with blanks instead of all paragraphs in other languages: every place in it is that in the text. */
  readonly text: string;
}

/**
 * The parts of a text whose paragraphs are in several languages, that of most characters first.
 *
 * @param taken what the whole is taken for, by ISO 639
 * @returns undefined for a text in one language
 */
export async function partsByLanguage(text: string, taken: string): Promise<LanguagePart[] | undefined> {
  const breaks = /\n[^\S\n]*\n/.test(text) ? /\n[^\S\n]*\n/g : /\n/g;
  const ends = [...text.matchAll(breaks)].map(({ index }) => index);
  if (ends.length === 0 || ends.length >= MOST) return undefined;
  const paragraphs: { start: number; end: number; language: string | undefined }[] = [];
  let start = 0;
  for (const end of [...ends, text.length]) {
    const paragraph = text.slice(start, end).trim();
    const isLong = paragraph.length >= LEAST || (paragraph.match(EASTERN)?.length ?? 0) >= LEAST_EASTERN;
    paragraphs.push({ start, end, language: isLong ? await languageOfParagraph(paragraph, taken) : undefined });
    start = end;
  }
  const lengths = new Map<string, number>();
  let before = paragraphs.find(({ language }) => language !== undefined)?.language ?? taken;
  for (const paragraph of paragraphs) {
    before = paragraph.language ??= before;
    lengths.set(before, (lengths.get(before) ?? 0) + paragraph.end - paragraph.start);
  }
  const languages = [...lengths].filter(([, length]) => length >= SHARE * text.length).sort((a, b) => b[1] - a[1]);
  if (languages.length < 2) return undefined;
  return languages.map(([language]) => ({
    language,
    text: paragraphs
      .map(({ start, end, language: own }) =>
        own === language ? text.slice(start, end) : text.slice(start, end).replace(/[^\n]/g, ' '),
      )
      .join(''),
  }));
}

/** Undefined for names alone, code and markup, which are in no language. */
async function languageOfParagraph(paragraph: string, taken: string): Promise<string | undefined> {
  if (isPlainly(taken, paragraph.slice(0, BEGINNING))) return taken;
  const found = await detected(paragraph, taken);
  if (found === taken) return taken;
  let letters = paragraph.length;
  for (const { start, end } of marksIn(paragraph)) letters -= end - start;
  return letters >= LEAST_EASTERN ? found : undefined;
}

/** Whether a paragraph begins as Chinese or English ones do, which spares a closer look at most. */
function isPlainly(taken: string, beginning: string): boolean {
  if (taken === 'zh') return HAN.test(beginning) && !KANA_OR_HANGUL.test(beginning);
  return taken === 'en' && !NOT_ASCII.test(beginning) && ENGLISH.test(beginning);
}

async function detected(paragraph: string, taken: string): Promise<string | undefined> {
  const { language, isOpen } = languageByScript(paragraph);
  if (!isOpen) return taken === 'ja' && language === 'zh' ? 'ja' : language;
  const words = wordsIn(paragraph);
  if (words.filter((word) => word === word.toLowerCase()).length < SMALL * words.length) return undefined;
  return languageOfText(paragraph);
}
