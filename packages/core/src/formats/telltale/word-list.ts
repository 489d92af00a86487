import { KeywordError } from '../../errors.js';

/** Words as one block of UTF-8: word w is bytes[offsets[w]] … bytes[offsets[w + 1] − 1]. V = number of words. */
export interface WordList {
  /** (V + 1) ascending, from 0 to the length of `bytes`. */
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
}

/** @throws KeywordError INVALID_MODEL on a word with half a surrogate pair, which has no UTF-8 form */
export function encodeWords(words: readonly string[]): WordList {
  let units = 0;
  for (const word of words) units += word.length;
  const bytes = new Uint8Array(3 * units); // no code unit takes more
  const offsets = new Uint32Array(words.length + 1);
  const encoder = new TextEncoder();
  let at = 0;
  words.forEach((word, w) => {
    if (/\p{Surrogate}/u.test(word)) {
      throw new KeywordError(
        'INVALID_MODEL',
        `Word ${w}, ${JSON.stringify(word)}, holds half a surrogate pair and cannot be written as UTF-8.`,
      );
    }
    at += encoder.encodeInto(word, bytes.subarray(at)).written;
    offsets[w + 1] = at;
  });
  return { offsets, bytes: bytes.subarray(0, at) };
}

/**
 * All words, by one call of the decoder: a call for each would take longer than the rest of loading a model.
 *
 * @throws KeywordError INVALID_MODEL when offsets do not ascend from 0 to the end, or a word is not UTF-8
 */
export function decodeWords({ offsets, bytes }: WordList): string[] {
  const V = offsets.length - 1;
  if (offsets[0] !== 0 || offsets[V] !== bytes.length) {
    throw invalid(`run from ${offsets[0]} to ${offsets[V]}, expected 0 to ${bytes.length}`);
  }
  const text = decodeUtf8(bytes);
  const words: string[] = [];
  let at = 0;
  let unit = 0; // the same place in `text`, in UTF-16 code units
  for (let w = 0; w < V; w++) {
    const end = offsets[w + 1];
    if (end < at || end > bytes.length) throw invalid(`do not ascend at word ${w}`);
    const start = unit;
    if (at < end && isContinuation(bytes[at])) throw invalid(`cut a character at word ${w}`);
    for (; at < end; at++) {
      if (!isContinuation(bytes[at])) unit += bytes[at] >= 0xf0 ? 2 : 1;
    }
    words.push(text.slice(start, unit));
  }
  return words;
}

const isContinuation = (byte: number) => (byte & 0xc0) === 0x80;

function decodeUtf8(bytes: Uint8Array): string {
  try {
    // slice: a decoder need not take bytes of a SharedArrayBuffer.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.slice());
  } catch (cause) {
    throw new KeywordError('INVALID_MODEL', 'The words of the model are not UTF-8.', { cause });
  }
}

function invalid(reason: string): KeywordError {
  return new KeywordError('INVALID_MODEL', `The model contradicts itself: word_offsets ${reason}.`);
}
