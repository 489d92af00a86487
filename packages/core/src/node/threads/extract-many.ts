import { availableParallelism } from 'node:os';
import { resolveOptions } from '../../check-options.js';
import type { ErrorCode } from '../../errors.js';
import type { KeywordAnalysis, Resolved } from '../../extract/extract-keywords.js';
import { type ExtractOptions, extractOptions, type ModelOptions, modelOptions } from '../../options.js';
import { type HandedText, handedText, type TitledText } from '../files/text-of-record.js';
import { resolveEncoder } from '../models/load-encoder.js';
import { shareModels } from '../models/shared-models.js';
import type { ExtractRequest, ExtractWorkerData } from './extract-worker.js';
import { OptionsSender, withFrozenLists } from './sent-options.js';
import { askInTurn, Thread } from './thread.js';

/** What came of one of many texts: its keywords, or why there are none. */
export type ManyResult = KeywordAnalysis | { readonly error: { readonly code: ErrorCode; readonly message: string } };

/** Characters of texts handed to a thread at once: enough that handing over costs little. */
const BATCH_CHARACTERS = 1 << 15;

/**
 * A model in several threads, for many texts. A model file of Telltale is read once, into memory that all of them share;
 * one of another tool is read by each.
 */
export class ExtractionPool {
  readonly #threads: Thread<ExtractRequest, ManyResult[]>[];
  readonly #senders: OptionsSender<Resolved>[];

  private constructor(data: ExtractWorkerData, threads: number) {
    const program = new URL('./extract-worker.js', import.meta.url);
    this.#threads = Array.from({ length: threads }, () => new Thread(program, data));
    this.#senders = this.#threads.map(() => new OptionsSender());
  }

  /**
   * Loads a model and starts the threads.
   *
   * @param name an embedded model (zh, en), the path of a model file, or auto for the embedded model of each text's language
   * @param given options of the model, an encoder by its name or folder (each thread loads it), and how many threads: all
   *   cores unless said otherwise
   * @throws as loadModel; FILE_NOT_FOUND without the encoder; when a text is worked on, as loadEncoder
   */
  static async open(
    name: string = modelOptions.model.default,
    {
      threads = availableParallelism(),
      encoder,
      ...given
    }: Omit<ModelOptions, 'model'> & { threads?: number; encoder?: string | undefined } = {},
  ): Promise<ExtractionPool> {
    const options = resolveOptions(modelOptions, given);
    if (encoder !== undefined) resolveEncoder(encoder);
    return new ExtractionPool({ name, encoder, shared: await shareModels([[name, name]], options) }, threads);
  }

  /**
   * The keywords of many texts, in their order. Texts are asked for only as fast as results are taken. A text that
   * cannot be worked on gives its error in its place. A title among the options is that of texts without one of their own.
   *
   * @throws KeywordError INVALID_OPTION
   */
  async *extractMany(
    texts: AsyncIterable<string | TitledText> | Iterable<string | TitledText>,
    given: ExtractOptions = {},
  ): AsyncGenerator<ManyResult> {
    const options = withFrozenLists(resolveOptions(extractOptions, given));
    const answers = askInTurn(this.#threads.length, batches(texts), (thread, batch) =>
      this.#senders[thread].send(options, (sent) => this.#threads[thread].ask({ texts: batch, ...sent })),
    );
    for await (const results of answers) yield* results;
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}

/** Texts in batches that are worth handing to a thread; programs without types give what is none. */
export async function* batches(
  texts: AsyncIterable<string | TitledText> | Iterable<string | TitledText>,
): AsyncGenerator<HandedText[]> {
  let batch: HandedText[] = [];
  let characters = 0;
  for await (const given of texts) {
    const one = handedText(given);
    batch.push(one);
    characters += one.text.length + 1;
    if (characters >= BATCH_CHARACTERS) {
      yield batch;
      batch = [];
      characters = 0;
    }
  }
  if (batch.length) yield batch;
}
