import type { Kernel } from './kernel.js';
import { type WasmKernelName, wasmModule } from './wasm-module.js';
import { WasmScorer } from './wasm-scoring.js';
import { allocateWasmTraining, WasmTraining } from './wasm-training.js';

/**
 * A kernel in WebAssembly with 128-bit SIMD: `wasm`, or `wasm-relaxed` with fused multiply-add where the runtime has
 * relaxed SIMD. Runs in Node and browsers.
 *
 * @throws KeywordError KERNEL_UNAVAILABLE when this runtime cannot run it
 */
export function wasmKernel(name: WasmKernelName): Kernel {
  wasmModule(name);
  return {
    name,
    allocateTraining: (shape) => allocateWasmTraining(name, shape),
    attachTraining: (handle, thread) => new WasmTraining(name, handle, thread),
    createScorer: (model) => new WasmScorer(name, model),
  };
}
