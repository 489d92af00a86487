import { availableParallelism } from 'node:os';
import { resolveOptions } from '../../check-options.js';
import type { Resolved } from '../../extract/text-model.js';
import { type ExtractOptions, extractOptions, type ModelOptions, modelOptions } from '../../options.js';
import { resolveEncoder } from '../models/load-encoder.js';
import { shareModels } from '../models/shared-models.js';
import type { ExtractRequest, ExtractWorkerData, ManyResult } from './extract-worker.js';
import { batches, type TextRecord, withIds } from './handed-text.js';
import { OptionsSender, withFrozenLists } from './sent-options.js';
import { askInTurn, Thread } from './thread.js';

/**
 * A model in several threads, for many texts. A model file of Telltale is read once, into memory that all of them share;
 * one of another tool is read by each.
 *
 * @example
 * const pool = await ExtractionPool.open('zh');
 * for await (const result of pool.extractMany(['太阳是一颗恒星。'])) console.log(result);
 * await pool.close();
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
   * @param name an embedded model (zh, en), the path of a model file, or auto for the model of each text's language: a text
   *   whose model is not installed has that as its error
   * @param given options of the model, an encoder by its name or folder (each thread loads it), and how many threads: all
   *   cores by default
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
   * @example
   * pool.extractMany(['太阳是一颗恒星。', { id: 7, text: 'The sun is a star.', topN: 1 }]);
   * @throws KeywordError INVALID_OPTION
   */
  async *extractMany(
    texts: AsyncIterable<string | TextRecord<ExtractOptions>> | Iterable<string | TextRecord<ExtractOptions>>,
    given: ExtractOptions = {},
  ): AsyncGenerator<ManyResult> {
    const options = withFrozenLists(resolveOptions(extractOptions, given));
    const answers = askInTurn(this.#threads.length, batches(texts, extractOptions), async (thread, batch) => {
      const asked = this.#senders[thread].send(options, (sent) =>
        this.#threads[thread].ask({ texts: batch.texts, ...sent }),
      );
      return withIds(await asked, batch.ids);
    });
    for await (const results of answers) yield* results;
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}
