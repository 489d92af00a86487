import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { halfToNumber, numberToHalf } from '../../packages/core/dist/math/half.js';

describe('half precision', () => {
  it('comes back from every bit pattern', () => {
    for (let half = 0; half < 65536; half++) {
      const value = halfToNumber(half);
      if (Number.isNaN(value)) assert.ok(Number.isNaN(halfToNumber(numberToHalf(value))));
      else assert.equal(numberToHalf(value), half);
    }
  });

  it('ascends with the bit pattern up to infinity, the negative half mirrored', () => {
    for (let half = 0; half < 0x7c00; half++) {
      assert.ok(halfToNumber(half) < halfToNumber(half + 1));
      assert.equal(halfToNumber(half | 0x8000), -halfToNumber(half));
    }
    assert.equal(halfToNumber(0x7c00), Number.POSITIVE_INFINITY);
  });

  // float32 → float16 by NumPy 2.4.
  for (const [value, half] of [
    [0.1, 0x2e66],
    [0.3333333333333333, 0x3555],
    [2.7, 0x4166],
    [65504.0, 0x7bff],
    [65519.996, 0x7bff],
    [65520.0, 0x7c00],
    [1000000.0, 0x7c00],
    [2 ** -14, 0x0400],
    [6.097e-5, 0x03ff],
    [2 ** -24, 0x0001],
    [2 ** -25, 0x0000],
    [2.980530261993408e-8, 0x0001],
    [6e-8, 0x0001],
    [1e-8, 0x0000],
    [-0.3333333333333333, 0xb555],
    [-0, 0x8000],
    [2049.0, 0x6800],
    [2051.0, 0x6802],
    [1023.75, 0x6400],
  ]) {
    it(`rounds ${value} like NumPy`, () => assert.equal(numberToHalf(value), half));
  }

  it('rounds to the nearest, ties to even', () => {
    const floats = fc.oneof(
      fc.float({ noNaN: true, min: -65504, max: 65504 }),
      fc.float({ noNaN: true, min: Math.fround(-1e-4), max: Math.fround(1e-4) }),
      // Just on, and just beside, the middle between two halves.
      fc
        .tuple(fc.nat(0x7bfe), fc.constantFrom(-1, 0, 1))
        .map(([half, side]) =>
          Math.fround(((halfToNumber(half) + halfToNumber(half + 1)) / 2) * (1 + side * 2 ** -23)),
        ),
    );
    fc.assert(
      fc.property(floats, (value) => {
        const half = numberToHalf(value);
        const magnitude = half & 0x7fff;
        const distance = Math.abs(halfToNumber(half) - value);
        for (const other of [magnitude - 1, magnitude + 1]) {
          if (other < 0 || other > 0x7bff) continue;
          const otherDistance = Math.abs(halfToNumber(other | (half & 0x8000)) - value);
          assert.ok(distance < otherDistance || (distance === otherDistance && half % 2 === 0));
        }
      }),
      { numRuns: 2000 },
    );
  });
});
