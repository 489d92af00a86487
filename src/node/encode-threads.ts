import { Worker } from 'node:worker_threads';
import { KeywordError } from '../errors.js';
import type { TextOptions } from '../options.js';
import type { Tokenizer } from '../text/tokenizer.js';
import { BlockEncoder, type EncodedBlock } from '../train/block-encoder.js';
import { type EncodeInput, type EncodeReply, type EncodeRequest, encodeInput } from './encode-worker.js';

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
  readonly #threads: EncodeThread[];

  constructor(options: TextOptions, threads: number) {
    this.#threads = Array.from({ length: threads }, () => new EncodeThread(options));
  }

  get encoders(): number {
    return this.#threads.length;
  }

  async *encode(inputs: AsyncIterable<EncodeInput>): AsyncGenerator<OwnedBlock> {
    const answers: Promise<OwnedBlock>[] = [];
    let encoder = 0;
    for await (const input of inputs) {
      const owner = encoder;
      const answer = this.#threads[owner].ask(input).then((block) => ({ ...block, encoder: owner }));
      // It is awaited in its turn; until then a failure must not count as unhandled.
      answer.catch(() => {});
      answers.push(answer);
      encoder = (encoder + 1) % this.#threads.length;
      // One block in work and one waiting for each thread.
      if (answers.length >= 2 * this.#threads.length) yield await answers.shift()!;
    }
    for (const answer of answers) yield await answer;
  }

  restart(): void {
    for (const thread of this.#threads) thread.restart = true;
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}

/** One thread, which answers in the order it is asked. */
class EncodeThread {
  restart = false;
  readonly #worker: Worker;
  readonly #waiting: { resolve(block: EncodedBlock): void; reject(error: Error): void }[] = [];

  constructor(options: TextOptions) {
    this.#worker = new Worker(new URL('./encode-worker.js', import.meta.url), { workerData: { encode: options } });
    this.#worker.on('message', (reply: EncodeReply) => {
      const { resolve, reject } = this.#waiting.shift()!;
      if ('block' in reply) resolve(reply.block);
      else reject(reply.code ? new KeywordError(reply.code, reply.message) : new Error(reply.message));
    });
    this.#worker.on('error', (error) => {
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    });
  }

  ask(input: EncodeInput): Promise<EncodedBlock> {
    const request: EncodeRequest = { input, restart: this.restart };
    this.restart = false;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(request, 'bytes' in input ? [input.bytes.buffer as ArrayBuffer] : []);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
