import { copyFileSync } from 'node:fs';
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
for (const name of ['zh-tagger.bin.gz', 'zh-terms.bin', 'en-tagger.bin.gz', 'en-terms.bin'])
  copyFileSync(new URL(`data/${name}`, core), `dist/${name}`);
const jieba = import.meta.resolve('jieba-wasm/web');
copyFileSync(new URL('jieba_rs_wasm_bg.wasm', jieba), 'dist/jieba_rs_wasm_bg.wasm');
