import { withoutMarks } from '../../text/decode-bytes.js';
import { BoundedBytes } from './bounded-bytes.js';

/** A row of a table as it is in a stream, without its line end. */
export interface RawRow {
  readonly bytes: Uint8Array;
  /** Bytes it has in the stream; more than `bytes` when it was cut off. */
  readonly length: number;
  /** The line it begins on, from 1. */
  readonly line: number;
  /** Whether the stream ends inside a quoted field. */
  readonly open: boolean;
}

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
/** The byte-order mark of UTF-8. */
const MARK = [0xef, 0xbb, 0xbf];

/**
 * Cuts a stream into the rows of a table (RFC 4180): a line each, but line ends inside quotes belong to a field. Of a row
 * longer than the bound only its head is kept. LF, CRLF and CR end a row. Byte-order marks before a row, as where files with a
 * mark were joined, are left out. A first line that only names the delimiter of quoted fields is not a row.
 */
export class RowSplitter {
  readonly #maxBytes: number;
  readonly #delimiter: number;
  readonly #quoted: boolean;
  readonly #retries: number;
  readonly #row: BoundedBytes;
  #line: number;
  #firstLine: number;
  #inQuotes = false;
  #afterQuote = false;
  #atFieldStart = true;
  /** Bytes of marks that the row has begun with; -1 after its first other byte. */
  #marks = 0;
  #afterReturn = false;

  /**
   * @param quoted whether fields may be in quotes
   * @param maxBytes longest row that is kept whole, in bytes
   * @param line number of the first line
   * @param retries how often what follows an open quote may be cut again
   */
  constructor(delimiter: number, quoted: boolean, maxBytes: number, line = 1, retries = 20) {
    this.#delimiter = delimiter;
    this.#quoted = quoted;
    this.#maxBytes = maxBytes;
    this.#row = new BoundedBytes(maxBytes);
    this.#retries = retries;
    this.#line = line;
    this.#firstLine = line;
  }

  /** The rows that this chunk ends. */
  push(chunk: Uint8Array): RawRow[] {
    const rows: RawRow[] = [];
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i];
      const secondOfPair = this.#afterReturn && byte === NEWLINE;
      this.#afterReturn = byte === RETURN;
      if (this.#inQuotes) {
        if (byte === QUOTE) {
          this.#inQuotes = false;
          this.#afterQuote = true;
        } else if ((byte === NEWLINE && !secondOfPair) || byte === RETURN) this.#line++;
        continue;
      }
      if (byte === NEWLINE || byte === RETURN) {
        if (!secondOfPair) {
          this.#row.push(chunk.subarray(from, i));
          this.#line++;
          rows.push(...this.#take(false));
        }
        from = i + 1;
        continue;
      }
      if (byte === QUOTE && this.#quoted && (this.#atFieldStart || this.#afterQuote)) this.#inQuotes = true;
      this.#afterQuote = false;
      if (this.#marks >= 0) this.#marks = byte === MARK[this.#marks % 3] ? this.#marks + 1 : -1;
      this.#atFieldStart = byte === this.#delimiter || this.#marks % 3 === 0;
    }
    this.#row.push(chunk.subarray(from));
    return rows;
  }

  /**
   * The rows that the stream ends in. A quote that is never closed costs only the line it is on: what follows is cut
   * again.
   */
  end(): RawRow[] {
    if (this.#row.length === 0) return [];
    if (!this.#inQuotes) return this.#take(false);
    const [row] = this.#take(true);
    const lineEnd = row.bytes.indexOf(NEWLINE);
    if (row.length > row.bytes.length || lineEnd < 0 || this.#retries === 0) return [row];
    const rest = new RowSplitter(this.#delimiter, this.#quoted, this.#maxBytes, row.line + 1, this.#retries - 1);
    const head = { ...row, bytes: row.bytes.subarray(0, lineEnd), length: lineEnd };
    return [head, ...rest.push(row.bytes.subarray(lineEnd + 1)), ...rest.end()];
  }

  /** The row that ends here; nothing where it only names the delimiter. */
  #take(open: boolean): RawRow[] {
    const { bytes: marked, length } = this.#row.take();
    const bytes = withoutMarks(marked);
    const row = { bytes, length: length - (marked.length - bytes.length), line: this.#firstLine, open };
    this.#firstLine = this.#line;
    this.#inQuotes = false;
    this.#afterQuote = false;
    this.#atFieldStart = true;
    this.#marks = 0;
    const isDelimiter = this.#quoted && row.line === 1 && namedDelimiter(row.bytes) !== undefined;
    return isDelimiter ? [] : [row];
  }
}

const SEPARATOR = /^\uFEFF*("?)sep=([^"A-Za-z0-9])\1[,;\t|]*$/i;

/**
 * The byte that a first line such as `sep=;` names, which Excel writes before a table and takes for no row of it;
 * undefined for any other line.
 */
export function namedDelimiter(line: Uint8Array): number | undefined {
  if (line.length > 100) return undefined;
  const delimiter = SEPARATOR.exec(new TextDecoder('utf-8', { ignoreBOM: true }).decode(line))?.[2].charCodeAt(0);
  return delimiter !== undefined && delimiter < 127 ? delimiter : undefined;
}

/** The byte between the fields of a .csv table, as its first line has it: the one it names, a comma, else a semicolon or a tab. */
export function delimiterOfFirstLine(head: Uint8Array): number {
  const end = head.findIndex((byte) => byte === NEWLINE || byte === RETURN);
  const line = end < 0 ? head : head.subarray(0, end);
  const named = namedDelimiter(line);
  if (named !== undefined) return named;
  const [comma, semicolon, tab] = [44, 59, 9];
  // Spreadsheets of countries with decimal commas write semicolons.
  return line.includes(comma) ? comma : ([semicolon, tab].find((byte) => line.includes(byte)) ?? comma);
}

/**
 * The fields of a row.
 *
 * @returns a string that says what is wrong where a quoted field has something after its quote
 */
export function fieldsOfRow(row: string, delimiter: string, quoted: boolean): string[] | string {
  if (!quoted || !row.includes('"')) return row.split(delimiter);
  const fields: string[] = [];
  for (let at = 0; ; ) {
    if (row[at] !== '"') {
      const end = row.indexOf(delimiter, at);
      fields.push(row.slice(at, end < 0 ? row.length : end));
      if (end < 0) return fields;
      at = end + 1;
      continue;
    }
    let field = '';
    let from = at + 1;
    for (;;) {
      const end = row.indexOf('"', from);
      if (end < 0) return `has a quoted field that is never closed`;
      field += row.slice(from, end);
      at = end + 1;
      if (row[at] !== '"') break;
      field += '"';
      from = at + 1;
    }
    fields.push(field);
    if (at >= row.length) return fields;
    if (row[at] !== delimiter) return `has ${JSON.stringify(row.slice(at, at + 10))} after the quote that ends a field`;
    at++;
  }
}

/** What is wrong with the names of columns, if anything: of two that are called the same one would be lost. */
export function repeatedColumn(names: readonly string[]): string | undefined {
  const first = new Map<string, number>();
  for (const [i, name] of names.entries()) {
    const before = first.get(name);
    if (before !== undefined)
      return `names columns ${before + 1} and ${i + 1} both ${JSON.stringify(name)}. Rename one.`;
    if (name !== '') first.set(name, i);
  }
  return undefined;
}
