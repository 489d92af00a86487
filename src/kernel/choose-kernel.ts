import { KeywordError } from '../errors.js';
import type { Kernel, KernelName } from './kernel.js';
import { typescriptKernel } from './typescript-kernel.js';

/**
 * The kernel of that name, or the fastest that runs here.
 *
 * @throws KeywordError KERNEL_UNAVAILABLE
 */
export function chooseKernel(name: KernelName = 'typescript'): Kernel {
  if (name === 'typescript') return typescriptKernel;
  throw new KeywordError('KERNEL_UNAVAILABLE', `There is no kernel ${name} here.`);
}
