import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import type { Cutter, Piece } from './cutter-tokenizer.js';

/** jieba with its default dictionary; made on first use, for reading the dictionary takes a while. */
let jieba: Jieba | undefined;

const segmenter = () => {
  jieba ??= Jieba.withDict(dict);
  return jieba;
};

/** Name and version of the library, as model files record it. */
export const jiebaVersion = `@node-rs/jieba ${createRequire(import.meta.url)('@node-rs/jieba/package.json').version}`;

/** jieba's default mode with its hidden Markov model for unknown words, and its part-of-speech tags. */
export const jiebaCutter: Cutter = {
  cut: (text) => segmenter().cut(text, true),
  *tag(text): Generator<Piece> {
    for (const { tag, word } of segmenter().tag(text, true)) yield { word, partOfSpeech: tag };
  },
};
