// What Japanese takes, cut by ICU or, where it is installed, by the analyser: loading, and each text.
//
//   node bench/japanese.mjs DATASET.jsonl        records {"text"}; beside node_modules with lindera-wasm-nodejs-ipadic, or not
import { readFileSync } from 'node:fs';
import { extractKeywords, modelForText } from '@telltale/core';

const texts = readFileSync(process.argv[2], 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line).text);
const cpu = () => process.cpuUsage().user / 1000;
const start = cpu();
const model = await modelForText('auto')('日本語の文章です。', 'ja');
extractKeywords(model, '日本語の文章です。');
const loaded = cpu();
for (const text of texts) extractKeywords(model, text);
const characters = texts.reduce((sum, { length }) => sum + length, 0);
console.log(
  `${model.tokenizer.description.version}: ${(loaded - start).toFixed(0)} ms to load, ${((cpu() - loaded) / (characters / 1000)).toFixed(1)} ms for 1,000 characters, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
);
