// How many tokens of texts a model knows, and what the others are.
//
//   node evaluation/known-tokens.mjs MODEL TEXTS.jsonl…          # texts in the field "text"
import { readFileSync } from 'node:fs';
import { loadModel } from '../packages/core/dist/node.js';

const [name, ...files] = process.argv.slice(2);
if (files.length === 0) throw new Error('Usage: node evaluation/known-tokens.mjs MODEL TEXTS.jsonl…');
const { model, tokenizer } = await loadModel(name);
const kindOf = ({ word, partOfSpeech }) =>
  partOfSpeech === 'x'
    ? 'guessed'
    : /\p{N}|[零一二三四五六七八九十百千]/u.test(word)
      ? 'numbers'
      : /^\p{Script=Latin}/u.test(word)
        ? 'Latin'
        : 'words';
const kinds = { guessed: 0, numbers: 0, Latin: 0, words: 0 };
let tokens = 0;
for (const file of files) {
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    for (const token of tokenizer.tokenize(JSON.parse(line).text)) {
      tokens++;
      if (model.vocabulary.indexOf(token.word) === undefined) kinds[kindOf(token)]++;
    }
  }
}
const percent = (count) => ((100 * count) / tokens).toFixed(1);
const unknown = Object.values(kinds).reduce((sum, count) => sum + count);
console.log(
  `| model | tokens | unknown % | ${Object.keys(kinds).join(' | ')} |\n| --- | --: | --: | --: | --: | --: | --: |`,
);
console.log(`| ${name} | ${tokens} | ${percent(unknown)} | ${Object.values(kinds).map(percent).join(' | ')} |`);
