// Fits the presets of the weights (packages/core/src/extract/presets.ts) to the sets of each kind, and shows what they gain.
//
//   node evaluation/fit-presets.mjs [--kinds abstract,news,post,title,paper] [--write] DATA_DIRECTORY
//
// Each set is judged by weights that were fitted to the other half of its texts and of the other sets (cross-fitted), and,
// where there are several sets, by weights fitted to the other sets alone (left out). Before: the shipped weights, which
// know these sets. The strength of the ridge is the one with the best mean ratio of the three measures, cross-fitted. With
// --write the weights fitted to all texts are put into packages/core/src/extract/presets.ts; run it again whenever the terms or the
// shipped weights have changed.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureRanking } from '../packages/core/dist/evaluate/ranking-measures.js';
import { presets } from '../packages/core/dist/extract/presets.js';
import { priorWeights } from '../packages/core/dist/extract/prior.js';
import { priorTerms } from '../packages/core/dist/extract/prior-terms.js';
import { prepareText } from '../packages/core/dist/fit/labelled-text.js';
import { fitListwise } from '../packages/core/dist/fit/listwise-softmax.js';
import { loadModel } from '../packages/core/dist/node.js';
import { readDataset } from './dataset.mjs';
import { shuffled } from './shuffled.mjs';

/** The sets of a kind; a * marks sets of which every other text is without its title. */
const KINDS = {
  abstract: { en: ['en_inspec', 'en_semeval2017', 'en_www', 'en_kdd'], zh: ['zh_csl*'] },
  news: { en: ['en_duc2001', 'en_kpcrowd'] },
  post: { zh: ['zh_cosx'] },
  title: { zh: ['zh_toutiao'] },
  paper: { en: ['en_theses100', 'en_citeulike180'] },
};
/** Texts of a set: headlines are short. */
const LIMITS = { title: 1000 };
const LIMIT = 240;
const STRENGTHS = [1000, 300, 100, 30, 10];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kinds: { type: 'string', default: Object.keys(KINDS).join(',') },
    write: { type: 'boolean', default: false },
  },
});
// Kinds that are not asked for are written as dist has them.
const [source, built] = ['../packages/core/src/extract/presets.ts', '../packages/core/dist/extract/presets.js'].map(
  (path) => new URL(path, import.meta.url),
);
if (values.write && statSync(source).mtimeMs > statSync(built).mtimeMs)
  throw new Error('dist is older than packages/core/src/extract/presets.ts: run npm run build first.');
const [directory] = positionals;
if (!directory) throw new Error('Usage: node evaluation/fit-presets.mjs DATA_DIRECTORY');

const MEASURES = ['P@1', 'F1@5', 'F1@10'];
const mean = (numbers) => numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
const shown = (row) => (row ? row.map((value) => (100 * value).toFixed(1)).join(' / ') : '–');

console.log('| kind | set | texts | before | cross-fitted | left out |\n| --- | --- | --: | --: | --: | --: |');
const fitted = structuredClone(presets);
for (const kind of values.kinds.split(',')) {
  fitted[kind] = {};
  for (const [language, names] of Object.entries(KINDS[kind])) {
    const model = await loadModel(language);
    const start = Float64Array.from(priorTerms, ({ name }) => priorWeights[language][name] ?? 0);
    const sets = await Promise.all(names.map((name) => readSet(name, LIMITS[kind] ?? LIMIT, model, language, start)));
    const tried = STRENGTHS.map((strength) => ({ strength, rows: judge(sets, start, strength) }));
    // How many per cent better than before, over sets and measures.
    const gainOf = ({ rows }) =>
      mean(rows.flatMap(({ before, crossed }) => crossed.map((value, i) => Math.log(value / before[i]))));
    const best = tried.reduce((a, b) => (gainOf(b) > gainOf(a) ? b : a));
    for (const { name, texts, before, crossed, left } of best.rows) {
      console.log(`| ${kind} | ${name} | ${texts} | ${[before, crossed, left].map(shown).join(' | ')} |`);
    }
    const all = sets.flatMap(({ texts }) => texts);
    fitted[kind][language] = named(fit(all, start, best.strength));
    console.error(
      `${kind} ${language}: strength ${best.strength} of ${tried.map((t) => `${t.strength} ${shown([gainOf(t)])}`).join(', ')}`,
    );
  }
}

if (values.write) {
  const code = readFileSync(source, 'utf8');
  const from = code.indexOf('> = {') + '> = '.length;
  writeFileSync(source, `${code.slice(0, from)}${JSON.stringify(fitted, null, 2).replaceAll(/"(\w+)":/g, '$1:')};\n`);
} else console.log(`\n${JSON.stringify(fitted)}`);

function judge(sets, start, strength) {
  const halves = [0, 1].map((half) =>
    fit(
      sets.flatMap(({ texts }) => texts.filter((_, i) => i % 2 !== half)),
      start,
      strength,
    ),
  );
  return sets.map((set) => {
    const others = sets.filter((other) => other !== set).flatMap(({ texts }) => texts);
    const left = others.length > 0 ? fit(others, start, strength) : undefined;
    return {
      name: set.name,
      texts: set.texts.length,
      before: measure(set.texts, () => start),
      crossed: measure(set.texts, (i) => halves[i % 2]),
      left: left && measure(set.texts, () => left),
    };
  });
}

function fit(texts, start, strength) {
  const lists = texts.map(({ list }) => list).filter(({ good, logScores }) => good > 0 && good < logScores.length);
  return fitListwise(lists, start, strength);
}

function measure(texts, weightsOf) {
  const rows = texts.map((text, i) => measureRanking(text.rank(weightsOf(i)), text.gold));
  return MEASURES.map((name) => mean(rows.map((row) => row[name])));
}

function named(weights) {
  return Object.fromEntries(
    priorTerms.flatMap(({ name }, i) => (Math.abs(weights[i]) < 0.005 ? [] : [[name, Number(weights[i].toFixed(2))]])),
  );
}

/** A random sample of a set, in random order. */
async function readSet(marked, limit, model, language, start) {
  const name = marked.replace('*', '');
  const all = (await readDataset(join(directory, `${name}.jsonl`))).filter(({ keywords }) => keywords.length > 0);
  // Halves are told apart by even and odd places, so pairs of places lose their titles together.
  const isUntitled = (i) => name !== marked && i % 4 >= 2;
  const texts = shuffled(all, 1)
    .slice(0, limit)
    .map(({ text, keywords }, i) => ({ text: isUntitled(i) ? text.slice(text.indexOf('\n\n') + 2) : text, keywords }))
    .map((labelled) => prepareText(model, labelled, language, start));
  return { name, texts };
}
