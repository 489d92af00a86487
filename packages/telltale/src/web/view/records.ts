import {
  delimiterOfFirstLine,
  fieldsOfRow,
  RowSplitter,
  repeatedColumn,
} from '@telltale/core/internal/formats/bytes/table-rows.js';

/** A text of many, with what it is called. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
  readonly title?: string;
}

/** What a file holds. */
export interface FileTexts {
  readonly texts: readonly NamedText[];
  /** Numbers of the records that have no text, as the names of others have them. */
  readonly leftOut: readonly number[];
  /** Those of the records that cannot be read at all. */
  readonly broken: readonly number[];
  /** The names of the fields of the first record, where none that can be read has a field `text`. */
  readonly otherFields?: readonly string[];
}

/** Endings of files that hold a text per record. */
export const tables: readonly string[] = ['csv', 'tsv', 'jsonl', 'ndjson', 'json'];

const endingOf = (file: string) => /\.(\w+)$/.exec(file.toLowerCase())?.[1] ?? '';

/** Whether a file holds records, by its ending. */
export const isTable = (file: string): boolean => tables.includes(endingOf(file));

/** Whether a file holds records of JSON, by its ending. */
export const isJson = (file: string): boolean => isTable(file) && endingOf(file).includes('json');

/**
 * The texts of a file, by its ending: records of .jsonl, .ndjson and .json and rows of .csv and .tsv with a field `text`;
 * any other file is one text.
 *
 * @throws Error that goes on "The first line" when a quote of it is wrong, or two columns have one name: which was meant is
 *   not known
 */
export function textsOf(file: string, contents: string): FileTexts {
  const ending = endingOf(file);
  if (ending === 'jsonl' || ending === 'ndjson') return named(file, contents.split('\n').map(parsedLine));
  if (ending === 'json') return named(file, [parsed(contents)].flat());
  if (ending === 'csv' || ending === 'tsv') return named(file, rowsOf(contents, ending === 'csv'));
  const texts = contents.trim() === '' ? [] : [{ name: file, text: contents }];
  return { texts, leftOut: [], broken: [] };
}

/** In place of a line without a record. */
const EMPTY = Symbol();
/** In place of a record that is not JSON, or not a row. */
const BROKEN = Symbol();

const parsedLine = (line: string): unknown => (line.trim() === '' ? EMPTY : parsed(line));

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return BROKEN;
  }
}

function rowsOf(contents: string, isCsv: boolean): unknown[] {
  const bytes = new TextEncoder().encode(contents);
  const code = isCsv ? delimiterOfFirstLine(bytes) : 9;
  const splitter = new RowSplitter(code, isCsv, bytes.length);
  const decoder = new TextDecoder();
  const rows = [...splitter.push(bytes), ...splitter.end()].map((row) => {
    const fields = fieldsOfRow(decoder.decode(row.bytes), String.fromCharCode(code), isCsv);
    return typeof fields === 'string' ? BROKEN : fields;
  });
  if (rows[0] === BROKEN) throw new Error('has a quote that is not closed, or that text follows.');
  const head = (rows[0] ?? []).map((name) => name.trim());
  const repeated = repeatedColumn(head);
  if (repeated) throw new Error(repeated);
  return rows
    .slice(1)
    .map((row) => (Array.isArray(row) ? Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])) : row));
}

function named(file: string, records: readonly unknown[]): FileTexts {
  const texts: NamedText[] = [];
  const leftOut: number[] = [];
  const broken: number[] = [];
  let hasField = false;
  let fields: readonly string[] | undefined;
  records.forEach((record, i) => {
    if (record === EMPTY) return;
    if (record === BROKEN) {
      broken.push(i + 1);
      return;
    }
    const { text, title, id } = (
      typeof record === 'object' && record && !Array.isArray(record) ? record : { text: record }
    ) as Record<string, unknown>;
    hasField ||= text !== undefined;
    fields ??= Array.isArray(record) ? [] : Object.keys(Object(record)).slice(0, 10);
    if (typeof text !== 'string' || text.trim() === '') {
      leftOut.push(i + 1);
      return;
    }
    const name = typeof id === 'string' || typeof id === 'number' ? String(id) : `${file}:${i + 1}`;
    texts.push({ name, text, ...(typeof title === 'string' && title !== '' && { title }) });
  });
  return { texts, leftOut, broken, ...(fields && !hasField && { otherFields: fields }) };
}
