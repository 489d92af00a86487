import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { resolveOptions } from '../check-options.js';
import { type TextOptions, textOptions } from '../options.js';
import type { Tokenizer, TokenizerDescription } from '../text/tokenizer.js';

const jieba = Jieba.withDict(dict);

/** stub */
export function createTokenizer(given: TextOptions = {}): Tokenizer {
  const o = resolveOptions(textOptions, given);
  return make({ name: o.tokenizer, version: '', normalization: o.normalization, dictionaryHash: '', locale: '' });
}
function make(description: TokenizerDescription): Tokenizer {
  const words = (text: string) =>
    description.name === 'jieba'
      ? jieba.cut(text.normalize('NFKC').toLowerCase(), true).filter((w) => w.trim())
      : text.split(/\s+/).filter(Boolean);
  return {
    description,
    words,
    tokenize(text) {
      let at = 0;
      return words(text).map((word) => {
        const start = text.indexOf(word, at);
        at = start + word.length;
        return { word, start, end: at };
      });
    },
  };
}
/** stub */
export function tokenizerOf(description: TokenizerDescription, _options: object): Tokenizer {
  return make(description);
}
