// Fits the weights of the prior (src/extract/prior.ts), and prints them with what they reach.
//
//   node evaluation/fit-prior.mjs LANGUAGE MODEL --reader VECTORS [--half 0|1] [--without NAME] DATASET.jsonl…
//
// The weights are searched for directly, by what they are for: agreement with the keywords that people chose (P@1, F1@5,
// F1@10) and guessing the text (MRR of two readers with 1, 3 and 5 keywords), each as the logarithm of its ratio to the
// better of tf-idf over words and over phrases. Of agreement what is below 1.25 times tf-idf counts four times and what is
// below tf-idf thirteen times, of guessing what is below tf-idf four times. Every data set counts the same, and agreement
// three quarters of it. Only copying is scored: what the model says changes little, and the search would take fifty times as
// long. It goes on from the weights in use, with --half or --without from nothing.
//
// With --half the weights are fitted on every other document, and what they reach is also shown on those they have not
// seen; with --without on all data sets but one.
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readDataset } from '../dist/cli/evaluation-methods.js';
import {
  distractorsOf,
  reciprocalRank,
  splitHalves,
  vectorReader,
  wordReader,
} from '../dist/evaluate/guess-the-text.js';
import { matchKey, matchKeys } from '../dist/evaluate/match-keywords.js';
import { measureRanking } from '../dist/evaluate/ranking-measures.js';
import { analyzeText } from '../dist/extract/analyze-text.js';
import { findCandidates } from '../dist/extract/candidates.js';
import { scoreByMixture } from '../dist/extract/mixture.js';
import { priorFeatures, priorTerms, priorWeights } from '../dist/extract/prior.js';
import { scoreByTfIdf } from '../dist/extract/tf-idf.js';
import { loadModel, loadWordVectors } from '../dist/node.js';
import { search } from './search.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    reader: { type: 'string' },
    half: { type: 'string' },
    without: { type: 'string' },
    limit: { type: 'string', default: '500' },
    evaluations: { type: 'string', default: '3000' },
    /** Only show what the weights in use reach. */
    show: { type: 'boolean', default: false },
  },
});
const [language, modelName, ...files] = positionals;
if (files.length === 0 || !values.reader)
  throw new Error('Usage: node evaluation/fit-prior.mjs LANGUAGE MODEL --reader VECTORS DATASET.jsonl…');
const { model, tokenizer } = await loadModel(modelName, { allowMismatch: true });
const readers = [wordReader, vectorReader('vectors', await loadWordVectors(values.reader))];
const copyOnly = { epsilon: 0.5, lambda: 0, semanticWeight: 0, tokenWeights: 'frequency' };
const AGREEMENT = 0.75;
const RIDGE = 0.0005;

/** What is needed of a text: for every candidate its terms, its copy gain by token, its spelling and words. */
function prepare(text) {
  const analysis = analyzeText(text, tokenizer, model);
  const candidates = findCandidates(analysis, { maxPhraseLength: 4 });
  const { scores, contributions } = scoreByMixture(
    model,
    analysis,
    candidates,
    new Float64Array(candidates.length),
    copyOnly,
    0,
  );
  const { scores: tfIdfs } = scoreByTfIdf(analysis, candidates);
  return {
    tokenCount: analysis.tokens.length,
    candidates: candidates.map((candidate, c) => {
      const { first, last } = candidate.spans[0];
      const row = contributions(c);
      const tokens = [...row.keys()].filter((t) => row[t] > 0);
      return {
        terms: priorFeatures(candidate, analysis),
        gain: scores[c],
        tokens,
        gains: tokens.map((t) => row[t]),
        key: matchKey(text.slice(analysis.tokens[first].start, analysis.tokens[last].end), language),
        words: candidate.words.map(({ word }) => word),
        tfIdf: tfIdfs[c],
      };
    }),
  };
}

const sets = files.map((file) => {
  const documents = readDataset(file).slice(0, Number(values.limit));
  const gold = documents
    .filter(({ keywords }) => keywords.length > 0)
    .map(({ text, keywords }) => ({ ...prepare(text), gold: new Set(matchKeys(keywords, language)) }));
  const halves = documents.flatMap(({ text }) => {
    const split = splitHalves(text);
    return split ? [split] : [];
  });
  const seconds = halves.map(([, second]) => tokenizer.words(second));
  const prepared = readers.map((reader) => reader.prepare(seconds));
  return {
    name: basename(file, '.jsonl'),
    gold,
    halves: halves.map(([first], own) => {
      const texts = [own, ...distractorsOf(own, halves.length)];
      return { ...prepare(first), texts: texts.length, fits: prepared.map((reader) => fitsOf(reader, texts)) };
    }),
  };
});

/** Fits of words to the texts of one guess, the right one first: those of both readers are sums over words. */
function fitsOf(reader, texts) {
  const known = new Map();
  return (word) => {
    if (!known.has(word)) {
      const fit = reader.fit([word]);
      known.set(
        word,
        Float64Array.from(texts, (text) => fit(text)),
      );
    }
    return known.get(word);
  };
}

const everyOther = (part) => (part === undefined ? () => true : (_, i) => i % 2 === Number(part));

