import { counted } from '../../errors.js';
import type { ByteReader } from '../bytes/byte-reader.js';
import { invalid, unsupported } from '../bytes/byte-source.js';
import { decodeUtf8, decodeWord } from '../bytes/decode-text.js';

/** The words of a fastText model, in the order of the file. */
export interface FastTextDictionary {
  /** (V). */
  readonly words: string[];
  /** (V) occurrences. */
  readonly counts: Float64Array;
  /** The bytes of words that are not UTF-8. */
  readonly rawBytes: ReadonlyMap<number, Uint8Array>;
}

/** A word takes its end, a count and a type at least. */
const leastEntryBytes = 10;
/** fastText's own words have no limit; nobody's are longer. */
const longestWord = 1 << 16;

/**
 * Reads the dictionary of a fastText model without labels.
 *
 * @throws KeywordError UNSUPPORTED_MODEL when it has labels or was pruned, INVALID_MODEL when it is damaged
 */
export function readDictionary(reader: ByteReader): FastTextDictionary {
  const { name } = reader;
  const size = reader.int32();
  const wordCount = reader.int32();
  const labelCount = reader.int32();
  reader.int64(); // tokens of the corpus
  const pruned = reader.int64();
  if (labelCount > 0) throw unsupported(name, `it is a fastText classifier with ${counted(labelCount, 'label')}.`);
  if (pruned >= 0) throw unsupported(name, 'its dictionary was pruned, as quantizing a fastText classifier does.');
  if (labelCount !== 0 || size !== wordCount || size < 2) {
    throw invalid(name, `it says it has ${wordCount} words and ${labelCount} labels, ${size} in all; it is damaged.`);
  }
  if (size * leastEntryBytes > reader.remaining) {
    throw invalid(name, `it says it has ${size} words; it is too short for that.`);
  }
  const words: string[] = [];
  const counts = new Float64Array(size);
  const rawBytes = new Map<number, Uint8Array>();
  for (let i = 0; i < size; i++) {
    const bytes = reader.bytesUntil(0, longestWord);
    if (!bytes) throw invalid(name, `word ${i} of its dictionary has no end.`);
    const word = decodeUtf8(bytes);
    if (word === undefined) rawBytes.set(i, bytes.slice());
    words.push(word ?? decodeWord(bytes));
    counts[i] = reader.int64();
    if (!(counts[i] > 0)) throw invalid(name, `word ${i} of its dictionary has the count ${counts[i]}.`);
    const type = reader.byte();
    if (type !== 0) throw invalid(name, `word ${i} of its dictionary is of type ${type}; expected 0, a word.`);
  }
  return { words, counts, rawBytes };
}
