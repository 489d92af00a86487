import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readRecords } from '../../packages/core/dist/node.js';
import { root, temporaryDirectory } from '../support.js';
import { run } from './command.js';

const directory = temporaryDirectory();
const records = [
  { id: 'a', topic: 'sky', body: '太阳是一颗恒星，行星围绕着太阳公转。' },
  { id: 'b', topic: 'sky', body: '太阳有黑子和日冕，太阳的"耀斑"会干扰通信,\n和电网。' },
  { id: 'c', topic: 'law', body: '地震是地壳的振动。地震之后常有余震，地震仪记录地震。' },
];

function file(name: string, contents: string): string {
  const path = join(directory, name);
  writeFileSync(path, contents);
  return path;
}

const extract = (...args: string[]) => extractTexts('--field', 'body', ...args);

function extractTexts(...args: string[]) {
  return run(['extract', '-n', '2', ...args]);
}

const keywordsBySource = (stdout: string): Record<string, string[]> =>
  Object.fromEntries(
    JSON.parse(stdout).map(({ source, keywords }: { source: string; keywords: { text: string }[] }) => [
      source,
      keywords.map(({ text }) => text),
    ]),
  );

const jsonl = file('records.jsonl', `${records.map((record) => JSON.stringify(record)).join('\n')}\n`);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csv = file(
  'records.csv',
  `id,topic,body\r\n${records.map((r) => `${r.id},${r.topic},${quoted(r.body)}\r\n`).join('')}`,
);

test('records of JSON lines and CSV give the same keywords, named by their id', () => {
  const { status, stdout, stderr } = extract('--file', jsonl, '--format', 'json');
  assert.equal(status, 0, stderr);
  const found = keywordsBySource(stdout);
  assert.deepEqual(Object.keys(found), ['a', 'b', 'c']);
  assert.ok(found.a.includes('太阳'), found.a.join());
  assert.match(found.c[0], /^地震/);
  assert.deepEqual(keywordsBySource(extract('--file', csv, '--format', 'json').stdout), found);
});

test('what is written to Parquet, CSV and TSV are the same rows', async () => {
  const rows: Record<string, unknown>[][] = [];
  for (const ending of ['parquet', 'csv', 'tsv']) {
    const path = join(directory, `keywords.${ending}`);
    const { status, stdout, stderr } = extract('--file', jsonl, '--output', path);
    assert.equal(status, 0, stderr);
    assert.equal(stdout, '');
    const read: Record<string, unknown>[] = [];
    for await (const { fields } of readRecords(path)) {
      read.push(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)])));
    }
    rows.push(read);
  }
  assert.equal(rows[0].length, 6);
  assert.deepEqual(rows[0][0].source, 'a');
  assert.deepEqual(rows[1], rows[0]);
  assert.deepEqual(rows[2], rows[0]);
});

test('keywords of groups: by a field, by file, of all', () => {
  const byTopic = ['--field', 'body', '--file', jsonl, '--group-by', 'topic', '--format', 'json'];
  const grouped = JSON.parse(run(['extract', '-n', '5', ...byTopic]).stdout);
  assert.deepEqual(
    grouped.map(({ group, documents }: { group: string; documents: number }) => [group, documents]),
    [
      ['sky', 2],
      ['law', 1],
    ],
  );
  const sun = grouped[0].keywords.find(({ text }: { text: string }) => text === '太阳');
  assert.equal(sun.documents, 2);
  assert.equal(sun.count, 4);
  assert.ok(sun.score > 0 && sun.score <= 1);
  const all = JSON.parse(extract('--file', jsonl, csv, '--group-by', 'all', '--format', 'json').stdout);
  assert.deepEqual([all.length, all[0].documents], [1, 6]);
  const byFile = JSON.parse(extract('--file', jsonl, csv, '--group-by', 'file', '--format', 'json').stdout);
  assert.deepEqual(
    byFile.map(({ group }: { group: string }) => group),
    [jsonl, csv],
  );
});

test('a group that has no name is the error of its record, and a field that no record has is one of the command', () => {
  const authors = ['"a"', '["a"]', '{"name":"a"}', '{"name":"b"}', 'null', '1', '"1"', '"a"'];
  const given = authors.map((author) => `{"by":${author},"text":"太阳是恒星"}\n`).join('');
  const mixed = join(directory, 'mixed.jsonl');
  writeFileSync(mixed, `${given}{"text":"太阳是恒星"}\n`);
  const { stdout, stderr, status } = extractTexts('--file', mixed, '--group-by', 'by', '--format', 'json');
  assert.deepEqual(
    JSON.parse(stdout).map(({ group, documents }: { group: string; documents: number }) => [group, documents]),
    [
      ['a', 2],
      ['', 2],
      ['1', 2],
    ],
  );
  assert.equal(status, 0);
  assert.match(stderr, /3 of 9 records failed:\n.*:2 has an array in the field "by"; .*\n.*:3 has an object .*\n.*:4 /);
  const table = join(directory, 'no-author.csv');
  writeFileSync(table, 'author,text\na,太阳\n');
  const parted = extractTexts('--file', mixed, table, '--group-by', 'by', '--format', 'json').stderr;
  assert.match(parted, /no-author\.csv:2 has no field "by"; its fields are: author, text/);
  for (const [path, name] of [
    [mixed, 'toString'],
    [table, 'autor'],
  ]) {
    const none = extractTexts('--file', path, '--group-by', name, '--format', 'json');
    assert.equal(none.status, 2);
    assert.equal(none.stdout, '');
    const chinese = extractTexts('--file', path, '--group-by', name, '--ui-lang', 'zh').stderr;
    assert.match(chinese, /没有一条记录有字段 ".*"；第一条的字段为：.*。请用 --group-by 指明。/);
    assert.match(none.stderr, /No record has the field ".*"; the fields of the first are: .*text\. .*--group-by\.\n$/);
  }
});

