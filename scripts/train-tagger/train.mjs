// Trains the English tagger (packages/core/src/text/tagger-en.ts) on texts that spaCy tagged, and writes packages/core/data/en-tagger.bin.gz.
//
//   python scripts/train-tagger/tag_corpus.py ARTICLES.txt > TAGGED.jsonl     (one article a line; in .rivals/venv)
//   npm run build && node scripts/train-tagger/train.mjs TAGGED.jsonl
//
// Then packed again by zopfli.gzip.compress(bytes, numiterations=5) of PyPI zopfli 0.4.3, which saves 25 kB of 554 and keeps the
// package below 30 MB.
//
// An averaged perceptron (Collins 2002); every 20th text is held out, and the share of its words that get spaCy's tag is
// printed, beside wink's. A few texts are in small letters, in capitals or in title case, as headlines and chats are.
import { createReadStream, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import englishModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { loadModel } from '../../packages/core/dist/node.js';
import { joinTornWords } from '../../packages/core/dist/text/reading/english/torn-words.js';
import {
  bestTag,
  englishTagger,
  isTitleLike,
  TAGGER_FEATURES,
  TAGGER_ROWS,
  taggerFeatures,
  taggerTags,
  taggerWords,
} from '../../packages/core/dist/text/tagger-en.js';
import { dictionaryTag, wink } from '../../packages/core/dist/text/wink.js';
import { AveragedWeights } from '../averaged-weights.mjs';

const EPOCHS = 5;
const TAGS = taggerTags.length;
const [file] = process.argv.slice(2);
if (!file) throw new Error('Usage: node scripts/train-tagger/train.mjs TAGGED.jsonl');
const { tokenizer } = await loadModel('en');
let seed = 1;
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

/** Our words with the tag of the last of spaCy's words in each: of a compound that is its head. */
function aligned({ text, tags }) {
  const tagAt = new Map(tags);
  const words = [];
  const gold = [];
  let last = 'X';
  for (const { start, end } of joinTornWords(text, tokenizer.tokenize(text))) {
    let found;
    for (let at = start; at < end; at++) {
      const tag = tagAt.get(at);
      if (tag && (tag !== 'PUNCT' || !found)) found = tag;
    }
    last = found ?? last;
    words.push(text.slice(start, end));
    gold.push(taggerTags.includes(last) ? taggerTags.indexOf(last) : TAGS - 1);
  }
  return { words, gold };
}

const dictionary = wink(winkNLP(englishModel, ['pos']));
/** What the tagger wants of each word that was seen. */
const known = new Map();

function hashesOf(words) {
  return words.map((word) => {
    if (!known.has(word)) known.set(word, taggerWords([word], (small) => dictionaryTag(dictionary, small))[0]);
    return known.get(word);
  });
}

const training = [];
const heldOut = [];
let number = 0;
for await (const line of createInterface({ input: createReadStream(file) })) {
  (number++ % 20 === 0 ? heldOut : training).push(aligned(JSON.parse(line)));
}

/** A text as it is, or now and then in small letters, in capitals or in title case. */
function dressed(words) {
  const chance = random();
  if (chance < 0.04) return words.map((word) => word.toLowerCase());
  if (chance < 0.06) return words.map((word) => word.toUpperCase());
  if (chance < 0.08) return words.map((word) => (word.length < 4 ? word : word[0].toUpperCase() + word.slice(1)));
  return words;
}

const learned = new AveragedWeights(TAGGER_ROWS * TAGS);
const rows = new Int32Array(TAGGER_FEATURES);
const scores = new Float64Array(TAGS);

/** As `englishTagger` takes them. */
function packed() {
  const { bytes, scale } = learned.packed();
  const file = new Uint8Array(4 + bytes.length);
  new DataView(file.buffer).setFloat32(0, scale, true);
  new Int8Array(file.buffer, 4).set(bytes);
  return file;
}

function agreement(tag) {
  let same = 0;
  let all = 0;
  for (const { words, gold } of heldOut) {
    tag(hashesOf(words)).forEach((found, w) => {
      if (found === taggerTags[gold[w]]) same++;
      all++;
    });
  }
  return `${((100 * same) / all).toFixed(2)} % of ${all} held-out words`;
}

for (let epoch = 1; epoch <= EPOCHS; epoch++) {
  for (let i = training.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [training[i], training[j]] = [training[j], training[i]];
  }
  for (const { words, gold } of training) {
    const hashes = hashesOf(dressed(words));
    const isTitle = isTitleLike(hashes);
    let before = 20;
    let twoBefore = 20;
    for (let at = 0; at < hashes.length; at++) {
      learned.step++;
      taggerFeatures(hashes, at, before, twoBefore, isTitle, rows);
      const found = bestTag(learned.weights, rows, scores);
      if (found !== gold[at]) {
        for (const row of rows) {
          learned.add(row + gold[at], 1);
          learned.add(row + found, -1);
        }
      }
      twoBefore = before;
      before = found;
    }
  }
  const bytes = packed();
  console.log(`epoch ${epoch}: ${agreement(englishTagger(bytes))}`);
  writeFileSync('packages/core/data/en-tagger.bin.gz', gzipSync(bytes, { level: 9 }));
}
