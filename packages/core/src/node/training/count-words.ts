import { availableParallelism } from 'node:os';
import { resolveOptions } from '../../check-options.js';
import { KeywordError } from '../../errors.js';
import { formatWordCounts, parseWordCounts, type WordCounts } from '../../formats/vectors/word-counts.js';
import { type CountOptions, countOptions } from '../../options.js';
import { VocabularyBuilder } from '../../train/vocabulary-builder.js';
import type { Documents } from '../files/corpus-files.js';
import { readTextFile } from '../files/read-text-file.js';
import { writeFileAtomically } from '../files/write-file.js';
import { encodeDocuments } from './encode-corpus.js';
import { cutterOf, runTraining } from './training-run.js';

/**
 * Counts the words of a part of a corpus.
 *
 * @param documents one string a document, read once; there may be none
 * @throws KeywordError INVALID_OPTION, INTERRUPTED, and what reading the documents throws
 */
export async function countWords(
  documents: Documents,
  given: CountOptions = {},
  signal?: AbortSignal,
): Promise<WordCounts> {
  const options = resolveOptions(countOptions, given);
  const { tokenizer, encoder } = cutterOf(options, options.threads ?? availableParallelism());
  const builder = new VocabularyBuilder();
  await runTraining(
    signal,
    () => 'The counting was stopped; nothing was written.',
    async (hold) => {
      hold(encoder);
      for await (const block of encodeDocuments(documents, encoder, builder, signal)) {
        for (const document of block) builder.countDocument(document);
      }
    },
  );
  const { words, counts, documentFrequencies } = builder.finish(1, Number.POSITIVE_INFINITY).vocabulary;
  return {
    tokenizer: tokenizer.description,
    documents: builder.documentCount,
    tokens: builder.tokenCount,
    words: new Map(words.map((word, w) => [word, [counts[w], documentFrequencies[w]]])),
  };
}

/**
 * The sum of counts.
 *
 * @throws KeywordError TOKENIZER_MISMATCH when their documents were cut by different tokenizers
 */
export function mergeWordCounts(parts: readonly WordCounts[]): WordCounts {
  const [{ tokenizer }] = parts;
  const words = new Map<string, [number, number]>();
  let documents = 0;
  let tokens = 0;
  for (const part of parts) {
    if (JSON.stringify(part.tokenizer) !== JSON.stringify(tokenizer)) {
      throw new KeywordError(
        'TOKENIZER_MISMATCH',
        `The counts were made with different tokenizers, ${JSON.stringify(tokenizer)} and ${JSON.stringify(part.tokenizer)}. Count all parts alike.`,
      );
    }
    documents += part.documents;
    tokens += part.tokens;
    for (const [word, [count, inDocuments]] of part.words) {
      const sum = words.get(word);
      if (sum) {
        sum[0] += count;
        sum[1] += inDocuments;
      } else words.set(word, [count, inDocuments]);
    }
  }
  return { tokenizer, documents, tokens, words };
}

/** Reads a counts file. Throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_CORPUS. */
export function readWordCounts(path: string): WordCounts {
  return parseWordCounts(readTextFile(path), path);
}

/** Writes a counts file. Throws KeywordError WRITE_FAILED. */
export async function writeWordCounts(path: string, counts: WordCounts): Promise<void> {
  const encoder = new TextEncoder();
  await writeFileAtomically(
    path,
    (function* () {
      for (const piece of formatWordCounts(counts)) yield encoder.encode(piece);
    })(),
  );
}
