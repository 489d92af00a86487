import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { parquetWriteFile } from 'hyparquet-writer';
import { fieldsOfRow, RowSplitter } from '../../packages/core/dist/formats/bytes/table-rows.js';
import { readRecordResults, readRecords } from '../../packages/core/dist/node/files/read-records.js';
import { JsonSplitter } from '../../packages/core/dist/records/json-values.js';
import { rawFields } from '../../packages/core/dist/records/raw-fields.js';
import { collect, temporaryDirectory } from '../support.js';

const directory = temporaryDirectory();

/** Writes a Parquet file of these row groups. */
function writeParquet(name: string, rows: number, rowGroupSize: number[], text: (i: number) => string): string {
  const filename = join(directory, name);
  const numbers = Array.from({ length: rows }, (_, i) => i);
  const columnData = [
    { name: 'id', data: numbers, type: 'INT32' as const },
    { name: 'text', data: numbers.map(text), type: 'STRING' as const },
  ];
  parquetWriteFile({ filename, columnData, rowGroupSize });
  return filename;
}

async function assertRows(path: string, rows: number, text: (i: number) => string): Promise<void> {
  let read = 0;
  for await (const { fields, number } of readRecords(path)) {
    if (fields.id !== read || fields.text !== text(read) || number !== read + 1) {
      assert.deepEqual({ fields, number }, { fields: { id: read, text: text(read) }, number: read + 1 });
    }
    read++;
  }
  assert.equal(read, rows);
}

test('the rows of a Parquet file come in order, from small row groups and from one of more rows than are read at once', async () => {
  const text = (i: number) => `文${i % 1000}`;
  await assertRows(writeParquet('many.parquet', 120_021, [7, 120_000, 14], text), 120_021, text);
});

test('rows of long texts are read a part at a time', async () => {
  const long = '长'.repeat(100_000);
  const text = (i: number) => `${long}${i}`;
  await assertRows(writeParquet('long.parquet', 300, [300], text), 300, text);
});

const write = (name: string, contents: string | Uint8Array) => {
  const path = join(directory, name);
  writeFileSync(path, contents);
  return path;
};

/** Texts, or the messages of errors, by their numbers. */
async function results(path: string, options = {}): Promise<[number, unknown][]> {
  const found: [number, unknown][] = [];
  for await (const record of readRecordResults(path, options)) {
    found.push([record.number, 'error' in record ? record.error.message.slice(path.length) : record.fields.text]);
  }
  return found;
}

test('records of a file that is not there reject, whatever its ending, and the process goes on', async () => {
  for (const ending of ['csv', 'tsv', 'jsonl', 'json', 'parquet', 'csv.gz', 'jsonl.zst']) {
    await assert.rejects(
      async () => {
        for await (const _ of readRecords(join(directory, `none.${ending}`)));
      },
      { code: 'FILE_NOT_FOUND' },
      ending,
    );
  }
  await assert.rejects(
    async () => {
      for await (const _ of readRecords(write('cut.csv.gz', Uint8Array.of(0x1f, 0x8b, 8, 0))));
    },
    { code: 'FILE_UNREADABLE' },
  );
});

test('a row with too few columns, an open quote and bytes that are not UTF-8 cost only their row', async () => {
  const bytes = Buffer.concat([
    Buffer.from('id,text\r\n1,"a, ""b""\nc"\r\n2\r\n3,'),
    Uint8Array.of(0xcc, 0xab, 0xd1, 0xf4),
    Buffer.from('\r\n4,"d"e\r\n5,f 5" g,\r\n\r\n6,"open\r\n7,h\r\n8,i'),
  ]);
  const found = await results(write('rows.csv', bytes));
  assert.deepEqual(
    found.map(([number]) => number),
    [2, 4, 5, 6, 7, 9, 10, 11],
  );
  assert.equal(found[0][1], 'a, "b"\nc');
  assert.match(String(found[1][1]), /1 of the 2 columns/);
  assert.match(String(found[2][1]), /not UTF-8/);
  assert.match(String(found[3][1]), /"e" after the quote/);
  assert.equal(found[4][1], 'f 5" g');
  assert.match(String(found[5][1]), /never closed/);
  assert.deepEqual(found.slice(6), [
    [10, 'h'],
    [11, 'i'],
  ]);
});

test('tables come out whole wherever the stream is cut, with LF, CRLF and CR', async () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const bytes = Buffer.from(['text;id', '"太;""阳"""; 1', '行星;2', ''].join(end));
    for (let size = 1; size <= bytes.length; size++) {
      const splitter = new RowSplitter(59, true, 1000);
      const rows = [];
      for (let at = 0; at < bytes.length; at += size) rows.push(...splitter.push(bytes.subarray(at, at + size)));
      rows.push(...splitter.end());
      assert.deepEqual(
        rows.map(({ bytes, line }) => [line, fieldsOfRow(Buffer.from(bytes).toString(), ';', true)]),
        [
          [1, ['text', 'id']],
          [2, ['太;"阳"', ' 1']],
          [3, ['行星', '2']],
        ],
      );
    }
  }
});

