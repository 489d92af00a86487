import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { KeywordError } from '../../packages/core/dist/errors.js';
import { readParquetFiles } from '../../packages/core/dist/node/files/read-parquet.js';
import { readRecords } from '../../packages/core/dist/node/files/read-records.js';
import type { FileRecord } from '../../packages/core/dist/records/records.js';
import { fixture } from '../formats/fixtures.js';
import { collect, temporaryDirectory, until } from '../support.js';
import { damagedIn } from './parquet-rounds.js';

const [part] = readdirSync(fixture('spark/word2vec/data'));
const path = fixture(`spark/word2vec/data/${part}`);
const whole = readFileSync(path);
const directory = temporaryDirectory();

const rounds = Number(process.env.TELLTALE_FUZZ ?? 600);
const seed = Number(process.env.TELLTALE_FUZZ_SEED ?? 1);

/** Goes on with the rounds in a process of its own until all are done or it dies. @returns the first round not done */
async function readSome(from: number, outcomes: Map<string, number>): Promise<number> {
  const program = fileURLToPath(new URL('./parquet-rounds.js', import.meta.url));
  const child = fork(program, [path, from, rounds, seed].map(String), {
    execArgv: ['--max-old-space-size=256'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let next = from;
  let timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
  child.on('message', ({ round, outcome }: { round: number; outcome: string }) => {
    clearTimeout(timer);
    timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
    next = round + 1;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  });
  await once(child, 'exit');
  clearTimeout(timer);
  return next;
}

test(`Parquet of Spark: ${rounds} damaged files; what ends or holds up a process that reads it is refused`, async () => {
  const outcomes = new Map<string, number>();
  for (let round = await readSome(0, outcomes); round < rounds; round = await readSome(round + 1, outcomes)) {
    const file = join(directory, 'damaged.parquet');
    writeFileSync(file, damagedIn(round, seed, whole));
    await assert.rejects(readParquetFiles([file]), { code: 'INVALID_MODEL' }, `round ${round}, seed ${seed}`);
    outcomes.set('ended', (outcomes.get('ended') ?? 0) + 1);
  }
  const known = ['vectors', 'INVALID_MODEL', 'UNSUPPORTED_MODEL', 'ended'];
  assert.deepEqual(
    [...outcomes.keys()].filter((outcome) => !known.includes(outcome)),
    [],
  );
  assert.equal(
    [...outcomes.values()].reduce((sum, count) => sum + count),
    rounds,
  );
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

/** The records of a file, or the code of what is wrong with it. */
async function recordsOf(file: string): Promise<FileRecord[] | string> {
  try {
    return await collect(readRecords(file));
  } catch (error) {
    if (!(error instanceof KeywordError)) throw error;
    return error.code;
  }
}

test('a run length that is a bomb ends a file of records, not the process that reads it', async () => {
  const bytes = Buffer.from(whole);
  bytes[150] = 255;
  bytes[151] = 255;
  bytes[153] = 0;
  const file = join(directory, 'bomb-of-records.parquet');
  writeFileSync(file, bytes);
  await assert.rejects(collect(readRecords(file)), {
    code: 'FILE_UNREADABLE',
    message: /claim more than the file can hold/,
  });
});

test('a file that says it has more or fewer rows than there are is refused, not read in part', async () => {
  // The 10 rows of the whole file, as its footer has them, before the row groups.
  const at = whole.indexOf(Buffer.from([0x16, 2 * 10, 0x19, 0x1c])) + 1;
  assert.ok(at > 0);
  const file = join(directory, 'row-count.parquet');
  for (const rows of [0, 9, 11]) {
    const bytes = Buffer.from(whole);
    bytes[at] = 2 * rows;
    writeFileSync(file, bytes);
    await assert.rejects(collect(readRecords(file)), {
      code: 'FILE_UNREADABLE',
      message: new RegExp(`it says that it has ${rows} rows, and has 10`),
    });
  }
});

test('damaged files of records are read or refused, each in a process of its own', async () => {
  const outcomes = new Map<string, number>();
  for (let round = 0; round < (process.env.TELLTALE_FUZZ ? rounds : 10); round++) {
    const file = join(directory, 'damaged-records.parquet');
    writeFileSync(file, damagedIn(round, seed, whole));
    const records = await recordsOf(file);
    const outcome = typeof records === 'string' ? records : 'records';
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  assert.deepEqual(
    [...outcomes.keys()].filter((outcome) => outcome !== 'records' && outcome !== 'FILE_UNREADABLE'),
    [],
  );
});

test('who reads on no more leaves no process behind', async () => {
  for await (const { fields } of readRecords(path)) {
    assert.equal(typeof fields.word, 'string');
    break;
  }
  const handles = () => process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length;
  await until('its process has ended', () => handles() === 0);
});
