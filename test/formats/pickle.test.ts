import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ByteReader } from '../../packages/core/dist/formats/bytes/byte-reader.js';
import { memorySource } from '../../packages/core/dist/formats/bytes/byte-source.js';
import { NumpyArray, readMatrix, readVector } from '../../packages/core/dist/formats/bytes/numpy-array.js';
import { PickleBytes } from '../../packages/core/dist/formats/bytes/pickle-bytes.js';
import { eachItem, listLength } from '../../packages/core/dist/formats/bytes/short-vectors.js';
import { readPickle } from '../../packages/core/dist/formats/pickle/pickle-machine.js';
import {
  PickleDict,
  PickleObject,
  PickleText,
  type PickleValue,
} from '../../packages/core/dist/formats/pickle/pickle-values.js';
import { assertRefused, fixture } from './fixtures.js';

function read(text: string | Uint8Array): PickleValue {
  return readPickle(
    new ByteReader(memorySource(typeof text === 'string' ? Buffer.from(text, 'latin1') : text), 'test'),
  );
}

const files = readdirSync(fixture('pickle'));

for (const file of files.filter((name) => name.startsWith('values'))) {
  test(`${file}: every kind of value comes back`, () => {
    const bytes = readFileSync(fixture(`pickle/${file}`));
    const reader = new ByteReader(memorySource(bytes), file);
    const root = readPickle(reader);
    assert.ok(Array.isArray(root));
    const bytesOf = (value: PickleValue): number[] => {
      assert.ok(value instanceof PickleBytes);
      if (typeof value.place !== 'number') return [...value.place];
      const raw = reader.bytesAt(value.place, value.length);
      return [...(value.isText ? Buffer.from(Buffer.from(raw).toString('utf8'), 'latin1') : raw)];
    };
    assert.deepEqual(root.slice(0, 14), [
      null,
      true,
      false,
      0,
      255,
      65535,
      -1,
      2 ** 31 - 1,
      -(2 ** 31),
      2 ** 40,
      -(2 ** 40),
      2 ** 70,
      1.5,
      -1e300,
    ]);
    assert.deepEqual(root.slice(14, 17), ['tea', '茶', 'line\nend\\']);
    assert.deepEqual(bytesOf(root[17]), [0, 0x80, 0xff]);
    assert.deepEqual(root.slice(18, 25), [[], [1], [1, 2], [1, 2, 3], [1, 2, 3, 4], [], [1, [2]]]);
    assert.ok(root[25] instanceof PickleDict && root[26] instanceof PickleDict);
    assert.deepEqual([root[25].parts.flat(), root[26].parts.flat()], [[], ['a', 1, 'b', [2]]]);
    assert.deepEqual(root.slice(27, 30), [[], [7], [8]]);
    assert.deepEqual(bytesOf(root[30]), [1, 0xfe]);
    assert.ok(root[31] instanceof PickleObject);
    assert.equal(root[31].className, '__main__.Callback');
    const [, , , , , , , , , , , , , , , , , , , , , , , , , , , , , , , , floats, integers] = root;
    assert.ok(floats instanceof NumpyArray && integers instanceof NumpyArray);
    assert.deepEqual(floats.layout?.shape, [2, 3]);
    assert.deepEqual([...readMatrix(floats.layout!, floats.bytes(reader), 2, file)], [0, 1, 2, 3, 4, 5]);
    assert.deepEqual([...readVector(integers.layout!, integers.bytes(reader), file)], [0, 1, 2]);
    assert.equal(root[34], 2.5);
    assert.ok(root[35] instanceof NumpyArray);
    assert.deepEqual(root[35].objects, ['x', null]);
    assert.equal(root[36], root[16]);
  });
}

