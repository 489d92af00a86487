import { KeywordError } from '../../errors.js';
import type { TextModel } from '../../extract/text-model.js';
import { isEmbedded, type Lang } from '../../text/language.js';
import { languageOfText } from '../../text/language-of-text.js';
import { stopWordsOfLanguage } from './load-neutral-model.js';

/** Models by the stop words that they are used with. */
const known = new WeakMap<TextModel, Map<string, TextModel>>();

/**
 * A model of one's own for a text in a language that it may be of: one that cuts texts in any language (the tokenizer intl)
 * gets the stop words of the text's, and is ranked as texts in it are. Without the packages that have and tell languages it stays as it is.
 *
 * @param lang a BCP 47 tag, several, or `auto`
 */
export async function withStopWordsOf(model: TextModel, text: string, lang: Lang = 'auto'): Promise<TextModel> {
  if (model.tokenizer.description.name !== 'intl' || model.language !== undefined) return model;
  try {
    const language = await languageOfText(text, lang);
    if (isEmbedded(language)) return model;
    const byLanguage = known.get(model) ?? new Map<string, TextModel>();
    known.set(model, byLanguage);
    const stopWords = byLanguage.has(language) ? undefined : stopWordsOfLanguage(language);
    const found = byLanguage.get(language) ?? (stopWords ? { ...model, stopWords, language } : model);
    byLanguage.set(language, found);
    return found;
  } catch (error) {
    if (error instanceof KeywordError && error.code === 'PACKAGE_MISSING') return model;
    throw error;
  }
}
