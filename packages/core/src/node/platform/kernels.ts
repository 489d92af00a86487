import { chooseKernel } from '../../kernel/choose-kernel.js';
import type { Kernel, KernelName, TrainingHandle, TrainingWorker } from '../../kernel/kernel.js';
import { registerNativeKernel } from './native-kernel.js';

registerNativeKernel();

/**
 * The kernel of that name, or the fastest that runs here.
 *
 * @throws KeywordError KERNEL_UNAVAILABLE
 */
export function selectKernel(name?: KernelName): Kernel {
  return chooseKernel(name);
}

/** A training worker on memory that another thread has allocated, by the same kernel. */
export function attachTraining(handle: TrainingHandle, thread: number): TrainingWorker {
  return selectKernel(handle.kernel).attachTraining(handle, thread);
}
