import {
  DocumentReader,
  decodeText,
  type FailedRecord,
  type FileRecord,
  type InputFormat,
  isDocument,
  isRecords,
  KeywordError,
  type OptionsOf,
  parquetRecords,
  recordsOf,
  tooLong,
} from '@telltale/core';
import { inputOptions } from '@telltale/core/internal/options.js';
import { type BoundedLine, LineSplitter } from '@telltale/core/internal/records/bounded-lines.js';
import { namesOfRecord, titledOfRecord } from '@telltale/core/internal/records/text-of-record.js';
import { Groups } from './groups.js';
import type { Input, OpenedInput } from './inputs.js';

/** A text to work on, and what to call it. */
export interface NamedText {
  readonly source: string;
  /** Where it is, as errors name it, if that is not what it is called. */
  readonly place?: string;
  readonly text: string;
  /** The title of its record or document, where that is apart from the text. */
  readonly title?: string | undefined;
  /** The id of its record, where it has one. */
  readonly id?: string | number;
  /** What it is grouped by; empty without grouping. */
  readonly group: string;
  readonly error?: undefined;
}

/** A text that cannot be read; its error names the place. */
export type FailedText = Omit<NamedText, 'text' | 'title' | 'error'> & { readonly error: KeywordError };

type InputFlags = OptionsOf<typeof inputOptions>;

/**
 * The texts of a command: its arguments, then those of its inputs. What cannot be read has its error in its place.
 *
 * @throws KeywordError INVALID_OPTION
 */
export async function* readTexts(
  texts: readonly string[],
  inputs: readonly Input[],
  flags: InputFlags,
): AsyncGenerator<NamedText | FailedText> {
  const groups = new Groups(flags.groupBy);
  const documents = new DocumentReader();
  for (const [i, text] of texts.entries()) {
    const place = `Text ${i + 1}`;
    yield limited({ source: `text ${i + 1}`, place, text, group: groups.ofInput('') }, place, flags);
  }
  try {
    for (const input of inputs) {
      try {
        yield* textsOf(input, await input.open(), groups, flags, documents);
      } catch (error) {
        // What is wrong with more than one input.
        if (!(error instanceof KeywordError) || error.code === 'INVALID_OPTION') throw error;
        yield { source: input.source, group: groups.ofInput(input.source), error };
      } finally {
        await input.close();
      }
    }
    groups.check();
  } finally {
    documents.close();
  }
}

async function* textsOf(
  { file, source }: Input,
  { format, encoding, head, chunks }: OpenedInput,
  groups: Groups,
  flags: InputFlags,
  documents: DocumentReader,
): AsyncGenerator<NamedText | FailedText> {
  if (isRecords(format)) {
    const records = format === 'parquet' ? parquetRecords(file) : recordsOf(chunks, head, source, format, flags);
    for await (const record of records) yield textOf(record, source, format, groups, flags);
    return;
  }
  const group = groups.ofInput(source);
  if (isDocument(format)) {
    const options = { encoding, maxText: longest(flags) };
    const { title, text } = await documents.read(format, chunks, source, options);
    yield { source, group, text, ...(title === undefined ? {} : { title }) };
  } else if (format === 'lines') yield* linesOf(chunks, source, group, flags);
  else yield wholeText(await bounded(chunks, flags), source, group, flags);
}

function textOf(
  record: FileRecord | FailedRecord,
  file: string,
  format: InputFormat,
  groups: Groups,
  flags: InputFlags,
): NamedText | FailedText {
  if ('error' in record) {
    const { source, place } = namesOfRecord(file, format, record.number);
    return { source, place, group: groups.ofInput(file), error: record.error };
  }
  const { fields, number } = record;
  const { where, ...names } = namesOfRecord(file, format, number, fields);
  const group = groups.ofRecord(fields, file, where, /^jsonl?$/.test(format));
  if (typeof group !== 'string') return { ...names, group: groups.ofInput(file), error: group };
  const read = titledOfRecord(fields, flags, where, format, longest(flags));
  if (read instanceof KeywordError) return { ...names, group, error: read };
  return limited({ ...names, group, ...read }, `${file}:${number}`, flags);
}

const longest = ({ maxText }: InputFlags) => maxText ?? inputOptions.maxText.default;

/** The text, or its error where it is too long. */
function limited(named: NamedText, place: string, flags: InputFlags): NamedText | FailedText {
  const { text, title = '', ...common } = named;
  const most = longest(flags);
  const length = text.length + title.length;
  return length <= most ? named : { ...common, error: tooLong(place, `${length} characters`, most) };
}

/** No character has more bytes than this in UTF-8 for each of its code units. */
const BYTES_A_UNIT = 3;

const bytesOf = (flags: InputFlags) => BYTES_A_UNIT * longest(flags);

async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  source: string,
  group: string,
  flags: InputFlags,
): AsyncGenerator<NamedText | FailedText> {
  const splitter = new LineSplitter(bytesOf(flags));
  let number = 0;
  const read = function* (lines: Iterable<BoundedLine>) {
    for (const { bytes, length } of lines) {
      const read = wholeText({ bytes, length }, `${source}:${++number}`, group, flags);
      if (read.error || read.text.trim()) yield read;
    }
  };
  for await (const chunk of chunks) yield* read(splitter.push(chunk));
  yield* read(splitter.end());
}

interface BoundedBytes {
  readonly bytes: Uint8Array;
  /** Bytes there are; more than `bytes` when they were cut off. */
  readonly length: number;
}

/** All bytes, up to the bound; what is after it is not read. */
async function bounded(chunks: AsyncIterable<Uint8Array>, flags: InputFlags): Promise<BoundedBytes> {
  const most = bytesOf(flags);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > most) return { bytes: new Uint8Array(0), length };
    parts.push(Buffer.from(chunk));
  }
  return { bytes: Buffer.concat(parts), length };
}

function wholeText({ bytes, length }: BoundedBytes, place: string, group: string, flags: InputFlags) {
  const common = { source: place, group };
  if (length > bytes.length) {
    const most = longest(flags);
    return { ...common, error: tooLong(place, `more than ${BYTES_A_UNIT * most} bytes`, most) };
  }
  try {
    return limited({ ...common, text: decodeText(bytes, place, undefined, true) }, place, flags);
  } catch (error) {
    if (!(error instanceof KeywordError)) throw error;
    return { ...common, error };
  }
}
