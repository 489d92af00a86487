import { EngineError } from './engine.js';

/**
 * A file beside the page.
 *
 * @param path of it, seen from the page
 * @param onProgress told the share that has come, 0 … 1
 * @throws EngineError FILE_NOT_FOUND
 */
export async function download(path: string, onProgress: (share: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const url = new URL(path, document.baseURI);
  const broken = (cause: unknown): never => {
    throw new EngineError('FILE_NOT_FOUND', `Cannot load ${url.pathname}: ${(cause as Error).message}.`);
  };
  const response = await fetch(url).catch(broken);
  if (!response.ok || !response.body) {
    throw new EngineError('FILE_NOT_FOUND', `Cannot load ${url.pathname}: the server answers ${response.status}.`);
  }
  const expected = Number(response.headers.get('content-length'));
  const chunks: Uint8Array[] = [];
  let length = 0;
  onProgress(0);
  for await (const chunk of chunksOf(response.body, broken)) {
    chunks.push(chunk);
    length += chunk.length;
    // A compressed response says its compressed length.
    if (expected > 0) onProgress(Math.min(1, length / expected));
  }
  onProgress(1);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/**
 * Not every browser iterates over streams.
 *
 * @param broken throws what is said of a stream that does not come to its end
 */
async function* chunksOf(
  stream: ReadableStream<Uint8Array>,
  broken: (cause: unknown) => never,
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(broken);
    if (done) return;
    yield value;
  }
}
