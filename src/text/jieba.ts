import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Jieba } from '@node-rs/jieba';
import type { Cutter, Piece } from './cutter-tokenizer.js';
import { KeptWords } from './kept-words.js';

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
  tag(text) {
    const pieces: Piece[] = [];
    for (const word of segmenter().cut(text, true)) {
      const piece = tagged.get(word) ?? tagAlone(word);
      // Alone it is cut further, so that only its text can show its tag.
      if (!piece) return tagAll(text);
      pieces.push(piece);
    }
    return pieces;
  },
};

function tagAlone(word: string): Piece | undefined {
  const pieces = tagAll(word);
  return pieces.length === 1 ? pieces[0] : undefined;
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
