// Whole extractions by one kernel: cut the text, choose candidates, score them, take the best ten.
//
//   telltale-runner.mjs MODEL TEXTS.json KERNEL
//
// Texts are lists by their length; JSON has for every length the CPU milliseconds of a text, whole and of cutting alone.
import { readFileSync } from 'node:fs';
import { extractKeywords, loadModel } from '../../packages/core/dist/node.js';
import { timeCalls } from '../harness/measure.mjs';

const [path, textsFile, kernel] = process.argv.slice(2);
const model = await loadModel(path, { kernel });
const results = {};
for (const [tokens, texts] of Object.entries(JSON.parse(readFileSync(textsFile, 'utf8')))) {
  const each = (work) => timeCalls(() => texts.map(work)).cpu / texts.length;
  results[tokens] = {
    milliseconds: each((text) => extractKeywords(model, text)),
    cutting: each((text) => model.tokenizer.tokenize(text)),
  };
}
console.log(JSON.stringify(results));
