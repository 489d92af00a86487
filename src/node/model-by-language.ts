import type { TextModel } from '../extract/extract-keywords.js';
import { type ModelOptions, modelOptions } from '../options.js';
import { detectLanguage, type Language } from '../text/language.js';
import { loadModel } from './load-model.js';

/** The name that stands for the embedded model of a text's language. */
export const AUTO = 'auto';

/** Gives the model for a text. */
export type ModelForText = (text: string) => Promise<TextModel>;

/**
 * The model of that name for every text, or by the name `auto` the embedded one of each text's language. A model is
 * loaded when the first text needs it, and once.
 *
 * @param lang the language of all texts, where it is known
 * @throws as {@link loadModel}, when the model is asked for
 */
export function modelForText(
  name: string = modelOptions.model.default,
  options: Omit<ModelOptions, 'model'> = {},
  lang: Language | 'auto' = 'auto',
): ModelForText {
  const loaded = new Map<string, Promise<TextModel>>();
  return (text) => {
    const chosen = name !== AUTO ? name : lang === 'auto' ? detectLanguage(text) : lang;
    const model = loaded.get(chosen) ?? loadModel(chosen, options);
    loaded.set(chosen, model);
    return model;
  };
}
