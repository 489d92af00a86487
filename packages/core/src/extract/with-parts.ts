import { partsByLanguage } from '../text/language-parts.js';
import type { TextModel } from './extract-keywords.js';

/**
 * A model of a text's language with those of its paragraphs, where they are in several.
 *
 * @param lang the option: a language that is named is that of all paragraphs
 * @throws as `modelOf`
 */
export async function withParts(
  model: TextModel,
  text: string,
  lang: string,
  modelOf: (language: string) => Promise<TextModel>,
): Promise<TextModel> {
  if (lang !== 'auto' || model.language === undefined) return model;
  const found = await partsByLanguage(text, model.language);
  if (!found) return model;
  const parts = await Promise.all(
    found.map(async (part) => ({ model: await modelOf(part.language), text: part.text })),
  );
  return { ...model, parts };
}
