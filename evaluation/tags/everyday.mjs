// How good the tags of short everyday texts are, by lists of a shop's help desk and of a magazine's subjects:
//
//   node evaluation/tags/everyday.mjs [--wrong]
//
// Lists (everyday-lists.tsv) and texts (everyday.tsv: list, text, right tags) are our own, written before one text was tagged. On
// the left the even texts, by which the choices were made; on the right the odd ones. Ranked without a least score in P@1, R@5
// and MRR; and as suggestTags shows them: texts of which the first tag is right, is wrong, and that have none.
import { readFileSync } from 'node:fs';
import { measureTags } from '../../packages/core/dist/evaluate/tag-measures.js';
import { compileTags, loadModel, suggestTags } from '../../packages/core/dist/node.js';

const rows = (name) =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
const texts = rows('everyday.tsv');

console.log('list      texts   P@1   R@5   MRR  right wrong none');
for (const [list, names] of rows('everyday-lists.tsv')) {
  const index = compileTags(
    names.split(',').map((label) => ({ id: label, label })),
    await loadModel(list.slice(0, 2)),
  );
  const own = texts.filter(([of]) => of === list);
  for (const half of [0, 1]) {
    const some = own.filter((_, i) => i % 2 === half);
    const sums = { 'P@1': 0, 'R@5': 0, MRR: 0 };
    const shown = [0, 0, 0];
    for (const [, text, tags] of some) {
      const gold = new Set(tags.split(','));
      const ranked = suggestTags(index, text, { topN: 100, minScore: -1e6 }).map(({ id }) => id);
      const measures = measureTags(ranked, gold);
      for (const name in sums) sums[name] += (100 * measures[name]) / some.length;
      const [first] = suggestTags(index, text);
      shown[first ? (gold.has(first.id) ? 0 : 1) : 2]++;
      if (process.argv.includes('--wrong') && half === 0 && !gold.has(ranked[0])) {
        console.log(`  ${text}: ${ranked.slice(0, 5).join(', ')}; ${tags}`);
      }
    }
    const cells = Object.values(sums).map((sum) => sum.toFixed(1).padStart(6));
    const name = `${list} ${half === 0 ? 'even' : 'odd'}`.padEnd(12);
    console.log(
      `${name}${String(some.length).padStart(3)}${cells.join('')}${shown.map((n) => String(n).padStart(6)).join('')}`,
    );
  }
}
