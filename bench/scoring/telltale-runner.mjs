// Scores texts by one kernel: every distinct word of a text against the text.
//
//   telltale-runner.mjs MODEL TEXTS.json KERNEL
//
// For every text, JSON lists: CPU and wall milliseconds, and the score of every word.
import { readFileSync } from 'node:fs';
import { hierarchicalSoftmax } from '../../packages/core/dist/model/conditional-model.js';
import { selectKernel } from '../../packages/core/dist/node/platform/kernels.js';
import { loadSkipGram } from '../../packages/core/dist/node.js';
import { timeCalls } from '../harness/measure.mjs';

const [path, textsFile, kernel] = process.argv.slice(2);
const model = await loadSkipGram(path);
const scorer = hierarchicalSoftmax(model, selectKernel(kernel));
const results = JSON.parse(readFileSync(textsFile, 'utf8')).map((text) => {
  const call = () => scoreText(text);
  const { cpu, wall } = timeCalls(call);
  return { milliseconds: cpu, wall, scores: Object.fromEntries(call()) };
});
console.log(JSON.stringify(results));

/** From words to scores, as the published code goes: looking up and counting are part of the work. */
function scoreText(text) {
  const counts = new Map();
  for (const word of text) {
    const index = model.vocabulary.indexOf(word);
    if (index !== undefined) counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  const words = Int32Array.from(counts.keys());
  const scores = scorer.textLogProbabilities(
    Array.from(words, (word) => [word]),
    { words, counts: Float64Array.from(counts.values()) },
  );
  return Array.from(words, (word, i) => [model.vocabulary.words[word], scores[i]]);
}
