import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readCorpus } from '../../packages/core/dist/node/files/corpus-files.js';
import { holdsMarks, rawLinesOf, readBlocks } from '../../packages/core/dist/node/files/lines.js';
import { decodeText } from '../../packages/core/dist/records/decode-text.js';
import { collect, temporaryDirectory } from '../support.js';

const directory = temporaryDirectory();
const write = (name: string, contents: string | Uint8Array) => {
  const path = join(directory, name);
  writeFileSync(path, contents);
  return path;
};
test('a byte-order mark is seen at the beginning of any line of a block', () => {
  for (const [block, expected] of [
    ['\ufeffaaaa bbbb\n', true],
    ['aaaa bbbb\n\ufeffcccc\n', true],
    ['aaaa \ufeffbbbb\n', false],
    ['aaaa\n', false],
  ] as const) {
    assert.equal(holdsMarks(Buffer.from(block)), expected, JSON.stringify(block));
  }
});

const documents = (paths: string[], field?: string) => collect(readCorpus(paths, field));
const rejects = (paths: string[], code: string, message: RegExp) =>
  assert.rejects(documents(paths), (error: Error & { code: string }) => {
    assert.equal(error.code, code);
    assert.match(error.message, message);
    return true;
  });

test('lines come out whole wherever the stream is cut', async () => {
  // Marks before lines are left out, as joined files have them.
  const bytes = Buffer.from('\ufeff\ufeff第一行\r\n\ufeff\r\n\ufeffsecond\ufeff 𠮷\n\nlast');
  for (let size = 1; size <= bytes.length; size++) {
    const stream = (async function* () {
      for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
    })();
    const lines: string[] = [];
    for await (const block of readBlocks(stream, 'x', 100, assert.fail)) {
      for (const { bytes } of rawLinesOf(block)) lines.push(decodeText(bytes, 'x'));
    }
    assert.deepEqual(lines, ['第一行', '', 'second\ufeff 𠮷', '', 'last']);
  }
});

test('txt, jsonl, gz and directories', async () => {
  mkdirSync(join(directory, 'corpus', 'deep'), { recursive: true });
  write('corpus/b.txt', 'b1\n\n  \nb2\n');
  write('corpus/a.jsonl', '{"text":"a1\\na1"}\n{"text":"a2"}\n');
  write('corpus/deep/c.txt.gz', gzipSync('c1\nc2'));
  write('corpus/ignored.bin', 'nothing');
  assert.deepEqual(await documents([join(directory, 'corpus')]), ['a1\na1', 'a2', 'b1', 'b2', 'c1', 'c2']);
  assert.deepEqual(await documents([write('d.jsonl.gz', gzipSync('{"body":"d1"}'))], 'body'), ['d1']);
});

test('a corpus may be UTF-16 by its mark, of a named encoding, CSV, a JSON array, NDJSON and .JSONL', async () => {
  const utf16 = write('utf16.txt', Buffer.from('\ufeff太阳\n行星', 'utf16le'));
  assert.deepEqual(await documents([utf16]), ['太阳', '行星']);
  const gbk = write('gb.csv', Buffer.concat([Buffer.from('id,text\n1,'), Uint8Array.of(0xcc, 0xab, 0xd1, 0xf4)]));
  assert.deepEqual(await collect(readCorpus([gbk], undefined, { encoding: 'gb18030' })), ['太阳']);
  const array = write('array.json', '[{"text":"a"},\n {"text":"b"}]');
  const lines = write('lines.JSONL', '{"text":"c"}\n');
  const nd = write('nd.ndjson', '{"text":"d"}\n');
  assert.deepEqual(await documents([array, lines, nd]), ['a', 'b', 'c', 'd']);
});

test('a field that no file of a corpus has is an error', async () => {
  await assert.rejects(documents([write('plain.txt', 'a b\n')], 'body'), { code: 'INVALID_OPTION' });
});

test('bad input says what was given and what to do', async () => {
  await rejects([join(directory, 'missing.txt')], 'FILE_NOT_FOUND', /missing\.txt/);
  await rejects([write('nul.txt', 'a\0b')], 'INVALID_TEXT', /NUL.*binary/);
  await rejects(
    [write('gbk.txt', Uint8Array.of(0xcc, 0xab, 0xd1, 0xf4, 10))],
    'INVALID_TEXT',
    /gbk\.txt:1 is not UTF-8.*iconv/,
  );
  await rejects([write('bad.jsonl', '{"text":"ok"}\n{oops\n')], 'INVALID_TEXT', /bad\.jsonl:2 is not JSON/);
  await rejects(
    [write('field.jsonl', '{"body":"x"}\n')],
    'INVALID_TEXT',
    /field\.jsonl:1 has no field "text"; its fields are: body.*with `field`/,
  );
  await rejects([write('broken.txt.gz', 'not gzip')], 'FILE_UNREADABLE', /broken\.txt\.gz/);
  mkdirSync(join(directory, 'empty'));
  await rejects([join(directory, 'empty')], 'INVALID_CORPUS', /no readable file.*\.txt/);
});

const bad = '{"text":"a1"}\n{"text":null}\n{oops\n{"body":"x"}\n{"text":"a2"}\n';

test('bad records are left out with onError skip, whatever the form of the file, and counted', async () => {
  const files = [
    write('skip.jsonl', bad),
    write('skip.json', '[{"text":"b1"},{"text":5},{"text":"b2"}]'),
    write('skip.csv', 'id,text\n1,c1\n2\n3,c2\n'),
    write('skip.txt', Buffer.concat([Buffer.from('d1\n'), Uint8Array.of(0xff, 10), Buffer.from('d2\n')])),
  ];
  const corpus = readCorpus(files, undefined, { onError: 'skip' });
  assert.deepEqual(await collect(corpus), ['a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'd1', 'd2']);
  assert.match(corpus.errors.summary()!, /^6 of 14 records failed:\n.*skip\.jsonl:2 has null/);
  assert.equal(corpus.errors.hasFailed, false);
});

test('a line too long for any text is left out without being kept, those around it stay', async () => {
  const long = `${'x'.repeat(3_000_000)}\n`;
  const path = write('long.txt', `a\n${long}b\n${'c'.repeat(50)}\n${long}${long}d\n`);
  const corpus = readCorpus([path], undefined, { onError: 'skip', maxText: 40 });
  assert.deepEqual(await collect(corpus), ['a', 'b', 'd']);
  const summary = corpus.errors.summary()!;
  for (const line of [2, 4, 5, 6]) assert.match(summary, new RegExp(`long\\.txt:${line} has`));
});

test('a file that breaks off keeps what was read before, and the run is known to have failed', async () => {
  const packed = gzipSync(Array.from({ length: 20_000 }, (_, i) => `line ${(i * 7919) % 10007}`).join('\n'));
  const files = [write('cut.txt.gz', packed.subarray(0, packed.length / 2)), write('after.txt', 'after')];
  const corpus = readCorpus(files, undefined, { onError: 'skip' });
  const documents = await collect(corpus);
  assert.ok(documents.length > 1000, `${documents.length}`);
  assert.equal(documents.at(-1), 'after');
  assert.ok(corpus.errors.hasFailed);
});

test('a corpus without one good record is an error that names the first', async () => {
  const corpus = readCorpus([write('none.jsonl', '1\n2\n')], undefined, { onError: 'skip' });
  await assert.rejects(collect(corpus), /2 of 2 records failed:\n.*none\.jsonl:1 is not a JSON object/);
});
