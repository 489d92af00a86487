import { languageByScript } from './language.js';

const EASTERN = /[\u3041-\u9fff\uac00-\ud7a3]/;
/** Characters at the beginning of a paragraph that show whether it is worth a closer look. */
const BEGINNING = 40;
/** Characters of a paragraph, at least, without and with Eastern ones: what is shorter is a name, a heading or a quotation. */
const LEAST = 60;
const LEAST_EASTERN = 20;

/** Paragraphs of a text in another language than the text. */
export interface OtherParagraphs {
  /** By ISO 639, the one of the first of them. */
  readonly language: string;
  readonly count: number;
  /** Paragraphs that are long enough to be judged, those in the language of the text included. */
  readonly of: number;
}

/**
 * The paragraphs of a text that are evidently in another language: in another script, or in plain English. Lines are
 * paragraphs where no line is empty.
 *
 * @param taken what the text is taken for, by ISO 639
 * @returns undefined where there are none
 */
export function otherParagraphs(text: string, taken: string): OtherParagraphs | undefined {
  const paragraphs = text
    .split(/\n[^\S\n]*\n/.test(text) ? /\n[^\S\n]*\n/ : '\n')
    .filter((paragraph) => paragraph.length >= (EASTERN.test(paragraph) ? LEAST_EASTERN : LEAST));
  if (paragraphs.length < 2) return undefined;
  let first: string | undefined;
  let count = 0;
  for (const paragraph of paragraphs) {
    if (hasOwnScript(paragraph, taken)) continue;
    const { language, isOpen } = languageByScript(paragraph);
    const isOther = isOpen ? language !== 'en' && language !== languageByScript(text).language : language !== taken;
    // Japanese may do without kana for a line.
    if (!isOther || (taken === 'ja' && language === 'zh')) continue;
    first ??= language;
    if (language === first) count++;
  }
  return first === undefined ? undefined : { language: first, count, of: paragraphs.length };
}

/** Whether a paragraph begins in the script of the text, which spares a closer look at most. */
function hasOwnScript(paragraph: string, taken: string): boolean {
  const beginning = paragraph.slice(0, BEGINNING);
  if (taken === 'zh') return EASTERN.test(beginning) && !/[\u3041-\u30ff\uac00-\ud7a3]/.test(beginning);
  return taken === 'en' && /[A-Za-z]/.test(beginning) && !EASTERN.test(beginning);
}
