import type { Writable } from 'node:stream';
import { counted, KeywordError, type OptionsOf, openInput, type TitledText } from '@telltale/core';
import type {
  explainOptions,
  frontMatterOptions,
  inputOptions,
  outputOptions,
  ResolvedOf,
  writeOptions,
} from '@telltale/core/internal/options.js';
import { type BoundedLine, LineSplitter } from '@telltale/core/internal/records/bounded-lines.js';
import {
  type AddedField,
  type FailedRecord,
  type FilterRecord,
  failed,
  jsonRecords,
  type RecordOutcome,
  type RecordReader,
  tsvRecords,
} from './filter-records.js';
import { errorInFlags } from './in-flags.js';
import { type CommandIo, FAILED } from './io.js';
import { say } from './language.js';

/** Bytes of input gathered for several threads at once, and milliseconds waited for more of it. */
const GATHERED_BYTES = 1 << 20;
const GATHER_WAIT = 5;
/** Options of a record that has none of its own. */
const none = {};

/** What works on the texts of a filter: an outcome for each, in order. */
export interface FilterWorker {
  /** @param own options of these texts, which go before those of the command; unchecked */
  work(texts: readonly TitledText[], own: object): Promise<RecordOutcome[]>;
  close(): Promise<void>;
}

/** Of a filter every line says its own error, and its lines are of one form. @throws KeywordError INVALID_OPTION */
export function checkFilter(
  texts: readonly string[],
  { lines, inputFormat, delimiter, onError, maxErrors, ...input }: OptionsOf<typeof inputOptions>,
  output:
    | OptionsOf<typeof outputOptions & typeof writeOptions & typeof frontMatterOptions>
    | OptionsOf<typeof explainOptions>,
): void {
  const others = [lines, input.groupBy, inputFormat, delimiter, onError, maxErrors, ...Object.values(output)];
  if (texts.length === 0 && others.every((value) => value === undefined)) return;
  throw new KeywordError(
    'INVALID_OPTION',
    '--io answers records one by one, from standard input or with --file alone, to standard output: it takes no texts, --lines, --group-by, --input-format, --delimiter, --on-error, --max-errors, --format, --output, --raw-csv or --write-front-matter.',
  );
}

/**
 * The line filter: for every input line one output line, in order. What has been read is answered before more is
 * waited for, so that a program at the other end may send a batch and wait for its answers. What is wrong with a record
 * is said in its line, and how many failed on standard error at the end; only a fatal error, such as a model that is not there,
 * ends the work.
 *
 * @param added what is added to the records
 * @returns the exit code: as without `--io` the run failed where every record did
 * @throws KeywordError INVALID_OPTION, and as `open`
 */
export async function runFilter(
  io: CommandIo,
  input: Omit<ResolvedOf<typeof inputOptions>, 'groupBy'>,
  added: AddedField,
  open: (threads: number) => Promise<FilterWorker>,
): Promise<number> {
  const reader = recordReader(input, added);
  const threads = input.threads ?? 1;
  const worker = await open(threads);
  let number = 0;
  let failures = 0;
  let firstFailed = 0;
  try {
    for (const file of input.file ?? ['-']) {
      const splitter = new LineSplitter(input.maxLineBytes);
      const answer = async (lines: readonly BoundedLine[]) => {
        const before = number;
        const fail = (record: number) => {
          if (failures++ === 0) firstFailed = before + record;
          return before + record;
        };
        const records = lines.map((line) => limited(reader(line, ++number), number, input.maxText));
        if (records.length) await print(io, await answers(records, worker, fail));
      };
      const chunks = openInput(file, { encoding: input.encoding, stdin: io.stdin });
      for await (const chunk of threads === 1 ? chunks : gathered(chunks)) await answer([...splitter.push(chunk)]);
      await answer(splitter.end());
    }
  } finally {
    await worker.close();
    // Each line says its own error; whoever looks at none of them learns of it here.
    if (failures > 0) {
      say(
        io,
        `${failures} of ${counted(number, 'line')} failed, line ${firstFailed} first.`,
        `${number} 行中有 ${failures} 行出错，最先是第 ${firstFailed} 行。`,
      );
    }
  }
  return failures > 0 && failures === number ? FAILED : 0;
}

