// Trains the Chinese tagger (packages/core/src/text/chinese-tagger.ts) on sentences that LAC cut and tagged, and writes
// packages/core/data/zh-tagger.bin.gz.
//
//   python3 scripts/train-chinese-tagger/tag_corpus.py CORPUS_FOLDER > TAGGED.jsonl
//   npm run build && node scripts/train-chinese-tagger/train.mjs TAGGED.jsonl
//
// An averaged structured perceptron (Collins 2002). Every 50th sentence is held out; printed is how often its words (F1 of
// their places, of those that jieba only guessed too, and of names) are LAC's, beside jieba's.
import { createReadStream, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import {
  bestLabels,
  CHINESE_FEATURES,
  CHINESE_WEIGHTS,
  chineseFeatures,
  chineseLabeler,
  chineseTags,
  chineseWeights,
  transition,
} from '../../packages/core/dist/text/chinese-tagger.js';
import { jiebaCutter } from '../../packages/core/dist/text/jieba.js';
import { AveragedWeights } from '../averaged-weights.mjs';

const EPOCHS = 3;
const [file, output = 'packages/core/data/zh-tagger.bin.gz'] = process.argv.slice(2);
if (!file) throw new Error('Usage: node scripts/train-chinese-tagger/train.mjs TAGGED.jsonl [OUTPUT]');
let seed = 1;
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

const own = {
  PER: 'nr',
  LOC: 'ns',
  ORG: 'nt',
  nw: 'nz',
  nr: 'nr',
  ns: 'ns',
  nt: 'nt',
  nz: 'nz',
  n: 'n',
  vn: 'n',
  an: 'n',
};
const tagOf = (tag) => chineseTags.indexOf(own[tag] ?? (/^(v|vd|a|ad)$/.test(tag) ? 'v' : 'x'));
const SIGN = /[\p{P}\p{S}\s]/u;

/** A sentence as the tokenizer sees it, with the label of each character. */
function labelled(sentence, words) {
  const text = sentence.normalize('NFKC').toLowerCase();
  if (text.length !== sentence.length || /[\uD800-\uDFFF]/.test(text)) return undefined;
  const labels = new Uint8Array(text.length);
  let at = 0;
  let begins = true;
  for (const [length, tag] of words) {
    const label = 2 * tagOf(tag);
    begins = true;
    for (const end = at + length; at < end; at++) {
      // LAC runs signs into words at times.
      const isSign = SIGN.test(text[at]) && !(text[at] === '·' && !begins);
      labels[at] = isSign ? 2 * (chineseTags.length - 1) : label + (begins ? 0 : 1);
      begins = isSign;
    }
  }
  return { text, labels };
}

const training = [];
const heldOut = [];
let number = 0;
let characters = 0;
for await (const line of createInterface({ input: createReadStream(file) })) {
  const sentence = labelled(...JSON.parse(line));
  if (!sentence) continue;
  if (number++ % 50 === 0) heldOut.push(sentence);
  else {
    training.push(sentence);
    characters += sentence.text.length;
  }
}
console.log(`${training.length} sentences, ${characters} characters; ${heldOut.length} held out`);

const learned = new AveragedWeights(CHINESE_WEIGHTS);

/** Words as start:end, with all names as start:end:tag beside. */
function spansOf(labels) {
  const words = [];
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] & 1) words[words.length - 1].end = i + 1;
    else words.push({ start: i, end: i + 1, tag: chineseTags[labels[i] >> 1] });
  }
  return words;
}

function f1(found, gold, same) {
  return ((200 * same) / (found + gold)).toFixed(1);
}

const HAN = /^[\p{Script=Han}·]+$/u;

/** What is between signs and Latin words, as it is cut again: ranges of pieces, and where they begin in the text. */
function clausesOf(pieces) {
  const clauses = [];
  let at = 0;
  for (let from = 0; from < pieces.length; ) {
    const start = at;
    let to = from;
    while (to < pieces.length && HAN.test(pieces[to].word)) at += pieces[to++].word.length;
    if (to === from) at += pieces[to++].word.length;
    else clauses.push({ from, to, start, end: at });
    from = to;
  }
  return clauses;
}

