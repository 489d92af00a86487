import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { KeywordError } from '../../packages/core/dist/errors.js';
import { readSafetensors, writeSafetensors } from '../../packages/core/dist/formats/bytes/safetensors.js';
import { concatenate } from './sample-models.js';

/** A file with this header and so many bytes of data. */
function file(header: unknown, dataLength: number, headerLength?: bigint): Uint8Array {
  const json = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + json.length + dataLength);
  new DataView(bytes.buffer).setBigUint64(0, headerLength ?? BigInt(json.length), true);
  bytes.set(json, 8);
  return bytes;
}

const u8 = (start: unknown, end: unknown, shape: unknown = [(end as number) - (start as number)]) => ({
  dtype: 'U8',
  shape,
  data_offsets: [start, end],
});

function refuse(bytes: Uint8Array, message: RegExp, code = 'INVALID_MODEL') {
  assert.throws(
    () => readSafetensors(bytes),
    (error: KeywordError) => error.name === 'KeywordError' && error.code === code && message.test(error.message),
    String(message),
  );
}

describe('safetensors', () => {
  it('reads what it writes, ordered by item size, aligned', () => {
    const tensor = (dtype: 'F64' | 'F32' | 'F16' | 'U8', size: number, n: number) =>
      ({ dtype, shape: [n], bytes: new Uint8Array(size * n).fill(n) }) as const;
    const tensors = { a: tensor('U8', 1, 3), b: tensor('F16', 2, 1), c: tensor('F64', 8, 1), d: tensor('F32', 4, 3) };
    const bytes = concatenate(writeSafetensors({ z: '1', a: 'ü"\ud800' }, tensors));
    const read = readSafetensors(bytes);
    assert.deepEqual([...read.tensors.keys()], ['c', 'd', 'b', 'a']);
    assert.deepEqual(
      [...read.metadata],
      [
        ['a', 'ü"\ud800'],
        ['z', '1'],
      ],
    );
    assert.equal(read.dataStart % 64, 0);
    for (const [name, { dtype, shape, bytes: data }] of read.tensors) {
      assert.deepEqual({ dtype, shape, bytes: data }, tensors[name as 'a']);
      assert.equal(data.buffer, bytes.buffer);
      assert.equal(data.byteOffset % (data.length / shape[0]), 0);
    }
  });

  it('takes files without metadata, without tensors, with empty tensors and scalars', () => {
    assert.equal(readSafetensors(file({}, 0)).tensors.size, 0);
    const { tensors } = readSafetensors(file({ b: u8(0, 0), a: u8(0, 1, []) }, 1));
    assert.deepEqual([...tensors.keys()], ['b', 'a']);
  });

  it('says how many bytes are missing or too many', () => {
    const whole = file({ a: u8(0, 10) }, 10);
    for (let length = 0; length < whole.length; length++) {
      const expected = length < 8 ? 8 : length < whole.length - 10 ? whole.length - 10 : whole.length;
      refuse(
        whole.slice(0, length),
        new RegExp(`expected ${expected} bytes, the file has ${length}\\. It was cut off`),
      );
    }
    refuse(file({ a: u8(0, 10) }, 12), /expected \d+ bytes, the file has \d+\. Something was added/);
  });

  it('believes no length', () => {
    refuse(file({}, 0, 2n ** 63n), /header claims 9223372036854775808 bytes/);
    refuse(file({}, 0, 2n ** 64n - 1n), /header claims 18446744073709551615 bytes/);
    refuse(file({}, 0, 10_000_001n), /header claims 10000001 bytes/);
    refuse(file({}, 0, 9_999_999n), /expected 10000007 bytes, the file has 10/);
    refuse(file({ a: u8(0, 2 ** 52) }, 0), /expected \d+ bytes, the file has/);
    refuse(file({ a: u8(0, 2 ** 53, [1]) }, 0), /data_offsets of tensor "a" are not a range/);
    refuse(file({ a: u8(0, 1, [2 ** 53]) }, 1), /shape of tensor "a" is not a list of whole numbers/);
    refuse(file({ a: u8(0, 1, [2 ** 31, 2 ** 31, 2 ** 31]) }, 1), /needs 9\.9\d*e\+27 bytes by its shape/);
    refuse(file({ a: u8(0, 0, Array(400).fill(2 ** 52)) }, 0), /needs Infinity bytes/);
    refuse(file({ a: u8(0, 1, [0, 2 ** 52]) }, 1), /needs 0 bytes by its shape, its data_offsets give 1/);
    refuse(file({ a: u8(0, 0, [...Array(400).fill(2 ** 52), 0]) }, 0), /needs NaN bytes/);
  });

  it('refuses gaps, overlaps, and ranges that are none', () => {
    refuse(file({ a: u8(0, 2), b: u8(3, 4) }, 4), /tensor "b" starts at 3, expected 2/);
    refuse(file({ a: u8(0, 2), b: u8(1, 3) }, 3), /tensor "b" starts at 1, expected 2/);
    refuse(file({ a: u8(0, 2), b: u8(0, 2) }, 2), /tensor "b" starts at 0, expected 2/);
    refuse(file({ a: u8(1, 2) }, 2), /tensor "a" starts at 1, expected 0/);
    refuse(
      file(
        '{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}',
        2,
      ),
      /starts at 1, expected 0/,
    );
    for (const [start, end] of [
      [1, 0],
      [-1, 0],
      [0.5, 1],
      ['0', 1],
      [0, null],
    ]) {
      refuse(file({ a: u8(start, end, [1]) }, 1), /data_offsets of tensor "a" are not a range/);
    }
    for (const shape of [null, {}, [-1], [1.5], ['1'], [[1]]]) {
      refuse(file({ a: u8(0, 1, shape) }, 1), /shape of tensor "a" is not a list of whole numbers/);
    }
  });

  it('refuses headers that are none', () => {
    for (const header of ['', ' {}', '[]', 'null', '\ufeff{}']) refuse(file(header, 0), /does not start with "\{"/);
    for (const header of ['{', '{}}', '{"a":}', `{"a":${'['.repeat(100_000)}`]) refuse(file(header, 0), /is not JSON/);
    refuse(file({ a: [] }, 0), /tensor "a" is not a JSON object/);
    refuse(file({ a: {} }, 0), /tensor "a" has no dtype/);
    refuse(file({ __metadata__: { a: 1 } }, 0), /"a" is not a string/);
    refuse(file({ __metadata__: null }, 0), /__metadata__ is not a JSON object/);
    refuse(file(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 0), /tensor "a" is not a JSON object/);
    const invalidUtf8 = file('{"x":{}}', 0);
    invalidUtf8[10] = 0xff;
    refuse(invalidUtf8, /is not JSON/);
    refuse(file({ a: { ...u8(0, 1), dtype: 'F128' } }, 1), /dtype "F128"/, 'UNSUPPORTED_MODEL');
    refuse(file({ a: { ...u8(0, 1), dtype: 'constructor' } }, 1), /dtype "constructor"/, 'UNSUPPORTED_MODEL');
  });

  it('takes names of object properties for names', () => {
    const header = `{"__proto__":${JSON.stringify(u8(0, 1))},"constructor":${JSON.stringify(u8(1, 2))}}`;
    assert.deepEqual([...readSafetensors(file(header, 2)).tensors.keys()], ['__proto__', 'constructor']);
  });
});
