import { taggersModule } from './wasm-bytes.js';
import { decodeBinary, pageBytes, WebAssembly } from './wasm-module.js';

/** Weights of a tagger, in memory that threads share where there is any; can be posted to a thread. */
export interface TaggerWeights {
  readonly bytes: Int8Array;
  /** The WebAssembly memory that they are in; undefined where this runtime has none that threads share. */
  readonly owner: TaggerOwner | undefined;
}

interface TaggerOwner {
  readonly buffer: SharedArrayBuffer;
  grow(pages: number): number;
}

/** assembly/taggers.ts on weights, with memory for one thread. */
export interface TaggerProgram {
  labelCharacters(weights: number, steps: number, rows: number, length: number, scratch: number, out: number): void;
  tagWords(
    weights: number,
    words: number,
    count: number,
    isTitle: number,
    scale: number,
    scratch: number,
    out: number,
  ): void;
  readonly buffer: SharedArrayBuffer;
  /** Addresses of the weights, and of {@link SCRATCH} bytes of this thread. */
  readonly weights: number;
  readonly scratch: number;
}

/** Bytes of a thread. */
export const SCRATCH = 4 * pageBytes;
/** AssemblyScript keeps the first kilobyte for itself. */
const START = 1024;
const MOST_THREADS = 1024;

/** Compiled with the first weights; `none` where this runtime cannot run it. */
let compiled: object | 'none' | undefined;

function compile(): object | 'none' {
  const binary = decodeBinary(taggersModule);
  return WebAssembly?.validate(binary) ? new WebAssembly.Module(binary) : 'none';
}

/** Copies weights to where {@link taggerProgram} can work on them. */
export function shareWeights(bytes: Uint8Array): TaggerWeights {
  compiled ??= compile();
  const pages = Math.ceil((START + bytes.length) / pageBytes);
  try {
    if (!WebAssembly || compiled === 'none') throw new Error();
    const maximum = pages + (MOST_THREADS * SCRATCH) / pageBytes;
    const owner = new WebAssembly.Memory({ initial: pages, maximum, shared: true });
    const shared = new Int8Array(owner.buffer, START, bytes.length);
    shared.set(bytes);
    return { bytes: shared, owner };
  } catch {
    // Pages of browsers may not share memory.
    return { bytes: new Int8Array(bytes), owner: undefined };
  }
}

/** The program for a thread; undefined where there is none, or too many threads have taken their part of the memory. */
export function taggerProgram({ owner }: TaggerWeights): TaggerProgram | undefined {
  if (!owner || !WebAssembly) return undefined;
  try {
    compiled ??= compile();
    const scratch = owner.grow(SCRATCH / pageBytes) * pageBytes;
    const { exports } = new WebAssembly.Instance(compiled as object, { env: { memory: owner } });
    const { labelCharacters, tagWords } = exports as TaggerProgram;
    return { labelCharacters, tagWords, buffer: owner.buffer, weights: START, scratch };
  } catch {
    return undefined;
  }
}
