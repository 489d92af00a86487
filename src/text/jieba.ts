import { createRequire } from 'node:module';
import type { Jieba } from '@node-rs/jieba';
import type { Cutter, Piece } from './cutter-tokenizer.js';

const require = createRequire(import.meta.url);

/** jieba with its default dictionary; loaded on first use, for both take a while. */
let jieba: Jieba | undefined;

function segmenter(): Jieba {
  jieba ??= (require('@node-rs/jieba') as typeof import('@node-rs/jieba')).Jieba.withDict(
    require('@node-rs/jieba/dict.js').dict,
  );
  return jieba;
}

/** Name and version of the library, as model files record it. */
export const jiebaVersion = `@node-rs/jieba ${require('@node-rs/jieba/package.json').version}`;

/** jieba's default mode with its hidden Markov model for unknown words, and its part-of-speech tags. */
export const jiebaCutter: Cutter = {
  cut: (text) => segmenter().cut(text, true),
  *tag(text): Generator<Piece> {
    for (const { tag, word } of segmenter().tag(text, true)) yield { word, partOfSpeech: tag };
  },
};
