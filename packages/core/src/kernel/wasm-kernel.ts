import type { Kernel } from './kernel.js';
import { memoryKernel } from './memory-kernel.js';
import { type WasmKernelName, wasmModule } from './wasm-module.js';

const kernels = new Map<WasmKernelName, Kernel>();

/**
 * A kernel in WebAssembly with 128-bit SIMD: `wasm`, or `wasm-relaxed` with fused multiply-add where the runtime has
 * relaxed SIMD. Runs in Node and browsers.
 *
 * @throws KeywordError KERNEL_UNAVAILABLE when this runtime cannot run it
 */
export function wasmKernel(name: WasmKernelName): Kernel {
  let kernel = kernels.get(name);
  if (!kernel) {
    kernel = memoryKernel(wasmModule(name));
    kernels.set(name, kernel);
  }
  return kernel;
}
