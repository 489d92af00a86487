// Trains variants of the embedded model of a language on every third document of its corpus, for compare-models.mjs: other
// windows, numbers of components, sizes of vocabulary and weights of the corpus parts.
//
//   node evaluation/train-variants.mjs zh CORPUS_DIRECTORY OUTPUT_DIRECTORY [more options of telltale train]
//   node evaluation/train-variants.mjs en CORPUS.txt OUTPUT_DIRECTORY [more options of telltale train]
//
// Variants that are there are kept. Texts cut beforehand take `--tokenizer whitespace --normalization none`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parts } from '../scripts/corpus-zh.mjs';

const SHARE = 3;
const common = { '--epochs': 3, '--min-count': 8, '--max-vocabulary': 66_000, '--storage': 'int8' };
const wide = { '--dim': 128, '--window': 30, '--subsample': 1e-4 };
/** Options of a variant, and how often it reads a part of the corpus that the embedded model reads so many times. */
const variants = {
  'window 5, 64': [{ '--dim': 64, '--window': 5, '--subsample': 1e-3 }],
  'window 5, 128': [{ '--dim': 128, '--window': 5, '--subsample': 1e-3 }],
  'window 8, 128': [{ ...wide, '--window': 8 }],
  'window 30, 64': [{ ...wide, '--dim': 64 }],
  'window 30, 128': [wide],
  'window 30, 192, 44,000 words': [{ ...wide, '--dim': 192, '--max-vocabulary': 44_000 }],
  'window 100, 128': [{ ...wide, '--window': 100, '--subsample': 1e-5 }],
  'whole document, 128': [{ ...wide, '--window': 1000, '--subsample': 1e-5 }],
  'window 30, 128, parts equal': [wide, () => 1],
  'window 30, 128, weights squared': [wide, (weight) => weight * weight],
};

const [language, corpus, output, ...more] = process.argv.slice(2);
if (!output) throw new Error('Usage: node evaluation/train-variants.mjs LANGUAGE CORPUS OUTPUT_DIRECTORY [options]');
const files =
  language === 'zh'
    ? Object.fromEntries(Object.entries(parts).map(([part, weight]) => [join(corpus, `${part}.txt`), weight]))
    : { [corpus]: 1 };
const tokenizer = language === 'zh' ? 'jieba' : 'wink';
mkdirSync(output, { recursive: true });
const directory = mkdtempSync(join(tmpdir(), 'telltale-variants-'));
try {
  const shares = Object.fromEntries(Object.keys(files).map((file) => [file, everyThird(file)]));
  for (const [name, [options, weight]] of Object.entries(variants)) {
    const file = join(output, `${language} ${name}.safetensors`);
    if (existsSync(file) || (weight && language !== 'zh')) continue;
    const read = Object.entries(files).flatMap(([part, usual]) => Array(weight?.(usual) ?? usual).fill(shares[part]));
    const flags = Object.entries({ '--tokenizer': tokenizer, ...common, ...options }).flat();
    const main = fileURLToPath(new URL('../packages/telltale/bin/telltale.js', import.meta.url));
    console.log(name);
    const { status } = spawnSync(process.execPath, [main, 'train', ...read, '-o', file, ...flags, ...more], {
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error(`The variant ${name} could not be trained.`);
  }
} finally {
  rmSync(directory, { recursive: true });
}

function everyThird(file) {
  const share = join(directory, basename(file));
  const lines = readFileSync(file, 'utf8').split('\n');
  writeFileSync(share, `${lines.filter((_, i) => i % SHARE === 0).join('\n')}\n`);
  return share;
}
