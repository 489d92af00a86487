import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { parquetWriteFile } from 'hyparquet-writer';
import { readRecords } from '../../dist/node/read-records.js';
import { temporaryDirectory } from '../support.js';

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
