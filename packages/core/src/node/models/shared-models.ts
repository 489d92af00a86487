import { modelOfText } from '../../extract/model-of-text.js';
import type { TextModel } from '../../extract/text-model.js';
import type { WordVectors } from '../../model/neighbours.js';
import type { ExtractOptions, ModelOptions } from '../../options.js';
import { loadJieba, loadTagger } from '../../text/jieba.js';
import { hasVectors, isEmbedded, languages } from '../../text/language.js';
import { installedPackage } from '../platform/package-files.js';
import { loadWordVectors } from './given-vectors.js';
import { withStopWordsOf } from './language-of-own-model.js';
import { loadModel, loadSkipGram, textModelOf } from './load-model.js';
import { loadNeutralModel } from './load-neutral-model.js';
import { AUTO, decodeModelBytes, isPublished, noVectors, readModelBytes, resolveModel } from './model-files.js';
import { isOwn } from './open-model.js';

/** A model that all threads use. */
export interface SharedModel {
  readonly path: string;
  /** A whole model file of Telltale, in memory that all threads share; undefined for a model of another tool. */
  readonly bytes?: Uint8Array;
}

/** Models by name, handed to threads. */
export interface SharedModels {
  readonly models: ReadonlyMap<string, SharedModel>;
  readonly options: Omit<ModelOptions, 'model'>;
}

/**
 * Reads models once for all threads, and finds out here whether they can be used.
 *
 * @param files names with an embedded model or the path of a model file each; the name `auto` stands for all embedded ones
 * @throws as loadModel
 */
export async function shareModels(
  files: Iterable<readonly [name: string, file: string]>,
  options: Omit<ModelOptions, 'model'>,
): Promise<SharedModels> {
  const models = new Map<string, SharedModel>();
  for (const [name, file] of files) {
    const named = file === AUTO ? installedLanguages() : [[name, file] as const];
    for (const [one, at] of named) models.set(one, await shareModel(at, options));
  }
  return { models, options };
}

/** The languages whose models are installed; a text in another is told which package it wants. */
const installedLanguages = () =>
  languages
    .filter((language) => installedPackage(`@telltale/model-${language}`) !== undefined)
    .map((language) => [language, language] as const);

async function shareModel(name: string, options: Omit<ModelOptions, 'model'>): Promise<SharedModel> {
  if (hasVectors(name)) {
    await loadModel(name, options);
    return { path: name };
  }
  const path = resolveModel(name);
  if (!isOwn(path)) {
    await loadModel(path, options);
    return { path };
  }
  const bytes = await readModelBytes(path, { shared: true });
  const { tokenizer } = textModelOf(await decodeModelBytes(bytes, path, { isSound: isPublished(name, path) }), options);
  // What threads that are started from now on have in common.
  if (tokenizer.description.name === 'jieba') {
    loadJieba();
    loadTagger();
  }
  return { path, bytes };
}

/** Whoever shared a model has read it already. */
const READ_BEFORE = { isSound: true, verify: false };

/** The models of a thread, each made of the shared memory when it is first asked for. */
export class ThreadModels {
  readonly #shared: SharedModels;
  readonly #textModels = new Map<string, Promise<TextModel>>();
  /** The same for `auto`, with the language that they were chosen for. */
  readonly #ofLanguages = new Map<string, Promise<TextModel>>();
  readonly #wordVectors = new Map<string, Promise<WordVectors>>();

  constructor(shared: SharedModels) {
    this.#shared = shared;
  }

  /** The model of that name for a text; `auto`: the embedded one of the text's language. */
  async forText(name: string, text: string, lang: ExtractOptions['lang'] = 'auto'): Promise<TextModel> {
    if (name !== AUTO) return withStopWordsOf(await this.#named(name), text, lang);
    return modelOfText(text, lang, (language) => this.#ofLanguage(language));
  }

  async #ofLanguage(language: string): Promise<TextModel> {
    if (!isEmbedded(language)) return kept(this.#textModels, language, async () => loadNeutralModel(language));
    return kept(this.#ofLanguages, language, async () => ({ ...(await this.#named(language)), language }));
  }

  #named(name: string): Promise<TextModel> {
    return kept(this.#textModels, name, async () => {
      const { path, bytes } = this.#shared.models.get(name) ?? { path: name };
      return bytes
        ? textModelOf(await decodeModelBytes(bytes, path, READ_BEFORE), this.#shared.options)
        : loadModel(path, this.#shared.options);
    });
  }

  /**
   * The vectors of the model of that name, or of a language that has vectors, to look at its words.
   *
   * @throws KeywordError UNSUPPORTED_MODEL for a model of counts
   */
  async wordVectors(name: string): Promise<WordVectors> {
    return kept(this.#wordVectors, name, async () => {
      const { path, bytes } = this.#shared.models.get(name) ?? { path: name };
      if (!bytes) return hasVectors(path) ? loadWordVectors(path) : loadSkipGram(path);
      const decoded = await decodeModelBytes(bytes, path, READ_BEFORE);
      if (decoded.estimator === 'cooccurrence') throw noVectors(path);
      return decoded.model;
    });
  }
}

function kept<T>(loaded: Map<string, Promise<T>>, name: string, load: () => Promise<T>): Promise<T> {
  const made = loaded.get(name) ?? load();
  loaded.set(name, made);
  return made;
}
