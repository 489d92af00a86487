import { closeSync, openSync, readSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { allFinite } from '../formats/check-model.js';

/** Bytes read between two reports. */
export const pieceLength = 1 << 24;

/** What the thread is started with. */
export interface ReadAheadWork {
  /** Read one after the other, each into its buffer, which is as long as the file. */
  readonly files: readonly { readonly path: string; readonly buffer: SharedArrayBuffer }[];
  /** Not 0 when the thread is to stop; then, for each file, pieces read, or −1 when it cannot be read. */
  readonly state: Int32Array;
  /** For each file, 1 when some of what was read is no finite 32-bit float. */
  readonly odd: Uint8Array;
}

// The same file is a thread's program and, imported, the declarations above.
if (workerData?.files) {
  const { files, state, odd } = workerData as ReadAheadWork;
  files.forEach(({ path, buffer }, file) => {
    const bytes = new Uint8Array(buffer);
    const report = (pieces: number) => {
      Atomics.store(state, 1 + file, pieces);
      Atomics.notify(state, 1 + file);
    };
    try {
      readWhole(path, bytes, state, (start, end, pieces) => {
        // Now they are at hand, and this thread has the time.
        const floats = new Float32Array(buffer, start, (end - start) >>> 2);
        if (!allFinite(floats)) odd[file] = 1;
        report(pieces);
      });
    } catch {
      report(-1); // Whoever wants the file reads it and says what is wrong.
    }
  });
}

/** @param done is told of every piece: where it begins and ends, and pieces read so far */
function readWhole(
  path: string,
  bytes: Uint8Array,
  state: Int32Array,
  done: (start: number, end: number, pieces: number) => void,
): void {
  const descriptor = openSync(path, 'r');
  try {
    for (let at = 0; at < bytes.length && Atomics.load(state, 0) === 0; ) {
      const end = Math.min(bytes.length, pieceLength * (Math.floor(at / pieceLength) + 1));
      const read = readSync(descriptor, bytes, at, end - at, at);
      if (read === 0) throw new Error('The file became shorter.');
      at += read;
      if (at === end) done(pieceLength * (Math.ceil(at / pieceLength) - 1), end, Math.ceil(at / pieceLength));
    }
  } finally {
    closeSync(descriptor);
  }
}
