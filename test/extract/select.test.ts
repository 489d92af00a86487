import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Candidate } from '../../packages/core/dist/extract/candidate.js';
import type { ScoredCandidates } from '../../packages/core/dist/extract/scored.js';
import { placesOfLargest, selectCover, selectDistinct, selectTop } from '../../packages/core/dist/extract/select.js';

/** Words with the same key have the same root. */
const roots: string[] = [];
function rootOf(key: string): number {
  if (!roots.includes(key)) roots.push(key);
  return roots.indexOf(key);
}

/** A candidate of words by their keys, with so many places. */
const candidateOf = (keys: string, places = 1) =>
  ({
    words: keys.split(' ').map((key) => ({ root: rootOf(key), word: key })),
    spans: new Array(places).fill({}),
  }) as unknown as Candidate;

/** Candidates that say different things, scored by the sums of what they add. */
function scoredOf(gains: readonly (readonly number[])[], candidates = gains.map((_, c) => candidateOf(`w${c}`))) {
  const rows = gains.map((row) => Float64Array.from(row));
  const sum = (row: Float64Array) => row.reduce((sum, gain) => sum + Math.max(0, gain), 0);
  const scored: ScoredCandidates = {
    candidates,
    scores: Float64Array.from(rows, sum),
    contributions: (c) => rows[c],
  };
  return { scored, withReach: { ...scored, reach: Float64Array.from(rows, sum) } };
}

/** The cover by looking at all candidates each time. */
function plainGreedy(gains: readonly (readonly number[])[], topN: number): { candidate: number; score: number }[] {
  const explained = new Array(gains[0]?.length ?? 0).fill(0);
  const chosen: { candidate: number; score: number }[] = [];
  while (chosen.length < topN) {
    const added = gains.map((row) => row.reduce((sum, gain, t) => sum + Math.max(0, gain - explained[t]), 0));
    for (const { candidate } of chosen) added[candidate] = 0;
    const candidate = added.indexOf(Math.max(...added));
    if (!(added[candidate] > 1e-9)) break;
    chosen.push({ candidate, score: added[candidate] });
    gains[candidate].forEach((gain, t) => {
      explained[t] = Math.max(explained[t], gain);
    });
  }
  return chosen;
}

/** Gains of several candidates for several tokens; no two sums are equal but by great chance. */
const gainsOf = fc
  .record({ candidates: fc.integer({ min: 1, max: 12 }), tokens: fc.integer({ min: 1, max: 12 }), seed: fc.integer() })
  .map(({ candidates, tokens, seed }) => {
    let state = seed >>> 0;
    const next = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    // Some say nothing of a token, some less than nothing.
    return Array.from({ length: candidates }, () => Array.from({ length: tokens }, () => Math.max(-1, 6 * next() - 3)));
  });

test('a cover is that of the plain greedy choice, with and without known reach', () => {
  fc.assert(
    fc.property(gainsOf, fc.integer({ min: 1, max: 8 }), (gains, topN) => {
      const expected = plainGreedy(gains, topN);
      const { scored, withReach } = scoredOf(gains);
      for (const given of [scored, withReach]) {
        const chosen = selectCover(given, topN, 40).filter(({ score }) => score > 1e-9);
        assert.deepEqual(
          chosen.map(({ candidate }) => candidate),
          expected.map(({ candidate }) => candidate),
        );
        for (const [k, { score }] of chosen.entries()) assert.ok(Math.abs(score - expected[k].score) < 1e-9);
      }
    }),
  );
});

test('of a part and a whole that occur as often one is chosen, the better', () => {
  for (const [part, whole, places, wholePlaces, chosen] of [
    ['a', 'a b', 1, 1, 1],
    ['b', 'a b', 2, 2, 1],
    ['a', 'a b', 3, 2, 2],
    ['b c', 'a b c', 1, 1, 1],
    ['a c', 'a b c', 1, 1, 2],
    ['a b', 'a c', 1, 1, 2],
  ] as const) {
    const candidates = [candidateOf(part, places), candidateOf(whole, wholePlaces)];
    const { scored } = scoredOf(
      [
        [3, 0],
        [0, 2],
      ],
      candidates,
    );
    const found = selectCover(scored, 5, 40);
    assert.equal(found.length, chosen, `${part}, ${whole}`);
    assert.equal(found[0].candidate, 0);
  }
});

test('the largest are those that sorting finds, the first of equal ones', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 })), fc.integer({ min: 1, max: 10 }), (values, wanted) => {
      const expected = values
        .map((value, place) => ({ value, place }))
        .sort((a, b) => b.value - a.value || a.place - b.place)
        .slice(0, wanted)
        .map(({ place }) => place);
      assert.deepEqual(
        placesOfLargest(Float64Array.from(values), wanted),
        [...expected].sort((a, b) => a - b),
      );
      const { scored } = scoredOf(values.map((value) => [value]));
      assert.deepEqual(
        selectTop(scored, wanted).map(({ candidate }) => candidate),
        expected,
      );
    }),
  );
});

test('nothing is chosen where there is nothing to choose', () => {
  assert.deepEqual(
    selectCover({ candidates: [], scores: new Float64Array(0), contributions: () => new Float64Array(0) }, 5, 40),
    [],
  );
  assert.deepEqual(
    selectCover(
      scoredOf([
        [0, 0],
        [-1, 0],
      ]).scored,
      5,
      40,
    ),
    [],
  );
});

test('what shares words or a place with what was chosen counts 0.7 of its score', () => {
  const at = (keys: string, ...spans: [number, number][]) => ({
    ...candidateOf(keys),
    spans: spans.map(([first, last]) => ({ first, last })),
  });
  const candidates = [
    at('carbon dioxide', [0, 1], [8, 9]),
    at('dioxide emissions', [9, 10]), // overlaps the first
    at('dioxide', [20, 20]), // is part of the first, elsewhere
    at('emissions', [30, 30]),
    at('emissions trade', [40, 41]),
  ];
  const scored = { candidates, scores: Float64Array.of(10, 9, 8, 6.5, 4) };
  const chosen = selectDistinct(scored, 5, 40).map(({ candidate, score }) => [candidate, Number(score.toFixed(2))]);
  // "emissions" is part of both other phrases with it: of the one it is chosen before, 0.7.
  assert.deepEqual(chosen, [
    [0, 10],
    [3, 6.5],
    [2, 5.6],
    [1, Number((9 * 0.7 * 0.7 * 0.7).toFixed(2))],
    [4, Number((4 * 0.7).toFixed(2))],
  ]);
});

test('a Chinese word that is spelt as part of another says some of it again', () => {
  const pairs: [string, string, boolean][] = [
    ['手机号码', '手机号', true],
    ['运输部', '交通运输部', true],
    ['验证码', '短信验证码', true],
    ['残疾人', '残疾人专用品', true],
    ['烟花爆竹', '燃放烟花爆竹', true],
    ['手机', '手', false], // one character says too little
    ['手机号', '手机壳', false],
    ['商业银行', '银行', true],
    ['太阳系', '太阳', false], // of two characters only what the other is a kind of
    ['通讯 录', '通讯', true], // as words
    ['carpet', 'car', false],
    ['QQ号', 'QQ', false],
  ];
  for (const [first, second, isSaid] of pairs) {
    const candidates = [first, second].map((keys, place) => ({
      ...candidateOf(keys),
      spans: [{ first: 9 * place, last: 9 * place }],
    }));
    const [, { score }] = selectDistinct({ candidates, scores: Float64Array.of(10, 9) }, 2, 40);
    assert.equal(score, isSaid ? 9 * 0.7 : 9, `${first}, ${second}`);
  }
});
