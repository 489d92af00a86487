import { gunzipSync } from 'fflate';
import { KeywordError } from '../errors.js';

/** Files beside the code that a tokenizer is made of. */
export interface AssetOptions {
  /**
   * Address of a folder with `zh-tagger.bin.gz`, `en-tagger.bin.gz` and `jieba_rs_wasm_bg.wasm`, relative to the page;
   * left out: where the bundler put them. Needed with esbuild.
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

/** The address of a file in the folder of the option `assets`; undefined without that option. */
export function assetUrl(name: string, assets: string | URL | undefined): URL | undefined {
  if (assets === undefined) return undefined;
  const folder = absoluteUrl(assets);
  if (!folder.pathname.endsWith('/')) folder.pathname += '/';
  return new URL(name, folder);
}

/**
 * The bytes at an address, unpacked where they are packed by gzip.
 *
 * @param advice a sentence on what to do when there is nothing
 * @throws KeywordError FILE_NOT_FOUND; the reason of the signal
 */
export async function fetchBytes(url: URL, advice: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const fail = (reason: string, cause?: unknown): never => {
    signal?.throwIfAborted();
    throw new KeywordError('FILE_NOT_FOUND', `Cannot load ${url}: ${reason}. ${advice}`, { cause });
  };
  const broken = (cause: unknown) => fail((cause as Error).message, cause);
  const response = await fetch(url, signal ? { signal } : {}).catch(broken);
  if (!response.ok) fail(`the server answers ${response.status}`);
  // Servers of single pages answer so for what they do not have.
  if (response.headers.get('content-type')?.startsWith('text/html')) fail('the server answers with a page');
  const bytes = new Uint8Array(await response.arrayBuffer().catch(broken));
  // A server may have unpacked it on the way.
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}
