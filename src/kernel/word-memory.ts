import { KeywordError } from '../errors.js';
import { wordsModule } from './wasm-bytes.js';
import { pageBytes, WebAssembly } from './wasm-module.js';

/** Memory for a table of words. */
export interface WordMemory {
  readonly buffer: ArrayBuffer;
  /** assembly/words.ts on this memory; takes the address of the state. Not where there is no WebAssembly with SIMD. */
  readonly numberWords?: (state: number) => void;
}

let module: object | undefined;

/**
 * Takes memory of at least `bytes` bytes, all 0.
 *
 * @throws KeywordError OUT_OF_MEMORY
 */
export function wordMemory(bytes: number): WordMemory {
  const pages = Math.ceil(bytes / pageBytes);
  try {
    const binary = Uint8Array.from(atob(wordsModule), (char) => char.charCodeAt(0));
    if (!WebAssembly?.validate(binary)) return { buffer: new ArrayBuffer(pages * pageBytes) };
    module ??= new WebAssembly.Module(binary);
    const memory = new WebAssembly.Memory({ initial: pages });
    const { numberWords } = new WebAssembly.Instance(module, { env: { memory } }).exports as Required<WordMemory>;
    return { buffer: memory.buffer, numberWords };
  } catch (cause) {
    throw new KeywordError('OUT_OF_MEMORY', `${pages * pageBytes} bytes for a table of words could not be had.`, {
      cause,
    });
  }
}
