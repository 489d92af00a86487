// What weights gain that are fitted to some labelled texts of a set (fitPrior), on the half of the set that is held out.
//
//   node evaluation/fit-labelled.mjs [--sizes 25,50,100] [--repeats 4] [--limit 400] [--loso FILE] LANGUAGE DATASET.jsonl…
//
// The shipped weights were fitted to these sets, so that the gain over them is smaller than on a set of your own. With
// --loso the start is weights that never saw the set: the last line that evaluation/fit-prior.mjs prints.
// Whether the fit was refused is told, too: a fit that does not beat its start beyond noise is not used.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { compareRankings, extractKeywords, fitPrior, loadModel } from '../packages/core/dist/node.js';
import { readDataset } from './dataset.mjs';
import { shuffled } from './shuffled.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '50,100' },
    repeats: { type: 'string', default: '4' },
    limit: { type: 'string', default: '400' },
    loso: { type: 'string' },
  },
});
const [language, ...files] = positionals;
if (files.length === 0) throw new Error('Usage: node evaluation/fit-labelled.mjs LANGUAGE DATASET.jsonl…');
const model = await loadModel(language);
const unseen = values.loso && JSON.parse(readFileSync(values.loso, 'utf8').trim().split('\n').at(-1));
const MEASURES = ['P@1', 'F1@5', 'F1@10'];
const percent = (value) => (100 * value).toFixed(1);

/** (measures) means over documents by weights. */
function measure(documents, weights) {
  const keywords = documents.map(({ text }) =>
    extractKeywords(model, text, { lang: language, weights }).map((keyword) => keyword.text),
  );
  const [{ means }] = compareRankings(documents, [{ method: '', keywords }], language, 'all');
  return MEASURES.map((name) => means[name]);
}

const mean = (rows) => rows[0].map((_, i) => rows.reduce((sum, row) => sum + row[i], 0) / rows.length);

console.log('| set | texts | before | after | gain | used | seconds |\n| --- | --: | --: | --: | --: | --: | --: |');
for (const file of files) {
  const name = basename(file, '.jsonl');
  const documents = (await readDataset(file))
    .filter(({ keywords }) => keywords.length > 0)
    .slice(0, Number(values.limit));
  if (unseen && !unseen[name]) throw new Error(`${values.loso} has no weights with ${name} left out.`);
  const start = unseen && { version: 1, language, weights: unseen[name] };
  for (const size of values.sizes.split(',').map(Number)) {
    if (size > documents.length / 2) continue;
    const before = [];
    const after = [];
    let used = 0;
    let seconds = 0;
    for (let repeat = 0; repeat < Number(values.repeats); repeat++) {
      const order = shuffled(documents, repeat + 1);
      const held = order.slice(order.length >> 1);
      const began = process.cpuUsage();
      const { weights, isBetter } = fitPrior(model, order.slice(0, size), { lang: language, weights: start });
      seconds += process.cpuUsage(began).user / 1e6;
      before.push(measure(held, start));
      after.push(measure(held, weights));
      used += Number(isBetter);
    }
    const [b, a] = [mean(before), mean(after)];
    const gain = a.map((value, i) => `${value < b[i] ? '' : '+'}${percent(value - b[i])}`);
    const cells = [b.map(percent), a.map(percent), gain].map((row) => row.join(' / '));
    console.log(
      `| ${name} | ${size} | ${cells.join(' | ')} | ${used} of ${values.repeats} | ${(seconds / Number(values.repeats)).toFixed(1)} |`,
    );
  }
}
