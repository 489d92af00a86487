import { KeywordError } from '../errors.js';
import { wordsModule } from './wasm-bytes.js';
import { decodeBinary, pageBytes, WebAssembly } from './wasm-module.js';

/** Memory for a table of words. */
export interface WordMemory {
  readonly buffer: ArrayBuffer;
  /** assembly/words.ts on this memory; takes the address of the state. Not where there is no WebAssembly with SIMD. */
  readonly numberWords?: (state: number) => void;
}

/** Compiled with the first table; `none` where this runtime cannot run it. */
let compiled: object | 'none' | undefined;

function compile(): object | 'none' {
  const binary = decodeBinary(wordsModule);
  return WebAssembly?.validate(binary) ? new WebAssembly.Module(binary) : 'none';
}

/**
 * Takes memory of at least `bytes` bytes, all 0.
 *
 * @throws KeywordError OUT_OF_MEMORY
 */
export function wordMemory(bytes: number): WordMemory {
  const pages = Math.ceil(bytes / pageBytes);
  try {
    compiled ??= compile();
    if (!WebAssembly || compiled === 'none') return { buffer: new ArrayBuffer(pages * pageBytes) };
    const memory = new WebAssembly.Memory({ initial: pages });
    const { numberWords } = new WebAssembly.Instance(compiled as object, { env: { memory } })
      .exports as Required<WordMemory>;
    return { buffer: memory.buffer, numberWords };
  } catch (cause) {
    throw new KeywordError('OUT_OF_MEMORY', `${pages * pageBytes} bytes for a table of words are not available.`, {
      cause,
    });
  }
}
