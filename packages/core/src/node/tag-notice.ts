import type { Encoder } from '../encoder/encoder.js';
import { hasVectors, isEmbedded, nameOfLanguage, nameWithCode } from '../text/language.js';
import { languageOfText } from '../text/language-of-text.js';
import { vectorFolder } from './platform/package-files.js';

/**
 * What is to be known of the tags of a text that is not in the language of the model of its list: of its words the model
 * knows no meaning.
 *
 * @param model its name; one of your own says no language
 * @param encoder what says instead what is meant
 * @param lang the language of the text, a BCP 47 tag, where it is known
 * @returns undefined where there is nothing to be said
 */
export async function tagNotice(
  model: string,
  encoder: Encoder | undefined,
  text: string,
  lang = 'auto',
): Promise<string | undefined> {
  if (hasVectors(model) && vectorFolder(model) === undefined && !encoder) {
    return `Without vectors of ${nameOfLanguage(model)} words the tags are those that a text says or that were learned, not those that it means: install @telltale/vectors.`;
  }
  if (!(isEmbedded(model) || hasVectors(model)) || text.trim() === '') return undefined;
  const language = await languageOfText(text, lang);
  if (language === model || (encoder && (encoder.languages?.includes(language) ?? true))) return undefined;
  return `The text was read as ${nameWithCode(language)}, but the list uses the model ${model}, which knows few of its words. Trust mentions and what was learned more than meaning. If the text is in another language, set lang.`;
}
