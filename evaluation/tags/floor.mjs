// How often a tag that no word says is right, by its score: node evaluation/tags/floor.mjs SETS_DIRECTORY
//
// By the halves made for tuning (make-sets.mjs), from lists of 20 tags, as a blog has them: those of the text and others drawn at
// random; the first five tags of each text. Learned is from 100 texts at most.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileTags, learnTags, loadModel, suggestTags } from '../../packages/core/dist/node.js';

const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error('Usage: node evaluation/tags/floor.mjs SETS_DIRECTORY');
const TAGS = 20;
const TEXTS = 60;
const LOWEST = -1e6;
const bounds = [-1, -0.5, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 1.5, Number.POSITIVE_INFINITY];

const lines = (name) =>
  readFileSync(join(directory, 'dev', name), 'utf8')
    .split('\n')
    .filter(Boolean);
const bins = { none: bounds.map(() => [0, 0]), learned: bounds.map(() => [0, 0]) };
const sets = readdirSync(join(directory, 'dev')).flatMap((name) => /^(\w+)\.jsonl$/.exec(name)?.[1] ?? []);
for (const set of sets) {
  const model = await loadModel(set.slice(0, 2));
  const labels = lines(`${set}.tags.txt`);
  const learn = lines(`${set}.learn.jsonl`)
    .slice(0, 100)
    .map((line) => JSON.parse(line));
  lines(`${set}.jsonl`)
    .slice(0, TEXTS)
    .forEach((line, i) => {
      const { text, tags } = JSON.parse(line);
      const list = new Set(tags.slice(0, 5));
      for (let drawn = i + 1; list.size < Math.min(TAGS, labels.length); drawn++) {
        list.add(labels[(drawn * 7919) % labels.length]);
      }
      const index = compileTags(
        Array.from(list, (label) => ({ id: label, label })),
        model,
      );
      for (const kind of ['none', 'learned']) {
        if (kind === 'learned')
          learnTags(
            index,
            learn.map((one) => ({ ...one, tags: one.tags.filter((tag) => list.has(tag)) })),
          );
        for (const { id, evidence, forms } of suggestTags(index, text, { minScore: LOWEST })) {
          if (forms.length > 0) continue;
          const score = evidence.meaning + evidence.learned;
          const bin = bins[kind][bounds.findIndex((bound) => score < bound)];
          bin[0]++;
          if (tags.includes(id)) bin[1]++;
        }
      }
    });
}
for (const [kind, counts] of Object.entries(bins)) {
  console.log(`${kind}: score below, tags, right in percent`);
  counts.forEach(([all, right], b) => {
    if (all > 0)
      console.log(
        `  ${String(bounds[b]).padStart(8)} ${String(all).padStart(6)} ${((100 * right) / all).toFixed(1).padStart(6)}`,
      );
  });
}
