import assert from 'node:assert/strict';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readModelFile } from '../../packages/core/dist/node.js';
import { cosineOf } from '../model/cosine.js';
import { temporaryDirectory } from '../support.js';
import { run } from './command.js';

const directory = temporaryDirectory();
const at = (name: string) => join(directory, name);
const topics = ['太阳 恒星 行星 轨道 望远镜 天空', '城市 房价 投资 规划 街道 居民'].map((words) => words.split(' '));
let state = 7;
const random = () => {
  state = (state * 48271) % 2147483647;
  return state / 2147483647;
};
const documents = Array.from({ length: 1200 }, (_, d) =>
  Array.from({ length: 20 }, () => topics[d % 2][Math.floor(random() * 6)]).join(' '),
);
// The second part has a word that the first has not; the third is empty.
writeFileSync(at('a.txt'), `${documents.slice(0, 600).join('\n')}\n`);
writeFileSync(at('b.txt'), `${documents.slice(600).join('\n')}\n${'彗星 太阳 轨道\n'.repeat(20)}`);
writeFileSync(at('c.txt'), '');
writeFileSync(at('whole.txt'), ['a', 'b'].map((part) => readFileSync(at(`${part}.txt`), 'utf8')).join(''));

function runs(...args: string[]): string {
  const { status, stdout, stderr } = run(args);
  assert.equal(status, 0, stderr);
  return stdout;
}

const parts = ['a', 'b', 'c'];
const white = ['--tokenizer', 'whitespace'];

test('counts of parts add up to those of the whole', () => {
  for (const part of [...parts, 'whole']) runs('count', at(`${part}.txt`), '-o', at(`${part}.counts`), ...white);
  runs('merge', ...parts.map((part) => at(`${part}.counts`)), '-o', at('sum.counts'));
  assert.equal(readFileSync(at('sum.counts'), 'utf8'), readFileSync(at('whole.counts'), 'utf8'));
  const [head, ...lines] = readFileSync(at('whole.counts'), 'utf8').trim().split('\n');
  assert.deepEqual(JSON.parse(head).documents, 1220);
  assert.ok(lines.includes('彗星\t20\t20'));
  runs('merge', at('whole.counts'), '-o', at('whole.safetensors'), '--dim', '8', '--min-count', '1');
  runs(
    'merge',
    ...parts.map((part) => at(`${part}.counts`)),
    '-o',
    at('r0.safetensors'),
    '--dim',
    '8',
    '--min-count',
    '1',
  );
  assert.deepEqual(readFileSync(at('r0.safetensors')), readFileSync(at('whole.safetensors')));
});

test('a training on shards, epoch by epoch, tells the topics apart and goes on where it stopped', async () => {
  for (let epoch = 1; epoch <= 3; epoch++) {
    for (const part of parts) {
      runs(
        ...[
          'train-shard',
          at(`${part}.txt`),
          '--model',
          at(`r${epoch - 1}.safetensors`),
          '-o',
          at(`${part}.safetensors`),
        ],
        ...['--epoch', String(epoch), '--epochs', '3', '--learning-rate', '0.1', '--subsample', '0'],
        ...['--threads', '1', '--progress', 'none'],
      );
    }
    const shards = parts.map((part) => at(`${part}.safetensors`));
    runs('average', ...shards, '--model', at(`r${epoch - 1}.safetensors`), '-o', at(`r${epoch}.safetensors`));
  }
  const { model, metadata } = await readModelFile(at('r3.safetensors'));
  assert.equal(metadata.training.epochs, 3);
  const word = (text: string) => model.vocabulary.indexOf(text)!;
  assert.ok(cosineOf(model, word('太阳'), word('行星')) > cosineOf(model, word('太阳'), word('房价')) + 0.3);
  // An ordinary model: it extracts.
  const [{ keywords }] = JSON.parse(runs('extract', '太阳 行星 轨道', '-m', at('r3.safetensors'), '--format', 'json'));
  assert.ok(keywords.length > 0);
  // An empty shard is the model it came from.
  const [empty, before] = [await readModelFile(at('c.safetensors')), await readModelFile(at('r2.safetensors'))];
  assert.deepEqual(empty.model.inputVectors.data, before.model.inputVectors.data);
  assert.ok(empty.shardCounts!.every((count) => count === 0));
});

