import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import type { Jieba } from '@node-rs/jieba';
import { chineseWeights } from './chinese-tagger.js';
import type { Cutter, Piece } from './cutter-tokenizer.js';
import { KeptWords } from './kept-words.js';
import { GUESS_TAG, type Recut, recutter } from './recut.js';

const require = createRequire(import.meta.url);

/** jieba with its default dictionary; loaded on first use, for both take a while. */
let jieba: Jieba | undefined;

function segmenter(): Jieba {
  // Read here and not by the package's dict.js, which keeps the bytes for ever, and those of its IDF file too.
  jieba ??= (require('@node-rs/jieba') as typeof import('@node-rs/jieba')).Jieba.withDict(
    readFileSync(require.resolve('@node-rs/jieba/dict.txt')),
  );
  return jieba;
}

/** Name and version of the library, as model files record it. */
export const jiebaVersion = `@node-rs/jieba ${require('@node-rs/jieba/package.json').version}`;

/** Words with their tags: jieba looks a tag up by the word alone, and handing objects over takes longer than cutting. */
const tagged = new KeptWords<Piece>();

/** jieba's default mode with its hidden Markov model for unknown words, and its part-of-speech tags. */
export const jiebaCutter: Cutter = {
  cut: (text) => segmenter().cut(text, true),
  tag: tagByJieba,
  recut(pieces, isWord) {
    recut ??= recutter(
      chineseWeights(gunzipSync(readFileSync(new URL('../../models/zh-tagger.bin.gz', import.meta.url)))),
      tagOf,
    );
    return recut(pieces, isWord);
  },
};

let recut: Recut | undefined;

function tagByJieba(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const word of segmenter().cut(text, true)) {
    const piece = tagged.get(word) ?? tagAlone(word);
    // Alone it is cut further, so that only its text can show its tag.
    if (!piece) return tagAll(text);
    pieces.push(piece);
  }
  return pieces;
}

function tagAlone(word: string): Piece | undefined {
  const pieces = tagAll(word);
  return pieces.length === 1 ? pieces[0] : undefined;
}

/** What {@link tagOf} found; '' for words that jieba's dictionary does not have. */
const known = new KeptWords<string>();

/** The tag of a word that jieba's dictionary has. */
function tagOf(word: string): string | undefined {
  let tag = known.get(word);
  if (tag === undefined) {
    tag = tagAlone(word)?.partOfSpeech ?? '';
    if (tag === GUESS_TAG) tag = '';
    known.set(word, tag);
  }
  return tag === '' ? undefined : tag;
}

function tagAll(text: string): Piece[] {
  return segmenter()
    .tag(text, true)
    .map(({ word, tag }) => {
      const known = tagged.get(word);
      if (known) return known;
      const piece = { word, partOfSpeech: tag };
      tagged.set(word, piece);
      return piece;
    });
}
