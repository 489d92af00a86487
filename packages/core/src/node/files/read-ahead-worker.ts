import { closeSync, openSync, readSync } from 'node:fs';
import { type MessagePort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { allFinite } from '../../formats/foreign/check-model.js';
import { type HuffmanTree, pathsFromParents, type TreeParents } from '../../model/huffman.js';

/** Bytes read between two reports. */
export const pieceLength = 1 << 24;
/** Bytes read at once and then looked at, while they are still in the cache: from memory it takes three times as long. */
const chunkLength = 1 << 18;

/** What the thread is started with. */
export interface ReadAheadWork {
  /** Read one after the other, each into its buffer, which is as long as the file. */
  readonly files: readonly { readonly path: string; readonly buffer: SharedArrayBuffer }[];
  /** Not 0 when the thread is to stop; then, for each file, pieces read, or −1 when it cannot be read; then answers given. */
  readonly state: Int32Array;
  /** For each file, 1 when some of what was read is not a finite 32-bit float. */
  readonly odd: Uint8Array;
  /** Brings trees ({@link TreeParents}), which come before the rest of the files, and takes {@link PathsAnswer}s. */
  readonly port: MessagePort;
}

/** The paths of a tree, or the message of the RangeError. */
export type PathsAnswer = { readonly tree: HuffmanTree } | { readonly error: string };

// The same file is a thread's program and, imported, the declarations above.
if (workerData?.files) {
  const { files, state, odd, port } = workerData as ReadAheadWork;
  const answers = state.length - 1;
  const report = (place: number, value: number) => {
    Atomics.store(state, place, value);
    Atomics.notify(state, place);
  };
  const answer = (parents: TreeParents) => {
    try {
      const tree = pathsFromParents(parents);
      port.postMessage({ tree }, [tree.offsets.buffer, tree.nodes.buffer, tree.codes.buffer] as ArrayBuffer[]);
    } catch (error) {
      port.postMessage({ error: (error as Error).message });
    }
    report(answers, Atomics.load(state, answers) + 1);
  };
  files.forEach(({ path, buffer }, file) => {
    try {
      const descriptor = openSync(path, 'r');
      try {
        for (let start = 0; start < buffer.byteLength && Atomics.load(state, 0) === 0; start += chunkLength) {
          const length = Math.min(chunkLength, buffer.byteLength - start);
          fill(descriptor, new Uint8Array(buffer, start, length), start);
          if (!allFinite(new Float32Array(buffer, start, length >>> 2))) odd[file] = 1;
          const end = start + length;
          if (end % pieceLength === 0 || end === buffer.byteLength) report(1 + file, Math.ceil(end / pieceLength));
          const asked = receiveMessageOnPort(port);
          if (asked) answer(asked.message);
        }
      } finally {
        closeSync(descriptor);
      }
    } catch {
      report(1 + file, -1); // Whoever wants the file reads it and says what is wrong.
    }
  });
  // Until the other end is closed.
  port.on('message', answer);
}

/** Fills a piece with the bytes of a file from `position` on. */
function fill(descriptor: number, piece: Uint8Array, position: number): void {
  for (let at = 0; at < piece.length; ) {
    const read = readSync(descriptor, piece, at, piece.length - at, position + at);
    if (read === 0) throw new Error('The file became shorter.');
    at += read;
  }
}
