// Fits the weights of the prior (src/extract/prior.ts) and shows what they reach on sets that they were not fitted to.
//
//   node evaluation/fit-prior.mjs LANGUAGE MODEL --rivals PREDICTIONS [--wanted …] [--terms a,b,c] [--loso] DATASET.jsonl…
//
// What is sought is the largest worst ratio, over all sets, of F1@5 and F1@10 to those of the best rival on the set, and
// with half of its weight the mean of their logarithms; a worst ratio above 1.3 is good enough, and squares of the weights
// cost a little, so that a weight that does little is pulled to 0. The search begins with nothing (search.mjs). With --loso every set is
// also judged by weights fitted to the others: sets whose names begin with the same eight letters count as one, and texts
// that share their first 80 letters with one of the left-out set are left out, too.
//
// PREDICTIONS holds "RIVAL SET.jsonl" as evaluation/run.mjs keeps them. DATASET_untitled.jsonl, where it does not exist,
// is DATASET.jsonl without its titles.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readDataset } from '../dist/cli/evaluation-methods.js';
import { matchKey, matchKeys } from '../dist/evaluate/match-keywords.js';
import { measureRanking } from '../dist/evaluate/ranking-measures.js';
import { analyzeText } from '../dist/extract/analyze-text.js';
import { occurrencesOutside } from '../dist/extract/candidate.js';
import { findCandidates } from '../dist/extract/candidates.js';
import { priorWeights } from '../dist/extract/prior.js';
import { factsOf, priorTerms } from '../dist/extract/prior-terms.js';
import { loadModel } from '../dist/node.js';
import { search } from './search.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rivals: { type: 'string' },
    terms: { type: 'string' },
    limit: { type: 'string', default: '500' },
    evaluations: { type: 'string', default: '2400' },
    /** Where the rivals are weak, what is wanted instead of them: set=F1@5/F1@10,… in percent. */
    wanted: { type: 'string', default: '' },
    loso: { type: 'boolean', default: false },
    /** Only show what the weights in use reach. */
    show: { type: 'boolean', default: false },
  },
});
const [language, modelName, ...files] = positionals;
if (files.length === 0 || !values.rivals)
  throw new Error('Usage: node evaluation/fit-prior.mjs LANGUAGE MODEL --rivals PREDICTIONS DATASET.jsonl…');
const { model, tokenizer } = await loadModel(modelName, { allowMismatch: true });
const chosen = values.terms?.split(',');
const terms = priorTerms.filter(({ name }) => !chosen || chosen.includes(name));
const RIDGE = 0.001;
const SHARPNESS = 20;
const ENOUGH = 1.3;
/** Rivals that are encoders of sentences are not what is to be beaten without one. */
const WITH_ENCODER = /KeyBERT/;

const sets = files.map((file) => prepareSet(file));
sets.forEach((set) => {
  set.spread = spreadsOf(set);
});

function prepareSet(file) {
  const name = basename(file, '.jsonl');
  const isStripped = !existsSync(file) && name.endsWith('_untitled');
  const all = readDataset(isStripped ? file.replace('_untitled', '') : file).filter(
    ({ keywords }) => keywords.length > 0,
  );
  const documents = all.slice(0, Number(values.limit)).map(({ id, text, keywords }) => {
    return { id, keywords, text: isStripped ? text.slice(text.indexOf('\n\n') + 2) : text };
  });
  const rows = [];
  const texts = documents.map(({ text, keywords }) => {
    const gold = new Set(matchKeys(keywords, language));
    const analysis = analyzeText(text, tokenizer, model);
    const facts = factsOf(analysis);
    const from = rows.length;
    const keys = new Map();
    for (const candidate of findCandidates(analysis, {})) {
      const { first, last } = candidate.spans[0];
      const spelled = text.slice(analysis.tokens[first].start, analysis.tokens[last].end).replaceAll(/\s+/g, ' ');
      const key = matchKey(spelled, language);
      // Two candidates of one key are one to the measures; the fit sees the first.
      if (keys.has(key)) continue;
      keys.set(key, rows.length);
      const meanIdf = candidate.words.reduce((sum, { entry }) => sum + entry.idf, 0) / candidate.words.length;
      rows.push({
        copies: Math.log(occurrencesOutside(candidate)) + Math.log(Math.log1p(Math.exp(meanIdf))),
        terms: terms.map((term) => term.value(candidate, facts)),
        isGold: gold.has(key),
      });
    }
    return { from, to: rows.length, gold: gold.size, head: text.slice(0, 80).toLowerCase() };
  });
  const n = terms.length;
  const matrix = new Float64Array(rows.length * n);
  for (const [r, row] of rows.entries()) matrix.set(row.terms, r * n);
  return {
    name,
    texts,
    matrix,
    copies: Float64Array.from(rows, ({ copies }) => copies),
    isGold: Uint8Array.from(rows, ({ isGold }) => Number(isGold)),
    rival: bestRival(name, documents),
  };
}

/** The best F1@5 and F1@10 that any rival has on the same documents. */
function bestRival(name, documents) {
  const best = { 'F1@5': 0, 'F1@10': 0, names: {} };
  for (const file of readdirSync(values.rivals)) {
    if (!file.endsWith(` ${name}.jsonl`) || WITH_ENCODER.test(file)) continue;
    const lines = readFileSync(join(values.rivals, file), 'utf8').trim().split('\n');
    const found = new Map(lines.map((line) => JSON.parse(line)).map(({ id, keywords }) => [String(id), keywords]));
    if (documents.some(({ id }) => !found.has(id))) continue;
    for (const measure of ['F1@5', 'F1@10']) {
      let sum = 0;
      for (const { id, keywords } of documents) {
        sum += measureRanking(matchKeys(found.get(id), language), new Set(matchKeys(keywords, language)))[measure];
      }
      if (sum / documents.length > best[measure]) {
        best[measure] = sum / documents.length;
        best.names[measure] = file.slice(0, -` ${name}.jsonl`.length);
      }
    }
  }
  if (best['F1@5'] === 0) throw new Error(`${values.rivals} has no predictions for ${name}.`);
  return best;
}

