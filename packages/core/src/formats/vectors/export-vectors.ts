import { KeywordError } from '../../errors.js';
import { copyRow, type Matrix } from '../../math/matrix.js';
import type { Vocabulary } from '../../model/vocabulary.js';

/** Words written at a time. */
const BLOCK = 4096;

/**
 * Input vectors in the text format of word2vec: a line `words dim`, then a line a word. Numbers have the digits that
 * give the same 32-bit float back.
 *
 * @throws KeywordError UNSUPPORTED_MODEL when a word is empty or has a space, a tab or the end of a line in it, which the
 *   format cannot hold; other blanks (U+00A0, U+3000, U+2028) are part of a word to the tools that read it
 */
export function* textVectors(words: readonly string[], vectors: Matrix): Generator<Uint8Array> {
  refuseSpaces(words);
  const encoder = new TextEncoder();
  const row = new Float32Array(vectors.columns);
  yield encoder.encode(`${vectors.rows} ${vectors.columns}\n`);
  for (let from = 0; from < vectors.rows; from += BLOCK) {
    let lines = '';
    for (let w = from; w < Math.min(from + BLOCK, vectors.rows); w++) {
      copyRow(vectors, w, row);
      lines += `${words[w]} ${Array.from(row, shortest).join(' ')}\n`;
    }
    yield encoder.encode(lines);
  }
}

/** Input vectors in the binary format of word2vec: the same header, then `word `, D little-endian floats, a newline. */
export function* binaryVectors(words: readonly string[], vectors: Matrix): Generator<Uint8Array> {
  refuseSpaces(words);
  const encoder = new TextEncoder();
  const row = new Float32Array(vectors.columns);
  yield encoder.encode(`${vectors.rows} ${vectors.columns}\n`);
  for (let w = 0; w < vectors.rows; w++) {
    copyRow(vectors, w, row);
    const word = encoder.encode(`${words[w]} `);
    const record = new Uint8Array(word.length + row.byteLength + 1);
    record.set(word);
    record.set(new Uint8Array(row.buffer), word.length);
    record[record.length - 1] = 10;
    yield record;
  }
}

/**
 * `word idf` a line, the form that jieba's `set_idf_path` and @node-rs/jieba's `TfIdf.loadDict` load;
 * idf = log(documents / documents with the word).
 *
 * @throws KeywordError UNSUPPORTED_MODEL when the model has no document frequencies
 */
export function* idfLines({ words, documentFrequencies, documentCount }: Vocabulary): Generator<Uint8Array> {
  if (documentCount === 0) {
    throw new KeywordError(
      'UNSUPPORTED_MODEL',
      'The model does not say in how many documents its words occur; models trained by telltale do. Train one on your corpus.',
    );
  }
  const encoder = new TextEncoder();
  for (let w = 0; w < words.length; w++) {
    // The readers split at white space, and have no way to escape it.
    if (/\s/.test(words[w]) || documentFrequencies[w] === 0) continue;
    yield encoder.encode(`${words[w]} ${Math.log(documentCount / documentFrequencies[w])}\n`);
  }
}

/** The shortest decimal that is the same 32-bit float. */
function shortest(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(Number(value.toPrecision(9)));
}

function refuseSpaces(words: readonly string[]): void {
  const word = words.find((candidate) => candidate === '' || /[ \t\r\n]/.test(candidate));
  if (word !== undefined) {
    throw new KeywordError(
      'UNSUPPORTED_MODEL',
      `The word ${JSON.stringify(word)} is empty or has a space, a tab or the end of a line in it, which a word2vec file cannot hold.`,
    );
  }
}
