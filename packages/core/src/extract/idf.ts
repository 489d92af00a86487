import type { Vocabulary } from '../model/vocabulary.js';

/** Tokens of a document where the source of a model counted tokens only, not documents. */
const TYPICAL_DOCUMENT = 200;

/**
 * Inverse document frequency of a word, log((N + 1) / (df + 1)), in nats, ≥ 0: how surprising it is to meet the word in
 * a document. Documents and not tokens are counted, for words of a topic come in bursts.
 *
 * @param word index in the vocabulary; −1, out of it, is as rare as can be
 */
export function inverseDocumentFrequency(vocabulary: Vocabulary, word: number): number {
  const { documentCount, documentFrequencies, counts, tokenCount } = vocabulary;
  if (documentCount > 0) {
    return Math.log((documentCount + 1) / ((word < 0 ? 0 : documentFrequencies[word]) + 1));
  }
  const documents = Math.max(1, tokenCount / TYPICAL_DOCUMENT);
  const frequency = word < 0 ? 0 : Math.min(documents, counts[word]);
  return Math.log((documents + 1) / (frequency + 1));
}
