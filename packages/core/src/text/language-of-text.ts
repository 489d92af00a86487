import { importFailure } from '../errors.js';
import { languageByScript, namedLanguage } from './language.js';
import { likeliestLanguage } from './likely-language.js';

/** The detector knows what a paragraph is in; more characters only take time. */
const PARAGRAPH = 500;

type Detector = typeof import('eld/extrasmall').eld;

let loading: Promise<Detector> | undefined;

/**
 * The language of a text: the one that is named, or the one detected. The detector is loaded when the first text needs it,
 * which one in Chinese or plain English does not.
 *
 * @param lang a BCP 47 tag, or `auto`
 * @returns by ISO 639
 * @throws KeywordError INVALID_OPTION; PACKAGE_MISSING without `eld`
 */
export async function languageOfText(text: string, lang = 'auto'): Promise<string> {
  const named = namedLanguage(lang);
  if (named !== undefined) return named;
  const { language, isOpen, sample } = languageByScript(text);
  if (!isOpen) return language;
  loading ??= importDetector();
  // What failed may be tried again: the network may be back.
  loading.catch(() => {
    loading = undefined;
  });
  const paragraph = sample.slice(0, PARAGRAPH);
  return likeliestLanguage(paragraph, (await loading).detect(paragraph).getScores()) ?? language;
}

async function importDetector(): Promise<Detector> {
  // In a `try`, where bundlers take a package that is missing for optional.
  try {
    return (await import('eld/extrasmall')).eld;
  } catch (cause) {
    throw importFailure(cause, 'eld', { en: 'Telling the language of this text', zh: '判断这段文本的语言' });
  }
}
