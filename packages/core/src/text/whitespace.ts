import type { Cutter } from './cutter-tokenizer.js';

/** For text that is already cut: words are what white space separates. */
export const whitespaceCutter: Cutter = {
  cut: (text) => text.split(/(\s+)/).filter((piece) => piece !== ''),
};
