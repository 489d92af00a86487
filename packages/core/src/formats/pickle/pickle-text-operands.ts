import type { ByteReader } from '../bytes/byte-reader.js';
import { allocate, invalid } from '../bytes/byte-source.js';
import { decodeLatin1 } from '../bytes/decode-text.js';
import { readLine, readName } from './pickle-memo.js';
import { op } from './pickle-opcodes.js';
import { PickleGlobal, PickleObject, PickleText, type PickleValue } from './pickle-values.js';

const backslash = 0x5c;

/**
 * The values that protocol 0 writes as lines of text.
 *
 * @throws KeywordError INVALID_MODEL when the line does not hold what it should
 */
export function readTextOperand(reader: ByteReader, code: number): PickleValue {
  switch (code) {
    case op.INT:
    case op.LONG:
      return integerOf(readName(reader), reader);
    case op.FLOAT:
      return numberOf(readName(reader), reader);
    case op.UNICODE:
      return unescapeText(readLine(reader));
    case op.STRING:
      return byteString(decodeLatin1(readLine(reader)), reader);
    case op.PERSID:
      return new PickleObject(new PickleGlobal('pickle', 'persistent_load'), [readName(reader)]);
    default:
      throw invalid(reader.name, `byte 0x${code.toString(16)} at ${reader.position - 1} is not a pickle opcode.`);
  }
}

function integerOf(text: string, reader: ByteReader): number | boolean {
  // Protocols 0 and 1 have no other way to write these two.
  if (text === '00') return false;
  if (text === '01') return true;
  if (!/^\s*[-+]?\d+L?\s*$/.test(text)) throw notNumber(text, reader);
  return Number(text.replace('L', ''));
}

function numberOf(text: string, reader: ByteReader): number {
  const known: Record<string, number> = { nan: Number.NaN, inf: Infinity, '-inf': -Infinity };
  const value = Object.hasOwn(known, text) ? known[text] : Number(text);
  if (Number.isNaN(value) && text !== 'nan') throw notNumber(text, reader);
  return value;
}

function notNumber(text: string, reader: ByteReader) {
  return invalid(reader.name, `the pickle has the number "${text.slice(0, 40)}".`);
}

/** Python's raw-unicode-escape: \uXXXX and \UXXXXXXXX, every other character is itself. */
function unescapeText(line: Uint8Array): string {
  if (!line.includes(backslash)) return decodeLatin1(line);
  const units = allocate(Uint16Array, line.length);
  let length = 0;
  for (let at = 0; at < line.length; ) {
    const digits = line[at] !== backslash ? 0 : line[at + 1] === 0x75 ? 4 : line[at + 1] === 0x55 ? 8 : 0;
    const code = digits ? hexAt(line, at + 2, digits) : -1;
    if (code < 0 || code > 0x10ffff) units[length++] = line[at++];
    else {
      at += 2 + digits;
      if (code > 0xffff) units[length++] = 0xd7c0 + (code >> 10);
      units[length++] = code > 0xffff ? 0xdc00 | (code & 0x3ff) : code;
    }
  }
  let text = '';
  for (let at = 0; at < length; at += 4096) {
    text += String.fromCharCode.apply(null, units.subarray(at, Math.min(at + 4096, length)) as unknown as number[]);
  }
  return text;
}

/** A hexadecimal number of so many digits; −1 where they are none. */
function hexAt(bytes: Uint8Array, from: number, digits: number): number {
  let value = 0;
  for (let at = from; at < from + digits; at++) {
    const digit = Number.parseInt(String.fromCharCode(bytes[at]), 16);
    if (!(digit >= 0)) return -1;
    value = value * 16 + digit;
  }
  return value;
}

const escapes: Readonly<Record<string, number>> = {
  '\\': 0x5c,
  "'": 0x27,
  '"': 0x22,
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
};

/** A Python 2 `str` in quotes. */
function byteString(line: string, reader: ByteReader): PickleText {
  const quoted = /^(['"])(.*)\1\s*$/s.exec(line);
  if (!quoted) throw invalid(reader.name, 'the pickle has a string without quotes.');
  const text = quoted[2];
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    let byte = text.charCodeAt(i);
    if (byte === 0x5c) {
      const next = text[++i];
      if (next === 'x') {
        byte = Number.parseInt(text.slice(i + 1, i + 3), 16);
        i += 2;
      } else byte = escapes[next] ?? Number.NaN;
      if (Number.isNaN(byte)) throw invalid(reader.name, 'the pickle has a string with an unknown escape.');
    }
    bytes[length++] = byte;
  }
  return new PickleText(bytes.slice(0, length), length, true);
}
