// What the texts of a batch can share: words that are looked up once for all of them, and dot products of candidates with
// nodes that several texts ask for.
//
//   batch.mjs MODEL TEXTS.jsonl [COUNT] [KERNEL]
//
// JSON has the share of a text's distinct words that an earlier text had; the CPU milliseconds of a text, with one lexicon
// and with a new one for every text; and the dot products of all texts, of which so many are asked for once more.
import { readFileSync } from 'node:fs';
import { analyzeText } from '../../packages/core/dist/extract/analyze-text.js';
import { findCandidates } from '../../packages/core/dist/extract/candidates.js';
import { conditionOf } from '../../packages/core/dist/extract/condition-of.js';
import { SHORTLIST } from '../../packages/core/dist/extract/score-candidates.js';
import { extractKeywords, loadModel, loadSkipGram } from '../../packages/core/dist/node.js';
import { median, timeCalls } from '../harness/measure.mjs';

const [name, file, count = '200', kernel] = process.argv.slice(2);
const { model, tokenizer } = await loadModel(name, { kernel });
const { tree } = await loadSkipGram(name);
const texts = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .slice(0, Number(count))
  .map((line) => JSON.parse(line).text);

const seen = new Set();
const products = new Set();
const sums = { words: 0, seen: 0, products: 0, tokens: 0 };
for (const text of texts) {
  const analysis = analyzeText(text, tokenizer, model);
  sums.tokens += analysis.tokens.length;
  for (const { word } of analysis.words) {
    sums.words++;
    if (seen.has(word)) sums.seen++;
    seen.add(word);
  }
  const nodes = new Set();
  for (const word of analysis.wordCounts.words) {
    for (let at = tree.offsets[word]; at < tree.offsets[word + 1]; at++) nodes.add(tree.nodes[at]);
  }
  // The first candidates stand for the shortlist: what they share does not hang on which they are.
  for (const { words } of findCandidates(analysis, { maxPhraseLength: 4 }).slice(0, SHORTLIST)) {
    const condition = conditionOf(words).join(' ');
    for (const node of nodes) products.add(`${condition}:${node}`);
    sums.products += nodes.size;
  }
}

const each = (textModel) => timeCalls(() => texts.map((text) => extractKeywords(textModel(), text))).cpu / texts.length;
const rounds = Array.from({ length: 5 }, () => ({
  shared: each(() => ({ model, tokenizer })),
  // A model that no lexicon knows.
  alone: each(() => ({ model: { ...model }, tokenizer })),
}));
console.log(
  JSON.stringify({
    texts: texts.length,
    tokens: Math.round(sums.tokens / texts.length),
    wordsSeenBefore: Number((sums.seen / sums.words).toFixed(3)),
    milliseconds: Number(median(rounds.map(({ shared }) => shared)).toFixed(4)),
    withoutLexicon: Number(median(rounds.map(({ alone }) => alone)).toFixed(4)),
    dotProducts: sums.products,
    askedForAgain: Number((1 - products.size / sums.products).toFixed(3)),
  }),
);
