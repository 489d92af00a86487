import { floatMatrix } from '../../math/matrix.js';
import { withoutMark } from '../../text/decode-bytes.js';
import { ByteReader } from '../bytes/byte-reader.js';
import { allocate, type ForeignFile, invalid } from '../bytes/byte-source.js';
import { decodeUtf8, decodeWord } from '../bytes/decode-text.js';
import { parseDecimal } from '../bytes/parse-number.js';
import type { ForeignVectors } from '../foreign/foreign-model.js';
import { decodeBase64Word } from './deeplearning4j.js';

/** Longest line of a text file of vectors. */
const longestLine = 1 << 20;
const space = 0x20;
const tab = 0x09;
const carriageReturn = 0x0d;

/** The first line of a word2vec file: number of words, number of components. */
export interface VectorsHeader {
  readonly count: number;
  readonly dim: number;
  /** A third number follows, and words may be written as `B64:` and their base64. */
  readonly isDeeplearning4j?: boolean;
}

/**
 * Reads `V D`, or `V D documents` as Deeplearning4j writes; undefined when the line is another.
 *
 * @param rest what follows the line: three numbers may also be a word and two components
 */
export function parseHeader(line: Uint8Array, rest: Uint8Array): VectorsHeader | undefined {
  if (line.length > 40) return undefined;
  const match = /^(\d{1,10})[ \t]+(\d{1,6})(?:[ \t]+(\d{1,15}))?\s*$/.exec(decodeWord(line));
  if (!match) return undefined;
  const header = { count: Number(match[1]), dim: Number(match[2]) };
  if (match[3] === undefined) return header;
  const end = rest.indexOf(10);
  const next = withoutEnd(end < 0 ? rest : rest.subarray(0, end));
  const isEncoded = decodeWord(next.subarray(0, 4)) === 'B64:';
  const fits = countComponents(next) === header.dim && (header.dim !== 2 || isEncoded);
  return fits ? { ...header, isDeeplearning4j: true } : undefined;
}

/**
 * Number of components in a line `word x₁ … x_D`: of the numbers at its end, all but the first field.
 *
 * @returns 0 when it is not such a line
 */
export function countComponents(line: Uint8Array): number {
  const fields = fieldsOf(line);
  let numbers = 0;
  for (let i = fields.length - 2; i >= 2 && !Number.isNaN(parseDecimal(line, fields[i], fields[i + 1])); i -= 2) {
    numbers++;
  }
  return numbers;
}

/**
 * Reads vectors as text: word2vec's `-binary 0`, fastText's `.vec`, and GloVe's, which has no first line with sizes.
 * Of a word that occurs twice the first vector is kept.
 *
 * @throws KeywordError INVALID_MODEL naming the line
 */
export function readTextVectors(file: ForeignFile): ForeignVectors {
  const { name } = file;
  const reader = new ByteReader(file.source, name);
  const marked = readLine(reader, 1);
  const first = withoutMark(marked).slice();
  const header = parseHeader(first, reader.window.subarray(reader.lookAhead(longestLine)));
  if (!header) reader.seek(marked.length - first.length);
  const dim = header ? header.dim : countComponents(first);
  // A component takes a digit and a space at least.
  const most = Math.floor(reader.remaining / (2 * dim));
  if (dim === 0 || (header && header.count > most)) {
    throw invalid(
      name,
      header
        ? `it says it has ${header.count} vectors of ${dim} components; it is too short for that.`
        : 'it has no vectors.',
    );
  }
  const words = new Map<string, number>();
  let vectors: Float32Array = allocate(Float32Array, (header ? header.count : Math.min(most, 1024)) * dim);
  let repeated = 0;
  let escaped = 0;
  if (!header) checkFirstLine(first, name);
  const encoding = new WordEncoding();
  for (let line = header ? 2 : 1; reader.remaining > 0; line++) {
    const bytes = readLine(reader, line);
    if (bytes.length === 0) continue;
    const row = words.size;
    if (header && row + repeated === header.count) throw invalid(name, `it has more than ${header.count} vectors.`);
    if ((row + 1) * dim > vectors.length) vectors = grown(vectors, Math.min(2 * row, most) * dim);
    const read = readRow(bytes, dim, vectors, row * dim);
    const written = read !== undefined && header?.isDeeplearning4j ? decodeBase64Word(read) : read;
    if (written === undefined) {
      throw invalid(name, `line ${line} is not a word and ${dim} numbers: ${JSON.stringify(excerpt(bytes))}.`);
    }
    if (written.includes('\r')) {
      throw invalid(name, `line ${line} has several lines that end in CR alone. Convert the file, e.g. with mac2unix.`);
    }
    const word = written.includes('<U+') ? withoutEscapes(written) : written;
    if (word !== written) escaped++;
    encoding.see(word, bytes, line);
    if (words.has(word)) repeated++;
    else words.set(word, row);
  }
  if (header && words.size + repeated < header.count) {
    throw invalid(name, `it has ${words.size + repeated} of ${header.count} vectors; it is cut off.`);
  }
  const misread = encoding.firstMisread();
  if (misread !== undefined) {
    throw invalid(name, `line ${misread} and most others are not UTF-8; convert it, e.g. iconv -f GB18030 -t UTF-8.`);
  }
  return {
    estimator: 'none',
    words: [...words.keys()],
    vectors: floatMatrix(vectors.subarray(0, words.size * dim), words.size, dim),
    source: {
      family: header?.isDeeplearning4j ? 'Deeplearning4j' : header ? 'word2vec text' : 'GloVe text',
      options: {},
    },
    warnings: [
      ...(repeated > 0 ? [`Duplicate words: ${repeated}; the first vector of each was used.`] : []),
      ...(escaped > 0
        ? [`Words with escapes of R, as <U+8336> for 茶: ${escaped}; they were read as those characters.`]
        : []),
      ...(header && isOutputOfTree(name, vectors, words.size, dim) ? [nodesForWords] : []),
    ],
  };
}