test('byte-order marks before rows are left out, as where tables with a mark were joined', async () => {
  const marked = Buffer.from(
    '\ufeff\ufeffid,text\n1,one\n\ufeff"2","two, or\n\ufeffmore"\r\n\ufeff\n\ufeff\ufeff"3",\ufeffthree\n\ufefb"4,four\n\ufeff',
  );
  const rows = ['id,text', '1,one', '"2","two, or\n\ufeffmore"', '', '"3",\ufeffthree', '\ufefb"4,four', ''];
  for (let cut = 0; cut <= marked.length; cut++) {
    const splitter = new RowSplitter(44, true, 1000);
    const found = [
      ...splitter.push(marked.subarray(0, cut)),
      ...splitter.push(marked.subarray(cut)),
      ...splitter.end(),
    ];
    assert.deepEqual(
      found.map(({ bytes, length }) => [Buffer.from(bytes).toString(), length]),
      rows.map((row) => [row, Buffer.byteLength(row)]),
    );
  }
  const path = join(directory, 'joined.csv');
  writeFileSync(path, '\ufeffid,text\n1,one\n\ufeff"2",two\n');
  const records = await collect(readRecords(path));
  assert.deepEqual(
    records.map(({ fields }) => fields),
    [
      { id: '1', text: 'one' },
      { id: '2', text: 'two' },
    ],
  );
});

test('JSON arrays come out whole wherever the stream is cut, bad elements alone', async () => {
  const bytes = Buffer.from(' [{"text":"a]}\\""}, 7 ,null,[1,[2]],"x,y",{"text":{}}\n]\n{"text":"b"}');
  for (let size = 1; size <= bytes.length; size++) {
    const splitter = new JsonSplitter(1000);
    const values = [];
    for (let at = 0; at < bytes.length; at += size) values.push(...splitter.push(bytes.subarray(at, at + size)));
    values.push(...splitter.end());
    assert.deepEqual(
      values.map((value) => JSON.parse(Buffer.from(value.bytes).toString())),
      [{ text: 'a]}"' }, 7, null, [1, [2]], 'x,y', { text: {} }, { text: 'b' }],
    );
  }
});

test('a Parquet file that is empty, or shorter than its end says, is called so', async () => {
  for (const bytes of [Buffer.alloc(0), Buffer.from('PAR1')]) {
    await assert.rejects(results(write('short.parquet', bytes)), {
      code: 'FILE_UNREADABLE',
      message: /short\.parquet: it is empty, cut off or damaged/,
    });
  }
});

test('what stands between the elements of a JSON array is checked, and each fault is one error in its place', async () => {
  const [a, b, c] = ['a', 'b', 'c'].map((text) => `{"text":"${text}"}`);
  const without = (number: number) => `, record ${number + 1}, follows record ${number} without a comma.`;
  const missing = (number: number) => `, record ${number}, is missing: there is a comma where a record should be.`;
  const notObject = (number: number) => `, record ${number}, is not a JSON object.`;
  const cases: Record<string, unknown[]> = {
    [`[${a} ${b},${c}]`]: ['a', without(1), 'c'],
    [`[${a}${b}]`]: ['a', without(1)],
    '[7 8]': [notObject(1), without(1)],
    [`[${a},${b},]`]: ['a', 'b', missing(3)],
    [`[${a},,${b}]`]: ['a', missing(2), 'b'],
    [`[,${a}]`]: [missing(1), 'a'],
    '[7,,8,]': [notObject(1), missing(2), notObject(3), missing(4)],
    [`${a}\n,\n${b}`]: ['a', missing(2), 'b'],
    // Files put together, and values that follow each other.
    [`[${a}][${b}]`]: ['a', 'b'],
    [`[${a}]\n[]\n[${b}]\n`]: ['a', 'b'],
    [`${a}${b}`]: ['a', 'b'],
    '[]': [],
    [`[[${a}],"x",null,${b}]`]: [notObject(1), notObject(2), notObject(3), 'b'],
  };
  for (const [json, expected] of Object.entries(cases)) {
    const found = await results(write('between.json', json), { format: 'json' });
    assert.deepEqual(
      found.map(([, value]) => value),
      expected,
      json,
    );
  }
  const [, text] = await results(write('text.json', `[${a}] that is all`), { format: 'json' });
  assert.match(String(text[1]), /^, record 2, is not JSON: /);
});

test('a record longer than the limit is an error and never kept whole', async () => {
  const long = 'x'.repeat(200_000);
  const path = write('long.jsonl', `{"text":"a"}\n{"text":"${long}"}\n{"text":"b"}\n`);
  const found = await results(path, { maxText: 10 });
  assert.deepEqual(
    [found[0], found[2]],
    [
      [1, 'a'],
      [3, 'b'],
    ],
  );
  assert.match(String(found[1][1]), /has 200011 bytes, too many for a text of 10 characters.*raise `maxText`/);
  const splitter = new JsonSplitter(100);
  const [value] = splitter.push(Buffer.from(`{"text":"${long}"}`));
  assert.deepEqual([value.bytes.length, value.length], [100, long.length + 11]);
});