/** The gold labels of a clause, which begins a word. */
function labelsOf({ start, end }, labels) {
  const own = labels.slice(start, end);
  own[0] &= ~1;
  return own;
}

function judge(title, wordsOf) {
  const n = { found: 0, gold: 0, same: 0, names: 0, goldNames: 0, sameNames: 0, guesses: 0, sameGuesses: 0 };
  const isName = ({ tag }) => /^n[rst]$/.test(tag);
  const isLong = ({ tag, start, end }) => end - start > 1 || tag !== 'x';
  for (const { text, labels } of heldOut) {
    const pieces = Array.from(jiebaCutter.tag(text));
    for (const clause of clausesOf(pieces)) {
      const gold = spansOf(labelsOf(clause, labels)).filter(isLong);
      const places = new Set(gold.map(({ start, end }) => `${start}:${end}`));
      const names = new Set(gold.filter(isName).map(({ start, end, tag }) => `${start}:${end}:${tag}`));
      const found = wordsOf(pieces, clause).filter(isLong);
      n.found += found.length;
      n.gold += gold.length;
      n.goldNames += names.size;
      const foundPlaces = new Set(found.map(({ start, end }) => `${start}:${end}`));
      for (const { start, end, tag } of found) {
        if (places.has(`${start}:${end}`)) n.same++;
        if (!isName({ tag })) continue;
        n.names++;
        if (names.has(`${start}:${end}:${tag}`)) n.sameNames++;
      }
      let at = 0;
      const guessed = new Uint8Array(clause.end - clause.start);
      for (const { word, partOfSpeech } of pieces.slice(clause.from, clause.to)) {
        if (partOfSpeech === 'x' && word.length > 1) guessed.fill(1, at, at + word.length);
        at += word.length;
      }
      for (const { start, end } of gold) {
        if (!guessed.subarray(start, end).some(Boolean)) continue;
        n.guesses++;
        if (foundPlaces.has(`${start}:${end}`)) n.sameGuesses++;
      }
    }
  }
  console.log(
    `${title}: words ${f1(n.found, n.gold, n.same)}, names ${f1(n.names, n.goldNames, n.sameNames)}, of words at guesses found ${((100 * n.sameGuesses) / n.guesses).toFixed(1)} % of ${n.guesses}`,
  );
}

judge('jieba', (pieces, { from, to }) => {
  let at = 0;
  return pieces.slice(from, to).map(({ word, partOfSpeech: tag }) => {
    at += word.length;
    return { start: at - word.length, end: at, tag };
  });
});
function learn(rows, labels) {
  const found = bestLabels(rows, learned.weights);
  for (let i = 0; i < labels.length; i++) {
    const before = i === 0 ? -1 : labels[i - 1];
    const foundBefore = i === 0 ? -1 : found[i - 1];
    if (labels[i] !== found[i]) {
      for (let f = i * CHINESE_FEATURES; f < (i + 1) * CHINESE_FEATURES; f++) {
        learned.add(rows[f] + labels[i], 1);
        learned.add(rows[f] + found[i], -1);
      }
    }
    if (labels[i] === found[i] && before === foundBefore) continue;
    learned.add(transition(before, labels[i]), 1);
    learned.add(transition(foundBefore, found[i]), -1);
  }
}

for (let epoch = 1; epoch <= EPOCHS; epoch++) {
  for (let i = training.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [training[i], training[j]] = [training[j], training[i]];
  }
  for (const { text, labels } of training) {
    const pieces = Array.from(jiebaCutter.tag(text));
    for (const clause of clausesOf(pieces)) {
      learned.step++;
      learn(chineseFeatures(pieces, clause.from, clause.to), labelsOf(clause, labels));
    }
  }
  const { bytes } = learned.packed();
  const packed = new Uint8Array(bytes.buffer);
  const label = chineseLabeler(chineseWeights(packed));
  judge(`epoch ${epoch}`, (pieces, { from, to }) => {
    const length = pieces.slice(from, to).reduce((sum, { word }) => sum + word.length, 0);
    return spansOf(label(pieces, from, to).subarray(0, length));
  });
  const zipped = gzipSync(packed, { level: 9 });
  writeFileSync(output, zipped);
  console.log(`${zipped.length} bytes`);
}
