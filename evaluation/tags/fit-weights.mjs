// Fits the weights that come with the library (packages/core/src/tags/tag-weights.ts) to the texts to learn from of several sets, each set
// counting the same: node evaluation/tags/fit-weights.mjs SETS_DIRECTORY [left out set]
//
// First those of mention and meaning, each text both as if no other were known and after all were read without their tags; then,
// with these held, those of what is learned, each text read as if it had not been learned from. SETS_DIRECTORY is made by
// make-sets.mjs. What comes with the library differs in said, phrase and usual, which were then chosen by MRR and R@5 of the same
// halves.
import { readdirSync, readFileSync } from 'node:fs';
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

const lines = (name) => readFileSync(join(directory, name), 'utf8').split('\n').filter(Boolean);
const sets = readdirSync(directory)
  .flatMap((name) => /^(\w+)\.tags\.txt$/.exec(name)?.[1] ?? [])
  .filter((set) => set !== leftOut);
const prepared = [];
for (const set of sets) {
  const model = await loadModel(set.slice(0, 2));
  const index = compileTags(
    lines(`${set}.tags.txt`).map((label) => ({ id: label, label })),
    model,
  );
  const records = lines(`${set}.learn.jsonl`).map((line) => JSON.parse(line));
  const texts = records.map(({ title, text, tags }) => ({
    titleLength: title?.length,
    text: title && !text.startsWith(title) ? `${title}\n${text}` : text,
    tags,
  }));
  const { ids } = placesOf(index);
  const sample = texts.slice(0, TEXTS).map(({ text, titleLength, tags }) => ({
    text: readTagText(index, text, undefined, titleLength),
    own: new Set(tags.map((tag) => ids.get(tag))),
  }));
  const reading = { ...index };
  learnTags(
    reading,
    texts.map((one) => ({ ...one, tags: [] })),
  );
  prepared.push({ index, reading, texts, sample });
}

/** Each set counts as many texts as it has, so it is repeated until all have about the same. */
const together = (of) => of.flatMap((texts) => Array.from({ length: TEXTS }, (_, i) => texts[i % texts.length]));

/** The weights of some features, those of all others as they are. @param of the indexes: `index`, `reading` or both */
function fit(start, of, names) {
  const free = new Set(names.map((name) => featureNames.indexOf(name)));
  const texts = of.flatMap((kind) =>
    together(
      prepared.map(({ sample, ...indexes }) =>
        sample.map((one, i) => {
          const index = { ...indexes[kind], weights: { ...indexes[kind].weights, values: start } };
          return holding(start, free, fittingText(index, one, i + 1).text);
        }),
      ),
    ),
  );
  const values = fitWeights(texts, start, 0);
  return values.map((value, f) => (free.has(f) ? value : start[f]));
}

/** A text whose other features are nothing, and what they add to the scores is part of the counts. */
function holding(weights, free, { features, counts, given }) {
  const left = Float64Array.from(features);
  const held = Float64Array.from(counts, (count, c) => {
    let score = 0;
    for (let f = 0; f < F; f++) {
      if (free.has(f)) continue;
      score += weights[f] * features[c * F + f];
      left[c * F + f] = 0;
    }
    return count * Math.exp(score);
  });
  return { features: left, counts: held, given };
}

let weights = startingWeights().values;
for (let round = 0; round < 2; round++) {
  weights = fit(weights, ['index', 'reading'], [...tagFeatures.mention, ...tagFeatures.meaning]);
}
for (const { index, texts } of prepared) learnTags(index, texts);
weights = fit(weights, ['index'], tagFeatures.learned);
console.log(`Fitted to ${sets.join(', ')}`);
featureNames.forEach((name, f) => {
  console.log(`  ${name}: ${weights[f].toFixed(2)},`);
});
