import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { getHeapStatistics } from 'node:v8';
import { gzipSync } from 'node:zlib';
import { KeywordError } from '../../packages/core/dist/errors.js';
import { ByteReader } from '../../packages/core/dist/formats/bytes/byte-reader.js';
import { memoryFile, memorySource } from '../../packages/core/dist/formats/bytes/byte-source.js';
import type { ForeignModel } from '../../packages/core/dist/formats/foreign/foreign-model.js';
import { readPickle } from '../../packages/core/dist/formats/pickle/pickle-machine.js';
import { readForeignModel } from '../../packages/core/dist/formats/read-foreign-model.js';
import { decodeAnyModel, encodeModel } from '../../packages/core/dist/formats/telltale/model-file.js';
import { formatWordCounts, parseWordCounts } from '../../packages/core/dist/formats/vectors/word-counts.js';
import { cooccurrence } from '../../packages/core/dist/model/cooccurrence.js';
import { logProbability, type SkipGramModel } from '../../packages/core/dist/model/skip-gram.js';
import { readRecordResults } from '../../packages/core/dist/node/files/read-records.js';
import { patience } from '../../packages/core/dist/node/packed/zstd-blocks.js';
import { recordsOf } from '../../packages/core/dist/records/records.js';
import { callsOfLargeValues } from './calls-of-large-values.js';
import { damage, randomOf } from './damage.js';
import { fixture } from './fixtures.js';
import { repeatCalls } from './repeat-calls.js';
import { metadata, sha256, tinyCooccurrence, tinyModel } from './sample-models.js';

/**
 * Damages every fixture at random, thousands of times, and reads it: there must come a KeywordError or a sound model,
 * soon, and without taking much memory. `TELLTALE_FUZZ=100000` runs as many for each reader, `TELLTALE_FUZZ_SEED`
 * makes them others.
 */
const rounds = Number(process.env.TELLTALE_FUZZ ?? 600);
const seed = Number(process.env.TELLTALE_FUZZ_SEED ?? 1);

/** Bytes of garbage that the heap may still hold. */
const garbage = 1 << 27;

/** Reads the damaged files of a round, checks what came of it, and says what that was. */
type Read = () => string | Promise<string>;

async function outcomeOf(read: Read, round: number): Promise<string> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof KeywordError) return error.code;
    throw new Error(`round ${round}, seed ${seed}: ${(error as Error).stack}`);
  }
}