test('one shard is one epoch of a training on one machine', async () => {
  const common = ['--threads', '1', '--epochs', '1', '--progress', 'none'];
  runs('train-shard', at('whole.txt'), '--model', at('r0.safetensors'), '-o', at('s.safetensors'), ...common);
  runs('average', at('s.safetensors'), '--model', at('r0.safetensors'), '-o', at('one.safetensors'));
  runs(
    ...['train', at('whole.txt'), ...white, '--dim', '8', '--min-count', '1', '--held-out', '0'],
    ...[...common, '-o', at('trained.safetensors')],
  );
  const [shard, one, trained] = await Promise.all(
    ['s', 'one', 'trained'].map((name) => readModelFile(at(`${name}.safetensors`))),
  );
  assert.deepEqual(one.model.nodeVectors.data, shard.model.nodeVectors.data);
  // Words with equal counts may stand in another order.
  for (const word of ['太阳', '彗星']) {
    const rows = [shard, trained].map(({ model }) => model.vocabulary.counts[model.vocabulary.indexOf(word)!]);
    assert.equal(rows[0], rows[1]);
  }
});

test('what does not fit together is refused', () => {
  writeFileSync(at('cut.counts'), readFileSync(at('a.counts')).subarray(0, -3));
  writeFileSync(at('no.counts'), 'word 3 2\n');
  runs('count', at('a.txt'), '-o', at('jieba.counts'));
  symlinkSync(at('a.counts'), at('link.counts'));
  const refused: [RegExp, ...string[]][] = [
    [/line \d+ does not end: the file was cut off/, 'merge', at('cut.counts'), '-o', at('x.counts')],
    [/it is not a counts file/, 'merge', at('no.counts'), '-o', at('x.counts')],
    [/different tokenizers/, 'merge', at('a.counts'), at('jieba.counts'), '-o', at('x.counts')],
    [
      /Only 0 words occur at least 5,000 times/,
      'merge',
      at('a.counts'),
      '--min-count',
      '5000',
      '-o',
      at('x.safetensors'),
    ],
    [/Name the output file/, 'count', at('a.txt')],
    [/a\.counts is named twice, and would count twice/, 'merge', at('a.counts'), at('a.counts'), '-o', at('x.counts')],
    [/a\.counts and .*link\.counts are one file/, 'merge', at('a.counts'), at('link.counts'), '-o', at('x.counts')],
    [
      /s\.safetensors is named twice/,
      'average',
      at('s.safetensors'),
      at('s.safetensors'),
      '--model',
      at('r0.safetensors'),
      '-o',
      at('x.safetensors'),
    ],
    [/Name the model that the shards start from/, 'average', at('s.safetensors'), '-o', at('x.safetensors')],
    [
      /is a complete model, not a shard/,
      'average',
      at('r0.safetensors'),
      '--model',
      at('r0.safetensors'),
      '-o',
      at('x.safetensors'),
    ],
    [/belong to different trainings/, 'average', at('s.safetensors'), '--model', 'zh', '-o', at('x.safetensors')],
    [
      /belong to different trainings: options/,
      'average',
      at('s.safetensors'),
      at('a.safetensors'),
      '--model',
      at('r0.safetensors'),
      '-o',
      at('x.safetensors'),
    ],
    [
      /epoch \(--epoch\) is 4/,
      'train-shard',
      at('a.txt'),
      '--model',
      at('r0.safetensors'),
      '--epoch',
      '4',
      '--epochs',
      '3',
      '-o',
      at('x.safetensors'),
    ],
  ];
  for (const [message, ...args] of refused) {
    const { status, stderr } = run(args);
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, message);
  }
});

test('counting a corpus in another language than its tokenizer cuts warns of it', () => {
  writeFileSync(at('english.txt'), 'the sun is a star and the planets move around it\n'.repeat(10));
  const { status, stderr } = run(['count', at('english.txt'), '-o', at('english.counts')]);
  assert.equal(status, 0, stderr);
  assert.match(stderr, /Warning: Only 0 % of the words are Chinese.*--tokenizer wink for English/);
});
