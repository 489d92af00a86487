import type { TextModel } from '../extract/text-model.js';
import { copyRow } from '../math/matrix.js';
import { isOfTables } from '../model/conditional-model.js';

/** Words that a fingerprint looks at. */
const WORDS = 1000;

/**
 * What tells a model from others, for people and to be compared: its language where it is one of tables, its tokenizer, its size, and a hash of some of its words
 * and of the vectors of the first.
 */
export function fingerprintOf({ model, tokenizer, language }: TextModel): string {
  const { words, tokenCount } = model.vocabulary;
  let hash = 0x811c9dc5;
  const add = (text: string) => {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  };
  const step = Math.max(1, Math.floor(words.length / WORDS));
  for (let w = 0; w < words.length; w += step) add(`${words[w]}\n`);
  const { inputVectors } = model;
  if (inputVectors) {
    const row = new Float32Array(inputVectors.columns);
    copyRow(inputVectors, 0, row);
    add(row.join());
  }
  const { name, normalization, dictionaryHash } = tokenizer.description;
  const dictionary = dictionaryHash && ` ${dictionaryHash}`;
  const ofTables = isOfTables(model) ? `${language} ` : '';
  return `${ofTables}${name} ${normalization}${dictionary} ${words.length} words ${tokenCount} tokens ${(hash >>> 0).toString(16)}`;
}
