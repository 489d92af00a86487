// Compiles native/ to native/build/kernel.node with the C compiler at hand, or with $CC. Never part of an installation:
// without the native kernel everything runs on the WebAssembly one.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import headers from 'node-api-headers';

const compiler = process.env.CC ?? 'cc';
const source = fileURLToPath(new URL('../native/', import.meta.url));
const target = fileURLToPath(new URL('../native/build/', import.meta.url));

/** The kinds of vectors the kernel is compiled for; the best that the processor has is taken when it is loaded. */
const variants = {
  x64: [
    { name: 'baseline', lanes: 4, flags: [] },
    { name: 'avx2', lanes: 8, flags: ['-mavx2', '-mfma'] },
    { name: 'avx512', lanes: 16, flags: ['-mavx512f', '-mavx512dq', '-mavx512vl', '-mfma'] },
  ],
  arm64: [{ name: 'neon', lanes: 4, flags: [] }],
}[process.arch] ?? [{ name: 'baseline', lanes: 4, flags: [] }];

if (process.platform === 'win32') {
  fail('The native kernel is not built on Windows; the WebAssembly kernel is used there.');
}

const work = mkdtempSync(join(tmpdir(), 'telltale-native-'));
try {
  const flags = ['-std=gnu11', '-O3', '-fPIC', '-fvisibility=hidden', '-Wall', '-Wextra', `-I${headers.include_dir}`];
  const objects = variants.map(({ name, lanes, flags: features }) => {
    const object = join(work, `${name}.o`);
    compile([
      ...flags,
      ...features,
      `-DVARIANT=${name}`,
      `-DLANES=${lanes}`,
      '-c',
      join(source, 'variant.c'),
      '-o',
      object,
    ]);
    return object;
  });
  const link = process.platform === 'darwin' ? ['-bundle', '-undefined', 'dynamic_lookup'] : ['-shared'];
  mkdirSync(target, { recursive: true });
  // A process may have the old file loaded: never write into it, put another in its place.
  const fresh = join(target, `kernel.node.${process.pid}`);
  compile([...flags, ...link, join(source, 'addon.c'), ...objects, '-o', fresh]);
  renameSync(fresh, join(target, 'kernel.node'));
  console.log(`native kernel: ${join(target, 'kernel.node')} (${variants.map(({ name }) => name).join(', ')})`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function compile(args) {
  const { status, error, stderr } = spawnSync(compiler, args, { encoding: 'utf8' });
  if (error?.code === 'ENOENT') {
    fail(`There is no C compiler "${compiler}". Install GCC or Clang, or name one by the variable CC.`);
  }
  if (status !== 0) fail(`${compiler} failed:\n${error?.message ?? stderr}`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