/** The record, with an error instead of a text that is too long. */
function limited(record: FilterRecord, number: number, maxText: number): FilterRecord {
  const { text, title = '' } = record;
  if (typeof text !== 'string' || text.length + title.length <= maxText) return record;
  const message = `Line ${number} has a text of ${text.length + title.length} characters, more than the ${maxText} of --max-text.`;
  return { ...record, text: failed(new KeywordError('INVALID_TEXT', message)) };
}

function recordReader(
  { io: form, field, titleField, optionsField }: OptionsOf<typeof inputOptions>,
  added: AddedField,
): RecordReader {
  if (form === 'jsonl') return jsonRecords(added, field ?? 'text', titleField, optionsField);
  return tsvRecords(
    columnOf('field', field),
    columnOf('titleField', titleField),
    columnOf('optionsField', optionsField),
  );
}

function columnOf(option: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
  throw new KeywordError(
    'INVALID_OPTION',
    `${option} is the number of a column, from 1, with --io tsv; got ${JSON.stringify(given)}.`,
    { option },
  );
}

/** @param fail is told which of the records failed, from 1, and says which line that is */
async function answers(
  records: FilterRecord[],
  worker: FilterWorker,
  fail: (record: number) => number,
): Promise<string> {
  const outcomes: RecordOutcome[] = [];
  for (const { options, texts } of byOptions(records.filter(hasText))) {
    outcomes.push(...(await worker.work(texts, options)));
  }
  let next = 0;
  return records
    .map((record, r) => {
      const { text, answer } = record;
      const outcome = typeof text === 'string' ? outcomes[next++] : (text ?? { found: null });
      return `${answer('error' in outcome ? ofLine(outcome, fail(r + 1)) : outcome)}\n`;
    })
    .join('');
}

/** The outcome with the number of the line in its message. */
function ofLine({ error }: FailedRecord, number: number): FailedRecord {
  const place = `Line ${number}`;
  const message = error.message.startsWith(`${place} `) ? error.message : `${place}: ${error.message}`;
  return { error: errorInFlags({ ...error, message }) };
}

const hasText = (record: FilterRecord): record is FilterRecord & { text: string } => typeof record.text === 'string';

/** Texts in runs that have the same options. */
function byOptions(records: readonly (FilterRecord & { text: string })[]): { options: object; texts: TitledText[] }[] {
  const runs: { options: object; texts: TitledText[] }[] = [];
  for (const { text, title, options = none } of records) {
    if (runs.at(-1)?.options !== options) runs.push({ options, texts: [] });
    runs.at(-1)!.texts.push({ text, title });
  }
  return runs;
}

/** Waits until a slow reader has taken what is written, so that nothing piles up. */
async function print({ stdout }: CommandIo, text: string): Promise<void> {
  const stream = stdout as Writable;
  if (stream.write(text) === false) await new Promise<void>((resolve) => stream.once('drain', () => resolve()));
}

/** Joins what comes in quick succession, so that there is work for several threads. */
async function* gathered(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let bytes = 0;
  let next = chunks.next();
  for (;;) {
    const came = parts.length ? await Promise.race([next, pause()]) : await next;
    if (came && !came.done) {
      // Streams may use the memory of a chunk again.
      parts.push(Buffer.from(came.value));
      bytes += came.value.length;
      next = chunks.next();
    }
    if (parts.length && (!came || came.done || bytes >= GATHERED_BYTES)) {
      yield Buffer.concat(parts);
      parts = [];
      bytes = 0;
    }
    if (came?.done) return;
  }
}

function pause(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, GATHER_WAIT, undefined));
}
