import { type DocumentKind, documentByHead, documentEndings, documentKinds } from '../documents/document.js';
import { KeywordError } from '../errors.js';
import { delimiterOfFirstLine, namedDelimiter } from '../formats/bytes/table-rows.js';

/** What an input may be: one text, a text on each line, records, or a document. */
export const inputFormats = ['text', 'lines', 'jsonl', 'json', 'csv', 'tsv', 'parquet', ...documentKinds] as const;

/** A form of {@link inputFormats}. */
export type InputFormat = (typeof inputFormats)[number];

/** Bytes of an input that its format is told by. */
export const bytesForFormat = 1 << 16;

/** Formats by the endings of names, in small letters. */
const byEnding: Readonly<Record<string, InputFormat>> = {
  '.txt': 'text',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.json': 'json',
  '.csv': 'csv',
  '.tsv': 'tsv',
  '.parquet': 'parquet',
  ...documentEndings,
};

/** Endings of the files that hold records. */
export const recordExtensions = ['.jsonl', '.ndjson', '.json', '.csv', '.tsv', '.parquet'] as const;

/** The name of a file without the ending that says how it is packed. */
export const withoutPacking = (path: string): string => path.replace(/\.(?:gz|zst|bz2|xz)$/i, '');

/** Endings a packed file may have after its own. */
const packed = ['', '.gz', '.zst', '.bz2'];

/** Endings of the files that are looked for in directories. */
export const inputExtensions: readonly string[] = Object.keys(byEnding).flatMap((ending) =>
  packed.map((packing) => ending + packing),
);

/** The format that the name of a file says; undefined where it says none. */
export function formatByName(path: string): InputFormat | undefined {
  const name = withoutPacking(path).toLowerCase();
  return byEnding[Object.keys(byEnding).find((ending) => name.endsWith(ending)) ?? ''];
}

/** Whether records come in this format. */
export function isRecords(format: InputFormat): boolean {
  return format !== 'text' && format !== 'lines' && !isDocument(format);
}

/** Whether an input in this format is a document, with its text among markup. */
export function isDocument(format: InputFormat): format is DocumentKind {
  return (documentKinds as readonly string[]).includes(format);
}

/** Whether a file holds records, by its name. */
export function holdsRecords(path: string): boolean {
  return isRecords(formatByName(path) ?? 'text');
}

/**
 * The format of an input, by its name and what it begins with. A name that says text or a table is believed; one that
 * says JSON too, but whether there is an array, or an object on each line, the contents say; so they do for everything
 * where the name says nothing.
 *
 * @param head up to {@link bytesForFormat} bytes, as UTF-8
 * @param field the field that was asked for, which the first line of a table must name
 */
export function formatOf(path: string, head: Uint8Array, field?: string): InputFormat {
  const named = formatByName(path);
  if (named && named !== 'json' && named !== 'jsonl') return named;
  if (head.length >= 4 && String.fromCharCode(...head.subarray(0, 4)) === 'PAR1') return 'parquet';
  const document = named ? undefined : documentByHead(head);
  if (document) return document;
  const text = new TextDecoder().decode(head);
  // Refused as a text in one message, not as very many broken records.
  if (!named && isBinary(text)) return 'text';
  return jsonFormat(text, head.length, named) ?? named ?? tableFormat(text, field) ?? 'text';
}

/** Whether so many characters are control characters as in no text, be some of its records damaged. */
function isBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const controls = text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  return controls > Math.max(20, text.length / 30);
}

function jsonFormat(text: string, bytes: number, named: InputFormat | undefined): InputFormat | undefined {
  if (/^\s*\[\s*([{\]]|$)/.test(text)) return named || isJson(text, bytes) ? 'json' : undefined;
  if (!/^\s*\{/.test(text)) return undefined;
  const line = /^\s*(.*)/.exec(text)![1];
  if (parses(line)) return 'jsonl';
  // The first record may be broken, or longer than what is seen.
  if (named === 'jsonl' || /^\s*\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\S/.test(line)) return 'jsonl';
  return named || /^\s*\{\s*("(?:[^"\\]|\\.)*"\s*:|\})/.test(text) ? 'json' : undefined;
}

/** Whether a text that begins with a bracket is JSON as far as it is seen, and not prose in brackets. */
function isJson(text: string, bytes: number): boolean {
  return parses(text) || bytes >= bytesForFormat || /^\s*\[\s*\{\s*("|$)/.test(text);
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A table by its first line: names between delimiters, one of which is the field of the text. */
function tableFormat(text: string, field: string | undefined): 'csv' | 'tsv' | undefined {
  const line = /^.*/.exec(text)![0].trimEnd();
  if (namedDelimiter(new TextEncoder().encode(line)) !== undefined) return 'csv';
  for (const [delimiter, format] of [
    [',', 'csv'],
    ['\t', 'tsv'],
    [';', 'csv'],
  ] as const) {
    const names = line.split(delimiter).map((name) => name.replaceAll(/^"|"$/g, ''));
    const few =
      names.length === 1 ? field === undefined : !names.every((name) => /^[\p{L}\p{N}_ .-]{1,60}$/u.test(name));
    if (!few && names.includes(field ?? 'text')) return format;
  }
  return undefined;
}

/** The byte that is between the fields of a table: as given, or as the first line has it. */
export function delimiterOf(given: string | undefined, format: 'csv' | 'tsv', head: Uint8Array): number {
  if (given !== undefined) return checkDelimiter(given);
  return format === 'tsv' ? 9 : delimiterOfFirstLine(head);
}

/** @throws KeywordError INVALID_OPTION */
export function checkDelimiter(given: string): number {
  const delimiter = given === '\\t' || given === 'tab' ? '\t' : given;
  if (/^[\t\x20-\x7e]$/.test(delimiter) && !/["A-Za-z0-9]/.test(delimiter)) return delimiter.charCodeAt(0);
  throw new KeywordError(
    'INVALID_OPTION',
    `delimiter must be one ASCII character, e.g. ";", or tab; got ${JSON.stringify(given)}.`,
    { option: 'delimiter' },
  );
}
