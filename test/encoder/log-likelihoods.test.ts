import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Encoder, KeywordError, logLikelihoods, withBackground } from '../../packages/core/dist/index.js';

/** Vectors by hand. */
const vectors: Record<string, number[]> = {
  'stars shine': [2, 0, 0],
  star: [3, 0, 0],
  thing: [1, 1, 1],
  ship: [0, 5, 0],
  'ships sail': [0, 1, 0],
  'soup boils': [0, 0, 1],
};
const byHand: Encoder = {
  name: 'by hand',
  dim: 3,
  beta: 2,
  languages: ['en'],
  async embed(texts) {
    return texts.map((text) => Float32Array.from(vectors[text]));
  },
};
const candidates = ['star', 'thing', 'ship'];

const near = (found: ArrayLike<number>, expected: number[]) => {
  assert.equal(found.length, expected.length);
  expected.forEach((value, i) => {
    assert.ok(Math.abs(found[i] - value) < 1e-6, `${found[i]} is not ${value}`);
  });
};

test('without a background the score of a candidate is beta times its cosine with the text', async () => {
  near(await logLikelihoods(byHand, 'stars shine', candidates), [2, 2 / Math.sqrt(3), 0]);
});

test('what is near to every text is held back by the background', async () => {
  const encoder = await withBackground(byHand, ['ships sail', 'soup boils']);
  const mean = Math.log((Math.exp(2) + 1) / 2);
  near(await logLikelihoods(encoder, 'stars shine', candidates), [2, 0, -mean]);
  assert.deepEqual([encoder.beta, encoder.languages], [2, ['en']]);
});

test('a background of large cosines and a large beta does not overflow', async () => {
  const encoder = { ...(await withBackground(byHand, ['stars shine', 'stars shine'])), beta: 1000 };
  near(await logLikelihoods(encoder, 'stars shine', ['star']), [0]);
});

for (const [what, embed, message] of [
  ['too few vectors', async () => [new Float32Array([1, 0, 0])], /gave 1 vector for 3 texts/],
  [
    'vectors of another dimension',
    async (t: readonly string[]) => t.map(() => new Float32Array(2).fill(1)),
    /2 components; expected 3/,
  ],
  ['vectors of nothing', async (t: readonly string[]) => t.map(() => new Float32Array(3)), /length 0/],
  [
    'vectors that are not numbers',
    async (t: readonly string[]) => t.map(() => new Float32Array(3).fill(Number.NaN)),
    /length NaN/,
  ],
] as const) {
  test(`an encoder that gives ${what} is an error that names it`, async () => {
    await assert.rejects(logLikelihoods({ ...byHand, embed }, 'stars shine', candidates), (error) => {
      assert.ok(error instanceof KeywordError);
      assert.equal(error.code, 'INVALID_MODEL');
      assert.match(error.message, message);
      assert.match(error.message, /"by hand"/);
      return true;
    });
  });
}
