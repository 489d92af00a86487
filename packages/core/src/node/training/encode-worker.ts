import { workerData } from 'node:worker_threads';
import type { TextOptions } from '../../options.js';
import { BlockEncoder, type EncodedBlock } from '../../train/block-encoder.js';
import { type CorpusBlock, readDocuments } from '../files/corpus-block.js';
import type { RecordTally } from '../files/record-errors.js';
import { createTokenizer } from '../models/tokenizers.js';
import { answerRequests } from '../threads/thread.js';

/** Documents as strings, or a block of a file. */
export type EncodeInput = readonly string[] | CorpusBlock;

/** What a thread is asked: a block, and whether to start numbering words again first. */
export interface EncodeRequest {
  readonly input: EncodeInput;
  readonly restart: boolean;
}

/** Documents as numbers, and what became of their records, where they were read here. */
export interface EncodedRecords extends EncodedBlock {
  readonly tally?: RecordTally;
}

/** Encodes documents. */
export function encodeInput(encoder: BlockEncoder, input: EncodeInput): EncodedRecords {
  if (!('bytes' in input)) return encoder.encodeDocuments(input);
  const { documents, tally } = readDocuments(input);
  return { ...encoder.encodeDocuments(documents), tally };
}

// The same file is a thread's program and, imported, the function above.
if (workerData?.encode) {
  const encoder = new BlockEncoder(createTokenizer(workerData.encode as TextOptions));
  answerRequests(
    ({ input, restart }: EncodeRequest) => {
      if (restart) encoder.restart();
      return encodeInput(encoder, input);
    },
    ({ ids }) => [ids.buffer as ArrayBuffer],
  );
}
