import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCheckpointInterval } from '../../packages/core/dist/train/checkpoint-interval.js';

test('checkpoints are asked for by time, by epochs, by both, or not at all', () => {
  const never = Number.POSITIVE_INFINITY;
  for (const [text, seconds, epochs] of [
    ['90s', 90, never],
    ['10m', 600, never],
    ['2h', 7200, never],
    ['1epoch', never, 1],
    ['5epochs', never, 5],
    ['1epoch,15m', 900, 1],
    ['15m, 2 epochs', 900, 2],
    ['never', never, never],
  ] as const) {
    assert.deepEqual(parseCheckpointInterval(text), { seconds, epochs }, text);
  }
});

test('an interval that cannot be read is refused with what may be said', () => {
  for (const text of ['', '10', 'm', '0m', '-1m', '1.5h', '10 minutes', 'never,1epoch', '1epoch;10m']) {
    assert.throws(() => parseCheckpointInterval(text), {
      code: 'INVALID_OPTION',
      message: /^checkpointEvery must be a time \(90s, 10m, 2h\)/,
    });
  }
});
