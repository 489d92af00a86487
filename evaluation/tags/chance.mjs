// How near the tags of a list are by chance to a text: node evaluation/tags/chance.mjs SETS_DIRECTORY DATA_DIRECTORY
//
// Lists of 5 and 20 tags, drawn at random from the halves made for tuning (make-sets.mjs), with the beginnings of texts of
// other sets, up to so many known words: how often any tag is suggested from a cosine on, without --min-score; and with the
// beginnings of their own texts, five of whose tags are in the list: how many tags that the text does not say, how many right.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileTags, loadModel } from '../../packages/core/dist/node.js';
import { closenessTo } from '../../packages/core/dist/tags/closeness.js';
import { leastCosine } from '../../packages/core/dist/tags/suggest-tags.js';
import { readTagText } from '../../packages/core/dist/tags/tag-text.js';

const [directory, data] = process.argv.slice(2);
if (data === undefined) throw new Error('Usage: node evaluation/tags/chance.mjs SETS_DIRECTORY DATA_DIRECTORY');
const TEXTS = 100;
const LENGTHS = [2, 4, 8, 16, 30, 60, 120];
const COSINES = (size) => [-1, 0.1, 0.125, 0.15, 0.175, 0.2, leastCosine(size), 0.25];
/** As suggestTags has them. */
const [WEIGHT, LEAST_SCORE] = [0.86, 0.5];

const linesOf = (path) => readFileSync(path, 'utf8').split('\n').filter(Boolean);
const recordsOf = (path) =>
  linesOf(path)
    .slice(0, TEXTS)
    .map((line) => JSON.parse(line));
const sets = readdirSync(join(directory, 'dev')).flatMap((name) => /^(\w+)\.tags\.txt$/.exec(name)?.[1] ?? []);

/** The beginning of a text with so many known words; undefined where it has not as many. */
function beginning(index, text, length) {
  const parts = text.split(/(?<=[\s，。；、])/u);
  for (let n = 1; n <= parts.length; n++) {
    const read = readTagText(index, parts.slice(0, n).join(''), undefined);
    if (read.words.filter(({ known }) => known.index >= 0 && known.surprise > 0).length >= length) return read;
  }
  return undefined;
}

for (const size of [5, 20]) {
  const cosines = COSINES(size);
  const counts = LENGTHS.map(() => cosines.map(() => ({ chance: 0, shown: 0, right: 0 })));
  const lists = LENGTHS.map(() => 0);
  for (const set of sets) {
    const language = set.slice(0, 2);
    const model = await loadModel(language);
    const labels = linesOf(join(directory, 'dev', `${set}.tags.txt`)).map((line) => line.split('\t')[0]);
    const foreign = language === 'en' ? ['en_kpcrowd', 'en_duc2001'] : ['zh_toutiao', 'zh_csl', 'zh_cosx'];
    const own = recordsOf(join(directory, 'dev', `${set}.jsonl`));
    const others = foreign.filter((one) => one !== set).flatMap((one) => recordsOf(join(data, 'eval', `${one}.jsonl`)));
    for (const [i, { text, tags }] of [...own, ...others.map(({ text }) => ({ text }))].entries()) {
      const list = new Set(tags?.slice(0, 5));
      for (let drawn = i + 1; list.size < Math.min(size, labels.length); drawn++) {
        list.add(labels[(drawn * 7919) % labels.length]);
      }
      const named = [...list];
      const index = compileTags(
        named.map((label) => ({ id: label, label })),
        model,
      );
      LENGTHS.forEach((length, l) => {
        const read = beginning(index, text, length);
        const closeness = read && closenessTo(index, read);
        if (!closeness) return;
        if (!tags) lists[l]++;
        const unsaid = [...named.keys()].filter(
          (tag) => !read.mentions.has(tag) && WEIGHT * closeness.of(tag) >= LEAST_SCORE,
        );
        const near = unsaid.map((tag) => ({ cosine: closeness.cosine(tag), isRight: tags?.includes(named[tag]) }));
        cosines.forEach((least, c) => {
          const shown = near.filter(({ cosine }) => cosine >= least);
          const count = counts[l][c];
          if (!tags) count.chance += shown.length > 0 ? 1 : 0;
          else count.shown += shown.length;
          count.right += shown.filter(({ isRight }) => isRight).length;
        });
      });
    }
  }
  console.log(
    `lists of ${size}: words; from a cosine of ${cosines.map((cosine) => cosine.toFixed(3)).join(', ')} on: % of foreign texts with a tag, right/shown of their own`,
  );
  LENGTHS.forEach((length, l) => {
    const cells = counts[l].map(
      ({ chance, shown, right }) => `${((100 * chance) / lists[l]).toFixed(0)} % ${right}/${shown}`,
    );
    console.log(`  ${String(length).padStart(3)}  ${cells.join('   ')}`);
  });
}
