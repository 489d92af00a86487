import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { KeywordError } from '../../dist/errors.js';
import { readParquetFiles } from '../../dist/node/read-parquet.js';
import { damage, randomOf } from '../formats/damage.js';
import { fixture } from '../formats/fixtures.js';
import { temporaryDirectory } from '../support.js';

const [part] = readdirSync(fixture('spark/word2vec/data'));
const whole = readFileSync(fixture(`spark/word2vec/data/${part}`));
const directory = temporaryDirectory();

/** Each is read by a process of its own, so there are fewer than of others: `TELLTALE_FUZZ=100000` runs 10,000. */
const rounds = Math.ceil(Number(process.env.TELLTALE_FUZZ ?? 600) / 10);
const seed = Number(process.env.TELLTALE_FUZZ_SEED ?? 1);

test(`Parquet of Spark: ${rounds} damaged files, none ends this process or takes long`, async () => {
  const random = randomOf(seed);
  const outcomes = new Map<string, number>();
  let round = 0;
  async function readSome(file: string): Promise<void> {
    while (round++ < rounds) {
      writeFileSync(file, damage(whole, random));
      const outcome = await readParquetFiles([file]).then(
        ({ words, vectors }) => {
          assert.deepEqual([words.length, vectors.rows * vectors.columns], [vectors.rows, vectors.data.length]);
          assert.ok(vectors.data.every((component) => Number.isFinite(component)));
          return 'vectors';
        },
        (error) => {
          if (!(error instanceof KeywordError)) throw new Error(`seed ${seed}: ${error.stack}`);
          return error.code;
        },
      );
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  }
  await Promise.all([readSome(join(directory, 'a.parquet')), readSome(join(directory, 'b.parquet'))]);
  assert.ok((outcomes.get('INVALID_MODEL') ?? 0) > rounds / 4, JSON.stringify([...outcomes]));
  if (process.env.TELLTALE_FUZZ) process.stderr.write(`Parquet: ${JSON.stringify([...outcomes])}\n`);
});

test('a run length that is a bomb is refused', async () => {
  // These three bytes make a page claim so many values that the array of them ends the process that reads it.
  const bytes = Buffer.from(whole);
  bytes[150] = 255;
  bytes[151] = 255;
  bytes[153] = 0;
  const file = join(directory, 'bomb.parquet');
  writeFileSync(file, bytes);
  await assert.rejects(readParquetFiles([file]), {
    code: 'INVALID_MODEL',
    message: /claim more than the file can hold/,
  });
});
