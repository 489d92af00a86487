import { KeywordError } from '../errors.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { ResolvedOf, trainOptions } from '../options.js';
import type { Tokenizer } from '../text/tokenizer.js';
import { Reservoir } from '../train/reservoir.js';
import type { TrainEvent } from '../train/train-events.js';
import { VocabularyBuilder } from '../train/vocabulary-builder.js';
import { TokenFile } from './token-file.js';

/** Documents kept out of training at most. */
const HELD_OUT_DOCUMENTS = 2000;
/** Milliseconds between two reports, and between two looks at the abort signal. */
const REPORT_INTERVAL = 1000;

/** A corpus made ready for training. */
export interface EncodedCorpus {
  readonly vocabulary: Vocabulary;
  /** Tokens of the documents trained on, those out of the vocabulary included. */
  readonly tokenCount: number;
  readonly tokenFile: TokenFile;
  /** Documents kept out of training, as word indices. */
  readonly heldOut: Int32Array[];
}

/**
 * Cuts the corpus into words once, counts them, and writes their ids to disk.
 *
 * @throws KeywordError INVALID_CORPUS when fewer than two words are left
 */
export async function encodeCorpus(
  documents: AsyncIterable<string> | Iterable<string>,
  tokenizer: Tokenizer,
  options: ResolvedOf<typeof trainOptions>,
  report: (event: TrainEvent) => void,
  signal?: AbortSignal,
): Promise<EncodedCorpus> {
  const builder = new VocabularyBuilder();
  const reservoir = new Reservoir<string[]>(options.heldOut, HELD_OUT_DOCUMENTS, options.seed);
  const tokenFile = new TokenFile();
  let ids = new Int32Array(1 << 16);
  const write = (words: string[]) => {
    if (words.length > ids.length) ids = new Int32Array(words.length * 2);
    builder.addDocument(words, ids);
    tokenFile.appendDocument(ids, words.length);
  };
  const start = performance.now();
  const corpusEvent = (done: boolean): TrainEvent => ({
    type: 'corpus',
    documents: builder.documentCount + reservoir.items.length,
    tokens: builder.tokenCount,
    seconds: (performance.now() - start) / 1000,
    done,
  });
  try {
    let lastReport = start;
    for await (const document of documents) {
      const words = reservoir.offer(tokenizer.words(document));
      if (words?.length) write(words);
      if (performance.now() - lastReport > REPORT_INTERVAL) {
        lastReport = performance.now();
        report(corpusEvent(false));
        signal?.throwIfAborted();
      }
    }
    // Too small a corpus to spare anything: better no measure than no model.
    if (builder.documentCount === 0) for (const words of reservoir.items.splice(0)) write(words);
    report(corpusEvent(true));
    const { vocabulary, wordIndexOfId } = builder.finish(options.minCount, options.maxVocabulary);
    if (vocabulary.words.length < 2) throw tooFewWords(builder, vocabulary, options.minCount);
    tokenFile.remap(wordIndexOfId);
    const heldOut = reservoir.items.map((words) => wordIndices(words, vocabulary));
    report({
      type: 'vocabulary',
      words: vocabulary.words.length,
      tokens: vocabulary.tokenCount,
      documents: builder.documentCount,
      heldOutDocuments: heldOut.length,
    });
    return { vocabulary, tokenCount: builder.tokenCount, tokenFile, heldOut };
  } catch (error) {
    tokenFile.close();
    throw error;
  }
}

function wordIndices(words: readonly string[], vocabulary: Vocabulary): Int32Array {
  return Int32Array.from(words.map((word) => vocabulary.indexOf(word) ?? -1).filter((index) => index >= 0));
}

function tooFewWords(builder: VocabularyBuilder, vocabulary: Vocabulary, minCount: number): KeywordError {
  return new KeywordError(
    'INVALID_CORPUS',
    `The corpus has ${builder.documentCount} documents and ${builder.tokenCount} tokens, but only ${vocabulary.words.length} words ` +
      `occur at least ${minCount} times; 2 are needed. Give more text, or lower --min-count.`,
  );
}
