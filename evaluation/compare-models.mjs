// Which model of a language is best: what only the model knows, side by side.
//
//   node evaluation/compare-models.mjs DATA_DIRECTORY LANGUAGE MODEL…
//
// For every model and data set: P@1 / F1@5 of the published definition, of the mixture without copying, and of the default;
// and guessing the text from words it does not say (`absent`): MRR of the reader of words from ten of them, and how many of
// the ten the other half says. The second needs no labels, and no copying helps in it. Models whose texts were cut beforehand
// are used with the tokenizer of the language.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  analyzeKeywords,
  compareRankings,
  loadModel,
  reciprocalRanks,
  splitHalves,
  wordReader,
} from '../packages/core/dist/node.js';
import { keywordsByMethod } from '../packages/telltale/dist/cli/evaluation-methods.js';
import { readDataset } from './dataset.mjs';

const [data, language, ...models] = process.argv.slice(2);
if (models.length === 0) throw new Error('Usage: node evaluation/compare-models.mjs DATA_DIRECTORY LANGUAGE MODEL…');
const DOCUMENTS = 300;
const ABSENT = 10;
const methods = ['likelihood', 'mixture:epsilon=0:semanticWeight=1', 'mixture'];
const percent = (value) => (100 * value).toFixed(1);
const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;
const sets = readdirSync(data).filter((name) => name.startsWith(`${language}_`) && name.endsWith('.jsonl'));
console.log(
  `| model | data set | ${methods.join(' | ')} | absent: MRR | said |\n| --- | --- | ${'--: | '.repeat(methods.length + 2)}`,
);
for (const name of models) {
  const options = {
    tokenizer: language === 'zh' ? 'jieba' : 'wink',
    normalization: 'nfkc-lowercase',
    allowMismatch: true,
  };
  const model = await loadModel(name, options);
  for (const set of sets) {
    const documents = (await readDataset(join(data, set)))
      .filter(({ keywords }) => keywords.length > 0)
      .slice(0, DOCUMENTS);
    const found = await Promise.all(
      methods.map((method) => keywordsByMethod(method, documents, async () => model, analyzeKeywords)),
    );
    const compared = compareRankings(documents, found, language, 'all');
    const halves = documents.flatMap(({ text }) => {
      const split = splitHalves(text);
      return split ? [split] : [];
    });
    const seconds = halves.map(([, second]) => model.tokenizer.words(second));
    const absent = halves.map(([first]) =>
      analyzeKeywords(model, first, { topN: 1, absent: ABSENT }).absent.map(({ text }) => model.tokenizer.words(text)),
    );
    const ranks = reciprocalRanks(wordReader().prepare(seconds), absent, ABSENT);
    const said = absent.map((words, d) => words.filter(([word]) => seconds[d].includes(word)).length / ABSENT);
    const columns = compared.map(({ means }) => `${percent(means['P@1'])} / ${percent(means['F1@5'])}`);
    const cells = [
      basename(name, '.safetensors'),
      basename(set, '.jsonl'),
      ...columns,
      percent(mean(ranks)),
      percent(mean(said)),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
