import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cueValues } from '../../packages/core/dist/extract/cue-values.js';
import {
  CUES,
  cueKinds,
  cueOf,
  fillByCues,
  fillCues,
  MARKS,
  Marks,
  PLACES,
} from '../../packages/core/dist/extract/cues.js';
import { candidatesOf } from './candidates.js';

function cueValueOf(language: 'zh' | 'en', text: string, candidate: string): number {
  const { analysis, candidates } = candidatesOf(language, text);
  const found = candidates.get(candidate);
  assert.ok(found, `${candidate} in ${text}: ${[...candidates.keys()]}`);
  const values = new Float64Array(1);
  fillByCues(values, [found], analysis);
  return values[0];
}

/** The cues of a candidate at its first place as names: kind, mark and mark. */
function cuesOf(language: 'zh' | 'en', text: string, candidate: string): string[] {
  const { analysis, candidates } = candidatesOf(language, text);
  const marks = new Marks();
  const ofTokens = Int32Array.from(analysis.tokens, ({ partOfSpeech, word }) => marks.add(partOfSpeech ?? '', word));
  const cues = new Int32Array(CUES);
  fillCues(cues, candidates.get(candidate)!, 0, analysis, ofTokens);
  return Array.from(cues, (cue) => {
    const kind = cueKinds[Math.floor(cue / MARKS ** 2)];
    const [a, b] = [Math.floor(cue / MARKS) % MARKS, cue % MARKS];
    return `${kind} ${kind === 'shape' ? b : [a, b].flatMap((mark) => marks.names[mark] || []).join(' ')}`;
  });
}

test('cues are what is beside a candidate, its ends, and its length or capitals', () => {
  for (const [language, text, candidate, expected] of [
    [
      'en',
      'They saw the city wall of Oslo.',
      'city wall',
      ['before DET|the', 'after ADP|of', 'opening DET|the NOUN', 'closing NOUN ADP|of', 'pair NOUN NOUN', 'shape 66'],
    ],
    [
      'en',
      'Bridges fall.',
      'Bridges',
      ['before ^', 'after VERB', 'opening ^ NOUN', 'closing NOUN VERB', 'word NOUN NOUN', 'shape 85'],
    ],
    [
      'en',
      'We met NASA.',
      'NASA',
      ['before VERB', 'after PUNCT|.', 'opening VERB PROPN', 'closing PROPN PUNCT|.', 'word PROPN PROPN', 'shape 105'],
    ],
    ['zh', '他们的寺庙', '寺庙', ['before uj|的', 'after $', 'opening uj|的 n', 'closing n $', 'word n n', 'shape 9']],
    [
      'zh',
      '测量太阳系质量，',
      '太阳系质量',
      ['before vn', 'after x|,', 'opening vn n', 'closing n x|,', 'pair n n', 'shape 22'],
    ],
  ] as const) {
    assert.deepEqual(cuesOf(language, text, candidate), expected, text);
  }
});

test('cues tell what is named from what is counted, listed or torn from its noun', () => {
  for (const [language, text, candidate, less] of [
    ['zh', '他写了《石桥》。', '石桥', '他数了三百石桥。'],
    ['zh', '“石桥”是古老的。', '石桥', '下雨了，石桥后面。'],
    ['zh', '石桥通过了验收。', '石桥', '寺庙、石桥、古塔'],
    ['en', 'Rust in the harbour is old.', 'harbour', 'They saw 12 harbour.'],
    ['en', 'They live in Oslo.', 'Oslo', 'They live there and Oslo said so.'],
  ] as const) {
    assert.ok(cueValueOf(language, text, candidate) > cueValueOf(language, less, candidate), `${text} ${less}`);
  }
});

test('of a candidate that occurs again, cues are the mean over its first places', () => {
  const places = ['石桥通过了验收。', '他数了三百石桥。'];
  const [first, second] = places.map((place) => cueValueOf('zh', place, '石桥'));
  const both = cueValueOf('zh', places.join(''), '石桥');
  // 石桥 ends a text in one case and a sentence in neither, so that only the sum of both can be expected roughly.
  assert.ok(both > Math.min(first, second) && both < Math.max(first, second), `${first} ${second} ${both}`);
  const often = cueValueOf('zh', places[0].repeat(PLACES) + places[1].repeat(PLACES), '石桥');
  assert.ok(Math.abs(often - cueValueOf('zh', places[0].repeat(PLACES), '石桥')) < 1e-9, `${often}`);
});

test('a text without parts of speech has no cues', () => {
  const { analysis, candidates } = candidatesOf('en', 'They saw the harbour wall of Oslo.');
  const tokens = analysis.tokens.map(({ partOfSpeech: _, ...token }) => token);
  const values = new Float64Array(candidates.size).fill(Number.NaN);
  fillByCues(values, [...candidates.values()], { ...analysis, tokens });
  assert.deepEqual([...values], Array(candidates.size).fill(0));
});

test('every cue that has a value is one that a text can have', () => {
  for (const [language, byKind] of Object.entries(cueValues)) {
    assert.deepEqual(Object.keys(byKind), [...cueKinds], language);
    for (const [kind, byValue] of Object.entries(byKind)) {
      const seen = new Set<string>();
      for (const [value, cues] of Object.entries(byValue)) {
        assert.ok(Math.abs(Number(value)) >= 0.1 && Math.abs(Number(value)) <= 2, `${language} ${kind} ${value}`);
        for (const cue of cues.trim().split(/\s+/)) {
          const marks = cue.split('~');
          const isOne = kind === 'before' || kind === 'after' || kind === 'shape';
          assert.equal(marks.length, isOne ? 1 : 2, `${language} ${kind} ${cue}`);
          assert.ok(
            marks.every((mark) => /^(?:\^|\$|[A-Za-z]+(?::[a-z]+)?(?:\|\S+)?|\d+)$/.test(mark)),
            cue,
          );
          assert.ok(!seen.has(cue), `${language} ${kind} ${cue} twice`);
          seen.add(cue);
        }
      }
    }
  }
});

test('marks have numbers of their own, and unknown ones have none', () => {
  const marks = new Marks();
  const the = marks.add('DET', 'the');
  const a = marks.add('DET', 'a');
  const noun = marks.add('NOUN', 'harbour');
  assert.equal(new Set([the, a, noun, 0, 1, 2]).size, 6);
  assert.deepEqual([marks.of('DET', 'the'), marks.add('NOUN', 'wall'), marks.of('DET', 'this')], [the, noun, 0]);
  assert.deepEqual([marks.add('x', '二甲双'), marks.add('PUNCT', '~'), marks.add('PUNCT', ' ')], [0, 0, 0]);
  for (let n = 0; n < 2 * MARKS; n++) assert.ok(marks.add('X', `${n}`) < MARKS && marks.add('PRON', `${n}`) < MARKS);
  assert.equal(cueOf(cueKinds.length - 1, MARKS - 1, MARKS - 1), cueKinds.length * MARKS ** 2 - 1);
});
