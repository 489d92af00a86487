import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadWordVectors } from '../../packages/core/dist/node.js';
import { root, skipsAllowed, temporaryDirectory } from '../support.js';
import { missing, python } from './real-spark.js';

test('a Word2VecModel that Spark writes now is read as Spark itself says it', {
  skip: skipsAllowed && missing,
}, async () => {
  const folder = temporaryDirectory();
  const { status, stderr } = spawnSync(python, [join(root, 'scripts/make-fixtures/spark_model.py'), folder], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr.slice(-4000));
  const model = join(folder, 'word2vec');
  // What the fixture leaves out.
  assert.ok(readdirSync(join(model, 'data')).some((name) => name.endsWith('.crc')));
  const { vectors } = JSON.parse(readFileSync(join(folder, 'word2vec.ref.json'), 'utf8'));
  const { vocabulary, inputVectors } = await loadWordVectors(model);
  assert.deepEqual([...vocabulary.words].sort(), Object.keys(vectors).sort());
  for (const [row, word] of vocabulary.words.entries()) {
    const { columns } = inputVectors;
    assert.deepEqual([...inputVectors.data.subarray(row * columns, (row + 1) * columns)], vectors[word], word);
  }
});
