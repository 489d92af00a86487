import { counted } from '../../errors.js';
import type { ModelMetadata } from '../../model/metadata.js';
import { createVocabulary, type Vocabulary } from '../../model/vocabulary.js';
import type { SafetensorsFile, Tensor } from '../bytes/safetensors.js';
import { asInvalid, find, invalid, numbers, take, tensor } from './model-tensors.js';
import { decodeWords, encodeWords } from './word-list.js';

/**
 * The tensors of a vocabulary; see model-file.ts.
 *
 * @throws KeywordError INVALID_MODEL when it contradicts itself or the metadata
 */
export function vocabularyTensors(vocabulary: Vocabulary, metadata: ModelMetadata): Record<string, Tensor> {
  if (vocabulary.documentCount !== metadata.corpus.documents) {
    throw invalid(
      `the vocabulary counts ${counted(vocabulary.documentCount, 'document')}, the metadata ${metadata.corpus.documents}`,
    );
  }
  checkVocabulary(vocabulary);
  const V = vocabulary.words.length;
  const words = encodeWords(vocabulary.words);
  return {
    counts: tensor('F64', [V], vocabulary.counts),
    document_frequencies: tensor('F64', [V], vocabulary.documentFrequencies),
    word_offsets: tensor('U32', [V + 1], words.offsets),
    word_bytes: tensor('U8', [words.bytes.length], words.bytes),
  };
}

/**
 * Reads what {@link vocabularyTensors} made.
 *
 * @throws KeywordError INVALID_MODEL
 */
export function readVocabulary(file: SafetensorsFile, metadata: ModelMetadata): Vocabulary {
  const V = find(file, 'counts', ['F64']).shape[0];
  const counts = numbers(take(file, 'counts', ['F64'], [V]), Float64Array);
  const documentFrequencies = numbers(take(file, 'document_frequencies', ['F64'], [V]), Float64Array);
  const offsets = numbers(take(file, 'word_offsets', ['U32'], [V + 1]), Uint32Array);
  const words = decodeWords({ offsets, bytes: find(file, 'word_bytes', ['U8']).bytes });
  const documentCount = metadata.corpus.documents;
  const vocabulary = asInvalid(() => createVocabulary({ words, counts, documentFrequencies, documentCount }));
  checkVocabulary(vocabulary);
  return vocabulary;
}

/** Counts need not descend: files of other programs may order their words otherwise. */
function checkVocabulary({ words, counts, documentFrequencies, documentCount }: Vocabulary): void {
  const V = words.length;
  if (V < 2) throw invalid(`it has ${counted(V, 'word')}, expected 2 or more`);
  for (let w = 0; w < V; w++) {
    if (!(counts[w] > 0 && counts[w] < Number.POSITIVE_INFINITY)) {
      throw invalid(`the count of word ${w} is ${counts[w]}, expected more than 0`);
    }
    if (!(documentFrequencies[w] >= 0 && documentFrequencies[w] <= documentCount)) {
      throw invalid(`word ${w} is in ${documentFrequencies[w]} of ${documentCount} documents`);
    }
  }
}
