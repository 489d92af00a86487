import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memorySource } from '../../packages/core/dist/formats/bytes/byte-source.js';
import { readNpyHeader } from '../../packages/core/dist/formats/bytes/npy.js';
import { readMatrix } from '../../packages/core/dist/formats/bytes/numpy-array.js';
import { assertRefused } from './fixtures.js';

/** A `.npy` file as NumPy's format.py describes it. */
function npy(version: number, header: string, data: Uint8Array): Uint8Array {
  const prefix = Buffer.alloc(version === 1 ? 10 : 12);
  prefix.write('\x93NUMPY', 'latin1');
  prefix[6] = version;
  if (version === 1) prefix.writeUInt16LE(header.length, 8);
  else prefix.writeUInt32LE(header.length, 8);
  return Buffer.concat([prefix, Buffer.from(header, 'latin1'), data]);
}

function matrixOf(bytes: Uint8Array, rows: number): number[] {
  const { layout, reader } = readNpyHeader(memorySource(bytes), 'a.npy');
  return [...readMatrix(layout, (target) => reader.copy(target), rows, 'a.npy')];
}

const header = (descr: string, fortran: boolean, shape: string) =>
  `{'descr': '${descr}', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': ${shape}, }\n`;

function data(size: 2 | 4 | 8, littleEndian: boolean, values: number[]): Uint8Array {
  const bytes = new Uint8Array(size * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => {
    // Half floats: only the powers of two used here.
    if (size === 2) view.setUint16(i * 2, value === 0 ? 0 : (15 + Math.log2(value)) << 10, littleEndian);
    else if (size === 4) view.setFloat32(i * 4, value, littleEndian);
    else view.setFloat64(i * 8, value, littleEndian);
  });
  return bytes;
}

test('every version, size, byte order and storage order gives the same matrix', () => {
  const rows = [1, 2, 4, 8, 16, 32];
  const columns = [1, 8, 2, 16, 4, 32];
  for (const version of [1, 2, 3]) {
    for (const size of [2, 4, 8] as const) {
      for (const order of ['<', '>']) {
        for (const fortran of [false, true]) {
          const values = data(size, order === '<', fortran ? columns : rows);
          const file = npy(version, header(`${order}f${size}`, fortran, '(2L, 3)'), values);
          assert.deepEqual(matrixOf(file, 2), rows, `${version} ${order}f${size} ${fortran}`);
          assert.deepEqual(matrixOf(file, 1), rows.slice(0, 3), 'the first row alone');
        }
      }
    }
  }
});

test('more numbers than are converted at once', () => {
  const values = Array.from({ length: 50_000 }, (_, i) => i);
  const file = npy(1, header('<f8', true, '(25000, 2)'), data(8, true, values));
  const found = matrixOf(file, 25_000);
  assert.deepEqual(found.slice(0, 4), [0, 25_000, 1, 25_001]);
  assert.equal(found[49_999], 49_999);
});

test('a header that promises more than the file holds, or says nothing, is refused', () => {
  const refused = (file: Uint8Array, message: RegExp) =>
    assertRefused(() => matrixOf(file, 1), 'INVALID_MODEL', message);
  refused(npy(1, header('<f4', false, '(1000000000, 300)'), data(4, true, [1])), /needs 1200000000000 bytes/);
  refused(npy(1, header('<f4', false, '(1, 2)'), data(4, true, [1])), /cut off/);
  refused(npy(1, header('|O', false, '(1, 2)'), data(4, true, [1])), /not numbers/);
  refused(npy(1, '{}', data(4, true, [1])), /expected type/);
  refused(npy(9, '{}', data(4, true, [1])), /version 9/);
  refused(Buffer.from('\x93NUMP', 'latin1'), /not a NumPy array/);
});
