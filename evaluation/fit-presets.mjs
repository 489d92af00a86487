// Fits the presets of the weights (src/extract/presets.ts) to the sets of each kind, and shows what they gain.
//
//   node evaluation/fit-presets.mjs [--kinds abstract,news] [--limit 240] [--write] DATA_DIRECTORY
//
// Each set is judged by weights that were fitted to the other half of its texts and of the other sets (cross-fitted), and,
// where there are several sets, by weights fitted to the other sets alone (left out). Before: the shipped weights, which
// know these sets. With --write the weights fitted to all texts are put into src/extract/presets.ts; run it again whenever
// the terms or the shipped weights have changed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readDataset } from '../dist/cli/evaluation-methods.js';
import { presets } from '../dist/extract/presets.js';
import { compareRankings, extractKeywords, fitPrior, loadModel } from '../dist/node.js';
import { shuffled } from './shuffled.mjs';

/** The sets of a kind; a * marks sets of which every other text is without its title. */
const KINDS = {
  abstract: { en: ['en_inspec', 'en_semeval2017', 'en_www', 'en_kdd'], zh: ['zh_csl*'] },
  news: { en: ['en_duc2001', 'en_kpcrowd'] },
  post: { zh: ['zh_cosx'] },
  title: { zh: ['zh_toutiao'] },
  paper: { en: ['en_theses100', 'en_citeulike180'] },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kinds: { type: 'string', default: Object.keys(KINDS).join(',') },
    limit: { type: 'string', default: '240' },
    write: { type: 'boolean', default: false },
  },
});
const [directory] = positionals;
if (!directory) throw new Error('Usage: node evaluation/fit-presets.mjs DATA_DIRECTORY');

const MEASURES = ['P@1', 'F1@5', 'F1@10'];
const percent = (value) => (100 * value).toFixed(1);

console.log('| kind | set | texts | before | cross-fitted | left out |\n| --- | --- | --: | --: | --: | --: |');
const fitted = structuredClone(presets);
for (const kind of values.kinds.split(',')) {
  fitted[kind] = {};
  for (const [language, names] of Object.entries(KINDS[kind])) {
    const model = await loadModel(language);
    const sets = names.map((name) => readSet(name));
    const fit = (texts) => fitPrior(model, texts, { lang: language }).weights;
    const halves = [0, 1].map((half) => fit(sets.flatMap((set) => set.texts.filter((_, i) => i % 2 !== half))));
    for (const set of sets) {
      const crossed = rankingOf(set.texts, (i) => halves[i % 2]);
      const others = sets.filter((other) => other !== set);
      const left = others.length > 0 ? fit(others.flatMap(({ texts }) => texts)) : undefined;
      const cells = [rankingOf(set.texts, () => undefined), crossed, left && rankingOf(set.texts, () => left)].map(
        (keywords) => (keywords ? measure(set.texts, keywords).map(percent).join(' / ') : '–'),
      );
      console.log(`| ${kind} | ${set.name} | ${set.texts.length} | ${cells.join(' | ')} |`);
    }
    fitted[kind][language] = fit(sets.flatMap(({ texts }) => texts)).weights;

    function rankingOf(texts, weightsOf) {
      return texts.map(({ text }, i) =>
        extractKeywords(model, text, { lang: language, weights: weightsOf(i) }).map((keyword) => keyword.text),
      );
    }

    function measure(texts, keywords) {
      const [{ means }] = compareRankings(texts, [{ method: '', keywords }], language, 'all');
      return MEASURES.map((name) => means[name]);
    }
  }
}

if (values.write) {
  const path = new URL('../src/extract/presets.ts', import.meta.url);
  const source = readFileSync(path, 'utf8');
  const from = source.indexOf('> = {') + '> = '.length;
  writeFileSync(path, `${source.slice(0, from)}${JSON.stringify(fitted, null, 2).replaceAll(/"(\w+)":/g, '$1:')};\n`);
} else console.log(`\n${JSON.stringify(fitted)}`);

/** A random sample of a set, in random order. */
function readSet(marked) {
  const name = marked.replace('*', '');
  const all = readDataset(join(directory, `${name}.jsonl`)).filter(({ keywords }) => keywords.length > 0);
  const texts = shuffled(all, 1).slice(0, Number(values.limit));
  if (name === marked) return { name, texts };
  // Halves are told apart by even and odd places, so pairs of places lose their titles together.
  const untitled = ({ text, ...one }) => ({ ...one, text: text.slice(text.indexOf('\n\n') + 2) });
  return { name, texts: texts.map((one, i) => (i % 4 < 2 ? one : untitled(one))) };
}
