// Trains the embedded English model packages/model-en/en.safetensors by `telltale train`; takes some minutes on two cores.
//
//   node scripts/train-en.mjs CORPUS.txt [OUTPUT] [more options of telltale train]
//
// The corpus is one article on a line. The model card, packages/model-en/README.md, says where it comes from.
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { splitDocument } from './documents.mjs';

const DOCUMENT_CHARACTERS = 1000;
const options = {
  '--tokenizer': 'wink',
  '--dim': 128,
  '--window': 30,
  '--subsample': 1e-4,
  '--epochs': 3,
  '--min-count': 10,
  '--max-vocabulary': 66_000,
  '--storage': 'int8',
  '--corpus-name': 'Telltale en 2',
  '--licence': 'CC-BY-SA-4.0',
  // One kernel, a fixed number of threads and merging at fixed places: the same corpus gives the same file.
  '--kernel': 'wasm',
  '--threads': 2,
};
const flags = ['--deterministic'];

const [corpus, output = fileURLToPath(new URL('../packages/model-en/en.safetensors', import.meta.url)), ...more] =
  process.argv.slice(2);
if (!corpus) throw new Error('Usage: node scripts/train-en.mjs CORPUS.txt [OUTPUT] [more options of telltale train]');

const directory = mkdtempSync(join(tmpdir(), 'telltale-en-'));
try {
  const documents = [];
  for await (const article of createInterface({ input: createReadStream(corpus) }))
    documents.push(...splitDocument(article, DOCUMENT_CHARACTERS));
  const file = join(directory, 'documents.txt');
  writeFileSync(file, `${documents.join('\n')}\n`);
  const main = fileURLToPath(new URL('../packages/telltale/bin/telltale.js', import.meta.url));
  const args = [main, 'train', file, '-o', output, ...Object.entries(options).flat().map(String), ...flags, ...more];
  process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 2;
} finally {
  rmSync(directory, { recursive: true });
}
