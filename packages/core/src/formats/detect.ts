import { KeywordError } from '../errors.js';
import { withoutMark } from '../text/decode-bytes.js';
import type { ByteSource } from './bytes/byte-source.js';
import { decodeLatin1 } from './bytes/decode-text.js';
import { npyMagic } from './bytes/npy.js';
import { fastTextMagic } from './fasttext/fasttext.js';
import { parseFloretHeader } from './fasttext/floret.js';
import { countComponents, parseHeader } from './vectors/text-vectors.js';

/** What a file is, by its first bytes. */
export type FileFormat =
  | 'telltale model'
  | 'pickle'
  | 'gzip'
  | 'zip'
  | 'fastText model'
  | 'NumPy array'
  | 'text vectors'
  | 'floret vectors'
  | 'word2vec binary';

/** Bytes looked at: enough for a line of the widest vectors. */
const lookedAt = 1 << 18;

/** Files that are often given by mistake, by how they begin; in lower case. */
const others: readonly (readonly [string, string])[] = [
  ['bzh', 'a bzip2 file; unpack it first (bunzip2)'],
  ['\xfd7zxz', 'an xz file; unpack it first (xz -d)'],
  ['\x28\xb5\x2f\xfd', 'a zstd file; unpack it first (zstd -d)'],
  ['<!doctype', 'a web page, perhaps of a download that failed'],
  ['<html', 'a web page, perhaps of a download that failed'],
  ['<?xml', 'an XML text'],
  ['version https://git-lfs', 'a pointer of Git LFS; fetch the file itself (git lfs pull)'],
  ['\x89hdf', 'an HDF5 file'],
  ['gguf', 'a GGUF model'],
  ['par1', 'a Parquet file; give it a name that ends in .parquet, or the directory that Spark saved the model to'],
  ['{', 'a JSON text'],
  ['[', 'a JSON text'],
  ['%pdf', 'a PDF document'],
  ['\x7felf', 'a program'],
];

/**
 * Recognises a file by its first bytes.
 *
 * @param name of the file, for messages
 * @throws KeywordError FILE_UNREADABLE that says what the file looks like, when it is none of these
 */
export function detectFormat(source: ByteSource, name: string): FileFormat {
  const head = source.read(0, Math.min(source.byteLength, lookedAt));
  const start = decodeLatin1(head.subarray(0, 512));
  if (head.length === 0) throw unreadable(name, 'it is empty');
  if (head.length > 9 && head[8] === 0x7b && isHeaderLength(head, source.byteLength)) return 'telltale model';
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (start.startsWith('PK\x03\x04')) return 'zip';
  if (npyMagic.every((byte, i) => head[i] === byte)) return 'NumPy array';
  if (head.length > 3 && new DataView(head.buffer, head.byteOffset).getInt32(0, true) === fastTextMagic) {
    return 'fastText model';
  }
  // A pickle says its protocol first; those of protocols 0 and 1 begin with a class, or the arguments for one.
  if (head[0] === 0x80 && head[1] <= 9) return 'pickle';
  if (/^\(?[ci][\w.]+\n[\w.]+\n/.test(start)) return 'pickle';
  const vectors = detectVectors(head);
  if (vectors) return vectors;
  const other = others.find(([prefix]) => start.trimStart().toLowerCase().startsWith(prefix))?.[1];
  throw unreadable(name, `it looks like ${other ?? (isText(head) ? 'a text' : 'binary data of an unknown kind')}`);
}

/** Says that a file is not a model, and what it looks like. */
export function unreadable(name: string, what: string): KeywordError {
  return new KeywordError(
    'FILE_UNREADABLE',
    `${name} is not a model: ${what}. Models of Telltale (.safetensors), gensim's save(), fastText (.bin) and word vectors (word2vec, GloVe, .vec) can be read.`,
  );
}

/** A safetensors file begins with the length of its JSON header. */
function isHeaderLength(head: Uint8Array, byteLength: number): boolean {
  let length = 0;
  for (let i = 7; i >= 0; i--) length = length * 256 + head[i];
  return length >= 2 && length <= byteLength - 8;
}

function detectVectors(all: Uint8Array): 'text vectors' | 'floret vectors' | 'word2vec binary' | undefined {
  const head = withoutMark(all);
  const end = head.indexOf(10);
  const first = head.subarray(0, end < 0 ? head.length : end);
  if (parseFloretHeader(first)) return 'floret vectors';
  const header = parseHeader(first, head.subarray(end + 1));
  if (!header) return countComponents(first) >= 2 && isText(first) ? 'text vectors' : undefined;
  const rest = head.subarray(end + 1);
  const next = rest.indexOf(10);
  const line = rest.subarray(0, next < 0 ? rest.length : next);
  // A line longer than what was looked at can only be counted in part.
  const isWhole = countComponents(line) >= (next < 0 ? 1 : header.dim);
  // Numbers as bytes are hardly ever all printable, and then no UTF-8 and not mostly digits: so text that is damaged is
  // told from them.
  const kilobyte = rest.subarray(0, 1024);
  const isReadable = () => isMostlyNumbers(kilobyte) || isUtf8(kilobyte);
  return isText(kilobyte) && (isWhole || isReadable()) ? 'text vectors' : 'word2vec binary';
}

/** Whether the lines are UTF-8, but for a character cut off at the end. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

const numberSigns = new Set(new TextEncoder().encode('0123456789 \t\n+-.,eE'));

/** Whether more than half of the bytes may be of decimal numbers. */
function isMostlyNumbers(bytes: Uint8Array): boolean {
  return 2 * bytes.filter((byte) => numberSigns.has(byte)).length > bytes.length;
}

/** No control characters but white space. */
function isText(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 4096).every((byte) => byte >= 0x20 || (byte >= 9 && byte <= 13));
}
