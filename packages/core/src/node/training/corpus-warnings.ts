import { counted, KeywordError } from '../../errors.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import type { Tokenizer } from '../../text/tokenizer.js';
import { foreignLanguageWarning } from '../../train/foreign-language.js';
import type { TrainEvent } from '../../train/train-events.js';
import { FileCorpus } from '../files/corpus-files.js';
import type { Documents, EncodedCorpus } from './encode-corpus.js';
import { tokenFileStore } from './token-file.js';
import type { TrainModelOptions } from './training-memory.js';

/** Reports when the corpus seems to be in another language than its tokenizer cuts. */
export function warnOfLanguage(
  { description }: Tokenizer,
  { words, counts }: Vocabulary,
  report: (event: TrainEvent) => void,
): void {
  const message = foreignLanguageWarning(description.name, words, counts);
  if (message) report({ type: 'warning', message });
}

/** Reports which records of a corpus could not be read. */
export function warnOfFailures(documents: Documents, report: (event: TrainEvent) => void): void {
  const message = documents instanceof FileCorpus ? documents.errors.summary() : undefined;
  if (message) report({ type: 'warning', message });
}

/**
 * Refuses a corpus in which no word has another beside it: there is nothing to learn from.
 *
 * @throws KeywordError INVALID_CORPUS
 */
export function requirePairs({ vocabulary, tokenFile }: EncodedCorpus): void {
  const store = tokenFileStore(tokenFile.fd, tokenFile.length);
  const block = new Int32Array(1 << 16);
  let length = 0;
  for (let from = 0; from < store.length; ) {
    const count = store.read(from, block);
    for (let i = 0; i < count; i++) {
      length = block[i] < 0 ? 0 : length + 1;
      if (length === 2) return;
    }
    from += count;
  }
  throw new KeywordError(
    'INVALID_CORPUS',
    `The corpus trains nothing: none of its ${counted(vocabulary.documentCount, 'document')} has two words of the vocabulary of ${counted(vocabulary.words.length, 'word')}, and a word is learnt from those beside it. A line is a document: give longer ones, or lower --min-count.`,
  );
}

/**
 * Looks at how many pairs were trained on.
 *
 * @throws KeywordError INVALID_CORPUS when there was none
 */
export function warnOfFewPairs(
  pairs: number,
  { vocabulary }: EncodedCorpus,
  { subsample, epochs }: TrainModelOptions,
  report: (event: TrainEvent) => void,
): void {
  const { length } = vocabulary.words;
  const advice = 'Give more text, or keep all of it by --subsample 0.';
  if (pairs === 0) {
    throw new KeywordError(
      'INVALID_CORPUS',
      `The corpus trained nothing: of its ${counted(vocabulary.tokenCount, 'token')}, --subsample ${subsample} left no two side by side in ${counted(epochs, 'epoch')}. ${advice}`,
    );
  }
  if (pairs >= length) return;
  const message = `Only ${counted(pairs, 'pair')} of words trained the model, fewer than the ${counted(length, 'word')} of the vocabulary: the vectors are hardly more than random. ${advice}`;
  report({ type: 'warning', message });
}
