import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { TaggerWeights } from '../kernel/tagger-memory.js';
import { chineseLabeler, chineseWeights, type Labeler } from './chinese-tagger.js';
import type { Cutter } from './cutter-tokenizer.js';
import { type JiebaCutter, jiebaCutterOf } from './jieba-cutter.js';
import { type JiebaTables, readJiebaTables } from './jieba-tables.js';
import { loadTerms } from './load-terms.js';
import { type Recut, recutter } from './recut.js';
import { readShared, sharedMemory } from './shared-memory.js';

/** Name and version of the library whose dictionary it is, as model files record it. The build checks it. */
export const jiebaVersion = '@node-rs/jieba 2.0.2';

const KEY = 'telltale: tables of jieba';
const TAGGER_KEY = 'telltale: Chinese tagger';

let tables: JiebaTables | undefined;
let cutter: JiebaCutter | undefined;
let label: Labeler | undefined;
let recut: Recut | undefined;

/** The dictionary. Written by scripts/build-jieba.mjs. */
export function loadJieba(): JiebaTables {
  tables ??= readJiebaTables(sharedMemory(KEY, () => readShared(new URL('../jieba.bin', import.meta.url))));
  return tables;
}

/** The weights of the tagger that cuts again what jieba guessed. */
export function loadTagger(): TaggerWeights {
  return sharedMemory(TAGGER_KEY, () => {
    return chineseWeights(gunzipSync(readFileSync(new URL('../../data/zh-tagger.bin.gz', import.meta.url))));
  });
}

function loaded(): JiebaCutter {
  cutter ??= jiebaCutterOf(loadJieba());
  return cutter;
}

/** jieba's default mode with its hidden Markov model for unknown words, and its part-of-speech tags. */
export const jiebaCutter: Cutter = {
  cut: (text) => loaded().cut(text),
  tag: (text) => loaded().tag!(text),
  terms: () => loadTerms('zh'),
  recut(pieces, isWord) {
    // Many a headline has no word to cut again, and to unpack the weights takes a tenth of the command's time.
    recut ??= recutter((...pieces) => {
      label ??= chineseLabeler(loadTagger());
      return label(...pieces);
    }, loaded().tagOf);
    return recut(pieces, isWord);
  },
};
