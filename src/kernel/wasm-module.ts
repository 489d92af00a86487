import { KeywordError } from '../errors.js';
import { relaxedModule, simdModule } from './wasm-bytes.js';

/** The two builds of the WebAssembly kernel. */
export type WasmKernelName = 'wasm' | 'wasm-relaxed';

/** What assembly/ exports. Addresses are byte offsets into the memory. */
export interface WasmExports {
  setTrainingShape(
    vocabularySize: number,
    stride: number,
    window: number,
    maxPathLength: number,
    chunkLength: number,
    threads: number,
  ): number;
  attachTraining(
    inputVectors: number,
    nodeVectors: number,
    pathOffsets: number,
    pathNodes: number,
    pathCodes: number,
    keepThresholds: number,
    scratch: number,
  ): void;
  readonly tokenIds: WasmGlobal;
  readonly result: WasmGlobal;
  train(count: number, learningRate: number, state: number): void;
  synchronize(): void;

  scorerScratchBytes(columns: number, longestPath: number): number;
  attachScorer(
    format: number,
    nodeVectors: number,
    scales: number,
    columns: number,
    longestPath: number,
    scratch: number,
  ): void;
  readonly MAX_CANDIDATES: WasmGlobal;
  readonly MAX_WORDS: WasmGlobal;
  readonly maxNodes: WasmGlobal;
  readonly maxSteps: WasmGlobal;
  readonly nodeIds: WasmGlobal;
  readonly zeros: WasmGlobal;
  readonly ones: WasmGlobal;
  readonly steps: WasmGlobal;
  readonly pathEnds: WasmGlobal;
  readonly candidates: WasmGlobal;
  readonly scores: WasmGlobal;
  readonly results: WasmGlobal;
  packCandidates(count: number): void;
  scoreTally(nodeCount: number, candidateCount: number): void;
  logProbabilities(nodeCount: number, candidateCount: number, wordCount: number): void;
}

/** An exported number. */
interface WasmGlobal {
  readonly value: number;
}

/** Memory an instance works on. */
export interface WasmMemory {
  readonly buffer: SharedArrayBuffer;
}

/** The part of the WebAssembly namespace used here; TypeScript declares it only together with all of the DOM. */
interface WebAssemblyNamespace {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
  readonly Memory: new (limits: { initial: number; maximum: number; shared: boolean }) => WasmMemory;
}

const { WebAssembly } = globalThis as unknown as { WebAssembly?: WebAssemblyNamespace };

const pageBytes = 65536;
const maxPages = 65536;

const compiled = new Map<WasmKernelName, object>();

/**
 * The compiled module of a build.
 *
 * @throws KeywordError KERNEL_UNAVAILABLE when this runtime cannot run it
 */
export function wasmModule(name: WasmKernelName): object {
  let module = compiled.get(name);
  if (module) return module;
  const bytes = Uint8Array.from(atob(name === 'wasm' ? simdModule : relaxedModule), (char) => char.charCodeAt(0));
  if (!WebAssembly?.validate(bytes)) {
    throw new KeywordError(
      'KERNEL_UNAVAILABLE',
      name === 'wasm'
        ? 'The kernel "wasm" needs WebAssembly with SIMD and threads, which this runtime lacks; use "typescript".'
        : 'The kernel "wasm-relaxed" needs relaxed SIMD, which this runtime lacks; use "wasm", or Node 22 or newer.',
    );
  }
  module = new WebAssembly.Module(bytes);
  compiled.set(name, module);
  return module;
}

/** An instance of a build on a memory; each worker and each scorer has its own. */
export function instantiateWasm(name: WasmKernelName, memory: WasmMemory): WasmExports {
  const module = wasmModule(name);
  return new WebAssembly!.Instance(module, { env: { memory } }).exports as WasmExports;
}

/**
 * Shared memory of at least `bytes` bytes, all 0; pages are only taken from the system once they are written to.
 *
 * @throws KeywordError OUT_OF_MEMORY when it is more than WebAssembly can address, or than can be had
 */
export function allocateWasmMemory(bytes: number): WasmMemory {
  const pages = Math.ceil(bytes / pageBytes);
  if (pages > maxPages) {
    throw new KeywordError(
      'OUT_OF_MEMORY',
      `The WebAssembly kernel addresses at most 4 GiB, ${(bytes / 2 ** 30).toFixed(1)} GiB are needed. ` +
        'Use a smaller vocabulary, fewer dimensions, or the kernel "native" or "typescript".',
    );
  }
  try {
    return new WebAssembly!.Memory({ initial: pages, maximum: pages, shared: true });
  } catch (cause) {
    throw new KeywordError('OUT_OF_MEMORY', `${pages * pageBytes} bytes of WebAssembly memory could not be had.`, {
      cause,
    });
  }
}

/** Hands out addresses one after the other, each at the start of a cache line. */
export class AddressSpace {
  /** Bytes handed out so far. AssemblyScript keeps the first kilobyte for itself. */
  end = 1024;

  take(bytes: number): number {
    const address = this.end;
    this.end += Math.ceil(bytes / 64) * 64;
    return address;
  }
}
