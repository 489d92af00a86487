import { availableParallelism } from 'node:os';
import { quoted } from '@telltale/core/internal/check-options.js';
import { KeywordError } from '@telltale/core/internal/errors.js';
import { inspectModel } from '@telltale/core/internal/node/models/inspect-model.js';
import { AUTO } from '@telltale/core/internal/node/models/model-files.js';
import type { ModelOptions, ResolvedOf, serveOptions } from '@telltale/core/internal/options.js';
import { languages } from '@telltale/core/internal/text/language.js';
import { type GivenList, GivenLists, type TakenList } from './given-lists.js';
import type { Job, JobResult } from './jobs.js';
import { ServedWeights } from './served-weights.js';
import { type Named, type Served, type ServedList, share, splitName, splitNames } from './tag-lists.js';
import { WorkerPool } from './worker-pool.js';

/** What GET /v1/models tells of a model. */
export interface ServedModel {
  readonly name: string;
  readonly estimator: string;
  readonly exact: boolean;
  readonly words: number;
  readonly dim?: number;
}

/** Names of what a request asks. */
export interface Asked {
  readonly model: string;
  /** Undefined where no encoder is named. */
  readonly encoder: string | undefined;
}

type Options = ResolvedOf<typeof serveOptions>;

/** Texts of one stream or list that are under way at a time, for each thread: enough to fill its batches. */
const UNDER_WAY = 32;

/** The models that are served and the threads that work with them. */
export class Service {
  readonly #files: Named;
  readonly #lists: Named;
  readonly #encoders: Named;
  readonly #modelOptions: Omit<ModelOptions, 'model'>;
  readonly #pool: WorkerPool;
  readonly #given = new GivenLists();
  #models: readonly ServedModel[];
  #weights: ServedWeights;
  #served: Served;
  #reloaded: Promise<unknown> = Promise.resolve();

  private constructor(
    files: Named,
    lists: Named,
    encoders: Named,
    modelOptions: Omit<ModelOptions, 'model'>,
    pool: WorkerPool,
    models: readonly ServedModel[],
    weights: ServedWeights,
    served: Served,
  ) {
    this.#files = files;
    this.#lists = lists;
    this.#encoders = encoders;
    this.#modelOptions = modelOptions;
    this.#pool = pool;
    this.#models = models;
    this.#weights = weights;
    this.#served = served;
  }

  /**
   * Loads the models and starts the threads.
   *
   * @throws KeywordError INVALID_OPTION, and as loadModel
   */
  static async open(options: Options, modelOptions: Omit<ModelOptions, 'model'> = {}): Promise<Service> {
    const files = splitNames(options.models ?? [`${AUTO}=${AUTO}`], 'models', splitModel);
    const weights = new ServedWeights(options.weights ?? []);
    const lists = splitNames(options.tags ?? [], 'tags');
    const encoders = splitNames(options.encoder ?? [], 'encoder');
    const shared = await share(files, lists, encoders, modelOptions);
    const { threads = availableParallelism(), maxQueue, timeLimit, threadMemory } = options;
    const pool = await WorkerPool.open(shared, { threads, maxQueue, timeLimit, threadMemory });
    return new Service(files, lists, encoders, modelOptions, pool, await inspect(files), weights, shared);
  }

  /** The models, the default first; `auto` is not among them. */
  get models(): readonly ServedModel[] {
    return this.#models;
  }

  /** The lists of tags, the default first. */
  get tagLists(): readonly ServedList[] {
    return Array.from(
      this.#served.lists,
      ([name, { model: _model, language: _language, bytes: _bytes, ...facts }]) => ({ name, ...facts }),
    );
  }

  /** What is wrong with the lists of tags, as they were read last. */
  get warnings(): readonly string[] {
    return this.#served.warnings;
  }

  /**
   * Keeps a list of tags in memory, so that requests can name it.
   *
   * @param name of its file, for its ending
   * @throws KeywordError INVALID_TAGS
   */
  takeList(contents: string, name: string): TakenList {
    return this.#given.take(contents, name, this.defaultModel);
  }

  /**
   * A list of tags that is served, or was given; the first where none is named.
   *
   * @throws KeywordError INVALID_OPTION
   */
  listNamed(name?: unknown): { readonly list: string; readonly given: GivenList | undefined } {
    const given = typeof name === 'string' ? this.#given.get(name) : undefined;
    return given ? { list: name as string, given } : { list: this.#servedList(name), given };
  }

  #servedList(name: unknown): string {
    const names = this.#lists.map(([one]) => one);
    if (typeof name === 'string' && name.startsWith('given-')) {
      throw new KeywordError(
        'INVALID_OPTION',
        `list is ${quoted(name)}, which is not known here (any more). Give the list again: POST /v1/tags/lists.`,
      );
    }
    if (names.length === 0) {
      throw new KeywordError(
        'INVALID_OPTION',
        'No list of tags is served here; give one by POST /v1/tags/lists, or start the service with --tags NAME=FILE.',
      );
    }
    if (name === undefined) return names[0];
    if (typeof name === 'string' && names.includes(name)) return name;
    throw new KeywordError('INVALID_OPTION', `list is ${quoted(name)}; served here are: ${names.join(', ')}.`);
  }

