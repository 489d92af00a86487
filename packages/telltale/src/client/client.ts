import type { KeywordAnalysis } from '@telltale/core/internal/extract/extract-keywords.js';
import type { RankedWord } from '@telltale/core/internal/model/neighbours.js';
import type { ExtractOptions } from '@telltale/core/internal/options.js';
import type { SuggestedTag, SuggestOptions } from '@telltale/core/internal/tags/tag.js';
import { readJsonLines } from './json-lines.js';

/** Where the service is, and how it is asked. */
export interface ClientOptions {
  /** Bearer token, where the service wants one. */
  readonly token?: string;
  /** Another fetch than the global one. */
  readonly fetch?: typeof fetch;
}

/** Options of a request: those of the extraction, the model, an encoder, and a signal that gives the request up. */
export type RequestOptions = ExtractOptions & {
  readonly model?: string;
  readonly encoder?: string;
  readonly signal?: AbortSignal;
};

/** A text of a stream, with what it is called and options of its own. */
export type TextRequest = ExtractOptions & {
  readonly text: string;
  readonly id?: unknown;
  readonly model?: string;
  readonly encoder?: string;
};

/** Options of a request for tags: those of `suggestTags`, the name of a list, a title, and a signal that gives it up. */
export type TagRequestOptions = SuggestOptions & {
  readonly list?: string;
  readonly title?: string;
  readonly signal?: AbortSignal;
};

/** A text of a stream to be tagged, with what it is called and options of its own. */
export type TagRequest = Omit<TagRequestOptions, 'signal'> & { readonly text: string; readonly id?: unknown };

/** The tags of a text, best first, and the name of the list that they are from. */
export interface TaggedResult {
  readonly list: string;
  /** Of a text that is in another language than the model of the list: what its tags are not from. */
  readonly notice?: string;
  readonly tags: readonly SuggestedTag[];
}

/** How the neighbours of a word are asked for. */
export interface NeighbourOptions {
  readonly topN?: number;
  /** Name of a served model. */
  readonly model?: string;
  /** Language of the word, a BCP 47 tag: by the script it is not known whether Hund is English or German. */
  readonly lang?: string;
  readonly signal?: AbortSignal;
}

/** What the service says where there is no result. */
export interface Failure {
  /** A code of docs/errors.md. */
  readonly code: string;
  readonly message: string;
}

