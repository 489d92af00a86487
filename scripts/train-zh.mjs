// Trains the embedded Chinese model packages/model-zh/zh.safetensors by `telltale train`; takes some minutes on two cores.
//
//   node scripts/train-zh.mjs CORPUS_DIRECTORY [OUTPUT]
//
// The corpus directory holds the parts named in corpus-zh.mjs as .txt files, one document on a line. The model card,
// packages/model-zh/README.md, says where they come from.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parts } from './corpus-zh.mjs';

const options = {
  '--dim': 112,
  '--window': 30,
  '--subsample': 1e-4,
  '--epochs': 3,
  '--min-count': 10,
  '--max-vocabulary': 80_000,
  '--storage': 'int8',
  '--corpus-name': 'Telltale zh 3',
  '--licence': 'CC-BY-SA-4.0',
  // One kernel, a fixed number of threads and merging at fixed places: the same corpus gives the same file.
  '--kernel': 'native',
  '--threads': 2,
};
const flags = ['--deterministic'];

const [directory, output = fileURLToPath(new URL('../packages/model-zh/zh.safetensors', import.meta.url)), ...more] =
  process.argv.slice(2);
if (!directory)
  throw new Error('Usage: node scripts/train-zh.mjs CORPUS_DIRECTORY [OUTPUT] [more options of telltale train]');
const files = Object.entries(parts).flatMap(([part, weight]) => Array(weight).fill(join(directory, `${part}.txt`)));
for (const file of files) if (!existsSync(file)) throw new Error(`The corpus part ${file} is missing.`);
const main = fileURLToPath(new URL('../packages/telltale/bin/telltale.js', import.meta.url));
const args = [main, 'train', ...files, '-o', output, ...Object.entries(options).flat().map(String), ...flags, ...more];
process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 2;
