// Makes the readers of vectors for guessing the text, which must know nothing of the models under test.
//
//   node evaluation/make-readers.mjs CORPUS_DIRECTORY DATA_DIRECTORY OUTPUT_DIRECTORY
//
// zh.safetensors: trained on the parts of the Chinese corpus that the embedded model is not trained on (parliamentary
// records, ancient histories, counselling). en.vec: the words of the data sets by all-MiniLM-L6-v2, a sentence encoder
// trained elsewhere, from the package that rivals/install.sh installs for KeyBERT.
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadModel } from '../packages/core/dist/node.js';
import { readDataset } from './dataset.mjs';

const [corpus, data, output] = process.argv.slice(2);
if (!output)
  throw new Error('Usage: node evaluation/make-readers.mjs CORPUS_DIRECTORY DATA_DIRECTORY OUTPUT_DIRECTORY');
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const run = (program, args, options = {}) => {
  const { status } = spawnSync(program, args, { stdio: ['pipe', 'inherit', 'inherit'], ...options });
  if (status !== 0) throw new Error(`${program} ${args[0]} failed.`);
};

const parts = [
  'lygazette_tw2sp',
  'classical_modern_modernside',
  'smilechat_dialogues_SYNTHETIC',
  'crosswoz_dialogues',
].map((part) => join(corpus, `${part}.txt`));
const settings = ['--dim', '100', '--window', '8', '--subsample', '1e-4', '--epochs', '2', '--storage', 'f32'];
run(process.execPath, [
  at('../packages/telltale/bin/telltale.js'),
  'train',
  ...parts,
  '-o',
  join(output, 'zh.safetensors'),
  ...settings,
]);

const { tokenizer } = await loadModel('en');
const words = new Set();
for (const name of readdirSync(data).filter((name) => /^en_.*\.jsonl$/.test(name))) {
  for (const { text, keywords } of await readDataset(join(data, name)))
    for (const part of [text, ...keywords])
      for (const word of tokenizer.words(part)) if (!/\s/.test(word)) words.add(word);
}
const list = join(output, 'en.txt');
writeFileSync(list, [...words].join('\n'));
run(at('.rivals/venv/bin/python'), [at('rivals/minilm_vectors.py'), list, join(output, 'en.vec')], {
  env: { ...process.env, HF_HUB_OFFLINE: '1', TOKENIZERS_PARALLELISM: 'false' },
});
