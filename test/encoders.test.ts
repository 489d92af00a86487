import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readEncoderFolder } from '../packages/core/dist/index.js';
import { root } from './support.js';

const encoders = join(root, 'encoders');
const names = readdirSync(encoders).filter((name) => existsSync(join(encoders, name, 'telltale.json')));

for (const name of names) {
  const read = (file: string) => readFileSync(join(encoders, name, file), 'utf8');

  test(`encoder ${name}: what is kept of it fits together`, async () => {
    const { dim } = JSON.parse(read('telltale.json'));
    // The network and the tokenizer are not kept here; all else is read as in a folder that has them.
    const made: Record<string, string> = {
      'model.onnx': '',
      'tokenizer.json': '{}',
      '1_Pooling/config.json': JSON.stringify({ word_embedding_dimension: dim, pooling_mode_mean_tokens: true }),
    };
    const { card } = await readEncoderFolder(name, async (file) => {
      if (made[file] !== undefined) return new TextEncoder().encode(made[file]);
      const path = join(encoders, name, file);
      return existsSync(path) ? readFileSync(path) : undefined;
    });
    assert.equal(card.name, name);
    assert.ok(card.languages?.includes(name));
    for (const vector of card.background ?? []) assert.ok(Math.abs(Math.hypot(...vector) - 1) < 0.01);
  });

  test(`encoder ${name}: its package installs nothing by script, and its sources are pinned by their hashes`, () => {
    const { files, scripts, license } = JSON.parse(read('package.json'));
    assert.ok(license);
    // Neither runs where it is installed.
    assert.deepEqual(Object.keys(scripts), ['prepack', 'prepublishOnly']);
    const kept = ['telltale.json', 'background.safetensors'].filter((file) => existsSync(join(encoders, name, file)));
    for (const file of ['model.onnx', 'tokenizer.json', '1_Pooling', ...kept]) assert.ok(files.includes(file), file);
    const lines = read('requirements.txt')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    for (const line of lines) assert.match(line, /^[\w-]+==[\d.]+ --hash=sha256:[0-9a-f]{64}$/);
  });
}
