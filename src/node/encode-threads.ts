import type { TextOptions } from '../options.js';
import type { Tokenizer } from '../text/tokenizer.js';
import { BlockEncoder, type EncodedBlock } from '../train/block-encoder.js';
import { type EncodeInput, type EncodeRequest, encodeInput } from './encode-worker.js';
import { askInTurn, Thread } from './thread.js';

/** An encoded block, and whose numbers it is in. */
export interface OwnedBlock extends EncodedBlock {
  readonly encoder: number;
}

/** Encodes the blocks of a corpus, each with one of several encoders, and yields them in their order. */
export interface CorpusEncoder {
  readonly encoders: number;
  encode(inputs: AsyncIterable<EncodeInput>): AsyncGenerator<OwnedBlock>;
  /** Makes every encoder number its words anew. */
  restart(): void;
  close(): Promise<void>;
}

/** Encodes here, with a tokenizer that cannot be sent to a thread. */
export function localEncoder(tokenizer: Tokenizer): CorpusEncoder {
  const encoder = new BlockEncoder(tokenizer);
  return {
    encoders: 1,
    async *encode(inputs) {
      for await (const input of inputs) yield { ...encodeInput(encoder, input), encoder: 0 };
    },
    restart: () => encoder.restart(),
    close: async () => {},
  };
}

/** Encodes in threads. Each block goes to the thread whose turn it is, so the result depends on no timing. */
export class EncodeThreads implements CorpusEncoder {
  readonly #threads: Thread<EncodeRequest, EncodedBlock>[];
  readonly #restart: boolean[];

  constructor(options: TextOptions, threads: number) {
    const program = new URL('./encode-worker.js', import.meta.url);
    this.#threads = Array.from({ length: threads }, () => new Thread(program, { encode: options }));
    this.#restart = this.#threads.map(() => false);
  }

  get encoders(): number {
    return this.#threads.length;
  }

  encode(inputs: AsyncIterable<EncodeInput>): AsyncGenerator<OwnedBlock> {
    return askInTurn(this.#threads.length, inputs, async (encoder, input) => {
      const restart = this.#restart[encoder];
      this.#restart[encoder] = false;
      const transfer = 'bytes' in input ? [input.bytes.buffer as ArrayBuffer] : [];
      return { ...(await this.#threads[encoder].ask({ input, restart }, transfer)), encoder };
    });
  }

  restart(): void {
    this.#restart.fill(true);
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}
