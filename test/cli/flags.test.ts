import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { run } from './command.js';

test('an option of one value that is given twice is an error that names both values', () => {
  for (const [flag, ...values] of [
    ['--encoder', 'en', 'zh'],
    ['--top-n', '3', '4'],
    ['--weights', 'news', 'post'],
  ]) {
    const { status, stderr, stdout } = run(['extract', 'A text.', ...values.flatMap((value) => [flag, value])]);
    assert.equal(status, 2, flag);
    assert.equal(stdout, '');
    assert.match(stderr, new RegExp(`${flag} is given twice, with "?${values[0]}"? and "${values[1]}"`));
  }
  const tag = run(['tag', 'A text.', '--tags', 'one.txt', '--tags', 'two.txt']);
  assert.match(tag.stderr, /--tags is given twice/);
});

test('an option of several values may be given again, and has all of them', () => {
  const words = ['--stop-word-list', 'sailor', '--stop-word-list', 'harbour'];
  const { status, stdout, stderr } = run([
    'extract',
    'The sailor saw the harbour at night.',
    ...words,
    '--format',
    'csv',
  ]);
  assert.equal(status, 0, stderr);
  assert.doesNotMatch(stdout, /sailor|harbour/);
  const files = run(['extract', '--file', 'none-1.txt', '--file', 'none-2.txt']);
  assert.match(files.stderr, /none-1\.txt/);
});

test('a device without an end, and a directory, are no files of an option', {
  skip: !existsSync('/dev/zero') && 'no /dev/zero here',
}, () => {
  for (const flags of [
    ['--weights', '/dev/zero'],
    ['--candidates', '@/dev/zero'],
  ]) {
    const { status, stderr } = run(['extract', 'A text.', ...flags]);
    assert.equal(status, 2, stderr);
    assert.match(stderr, /Cannot read \/dev\/zero: it has more than 512 MiB\./);
  }
  assert.match(run(['extract', '太阳', '--dictionary', '/']).stderr, /Cannot read \/: it is a directory\./);
});
