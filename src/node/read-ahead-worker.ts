import { closeSync, openSync, readSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

/** Bytes read between two reports. */
export const pieceLength = 1 << 24;

/** What the thread is started with. */
export interface ReadAheadWork {
  /** Read one after the other, each into its buffer, which is as long as the file. */
  readonly files: readonly { readonly path: string; readonly buffer: SharedArrayBuffer }[];
  /** Not 0 when the thread is to stop; then, for each file, pieces read, or −1 when it cannot be read. */
  readonly state: Int32Array;
}

// The same file is a thread's program and, imported, the declarations above.
if (workerData?.files) {
  const { files, state } = workerData as ReadAheadWork;
  files.forEach(({ path, buffer }, file) => {
    const report = (pieces: number) => {
      Atomics.store(state, 1 + file, pieces);
      Atomics.notify(state, 1 + file);
    };
    try {
      readWhole(path, new Uint8Array(buffer), state, report);
    } catch {
      report(-1); // Whoever wants the file reads it and says what is wrong.
    }
  });
}

function readWhole(path: string, bytes: Uint8Array, state: Int32Array, report: (pieces: number) => void): void {
  const descriptor = openSync(path, 'r');
  try {
    for (let at = 0; at < bytes.length && Atomics.load(state, 0) === 0; ) {
      const end = Math.min(bytes.length, pieceLength * (Math.floor(at / pieceLength) + 1));
      const read = readSync(descriptor, bytes, at, end - at, at);
      if (read === 0) throw new Error('The file became shorter.');
      at += read;
      if (at === end) report(Math.ceil(at / pieceLength));
    }
  } finally {
    closeSync(descriptor);
  }
}
