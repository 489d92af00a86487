import type { Transform } from 'node:stream';

/** One of Node's streams that unpack, told what came before an error, which it throws away by itself. */
export class Unpacker {
  readonly #stream: Transform;
  readonly #unpacked: Uint8Array[] = [];
  readonly #closed: Promise<unknown>;
  #failure: Error | undefined;

  constructor(stream: Transform) {
    this.#stream = stream;
    stream.on('data', (bytes: Uint8Array) => this.#unpacked.push(bytes));
    stream.on('error', (error) => {
      this.#failure = error;
    });
    this.#closed = new Promise((resolve) => stream.once('close', resolve));
  }

  /** What these bytes stand for, as far as it can be said before what follows is seen. @throws Error after it */
  async *push(packed: Uint8Array): AsyncGenerator<Uint8Array> {
    await Promise.race([new Promise((resolve) => this.#stream.write(packed, resolve)), this.#closed]);
    yield* this.#unpacked.splice(0);
    if (this.#failure) throw this.#failure;
  }

  close(): void {
    this.#stream.destroy();
  }
}