test('a table with semicolons is read as such, and with the delimiter that is named', async () => {
  assert.deepEqual(await results(write('semi.csv', 'id;text\n1;a,b\n')), [[2, 'a,b']]);
  assert.deepEqual(await results(write('pipe.csv', 'id|text\n1|a,b\n'), { delimiter: '|' }), [[2, 'a,b']]);
});

test('the line sep=; that Excel writes before a table names its delimiter, and is no row', async () => {
  const table = 'id|text\r\n1|a,b;c\r\n';
  for (const first of ['sep=|', '\uFEFFsep=|', '"sep=|"', 'SEP=|', 'sep=|||']) {
    assert.deepEqual(await results(write('sep.csv', `${first}\r\n${table}`)), [[3, 'a,b;c']], first);
    assert.deepEqual(await results(write('sep', `${first}\r\n${table}`)), [[3, 'a,b;c']], `${first}, without a name`);
  }
  assert.deepEqual(await results(write('sep.csv', 'sep=\t\nid\ttext\n1\ta,b\n')), [[3, 'a,b']]);
  assert.deepEqual(await results(write('sep.csv', `sep=;\r\n${table}`), { delimiter: '|' }), [[3, 'a,b;c']]);
  assert.deepEqual(await results(write('later.csv', 'text\nsep=;\n')), [[2, 'sep=;']]);
});

test('long whole numbers keep their digits, as ids and as groups', async () => {
  const path = join(directory, 'long.jsonl');
  const record =
    '{"s": "\\"id\\": 99999999999999999", "id": 12345678901234567890,"small":1234567890123456 , "n": {"id": 12345678901234567891}, "m":-9007199254740993}';
  writeFileSync(path, `${record}\n{"id": 12345678901234567890, "id": 5}\n`);
  const read = [];
  for await (const { fields } of readRecords(path)) read.push(fields);
  assert.deepEqual(read, [
    {
      s: '"id": 99999999999999999',
      id: 12345678901234567890n,
      small: 1234567890123456,
      n: { id: Number('12345678901234567891') },
      m: -9007199254740993n,
    },
    { id: 5 },
  ]);
});

test('numbers too large or too small for a double stay as they are written', async () => {
  const written = ['1e400', '-1e400', '1E-400', '-0.5e-999', `1${'0'.repeat(400)}`, `-1${'0'.repeat(400)}.5`];
  const read = ['1e308', '0e999', '0.0', '-0', '1.50'];
  const path = write('odd-numbers.jsonl', [...written, ...read].map((id) => `{"id":${id},"text":"e100"}\n`).join(''));
  const ids = [];
  for await (const { fields } of readRecords(path)) ids.push(fields.id);
  assert.deepEqual(ids, [...written, ...read.map(Number)]);
});

test('two columns of one name are an error that names both; unnamed ones are not', async () => {
  for (const ending of ['csv', 'tsv']) {
    const sign = ending === 'csv' ? ',' : '\t';
    const table = (...rows: string[][]) => rows.map((row) => `${row.join(sign)}\n`).join('');
    const twice = write(`twice.${ending}`, table(['id', 'text', 'text'], ['1', 'a', 'b']));
    await assert.rejects(results(twice), {
      code: 'INVALID_TEXT',
      message: `${twice}:1 names columns 2 and 3 both "text". Rename one.`,
    });
    assert.deepEqual(await results(write(`unnamed.${ending}`, table(['', 'text', ''], ['1', 'a', 'b']))), [[2, 'a']]);
  }
});

test('a table may have very many columns', async () => {
  const names = Array.from({ length: 300_000 }, (_, i) => `c${i}`).join();
  const { user } = process.cpuUsage();
  assert.deepEqual(await results(write('wide.csv', `text,${names}\na,${','.repeat(299_999)}\n`)), [[2, 'a']]);
  // Comparing each name with all before takes minutes.
  assert.ok(process.cpuUsage().user - user < 20e6);
});

test('fields are cut out of an object as they are written', () => {
  const json = fc.json({ maxDepth: 3 }).filter((text) => text.startsWith('{'));
  fc.assert(
    fc.property(
      fc.oneof(
        json,
        fc.dictionary(fc.string(), fc.jsonValue()).map((value) => JSON.stringify(value, null, 1)),
      ),
      (text) => {
        const raw = Object.fromEntries(Array.from(rawFields(text), ([name, value]) => [name, JSON.parse(value)]));
        assert.deepEqual(raw, JSON.parse(text));
      },
    ),
  );
});

test('brackets that close nothing are records of their own, and not of all before them', () => {
  const values = new JsonSplitter(1000).push(new TextEncoder().encode(`[1${']'.repeat(2000)}`));
  const longest = Math.max(...values.map(({ length }) => length));
  assert.ok(values.length > 1000 && longest <= 1, `${values.length} values, one of ${longest} bytes`);
});
