// Runs the rivals on data sets and tables what they reach: node evaluation/predict.mjs DATASET.jsonl…
//
// What they found is kept under .rivals/predictions, the table of all sets there is written to its rivals.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { matchKeys } from '../packages/core/dist/evaluate/match-keywords.js';
import { measureRanking } from '../packages/core/dist/evaluate/ranking-measures.js';
import { predict, prepareSets, rivals } from './rivals.mjs';

const predictionsAt = fileURLToPath(new URL('.rivals/predictions', import.meta.url));
const records = (file) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const scoresAt = join(predictionsAt, 'rivals.json');
const scores = existsSync(scoresAt) ? JSON.parse(readFileSync(scoresAt, 'utf8')) : {};

for (const dataset of prepareSets(process.argv.slice(2))) {
  const tag = basename(dataset, '.jsonl');
  const lang = tag.slice(0, 2);
  scores[tag] = {};
  for (const [name, command] of Object.entries(rivals[lang] ?? {})) {
    const file = predict(name, command, dataset);
    if (file === undefined) continue;
    const found = new Map(records(file).map(({ id, keywords }) => [String(id), keywords]));
    const sums = { 'P@1': 0, 'F1@5': 0, 'F1@10': 0 };
    let n = 0;
    records(dataset).forEach(({ id, keywords }, i) => {
      const gold = new Set(matchKeys(keywords, lang));
      if (gold.size === 0) return;
      const measures = measureRanking(matchKeys(found.get(String(id ?? i)), lang), gold);
      for (const measure in sums) sums[measure] += measures[measure];
      n++;
    });
    scores[tag][name] = Object.values(sums)
      .map((sum) => ((100 * sum) / n).toFixed(1))
      .join(' / ');
    write();
  }
}

function write() {
  writeFileSync(scoresAt, JSON.stringify(scores, null, 2));
  const tables = Object.keys(rivals).map((lang) => {
    const sets = Object.keys(scores)
      .filter((tag) => tag.startsWith(lang))
      .sort();
    if (sets.length === 0) return '';
    const rows = Object.keys(rivals[lang]).map(
      (name) => `| ${name} | ${sets.map((tag) => scores[tag][name] ?? '–').join(' | ')} |\n`,
    );
    return `| ${lang} | ${sets.join(' | ')} |\n| --- |${sets.map(() => ' --: |').join('')}\n${rows.join('')}\n`;
  });
  writeFileSync(
    join(predictionsAt, 'rivals.md'),
    `P@1 / F1@5 / F1@10, macro, all gold keywords, in percent. zh_toutiao: the first 1,000.\n\n${tables.join('')}`,
  );
}
