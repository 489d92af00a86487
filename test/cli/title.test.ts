import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { parquetWriteFile } from 'hyparquet-writer';
import { temporaryDirectory } from '../support.js';
import { fileIn, run } from './command.js';

const directory = temporaryDirectory();
const file = fileIn(directory);
const title = '大堡礁的珊瑚白化';
const text = '今年夏天海水温度比往年高，潜水员看到许多动物变成了白色。研究人员认为，渔业和旅游业也会受到影响。';

interface Found {
  text: string;
  count: number;
  offsets: number[][];
}
const hasReef = (keywords: Found[]) =>
  keywords.some(({ text, count, offsets }) => text.includes('大堡礁') && count === 1 && offsets.length === 0);
const extract = (...args: string[]) => run(['extract', '--format', 'jsonl', ...args]);
const keywordsOf = (stdout: string): Found[][] =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).keywords);

test('--title is the title of one text, and no other', () => {
  const { status, stdout, stderr } = extract(text, '--title', title);
  assert.equal(status, 0, stderr);
  assert.ok(hasReef(keywordsOf(stdout)[0]), stdout);
  for (const args of [
    [text, text],
    ['--lines', '--file', file('lines.txt', text)],
    ['--io', 'jsonl'],
  ]) {
    const { status, stderr } = extract(...args, '--title', title);
    assert.equal(status, 2);
    assert.match(stderr, /--title is the title of one text.*--title-field/);
  }
});

test('--title-field names what holds the titles of records, whatever their form', async () => {
  const rows = [
    { head: title, text },
    { head: '', text },
  ] as const;
  const parquet = join(directory, 'texts.parquet');
  await parquetWriteFile({
    filename: parquet,
    columnData: [
      { name: 'head', data: [title, null], type: 'STRING', nullable: true },
      { name: 'text', data: [text, text], type: 'STRING' },
    ],
  });
  for (const path of [
    file('texts.jsonl', `${JSON.stringify(rows[0])}\n${JSON.stringify({ text })}\n`),
    file('texts.json', JSON.stringify([rows[0], { head: null, text }])),
    file('texts.csv', `head,text\n${rows.map(({ head, text }) => `${head},${text}\n`).join('')}`),
    file('texts.tsv', `head\ttext\n${rows.map(({ head, text }) => `${head}\t${text}\n`).join('')}`),
    parquet,
  ]) {
    const { status, stdout, stderr } = extract('--file', path, '--title-field', 'head');
    assert.equal(status, 0, stderr);
    assert.deepEqual(keywordsOf(stdout).map(hasReef), [true, false], path);
  }
});

test('a title that is not a text, and a column that is not there, are errors of their records', () => {
  const numbers = extract('--file', file('numbers.jsonl', `{"head":5,"text":"${text}"}`), '--title-field', 'head');
  assert.equal(numbers.status, 2);
  assert.match(numbers.stderr, /a number in the field "head"; expected a text/);
  const misspelt = extract('--file', file('misspelt.csv', `head,text\na,${text}\n`), '--title-field', 'haed');
  assert.equal(misspelt.status, 2);
  assert.match(misspelt.stderr, /no field "haed"; its fields are: head, text. Name the right one with --title-field/);
  const plain = extract('--file', file('plain.txt', text), '--title-field', 'head');
  assert.match(plain.stderr, /--title-field head names a field of records, but .*plain.txt is read as text/);
  const long = extract(
    '--file',
    file('long.jsonl', `{"head":"${title}","text":"${text}"}`),
    '--title-field',
    'head',
    '--max-text',
    `${text.length + 1}`,
  );
  assert.match(long.stderr, new RegExp(`has ${title.length + text.length} characters`));
});

test('a filter reads titles by their field or column, and passes them through', () => {
  const records = `{"head":"${title}","text":"${text}"}\n{"text":"${text}"}\n{"head":5,"text":"${text}"}\n`;
  for (const threads of ['1', '2']) {
    const { stdout } = run(['extract', '--io', 'jsonl', '--title-field', 'head', '--threads', threads], records);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual([hasReef(lines[0].keywords), hasReef(lines[1].keywords)], [true, false]);
    assert.equal(lines[0].head, title);
    assert.match(lines[2].error.message, /^Line 3 has a number in the field "head"/);
  }
  const columns = `${title}\t${text}\n\\N\t${text}\n`;
  const { stdout } = run(['extract', '--io', 'tsv', '--title-field', '1'], columns);
  const fields = stdout
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  assert.deepEqual(
    fields.map(([head]) => head),
    [title, '\\N'],
  );
  assert.deepEqual(
    fields.map(([, keywords]) => hasReef(JSON.parse(keywords))),
    [true, false],
  );
  assert.match(run(['extract', '--io', 'tsv', '--title-field', '9'], columns).stdout, /names column 9/);
  assert.match(
    run(['extract', '--io', 'tsv', '--title-field', 'head'], columns).stderr,
    /--title-field\) is the number/,
  );
});

test('explain takes a title, given or by its field', () => {
  const given = run(['explain', text, '--title', title, '--format', 'json']);
  assert.ok(hasReef(JSON.parse(given.stdout).keywords), given.stdout + given.stderr);
  const path = file('one.jsonl', `{"head":"${title}","text":"${text}"}`);
  const read = run(['explain', '--file', path, '--title-field', 'head', '--format', 'json']);
  assert.deepEqual(JSON.parse(read.stdout).keywords, JSON.parse(given.stdout).keywords);
});
