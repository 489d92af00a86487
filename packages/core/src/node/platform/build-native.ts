import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { KeywordError } from '../../errors.js';
import { nativeKernelFile } from './native-kernel.js';
import { packageRoot } from './package-files.js';

/** A kind of vectors the kernel is compiled for; the best that the processor has is taken when it is loaded. */
interface Variant {
  readonly name: string;
  readonly lanes: number;
  readonly flags: readonly string[];
}

const baseline: Variant = { name: 'baseline', lanes: 4, flags: [] };
const variantsOf: Readonly<Record<string, readonly Variant[]>> = {
  x64: [
    baseline,
    { name: 'avx2', lanes: 8, flags: ['-mavx2', '-mfma'] },
    { name: 'avx512', lanes: 16, flags: ['-mavx512f', '-mavx512dq', '-mavx512vl', '-mfma'] },
  ],
  arm64: [{ name: 'neon', lanes: 4, flags: [] }],
};

/**
 * Compiles the native kernel of this package, `native/`, with the C compiler at hand or `$CC`, for this machine. Never
 * part of an installation: without it everything runs on the WebAssembly kernel.
 *
 * @returns the file that was made, and the kinds of vectors in it
 * @throws KeywordError KERNEL_UNAVAILABLE saying what is missing or what the compiler said
 */
export function buildNativeKernel(): { readonly file: string; readonly variants: readonly string[] } {
  if (process.platform === 'win32') {
    throw failure('it is not built on Windows; the WebAssembly kernel is used there.');
  }
  const variants = variantsOf[process.arch] ?? [baseline];
  const source = join(packageRoot(), 'native');
  const file = nativeKernelFile();
  const target = dirname(file);
  const include = join(dirname(createRequire(import.meta.url).resolve('node-api-headers')), 'include');
  const flags = ['-std=gnu11', '-O3', '-fPIC', '-fvisibility=hidden', '-Wall', '-Wextra', `-I${include}`];
  const link = process.platform === 'darwin' ? ['-bundle', '-undefined', 'dynamic_lookup'] : ['-shared'];
  const work = mkdtempSync(join(tmpdir(), 'telltale-native-'));
  try {
    const objects = variants.map(({ name, lanes, flags: features }) => {
      const object = join(work, `${name}.o`);
      const defined = [`-DVARIANT=${name}`, `-DLANES=${lanes}`];
      compile([...flags, ...features, ...defined, '-c', join(source, 'variant.c'), '-o', object]);
      return object;
    });
    mkdirSync(target, { recursive: true });
    // A process may have the old file loaded: never write into it, put another in its place.
    const fresh = `${file}.${process.pid}`;
    compile([...flags, ...link, join(source, 'addon.c'), ...objects, '-o', fresh]);
    renameSync(fresh, file);
    for (const other of readdirSync(target)) if (join(target, other) !== file) rmSync(join(target, other));
    return { file, variants: variants.map(({ name }) => name) };
  } catch (error) {
    if (error instanceof KeywordError) throw error;
    throw failure(`${(error as Error).message}.`, error);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function compile(args: readonly string[]): void {
  const compiler = process.env.CC || 'cc';
  const { status, error, stderr } = spawnSync(compiler, args, { encoding: 'utf8' });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
    throw failure(`there is no C compiler "${compiler}". Install GCC or Clang, or name one by the variable CC.`);
  }
  if (status !== 0) throw failure(`${compiler} failed:\n${error?.message ?? stderr}`);
}

function failure(message: string, cause?: unknown): KeywordError {
  return new KeywordError('KERNEL_UNAVAILABLE', `The kernel "native" was not built: ${message}`, { cause });
}
