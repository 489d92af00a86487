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

/**
 * Copies weights to where {@link taggerProgram} can work on them.
 *
 * @param threads that can have a part of the memory
 */
export function shareWeights(bytes: Uint8Array, threads = MOST_THREADS): TaggerWeights {
  compiled ??= compile();
  const pages = Math.ceil((START + bytes.length) / pageBytes);
  try {
    if (!WebAssembly || compiled === 'none') throw new Error();
    const maximum = pages + (threads * SCRATCH) / pageBytes;
    const owner = new WebAssembly.Memory({ initial: pages, maximum, shared: true });
    const shared = new Int8Array(owner.buffer, START, bytes.length);
    shared.set(bytes);
    return { bytes: shared, owner };
  } catch {
    // Pages of browsers may not share memory.
    return { bytes: new Int8Array(bytes), owner: undefined };
  }
}

/** The program for a thread; undefined where there is none. */
export function taggerProgram({ bytes, owner }: TaggerWeights): TaggerProgram | undefined {
  if (!owner || !WebAssembly) return undefined;
  try {
    compiled ??= compile();
    // Parts of threads that have ended are not given back: after very many of them a thread has a copy of its own.
    const [memory, at] = partOf(owner) ?? partOfCopy(bytes);
    const { exports } = new WebAssembly.Instance(compiled as object, { env: { memory } });
    const { labelCharacters, tagWords } = exports as TaggerProgram;
    return { labelCharacters, tagWords, buffer: memory.buffer, weights: START, scratch: at };
  } catch {
    return undefined;
  }
}

/** A part of a memory, and where it is; undefined where the memory can have no more. */
function partOf(memory: TaggerOwner): [TaggerOwner, number] | undefined {
  try {
    return [memory, memory.grow(SCRATCH / pageBytes) * pageBytes];
  } catch {
    return undefined;
  }
}

function partOfCopy(bytes: Int8Array): [TaggerOwner, number] {
  const { owner } = shareWeights(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), 1);
  return partOf(owner!)!;
}
