import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelSource } from '../../formats/foreign/foreign-model.js';
import {
  type ForeignNegativeSampling,
  type ForeignSkipGram,
  type ForeignVectors,
  requireSkipGram,
} from '../../formats/foreign/foreign-model.js';
import type { AnyDecodedModel } from '../../formats/telltale/model-file.js';
import { readStaticModel } from '../../formats/vectors/static-model.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import { readTextFile } from '../files/read-text-file.js';
import { isPublished, readAnyModelFile, readModelBytes, resolveModel } from './model-files.js';

/** A model of Telltale, or one of another tool that gives p(w_k | w). */
export type OpenedModel =
  | ({ readonly path: string } & AnyDecodedModel)
  | ({ readonly path: string } & ForeignSkipGram)
  | ({ readonly path: string } & ForeignNegativeSampling);

/**
 * Opens any model file that can be read, recognised by its contents.
 *
 * @param name an embedded model (zh) or the path of a file
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_MODEL, and UNSUPPORTED_MODEL for what holds word vectors
 *   only, saying what is missing and what to do
 */
export async function openModel(name: string): Promise<OpenedModel> {
  return requireModel(await openAnyModel(name));
}

/** What was opened, unless it holds word vectors only: UNSUPPORTED_MODEL, as {@link openModel} says. */
export function requireModel(opened: AnyOpened): OpenedModel {
  return opened.estimator === 'none' ? { ...requireSkipGram(opened, opened.path), path: opened.path } : opened;
}

/** The vocabulary of what was opened, whatever it holds. */
export function vocabularyOf(opened: OpenedModel): Vocabulary {
  return (opened.estimator === 'negative-sampling' ? opened : opened.model).vocabulary;
}

/** Any of these, or what holds word vectors only. */
export type AnyOpened = OpenedModel | ({ readonly path: string } & ForeignVectors);

/** The same, and also what holds word vectors only. */
export async function openAnyModel(name: string): Promise<AnyOpened> {
  const path = resolveModel(name);
  if (isStaticModel(path)) {
    const weights = await readModelBytes(join(path, 'model.safetensors'));
    return { ...readStaticModel(weights, readTextFile(join(path, 'tokenizer.json')), path), path };
  }
  if (isOwn(path)) return { path, ...(await readAnyModelFile(path, { isSound: isPublished(name, path) })) };
  // Readers of other formats are a third of the code that a thread would load.
  const { isParquet, readSparkModel } = await import('./spark-models.js');
  if (isParquet(path)) return { ...(await readSparkModel(path)), path };
  const { readForeignModelFile } = await import('./foreign-models.js');
  return { ...readForeignModelFile(path), path };
}

/** Where an opened model comes from, and what to know before trusting it. */
export function sourceOf(opened: AnyOpened): { source?: ModelSource; warnings: readonly string[] } {
  if ('metadata' in opened) return { warnings: [] };
  const { source, warnings, estimator } = opened;
  if (estimator !== 'negative-sampling') return { source, warnings };
  return {
    source,
    warnings: [
      ...warnings,
      'The model was trained with negative sampling: log p is an estimate that does not sum to 1, and so are the scores.',
    ],
  };
}

/** Whether a directory is one that model2vec saves. */
function isStaticModel(path: string): boolean {
  return ['model.safetensors', 'tokenizer.json'].every((name) => existsSync(join(path, name)));
}

/** Whether a file is a safetensors file: by its name, or by the header that begins at the ninth byte. */
export function isOwn(path: string): boolean {
  if (path.endsWith('.safetensors')) return true;
  const head = Buffer.alloc(9);
  try {
    const fd = openSync(path, 'r');
    try {
      return readSync(fd, head, 0, 9, 0) === 9 && head[8] === 0x7b && head[0] !== 0x7b;
    } finally {
      closeSync(fd);
    }
  } catch {
    return false; // The reader says what is wrong.
  }
}
