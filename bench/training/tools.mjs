// The tools of the training bench: how each is started, and what its model file ends in.
import { fileURLToPath } from 'node:url';
import { runJson } from '../harness/measure.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The default of all tools, and what is tried beside it to find equal quality at unequal settings. */
export const learningRates = [0.025, 0.035, 0.05];

/** Hyperparameters of each setting; epochs are 1, the loss is hierarchical softmax everywhere. */
export const settings = {
  A: { dim: 100, window: 5, minCount: 5, subsample: 1e-3 },
  B: { dim: 256, window: 10, minCount: 20, subsample: 0 },
};

/**
 * @returns tools { name, kernel?, extension, train(corpus, output, setting, threads, learningRate, seed, share) }; only ours,
 *   which have a kernel, take a share of the corpus
 */
export function trainingTools(peers, kernels) {
  const program = (name, extension, command, args = []) => ({
    name,
    extension,
    train: (corpus, output, { dim, window, minCount, subsample }, threads, learningRate, seed) =>
      runJson(command, [...args, corpus, output, dim, window, minCount, subsample, threads, learningRate, seed]),
  });
  const tools = [];
  if (peers.python) tools.push(program('gensim', 'npz', peers.python, [here('../peers/gensim_runner.py')]));
  for (const name of ['word2vec.c fast', 'word2vec.c makefile']) {
    if (peers[name]) tools.push(program(name, 'dump', peers[name]));
  }
  if (peers.fastText) tools.push(program('fastText', 'bin', peers.fastText));
  for (const { kernel, node, label } of kernels) {
    tools.push({
      name: `telltale ${label}`,
      kernel,
      extension: 'safetensors',
      train: (corpus, output, { dim, window, minCount, subsample }, threads, learningRate, seed, share = 1) =>
        runJson(node, [
          here('telltale-runner.mjs'),
          ...[corpus, output, dim, window, minCount, subsample, threads, learningRate, seed, kernel, share],
        ]),
    });
  }
  return tools;
}