for (const file of files.filter((name) => name.startsWith('vectors'))) {
  test(`${file}: short vectors come back, alone or many in a row, for the first time or again`, () => {
    const reader = new ByteReader(memorySource(readFileSync(fixture(`pickle/${file}`))), file);
    const root = readPickle(reader);
    assert.ok(root instanceof PickleDict);
    const short = Array.from({ length: 40 }, (_, i) => Array.from({ length: i % 23 }, (_, j) => (7 * j + i) % 251));
    const expected: Record<string, unknown[]> = {
      fresh: short,
      again: [...short.toReversed(), ...short.slice(0, 4)],
      few: short.slice(0, 3),
      tuple: short,
      between: [1, ...short.slice(0, 20), 'x', short[2]],
    };
    for (const [name, items] of Object.entries(expected)) {
      const list = root.get(name);
      assert.ok(Array.isArray(list), name);
      assert.equal(listLength(list), items.length);
      const found: unknown[] = [];
      eachItem(list, items.length, (item) => {
        if (item instanceof NumpyArray) found.push([...readVector(item.layout!, item.bytes(reader), file)]);
        else found.push(item instanceof PickleText ? item.read(reader) : item);
      });
      assert.deepEqual(found, items, name);
    }
  });
}

test('entries of the memo may have any numbers, in any order', () => {
  // No number is higher than the file is long.
  const long = `S'${'x'.repeat(400)}'\n0`;
  assert.deepEqual(read(`${long}I5\np300\n0I7\np299\n0g300\ng299\n\x86.`), [5, 7]);
  assert.deepEqual(read(`${long}I5\np300\n0I7\np300\n0g300\n\x85.`), [7]);
  assert.deepEqual(read('I5\np9\n0I7\np9\n0g9\n\x85.'), [7]);
});

test('texts of a list come back, whatever is between them, and are fetched by their numbers', () => {
  const short = (text: string) => {
    const bytes = Buffer.from(text);
    return Buffer.concat([Buffer.from([0x8c, bytes.length]), bytes, Buffer.from([0x94])]);
  };
  const words = Array.from({ length: 600 }, (_, i) => `茶${i}é`);
  const frame = Buffer.from('\x95\x09\0\0\0\0\0\0\0', 'latin1');
  const long = 'x'.repeat(200);
  const bytes = Buffer.concat([
    Buffer.from('\x80\x04', 'latin1'),
    frame,
    Buffer.from(']\x94(', 'latin1'), // entry 0; the words are 1 … 600
    ...words.map((word, i) => (i % 100 === 7 ? Buffer.concat([frame, frame, short(word)]) : short(word))),
    Buffer.from('U\x02\xff\xfe\x94', 'latin1'),
    short(long),
    Buffer.from('X\x02\0\0\0a\0\x94K\x05', 'latin1'),
    short('after'),
    Buffer.from('h\x03j\x57\x02\0\0j\x58\x02\0\0j\x59\x02\0\0j\x5a\x02\0\0e.', 'latin1'),
  ]);
  const again = [words[2], words[598], words[599], 'ÿþ', long];
  assert.deepEqual(read(bytes), [...words, 'ÿþ', long, 'a\0', 5, 'after', ...again]);
  for (let end = 0; end < bytes.length; end += 5)
    assertRefused(() => read(bytes.subarray(0, end)), 'INVALID_MODEL', /./);
});

test('what is fetched again and again is there once', () => {
  const kilobytes = 60;
  const fetches = 20_000;
  const early = Array.from({ length: 300 }, (_, id) => `Np${id}\n0`).join('');
  const before = process.memoryUsage().heapUsed;
  const list = read(`${early}S'${'x'.repeat(1024 * kilobytes)}'\np300\n0](${'g300\n'.repeat(fetches)}e.`);
  const binary = Buffer.alloc(4);
  binary.writeUInt32LE(1024 * kilobytes);
  const text = `X${binary.toString('latin1')}${'y'.repeat(1024 * kilobytes)}`;
  const again = read(`\x80\x02${early}${text}r\x2c\x01\x00\x000](${'j\x2c\x01\x00\x00'.repeat(fetches)}e.`);
  const grown = (process.memoryUsage().heapUsed - before) / 1e6;
  for (const [found, letter] of [
    [list, 'x'],
    [again, 'y'],
  ] as const) {
    assert.ok(Array.isArray(found));
    assert.equal(found.length, fetches);
    assert.equal(found[fetches - 1], letter.repeat(1024 * kilobytes));
  }
  assert.ok(grown < 200, `${grown} MB`);
});

