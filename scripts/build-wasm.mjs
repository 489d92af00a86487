// Compiles assembly/ to WebAssembly – the kernel twice, with and without relaxed SIMD – and writes it as base64 into
// packages/core/src/kernel/wasm-bytes.ts, so that the package needs neither a file system nor a server to load them.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('../packages/core', import.meta.url));

async function compile(entry, features, memory) {
  let binary;
  const { error, stderr } = await asc.main(
    [
      `assembly/${entry}`,
      '--outFile',
      'kernel.wasm',
      '--baseDir',
      root,
      ...['--runtime', 'stub', '--optimizeLevel', '3', '--noAssert', '--noExportMemory'],
      ...['--importMemory', '--initialMemory', '1', ...memory],
      ...features.flatMap((feature) => ['--enable', feature]),
      ...['--use', 'abort='],
    ],
    {
      writeFile: (name, contents) => {
        if (name.endsWith('.wasm')) binary = contents;
      },
    },
  );
  if (error) throw new Error(`AssemblyScript: ${error.message}\n${stderr}`);
  return Buffer.from(binary);
}

const shared = ['--sharedMemory', '--maximumMemory', '65536'];
const simd = await compile('index.ts', ['threads', 'simd'], shared);
const relaxed = await compile('index.ts', ['threads', 'simd', 'relaxed-simd'], shared);
const words = await compile('words.ts', ['simd'], []);
const dots = await compile('dots.ts', ['simd'], []);
const taggers = await compile('taggers.ts', ['threads', 'simd'], shared);
writeFileSync(
  new URL('../packages/core/src/kernel/wasm-bytes.ts', import.meta.url),
  `// Written by scripts/build-wasm.mjs from assembly/; do not edit.

/** The kernel as a WebAssembly module with 128-bit SIMD and threads, base64. */
export const simdModule: string =
  '${simd.toString('base64')}';

/** The same with relaxed SIMD (fused multiply-add), base64. */
export const relaxedModule: string =
  '${relaxed.toString('base64')}';

/** The numbering of words, on a memory of its own, base64. */
export const wordsModule: string =
  '${words.toString('base64')}';

/** Products of many rows with one vector, on a memory of its own, base64. */
export const dotsModule: string =
  '${dots.toString('base64')}';

/** The taggers, on memory that threads share, base64. */
export const taggersModule: string =
  '${taggers.toString('base64')}';
`,
);
console.log(
  `wasm: ${simd.length} bytes, relaxed ${relaxed.length} bytes, words ${words.length} bytes, dots ${dots.length} bytes, taggers ${taggers.length} bytes`,
);
