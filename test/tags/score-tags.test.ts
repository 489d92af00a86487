import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compileTags, learnTags, loadModel } from '../../packages/core/dist/node.js';
import { learnedWords } from '../../packages/core/dist/tags/learned.js';
import { textVector } from '../../packages/core/dist/tags/meaning.js';
import { mentionFeatures } from '../../packages/core/dist/tags/mention.js';
import { placesOf } from '../../packages/core/dist/tags/places.js';
import { scoreTags } from '../../packages/core/dist/tags/score-tags.js';
import { evidenceNames } from '../../packages/core/dist/tags/tag.js';
import type { TagIndex } from '../../packages/core/dist/tags/tag-index.js';
import { readTagText, type TagText } from '../../packages/core/dist/tags/tag-text.js';
import { featureAt, featureNames, startingWeights } from '../../packages/core/dist/tags/tag-weights.js';

/** The definition: every feature of every tag, and the sum of all. */
function plainScores(index: TagIndex, text: TagText, own?: ReadonlySet<number>): number[] {
  const { meaning, learned, weights } = index;
  const { vectors, dim, shares } = meaning;
  const T = index.ids.length;
  const vector = textVector(index, text);
  const cosines = Array.from({ length: T }, (_, t) =>
    vector ? vectors.subarray(t * dim, (t + 1) * dim).reduce((sum, value, d) => sum + value * vector[d], 0) : 0,
  );
  // Tags without a vector say nothing of how near tags are.
  const filled = cosines.filter((_, t) => vectors.subarray(t * dim, (t + 1) * dim).some((value) => value !== 0));
  const count = Math.max(1, filled.length);
  const mean = filled.reduce((sum, one) => sum + one, 0) / count;
  const deviation = Math.max(0.05, Math.sqrt(filled.reduce((sum, one) => sum + (one - mean) ** 2, 0) / count));
  const cover = new Map<number, number>();
  for (const stem of new Set(text.words.map(({ known }) => known.stem))) {
    const row = placesOf(index).stems.get(stem);
    for (let at = shares.offsets[row ?? 0]; row !== undefined && at < shares.offsets[row + 1]; at++) {
      cover.set(shares.columns[at], (cover.get(shares.columns[at]) ?? 0) + shares.values[at]);
    }
  }
  const likeness = new Map<number, number>();
  for (const { row, factor, mass } of learned ? learnedWords(learned, placesOf(index).learned, text) : []) {
    const { offsets, columns, values } = learned!.masses;
    for (let at = offsets[row]; at < offsets[row + 1]; at++) {
      const others = values[at] - (own?.has(columns[at]) ? mass : 0);
      likeness.set(columns[at], (likeness.get(columns[at]) ?? 0) + factor * others);
    }
  }
  return cosines.map((cosine, tag) => {
    const features = new Float64Array(featureNames.length);
    const said = text.mentions.get(tag);
    const closeness = cosine === 0 ? 0 : (cosine - mean) / deviation;
    const uses = (learned?.uses[tag] ?? 0) - (own?.has(tag) ? 1 : 0);
    const like = uses < 1 ? 0 : Math.max(0, likeness.get(tag) ?? 0) / Math.sqrt(uses);
    if (!said && !cover.has(tag) && like === 0 && closeness <= 0) return Number.NEGATIVE_INFINITY;
    if (said) mentionFeatures(index, text, tag, own !== undefined, features);
    else features[featureAt.cover] = cover.get(tag) ?? 0;
    features[featureAt.wholeCover] = features[featureAt.cover] > 0.999 ? 1 : 0;
    // Of what a long text says closeness counts less.
    const share = Math.min(1, Math.max(0, 1 - 0.25 * Math.log(text.words.length / 60)));
    features[featureAt.closeness] = said ? share * closeness : closeness;
    features[featureAt.saidCloseness] = said ? share * closeness : 0;
    if (learned) {
      features[featureAt.likeness] = 10 * like;
      features[featureAt.use] = Math.log1p(uses);
      features[featureAt.used] = uses > 0 ? 1 : 0;
    }
    return weights.values.reduce((sum, weight, f) => sum + weight * features[f], 0);
  });
}