test('a directory is read whole, in the order of names, but not what is not a text', () => {
  const folder = join(directory, 'folder');
  mkdirSync(join(folder, 'deeper'), { recursive: true });
  writeFileSync(join(folder, 'b.txt'), '合同是协议。');
  writeFileSync(join(folder, 'deeper', 'c.md'), '太阳是恒星。');
  writeFileSync(join(folder, 'a.png'), Uint8Array.of(0xff, 0xfe));
  writeFileSync(join(folder, '.hidden.txt'), '行星');
  writeFileSync(join(folder, '.DS_Store'), '');
  for (const unread of ['.git', 'node_modules', join('deeper', 'node_modules')]) {
    mkdirSync(join(folder, unread));
    writeFileSync(join(folder, unread, 'README.md'), '行星');
  }
  const { stdout, stderr, status } = extractTexts('--file', folder, '--format', 'json');
  assert.equal(status, 0, stderr);
  assert.deepEqual(Object.keys(keywordsBySource(stdout)), [join(folder, 'b.txt'), join(folder, 'deeper', 'c.md')]);
  const skipped = ['.git', '.hidden.txt', 'deeper/node_modules', 'node_modules'].map((name) => join(folder, name));
  assert.ok(stderr.includes(`left out what is hidden or in node_modules: ${skipped.join(', ')}\n`), stderr);
  // A folder that is named is read, whatever its name.
  const named = extractTexts('--file', join(folder, 'node_modules'), '--format', 'json');
  assert.match(named.stdout, /README\.md/);
});

test('the id −0 stays as it was given', () => {
  const path = file('zero.jsonl', '{"id":-0,"text":"太阳的黑子"}\n{"id":0,"text":"太阳的黑子"}\n');
  const { stdout } = extractTexts('--format', 'jsonl', '-f', path);
  const ids = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).source);
  assert.deepEqual(ids, ['-0', '0']);
});

test('what is wrong with a single record is said with its place, and no output is left', () => {
  const cases: [string, string, RegExp][] = [
    ['other.jsonl', '{"text":"太阳"}\n', /other\.jsonl:1 has no field "body"; its fields are: text/],
    ['broken.jsonl', '{"body":\n', /broken\.jsonl:1 is not JSON/],
    ['list.jsonl', '["太阳"]\n', /list\.jsonl:1 is not a JSON object/],
    ['broken.parquet', 'PAR1 is not all', /Cannot read the records of .*broken\.parquet/],
    ['quote.csv', 'body\n"太阳\n', /quote\.csv:2 has a quoted field that is never closed/],
  ];
  for (const [name, contents, message] of cases) {
    const output = join(directory, `${name}.out.csv`);
    const { status, stderr } = extract('--file', file(name, contents), '--output', output);
    assert.equal(status, 2, stderr);
    assert.match(stderr, message);
    assert.ok(!existsSync(output), name);
  }
  assert.match(extract('--file', join(directory, 'none.parquet')).stderr, /no file|ENOENT|Cannot read/i);
  assert.match(
    extractTexts('太阳', '--output', 'keywords.doc').stderr,
    /extension must name the format: \.json, \.jsonl, \.csv/,
  );
});

test('absent keywords stand after the others, with a count of 0', () => {
  const output = join(directory, 'absent.csv');
  const article = join(root, 'examples/article.txt');
  assert.equal(extractTexts('--file', article, '--absent', '3', '--output', output).status, 0);
  const counts = readFileSync(output, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(',')[4]);
  assert.deepEqual(counts.slice(-3), ['0', '0', '0']);
  assert.equal(counts.length, 1 + 2 + 3);
});

test('a list may be a file of lines', () => {
  const terms = file('terms.txt', '\ufeff日冕\r\n\n太阳\r\n');
  const found = (...args: string[]) =>
    Object.values(keywordsBySource(extract('--file', jsonl, '--format', 'json', ...args).stdout));
  assert.deepEqual(found('--candidates', `@${terms}`), [['太阳'], ['太阳', '日冕'], []]);
  assert.ok(!found('--stop-word-list', `@${terms}`, '--max-phrase-length', '1').flat().includes('太阳'));
  assert.match(
    extractTexts('太阳', '--candidates', terms).stderr,
    /--candidates is ".*terms\.txt", which would be its only item\..* write --candidates @.*terms\.txt\./,
  );
  assert.match(extractTexts('太阳', '--candidates', '@none.txt').stderr, /There is no file none\.txt/);
  assert.match(extractTexts('太阳', '--candidates', '@').stderr, /After @, give the name of a file/);
});
