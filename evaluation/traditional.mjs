// How well Traditional Chinese is read: Simplified texts are made Traditional (Taiwan, Hong Kong) by OpenCC, read through
// Simplified again and cut; texts that are Simplified must stay as they are, and none may be taken for Japanese.
//
//   node evaluation/traditional.mjs DATASET.jsonl…
import { Converter } from 'opencc-js/cn2t';
import { languageOfText, loadModel } from '../packages/core/dist/node.js';
import { toSimplified } from '../packages/core/dist/text/traditional.js';
import { readDataset } from './dataset.mjs';

const { tokenizer } = await loadModel('zh');
const texts = [];
for (const file of process.argv.slice(2)) {
  for (const { text } of await readDataset(file))
    texts.push(...text.split(/(?<=[。！？\n])/).filter((part) => /\p{Script=Han}/u.test(part)));
}
const isJapanese = async (text) => (await languageOfText(text)) === 'ja';
let simplifiedJapanese = 0;
for (const text of texts) if (await isJapanese(text)) simplifiedJapanese++;
const changed = texts.filter((text) => toSimplified(text) !== text);
console.log(
  `${texts.length} Simplified sentences, ${changed.length} changed, ${simplifiedJapanese} taken for Japanese`,
);
for (const to of ['tw', 'hk']) {
  const convert = Converter({ from: 'cn', to });
  let tokens = 0;
  let different = 0;
  let missed = 0;
  let japanese = 0;
  for (const text of texts) {
    const traditional = convert(text);
    if (traditional !== text && toSimplified(traditional) === traditional) missed++;
    if (await isJapanese(traditional)) japanese++;
    const words = new Map();
    for (const word of tokenizer.words(text)) words.set(word, (words.get(word) ?? 0) + 1);
    for (const word of tokenizer.words(traditional)) {
      tokens++;
      const left = words.get(word) ?? 0;
      if (left === 0) different++;
      else words.set(word, left - 1);
    }
  }
  const percent = (part, whole) => `${((100 * part) / whole).toFixed(3)} %`;
  console.log(
    `${to}: ${percent(different, tokens)} of ${tokens} tokens differ, ${percent(missed, texts.length)} of sentences not read, ${japanese} taken for Japanese`,
  );
}
