import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shareWeights, taggerProgram } from '../../packages/core/dist/kernel/tagger-memory.js';
import { CHINESE_WEIGHTS, chineseLabeler, chineseWeights } from '../../packages/core/dist/text/chinese-tagger.js';
import { englishTagger, TAGGER_ROWS, taggerWords } from '../../packages/core/dist/text/tagger-en.js';

/** Bytes of which few are other than 0, so that many sums are equal. */
function weights(count: number, largest: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length: count }, () => {
    state = (Math.imul(state, 0x41c64e6d) + 12345) & 0x7fffffff;
    return ((state >> 8) % (2 * largest + 1)) - largest;
  });
}

const letters = 'aeionrstlAB1.-,中国人大';
const word = (i: number) =>
  Array.from({ length: 1 + (i % 4) }, (_, at) => letters[(i * 7 + at * at * 13 + (i >> 3)) % letters.length]).join('');
const words = (count: number) => Array.from({ length: count }, (_, i) => word(i * i + i));

test('the English tagger gives the same tags by WebAssembly and without it', () => {
  for (const largest of [0, 1, 3, 127]) {
    const bytes = new Uint8Array(4 + TAGGER_ROWS * 16);
    bytes.set(weights(bytes.length - 4, largest), 4);
    new DataView(bytes.buffer).setFloat32(0, 0.37, true);
    // The longest is read in two parts.
    for (const count of [0, 1, 2, 50, 4001]) {
      const given = taggerWords(words(count), (one) => [undefined, 'NOUN', 'VERB', 'INTJ'][one.length % 4]);
      assert.deepEqual(englishTagger(bytes)(given), englishTagger(bytes, false)(given), `${largest}, ${count} words`);
    }
  }
});

test('the Chinese tagger gives the same labels by WebAssembly and without it', () => {
  for (const largest of [0, 1, 3, 127]) {
    const tagger = chineseWeights(weights(CHINESE_WEIGHTS, largest));
    const [fast, slow] = [chineseLabeler(tagger), chineseLabeler(tagger, false)];
    // The longest has no room in the memory of the program.
    for (const count of [1, 2, 40, 900]) {
      const pieces = words(count).map((one, i) => ({ word: one, partOfSpeech: ['n', 'v', 'x', 'nr'][i % 4] }));
      const length = pieces.reduce((sum, piece) => sum + piece.word.length, 0);
      const labels = Array.from(fast(pieces, 0, count).subarray(0, length));
      assert.deepEqual(labels, Array.from(slow(pieces, 0, count)), `${largest}, ${length} characters`);
    }
  }
});

test('when the memory has no part left for a thread, it has a copy of its own', () => {
  const shared = shareWeights(Uint8Array.of(1, 2, 3), 2);
  const [first, second, third] = [1, 2, 3].map(() => taggerProgram(shared)!);
  assert.notEqual(first.scratch, second.scratch);
  const bytesOf = ({ buffer, weights }: typeof first) => new Uint8Array(buffer, weights, 3);
  assert.deepEqual(Array.from(bytesOf(third)), [1, 2, 3]);
  bytesOf(second)[0] = 9;
  assert.deepEqual(
    [first, third].map((program) => bytesOf(program)[0]),
    [9, 1],
  );
});
