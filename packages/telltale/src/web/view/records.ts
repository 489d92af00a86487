import { bytesForFormat, formatOf, type InputFormat, isRecords } from '@telltale/core/internal/records/input-format.js';
import { type FailedRecord, type FileRecord, MAX_TEXT, recordsOf } from '@telltale/core/internal/records/records.js';
import { namesOfRecord, type TextFields, titledOfRecord } from '@telltale/core/internal/records/text-of-record.js';

/** A text of many, with what it is called, or why there is none. */
export type NamedText =
  | { readonly name: string; readonly text: string; readonly title?: string | undefined }
  | { readonly name: string; readonly problem: string };

/** The records of a file. */
export interface FileRecords {
  readonly name: string;
  readonly format: InputFormat;
  readonly records: readonly (FileRecord | FailedRecord)[];
}

/** What a file of text holds, as the command reads it: records, or one text. */
export type FileContents = FileRecords | { readonly name: string; readonly text: string };

/** Whether a file of text holds records. */
export const holdsRecords = (name: string, text: string): boolean =>
  isRecords(formatOf(name, new TextEncoder().encode(text.slice(0, bytesForFormat))));

/**
 * Reads a file of text by its name and what it begins with.
 *
 * @throws KeywordError where nothing of a table can be read, as without its first line
 */
export async function contentsOf(name: string, text: string): Promise<FileContents> {
  const bytes = new TextEncoder().encode(text);
  const head = bytes.subarray(0, bytesForFormat);
  const format = formatOf(name, head);
  if (!isRecords(format)) return { name, text };
  const records: (FileRecord | FailedRecord)[] = [];
  const chunks = (async function* () {
    yield bytes;
  })();
  for await (const record of recordsOf(chunks, head, name, format)) records.push(record);
  return { name, format, records };
}

const EMPTY = 'The text is empty: there is no word to choose from.';

/** The texts of records, each with its error where it has none. */
export function textsOf({ name, format, records }: FileRecords, fields: TextFields): NamedText[] {
  return records.map((record) => {
    const isBroken = 'error' in record;
    const { source, where } = namesOfRecord(name, format, record.number, isBroken ? {} : record.fields);
    const read = isBroken ? record.error : titledOfRecord(record.fields, fields, where, format, MAX_TEXT);
    if (!('text' in read)) return { name: source, problem: read.message };
    // As the library says it, without asking: browsers report what a service refuses as an error of the page.
    return read.text.trim() === '' ? { name: source, problem: EMPTY } : { name: source, ...read };
  });
}

/** Records whose fields are offered: JSON may have others in each. */
const LOOKED_AT = 100;

/** The names of the fields of some records. */
export function fieldsOf(files: readonly FileRecords[]): string[] {
  const read = files.flatMap(({ records }) => records.slice(0, LOOKED_AT));
  return [...new Set(read.flatMap((record) => ('fields' in record ? Object.keys(record.fields) : [])))];
}
