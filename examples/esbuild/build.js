import { copyFileSync, cpSync } from 'node:fs';
import { build } from 'esbuild';

await build({
  entryPoints: { main: 'main.js', worker: '@telltale/core/worker' },
  bundle: true,
  format: 'esm',
  splitting: true,
  minify: true,
  outdir: 'dist',
  loader: { '.safetensors': 'file' },
});

// esbuild does not see files that are named by new URL(…, import.meta.url): the option `assets` says where they are.
const core = import.meta.resolve('@telltale/core/package.json');
cpSync(new URL('data', core), 'dist', { recursive: true });
copyFileSync(new URL('dist/zh-dictionary.txt.gz', core), 'dist/zh-dictionary.txt.gz');
