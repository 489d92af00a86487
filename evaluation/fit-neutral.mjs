// Fits the weights of languages without a model (packages/core/src/extract/neutral-terms.ts), and shows what they reach on sets that they
// were not fitted to.
//
//   node evaluation/fit-neutral.mjs [--terms a,b,c] [--show] [--yake PREDICTIONS] DATASET.jsonl…
//
// As evaluation/fit-prior.mjs does it: listwise softmax, every set counting the same. The name of a set begins with its
// language; an English one is read as if there were no model, with a table of frequencies made of the model's words.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { matchKeys } from '../packages/core/dist/evaluate/match-keywords.js';
import { measureRanking } from '../packages/core/dist/evaluate/ranking-measures.js';
import { neutralModel } from '../packages/core/dist/extract/neutral-model.js';
import { allTerms, neutralWeights } from '../packages/core/dist/extract/neutral-terms.js';
import { prepareText } from '../packages/core/dist/fit/labelled-text.js';
import { fitListwise } from '../packages/core/dist/fit/listwise-softmax.js';
import { loadNeutralModel } from '../packages/core/dist/node/models/load-neutral-model.js';
import { loadModel } from '../packages/core/dist/node.js';
import { keptStopWords } from '../packages/core/dist/text/stop-words.js';
import { readDataset } from './dataset.mjs';

/** Of the ridge, in sets. */
const STRENGTH = 0.3;
/** Candidates of a text that are looked at. */
const MOST = 400;
const MEASURES = ['P@1', 'F1@5', 'F1@10'];

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    terms: { type: 'string', default: Object.keys(neutralWeights).join() },
    limit: { type: 'string', default: '150' },
    yake: { type: 'string' },
    show: { type: 'boolean', default: false },
  },
});
const chosen = values.terms.split(',');
const nothing = new Float64Array(allTerms.length);
const inUse = Float64Array.from(allTerms, ({ name }) => neutralWeights[name] ?? 0);
const models = new Map();
const sets = [];
for (const file of files) sets.push(await prepareSet(file));

async function modelOf(language) {
  if (!models.has(language))
    models.set(language, language === 'en' ? await unknownEnglish() : loadNeutralModel(language));
  return models.get(language);
}

async function unknownEnglish() {
  const { words, counts, tokenCount } = (await loadModel('en')).model.vocabulary;
  const lines = [];
  words.forEach((word, w) => {
    const n = Math.round(-100 * Math.log10(counts[w] / tokenCount));
    lines[n] ??= [];
    if (n <= 600) lines[n].push(word);
  });
  const table = Array.from(lines, (line) => line?.join(' ') ?? '').join('\n');
  return neutralModel('en', table, [...keptStopWords].join('\n'));
}

async function prepareSet(file) {
  const name = basename(file, '.jsonl');
  const language = name.split('_')[0];
  const model = await modelOf(language);
  const documents = (await readDataset(file))
    .filter(({ keywords }) => keywords.length > 0)
    .slice(0, Number(values.limit));
  const texts = documents.map((document) => {
    const prepared = prepareText(model, document, language, inUse, MOST, allTerms);
    return { ...prepared, rank: (weights) => matchKeys(prepared.rank(weights), language) };
  });
  return { name, texts, rival: yake(name, language, documents) };
}

function yake(name, language, documents) {
  const file = values.yake && join(values.yake, `YAKE ${name}.jsonl`);
  if (!file || !existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const found = new Map(lines.map((line) => JSON.parse(line)).map(({ id, keywords }) => [String(id), keywords]));
  return documents.map(({ id, keywords }) =>
    measureRanking(matchKeys(found.get(String(id)), language), new Set(matchKeys(keywords, language))),
  );
}

function fit(fitted) {
  const lists = fitted.flatMap(({ texts }) => {
    const asked = texts.filter(({ list }) => list.good > 0);
    return asked.map(({ list }) => ({ ...list, terms: onlyChosen(list.terms), weight: 1 / asked.length }));
  });
  return fitListwise(lists, nothing, STRENGTH);
}

/** Terms that are 0 everywhere keep the weight 0. */
function onlyChosen(terms) {
  return terms.map((value, at) => (chosen.includes(allTerms[at % allTerms.length].name) ? value : 0));
}

const mean = (numbers) => numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
const percent = (rows) => MEASURES.map((of) => (100 * mean(rows.map((row) => row[of]))).toFixed(1)).join(' / ');

function table(title, weightsFor) {
  console.log(`\n${title}\n\n| set | ${MEASURES.join(' / ')} | YAKE |\n| --- | --: | --: |`);
  for (const set of sets) {
    const weights = weightsFor(set);
    const rows = set.texts.map(({ rank, gold }) => measureRanking(rank(weights), gold));
    console.log(`| ${set.name} | ${percent(rows)} | ${set.rival ? percent(set.rival) : '–'} |`);
  }
}

function named(weights) {
  const entries = allTerms.map(({ name }, i) => [name, Number(weights[i].toFixed(2))]);
  return Object.fromEntries(entries.filter(([, weight]) => weight !== 0));
}

if (values.show) table('Weights in use', () => inUse);
else {
  table('Leave one set out', (set) => fit(sets.filter(({ name }) => name.slice(0, 6) !== set.name.slice(0, 6))));
  const weights = fit(sets);
  table('Fitted to all sets', () => weights);
  console.log(`\n${JSON.stringify(named(weights))}`);
}
