// Held-out log p of models, in nats a pair: node held-out.mjs DOCUMENTS.txt MODEL…
import { readFileSync } from 'node:fs';
import { logProbability } from '../../packages/core/dist/model/skip-gram.js';
import { readModelFile } from '../../packages/core/dist/node.js';
import { heldOutLogProbability } from '../../packages/core/dist/train/held-out.js';

const [file, ...models] = process.argv.slice(2);
const documents = readFileSync(file, 'utf8').trim().split('\n');
const loaded = await Promise.all(models.map((path) => readModelFile(path)));
// Words that one of the models does not know are left out for all.
const known = (word) => loaded.every(({ model }) => model.vocabulary.indexOf(word) !== undefined);
const words = documents.map((document) => document.normalize('NFKC').toLowerCase().split(/\s+/).filter(known));
const values = loaded.map(({ model }) => {
  const { vocabulary } = model;
  const ids = words.map((document) => Int32Array.from(document, (word) => vocabulary.indexOf(word)));
  const asked = { vocabulary, logProbability: (output, input) => logProbability(model, output, input) };
  return heldOutLogProbability(asked, ids, { window: 5, subsample: 1e-3, seed: 1, maxPairs: 200_000 });
});
console.log(JSON.stringify(values));
