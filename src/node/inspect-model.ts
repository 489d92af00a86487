import { statSync } from 'node:fs';
import type { KernelName } from '../kernel/kernel.js';
import { selectKernel } from './kernels.js';
import { readModelFile, resolveModel } from './model-files.js';

/** What is known of a model file; sizes in bytes. */
export interface ModelFacts {
  readonly file: string;
  readonly fileSize: number;
  readonly estimator: string;
  readonly words: number;
  readonly dim: number;
  readonly storage: string;
  readonly averagePathLength: number;
  readonly kernel: string;
  readonly [metadata: string]: unknown;
}

/** Reads a model file and says what it holds. Throws as loadModel. */
export async function inspectModel(
  name: string,
  { kernel }: { kernel?: KernelName | undefined } = {},
): Promise<ModelFacts> {
  const file = resolveModel(name);
  const { model, metadata } = await readModelFile(file);
  const { counts, tokenCount } = model.vocabulary;
  const { offsets } = model.tree;
  let steps = 0;
  for (let w = 0; w < counts.length; w++) steps += counts[w] * (offsets[w + 1] - offsets[w]);
  return {
    file,
    fileSize: statSync(file).size,
    estimator: 'hierarchical-softmax',
    words: counts.length,
    dim: model.inputVectors.columns,
    storage: model.inputVectors.format,
    averagePathLength: steps / tokenCount,
    kernel: selectKernel(kernel).name,
    ...metadata,
  };
}
