import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { KeywordError } from '../../dist/errors.js';
import { memoryFile } from '../../dist/formats/byte-source.js';
import type { ForeignModel } from '../../dist/formats/foreign-model.js';
import { readForeignModel } from '../../dist/formats/read-foreign-model.js';
import { logProbability } from '../../dist/model/skip-gram.js';
import { fixture } from './fixtures.js';

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

/** mulberry32. */
function randomOf(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const extremes = [0, 1, 0x7f, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff, 1_000_000_000];

/** A damaged copy: flipped bits, other bytes, lengths that are bombs, pieces moved, doubled, cut out, the end cut off. */
function damage(bytes: Uint8Array, random: () => number): Uint8Array {
  let copy = Uint8Array.from(bytes);
  const below = (limit: number) => Math.floor(random() * limit);
  for (let times = 1 + below(4); times > 0 && copy.length > 8; times--) {
    // Most lengths, shapes and names are near the beginning or the end.
    const near = [copy.length, Math.min(copy.length, 256), copy.length][below(3)];
    const at = below(near);
    const length = 1 + below(Math.min(64, copy.length - at));
    const from = below(copy.length - length + 1);
    switch (below(7)) {
      case 0:
        copy[at] ^= 1 << below(8);
        break;
      case 1:
        copy[at] = below(256);
        break;
      case 2: {
        const view = new DataView(copy.buffer);
        if (at + 8 <= copy.length) view.setUint32(at, extremes[below(extremes.length)], random() < 0.8);
        break;
      }
      case 3:
        copy = copy.slice(0, at);
        break;
      case 4:
        copy.copyWithin(at, from, from + length);
        break;
      case 5:
        copy = Uint8Array.from([...copy.subarray(0, at), ...copy.subarray(from, from + length), ...copy.subarray(at)]);
        break;
      default:
        copy = Uint8Array.from([...copy.subarray(0, at), ...copy.subarray(at + length)]);
    }
  }
  return copy;
}

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