test('a dictionary keeps no room for what is not set', () => {
  const dict = read(`}(${Array.from({ length: 600 }, (_, i) => `I${i}\nI${i}\n`).join('')}u${'(u'.repeat(100)}.`);
  assert.ok(dict instanceof PickleDict);
  assert.equal(dict.size, 600);
  assert.equal(dict.parts.length, 1);
});

test('a call is never made: what a pickle asks to run becomes an inert object', () => {
  const value = read('cos\nsystem\n(S"touch /tmp/pwned"\ntR.');
  assert.ok(value instanceof PickleObject);
  assert.equal(value.className, 'os.system');
});

test('names of JavaScript mean nothing', () => {
  for (const name of ['constructor', '__proto__', 'toString']) {
    const value = read(`c${name}\n${name}\n(tR}S'${name}'\nI1\nsb.`);
    assert.ok(value instanceof PickleObject);
    assert.equal(value.attributes?.get(name), 1);
    assert.equal(value.attributes?.get('hasOwnProperty'), undefined);
  }
});

test('old ways to write things: INST, OBJ, DICT, LIST, POP, DUP, PERSID, EXT1', () => {
  const instance = read('(iold\nThing\n(dS"a"\nI5\nsb.');
  assert.ok(instance instanceof PickleObject);
  assert.equal(instance.attributes?.get('a'), 5);
  assert.ok(read('(cold\nThing\nI1\no.') instanceof PickleObject);
  assert.deepEqual(read('(I1\nI2\nl.'), [1, 2]);
  assert.deepEqual(read('(I1\n0I2\nl.'), [2]);
  assert.deepEqual(read('((0I2\nl.'), [2]);
  assert.deepEqual(read('(I3\n2l.'), [3, 3]);
  assert.deepEqual(read('I1\n(I2\nI3\n1.'), 1);
  assert.ok(read('Pname\n.') instanceof PickleObject);
  assert.ok(read('\x80\x02\x82\x05.') !== undefined);
});

test('damage is found', () => {
  const cases: [string, RegExp][] = [
    ['', /ends where 1 more/],
    ['\x80\x04K', /ends where 1 more/],
    ['\x80\x04.', /empty stack/],
    ['\x80\x04)\x93.', /name is not a text/],
    ['(.', /empty stack/],
    ['t.', /no mark/],
    ['\x80\x04h\x05.', /before it is there/],
    ['g999999999\n.', /memo entry 999999999/],
    ['\x80\x04X\xff\xff\xff\xffab.', /ends where 4294967295 more/],
    ['\x80\x04\x8e\xff\xff\xff\xff\xff\xff\xff\xff.', /ends where/],
    ['\xff.', /not a pickle opcode/],
    ['N(Na.', /not a list/],
    ['N(K\x01K\x02u.', /not a dictionary/],
    ['](K\x01u.', /not a dictionary/],
    ["S'\\q'\n.", /unknown escape/],
    ['Iabc\n.', /the number "abc"/],
  ];
  for (const [pickle, message] of cases) assertRefused(() => read(pickle), 'INVALID_MODEL', message);
  assertRefused(() => read('\x80\x09.'), 'UNSUPPORTED_MODEL', /protocol 9/);
});

