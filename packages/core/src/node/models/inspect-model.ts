import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { missingIn } from '../../formats/foreign/foreign-model.js';
import type { KernelName } from '../../kernel/kernel.js';
import type { Matrix } from '../../math/matrix.js';
import type { SkipGramModel } from '../../model/skip-gram.js';
import { selectKernel } from '../platform/kernels.js';
import { type AnyOpened, openAnyModel, sourceOf, vocabularyOf } from './open-model.js';

/** What is known of a model file, or of a folder of one; sizes in bytes. */
export interface ModelFacts {
  readonly file: string;
  readonly fileSize: number;
  readonly estimator: string;
  /** Whether its probabilities sum to 1. */
  readonly exact: boolean;
  readonly words: number;
  /** Length of the vectors; left out where the model has none. */
  readonly dim?: number;
  /** What to know before trusting the model; left out where there is nothing. */
  readonly warnings?: readonly string[];
  readonly [fact: string]: unknown;
}

/** Reads a model file and says what it holds. Throws as loadModel. */
export async function inspectModel(
  name: string,
  { kernel }: { kernel?: KernelName | undefined } = {},
): Promise<ModelFacts> {
  const opened = await openAnyModel(name);
  const { path } = opened;
  const { source, warnings } = sourceOf(opened);
  const { words } = opened.estimator === 'none' ? opened : vocabularyOf(opened);
  return {
    file: path,
    fileSize: sizeOf(path),
    words: words.length,
    estimator: opened.estimator,
    ...estimatorFacts(opened),
    kernel: selectKernel(kernel).name,
    ...('metadata' in opened ? opened.metadata : {}),
    ...(source && opened.estimator === 'hierarchical-softmax' ? { subwords: 'subwordVector' in opened } : {}),
    ...(source ? { source } : {}),
    ...(warnings.length ? { warnings } : {}),
  };
}

/** Of a folder the sum of its files. */
function sizeOf(path: string): number {
  const status = statSync(path);
  if (status.isFile()) return status.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

function estimatorFacts(opened: AnyOpened) {
  if (opened.estimator === 'cooccurrence') {
    const { columns, smoothing } = opened.model;
    return { exact: true, pairs: columns.length, smoothing };
  }
  const vectors = ({ columns, format }: Matrix) => ({ dim: columns, storage: format });
  if (opened.estimator === 'none') {
    const usable = opened.vectorOfAnyWord
      ? 'vectors of any word, made of its n-grams: train --input-vectors'
      : 'the word vectors: telltale similar, convert to .txt, .vec or .bin, train --input-vectors';
    return { exact: false, ...vectors(opened.vectors), usable, missing: missingIn(opened) };
  }
  if (opened.estimator === 'negative-sampling') {
    const { inputVectors, noiseExponent } = opened;
    const missing = 'a Huffman tree: probabilities are estimated, and .safetensors cannot hold the model.';
    return { exact: false, ...vectors(inputVectors), noiseExponent, missing };
  }
  return {
    exact: true,
    ...vectors(opened.model.inputVectors),
    averagePathLength: averagePathLength(opened.model),
  };
}

/** Inner nodes a token of the corpus costs on average: the length of the Huffman code. */
function averagePathLength({ vocabulary: { counts, tokenCount }, tree: { offsets } }: SkipGramModel): number {
  let steps = 0;
  for (let w = 0; w < counts.length; w++) steps += counts[w] * (offsets[w + 1] - offsets[w]);
  return steps / tokenCount;
}
