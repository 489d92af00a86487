import type { Lang } from '../text/language.js';
import { tellLanguage } from '../text/language-of-text.js';
import type { TextModel } from './text-model.js';

/**
 * The model of a text's language, with how that was told where it was not plain.
 *
 * @param lang of the text, a BCP 47 tag, several of which it is one, or `auto`
 * @param modelOf gives the model of a language by ISO 639
 * @throws KeywordError INVALID_OPTION, INVALID_TEXT, PACKAGE_MISSING, and what `modelOf` throws
 */
export async function modelOfText(
  text: string,
  lang: Lang,
  modelOf: (language: string) => Promise<TextModel>,
  tell = tellLanguage,
): Promise<TextModel> {
  const { language, evidence } = await tell(text, lang);
  const model = await modelOf(language);
  return evidence ? { ...model, evidence } : model;
}
