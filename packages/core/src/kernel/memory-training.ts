import { checkTokenIds } from './check-input.js';
import type { ChunkResult, TrainingHandle, TrainingMemory, TrainingShape, TrainingWorker } from './kernel.js';
import { AddressSpace, type KernelMemory, type MemoryInstance, type MemoryModule } from './memory-module.js';

/** Where everything lies; the same in every thread since it follows from the shape. */
function layOut(instance: MemoryInstance, shape: TrainingShape) {
  const { vocabularySize: V, dim, pathLength: P, window, maxPathLength, chunkLength, threads, frozenInputs } = shape;
  const lanes = Number(instance.LANES);
  const stride = Math.ceil(dim / lanes) * lanes;
  const scratchBytes = instance.setTrainingShape(
    V,
    stride,
    window,
    maxPathLength,
    chunkLength,
    threads,
    Number(frozenInputs),
  );
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

/** {@link Kernel.allocateTraining} of a kernel on raw memory. */
export function allocateMemoryTraining(module: MemoryModule, shape: TrainingShape): TrainingMemory {
  const { vocabularySize: V, pathLength: P } = shape;
  const at = layOut(module.instantiate(module.allocate(1)), shape);
  const memory = module.allocate(at.bytes);
  const { buffer, start } = memory;
  return {
    stride: at.stride,
    inputVectors: new Float32Array(buffer, start + at.inputVectors, V * at.stride),
    nodeVectors: new Float32Array(buffer, start + at.nodeVectors, (V - 1) * at.stride),
    pathOffsets: new Int32Array(buffer, start + at.pathOffsets, V + 1),
    pathNodes: new Int32Array(buffer, start + at.pathNodes, P),
    pathCodes: new Uint8Array(buffer, start + at.pathCodes, P),
    keepThresholds: new Uint32Array(buffer, start + at.keepThresholds, V),
    handle: { kernel: module.name, shape, memory },
  };
}

/** {@link TrainingWorker} of a kernel on raw memory. */
export class MemoryTraining implements TrainingWorker {
  private readonly shape: TrainingShape;
  private readonly instance: MemoryInstance;
  private readonly tokenIds: Int32Array;
  private readonly result: DataView;

  constructor(module: MemoryModule, handle: TrainingHandle, thread: number) {
    const { shape } = handle;
    const memory = handle.memory as KernelMemory;
    if (!(thread >= 0 && thread < shape.threads)) {
      throw new RangeError(`Threads are 0 … ${shape.threads - 1}, got ${thread}.`);
    }
    this.shape = shape;
    this.instance = module.instantiate(memory);
    const at = layOut(this.instance, shape);
    this.instance.attachTraining(
      at.inputVectors,
      at.nodeVectors,
      at.pathOffsets,
      at.pathNodes,
      at.pathCodes,
      at.keepThresholds,
      at.scratch[thread],
    );
    // Fetches what the thread keeps copies of.
    this.instance.synchronize();
    const { buffer, start } = memory;
    this.tokenIds = new Int32Array(buffer, start + Number(this.instance.tokenIds), shape.chunkLength);
    this.result = new DataView(buffer, start + Number(this.instance.result), 24);
  }

  train(tokenIds: Int32Array, learningRate: number, state: number): ChunkResult {
    checkTokenIds(tokenIds, this.shape);
    this.tokenIds.set(tokenIds);
    this.instance.train(tokenIds.length, learningRate, state);
    return {
      tokens: this.result.getUint32(0, true),
      pairs: this.result.getUint32(4, true),
      lossPairs: this.result.getUint32(8, true),
      loss: this.result.getFloat64(16, true),
    };
  }

  synchronize(): void {
    this.instance.synchronize();
  }
}
