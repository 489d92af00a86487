import { availableParallelism } from 'node:os';
import { resolveOptions } from '../../check-options.js';
import { encodeTagIndex, type SuggestOptions, type TagIndex } from '../../index.js';
import { type ModelOptions, suggestOptions } from '../../options.js';
import { resolveEncoder } from '../models/load-encoder.js';
import { shareModels } from '../models/shared-models.js';
import { batches, type TextRecord, withIds } from './handed-text.js';
import type { ManyTags, TagRequest, TagWorkerData } from './tag-worker.js';
import { askInTurn, Thread } from './thread.js';

/** A list of tags in several threads, for many texts. All threads share its memory and that of the model. */
export class TagPool {
  readonly #threads: Thread<TagRequest, ManyTags[]>[];

  private constructor(data: TagWorkerData, threads: number) {
    const program = new URL('./tag-worker.js', import.meta.url);
    this.#threads = Array.from({ length: threads }, () => new Thread(program, data));
  }

  /**
   * Starts the threads.
   *
   * @param index what it has learned up to now counts
   * @param name the model that the index was made with: an embedded one (zh, en) or the path of a model file
   * @param encoder the one that the index was made with, by its name or folder: each thread loads it
   * @throws as loadModel; FILE_NOT_FOUND without the encoder; when a text is worked on, as loadEncoder
   */
  static async open(
    index: TagIndex,
    name: string,
    {
      threads = availableParallelism(),
      encoder,
      ...options
    }: Omit<ModelOptions, 'model'> & { threads?: number; encoder?: string | undefined } = {},
  ): Promise<TagPool> {
    if (encoder !== undefined) resolveEncoder(encoder);
    const shared = await shareModels([[name, name]], options);
    return new TagPool({ name, shared, index: sharedBytes(index), encoder }, threads);
  }

  /** The tags of many texts, in their order, as {@link suggestTitled}. Texts are asked for only as fast as results are taken. */
  async *suggestMany(
    texts: AsyncIterable<string | TextRecord<SuggestOptions>> | Iterable<string | TextRecord<SuggestOptions>>,
    given: SuggestOptions = {},
  ): AsyncGenerator<ManyTags> {
    const options = resolveOptions(suggestOptions, given);
    const answers = askInTurn(this.#threads.length, batches(texts, suggestOptions), async (thread, batch) =>
      withIds(await this.#threads[thread].ask({ texts: batch.texts, options }), batch.ids),
    );
    for await (const results of answers) yield* results;
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}

/** The file of an index, in memory that threads share. */
export function sharedBytes(index: TagIndex): Uint8Array {
  const chunks = encodeTagIndex(index);
  const bytes = new Uint8Array(new SharedArrayBuffer(chunks.reduce((sum, { length }) => sum + length, 0)));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
