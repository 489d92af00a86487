import { parentPort, workerData } from 'node:worker_threads';
import { type ErrorCode, KeywordError } from '../errors.js';
import type { TextOptions } from '../options.js';
import { BlockEncoder, type EncodedBlock } from '../train/block-encoder.js';
import { type CorpusBlock, documentsOf } from './corpus-files.js';
import { notUtf8, refuseBinary } from './lines.js';
import { createTokenizer } from './tokenizers.js';

/** Documents as strings, or a block of a file. */
export type EncodeInput = readonly string[] | CorpusBlock;

/** What a thread is asked: a block, and whether to number words anew first. */
export interface EncodeRequest {
  readonly input: EncodeInput;
  readonly restart: boolean;
}

/** What a thread answers; errors by code, for they lose their class on the way. */
export type EncodeReply =
  | { readonly block: EncodedBlock }
  | { readonly code: ErrorCode | undefined; readonly message: string };

/**
 * Encodes documents by the fastest way that gives the tokenizer's words.
 *
 * @throws KeywordError INVALID_TEXT, INVALID_CORPUS
 */
export function encodeInput(encoder: BlockEncoder, input: EncodeInput): EncodedBlock {
  if (!('bytes' in input)) return encoder.encodeDocuments(input);
  if (!encoder.takesBytes || input.field !== undefined) return encoder.encodeDocuments(documentsOf(input));
  refuseBinary(input.bytes, input.source);
  try {
    return encoder.encodeLines(input.bytes);
  } catch (cause) {
    throw notUtf8(`${input.source}, after line ${input.firstLine},`, cause);
  }
}

// The same file is a thread's program and, imported, the function above.
if (workerData?.encode) {
  const encoder = new BlockEncoder(createTokenizer(workerData.encode as TextOptions));
  parentPort!.on('message', ({ input, restart }: EncodeRequest) => {
    if (restart) encoder.restart();
    try {
      const block = encodeInput(encoder, input);
      parentPort!.postMessage({ block } satisfies EncodeReply, [block.ids.buffer as ArrayBuffer]);
    } catch (error) {
      const code = error instanceof KeywordError ? error.code : undefined;
      parentPort!.postMessage({ code, message: (error as Error).message } satisfies EncodeReply);
    }
  });
}
