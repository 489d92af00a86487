import { KeywordError } from '../errors.js';
import type { KernelMemory, MemoryInstance, MemoryModule } from './memory-module.js';
import { relaxedModule, simdModule } from './wasm-bytes.js';

/** The two builds of the WebAssembly kernel. */
export type WasmKernelName = 'wasm' | 'wasm-relaxed';

/** The part of the WebAssembly namespace used here; TypeScript declares it only together with all of the DOM. */
export interface WebAssemblyNamespace {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
  readonly Memory: {
    new (limits: { initial: number }): { readonly buffer: ArrayBuffer };
    new (limits: {
      initial: number;
      maximum: number;
      shared: boolean;
    }): { readonly buffer: SharedArrayBuffer; grow(pages: number): number };
  };
}

/** WebAssembly, where this runtime has it. */
export const { WebAssembly } = globalThis as unknown as { WebAssembly?: WebAssemblyNamespace };

/** The unit of its memory. */
export const pageBytes = 65536;
const maxPages = 65536;

/** A binary that is embedded as text. */
export const decodeBinary = (base64: string) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

/**
 * A build of assembly/, compiled.
 *
 * @throws KeywordError KERNEL_UNAVAILABLE when this runtime cannot run it
 */
export function wasmModule(name: WasmKernelName): MemoryModule {
  const bytes = decodeBinary(name === 'wasm' ? simdModule : relaxedModule);
  if (!WebAssembly?.validate(bytes)) {
    throw new KeywordError(
      'KERNEL_UNAVAILABLE',
      name === 'wasm'
        ? 'The kernel "wasm" needs WebAssembly with SIMD and threads, which this runtime lacks; use "typescript".'
        : 'The kernel "wasm-relaxed" needs relaxed SIMD, which this runtime lacks; use "wasm", or Node 22 or newer.',
    );
  }
  const module = new WebAssembly.Module(bytes);
  return {
    name,
    allocate,
    instantiate: ({ owner }) => new WebAssembly!.Instance(module, { env: { memory: owner } }).exports as MemoryInstance,
  };
}

function allocate(bytes: number): KernelMemory {
  const pages = Math.ceil(bytes / pageBytes);
  if (pages > maxPages) {
    throw new KeywordError(
      'OUT_OF_MEMORY',
      `The WebAssembly kernel addresses at most 4 GiB, ${(bytes / 2 ** 30).toFixed(1)} GiB are needed. ` +
        'Use a smaller vocabulary, fewer dimensions, or the kernel "native" or "typescript".',
    );
  }
  try {
    const owner = new WebAssembly!.Memory({ initial: pages, maximum: pages, shared: true });
    return { buffer: owner.buffer, start: 0, owner };
  } catch (cause) {
    throw new KeywordError('OUT_OF_MEMORY', `${pages * pageBytes} bytes of WebAssembly memory are not available.`, {
      cause,
    });
  }
}
