import { checkTokenIds } from './check-input.js';
import type { ChunkResult, TrainingHandle, TrainingMemory, TrainingShape, TrainingWorker } from './kernel.js';
import {
  AddressSpace,
  allocateWasmMemory,
  instantiateWasm,
  type WasmExports,
  type WasmKernelName,
  type WasmMemory,
} from './wasm-module.js';

/** Where everything lies; the same in every thread since it follows from the shape. */
function layOut(wasm: WasmExports, shape: TrainingShape) {
  const { vocabularySize: V, dim, pathLength: P, window, maxPathLength, chunkLength, threads } = shape;
  const stride = Math.ceil(dim / 4) * 4;
  const scratchBytes = wasm.setTrainingShape(V, stride, window, maxPathLength, chunkLength, threads);
  const space = new AddressSpace();
  return {
    stride,
    scratch: Array.from({ length: threads }, () => space.take(scratchBytes)),
    pathOffsets: space.take((V + 1) * 4),
    pathNodes: space.take(P * 4),
    pathCodes: space.take(P),
    keepThresholds: space.take(V * 4),
    inputVectors: space.take(V * stride * 4),
    nodeVectors: space.take((V - 1) * stride * 4),
    bytes: space.end,
  };
}

/** {@link Kernel.allocateTraining} of the WebAssembly kernels. */
export function allocateWasmTraining(name: WasmKernelName, shape: TrainingShape): TrainingMemory {
  const { vocabularySize: V, pathLength: P } = shape;
  const at = layOut(instantiateWasm(name, allocateWasmMemory(1)), shape);
  const memory = allocateWasmMemory(at.bytes);
  const { buffer } = memory;
  return {
    stride: at.stride,
    inputVectors: new Float32Array(buffer, at.inputVectors, V * at.stride),
    nodeVectors: new Float32Array(buffer, at.nodeVectors, (V - 1) * at.stride),
    pathOffsets: new Int32Array(buffer, at.pathOffsets, V + 1),
    pathNodes: new Int32Array(buffer, at.pathNodes, P),
    pathCodes: new Uint8Array(buffer, at.pathCodes, P),
    keepThresholds: new Uint32Array(buffer, at.keepThresholds, V),
    handle: { kernel: name, shape, memory },
  };
}

/** {@link TrainingWorker} of the WebAssembly kernels. */
export class WasmTraining implements TrainingWorker {
  private readonly shape: TrainingShape;
  private readonly wasm: WasmExports;
  private readonly tokenIds: Int32Array;
  private readonly result: DataView;

  constructor(name: WasmKernelName, { shape, memory }: TrainingHandle, thread: number) {
    if (!(thread >= 0 && thread < shape.threads)) {
      throw new RangeError(`Threads are 0 … ${shape.threads - 1}, got ${thread}.`);
    }
    const { buffer } = memory as WasmMemory;
    this.shape = shape;
    this.wasm = instantiateWasm(name, memory as WasmMemory);
    const at = layOut(this.wasm, shape);
    this.wasm.attachTraining(
      at.inputVectors,
      at.nodeVectors,
      at.pathOffsets,
      at.pathNodes,
      at.pathCodes,
      at.keepThresholds,
      at.scratch[thread],
    );
    this.wasm.synchronize();
    this.tokenIds = new Int32Array(buffer, this.wasm.tokenIds.value, shape.chunkLength);
    this.result = new DataView(buffer, this.wasm.result.value, 24);
  }

  train(tokenIds: Int32Array, learningRate: number, state: number): ChunkResult {
    checkTokenIds(tokenIds, this.shape);
    this.tokenIds.set(tokenIds);
    this.wasm.train(tokenIds.length, learningRate, state);
    return {
      tokens: this.result.getUint32(0, true),
      pairs: this.result.getUint32(4, true),
      lossPairs: this.result.getUint32(8, true),
      loss: this.result.getFloat64(16, true),
    };
  }

  synchronize(): void {
    this.wasm.synchronize();
  }
}