  /** The encoders that requests give by name. */
  get encoders(): readonly string[] {
    return this.#encoders.map(([name]) => name);
  }

  /**
   * What the fields of a body name of what is served.
   *
   * @throws KeywordError INVALID_OPTION
   */
  askedBy({ model, encoder }: { readonly model?: unknown; readonly encoder?: unknown }): Asked {
    return { model: this.modelNamed(model), encoder: this.#encoderNamed(encoder) };
  }

  #encoderNamed(name: unknown): string | undefined {
    if (name === undefined || (typeof name === 'string' && this.encoders.includes(name))) return name;
    const served =
      this.encoders.length > 0
        ? `served here are: ${this.encoders.join(', ')}`
        : 'none is served here; start the service with --encoder NAME=FOLDER';
    throw new KeywordError('INVALID_OPTION', `encoder is ${quoted(name)}; ${served}.`);
  }

  /** The name of the model that is used where a request names none. */
  get defaultModel(): string {
    return this.#files[0][0];
  }

  /** Texts that wait, texts that are worked on, and texts done so far. */
  get load(): { readonly waiting: number; readonly busy: number; readonly done: number } {
    return { waiting: this.#pool.queueLength, busy: this.#pool.busy, done: this.#pool.done };
  }

  /**
   * The name of a model that is served.
   *
   * @throws KeywordError INVALID_OPTION
   */
  modelNamed(name: unknown = this.defaultModel): string {
    if (typeof name === 'string' && (name === this.defaultModel || this.#models.some((model) => model.name === name))) {
      return name;
    }
    const names = [...new Set([this.defaultModel, ...this.#models.map((model) => model.name)])].join(', ');
    throw new KeywordError('INVALID_OPTION', `model is ${quoted(name)}; served here are: ${names}.`);
  }

  /** The weights that requests give by name. */
  get weights(): ServedWeights {
    return this.#weights;
  }

  /** Has a job done; see {@link WorkerPool.run}. */
  run(job: Job, isWanted: () => boolean): Promise<JobResult> {
    return this.#pool.run(job, isWanted);
  }

  /** How many texts of one stream or list should be under way at a time. */
  get underWay(): number {
    return UNDER_WAY * this.#pool.threads;
  }

  /** @throws KeywordError OVERLOADED when the queue is full */
  checkRoom(): void {
    this.#pool.checkRoom();
  }

  /** Has a job done as soon as the queue has a place; see {@link WorkerPool.runWhenRoom}. */
  runWhenRoom(job: Job, isWanted: () => boolean): Promise<JobResult> {
    return this.#pool.runWhenRoom(job, isWanted);
  }

  /** Reads the files of models and weights again. Requests under way are finished with the old ones; a bad file changes nothing. */
  reload(): Promise<void> {
    // One after the other, so that the last one asked for is the last to count.
    const reloaded = this.#reloaded.catch(() => {}).then(() => this.#reload());
    this.#reloaded = reloaded;
    return reloaded;
  }

  async #reload(): Promise<void> {
    const shared = await share(this.#files, this.#lists, this.#encoders, this.#modelOptions);
    const models = await inspect(this.#files);
    const weights = this.#weights.again();
    await this.#pool.replaceModels(shared);
    this.#models = models;
    this.#weights = weights;
    this.#served = shared;
  }

  /** Ends the threads when they have done what they have. */
  async close(): Promise<void> {
    await this.#pool.close();
  }
}

function splitModel(given: string): readonly [string, string] {
  const [name, file] = splitName(given, 'models');
  if (name !== AUTO || file === AUTO) return [name, file];
  throw new KeywordError(
    'INVALID_OPTION',
    `models is "${given}"; auto means the embedded models. Choose another name.`,
    {
      option: 'models',
    },
  );
}

async function inspect(files: Named): Promise<ServedModel[]> {
  const named = files.flatMap(([name, file]) =>
    file === AUTO ? languages.map((language) => [language, language] as const) : [[name, file] as const],
  );
  const models: ServedModel[] = [];
  for (const [name, file] of named) {
    const { estimator, exact, words, dim } = await inspectModel(file);
    models.push({ name, estimator, exact, words, ...(dim && { dim }) });
  }
  return models;
}
