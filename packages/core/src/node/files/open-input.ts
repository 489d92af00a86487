import { open } from 'node:fs/promises';
import { KeywordError } from '../../errors.js';
import type { InputFormat } from '../../records/input-format.js';
import type { CutOptions } from '../../records/records.js';
import { encodingByMark } from '../../text/decode-bytes.js';
import { peek, unpackStream } from '../packed/unpack-stream.js';
import { fileError } from './read-text-file.js';

/** Bytes read at a time. */
const CHUNK = 1 << 20;

/** How the bytes of an input are read. */
export interface ReadingOptions {
  /** What they are encoded in, by a name that TextDecoder knows; UTF-8 or what their mark says if not given. */
  readonly encoding?: string | undefined;
  /** Whether the bytes stay as they are once unpacked, whatever they are encoded in. */
  readonly raw?: boolean | undefined;
  /** What `-` stands for. */
  readonly stdin?: AsyncIterable<Uint8Array>;
}

/** How records are read. */
export interface RecordOptions extends ReadingOptions, CutOptions {
  /** By name and contents if not given; `text` and `lines` are no records. */
  readonly format?: InputFormat | undefined;
}

/**
 * The bytes of a file, or of standard input for `-`, unpacked, as UTF-8 without a mark unless they stay raw. A chunk lasts until the next.
 * What is not of the encoding named becomes a byte that UTF-8 does not have, so that it is an error where it is and
 * not one of everything.
 *
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_OPTION for an unknown encoding
 */
export async function* openInput(
  file: string,
  { encoding, raw, stdin = process.stdin }: ReadingOptions = {},
): AsyncGenerator<Uint8Array> {
  if (encoding !== undefined) checkEncoding(encoding);
  const source = file === '-' ? 'standard input' : file;
  try {
    const unpacked = unpackStream(file === '-' ? stdin : chunksOf(file), source);
    yield* raw ? unpacked : asUtf8(unpacked, encoding);
  } catch (error) {
    throw error instanceof KeywordError ? error : fileError(source, error);
  }
}

/** Into one buffer again and again: new memory for each chunk costs more than reading it. */
async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file);
  try {
    if ((await handle.stat()).isDirectory()) throw new KeywordError('FILE_UNREADABLE', `${file} is a directory.`);
    const buffer = new Uint8Array(CHUNK);
    for (;;) {
      const { bytesRead } = await handle.read(buffer);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

const marks: readonly (readonly number[])[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xef, 0xbb, 0xbf],
];

async function* asUtf8(chunks: AsyncIterable<Uint8Array>, named: string | undefined): AsyncGenerator<Uint8Array> {
  const { head, all } = await peek(chunks, (head) =>
    marks.some((mark) => head.length < mark.length && head.every((byte, i) => byte === mark[i])),
  );
  const marked = encodingByMark(head);
  const encoding = new TextDecoder(marked ?? named ?? 'utf-8').encoding;
  if (encoding !== 'utf-8') yield* recoded(all, encoding);
  else if (marked) yield* without(all, 3);
  else yield* all;
}

async function* without(chunks: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let left = bytes;
  for await (const chunk of chunks) {
    if (chunk.length > left) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

async function* recoded(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield encode(decoder.decode(chunk, { stream: true }));
  yield encode(decoder.decode());
}

/** As UTF-8, with a byte that is none for what could not be decoded. */
function encode(text: string): Uint8Array {
  if (!text.includes('\ufffd')) return Buffer.from(text);
  const parts = text
    .split('\ufffd')
    .flatMap((part, i) => (i > 0 ? [Buffer.of(0xff), Buffer.from(part)] : Buffer.from(part)));
  return Buffer.concat(parts);
}

/** @throws KeywordError INVALID_OPTION */
export function checkEncoding(encoding: string): void {
  try {
    new TextDecoder(encoding);
  } catch {
    throw new KeywordError(
      'INVALID_OPTION',
      `encoding is ${JSON.stringify(encoding)}, which is not a known encoding. Expected utf-8, utf-16le, gb18030, gbk, big5, latin1, shift_jis, euc-kr or another of the WHATWG Encoding Standard.`,
      { option: 'encoding' },
    );
  }
}
