import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryDirectory } from '../support.js';
import { fileIn, run } from './command.js';

const directory = temporaryDirectory();
const file = fileIn(directory);
const list = file('list.txt', '太阳\n行星\n');
const tag = (...args: string[]) => run(['tag', '--tags', list, ...args]);

const good = '{"id":"=1+1","text":"太阳是一颗恒星"}';
const bad = ['{"id":7,"text":null}', '3', '["a"]', '{"id":"x"}', '{"text":', '{"id":8,"text":" "}'];
const mixed = file('mixed.jsonl', [good, ...bad, '{"id":"b","text":"行星围绕太阳公转"}'].join('\n'));
const codes = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).error?.code);

test('bad records are answered with their errors and empty ones too, good ones with tags, all in order', () => {
  const { status, stdout, stderr } = tag('--file', mixed, '--format', 'jsonl');
  assert.equal(status, 0, stderr);
  assert.deepEqual(codes(stdout), [undefined, ...bad.map(() => 'INVALID_TEXT'), undefined]);
  assert.match(stderr, /6 of 8 records failed:\n.*mixed\.jsonl:2 has null/);
  assert.match(stderr, /and 1 more/);
});

test('--on-error stop and --max-errors end the run with exit code 2 and no output file', () => {
  for (const options of [
    ['--on-error', 'stop'],
    ['--max-errors', '3'],
  ]) {
    const output = join(directory, 'stopped.csv');
    const { status, stderr } = tag('--file', mixed, '--output', output, ...options);
    assert.equal(status, 2, stderr);
    assert.match(stderr, /mixed\.jsonl:2/);
    assert.ok(!existsSync(output));
  }
});

test('a single empty text is an error', () => {
  const { status, stderr } = tag(' ');
  assert.equal(status, 2);
  assert.match(stderr, /The text is empty/);
});

test('ids and labels that spreadsheets would compute are written as text, unless --raw-csv', () => {
  const signs = file('signs.txt', '-太阳\n');
  const csv = (...args: string[]) => run(['tag', '--tags', signs, '--format', 'csv', ...args, '--file', mixed]).stdout;
  const text = file('signs.jsonl', '{"id":"=1+1","text":"x -太阳"}\n');
  assert.match(csv('--file', text), /^'=1\+1,1,'-太阳,'-太阳,/m);
  assert.match(csv('--raw-csv', '--file', text), /^=1\+1,1,-太阳,-太阳,/m);
});

test('records of every form and packing are read', () => {
  const rows = 'id;text\na;太阳是一颗恒星\nb\nc;行星\n';
  const { status, stdout } = tag('--file', file('rows.csv', rows), '--format', 'jsonl');
  assert.equal(status, 0);
  assert.deepEqual(codes(stdout), [undefined, 'INVALID_TEXT', undefined]);
  const array = tag('--file', file('array.json', `[${good},null]`), '--format', 'jsonl');
  assert.deepEqual(codes(array.stdout), [undefined, 'INVALID_TEXT']);
  const long = tag('--file', mixed, '--max-text', '3', '--format', 'jsonl');
  assert.deepEqual([long.status, codes(long.stdout)[0]], [2, 'INVALID_TEXT']);
});
