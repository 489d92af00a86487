import type { Kernel } from './kernel.js';
import type { MemoryModule } from './memory-module.js';
import { MemoryScorer } from './memory-scoring.js';
import { allocateMemoryTraining, MemoryTraining } from './memory-training.js';

/** The kernel that a module makes. */
export function memoryKernel(module: MemoryModule): Kernel {
  return {
    name: module.name,
    allocateTraining: (shape) => allocateMemoryTraining(module, shape),
    attachTraining: (handle, thread) => new MemoryTraining(module, handle, thread),
    createScorer: (model) => new MemoryScorer(module, model),
  };
}
