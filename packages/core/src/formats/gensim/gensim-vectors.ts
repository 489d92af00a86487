import { invalid, unsupported } from '../bytes/byte-source.js';
import { addSubwords, longestSubword, type Subwords } from '../fasttext/subwords.js';
import type { GensimObject, Rows } from './gensim-object.js';

/** The vectors of the words, in the order of the file. */
export interface GensimVectors extends Rows {
  /** Where the model is a FastText one that can also make vectors for words it has not seen. */
  readonly subwords: Subwords | undefined;
}

/**
 * The input vectors of a gensim model; for FastText of gensim 4, which does not save them, from those of the words and
 * their character n-grams.
 *
 * @param vectors the object that holds them
 * @param words in the order of the file
 * @throws KeywordError INVALID_MODEL; UNSUPPORTED_MODEL for compressed vectors; FILE_NOT_FOUND when a file beside the model
 * is not there
 */
export function readInputVectors(vectors: GensimObject, words: readonly string[], name: string): GensimVectors {
  const V = words.length;
  const subwords = readSubwords(vectors, name);
  const whole = vectors.matrix('vectors', V) ?? vectors.matrix('syn0', V);
  if (whole) return { ...whole, subwords: subwords?.dim === whole.columns ? subwords : undefined };
  if (vectors.object('vectors')) {
    throw unsupported(
      name,
      'its vectors are compressed (compress-fasttext), which is not read here. Give the model that was compressed, or one that was only pruned (prune_ft_freq with pq=False).',
    );
  }
  const own = vectors.matrix('vectors_vocab', V);
  if (!own || !subwords || subwords.dim !== own.columns) {
    throw invalid(name, 'it has no input vectors; expected vectors, syn0, or vectors_vocab with vectors_ngrams.');
  }
  const encoder = new TextEncoder();
  const data = own.data.slice();
  addSubwords(data, V, (word) => encoder.encode(words[word]), subwords);
  return { data, columns: own.columns, subwords };
}

/** The n-grams of a FastText model; undefined in others and where gensim's old hash was used. */
function readSubwords(vectors: GensimObject, name: string): Subwords | undefined {
  const buckets = vectors.number('bucket');
  if (buckets === undefined || vectors.number('compatible_hash') !== 1 || !vectors.has('vectors_ngrams')) {
    return undefined;
  }
  const minLength = vectors.number('min_n') ?? 0;
  const maxLength = vectors.number('max_n') ?? 0;
  if (!Number.isSafeInteger(buckets) || buckets < 0 || !(maxLength <= longestSubword)) {
    throw invalid(name, `it has n-grams of up to ${maxLength} characters in ${buckets} buckets.`);
  }
  const rows = vectors.matrix('vectors_ngrams', buckets);
  return rows && { minLength, maxLength, buckets, vectors: rows.data, dim: rows.columns };
}