/** Means of the measures on the documents of a part, for keywords that `choose` picks: (text, howMany) => candidates. */
function measure({ gold, halves }, choose, part) {
  const sums = new Map();
  const add = (name, value) => sums.set(name, (sums.get(name) ?? 0) + value);
  const asked = gold.filter(everyOther(part));
  for (const text of asked) {
    const chosen = [...new Set(choose(text, 10).map(({ key }) => key))];
    const measures = measureRanking(chosen, text.gold);
    for (const name of ['P@1', 'F1@5', 'F1@10']) add(name, measures[name] / asked.length);
  }
  const guessed = halves.filter(everyOther(part));
  for (const text of guessed) {
    const chosen = choose(text, 5);
    text.fits.forEach((fits, r) => {
      const sum = new Float64Array(text.texts);
      for (let k = 0; k < 5; k++) {
        for (const word of chosen[k]?.words ?? []) {
          const values = fits(word);
          for (let i = 0; i < sum.length; i++) sum[i] += values[i];
        }
        // Only one, three and five keywords are told.
        if (k % 2 === 1) continue;
        add(`MRR@${k + 1} ${readers[r].name}`, reciprocalRank(sum[0], sum.subarray(1)) / guessed.length);
      }
    });
  }
  return sums;
}

/** Greedy cover, each token counted for the candidate that explains it best, as src/extract/select.ts. */
function coverBy(weights) {
  return ({ candidates, tokenCount }, howMany) => {
    const scales = candidates.map(({ terms }) => {
      let sum = 0;
      for (let i = 0; i < weights.length; i++) sum += terms[i] * weights[i];
      return Math.exp(sum);
    });
    const bounds = candidates.map(({ gain }, c) => gain * scales[c]);
    const explained = new Float64Array(tokenCount);
    const chosen = [];
    while (chosen.length < howMany) {
      let best = 0;
      for (let c = 1; c < bounds.length; c++) if (bounds[c] > bounds[best]) best = c;
      if (!(bounds[best] > 0)) break;
      const { tokens, gains } = candidates[best];
      let adds = 0;
      for (let i = 0; i < tokens.length; i++) adds += Math.max(0, gains[i] * scales[best] - explained[tokens[i]]);
      if (adds < bounds[best] * (1 - 1e-9)) {
        bounds[best] = adds;
        continue;
      }
      for (let i = 0; i < tokens.length; i++) {
        explained[tokens[i]] = Math.max(explained[tokens[i]], gains[i] * scales[best]);
      }
      chosen.push(candidates[best]);
      bounds[best] = 0;
    }
    return chosen;
  };
}

const tfIdf = (isAsked) => (text, howMany) =>
  text.candidates
    .filter(isAsked)
    .sort((a, b) => b.tfIdf - a.tfIdf)
    .slice(0, howMany);

/** The better of tf-idf over words and over phrases, by every measure. */
function reference(set, part) {
  const ofWords = measure(
    set,
    tfIdf(({ words }) => words.length === 1),
    part,
  );
  const ofPhrases = measure(
    set,
    tfIdf(() => true),
    part,
  );
  return new Map([...ofWords].map(([name, value]) => [name, Math.max(value, ofPhrases.get(name))]));
}

function objective(chosenSets, references, weights, part) {
  const choose = coverBy(weights);
  let sum = 0;
  chosenSets.forEach((set, s) => {
    const parts = { agreement: [], guessing: [] };
    for (const [name, value] of measure(set, choose, part)) {
      const ratio = Math.log(value / references[s].get(name));
      const isGuess = name.startsWith('MRR');
      const wanted = isGuess ? 0 : 3 * Math.min(0, ratio - Math.log(1.25));
      parts[isGuess ? 'guessing' : 'agreement'].push(ratio + wanted + (isGuess ? 3 : 9) * Math.min(0, ratio));
    }
    const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;
    sum += AGREEMENT * mean(parts.agreement) + (1 - AGREEMENT) * mean(parts.guessing);
  });
  return sum / chosenSets.length - RIDGE * weights.reduce((total, w) => total + w * w, 0);
}

function show(title, weights, part) {
  console.log(title);
  for (const set of sets) {
    const found = measure(set, coverBy(weights), part);
    const against = reference(set, part);
    const columns = [...found].map(
      ([name, value]) => `${name} ${(100 * value).toFixed(1)} (${(100 * against.get(name)).toFixed(1)})`,
    );
    console.log(`  ${set.name.padEnd(16)}${columns.join('  ')}`);
  }
}

show(
  'weights in use; in brackets the better of tf-idf over words and over phrases',
  priorWeights[language],
  values.half,
);
if (!values.show) {
  const fitted = sets.filter(({ name }) => name !== values.without);
  const references = fitted.map((set) => reference(set, values.half));
  // What was fitted to documents that are to be unseen is no start.
  const isBlind = values.half !== undefined || values.without !== undefined;
  let told = 0;
  const weights = search(
    (point) => objective(fitted, references, point, values.half),
    Float64Array.from(isBlind ? priorTerms.map(() => 0) : priorWeights[language]),
    {
      evaluations: Number(values.evaluations),
      sigma: isBlind ? 0.5 : 0.2,
      onStep(done, best, sigma) {
        if (done < told + 250) return;
        process.stderr.write(`${done} ${best.toFixed(4)} ${sigma.toFixed(3)}\n`);
        told = done;
      },
    },
  );
  show('fitted', weights, values.half);
  if (values.half !== undefined) {
    const other = 1 - Number(values.half);
    show('weights in use, on the documents that were not seen', priorWeights[language], other);
    show('fitted, on the documents that were not seen', weights, other);
  }
  priorTerms.forEach((term, i) => {
    console.log(`${weights[i].toFixed(2).padStart(7)}  ${term}`);
  });
  console.log(`[${Array.from(weights, (value) => value.toFixed(2)).join(', ')}]`);
}
