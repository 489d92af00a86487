import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { KeywordError } from '../../dist/errors.js';
import { memoryFile } from '../../dist/formats/byte-source.js';
import type { ForeignModel } from '../../dist/formats/foreign-model.js';
import { decodeAnyModel, encodeModel } from '../../dist/formats/model-file.js';
import { readForeignModel } from '../../dist/formats/read-foreign-model.js';
import { cooccurrence } from '../../dist/model/cooccurrence.js';
import { logProbability } from '../../dist/model/skip-gram.js';
import { damage, randomOf } from './damage.js';
import { fixture } from './fixtures.js';
import { metadata, tinyCooccurrence } from './sample-models.js';

/**
 * Damages every fixture at random, thousands of times, and reads it: there must come a KeywordError or a sound model,
 * soon, and without taking much memory. `TELLTALE_FUZZ=100000` runs as many for each reader, `TELLTALE_FUZZ_SEED`
 * makes them others.
 */
const rounds = Number(process.env.TELLTALE_FUZZ ?? 600);
const seed = Number(process.env.TELLTALE_FUZZ_SEED ?? 1);

/** Readers, by the fixtures that go through them: the file to be damaged, then those beside it. */
const readers: Record<string, string[][]> = {
  'pickle of gensim ≤ 3': [
    ['gensim/old-a-p0.model'],
    ['gensim/old-a-python2-p0.model'],
    ['gensim/old-a-python2-p2.model'],
    ['gensim/old-b-p2.model'],
    ['gensim/old-c-p5.model'],
  ],
  'pickle of gensim 4': [['gensim/new-p2.model'], ['gensim/new-p4.model'], ['gensim/new-unsorted.model']],
  'FastText of gensim': [['gensim/new-fasttext.model'], ['gensim/new-from-fasttext.model']],
  'gensim without a tree': [['gensim/new-negative.model'], ['gensim/new-vectors.kv']],
  'npy beside a model': [
    ['gensim/new-beside.model.syn1.npy', 'gensim/new-beside.model', 'gensim/new-beside.model.wv.vectors.npy'],
    [
      'gensim/old-c-beside.model.wv.vectors.npy',
      'gensim/old-c-beside.model',
      'gensim/old-c-beside.model.trainables.syn1.npy',
    ],
  ],
  'gzip and npz': [['gensim/old-c.model.gz'], ['gensim/new-beside.model.gz.syn1.npz', 'gensim/new-beside.model.gz']],
  fastText: [['fasttext/plain.bin'], ['fasttext/subword.bin'], ['fasttext/cbow.bin']],
  'text vectors': [['vectors/new.txt']],
  'binary vectors': [['vectors/new.bin']],
};

/** Checks what can be checked of a model without knowing what it should be. */
function assertSound(found: ForeignModel): void {
  if (found.kind === 'vectors') {
    assert.equal(found.words.length, found.vectors.rows);
    assert.equal(new Set(found.words).size, found.words.length);
    assert.ok(found.vectors.data.every((value) => Number.isFinite(value)));
  } else if (found.kind === 'negative sampling') {
    assert.equal(found.vocabulary.words.length, found.inputVectors.rows);
    assert.equal(found.vocabulary.words.length, found.outputVectors.rows);
  } else {
    const { model } = found;
    const V = model.vocabulary.words.length;
    assert.deepEqual([model.inputVectors.rows, model.nodeVectors.rows], [V, V - 1]);
    assert.equal(model.inputVectors.columns, model.nodeVectors.columns);
    let sum = 0;
    for (let output = 0; output < V; output++) sum += Math.exp(logProbability(model, output, V - 1));
    assert.ok(Math.abs(sum - 1) < 1e-6, `the probabilities sum to ${sum}`);
    found.subwordVector?.('anything');
  }
}

test(`co-occurrence counts: ${rounds} damaged files`, async () => {
  const random = randomOf(seed);
  const sha256 = () => '0'.repeat(64);
  const bytes = Buffer.concat(await encodeModel(tinyCooccurrence(), metadata, { sha256 }));
  let sound = 0;
  for (let round = 0; round < rounds; round++) {
    // The JSON header comes first; its damage is tested elsewhere, so that this one mostly meets what lies behind it.
    const header = 8 + Number(bytes.readBigUInt64LE(0));
    const damaged = Buffer.concat([bytes.subarray(0, header), damage(bytes.subarray(header), random)]);
    const sized =
      damaged.length < bytes.length ? Buffer.concat([damaged, Buffer.alloc(bytes.length - damaged.length)]) : damaged;
    try {
      const decoded = await decodeAnyModel(sized.subarray(0, bytes.length), { verify: false });
      assert.ok(decoded.kind === 'cooccurrence');
      const V = decoded.model.vocabulary.words.length;
      const model = cooccurrence(decoded.model);
      let sum = 0;
      for (let output = 0; output < V; output++) sum += Math.exp(model.logProbability(output, V - 1));
      assert.ok(Math.abs(sum - 1) < 1e-6, `the probabilities sum to ${sum}`);
      sound++;
    } catch (error) {
      if (!(error instanceof KeywordError)) throw new Error(`round ${round}, seed ${seed}: ${(error as Error).stack}`);
    }
  }
  assert.ok(sound < rounds, 'no damage was noticed');
});

for (const [reader, cases] of Object.entries(readers)) {
  test(`${reader}: ${rounds} damaged files`, () => {
    const random = randomOf(seed);
    const outcomes = new Map<string, number>();
    const parts = cases.map((names) =>
      names.map((name) => ({ name: name.split('/')[1], bytes: readFileSync(fixture(name)) })),
    );
    let slowest = 0;
    let largest = 0;
    for (let round = 0; round < rounds; round++) {
      const [damaged, ...others] = parts[round % parts.length];
      const bytes = damage(damaged.bytes, random);
      const siblings = new Map([[damaged.name, bytes], ...others.map((part) => [part.name, part.bytes] as const)]);
      const main = others[0] ?? damaged;
      const file = memoryFile(main.name, siblings.get(main.name)!, siblings);
      const size = [...siblings.values()].reduce((sum, part) => sum + part.length, 0);
      const before = process.memoryUsage().arrayBuffers;
      const started = performance.now();
      let outcome: string;
      try {
        const found = readForeignModel(file);
        outcome = found.kind;
        assertSound(found);
      } catch (error) {
        const what = `${damaged.name}, round ${round}, seed ${seed}`;
        if (!(error instanceof KeywordError)) throw new Error(`${what}: ${(error as Error).stack}`);
        outcome = error.code;
      }
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      slowest = Math.max(slowest, performance.now() - started);
      largest = Math.max(largest, (process.memoryUsage().arrayBuffers - before) / (size + 4096));
    }
    assert.ok(slowest < 2000, `one took ${slowest} ms`);
    assert.ok(largest < 300, `one took ${largest} times the size of its files`);
    if (process.env.TELLTALE_FUZZ) {
      process.stderr.write(
        `${reader}: slowest ${slowest.toFixed(1)} ms, memory ${largest.toFixed(1)} × size, ${JSON.stringify([...outcomes])}\n`,
      );
    }
  });
}
