import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

/** What is read on first use; where the thread that started this one has read it, the same memory. */
export function sharedMemory<Memory extends object>(key: string, read: () => Memory): Memory {
  let memory = getEnvironmentData(key) as Memory | undefined;
  if (!memory) {
    memory = read();
    // Threads that are started from now on have it.
    setEnvironmentData(key, memory as SharedArrayBuffer);
  }
  return memory;
}

/** The bytes of a file, in memory that threads can share. */
export function readShared(file: URL): SharedArrayBuffer {
  const opened = openSync(file, 'r');
  try {
    const memory = new SharedArrayBuffer(fstatSync(opened).size);
    readSync(opened, new Uint8Array(memory));
    return memory;
  } finally {
    closeSync(opened);
  }
}
