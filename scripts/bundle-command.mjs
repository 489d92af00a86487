// Makes few files of the command and the core, packages/telltale/dist/command: Node.js takes about a millisecond for every
// module that it loads, and a run would load 400, each thread that extracts 200. What other threads and processes beside it
// run, and what data they read, stays where it is in the packages.
import { rmSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { copies } from './copies.mjs';

const path = (name) => fileURLToPath(new URL(`../packages/${name}`, import.meta.url));
const core = path('core/dist/');
const telltale = path('telltale/dist/');
const isOurs = (id) => id.startsWith(core) || id.startsWith(telltale);

/** Loaded only when needed: the service, large tables, what users install. */
const external = [
  /^@?fastify/,
  'prom-client',
  'light-my-request',
  'eld/extrasmall',
  '@telltale/languages/common-words.js',
  '@telltale/languages/han-words.js',
  /^@modelcontextprotocol\//,
];

/** Modules of the core that must be one for all: the class of errors, and what looks for packages beside itself. */
const shared = ['errors.js', 'node/platform/import-package.js'];

/** What threads of extraction and of the service run; it is beside the code that starts them. */
const threads = [
  `${core}node/threads/extract-worker.js`,
  `${core}node/threads/tag-worker.js`,
  `${telltale}server/worker.js`,
];
const startsThread = (code) => threads.some((file) => code.includes(`new URL('./${basename(file)}', import.meta.url)`));

/** Lets every module find files by its own place, wherever its code is. */
const places = {
  name: 'places-of-modules',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!importer || source.startsWith('node:')) return null;
    const found = await this.resolve(source, importer, { skipSelf: true });
    const module = shared.find((name) => found?.id === core + name);
    return module ? { id: `@telltale/core/internal/${module}`, external: true } : null;
  },
  transform(code, id) {
    if (!isOurs(id) || !code.includes('import.meta.url') || startsThread(code)) return null;
    const url = id.startsWith(core)
      ? `new URL('dist/${relative(core, id)}', import.meta.resolve('@telltale/core/package.json')).href`
      : `new URL('../${relative(telltale, id)}', import.meta.url).href`;
    return { code: code.replaceAll('import.meta.url', url), map: null };
  },
};

const outDir = path('telltale/dist/command');
rmSync(outDir, { recursive: true, force: true });

/** @param rest options of Vite for this bundle alone */
const bundle = (input, output, rest) =>
  build({
    configFile: false,
    root: path('telltale'),
    logLevel: 'warn',
    resolve: { alias: copies },
    plugins: [places],
    ssr: { noExternal: true },
    build: {
      outDir,
      emptyOutDir: false,
      ssr: true,
      target: 'es2023',
      rolldownOptions: {
        input,
        external,
        treeshake: { moduleSideEffects: (id) => input.includes(id) || !isOurs(id) },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', ...output },
      },
      ...rest,
    },
  });
// One chunk each of what every command loads and of what an extraction loads; else there would be a hundred.
const groups = [
  { name: 'program', test: /\/cli\/program\.js$/, priority: 2 },
  { name: 'extraction', test: /\/cli\/extract\.js$/, priority: 1 },
];
await bundle(
  [path('telltale/dist/cli/main.js')],
  { codeSplitting: { groups } },
  { license: { fileName: 'LICENSES.md' } },
);
// By themselves: a thread needs little of the command, and holds what it loads.
await bundle(threads);
