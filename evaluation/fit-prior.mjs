// Fits the weights of the prior (src/extract/prior.ts) to authors' keywords, and prints them.
//
//   node evaluation/fit-prior.mjs LANGUAGE MODEL DATASET.jsonl…
//
// Logistic regression over all candidates of all documents: is it one of the authors' keywords? The terms stand beside
// log(copy gain), and all weights are divided by its own. Every data set counts the same. Also printed: how far the
// weights move when a data set is left out.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { analyzeText } from '../dist/extract/analyze-text.js';
import { findCandidates } from '../dist/extract/candidates.js';
import { scoreByMixture } from '../dist/extract/mixture.js';
import { priorFeatures, priorTerms } from '../dist/extract/prior.js';
import { candidateKey } from '../dist/extract/variants.js';
import { loadModel } from '../dist/node.js';

const [language, modelName, ...datasets] = process.argv.slice(2);
if (datasets.length === 0) throw new Error('Usage: node evaluation/fit-prior.mjs LANGUAGE MODEL DATASET.jsonl…');
const { model, tokenizer } = await loadModel(modelName, { allowMismatch: true });
/** Of Chinese only abstracts and long posts are at hand: what a length between or beyond does would be a guess. */
const without = new Set(language === 'zh' ? [priorTerms.findIndex((term) => term.startsWith('one word, times'))] : []);
const copyOnly = { epsilon: 0.5, lambda: 0, semanticWeight: 0, tokenWeights: 'frequency' };
// Spellings that segment otherwise are the same keyword.
const keyOf = (words) => candidateKey(words).replaceAll(language === 'zh' ? ' ' : '-', '');

function rowsOf(file) {
  const rows = [];
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { title, text, keywords } = JSON.parse(line);
    const whole = title && !text.startsWith(title) ? `${title}${language === 'zh' ? '。' : '. '}${text}` : text;
    const gold = new Set(keywords.map((keyword) => keyOf(tokenizer.tokenize(keyword))));
    const analysis = analyzeText(whole, tokenizer, model);
    const candidates = findCandidates(analysis, { maxPhraseLength: 4 });
    const { scores } = scoreByMixture(model, analysis, candidates, new Float64Array(candidates.length), copyOnly, 0);
    candidates.forEach((candidate, c) => {
      const features = priorFeatures(candidate, analysis).map((value, i) => (without.has(i) ? 0 : value));
      const x = [1, Math.log(scores[c] + 0.01), ...features];
      rows.push({ x, y: Number(gold.has(keyOf(candidate.words))) });
    });
  }
  return rows;
}

/** Newton's method with a small ridge. */
function fit(sets) {
  const size = priorTerms.length + 2;
  const w = new Float64Array(size);
  for (let step = 0; step < 15; step++) {
    const gradient = Float64Array.from(w, (value) => -value);
    const hessian = Array.from(w, (_, i) => Float64Array.from(w, (_, j) => Number(i === j)));
    for (const rows of sets) {
      // Each set weighs as much as 50,000 candidates.
      const weight = 50_000 / rows.length;
      for (const { x, y } of rows) {
        const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * w[i], 0)));
        for (let i = 0; i < size; i++) {
          if (x[i] === 0) continue;
          gradient[i] += weight * (y - p) * x[i];
          for (let j = 0; j < size; j++) hessian[i][j] += weight * p * (1 - p) * x[i] * x[j];
        }
      }
    }
    solve(hessian, gradient).forEach((value, i) => {
      w[i] += value;
    });
  }
  return w;
}

/** Gaussian elimination with pivoting. */
function solve(a, b) {
  for (let i = 0; i < b.length; i++) {
    let pivot = i;
    for (let r = i + 1; r < b.length; r++) if (Math.abs(a[r][i]) > Math.abs(a[pivot][i])) pivot = r;
    [a[i], a[pivot]] = [a[pivot], a[i]];
    [b[i], b[pivot]] = [b[pivot], b[i]];
    for (let r = i + 1; r < b.length; r++) {
      const factor = a[r][i] / a[i][i];
      for (let k = i; k < b.length; k++) a[r][k] -= factor * a[i][k];
      b[r] -= factor * b[i];
    }
  }
  for (let i = b.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < b.length; k++) b[i] -= a[i][k] * b[k];
    b[i] /= a[i][i];
  }
  return b;
}

const sets = datasets.map(rowsOf);
const columns = [fit(sets), ...(sets.length > 1 ? sets.map((_, s) => fit(sets.filter((_, i) => i !== s))) : [])];
const names = ['all', ...datasets.map((file) => `without ${basename(file, '.jsonl')}`)];
console.log(`${language}, ${modelName}`);
console.log(columns.map((_, c) => names[c]).join(' | '));
const show = (i) => columns.map((w) => (w[i] / w[1]).toFixed(2).padStart(7)).join(' | ');
console.log(
  `${columns.map((w) => w[1].toFixed(2).padStart(7)).join(' | ')}  log(copy gain), before all are divided by it`,
);
priorTerms.forEach((term, i) => {
  console.log(`${show(i + 2)}  ${term}`);
});
console.log(`[${[...columns[0].slice(2)].map((value) => (value / columns[0][1]).toFixed(2)).join(', ')}]`);
