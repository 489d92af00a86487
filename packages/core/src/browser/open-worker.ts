import { KeywordError } from '../errors.js';
import type { KeywordAnalysis } from '../extract/extract-keywords.js';
import type { Keyword } from '../extract/keyword.js';
import type { ExtractOptions } from '../options.js';
import type { Language } from '../text/language.js';
import { absoluteUrl } from './assets.js';
import type { LoadOptions } from './load-model.js';
import type { ModelFile, WorkerQuestion, WorkerReply, WorkerSetup } from './worker-messages.js';

/** What is used of a `Worker`. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): void;
  addEventListener(type: 'message' | 'error', listener: (event: unknown) => void): void;
}

/** How a worker loads what it needs. */
export interface WorkerOptions extends Omit<LoadOptions, 'signal'> {
  /**
   * Address of the contents of the package `@telltale/languages`, relative to the page: texts in languages that no model was
   * given for are extracted with its tables. Without it they are an error.
   */
  readonly languages?: string | URL | undefined;
  /** Address of the contents of `@telltale/vectors`: absent keywords in those languages need them. */
  readonly vectors?: string | URL | undefined;
}

/** Options of one extraction in a worker. */
export interface WorkerExtractOptions extends ExtractOptions {
  /** Gives this text up; one that is being looked at holds the next up all the same. */
  readonly signal?: AbortSignal | undefined;
}

/** Keywords from a worker, which looks at one text after the other. Each call throws what the library throws. */
export interface KeywordWorker {
  /** As `extractKeywords`. Rejects with the reason of the signal. */
  extract(text: string, options?: WorkerExtractOptions): Promise<Keyword[]>;
  /** As `analyzeKeywords`. */
  analyze(text: string, options?: WorkerExtractOptions): Promise<KeywordAnalysis>;
  /** Ends the worker; what was not answered is rejected as INTERRUPTED. */
  close(): void;
}

interface Asked {
  readonly question: WorkerQuestion;
  readonly resolve: (analysis: KeywordAnalysis) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Extracts in a worker, so that the page stays responsive; models and dictionaries are loaded there with the first text
 * that needs them.
 *
 * @param worker started with the module `@telltale/core/worker`
 * @param models the model file for all texts, or one a language, by which each text then gets its own
 * @example
 * const worker = new Worker(new URL('@telltale/core/worker', import.meta.url), { type: 'module' });
 * const keywords = openWorker(worker, { zh: '/zh.safetensors', en: '/en.safetensors' });
 * await keywords.extract('太阳是一颗恒星。', { topN: 3 });
 */
export function openWorker(
  worker: WorkerLike,
  models: ModelFile | Partial<Record<Language, ModelFile>>,
  { assets, kernel, languages, vectors }: WorkerOptions = {},
): KeywordWorker {
  const waiting: Asked[] = [];
  let current: Asked | undefined;
  let broken: KeywordError | undefined;

  function askNext(): void {
    for (current = waiting.shift(); current; current = waiting.shift()) {
      try {
        worker.postMessage(current.question);
        return;
      } catch (error) {
        // Options that cannot be sent, as a function.
        current.reject(error);
      }
    }
  }

  function stop(error: KeywordError): void {
    broken ??= error;
    worker.terminate();
    for (const { reject } of [...(current ? [current] : []), ...waiting.splice(0)]) reject(broken);
    current = undefined;
  }

  worker.addEventListener('message', (event) => {
    const { data } = event as { readonly data: WorkerReply };
    const asked = current;
    askNext();
    if ('analysis' in data) asked?.resolve(data.analysis);
    else asked?.reject(data.code ? new KeywordError(data.code, data.message) : new Error(data.message));
  });
  worker.addEventListener('error', (event) => {
    const { message = '' } = event as { readonly message?: string };
    stop(
      new KeywordError(
        'FILE_UNREADABLE',
        `The worker cannot run${message && `: ${message}`}. Start it as a module, from the address of @telltale/core/worker.`,
      ),
    );
  });
  worker.postMessage({
    models: isFile(models)
      ? sendable(models)
      : Object.fromEntries(Object.entries(models).map(([language, file]) => [language, sendable(file)])),
    languages: languages && absoluteUrl(languages).href,
    vectors: vectors && absoluteUrl(vectors).href,
    assets: assets === undefined ? undefined : absoluteUrl(assets).href,
    kernel,
  } satisfies WorkerSetup);

  const analyze = (text: string, { signal, ...options }: WorkerExtractOptions = {}) =>
    new Promise<KeywordAnalysis>((resolve, reject) => {
      signal?.throwIfAborted();
      if (broken) throw broken;
      const giveUp = () => {
        const at = waiting.indexOf(asked);
        if (at >= 0) waiting.splice(at, 1);
        reject(signal?.reason);
      };
      const ended =
        <T>(settle: (value: T) => void) =>
        (value: T) => {
          signal?.removeEventListener('abort', giveUp);
          settle(value);
        };
      const asked: Asked = { question: { text, options }, resolve: ended(resolve), reject: ended(reject) };
      signal?.addEventListener('abort', giveUp);
      waiting.push(asked);
      if (!current) askNext();
    });

  return {
    analyze,
    extract: async (text, options) => (await analyze(text, options)).keywords,
    close: () => stop(new KeywordError('INTERRUPTED', 'The worker was closed before it answered.')),
  };
}

const isFile = (models: unknown): models is ModelFile =>
  typeof models === 'string' || models instanceof URL || models instanceof Uint8Array;

/** As a worker can be told: an address is relative to the page, not to the program of the worker. */
const sendable = (file: ModelFile) => (file instanceof Uint8Array ? file : absoluteUrl(file).href);
