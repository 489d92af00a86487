// Whether languages are as likely as `findLanguage` says: of texts whose language has such a probability, how many are in it.
//
//   node evaluation/language-probabilities.mjs FILE.jsonl…      records {"lang", "text"}, as for evaluation/detect.mjs
import { readFileSync } from 'node:fs';
import { findLanguage } from '../packages/core/dist/node.js';

const BOUNDS = [0.3, 0.5, 0.7, 0.9, 0.98, 1.01];
const bins = BOUNDS.map(() => ({ texts: 0, said: 0, right: 0 }));
const reasons = new Map();
let [texts, second, logs] = [0, 0, 0];
for (const file of process.argv.slice(2)) {
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { lang: tag, text } = JSON.parse(line);
    const [lang] = tag.split('-');
    const { reason, candidates } = await findLanguage(text);
    if (candidates.length === 0) continue;
    const [first] = candidates;
    const bin = bins[BOUNDS.findIndex((bound) => first.probability < bound)];
    bin.texts++;
    bin.said += first.probability;
    if (first.language === lang) bin.right++;
    const row = reasons.get(reason) ?? { texts: 0, said: 0, right: 0 };
    reasons.set(reason, row);
    row.texts++;
    row.said += first.probability;
    if (first.language === lang) row.right++;
    texts++;
    if (candidates.slice(0, 2).some(({ language }) => language === lang)) second++;
    logs -= Math.log(Math.max(0.001, candidates.find(({ language }) => language === lang)?.probability ?? 0));
  }
}
const percent = (part, whole) => ((100 * part) / whole).toFixed(1);
const print = (name, row) =>
  row.texts > 0 &&
  console.log(`| ${name} | ${row.texts} | ${percent(row.said, row.texts)} | ${percent(row.right, row.texts)} |`);
console.log('| probability of the first | texts | on average, % | right, % |\n| --- | --: | --: | --: |');
BOUNDS.forEach((bound, b) => {
  print(`${BOUNDS[b - 1] ?? 0} to ${Math.min(1, bound)}`, bins[b]);
});
for (const [reason, row] of reasons) print(reason, row);
console.log(
  `\n${texts} texts; the language is among the first two of ${percent(second, texts)} %; ${(logs / texts).toFixed(3)} nats a text`,
);
