// TF-IDF of @node-rs/jieba: the ten best of every text.
//
//   node-jieba-runner.mjs TEXTS.json
import { readFileSync } from 'node:fs';
import { Jieba, TfIdf } from '@node-rs/jieba';
import { dict, idf } from '@node-rs/jieba/dict.js';
import { timeCalls } from '../harness/measure.mjs';

const jieba = Jieba.withDict(dict);
const tfIdf = TfIdf.withDict(idf);
const results = {};
for (const [tokens, texts] of Object.entries(JSON.parse(readFileSync(process.argv[2], 'utf8')))) {
  const { cpu } = timeCalls(() => {
    for (const text of texts) tfIdf.extractKeywords(jieba, text, 10);
  });
  results[tokens] = { milliseconds: cpu / texts.length };
}
console.log(JSON.stringify(results));
