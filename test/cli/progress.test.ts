import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TrainEvent } from '../../packages/core/dist/train/train-events.js';
import { progressReporter } from '../../packages/telltale/dist/cli/progress.js';

const events: TrainEvent[] = [
  { type: 'corpus', documents: 1200, tokens: 34000, seconds: 1.25, done: false },
  { type: 'corpus', documents: 1, tokens: 34000, seconds: 119.7, done: true },
  { type: 'vocabulary', words: 5000, tokens: 33000, documents: 1200, heldOutDocuments: 12 },
  { type: 'memory', vectors: 2 ** 20, total: 3 * 2 ** 20, disk: 1, kernel: 'wasm', threads: 2 },
  { type: 'pairs', share: 0.5, pairs: 1234567, seconds: 7200, done: false },
  { type: 'warning', message: 'Something odd.' },
  { type: 'resumed', epoch: 2, epochs: 5, tokens: 1000, path: 'm.checkpoint' },
  { type: 'progress', epoch: 2, epochs: 5, share: 0.125, tokensPerSecond: 4e5, secondsLeft: 90, loss: 3.5 },
  {
    type: 'progress',
    epoch: 2,
    epochs: 5,
    share: 0,
    tokensPerSecond: 0,
    secondsLeft: Number.POSITIVE_INFINITY,
    loss: 3,
  },
  { type: 'epoch', epoch: 2, epochs: 5, tokens: 9, pairs: 9, loss: 3.25, heldOutLogProbability: -4.5, seconds: 3 },
  { type: 'epoch', epoch: 3, epochs: 5, tokens: 9, pairs: 9, loss: NaN, heldOutLogProbability: NaN, seconds: 4 },
];

/** What is written of all events. */
function written(mode: string, isTTY: boolean, language: 'en' | 'zh'): string {
  const chunks: string[] = [];
  const stderr = { isTTY, write: (chunk: string) => chunks.push(chunk) };
  const report = progressReporter(mode, { stderr, language } as unknown as Parameters<typeof progressReporter>[1]);
  for (const event of events) report(event);
  return chunks.join('');
}

test('a terminal shows one line that is rewritten, and keeps what is done', () => {
  const lines = written('auto', true, 'en').split('\n');
  // A person sees of each line what was written last.
  const seen = lines.map((line) => line.split('\r\u001b[K').at(-1));
  assert.deepEqual(seen, [
    'Read 1 document, 34,000 tokens in 2 min 0 s.',
    'Vocabulary: 5,000 words, 33,000 tokens of 1,200 documents; 12 documents held out.',
    'Memory: about 3 MiB (vectors 1 MiB), token ids on disk 1 MiB; kernel wasm, 2 threads.',
    'Warning: Something odd.',
    'Going on from m.checkpoint: epoch 2/5, 1,000 tokens of it done.',
    'Epoch 2/5 done after 3.0 s: loss 3.2500, held-out log p -4.5000 nats per pair.',
    'Epoch 3/5 done after 4.0 s.',
    '',
  ]);
  const all = lines.join('\n');
  assert.match(all, /Read 1,200 documents, 34,000 tokens in 1\.3 s …\r/);
  assert.match(all, /Counted the neighbours of 50\.0 % of the words in 2 h 0 min, kept 1,234,567 pairs …\r/);
  assert.match(all, /Epoch 2\/5: 12\.5 %, 400,000 tokens\/s, loss 3\.5000, 1 min 30 s left\r/);
  assert.match(all, /loss 3\.0000, \? left\r/);
});

test('progress is told in Chinese, with the same numbers', () => {
  const numbers = (text: string) => (text.match(/-?\d[\d,.]*\d|\d/g) ?? []).sort();
  const chinese = written('auto', true, 'zh');
  assert.deepEqual(numbers(chinese), numbers(written('auto', true, 'en')));
  for (const line of chinese.split(/[\r\n]+/).slice(1, -1)) assert.match(line, /\p{Script=Han}/u);
});

test('a log has what is done and no line that is rewritten; without progress it has warnings alone', () => {
  const log = written('auto', false, 'en');
  for (const sign of ['\r', '\u001b', '…']) assert.ok(!log.includes(sign));
  assert.match(log, /^Read 1 document.*\n.*Vocabulary/s);
  assert.equal(written('none', true, 'en'), 'Warning: Something odd.\n');
  const json = written('json', true, 'zh').trim().split('\n');
  assert.deepEqual(
    json.map((line) => JSON.parse(line).type),
    events.map(({ type }) => type),
  );
});
