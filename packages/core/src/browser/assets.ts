import { gunzipSync } from 'fflate';
import { KeywordError } from '../errors.js';

/** Files beside the code that a tokenizer is made of. */
export interface AssetOptions {
  /**
   * Address of a folder with what is in `data` of `@telltale/core` and its `dist/zh-dictionary.txt.gz`, relative to the page; left out:
   * where the bundler put them. Needed with esbuild.
   */
  readonly assets?: string | URL | undefined;
  /** Gives the loading up. */
  readonly signal?: AbortSignal | undefined;
}

/** An address relative to the page, or in a worker to its program. */
export function absoluteUrl(url: string | URL): URL {
  const { document, location } = globalThis as { document?: { baseURI: string }; location?: { href: string } };
  return new URL(url, document?.baseURI ?? location?.href);
}

/** The address of a file in a folder, whose address is relative as in {@link absoluteUrl}. */
export function urlIn(folder: string | URL, name: string): URL {
  const base = absoluteUrl(folder);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  return new URL(name, base);
}

/**
 * The bytes at an address, unpacked where they are packed by gzip.
 *
 * @param advice a sentence on what to do when there is nothing
 * @throws KeywordError FILE_NOT_FOUND; the reason of the signal
 */
export async function fetchBytes(url: URL, advice: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const response = await answerOf(url, advice, signal);
  const reason = whyMissing(response);
  if (reason !== undefined) throw unloadable(url, reason, advice);
  return bytesOf(url, response, advice, signal);
}

/** As {@link fetchBytes}, but undefined for a file that the server does not have. */
export async function fetchIfThere(
  url: URL,
  advice: string,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const response = await answerOf(url, advice, signal);
  if (response.ok || response.status === 404)
    return whyMissing(response) === undefined ? bytesOf(url, response, advice, signal) : undefined;
  throw unloadable(url, `the server answers ${response.status}`, advice);
}

function unloadable(url: URL, reason: string, advice: string, cause?: unknown): KeywordError {
  return new KeywordError('FILE_NOT_FOUND', `Cannot load ${url}: ${reason}. ${advice}`, { cause });
}

function broken(url: URL, advice: string, signal?: AbortSignal): (cause: unknown) => never {
  return (cause) => {
    signal?.throwIfAborted();
    throw unloadable(url, (cause as Error).message, advice, cause);
  };
}

const answerOf = (url: URL, advice: string, signal?: AbortSignal) =>
  fetch(url, signal ? { signal } : {}).catch(broken(url, advice, signal));

function whyMissing(response: Response): string | undefined {
  if (!response.ok) return `the server answers ${response.status}`;
  // Servers of single pages answer so for what they do not have.
  return response.headers.get('content-type')?.startsWith('text/html') ? 'the server answers with a page' : undefined;
}

async function bytesOf(url: URL, response: Response, advice: string, signal?: AbortSignal) {
  const bytes = new Uint8Array(await response.arrayBuffer().catch(broken(url, advice, signal)));
  // A server may have unpacked it on the way.
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}
