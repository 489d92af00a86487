import { modelOfText } from '../../extract/model-of-text.js';
import type { TextModel } from '../../extract/text-model.js';
import { type ModelOptions, modelOptions } from '../../options.js';
import { hasVectors, isEmbedded, type Lang } from '../../text/language.js';
import { withStopWordsOf } from './language-of-own-model.js';
import { loadModel } from './load-model.js';
import { loadNeutralModel } from './load-neutral-model.js';
import { AUTO, resolveModel } from './model-files.js';

/** Gives the model for a text; `lang` is its language where that is another than was given for all. */
export type ModelForText = (text: string, lang?: Lang) => Promise<TextModel>;

/**
 * The model of that name for every text, or by the name `auto` that of each text's language: the embedded one, or what
 * there is without one. A model is loaded when the first text needs it, and once.
 *
 * @param name of a model, not a text: what this returns is called with the text
 * @param lang the language of all texts, a BCP 47 tag, where it is known; several, of which each text has one
 * @throws KeywordError FILE_NOT_FOUND for what names no model; when the model is asked for, as {@link loadModel}, and
 *   INVALID_OPTION, INVALID_TEXT
 * @example
 * const modelOf = modelForText('auto');
 * for (const text of ['太阳是一颗恒星。', 'The sun is a star.']) extractKeywords(await modelOf(text), text);
 */
export function modelForText(
  name: string = modelOptions.model.default,
  options: Omit<ModelOptions, 'model'> = {},
  lang: Lang = 'auto',
): ModelForText {
  if (name !== AUTO && !hasVectors(name)) resolveModel(name);
  const loaded = new Map<string, Promise<TextModel>>();
  return async (text, ownLang = lang) => {
    if (name !== AUTO) return withStopWordsOf(await modelNamed(name), text, ownLang);
    return modelOfText(text, ownLang, modelNamed);
  };

  function modelNamed(chosen: string): Promise<TextModel> {
    const model = loaded.get(chosen) ?? load(chosen);
    loaded.set(chosen, model);
    return model;
  }

  async function load(chosen: string): Promise<TextModel> {
    if (name !== AUTO) return loadModel(chosen, options);
    if (!isEmbedded(chosen)) return loadNeutralModel(chosen);
    return { ...(await loadModel(chosen, options)), language: chosen };
  }
}
