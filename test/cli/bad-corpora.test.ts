import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryDirectory } from '../support.js';
import { fileIn, run } from './command.js';

const directory = temporaryDirectory();
const file = fileIn(directory);
const at = (name: string) => join(directory, name);

const words = ['太阳 恒星 行星 轨道', '城市 房价 投资 规划'];
const good = Array.from({ length: 3000 }, (_, i) => JSON.stringify({ text: words[i % 2] }));
const withBad = [...good];
withBad.splice(2500, 1, '{"text":null}');
withBad.splice(1000, 1, '{"text":');
const clean = file('good.jsonl', good.filter((_, i) => i !== 2500 && i !== 1000).join('\n'));
const bad = file('bad.jsonl', withBad.join('\n'));
const small = ['--tokenizer', 'whitespace', '--threads', '1'];
const trained = ['--dim', '4', '--epochs', '1', '--held-out', '0', ...small, '--progress', 'none'];
const vectors = file(
  'vectors.txt',
  `${words
    .join(' ')
    .split(' ')
    .map((word, i) => `${word} ${i} 1`)
    .join('\n')}\n`,
);
const summary = /2 of 3,000 records failed:\n.*bad\.jsonl:1001 is not JSON.*\n.*bad\.jsonl:2501 has null/;

const commands: Record<string, string[]> = {
  train: ['train', ...trained],
  'train --input-vectors': ['train', ...trained.slice(2), '--input-vectors', vectors],
  'train --estimator cooccurrence': ['train', '--estimator', 'cooccurrence', ...small, '--progress', 'none'],
  count: ['count', ...small],
};

for (const [name, [command, ...options]] of Object.entries(commands)) {
  test(`${name} leaves bad records out, counts them, and makes what the good ones make`, () => {
    const { status, stderr } = run([command, bad, '-o', at('bad.out'), ...options]);
    assert.equal(status, 0, stderr);
    assert.match(stderr, summary);
    assert.equal(run([command, clean, '-o', at('good.out'), ...options]).status, 0);
    assert.ok(readFileSync(at('bad.out')).equals(readFileSync(at('good.out'))));
  });

  test(`${name} ends at the first bad record by --on-error stop, and after --max-errors`, () => {
    const stop = run([command, bad, '-o', at('stop.out'), ...options, '--on-error', 'stop']);
    assert.deepEqual(
      [stop.status, /telltale: .*bad\.jsonl:1001 is not JSON/.test(stop.stderr)],
      [2, true],
      stop.stderr,
    );
    const most = run([command, bad, '-o', at('stop.out'), ...options, '--max-errors', '1']);
    assert.equal(most.status, 2);
    assert.match(most.stderr, /2 of the first .* records failed, more than the 1 of --max-errors/);
    assert.ok(!existsSync(at('stop.out')));
    assert.equal(run([command, bad, '-o', at('most.out'), ...options, '--max-errors', '2']).status, 0);
  });
}

test('train-shard leaves bad records out too', () => {
  assert.equal(run(['count', bad, '-o', at('a.counts'), ...small]).status, 0);
  assert.equal(run(['merge', at('a.counts'), '-o', at('start.safetensors'), '--dim', '4']).status, 0);
  const shard = (corpus: string, ...options: string[]) =>
    run([
      'train-shard',
      corpus,
      '--model',
      at('start.safetensors'),
      '-o',
      at('shard.out'),
      '--threads',
      '1',
      ...options,
    ]);
  const { status, stderr } = shard(bad, '--progress', 'none');
  assert.equal(status, 0, stderr);
  assert.match(stderr, summary);
  assert.equal(shard(bad, '--on-error', 'stop').status, 2);
});

test('text that is already cut is checked line by line like any other', () => {
  const lines = Buffer.concat([Buffer.from('太阳 恒星\n'), Uint8Array.of(0xcc, 0xff, 10), Buffer.from('行星 轨道\n')]);
  const options = [...small, '--normalization', 'none'];
  const { status, stderr } = run(['count', file('cut.txt', lines), '-o', at('cut.counts'), ...options]);
  assert.equal(status, 0, stderr);
  assert.match(stderr, /1 of 3 records failed:\n.*cut\.txt:2 is not UTF-8/);
  assert.deepEqual(JSON.parse(readFileSync(at('cut.counts'), 'utf8').split('\n')[0]).documents, 2);
});

test('marks before lines of text that is already cut are no part of its words', () => {
  const counts = (name: string, text: string) => {
    assert.equal(
      run(['count', file(name, text), '-o', at(`${name}.counts`), ...small, '--normalization', 'none']).status,
      0,
    );
    return readFileSync(at(`${name}.counts`), 'utf8');
  };
  const marked = counts('marked.txt', '\ufeff太阳 恒星\n\ufeff太阳 行星\n');
  assert.equal(marked, counts('bare.txt', '太阳 恒星\n太阳 行星\n'));
});

test('a corpus without one good record writes nothing', () => {
  const none = file('none.jsonl', '{"text":1}\n2\n');
  const { status, stderr } = run(['count', none, '-o', at('none.counts'), ...small]);
  assert.equal(status, 2);
  assert.match(stderr, /telltale: 2 of 2 records failed:\n/);
  assert.ok(!existsSync(at('none.counts')));
});

test('evaluate leaves bad records out and says so, and reads every form of records', () => {
  const gold = '{"id":"a","text":"太阳是一颗恒星","keywords":["恒星"]}';
  const bare = ['evaluate', '--method', 'tf-idf', '--format', 'csv'];
  const whole = run([...bare, file('gold.jsonl', `${gold}\n`)]);
  const mixed = run([...bare, file('gold.ndjson', `${gold}\n{"id":"b","text":null}\n{"text":"x","keywords":3}\n`)]);
  assert.deepEqual([mixed.status, mixed.stdout], [0, whole.stdout], mixed.stderr);
  assert.match(
    mixed.stderr,
    /2 of 3 records failed:\n.*:2 has null.*\n.*:3 has no list of texts in the field "keywords"/,
  );
  assert.equal(run([...bare, file('gold.json', `[${gold}]`)]).stdout, whole.stdout);
  assert.equal(run([...bare, at('gold.ndjson'), '--on-error', 'stop']).status, 2);
  const missing = run([...bare, at('missing.jsonl')]);
  assert.deepEqual([missing.status, /There is no file/.test(missing.stderr)], [2, true]);
});

test('warnings are printed with --progress none', () => {
  const english = file('english.txt', 'the sun is a star and the planets move around it\n'.repeat(200));
  const { status, stderr } = run([
    'train',
    english,
    '-o',
    at('english.out'),
    '--dim',
    '4',
    '--epochs',
    '1',
    '--progress',
    'none',
  ]);
  assert.equal(status, 0, stderr);
  assert.match(stderr, /^Warning: .*--tokenizer/);
});

test('a corpus that trained nothing leaves nothing behind that the next training would stumble over', () => {
  const tiny = file('tiny.json', '[{"text":"太阳 恒星"},{"text":"行星 太阳"}]');
  const options = [...trained, '--min-count', '1', '--subsample', '1e-9'];
  const { status, stderr } = run(['train', tiny, '-o', at('tiny.out'), ...options]);
  assert.equal(status, 2);
  assert.match(stderr, /trained nothing: .*--subsample 1e-9 left .*--subsample 0\./);
  assert.ok(!existsSync(at('tiny.out.checkpoint')));
});