test('an array must have the bytes its shape needs', () => {
  const array = (shape: string, data: string) =>
    `cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I0\ntS'b'\ntR(I1\n${shape}cnumpy\ndtype\n(S'f4'\nI0\nI1\ntRI00\nS'${data}'\ntb.`;
  assert.ok(read(array('(I1\nt', 'abcd')) instanceof NumpyArray);
  assertRefused(() => read(array('(I2\nt', 'abcd')), 'INVALID_MODEL', /2 elements needs 8 bytes, got 4/);
  assertRefused(() => read(array('(I-1\nt', 'abcd')), 'INVALID_MODEL', /invalid shape/);
  assertRefused(() => read(array('(I1000000\nI1000000\nI1000000\nt', 'abcd')), 'INVALID_MODEL', /needs/);
});

test('a file that is all empty dictionaries is refused before it fills memory', () => {
  const bytes = new Uint8Array(400_000).fill(0x7d);
  bytes[bytes.length - 1] = 0x2e;
  assertRefused(() => read(bytes), 'INVALID_MODEL', /more objects than its length allows/);
});

/** Memory taken by reading a pickle, in bytes; what is read stays alive meanwhile. */
function memoryOf(pickle: string | Uint8Array): number {
  const used = () => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = used();
  let found: unknown;
  try {
    found = read(pickle);
  } catch (error) {
    found = error;
  }
  const taken = used() - before;
  assert.ok(found !== undefined);
  return taken;
}

test('calls that copy a list of the memo many times are refused before they fill memory', () => {
  const list = `(${'I1\nI2\n\x86'.repeat(1000)}lp0\n0`;
  for (const [name, call] of Object.entries({
    dict: 'c__builtin__\ndict\n(g0\ntR',
    OrderedDict: 'ccollections\nOrderedDict\n(g0\ntR',
    frombuffer: "cnumpy.core.numeric\n_frombuffer\n(C\x00cnumpy\ndtype\n(S'f4'\ntRg0\nS'C'\ntR",
    'object array': "cnumpy.core.multiarray\n_reconstruct\n(tR(I1\n(I1000\ntcnumpy\ndtype\n(S'O8'\ntRI00\ng0\ntb",
  })) {
    assertRefused(() => read(`${list}(${call.repeat(10_000)}l.`), 'INVALID_MODEL', /copy more|no shape/);
    const grown = memoryOf(`${list}(${call.repeat(10_000)}l.`);
    assert.ok(grown < 100e6, `${name}: ${grown / 1e6} MB`);
  }
  const text = `V${'x'.repeat(60_000)}\np0\n0`;
  const encode = "c_codecs\nencode\n(g0\nS'latin1'\ntR";
  assertRefused(() => read(`${text}(${encode.repeat(10_000)}l.`), 'INVALID_MODEL', /copy more/);
});

test('marks that are never closed are refused', () => {
  assertRefused(() => read(`${'('.repeat(5_000_000)}.`), 'INVALID_MODEL', /open marks/);
});

test('a long text of protocol 0 takes about its length', () => {
  const text = 'ab\\u0041\\u000a'.repeat(500_000);
  const grown = memoryOf(Buffer.from(`V${text}\n.`, 'latin1'));
  assert.ok(grown < 5 * text.length, `${grown / text.length} × its length`);
  const encoded = read(`c_codecs\nencode\n(V${text}\nS'latin1'\ntR.`);
  assert.ok(encoded instanceof PickleBytes);
  const bytes = new Uint8Array(encoded.length);
  encoded.fill(new ByteReader(memorySource(new Uint8Array(0)), 'none'))(bytes);
  assert.equal(Buffer.from(bytes.subarray(-4)).toString(), 'abA\n');
});

test('a text of protocol 0 is unescaped character by character', () => {
  const text = '\\u4e00\\U0001F375\\\\u0041\\u12\\U00110000\\x41é\\';
  assert.equal(read(`V${text}\n.`), '一🍵\\A\\u12\\U00110000\\x41é\\');
  const many = 100_000;
  assert.equal(read(`V${'\\u4e00'.repeat(many)}\n.`), '一'.repeat(many));
});
