import { resolveOptions } from '../../check-options.js';
import { type TextOptions, textOptions } from '../../options.js';
import { loadJieba } from '../../text/jieba.js';
import type { Tokenizer, TokenizerDescription } from '../../text/tokenizer.js';
import { BlockEncoder } from '../../train/block-encoder.js';
import type { CorpusBlock } from '../files/corpus-block.js';
import { askInTurn, Thread } from '../threads/thread.js';
import { type EncodedRecords, type EncodeInput, type EncodeRequest, encodeInput } from './encode-worker.js';

const program = new URL('./encode-worker.js', import.meta.url);

/** An encoded block, and whose numbers it is in. */
export interface OwnedBlock extends EncodedRecords {
  readonly encoder: number;
}

/** Encodes the blocks of a corpus, each with one of several encoders, and yields them in their order. */
export interface CorpusEncoder {
  readonly encoders: number;
  /** Yields blocks of segmented text as they are: their words need no tokenizer, only numbers. */
  encode(inputs: AsyncIterable<EncodeInput>): AsyncGenerator<OwnedBlock | CorpusBlock>;
  /** Makes every encoder start numbering its words again. */
  restart(): void;
  close(): Promise<void>;
}

/** Encodes here, with a tokenizer that cannot be sent to a thread. */
export function localEncoder(tokenizer: Tokenizer): CorpusEncoder {
  const encoder = new BlockEncoder(tokenizer);
  return {
    encoders: 1,
    async *encode(inputs) {
      for await (const input of inputs) {
        yield segmentedBlock(input, tokenizer.description) ?? { ...encodeInput(encoder, input), encoder: 0 };
      }
    },
    restart: () => encoder.restart(),
    close: async () => {},
  };
}

/**
 * Encodes in threads, which are started by the first block that needs one. Each block goes to the thread whose turn it
 * is, so the result depends on no timing.
 */
export class EncodeThreads implements CorpusEncoder {
  readonly encoders: number;
  readonly #options: TextOptions;
  readonly #threads: Thread<EncodeRequest, EncodedRecords>[] = [];
  readonly #restart: boolean[];

  constructor(options: TextOptions, threads: number) {
    this.encoders = threads;
    this.#options = options;
    this.#restart = Array.from({ length: threads }, () => false);
  }

  encode(inputs: AsyncIterable<EncodeInput>): AsyncGenerator<OwnedBlock | CorpusBlock> {
    const { tokenizer: name, normalization } = resolveOptions(textOptions, this.#options);
    return askInTurn(this.encoders, inputs, async (encoder, input) => {
      const segmented = segmentedBlock(input, { name, normalization });
      if (segmented) return segmented;
      // Here, so that all threads have the same.
      if (name === 'jieba') loadJieba();
      this.#threads[encoder] ??= new Thread(program, { encode: this.#options });
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

/** The block, where it is text whose words are what white space separates, with no character to be changed. */
function segmentedBlock(
  input: EncodeInput,
  { name, normalization }: Pick<TokenizerDescription, 'name' | 'normalization'>,
): CorpusBlock | undefined {
  if (!('bytes' in input) || input.field !== undefined) return undefined;
  return name === 'whitespace' && normalization === 'none' ? input : undefined;
}
