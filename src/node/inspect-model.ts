import { statSync } from 'node:fs';
import type { KernelName } from '../kernel/kernel.js';
import type { SkipGramModel } from '../model/skip-gram.js';
import { selectKernel } from './kernels.js';
import { openModel, sourceOf } from './open-model.js';

/** What is known of a model file; sizes in bytes. */
export interface ModelFacts {
  readonly file: string;
  readonly fileSize: number;
  readonly estimator: string;
  /** Whether its probabilities sum to 1. */
  readonly exact: boolean;
  readonly words: number;
  readonly dim: number;
  readonly storage: string;
  /** What to know before trusting the model; left out where there is nothing. */
  readonly warnings?: readonly string[];
  readonly [fact: string]: unknown;
}

/** Reads a model file and says what it holds. Throws as loadModel. */
export async function inspectModel(
  name: string,
  { kernel }: { kernel?: KernelName | undefined } = {},
): Promise<ModelFacts> {
  const opened = await openModel(name);
  const { path } = opened;
  const { source, warnings } = sourceOf(opened);
  const { vocabulary, inputVectors } = opened.kind === 'negative sampling' ? opened : opened.model;
  return {
    file: path,
    fileSize: statSync(path).size,
    estimator: opened.kind === 'negative sampling' ? 'negative-sampling' : 'hierarchical-softmax',
    exact: opened.kind !== 'negative sampling',
    words: vocabulary.words.length,
    dim: inputVectors.columns,
    storage: inputVectors.format,
    ...(opened.kind === 'negative sampling' ? {} : { averagePathLength: averagePathLength(opened.model) }),
    kernel: selectKernel(kernel).name,
    ...(opened.kind === 'telltale' ? opened.metadata : {}),
    ...(opened.kind === 'hierarchical softmax' ? { subwords: opened.subwordVector !== undefined } : {}),
    ...(source ? { source } : {}),
    ...(warnings.length ? { warnings } : {}),
  };
}

/** Inner nodes a token of the corpus costs on average: the length of the Huffman code. */
function averagePathLength({ vocabulary: { counts, tokenCount }, tree: { offsets } }: SkipGramModel): number {
  let steps = 0;
  for (let w = 0; w < counts.length; w++) steps += counts[w] * (offsets[w + 1] - offsets[w]);
  return steps / tokenCount;
}
