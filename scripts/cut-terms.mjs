// Writes scripts/terms/zh-cut.txt: which terms of scripts/terms/zh.txt jieba has to know, for it cuts them to characters or
// guesses them, or no phrase is found in what it cuts. Needs a build; build-jieba.mjs then adds them to the dictionary.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { analyzeText } from '../packages/core/dist/extract/analyze-text.js';
import { findCandidates } from '../packages/core/dist/extract/candidates.js';
import { loadModel } from '../packages/core/dist/node.js';
import { chineseLabeler } from '../packages/core/dist/text/chinese-tagger.js';
import { makeTokenizer } from '../packages/core/dist/text/create-tokenizer.js';
import { loadTagger } from '../packages/core/dist/text/jieba.js';
import { jiebaCutterOf } from '../packages/core/dist/text/jieba-cutter.js';
import { buildJiebaTables, readJiebaTables } from '../packages/core/dist/text/jieba-tables.js';
import { recutter } from '../packages/core/dist/text/recut.js';
import { correctDictionary } from './jieba-tags.mjs';

/** How often a word is counted in the dictionary, at least, that shows where a term may be torn. */
const COMMON = 50;
/** Characters of a term that becomes one word, at most: in a longer one, shorter terms would be lost. */
const LONGEST = 6;

const require = createRequire(import.meta.url);
const dictionary = correctDictionary(readFileSync(require.resolve('@node-rs/jieba/dict.txt'), 'utf8'), []);
const words = new Map(
  dictionary.split('\n').map((line) => [line.slice(0, line.indexOf(' ')), Number(line.split(' ')[1])]),
);
const states = gunzipSync(readFileSync(new URL('../packages/core/data/zh-states.bin.gz', import.meta.url)));
const cutter = jiebaCutterOf(readJiebaTables(buildJiebaTables({ version: '', dictionary, states })));
const recut = recutter(chineseLabeler(loadTagger()), cutter.tagOf);
const jieba = { cutter: { ...cutter, recut }, version: '' };
const tokenizer = makeTokenizer({ name: 'jieba', normalization: 'nfkc-lowercase', cutters: { jieba } });
const { model } = await loadModel('zh');

/** Whether a term is found as a phrase of words that all are in the dictionary and have more than one character. */
function isFound(term) {
  const analysis = analyzeText(`，${term}。`, tokenizer, model);
  const { text, tokens } = analysis;
  const isSound = ({ word, partOfSpeech, isGuess }) =>
    word.length > 1 && !isGuess && partOfSpeech !== 'x' && words.has(word);
  return (
    tokens.slice(1, -1).every(isSound) &&
    findCandidates(analysis, {}).some(
      ({ spans: [{ first, last }] }) => text.slice(tokens[first].start, tokens[last].end) === term,
    )
  );
}

const terms = readFileSync(new URL('terms/zh.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const toKnow = terms.filter((term) => {
  return /^\p{Script=Han}+$/u.test(term) && term.length <= LONGEST && !words.has(term) && !isFound(term);
});

/** Whether a term ends in one to know that begins within a common word: 压力传感器 and 力传感器. */
function isTorn(term, known) {
  for (let at = 1; at < term.length - 1; at++) {
    if (!known.has(term.slice(at))) continue;
    for (let from = 0; from < at; from++)
      for (let to = at + 1; to < term.length; to++) if (words.get(term.slice(from, to)) >= COMMON) return true;
  }
  return false;
}
const known = new Set(toKnow);
const torn = terms.filter(
  (term) => term.length <= LONGEST && !words.has(term) && !known.has(term) && isTorn(term, known),
);
toKnow.push(...torn);
toKnow.sort();
writeFileSync(new URL('terms/zh-cut.txt', import.meta.url), `${toKnow.join('\n')}\n`);
console.log(`${terms.length} terms, ${toKnow.length} for jieba to know`);