function spreadsOf({ matrix }) {
  const n = terms.length;
  const rows = matrix.length / n;
  return terms.map((_, i) => {
    let sum = 0;
    let squares = 0;
    for (let at = i; at < matrix.length; at += n) {
      sum += matrix[at];
      squares += matrix[at] ** 2;
    }
    return squares / rows - (sum / rows) ** 2;
  });
}

const top = new Int32Array(10);
const topScores = new Float64Array(10);

/** P@1, F1@5 and F1@10 of a set by weights. */
function measure(set, weights, isAsked = () => true) {
  const n = terms.length;
  const { matrix, copies, isGold } = set;
  const sums = { 'P@1': 0, 'F1@5': 0, 'F1@10': 0 };
  let asked = 0;
  for (const text of set.texts) {
    if (!isAsked(text)) continue;
    asked++;
    let held = 0;
    for (let r = text.from; r < text.to; r++) {
      let score = copies[r];
      for (let i = 0, at = r * n; i < n; i++, at++) score += matrix[at] * weights[i];
      if (held === 10 && score <= topScores[9]) continue;
      let place = held < 10 ? held++ : 9;
      for (; place > 0 && topScores[place - 1] < score; place--) {
        topScores[place] = topScores[place - 1];
        top[place] = top[place - 1];
      }
      topScores[place] = score;
      top[place] = r;
    }
    let hits = 0;
    for (let k = 0; k < held; k++) {
      hits += isGold[top[k]];
      if (k === 0) sums['P@1'] += hits;
      if (k === Math.min(5, held) - 1) sums['F1@5'] += (2 * hits) / (k + 1 + text.gold);
    }
    if (held > 0) sums['F1@10'] += (2 * hits) / (held + text.gold);
  }
  for (const name of Object.keys(sums)) sums[name] /= asked;
  return sums;
}

const wanted = new Map(
  values.wanted.split(',').map((entry) => {
    const [name, five, ten] = entry.split(/[=/]/);
    return [name, { 'F1@5': Number(five) / 100, 'F1@10': Number(ten) / 100 }];
  }),
);

const ratiosOf = (set, weights, isAsked, reference = set.rival) => {
  const found = measure(set, weights, isAsked);
  return ['F1@5', 'F1@10'].map((name) => found[name] / reference[name]);
};

function fit(fitted, isAsked) {
  const scale = terms.map((_, i) => {
    return 1 / (Math.sqrt(fitted.reduce((sum, { spread }) => sum + spread[i], 0) / fitted.length) + 1e-6);
  });
  const value = (point) => {
    const weights = point.map((p, i) => p * scale[i]);
    const ratios = fitted.flatMap((set) => ratiosOf(set, weights, isAsked, wanted.get(set.name)));
    const worst =
      -Math.log(ratios.reduce((s, ratio) => s + Math.exp(-SHARPNESS * Math.min(ENOUGH, ratio)), 0) / ratios.length) /
      SHARPNESS;
    const mean = ratios.reduce((sum, ratio) => sum + Math.log(ratio + 1e-9), 0) / ratios.length;
    return worst + mean / 2 - RIDGE * point.reduce((sum, p) => sum + p * p, 0);
  };
  const point = search(value, new Float64Array(terms.length), { evaluations: Number(values.evaluations), sigma: 0.5 });
  return point.map((p, i) => p * scale[i]);
}

function row(set, weights, title = set.name) {
  const found = measure(set, weights);
  const [five, ten] = ratiosOf(set, weights);
  const rival = ['F1@5', 'F1@10'].map((name) => `${set.rival.names[name]} ${(100 * set.rival[name]).toFixed(1)}`);
  const percent = Object.values(found).map((value) => (100 * value).toFixed(1));
  console.log(`| ${title} | ${percent.join(' / ')} | ${rival.join(', ')} | ${five.toFixed(2)} / ${ten.toFixed(2)} |`);
}

function table(title, weights) {
  console.log(
    `\n${title}\n\n| set | P@1 / F1@5 / F1@10 | best rival by F1@5, F1@10 | ratios |\n| --- | --: | --- | --: |`,
  );
  for (const set of sets) row(set, weights);
}

const named = (weights) => Object.fromEntries(terms.map(({ name }, i) => [name, Number(weights[i].toFixed(2))]));

const inUse = Float64Array.from(terms, ({ name }) => priorWeights[language][name] ?? 0);
table('Weights in use', inUse);
if (!values.show) {
  const weights = fit(sets);
  table('Fitted to all sets', weights);
  console.log(`\n${JSON.stringify(named(weights))}`);
}
if (values.loso) {
  console.log(
    '\nLeave one set out\n\n| set | P@1 / F1@5 / F1@10 | best rival by F1@5, F1@10 | ratios |\n| --- | --: | --- | --: |',
  );
  const found = {};
  for (const set of sets) {
    const heads = new Set(set.texts.map(({ head }) => head));
    const others = sets.filter(({ name }) => name.slice(0, 6) !== set.name.slice(0, 6));
    const weights = fit(others, ({ head }) => !heads.has(head));
    row(set, weights);
    found[set.name] = named(weights);
  }
  // For evaluation/fit-labelled.mjs.
  console.log(`\n${JSON.stringify(found)}`);
}
