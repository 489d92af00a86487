import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { KeywordError } from '../../errors.js';
import { registerKernel } from '../../kernel/choose-kernel.js';
import type { Kernel } from '../../kernel/kernel.js';
import { memoryKernel } from '../../kernel/memory-kernel.js';
import type { KernelMemory, MemoryInstance } from '../../kernel/memory-module.js';
import { packageRoot } from './package-files.js';

/** What native/addon.c exports. */
interface NativeAddon {
  readonly Instance: new (memory: Uint8Array, variant: string) => MemoryInstance;
  /** Bytes from the start of an array to its first cache line. */
  padding(memory: Uint8Array): number;
  /** Kinds of vectors this processor can run, best first: avx512, avx2, neon, baseline. */
  readonly variants: readonly string[];
}

/**
 * Where the kernel lies that is compiled from native/ as it is now: a file named after the contents of the source, so
 * that one compiled from another version of the package is never loaded.
 */
export function nativeKernelFile(): string {
  const source = join(packageRoot(), 'native');
  const hash = createHash('sha256');
  // Whoever packs the package again may leave the source out; then there is no kernel of it.
  const names = existsSync(source) ? readdirSync(source) : [];
  for (const name of names.sort()) {
    if (/\.[ch]$/.test(name)) hash.update(`${name}\0`).update(readFileSync(join(source, name)));
  }
  return join(source, 'build', `kernel-${hash.digest('hex').slice(0, 12)}.node`);
}

/** Makes {@link chooseKernel} know the native kernel. */
export function registerNativeKernel(): void {
  registerKernel('native', () => nativeKernel());
}

/**
 * The kernel compiled from native/ by `npm run build:native`, for the widest vectors of this processor.
 *
 * @param variant another of {@link nativeVariants}, for tests
 * @throws KeywordError KERNEL_UNAVAILABLE when it has not been built here, or cannot be loaded
 */
export function nativeKernel(variant?: string): Kernel {
  const { Instance, padding, variants } = loadAddon();
  return memoryKernel({
    name: 'native',
    allocate: (bytes) => allocate(bytes, padding),
    instantiate: ({ buffer }) => new Instance(new Uint8Array(buffer), variant ?? variants[0]),
  });
}

/** Kinds of vectors the native kernel can run with here, best first. */
export function nativeVariants(): readonly string[] {
  return loadAddon().variants;
}

let loaded: NativeAddon | undefined;

function loadAddon(): NativeAddon {
  if (loaded) return loaded;
  const file = nativeKernelFile();
  if (!existsSync(file)) {
    throw new KeywordError(
      'KERNEL_UNAVAILABLE',
      `The kernel "native" has not been built: there is no ${file}. Run "telltale native build", ` +
        'which needs a C compiler, or use another kernel.',
    );
  }
  try {
    loaded = createRequire(import.meta.url)(file) as NativeAddon;
    return loaded;
  } catch (cause) {
    throw new KeywordError(
      'KERNEL_UNAVAILABLE',
      `The kernel "native" cannot be loaded from ${file}: ${(cause as Error).message}. Build it again on this machine.`,
      { cause },
    );
  }
}

function allocate(bytes: number, padding: (memory: Uint8Array) => number): KernelMemory {
  try {
    const buffer = new SharedArrayBuffer(bytes + 64);
    return { buffer, start: padding(new Uint8Array(buffer)) };
  } catch (cause) {
    throw new KeywordError('OUT_OF_MEMORY', `${bytes} bytes of memory are not available.`, { cause });
  }
}
