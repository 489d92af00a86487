import { KeywordError } from '../errors.js';
import { type Kernel, type KernelName, kernelNames } from './kernel.js';
import { typescriptKernel } from './typescript-kernel.js';
import { wasmKernel } from './wasm-kernel.js';

/** How each kernel is made; making one that cannot run here throws KERNEL_UNAVAILABLE. */
const makers = new Map<KernelName, () => Kernel>([
  ['typescript', () => typescriptKernel],
  ['wasm', () => wasmKernel('wasm')],
  ['wasm-relaxed', () => wasmKernel('wasm-relaxed')],
]);

/**
 * Adds a kernel that only some platforms can load; Node code adds `native` by this.
 *
 * @param make returns the kernel, or throws KeywordError KERNEL_UNAVAILABLE with the reason
 */
export function registerKernel(name: KernelName, make: () => Kernel): void {
  makers.set(name, make);
}

/**
 * The fastest kernel that runs here, or the one asked for: a name is never answered with another kernel.
 *
 * @throws KeywordError KERNEL_UNAVAILABLE naming the reason
 */
export function chooseKernel(name?: KernelName): Kernel {
  if (name !== undefined) return makeKernel(name);
  for (const candidate of kernelNames.toReversed()) {
    try {
      return makeKernel(candidate);
    } catch (error) {
      if (!(error instanceof KeywordError && error.code === 'KERNEL_UNAVAILABLE')) throw error;
    }
  }
  return typescriptKernel;
}

function makeKernel(name: KernelName): Kernel {
  const make = makers.get(name);
  if (!make) {
    throw new KeywordError(
      'KERNEL_UNAVAILABLE',
      `The kernel "${name}" is not available here. Available: ${[...makers.keys()].join(', ')}.`,
    );
  }
  return make();
}