const repository = new URL('../../', import.meta.url);
const sources = {
  en: ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/tags.md'],
  zh: ['README.zh.md', 'examples/article.txt'],
} as const;

for (const language of ['en', 'zh'] as const) {
  test(`the best tags of real texts and their scores are those of the definition (${language})`, async () => {
    const model = await loadModel(language);
    const { words } = model.model.vocabulary;
    const texts = sources[language]
      .flatMap((file) => readFileSync(new URL(file, repository), 'utf8').split('\n\n'))
      .filter((text) => text.length > 80)
      .slice(0, 40);
    // Words and pairs of words of the vocabulary, some of no word that is known.
    const labels = Array.from({ length: 3000 }, (_, i) =>
      i % 50 === 0 ? `qqx${i}` : i % 3 === 0 ? words[500 + i] : `${words[300 + i]} ${words[(7 * i) % 9000]}`,
    );
    const index = compileTags(
      [...new Set(labels)].map((label) => ({ id: label, label })),
      model,
    );
    for (const learn of [false, true]) {
      if (learn) {
        const tagged = texts.map((text, i) => ({ text, tags: [words[503 + 3 * (i % 7)], labels[i]] }));
        learnTags(index, tagged);
      }
      for (const [i, text] of texts.entries()) {
        const read = readTagText(index, text);
        const own = learn && i % 2 === 0 ? new Set([placesOf(index).ids.get(labels[i])!]) : undefined;
        const expected = plainScores(index, read, own);
        const order = expected.map((_, tag) => tag).filter((tag) => expected[tag] > Number.NEGATIVE_INFINITY);
        order.sort((a, b) => expected[b] - expected[a] || a - b);
        for (const count of [1, 20, 5000]) {
          const { best, features } = scoreTags(index, read, evidenceNames, count, own);
          assert.equal(best.length, Math.min(count, order.length));
          best.forEach(({ tag, score }, place) => {
            assert.ok(Math.abs(score - expected[tag]) < 1e-6);
            // Another one in its place has the same score but for rounding.
            assert.ok(Math.abs(score - expected[order[place]]) < 1e-6);
            const row = new Float64Array(featureNames.length);
            features(tag, row);
            assert.ok(Math.abs(score - row.reduce((sum, value, f) => sum + value * index.weights.values[f], 0)) < 1e-9);
          });
        }
      }
    }
  });
}

test('closeness counts in full for what a short text says, less in a longer one, and in full for what no text says', async () => {
  const model = await loadModel('en');
  const labels = ['telescope', 'astronomy', 'cooking'];
  const index = compileTags(
    labels.map((label) => ({ id: label, label })),
    model,
  );
  const filler = model.model.vocabulary.words.filter((word) => /^[a-z]+$/.test(word)).slice(200, 800);
  const closenessOf = (text: string, tag: number, evidence = evidenceNames as readonly ('mention' | 'meaning')[]) => {
    const row = new Float64Array(featureNames.length);
    scoreTags(index, readTagText(index, text), evidence, 3).features(tag, row);
    return row[featureAt.closeness];
  };
  for (const [count, share] of [
    [0, 1],
    [300, 0.59],
    [600, 0.42],
  ]) {
    const text = `The telescope saw a comet. ${filler.slice(0, count).join(' ')}`;
    // Without mentions nothing is said.
    const alone = closenessOf(text, 0, ['meaning']);
    assert.ok(Math.abs(closenessOf(text, 0) / alone - share) < 0.02, `${count}: ${closenessOf(text, 0) / alone}`);
    assert.equal(closenessOf(text, 1), closenessOf(text, 1, ['meaning']));
  }
});

test('closeness counts less for what is said, but not that of an encoder', () => {
  assert.ok(startingWeights().values[featureAt.saidCloseness] < 0);
  assert.equal(startingWeights(true).values[featureAt.saidCloseness], 0);
});
