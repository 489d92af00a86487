import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { memoryFile } from '../../packages/core/dist/formats/bytes/byte-source.js';
import { parseDecimal } from '../../packages/core/dist/formats/bytes/parse-number.js';
import type { ForeignVectors } from '../../packages/core/dist/formats/foreign/foreign-model.js';
import { readForeignModel } from '../../packages/core/dist/formats/read-foreign-model.js';
import { binaryVectors, textVectors } from '../../packages/core/dist/formats/vectors/export-vectors.js';
import { floatMatrix } from '../../packages/core/dist/math/matrix.js';
import { readForeignModelFile } from '../../packages/core/dist/node/models/foreign-models.js';
import { assertRefused, fixture, json, type Reference } from './fixtures.js';

function read(content: string | Uint8Array): ForeignVectors {
  const found = readForeignModel(memoryFile('v', Buffer.from(content)));
  assert.ok(found.estimator === 'none');
  return found;
}

test('word2vec text and binary files hold the same vectors', () => {
  const text = readForeignModelFile(fixture('vectors/new.txt'));
  const binary = readForeignModelFile(fixture('vectors/new.bin'));
  assert.ok(text.estimator === 'none' && binary.estimator === 'none');
  assert.deepEqual([...text.words], json<Reference>('gensim/new.ref.json').words);
  assert.deepEqual(text.words, binary.words);
  assert.deepEqual([text.vectors.rows, text.vectors.columns], [32, 8]);
  assert.deepEqual(text.vectors, binary.vectors);
});

test('GloVe files have no first line with sizes; words may hold spaces, lines may end in CR', () => {
  const { words, vectors, source } = read('tea 1 -2.5 3e-1\r\n. . 0 0.5 -.25\n茶 1e5 2 3');
  assert.equal(source.family, 'GloVe text');
  assert.deepEqual(words, ['tea', '. .', '茶']);
  assert.deepEqual([...vectors.data], [1, -2.5, Math.fround(0.3), 0, 0.5, -0.25, 1e5, 2, 3]);
});

test('many words without a count need no header', () => {
  const lines = Array.from({ length: 3000 }, (_, i) => `w${i} ${i} ${-i}`);
  const { words, vectors } = read(lines.join('\n'));
  assert.equal(words.length, 3000);
  assert.deepEqual([...vectors.data.subarray(5996)], [2998, -2998, 2999, -2999]);
});

test('the first vector of a word that stands there twice is kept', () => {
  const found = read('3 1\na 1\nb 2\na 3\n');
  assert.deepEqual(found.words, ['a', 'b']);
  assert.deepEqual([...found.vectors.data], [1, 2]);
  assert.match(found.warnings.join(), /Duplicate words: 1;/);
});

test('gzip is unpacked; gzip in gzip and gzip bombs are not', () => {
  const packed = gzipSync(readFileSync(fixture('vectors/new.bin')));
  assert.equal(read(packed).words.length, 32);
  assertRefused(() => read(gzipSync(packed)), 'FILE_UNREADABLE', /twice/);
  assertRefused(() => read(gzipSync(new Uint8Array(2_000_000))), 'INVALID_MODEL', /200 times/);
  assertRefused(() => read(packed.slice(0, 300)), 'INVALID_MODEL', /./);
});

test('damage is found and the line named', () => {
  assertRefused(() => read('2 2\na 1 2\nb 1 x\n'), 'INVALID_MODEL', /line 3/);
  assertRefused(() => read('2 1\nabcdefgh 1.25\n'), 'INVALID_MODEL', /1 of 2 vectors/);
  assertRefused(() => read('1 2\na 1 2\nb 1 2\n'), 'INVALID_MODEL', /more than 1 vectors/);
  assertRefused(() => read('999999999 300\na 1 2\nb 1 2\n'), 'INVALID_MODEL', /too short/);
  assertRefused(() => read('a 1 2\nb 1 nan\n'), 'INVALID_MODEL', /line 2/);
  assertRefused(() => read('2 2\ra 1 1\rb 1 2\r'), 'INVALID_MODEL', /line 1 has several lines that end in CR alone/);
  assertRefused(() => read('a 1 1\rb 1 2\rc 1 2\n'), 'INVALID_MODEL', /line 1 .*mac2unix/);
  const binary = readFileSync(fixture('vectors/new.bin'));
  assertRefused(() => read(binary.subarray(0, 600)), 'INVALID_MODEL', /too short/);
});

test('numbers are read as Number() reads them', () => {
  const parse = (text: string) => parseDecimal(Buffer.from(text), 0, text.length);
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat(20), (value, digits) => {
      for (const text of [String(value), value.toFixed(digits), value.toPrecision(digits + 1)]) {
        const expected = Number(text);
        assert.equal(parse(text), Number.isFinite(expected) ? expected : Number.NaN, text);
      }
    }),
  );
  for (const text of ['', '-', '.', '1e', '1e999', 'nan', 'inf', '0x10', '1_000', '1.2.3', ' 1']) {
    assert.equal(parse(text), Number.NaN, text);
  }
});

test('a word may have any blank in it but space, tab and the ends of lines', () => {
  const words = ['新\u3000闻', 'a\u00a0b', 'x\u2028y', 'plain'];
  const vectors = floatMatrix(Float32Array.from([1, 2, 3, 4]), 4, 1);
  for (const write of [textVectors, binaryVectors]) {
    const found = read(Buffer.concat([...write(words, vectors)]));
    assert.deepEqual(found.words, words);
    assert.deepEqual(found.vectors, vectors);
    for (const bad of ['a b', 'a\tb', 'a\nb', 'a\rb', '']) {
      assertRefused(
        () => [...write([bad], floatMatrix(new Float32Array(1), 1, 1))],
        'UNSUPPORTED_MODEL',
        /end of a line/,
      );
    }
  }
});

test('the .output of fastText with -loss hs is known by its last row', () => {
  const found = readForeignModelFile(fixture('fasttext/hs.output'));
  assert.match(found.warnings.join(), /-saveOutput.*inner nodes/);
  assert.deepEqual(readForeignModelFile(fixture('vectors/new.txt')).warnings, []);
});

test('the escapes that R writes outside a UTF-8 locale are read as their characters', () => {
  const { words, warnings } = read('4 1\n<U+8336>\u{6c34} 1\na<U+0001F375> 2\n<U+> 3\n<U+00110000> 4\n');
  assert.deepEqual(words, ['茶水', 'a🍵', '<U+>', '<U+00110000>']);
  assert.match(warnings.join(), /escapes of R.*: 2;/);
  // Half a pair is no character, and a line break or a space would end the word.
  const kept = ['<U+D83D>', '<U+D83E>', 'a<U+000A>b', 'a<U+0020>b'];
  assert.deepEqual(read(`4 1\n${kept.map((word) => `${word} 1\n`).join('')}`).words, kept);
  assert.deepEqual(read('1 1\n<U+D83D><U+DE00> 1\n').words, ['\u{1f600}']);
});
