// Bundles the library for pages without a bundler: packages/telltale/dist/browser has telltale.js, worker.js, and what both
// load when a text needs it, all with addresses relative to themselves.
import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { copies, jiebaLicences } from './copies.mjs';

const path = (name) => fileURLToPath(new URL(`../packages/${name}`, import.meta.url));

await build({
  configFile: false,
  root: path('core'),
  base: './',
  logLevel: 'warn',
  resolve: { alias: copies },
  build: {
    outDir: path('telltale/dist/browser'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: false,
    license: { fileName: 'LICENSES.md' },
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: {
      input: { telltale: path('core/dist/browser.js'), worker: path('core/dist/browser/worker.js') },
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', assetFileNames: '[name][extname]' },
    },
  },
});
appendFileSync(path('telltale/dist/browser/LICENSES.md'), `\n${jiebaLicences}\n`);