/** The number of components is that of the first line, which must not be taken for less where one of them is damaged. */
function checkFirstLine(line: Uint8Array, name: string): void {
  const fields = fieldsOf(line);
  const before = fields.length - 2 * countComponents(line) - 2;
  if (before < 2) return;
  const field = decodeWord(line.subarray(fields[before], fields[before + 1]));
  if (/^[-+]?(nan|inf(inity)?|\d+,\d+)$/i.test(field)) {
    throw invalid(
      name,
      `line 1 is not a word and numbers: ${JSON.stringify(field)} in ${JSON.stringify(excerpt(line))}.`,
    );
  }
}

/** Whether the words of a file are UTF-8. A few never are, for some tools cut words off in the middle of a character. */
class WordEncoding {
  #good = 0;
  #bad = 0;
  #firstBad: number | undefined;

  see(word: string, line: Uint8Array, number: number): void {
    if (/^[\x20-\x7e]*$/.test(word)) return;
    // What is not UTF-8 is read a byte for a character.
    if (/[^\0-\xff]/.test(word) || decodeUtf8(line) !== undefined) this.#good++;
    else {
      this.#bad++;
      this.#firstBad ??= number;
    }
  }

  /** The first line that is not, where most are not. */
  firstMisread(): number | undefined {
    return this.#bad > this.#good ? this.#firstBad : undefined;
  }
}

/** R writes `<U+8336>` for a character that its locale does not have, whatever encoding the file is to be in. */
function withoutEscapes(word: string): string {
  const read = word.replace(/<U\+([\dA-F]{4}|000[\dA-F]{5}|0010[\dA-F]{4})>/g, (_, digits) => {
    return String.fromCodePoint(Number.parseInt(digits, 16));
  });
  // Half a pair, and what would end a word of the file, stay as they are written.
  return /[\p{Surrogate}\s]/u.test(read) ? word : read;
}

const nodesForWords =
  'Only its last vector is zero, as in what fastText -saveOutput writes for a model with -loss hs: those are the vectors of inner nodes, which belong to no word. Give the .vec or the .bin beside it.';

/** Whether only the last row is zero: V words have V − 1 inner nodes, and fastText writes a row for each word. */
function isOutputOfTree(name: string, vectors: Float32Array, rows: number, dim: number): boolean {
  if (name.endsWith('.vec') || rows < 2) return false;
  const isZeroRow = (row: number) => vectors.subarray(row * dim, (row + 1) * dim).every((value) => value === 0);
  for (let row = 0; row < rows - 1; row++) if (isZeroRow(row)) return false;
  return isZeroRow(rows - 1);
}

function readLine(reader: ByteReader, number: number): Uint8Array {
  const found = reader.bytesUntil(10, longestLine);
  if (found) return withoutEnd(found);
  if (reader.remaining >= longestLine)
    throw invalid(reader.name, `line ${number} is longer than ${longestLine} bytes.`);
  return withoutEnd(reader.bytes(reader.remaining));
}

function withoutEnd(line: Uint8Array): Uint8Array {
  let end = line.length;
  while (end > 0 && isSpace(line[end - 1])) end--;
  return line.subarray(0, end);
}

function isSpace(byte: number): boolean {
  return byte === space || byte === tab || byte === carriageReturn;
}

/** Start and end of each field between spaces. */
function fieldsOf(line: Uint8Array): number[] {
  const fields: number[] = [];
  for (let at = 0; at < line.length; ) {
    if (isSpace(line[at])) {
      at++;
      continue;
    }
    fields.push(at);
    while (at < line.length && !isSpace(line[at])) at++;
    fields.push(at);
  }
  return fields;
}

/**
 * Writes the last `dim` fields of a line to `vectors`.
 *
 * @returns what comes before them, which may hold spaces; undefined when it is empty or they are no numbers
 */
function readRow(line: Uint8Array, dim: number, vectors: Float32Array, at: number): string | undefined {
  let end = line.length;
  for (let d = dim - 1; d >= 0; d--) {
    let start = end;
    while (start > 0 && !isSpace(line[start - 1])) start--;
    const value = parseDecimal(line, start, end);
    vectors[at + d] = value;
    // NaN, or too large for 32 bits.
    if (!Number.isFinite(vectors[at + d]) || start === 0) return undefined;
    end = start - 1;
    while (end > 0 && isSpace(line[end - 1])) end--;
  }
  return end > 0 ? decodeWord(line.subarray(0, end)) : undefined;
}

function grown(vectors: Float32Array, length: number): Float32Array {
  const larger = allocate(Float32Array, length);
  larger.set(vectors);
  return larger;
}

function excerpt(line: Uint8Array): string {
  return decodeWord(line.subarray(0, 60));
}
