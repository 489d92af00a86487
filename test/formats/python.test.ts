import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { copyRow } from '../../packages/core/dist/math/matrix.js';
import { writeModelFile } from '../../packages/core/dist/node/models/write-model.js';
import { python } from '../support.js';
import { metadata, tinyModel } from './sample-models.js';

const script = `
import hashlib, json, re, sys
import numpy as np
from safetensors import safe_open

with safe_open(sys.argv[1], framework="np") as f:
    t = {name: f.get_tensor(name) for name in f.keys()}
    metadata = f.metadata()

def vectors(name):
    scales = t.get(name + "_scales")
    return t[name].astype(np.float64) * (1 if scales is None else scales[:, None].astype(np.float64))

words = [t["word_bytes"][a:b].tobytes().decode() for a, b in zip(t["word_offsets"], t["word_offsets"][1:])]
raw = open(sys.argv[1], "rb").read()
print(json.dumps({
    "dtypes": {name: str(a.dtype) for name, a in t.items()},
    "words": words,
    "counts": [int(n) for n in t["counts"]],
    "documentFrequencies": t["document_frequencies"].tolist(),
    "inputVectors": vectors("input_vectors").tolist(),
    "nodeVectors": vectors("node_vectors").tolist(),
    "parents": t["tree_parents"].tolist(),
    "codes": t["tree_codes"].tolist(),
    "tokenizer": json.loads(metadata["tokenizer"]),
    "training": json.loads(metadata["training"]),
    "corpus": json.loads(metadata["corpus"]),
    "plain": [metadata[k] for k in ("format", "format_version", "licence", "source", "held_out_log_probability")],
    "sound": hashlib.sha256(raw.replace(metadata["checksum"].encode(), b"0" * 64)).hexdigest() == metadata["checksum"],
}))
`;

const probe = spawnSync(python, ['-c', 'import numpy, safetensors'], { encoding: 'utf8' });
const available = probe.status === 0;
// Where tests must be complete, a missing package is a failure and not a reason to look away.
const skip = available || process.env.CI === 'true' ? false : 'needs: python3 -m pip install safetensors numpy';

describe('a model file in Python', { skip }, () => {
  for (const format of ['f32', 'f16', 'int8'] as const) {
    it(`holds the same numbers, ${format}`, async (t) => {
      assert.ok(available, `python3 with safetensors and numpy: ${probe.stderr ?? probe.error}`);
      const directory = mkdtempSync(join(tmpdir(), 'telltale-python-'));
      t.after(() => rmSync(directory, { recursive: true, force: true }));
      const path = join(directory, 'model.safetensors');
      const model = tinyModel(format);
      await writeModelFile(path, model, metadata);
      const run = spawnSync(python, ['-c', script, path], {
        encoding: 'utf8',
        env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
      });
      assert.equal(run.status, 0, run.stderr);
      const read = JSON.parse(run.stdout);
      const rows = (matrix: typeof model.inputVectors) =>
        Array.from({ length: matrix.rows }, (_, r) => {
          const row = new Float64Array(matrix.columns);
          copyRow(matrix, r, row);
          return [...row];
        });
      assert.equal(read.dtypes.input_vectors, { f32: 'float32', f16: 'float16', int8: 'int8' }[format]);
      assert.deepEqual(read.words, model.vocabulary.words);
      assert.deepEqual(read.counts, [...model.vocabulary.counts]);
      assert.deepEqual(read.documentFrequencies, [...model.vocabulary.documentFrequencies]);
      assert.deepEqual(read.inputVectors, rows(model.inputVectors));
      assert.deepEqual(read.nodeVectors, rows(model.nodeVectors));
      assert.deepEqual(read.parents, [2, 1, 0, 0, 1, 2, -1]);
      assert.deepEqual(read.codes, [0, 1, 0, 1, 0, 1, 0]);
      assert.deepEqual(read.tokenizer, metadata.tokenizer);
      assert.deepEqual(read.training, metadata.training);
      assert.deepEqual(read.corpus, metadata.corpus);
      assert.deepEqual(read.plain, ['telltale', '1', 'MIT', 'telltale 0.1.0', '-7.125']);
      assert.equal(read.sound, true);
    });
  }
});
