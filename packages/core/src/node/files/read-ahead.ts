import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { ByteSource } from '../../formats/bytes/byte-source.js';
import { type HuffmanTree, pathsFromParents, type TreeParents } from '../../model/huffman.js';
import { type PathsAnswer, pieceLength, type ReadAheadWork } from './read-ahead-worker.js';

/** The arrays that every use of a gensim model needs, by the ends of their names. */
const needed = ['syn0', 'wv.syn0', 'vectors', 'wv.vectors', 'syn1', 'trainables.syn1'];
/** Smaller files are read sooner than a thread starts. */
const worthwhile = 1 << 25;
/** Milliseconds without a piece after which the thread is given up. */
const patience = 5000;

/** Large files that a thread reads while this one is busy with another, and what else it can do meanwhile. */
export class ReadAhead {
  readonly #buffers = new Map<string, { readonly place: number; readonly buffer: SharedArrayBuffer }>();
  readonly #odd = new Uint8Array(new SharedArrayBuffer(needed.length));
  readonly #state = new Int32Array(new SharedArrayBuffer(4 * (2 + needed.length)));
  /** Way to the thread; undefined where there is none. */
  #port: MessagePort | undefined;

  /** Begins to read the arrays beside a model of gensim, where there are large ones. */
  constructor(path: string) {
    const files: { path: string; buffer: SharedArrayBuffer }[] = [];
    for (const name of needed) {
      const beside = `${path}.${name}.npy`;
      const status = statSync(beside, { throwIfNoEntry: false });
      if (!status?.isFile() || status.size < worthwhile) continue;
      try {
        const buffer = new SharedArrayBuffer(status.size);
        this.#buffers.set(basename(beside), { place: 1 + files.length, buffer });
        files.push({ path: beside, buffer });
      } catch {
        break; // Whether there is memory enough is found out where the array is read.
      }
    }
    if (files.length === 0) return;
    const { port1, port2: port } = new MessageChannel();
    const work: ReadAheadWork = { files, state: this.#state, odd: this.#odd, port };
    const worker = new Worker(new URL('./read-ahead-worker.js', import.meta.url), {
      workerData: work,
      transferList: [port],
    });
    this.#port = port1;
    worker.on('error', () => {}); // The pieces do not come, that says it.
    worker.unref();
  }

  /**
   * The file of that name as it is being read: whoever asks for bytes waits for them.
   *
   * @param direct reads the file itself, where the thread fails
   * @returns undefined when it is not among those read
   */
  source(name: string, direct: () => ByteSource): ByteSource | undefined {
    const found = this.#buffers.get(name);
    if (!found) return undefined;
    const { buffer, place } = found;
    const read = (offset: number, length: number) =>
      this.#waitFor(place, Math.ceil((offset + length) / pieceLength))
        ? new Uint8Array(buffer, offset, length)
        : direct().read(offset, length);
    const pieces = Math.ceil(buffer.byteLength / pieceLength);
    return {
      byteLength: buffer.byteLength,
      allFinite: () => Atomics.load(this.#state, place) === pieces && this.#odd[place - 1] === 0,
      read,
      copy: (offset, target) => target.set(read(offset, target.length)),
    };
  }

  /**
   * Has the thread write the paths of a tree out.
   *
   * @returns what waits for them; it throws as {@link pathsFromParents}
   */
  startPaths(parents: TreeParents): () => HuffmanTree {
    const place = this.#state.length - 1;
    const answers = Atomics.load(this.#state, place);
    this.#port?.postMessage(parents);
    return () => {
      const isThere = this.#port && this.#waitFor(place, answers + 1);
      const answer: PathsAnswer | undefined = isThere && receiveMessageOnPort(this.#port!)?.message;
      if (!answer) return pathsFromParents(parents);
      if ('error' in answer) throw new RangeError(answer.error);
      return answer.tree;
    };
  }

  /** Ends the reading. */
  stop(): void {
    Atomics.store(this.#state, 0, 1);
    this.#port?.close();
  }

  /** Waits until the thread has come so far; false when it does not. */
  #waitFor(place: number, wanted: number): boolean {
    for (;;) {
      const done = Atomics.load(this.#state, place);
      if (done < 0 || done >= wanted) return done >= 0;
      if (Atomics.wait(this.#state, place, done, patience) === 'timed-out') return false;
    }
  }
}
