import type { Vocabulary } from '../../model/vocabulary.js';
import type { FileCorpus } from '../files/corpus-files.js';
import type { TokenFile } from './token-file.js';

/** A corpus made ready for training. */
export interface EncodedCorpus {
  readonly vocabulary: Vocabulary;
  /** Tokens of the documents trained on, those out of the vocabulary included. */
  readonly tokenCount: number;
  readonly tokenFile: TokenFile;
  /** Documents kept out of training, as word indices. */
  readonly heldOut: Int32Array[];
}

/** Anything documents can come from. */
export type Documents = FileCorpus | AsyncIterable<string> | Iterable<string>;
