// Fits the weights that come with the library (packages/core/src/tags/tag-weights.ts) to the texts to learn from of several sets, each set
// counting the same: node evaluation/tags/fit-weights.mjs SETS_DIRECTORY [left out set]
//
// First those of mention and meaning, as they are without examples; then, with these held, those of what is learned, each
// text read as if it had not been learned from. SETS_DIRECTORY is made by make-sets.mjs.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileTags, learnTags, loadModel } from '../../packages/core/dist/node.js';
import { fitWeights } from '../../packages/core/dist/tags/fit-weights.js';
import { fittingText } from '../../packages/core/dist/tags/learn-tags.js';
import { placesOf } from '../../packages/core/dist/tags/places.js';
import { readTagText } from '../../packages/core/dist/tags/tag-text.js';
import { featureNames, startingWeights, tagFeatures } from '../../packages/core/dist/tags/tag-weights.js';

const [directory, leftOut] = process.argv.slice(2);
if (directory === undefined)
  throw new Error('Usage: node evaluation/tags/fit-weights.mjs SETS_DIRECTORY [left out set]');
const TEXTS = 200;
const F = featureNames.length;
const withoutLearned = F - tagFeatures.learned.length;

const lines = (...path) =>
  readFileSync(join(directory, ...path), 'utf8')
    .split('\n')
    .filter(Boolean);
const sets = readdirSync(directory).filter((set) => set !== leftOut && existsSync(join(directory, set, 'tags.txt')));
const prepared = [];
for (const set of sets) {
  const model = await loadModel(set.slice(0, 2));
  const index = compileTags(
    lines(set, 'tags.txt').map((label) => ({ id: label, label })),
    model,
  );
  const records = lines(set, 'learn.jsonl').map((line) => JSON.parse(line));
  const texts = records.map(({ title, text, tags }) => ({
    text: title && !text.startsWith(title) ? `${title}\n${text}` : text,
    tags,
  }));
  const { ids } = placesOf(index);
  const sample = texts.slice(0, TEXTS).map(({ text, tags }) => ({
    text: readTagText(index, text),
    own: new Set(tags.map((tag) => ids.get(tag))),
  }));
  prepared.push({ index, texts, sample });
}

/** Each set counts as many texts as it has, so it is repeated until all have about the same. */
const together = (of) => of.flatMap((texts) => Array.from({ length: TEXTS }, (_, i) => texts[i % texts.length]));

const fit = (start, adapt = (text) => text) =>
  fitWeights(
    together(
      prepared.map(({ index, sample }) =>
        sample.map((one, i) =>
          adapt(fittingText({ ...index, weights: { ...index.weights, values: start } }, one, i + 1).text),
        ),
      ),
    ),
    start,
    0,
  );

let weights = startingWeights().values;
for (let round = 0; round < 2; round++) weights = fit(weights);
for (const { index, texts } of prepared) learnTags(index, texts);
const learned = fit(weights, ({ features, counts, given }) => {
  const held = Float64Array.from(features);
  const held_counts = Float64Array.from(counts, (count, c) => {
    let score = 0;
    for (let f = 0; f < withoutLearned; f++) {
      score += weights[f] * features[c * F + f];
      held[c * F + f] = 0;
    }
    return count * Math.exp(score);
  });
  return { features: held, counts: held_counts, given };
});
console.log(`Fitted to ${sets.join(', ')}`);
featureNames.forEach((name, f) => {
  console.log(`  ${name}: ${(f < withoutLearned ? weights : learned)[f].toFixed(2)},`);
});