/** Milliseconds that a reading takes. */
async function processorTime(read: Read, round: number): Promise<number> {
  const started = process.cpuUsage();
  await outcomeOf(read, round);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/**
 * @param prepare makes the files of a round: their size in all, and how they are read
 * @param window bytes that they may ask for, whatever their size
 */
function survives(
  reader: string,
  prepare: (round: number, random: () => number) => { size: number; read: Read },
  window = 0,
) {
  test(`${reader}: ${rounds} damaged files`, async () => {
    const random = randomOf(seed);
    const outcomes = new Map<string, number>();
    let slowest = 0;
    let largest = 0;
    let heap = 0;
    for (let round = 0; round < rounds; round++) {
      const { size, read } = prepare(round, random);
      const before = getHeapStatistics();
      const started = performance.now();
      const outcome = await outcomeOf(read, round);
      const milliseconds = performance.now() - started;
      const after = getHeapStatistics();
      // On a busy machine a moment may last seconds: what seems slow is measured again, by processor time.
      if (milliseconds > slowest) slowest = Math.max(slowest, await processorTime(read, round));
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      largest = Math.max(largest, (after.external_memory - before.external_memory - window) / (size + 4096));
      heap = Math.max(heap, (after.used_heap_size - before.used_heap_size - garbage) / (size + 4096));
    }
    assert.ok(slowest < 5000, `one took ${slowest} ms`);
    assert.ok(largest < 300, `one took ${largest} times the size of its files`);
    assert.ok(heap < 300, `one took ${heap} times the size of its files on the heap`);
    assert.ok(outcomes.size > 1, `nothing but ${[...outcomes.keys()]} came of it`);
    if (process.env.TELLTALE_FUZZ) {
      process.stderr.write(
        `${reader}: slowest ${slowest.toFixed(1)} ms, memory ${largest.toFixed(1)} × size, on the heap ${heap.toFixed(1)}, ${JSON.stringify([...outcomes])}\n`,
      );
    }
  });
}

function assertSumsToOne(logProbabilityOf: (output: number) => number, V: number): void {
  let sum = 0;
  for (let output = 0; output < V; output++) sum += Math.exp(logProbabilityOf(output));
  assert.ok(Math.abs(sum - 1) < 1e-6, `the probabilities sum to ${sum}`);
}

function assertSkipGram(model: SkipGramModel): void {
  const V = model.vocabulary.words.length;
  assert.deepEqual([model.inputVectors.rows, model.nodeVectors.rows], [V, V - 1]);
  assert.equal(model.inputVectors.columns, model.nodeVectors.columns);
  assertSumsToOne((output) => logProbability(model, output, V - 1), V);
}

/** Checks what can be checked of a model without knowing what it should be. */
function assertSound(found: ForeignModel): void {
  if (found.estimator === 'none') {
    assert.equal(found.words.length, found.vectors.rows);
    assert.equal(new Set(found.words).size, found.words.length);
    assert.ok(found.vectors.data.every((value) => Number.isFinite(value)));
  } else if (found.estimator === 'negative-sampling') {
    assert.equal(found.vocabulary.words.length, found.inputVectors.rows);
    assert.equal(found.vocabulary.words.length, found.outputVectors.rows);
  } else {
    assertSkipGram(found.model);
    found.subwordVector?.('anything');
  }
}

/** Readers of other tools' files, by the fixtures that go through them: the file to be damaged, then those beside it. */
const readers: Record<string, string[][]> = {
  'pickle of gensim ≤ 3': [
    ['gensim/old-a-p0.model'],
    ['gensim/old-a-python2-p0.model'],
    ['gensim/old-a-python2-p2.model'],
    ['gensim/old-b-p2.model'],
    ['gensim/old-b-again-p2.model'],
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
  fastText: [['fasttext/plain.bin'], ['fasttext/subword.bin'], ['fasttext/cbow.bin'], ['fasttext/negative.bin']],
  'text vectors': [['vectors/new.txt'], ['deeplearning4j/vectors.txt']],
  'zip of Deeplearning4j': [['deeplearning4j/hs.zip']],
  'vectors of floret': [['floret/vectors.floret']],
  'binary vectors': [['vectors/new.bin']],
};

for (const [reader, cases] of Object.entries(readers)) {
  const parts = cases.map((names) =>
    names.map((name) => ({ name: name.split('/')[1], bytes: readFileSync(fixture(name)) })),
  );
  survives(reader, (round, random) => {
    const [damaged, ...others] = parts[round % parts.length];
    const bytes = damage(damaged.bytes, random);
    const siblings = new Map([[damaged.name, bytes], ...others.map((part) => [part.name, part.bytes] as const)]);
    const main = others[0] ?? damaged;
    const file = memoryFile(main.name, siblings.get(main.name)!, siblings);
    const size = [...siblings.values()].reduce((sum, part) => sum + part.length, 0);
    const read = () => {
      const found = readForeignModel(file);
      assertSound(found);
      return found.estimator;
    };
    return { size, read };
  });
}

const pickles = Object.entries(readers)
  .flatMap(([reader, cases]) => (/gensim/.test(reader) ? cases.map(([name]) => name) : []))
  .concat(['gensim/doc2vec-dm.model', 'pickle/values-p0.pickle', 'pickle/values-p4.pickle', 'pickle/vectors-p2.pickle'])
  .map((name) => readFileSync(fixture(name)));
survives('calls of a pickle, repeated', (round, random) => {
  const bytes = repeatCalls(pickles[round % pickles.length], random);
  const read = () => {
    const found = readForeignModel(memoryFile('repeated.model', bytes));
    assertSound(found);
    return found.estimator;
  };
  return { size: bytes.length, read };
});

survives('calls with large arguments, repeated', (_, random) => {
  const bytes = callsOfLargeValues(random);
  const read = () => {
    readPickle(new ByteReader(memorySource(bytes), 'calls'));
    return 'read';
  };
  return { size: bytes.length, read };
});

const shardCounts = Float64Array.from(tinyModel().vocabulary.counts);
for (const [reader, made] of Object.entries({
  'model file': encodeModel(tinyModel(), metadata, { sha256 }),
  'model file, int8': encodeModel(tinyModel(), metadata, { sha256, storage: 'int8' }),
  'model file of a shard': encodeModel(tinyModel(), metadata, { sha256, shardCounts }),
  'co-occurrence counts': encodeModel(tinyCooccurrence(), metadata, { sha256 }),
})) {
  const whole = new Uint8Array(Buffer.concat(await made));
  survives(reader, (round, random) => {
    const bytes = round % 2 ? damageBody(whole, random) : damage(whole, random);
    const read = async () => {
      const decoded = await decodeAnyModel(bytes, { verify: false });
      if (decoded.estimator === 'hierarchical-softmax') assertSkipGram(decoded.model);
      else {
        const model = cooccurrence(decoded.model);
        const V = model.vocabulary.words.length;
        assertSumsToOne((output) => model.logProbability(output, V - 1), V);
      }
      return decoded.estimator;
    };
    return { size: bytes.length, read };
  });
}

/** Leaves the JSON header and the length as they are, so that what lies behind is met. */
function damageBody(whole: Uint8Array, random: () => number): Uint8Array {
  const body = 8 + Number(new DataView(whole.buffer).getBigUint64(0, true));
  const bytes = whole.slice();
  const damaged = damage(whole.subarray(body), random);
  bytes.set(damaged.subarray(0, whole.length - body), body);
  return bytes;
}

const counts = {
  tokenizer: metadata.tokenizer,
  documents: 3,
  tokens: 12,
  words: new Map([
    ['太阳', [7, 3] as const],
    ['__proto__', [2, 2] as const],
    ['sun', [1, 1] as const],
  ]),
};
const countsFile = new TextEncoder().encode([...formatWordCounts(counts)].join(''));
survives('word counts', (_, random) => {
  const bytes = damage(countsFile, random);
  const read = () => {
    const { documents, words } = parseWordCounts(new TextDecoder().decode(bytes), 'part.counts');
    assert.ok(Number.isSafeInteger(documents) && [...words.values()].flat().every(Number.isSafeInteger));
    return 'counts';
  };
  return { size: bytes.length, read };
});

const records = [
  { id: 1, text: '太阳是一颗恒星', note: 'a "quoted", comma; and\ttab' },
  { id: 2, text: 'two\nlines \ud83d\ude00', note: '[{]}' },
  { id: 3, text: '', note: null },
];
const cell = (value: unknown) => `"${String(value).replaceAll('"', '""')}"`;
const forms = {
  jsonl: records.map((record) => JSON.stringify(record)).join('\n'),
  json: JSON.stringify(records, null, 1),
  csv: [['id', 'text', 'note'], ...records.map(Object.values)].map((row) => row.map(cell).join(',')).join('\r\n'),
  tsv: `id\ttext\tnote\n${records.map(({ id, text }) => `${id}\t${text.replace('\n', ' ')}\t.`).join('\n')}`,
} as const;
for (const [format, text] of Object.entries(forms) as [keyof typeof forms, string][]) {
  const whole = Buffer.from(text);
  survives(`records of ${format}`, (_, random) => {
    const bytes = damage(whole, random);
    const cut = Math.floor(random() * bytes.length);
    const read = async () => {
      const chunks = (async function* () {
        yield bytes.subarray(0, cut);
        yield bytes.subarray(cut);
      })();
      let failed = 0;
      for await (const record of recordsOf(chunks, bytes, 'damaged', format, { maxText: 1000 })) {
        if ('error' in record) failed++;
        else assert.equal(typeof record.fields, 'object');
      }
      return failed > 0 ? 'some bad' : 'all good';
    };
    return { size: bytes.length, read };
  });
}

/** What test/fixtures/zstd/small.jsonl.zst holds: frames with a checksum and without, and one to be passed over. */
const packedLines = Array.from({ length: 60 }, (_, i) => `{"id":${i},"text":"太阳 ${(i * 7919) % 10007}"}\n`);
const members = [packedLines.slice(0, 40), packedLines.slice(40)].map((lines) => gzipSync(lines.join('')));
// Some damaged blocks are never done with by the package for older versions of Node.js.
patience.milliseconds = 500;

/** Windows of zstd, not filled but counted until they are collected. */
const windows = 4 * 2 ** 27;
for (const [packing, whole, window] of [
  ['.gz', Buffer.concat(members), 0],
  ['.zst, beside its windows of at most 128 MiB', readFileSync(fixture('zstd/small.jsonl.zst')), windows],
] as const) {
  const prepare = (_: number, random: () => number) => {
    const bytes = damage(whole, random);
    const cut = Math.floor(random() * bytes.length);
    const read = async () => {
      const stdin = (async function* () {
        yield bytes.subarray(0, cut);
        yield bytes.subarray(cut);
      })();
      let good = 0;
      for await (const record of readRecordResults('-', { stdin, format: 'jsonl', maxText: 1000 })) {
        if ('error' in record) continue;
        assert.equal(typeof record.fields, 'object');
        good++;
      }
      return good === packedLines.length ? 'whole' : 'some';
    };
    return { size: bytes.length, read };
  };
  survives(`records of jsonl in ${packing}`, prepare, window);
}
