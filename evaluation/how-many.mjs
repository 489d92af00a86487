// What the number of keywords that a text has by default is worth, beside ten.
//
//   node evaluation/how-many.mjs [--after 0] [--texts 250] DATASET.jsonl…
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { matchKeys } from '../packages/core/dist/evaluate/match-keywords.js';
import { measureRanking } from '../packages/core/dist/evaluate/ranking-measures.js';
import { extractKeywords, loadModel } from '../packages/core/dist/node.js';
import { readDataset } from './dataset.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { after: { type: 'string', default: '0' }, texts: { type: 'string', default: '250' } },
});
const first = Number(values.after);
console.log('| set | keywords | F1@10 | keywords of ten | F1@10 |\n| --- | --: | --: | --: | --: |');
for (const file of positionals) {
  const language = basename(file).slice(0, 2);
  const model = await loadModel(language);
  const texts = (await readDataset(file)).slice(first, first + Number(values.texts));
  const cells = [{}, { topN: 10 }].flatMap((options) => {
    const rows = texts.flatMap(({ text, title, keywords, want }) => {
      const gold = new Set(matchKeys(want.length > 0 ? want : keywords, language));
      if (gold.size === 0) return [];
      const found = extractKeywords(model, text, { ...options, ...(title && { title }) });
      const keys = matchKeys(
        found.map((keyword) => keyword.text),
        language,
      );
      return [{ shown: found.length, f1: 100 * measureRanking(keys, gold)['F1@10'] }];
    });
    return ['shown', 'f1'].map((of) => (rows.reduce((sum, row) => sum + row[of], 0) / rows.length).toFixed(1));
  });
  console.log(`| ${basename(file, '.jsonl')} | ${cells.join(' | ')} |`);
}
