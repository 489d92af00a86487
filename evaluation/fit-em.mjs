// Fits ε and λ of the mixture by EM on unlabelled texts, and prints them; the constants in use were chosen otherwise.
//
//   node evaluation/fit-em.mjs MODEL DATASET.jsonl…
//
// Each text is explained by the first keyword that the mixture finds with the constants so far. E-step: which hand wrote
// each token: the one that repeats the keyword, the model, or the language at large. M-step: their shares.
import { readFileSync } from 'node:fs';
import { extractKeywords, loadModel } from '../packages/core/dist/node.js';

const [modelName, ...datasets] = process.argv.slice(2);
if (datasets.length === 0) throw new Error('Usage: node evaluation/fit-em.mjs MODEL DATASET.jsonl…');
const textModel = await loadModel(modelName, { allowMismatch: true });
const { model, tokenizer } = textModel;
const { counts, tokenCount, indexOf } = model.vocabulary;
const texts = datasets.flatMap((file) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).text),
);

let [epsilon, lambda] = [0.5, 0.3];
for (let round = 0; round < 20; round++) {
  let [copied, modelled, all, logLikelihood] = [0, 0, 0, 0];
  for (const text of texts) {
    const [keyword] = extractKeywords(textModel, text, { topN: 1, epsilon, lambda, semanticWeight: 1 });
    const own = keyword ? tokenizer.words(keyword.text) : [];
    const condition = own.map(indexOf).filter((index) => index !== undefined);
    if (condition.length === 0) continue;
    const words = tokenizer
      .words(text)
      .map(indexOf)
      .filter((index) => index !== undefined);
    const distinct = Int32Array.from(new Set(words));
    const logs = model.logProbabilities([condition], distinct);
    const logOf = new Map(Array.from(distinct, (w, i) => [w, logs[i]]));
    for (const w of words) {
      const copy = condition.includes(w) ? epsilon / condition.length : 0;
      const fromModel = (1 - epsilon) * lambda * Math.exp(logOf.get(w));
      const total = copy + fromModel + ((1 - epsilon) * (1 - lambda) * counts[w]) / tokenCount;
      copied += copy / total;
      modelled += fromModel / total;
      all++;
      logLikelihood += Math.log(total);
    }
  }
  epsilon = copied / all;
  lambda = modelled / (all - copied);
  console.log(
    `round ${round + 1}: log p ${(logLikelihood / all).toFixed(4)} a token, ε ${epsilon.toFixed(4)}, λ ${lambda.toFixed(4)}`,
  );
}
