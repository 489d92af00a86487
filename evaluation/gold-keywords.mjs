// How well a model's keywords agree with those that authors chose: precision of the first keyword and F1 of the first
// five, exact match after lower-casing, averaged over documents.
//
//   node evaluation/gold-keywords.mjs DATASET.jsonl MODEL… [--limit N] [--parts n,v]
//
// A dataset is JSON lines {text, keywords}. Single words only: the published definition ranks words, not phrases.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { extractKeywords, loadModel } from '../dist/node.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { limit: { type: 'string' }, parts: { type: 'string' } },
});
const [dataset, ...models] = positionals;
const documents = readFileSync(dataset, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
  .slice(0, Number(values.limit ?? Number.POSITIVE_INFINITY));

console.log(`${dataset}: ${documents.length} documents`);
console.log('P@1     F1@5    ms/text  model');
for (const name of models) {
  const model = await loadModel(name);
  const start = performance.now();
  let first = 0;
  let f1 = 0;
  for (const { text, keywords } of documents) {
    const gold = new Set(keywords.map((keyword) => keyword.toLowerCase()));
    const found = extractKeywords(model, text, {
      topN: 5,
      minLength: 2,
      ...(values.parts ? { partsOfSpeech: values.parts.split(',') } : {}),
    }).map((keyword) => keyword.text.toLowerCase());
    const hits = found.filter((keyword) => gold.has(keyword)).length;
    if (gold.has(found[0])) first++;
    if (hits) f1 += (2 * hits) / (found.length + gold.size);
  }
  const milliseconds = (performance.now() - start) / documents.length;
  const percent = (value) => ((100 * value) / documents.length).toFixed(2).padEnd(7);
  console.log(`${percent(first)} ${percent(f1)} ${milliseconds.toFixed(2).padEnd(8)} ${name}`);
}
