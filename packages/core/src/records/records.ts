import { counted, KeywordError } from '../errors.js';
import { fieldsOfRow, RowSplitter, repeatedColumn } from '../formats/bytes/table-rows.js';
import { type BoundedLine, LineSplitter } from './bounded-lines.js';
import { decodeText } from './decode-text.js';
import { delimiterOf, type InputFormat } from './input-format.js';
import { JsonSplitter } from './json-values.js';
import { withLongNumbers } from './raw-fields.js';

/** A record of a file, by the names of its fields. */
export interface FileRecord {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Where it is, from 1: its line in JSON lines and tables, else which record of its file it is. */
  readonly number: number;
}

/** A record that cannot be read, and why. */
export interface FailedRecord {
  readonly error: KeywordError;
  /** As in {@link FileRecord}. */
  readonly number: number;
}

/** How records are cut out of a stream. */
export interface CutOptions {
  /** Sign between the fields of a table; as the first line has it if not given. */
  readonly delimiter?: string | undefined;
  /** Longest text, in UTF-16 code units; 10,000,000 if not given. A record of more than 6 times as many bytes is not kept. */
  readonly maxText?: number | undefined;
}

/** Default of `maxText`. */
export const MAX_TEXT = 10_000_000;

/** Bytes a record may have: those of the longest text where each code unit is written as `\uXXXX`, and of other fields. */
export function recordBytes(maxText = MAX_TEXT): number {
  return 6 * maxText + (1 << 16);
}

/**
 * The records of a stream.
 *
 * @param head what it begins with
 * @param source name for messages
 */
export function recordsOf(
  chunks: AsyncIterable<Uint8Array>,
  head: Uint8Array,
  source: string,
  format: InputFormat,
  { delimiter, maxText = MAX_TEXT }: CutOptions = {},
): AsyncGenerator<FileRecord | FailedRecord> {
  if (format === 'json') return readJsonValues(chunks, source, maxText);
  if (format === 'csv' || format === 'tsv') {
    return readTable(chunks, source, delimiterOf(delimiter, format, head), format === 'csv', maxText);
  }
  return readJsonLines(chunks, source, maxText);
}

async function* readJsonLines(chunks: AsyncIterable<Uint8Array>, source: string, maxText: number) {
  const splitter = new LineSplitter(recordBytes(maxText));
  let number = 0;
  const read = function* (lines: Iterable<BoundedLine>) {
    for (const { bytes, length } of lines) {
      number++;
      if (!isBlank(bytes))
        yield asResult(number, () => parseRecord(bytes, length, `${source}:${number}`, maxText, number === 1));
    }
  };
  for await (const chunk of chunks) yield* read(splitter.push(chunk));
  yield* read(splitter.end());
}

async function* readJsonValues(chunks: AsyncIterable<Uint8Array>, source: string, maxText: number) {
  const splitter = new JsonSplitter(recordBytes(maxText));
  let number = 0;
  const read = function* (values: ReturnType<JsonSplitter['push']>) {
    for (const { bytes, length, open, fault } of values) {
      const place = `${source}, record ${++number},`;
      yield asResult(number, () => {
        if (fault === 'joined') throw invalid(place, `follows record ${number - 1} without a comma.`);
        if (fault) throw invalid(place, 'is missing: there is a comma where a record should be.');
        if (open && length === bytes.length) throw invalid(place, 'has a bracket or quote that is never closed.');
        return parseRecord(bytes, length, place, maxText);
      });
    }
  };
  for await (const chunk of chunks) yield* read(splitter.push(chunk));
  yield* read(splitter.end());
  if (splitter.isInArray) {
    throw new KeywordError(
      'FILE_UNREADABLE',
      `${source} ends before its array does: after ${counted(number, 'record')} there is no "]". It seems to be cut off; get it again.`,
    );
  }
}

async function* readTable(
  chunks: AsyncIterable<Uint8Array>,
  source: string,
  delimiter: number,
  quoted: boolean,
  maxText: number,
) {
  const splitter = new RowSplitter(delimiter, quoted, recordBytes(maxText));
  let names: string[] | undefined;
  const read = function* (rows: ReturnType<RowSplitter['push']>) {
    for (const { bytes, length, line, open } of rows) {
      if (isBlank(bytes)) continue;
      const place = `${source}:${line}`;
      const fields = () => {
        checkLength(bytes, length, place, maxText);
        if (open) throw invalid(place, 'has a quoted field that is never closed.');
        const cut = fieldsOfRow(decodeText(bytes, place, undefined, !names), String.fromCharCode(delimiter), quoted);
        if (typeof cut === 'string') throw invalid(place, `${cut}.`);
        return cut;
      };
      if (!names) {
        // Without its first line nothing of a table can be read.
        names = fields();
        const repeated = repeatedColumn(names);
        if (repeated) throw invalid(place, repeated);
        continue;
      }
      const columns = names;
      yield asResult(line, () => rowRecord(columns, fields(), place));
    }
  };
  for await (const chunk of chunks) yield* read(splitter.push(chunk));
  yield* read(splitter.end());
}

function rowRecord(names: readonly string[], fields: readonly string[], place: string) {
  const least = fields.length < names.length;
  if (least || fields.slice(names.length).some((field) => field !== '')) {
    throw invalid(place, `has ${fields.length} of the ${names.length} columns that the first line names.`);
  }
  return Object.fromEntries(names.map((name, i) => [name, fields[i]]));
}

function asResult(number: number, read: () => Readonly<Record<string, unknown>>): FileRecord | FailedRecord {
  // Where there are very many bad records, to find out each time where in the program that is costs most of the time.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return { fields: read(), number };
  } catch (error) {
    if (!(error instanceof KeywordError)) throw error;
    return { error, number };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/**
 * A record of JSON.
 *
 * @param length bytes it has; more than `bytes` where it was cut off
 * @param isStart whether a file begins with it
 * @throws KeywordError INVALID_TEXT
 */
export function parseRecord(
  bytes: Uint8Array,
  length: number,
  place: string,
  maxText: number,
  isStart = false,
): Readonly<Record<string, unknown>> {
  checkLength(bytes, length, place, maxText);
  const json = decodeText(bytes, place, undefined, isStart);
  let fields: unknown;
  try {
    fields = JSON.parse(json);
  } catch (cause) {
    throw invalid(place, `is not JSON: ${(cause as Error).message}`);
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    throw invalid(place, 'is not a JSON object.');
  return withLongNumbers(fields as Record<string, unknown>, json);
}

function checkLength(bytes: Uint8Array, length: number, place: string, maxText: number): void {
  if (length > bytes.length) throw tooManyBytes(place, length, maxText);
}

/** The error of a record that has more bytes than {@link recordBytes}. */
export function tooManyBytes(place: string, length: number, maxText: number): KeywordError {
  return invalid(
    place,
    `has ${length} bytes, too many for a text of ${maxText} characters. Split it, or raise \`maxText\`.`,
  );
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.length < 1000 && bytes.every((byte) => byte === 0x20 || (byte >= 9 && byte <= 13));
}

function invalid(place: string, reason: string): KeywordError {
  return new KeywordError('INVALID_TEXT', `${place} ${reason}`);
}