/** The service refused a request, or could not be reached (status 0, code UNREACHABLE). */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly status: number;
  readonly code: string;
  /** Seconds after which the same request may be sent again; undefined where that is of no use. */
  readonly retryAfter: number | undefined;

  constructor(status: number, { code, message }: Failure, retryAfter?: number, options?: { cause?: unknown }) {
    super(message, options);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/**
 * Asks a service that `telltale serve` runs. All methods throw {@link ServiceError}.
 *
 * @example
 * const client = new TelltaleClient('http://127.0.0.1:8377');
 * const { keywords } = await client.keywords('太阳是一颗恒星。', { topN: 3 });
 */
export class TelltaleClient {
  readonly #base: URL;
  readonly #headers: Record<string, string>;
  readonly #fetch: typeof fetch;

  /** @param base address of the service, with the path before v1 if there is one */
  constructor(base: string | URL, { token, fetch: given = fetch }: ClientOptions = {}) {
    this.#base = new URL(`${String(base).replace(/\/$/, '')}/`);
    this.#headers = token ? { authorization: `Bearer ${token}` } : {};
    this.#fetch = given;
  }

  /** The keywords of a text. */
  async keywords(text: string, { signal, ...options }: RequestOptions = {}): Promise<KeywordAnalysis> {
    return this.#json('v1/keywords', { text, ...options }, signal);
  }

  /** The keywords of several texts; an error of one is in its place. */
  async keywordsOf(
    texts: readonly string[],
    { signal, ...options }: RequestOptions = {},
  ): Promise<(KeywordAnalysis | { readonly error: Failure })[]> {
    const { results } = await this.#json<{ results: (KeywordAnalysis | { error: Failure })[] }>(
      'v1/keywords',
      { texts, ...options },
      signal,
    );
    return results;
  }

  /**
   * The keywords of a stream of texts, in their order, each with its `id` if it has one; an error of one is in its
   * place. In runtimes that cannot stream a request (browsers), the texts are gathered first.
   */
  stream(
    texts: AsyncIterable<string | TextRequest> | Iterable<string | TextRequest>,
    options: { signal?: AbortSignal } = {},
  ): AsyncGenerator<(KeywordAnalysis | { readonly error: Failure }) & { readonly id?: unknown }> {
    return this.#stream('v1/keywords', texts, options);
  }

  /** The tags of a text, from a list that the service has: the first, unless `list` names another. */
  tags(text: string, { signal, ...options }: TagRequestOptions = {}): Promise<TaggedResult> {
    return this.#json('v1/tags', { text, ...options }, signal);
  }

  /** The tags of several texts; an error of one is in its place. */
  async tagsOf(
    texts: readonly string[],
    { signal, ...options }: Omit<TagRequestOptions, 'title'> = {},
  ): Promise<(TaggedResult | { readonly error: Failure })[]> {
    const body = { texts, ...options };
    const { results } = await this.#json<{ results: (TaggedResult | { error: Failure })[] }>('v1/tags', body, signal);
    return results;
  }

  /** The tags of a stream of texts, as {@link stream} has their keywords. */
  streamTags(
    texts: AsyncIterable<string | TagRequest> | Iterable<string | TagRequest>,
    options: { signal?: AbortSignal } = {},
  ): AsyncGenerator<(TaggedResult | { readonly error: Failure }) & { readonly id?: unknown }> {
    return this.#stream('v1/tags', texts, options);
  }

  /** The lists of tags that are served: how many tags, from how many texts each has learned, whether tags have probabilities. */
  async tagLists(): Promise<
    { readonly name: string; readonly tags: number; readonly texts: number; readonly calibrated: boolean }[]
  > {
    const response = await this.#send('v1/tags', {});
    const { lists } = (await response.json()) as { lists: Awaited<ReturnType<TelltaleClient['tagLists']>> };
    return lists;
  }

  /** The keywords of a text with what every word adds to their scores. */
  async explain(text: string, { signal, ...options }: RequestOptions = {}): Promise<KeywordAnalysis> {
    const { explain: _always, ...others } = options;
    return this.#json('v1/explain', { text, ...others }, signal);
  }

  /** The keywords of a text by several methods. */
  async compare(
    text: string,
    { signal, ...options }: Omit<RequestOptions, 'method'> & { readonly methods?: readonly string[] } = {},
  ): Promise<(KeywordAnalysis & { readonly method: string })[]> {
    const { results } = await this.#json<{ results: (KeywordAnalysis & { method: string })[] }>(
      'v1/compare',
      { text, ...options },
      signal,
    );
    return results;
  }

  /** The words used most like a word, best first; values are cosines. */
  similar(word: string, options: NeighbourOptions = {}): Promise<RankedWord[]> {
    return this.#neighbours('similar', word, options);
  }

  /** The words most probable in the neighbourhood of a word, best first; values are log p in nats. */
  predict(word: string, options: NeighbourOptions = {}): Promise<RankedWord[]> {
    return this.#neighbours('predict', word, options);
  }

  /** The models that are served. */
  async models(): Promise<{ readonly name: string; readonly words: number; readonly dim?: number }[]> {
    const response = await this.#send('v1/models', {});
    return ((await response.json()) as { models: { name: string; words: number; dim?: number }[] }).models;
  }

  async *#stream<Answer>(
    path: string,
    requests: AsyncIterable<unknown> | Iterable<unknown>,
    { signal }: { signal?: AbortSignal },
  ): AsyncGenerator<Answer> {
    const response = await this.#send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      ...(await streamBody(requests)),
      ...(signal && { signal }),
    });
    yield* readJsonLines<Answer>(response.body!);
  }

  async #neighbours(kind: string, word: string, { signal, ...given }: NeighbourOptions): Promise<RankedWord[]> {
    const query = new URLSearchParams({ word });
    for (const [name, value] of Object.entries(given)) query.set(name, String(value));
    const response = await this.#send(`v1/${kind}?${query}`, signal ? { signal } : {});
    return ((await response.json()) as { words: RankedWord[] }).words;
  }

  async #json<T>(path: string, body: unknown, signal: AbortSignal | undefined): Promise<T> {
    const response = await this.#send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    });
    return (await response.json()) as T;
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...this.#headers, ...(init.headers as Record<string, string>) };
    let response: Response;
    try {
      response = await this.#fetch(new URL(path, this.#base), { ...init, headers });
    } catch (cause) {
      if (init.signal?.aborted) throw cause;
      const message = `${this.#base} does not answer: ${(cause as Error).message}.`;
      throw new ServiceError(0, { code: 'UNREACHABLE', message }, undefined, { cause });
    }
    if (response.ok) return response;
    const { error } = (await response.json().catch(() => ({}))) as { error?: Failure };
    const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
    throw new ServiceError(
      response.status,
      error ?? { code: 'INTERNAL', message: `${this.#base} answers ${response.status}.` },
      Number.isFinite(retryAfter) ? retryAfter : undefined,
    );
  }
}

/** Node sends a stream as it comes; elsewhere the whole is sent. */
async function streamBody(requests: AsyncIterable<unknown> | Iterable<unknown>): Promise<RequestInit> {
  const encoder = new TextEncoder();
  async function* lines() {
    for await (const request of requests) {
      const line = typeof request === 'string' ? { text: request } : request;
      yield encoder.encode(`${JSON.stringify(line)}\n`);
    }
  }
  if ('process' in globalThis) {
    const iterator = lines();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    });
    return { body, duplex: 'half' } as RequestInit;
  }
  const parts: Uint8Array[] = [];
  for await (const line of lines()) parts.push(line);
  return { body: new Blob(parts as Uint8Array<ArrayBuffer>[]) };
}
