// Builds the page twice from packages/telltale/src/web: dist/site of the package, a static site that runs models and kernel in a worker of the browser,
// and dist/web, the same page for the service, which computes itself and so needs neither worker nor models.
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { copies, jiebaLicences, licencesOf } from './copies.mjs';

const root = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const path = (name) => root(`packages/telltale/${name}`);
const names = (folder) => ({
  entryFileNames: `${folder}/[name]-[hash].js`,
  chunkFileNames: `${folder}/[name]-[hash].js`,
  assetFileNames: `${folder}/[name]-[hash][extname]`,
});

/** Packages in the worker, whose licences Vite does not list. */
const ofWorker = new Set();
const seePackages = {
  name: 'see-packages',
  generateBundle(_, files) {
    for (const id of Object.values(files).flatMap((file) => file.moduleIds ?? [])) {
      const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id) ?? [];
      if (name) ofWorker.add(name);
    }
  },
};

await build({
  configFile: false,
  root: path('src/web'),
  // Relative addresses: the site works under any path.
  base: './',
  logLevel: 'warn',
  resolve: { alias: copies },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: path('dist/site'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'LICENSES.md' },
    chunkSizeWarningLimit: 10_000,
    rollupOptions: { output: names('assets') },
  },
  // What only the worker loads lies in a folder of its own.
  worker: { format: 'es', plugins: () => [seePackages], rollupOptions: { output: names('worker') } },
});

mkdirSync(path('dist/site/models'), { recursive: true });
for (const language of ['zh', 'en']) {
  const model = `packages/model-${language}/${language}.safetensors`;
  if (!existsSync(root(model))) throw new Error(`${model} is missing.`);
  cpSync(root(model), path(`dist/site/models/${language}.safetensors`));
  cpSync(root(`packages/model-${language}/LICENSE`), path(`dist/site/models/LICENSE-${language}`));
}

// Encoders that are installed here, with what has to be loaded for each; the page fetches none before it is chosen.
const inEncoder = [
  'telltale.json',
  'tokenizer.json',
  'sentence_bert_config.json',
  '1_Pooling/config.json',
  'model.onnx',
  'background.safetensors',
];
const runtime = readdirSync(path('dist/site/worker')).find((name) => name.endsWith('.wasm') && name.startsWith('ort-'));
const encoders = readdirSync(root('encoders'))
  .filter((name) => existsSync(root(`encoders/${name}/model.onnx`)))
  .map((name) => {
    const files = inEncoder.filter((file) => existsSync(root(`encoders/${name}/${file}`)));
    for (const file of files) cpSync(root(`encoders/${name}/${file}`), path(`dist/site/encoders/${name}/${file}`));
    const sizes = files.map((file) => [file, statSync(root(`encoders/${name}/${file}`)).size]);
    return { name, files: Object.fromEntries(sizes), runtime: statSync(path(`dist/site/worker/${runtime}`)).size };
  });
writeFileSync(path('dist/site/encoders.json'), JSON.stringify(encoders));

for (const tables of ['frequencies', 'stop-words', 'word-classes', 'nominatives'])
  cpSync(root(`packages/languages/${tables}`), path(`dist/site/languages/${tables}`), { recursive: true });

for (const language of readdirSync(root('packages/vectors')).filter((name) => /^[a-z]{2}$/.test(name)))
  cpSync(root(`packages/vectors/${language}`), path(`dist/site/vectors/${language}`), { recursive: true });
cpSync(root('packages/vectors/LICENSE.md'), path('dist/site/vectors/LICENSE.md'));

rmSync(path('dist/web'), { recursive: true, force: true });
const isForService = (name) =>
  !['models', 'languages', 'vectors', 'worker', 'encoders'].some((folder) =>
    name.startsWith(path(`dist/site/${folder}`)),
  );
cpSync(path('dist/site'), path('dist/web'), { recursive: true, filter: isForService });
const html = readFileSync(path('dist/web/index.html'), 'utf8');
const served = html.replace('data-engine="worker"', 'data-engine="http"');
if (served === html) throw new Error('The page does not name its engine.');
writeFileSync(path('dist/web/index.html'), served);

const licences = path('dist/site/LICENSES.md');
const listed = readFileSync(licences, 'utf8');
const others = [...ofWorker].sort().filter((name) => !listed.includes(`\n## ${name} - `));
const texts = others.map((name) => {
  const files = readdirSync(root(`node_modules/${name}`)).filter((file) => /^licen[cs]e(\.\w+)?$/i.test(file));
  return licencesOf(name, ...files);
});
appendFileSync(licences, `\n${[...texts, jiebaLicences].join('\n\n')}\n`);
