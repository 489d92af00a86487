// Milliseconds to score all distinct words of a text against it, and the largest relative error against the definition.
//
//   node bench/kernels/scoring.mjs corpus.txt [--kernel wasm] [--dim 100] [--format f32] [--min-count 5]
//
// The corpus is a segmented text as for bench/kernels/training.mjs; texts are cut from its held-out documents. Vectors are
// random, since the time does not depend on what they are.
import { parseArgs } from 'node:util';
import { chooseKernel } from '../../packages/core/dist/kernel/choose-kernel.js';
import { convertMatrix, floatMatrix } from '../../packages/core/dist/math/matrix.js';
import { nextRandom } from '../../packages/core/dist/math/random.js';
import { registerNativeKernel } from '../../packages/core/dist/node/platform/native-kernel.js';
import { readCorpus } from './corpus.mjs';

registerNativeKernel();

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kernel: { type: 'string' },
    dim: { type: 'string', default: '100' },
    format: { type: 'string', default: 'f32' },
    'min-count': { type: 'string', default: '5' },
  },
});
const dim = Number(values.dim);
const { counts, tree, heldOut } = readCorpus(positionals[0], Number(values['min-count']));
const words = heldOut.filter((id) => id >= 0);
const model = {
  tree,
  inputVectors: randomMatrix(counts.length, 1),
  nodeVectors: convertMatrix(randomMatrix(counts.length - 1, 2), values.format),
};
const kernel = chooseKernel(values.kernel);
const scorer = kernel.createScorer(model);
const definition = chooseKernel('typescript').createScorer(model);

for (const tokens of [20, 100, 300, 1000, 5000]) {
  const texts = Math.max(3, Math.min(200, Math.floor(words.length / tokens)));
  const times = [];
  const sizes = { candidates: 0, nodes: 0 };
  for (let text = 0; text < texts; text++) {
    const start = (text * tokens) % Math.max(1, words.length - tokens);
    const ids = words.subarray(start, start + tokens);
    const candidates = [...new Set(ids)];
    const tally = tallyOf(ids);
    sizes.candidates += candidates.length / texts;
    sizes.nodes += tally.nodes.length / texts;
    const repeats = tokens < 1000 ? 5 : 2;
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < repeats; i++) {
      const from = performance.now();
      scorer.scoreWords(candidates, tally);
      best = Math.min(best, performance.now() - from);
    }
    times.push(best);
  }
  times.sort((a, b) => a - b);
  console.log(
    JSON.stringify({
      kernel: kernel.name,
      node: process.version,
      dim,
      format: values.format,
      tokens,
      candidates: Math.round(sizes.candidates),
      nodes: Math.round(sizes.nodes),
      medianMilliseconds: Number(times[times.length >> 1].toFixed(3)),
      largestError: Number(largestError(words.subarray(0, Math.min(tokens, 1000))).toExponential(1)),
    }),
  );
}

function largestError(ids) {
  const candidates = [...new Set(ids)].slice(0, 100);
  const tally = tallyOf(ids);
  const expected = definition.scoreWords(candidates, tally);
  return scorer
    .scoreWords(candidates, tally)
    .reduce((largest, score, i) => Math.max(largest, Math.abs(score / expected[i] - 1)), 0);
}

function tallyOf(ids) {
  const passes = new Map();
  for (const id of ids) {
    for (let at = tree.offsets[id]; at < tree.offsets[id + 1]; at++) {
      const pair = passes.get(tree.nodes[at]) ?? [0, 0];
      pair[tree.codes[at]]++;
      passes.set(tree.nodes[at], pair);
    }
  }
  return {
    nodes: Int32Array.from(passes.keys()),
    zeros: Float64Array.from(passes.values(), ([zeros]) => zeros),
    ones: Float64Array.from(passes.values(), ([, ones]) => ones),
  };
}

function randomMatrix(rows, seed) {
  let state = seed;
  const data = Float32Array.from({ length: rows * dim }, () => {
    state = nextRandom(state);
    return (state / 2 ** 31 - 1) * 0.5;
  });
  return floatMatrix(data, rows, dim);
}
