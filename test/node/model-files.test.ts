import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { loadSkipGram } from '../../packages/core/dist/node/models/load-model.js';
import { readModelFile, resolveModel } from '../../packages/core/dist/node/models/model-files.js';
import { writeModelFile } from '../../packages/core/dist/node/models/write-model.js';
import { metadata, tinyModel } from '../formats/sample-models.js';
import { root } from '../support.js';

let directory = '';
before(() => {
  directory = mkdtempSync(join(tmpdir(), 'telltale-models-'));
});
after(() => rmSync(directory, { recursive: true, force: true }));

describe('model files', () => {
  it('are read as they were written', async () => {
    const path = join(directory, 'tiny.safetensors');
    await writeModelFile(path, tinyModel(), metadata, { storage: 'f16' });
    for (const shared of [false, true]) {
      const { model, metadata: meta, verified } = await readModelFile(path, { shared });
      assert.deepEqual(meta, metadata);
      assert.equal(verified, true);
      assert.deepEqual(model.inputVectors, tinyModel('f16').inputVectors);
      assert.equal(model.inputVectors.data.buffer instanceof SharedArrayBuffer, shared);
    }
    assert.equal((await readModelFile(path, { verify: false })).verified, false);
    const again = join(directory, 'again.safetensors');
    const { model } = await readModelFile(path);
    await writeModelFile(again, model, metadata);
    assert.deepEqual(readFileSync(again), readFileSync(path));
  });

  it('of an installed package have their checksum compared, and their tree made when it is asked for', async () => {
    const published = await loadSkipGram('en');
    assert.ok(Object.getOwnPropertyDescriptor(published, 'tree')?.get);
    const path = resolveModel('en');
    const given = await loadSkipGram(path);
    assert.equal(Object.getOwnPropertyDescriptor(given, 'tree')?.get, undefined);
    assert.deepEqual(published.tree, given.tree);
    assert.equal((await readModelFile(path, { isSound: true })).verified, true);
  });

  it('are named in the errors', async () => {
    const missing = join(directory, 'missing');
    await assert.rejects(readModelFile(missing), { code: 'FILE_NOT_FOUND', message: `There is no file ${missing}.` });
    await assert.rejects(readModelFile(directory), { code: 'FILE_UNREADABLE', message: /not a regular file/ });
    const empty = join(directory, 'empty');
    writeFileSync(empty, '');
    await assert.rejects(readModelFile(empty), {
      code: 'INVALID_MODEL',
      message: `${empty}: Not a valid safetensors file: expected 8 bytes, the file has 0. It was cut off; fetch or copy it again.`,
    });
  });

  it('are not written when the model cannot be stored', async () => {
    const path = join(directory, 'bad');
    const corpus = { ...metadata.corpus, documents: 1 };
    await assert.rejects(writeModelFile(path, tinyModel(), { ...metadata, corpus }), { code: 'INVALID_MODEL' });
    await assert.rejects(readModelFile(path), { code: 'FILE_NOT_FOUND' });
  });
});

describe('resolveModel', () => {
  it('finds installed models by name and leaves paths alone', () => {
    assert.equal(resolveModel('zh'), join(root, 'packages/model-zh/zh.safetensors'));
    for (const path of ['./zh', 'a/b.safetensors', 'C:\\models\\zh']) assert.equal(resolveModel(path), path);
    assert.throws(() => resolveModel('no-such-model'), {
      code: 'FILE_NOT_FOUND',
      message:
        'There is no model "no-such-model". Expected a model of Telltale: the path of a model file, or the name of an installed model: de, en, es, fr, it, ja, ko, nl, pl, pt, ru, zh.',
    });
  });

  it('finds models that are installed where the command runs', () => {
    const folder = join(directory, 'node_modules/@telltale/model-own');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{}');
    const before = process.cwd();
    process.chdir(directory);
    try {
      assert.equal(
        resolveModel('own'),
        realpathSync(join(folder, 'package.json')).replace('package.json', 'own.safetensors'),
      );
      assert.throws(() => resolveModel('other'), { message: /installed model: de, en, .*nl, own, pl, .*zh\.$/ });
    } finally {
      process.chdir(before);
    }
  });
});
