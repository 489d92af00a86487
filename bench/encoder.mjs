// Processor time that an encoder costs for each text, in milliseconds: medians after a warm-up.
//
//   node bench/encoder.mjs ENCODER MODEL TEXTS.jsonl [LIMIT]
//
// Run it where onnxruntime-node is installed to measure that, else onnxruntime-web is used.
import { readFileSync } from 'node:fs';
import { analyzeKeywords, analyzeKeywordsWithEncoder, loadEncoder, loadModel } from '../packages/core/dist/node.js';

const [encoderName, modelName, file, limit = '20'] = process.argv.slice(2);
if (!file) throw new Error('Usage: node bench/encoder.mjs ENCODER MODEL TEXTS.jsonl [LIMIT]');
const WARM_UP = 5;
const texts = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .slice(0, WARM_UP + Number(limit))
  .map((line) => JSON.parse(line).text);
const before = process.cpuUsage();
const encoder = await loadEncoder(encoderName);
const loading = process.cpuUsage(before);
const model = await loadModel(modelName);
const counted = { texts: 0, candidates: 0 };
const watched = {
  ...encoder,
  embed(given, as) {
    counted[as === 'text' ? 'texts' : 'candidates'] += given.length;
    return encoder.embed(given, as);
  },
};

async function milliseconds(work) {
  const times = [];
  for (const [i, text] of texts.entries()) {
    const start = process.cpuUsage();
    await work(text);
    const { user, system } = process.cpuUsage(start);
    if (i >= WARM_UP) times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[times.length >> 1].toFixed(0);
}

console.log(`loading the encoder           ${((loading.user + loading.system) / 1000).toFixed(0)}`);
console.log(`without the encoder           ${await milliseconds((text) => analyzeKeywords(model, text))}`);
console.log(
  `with it                       ${await milliseconds((text) => analyzeKeywordsWithEncoder(model, watched, text))}`,
);
console.log(`  of that, to embed the text  ${await milliseconds((text) => encoder.embed([text], 'text'))}`);
console.log(`characters of a text, mean    ${(texts.join('').length / texts.length).toFixed(0)}`);
console.log(`candidates embedded, mean     ${(counted.candidates / counted.texts).toFixed(1)}`);
