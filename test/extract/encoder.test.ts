import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  analyzeKeywords,
  analyzeKeywordsWithEncoder,
  type Encoder,
  type ExtractOptions,
  extractKeywords,
  KeywordError,
  loadEncoder,
  loadModel,
  withBackground,
} from '../../packages/core/dist/node.js';
import { fixture } from '../support.js';

const model = await loadModel('en');
const text =
  'The sailor saw stars. At night the harbour was dark, and from the harbour a sailor could see a comet and a kitchen with soup.';

async function found(encoder: Encoder, options: ExtractOptions): Promise<string[]> {
  const { keywords } = await analyzeKeywordsWithEncoder(model, encoder, text, options);
  return keywords.map((keyword) => keyword.text);
}

test('by likelihood candidates rank by what the encoder says of the text, whole phrases too', async () => {
  // Without the background "night" is first, which is near to whatever is said.
  const encoder = await withBackground(await loadEncoder(fixture('encoder')), ['the of the', 'soup of the kitchen']);
  const { keywords } = await analyzeKeywordsWithEncoder(model, encoder, text, { method: 'likelihood', topN: 10 });
  const scores = keywords.map(({ score }) => score);
  assert.deepEqual(
    scores,
    scores.toSorted((a, b) => b - a),
  );
  const order = keywords.map((keyword) => keyword.text);
  assert.equal(order[0], 'sailor');
  assert.deepEqual(order.slice(-3), ['night', 'kitchen', 'soup']);
});

test('by mixture an encoder that says nothing changes nothing', async () => {
  const encoder: Encoder = { name: 'same', dim: 1, embed: async (texts) => texts.map(() => new Float32Array([1])) };
  assert.deepEqual(
    await found(encoder, {}),
    extractKeywords(model, text).map((keyword) => keyword.text),
  );
});

test('by mixture what the encoder prefers comes first, by its weight', async () => {
  const onlySoup: Encoder = {
    name: 'soup',
    dim: 2,
    embed: async (texts, as) =>
      texts.map((given) => new Float32Array(as === 'text' || given.includes('soup') ? [1, 0] : [0, 1])),
  };
  assert.match((await found(onlySoup, {}))[0], /soup/);
  assert.deepEqual(
    await found({ ...onlySoup, weight: 0 }, {}),
    extractKeywords(model, text).map((keyword) => keyword.text),
  );
});

test('by mixture only likely candidates are encoded, by likelihood all', async () => {
  const long = Array.from({ length: 80 }, (_, i) => `Word${String.fromCharCode(97 + (i % 26))}${i} sleeps.`).join(' ');
  for (const [method, least, most] of [
    ['mixture', 15, 15],
    ['likelihood', 60, 200],
  ] as const) {
    let encoded = 0;
    const counting: Encoder = {
      name: 'counting',
      dim: 1,
      async embed(texts, as) {
        if (as === 'keyword') encoded += texts.length;
        return texts.map(() => new Float32Array([1]));
      },
    };
    await analyzeKeywordsWithEncoder(model, counting, long, { method });
    assert.ok(encoded >= least && encoded <= most, `${method}: ${encoded}`);
  }
});

for (const [what, code, options] of [
  ['tf-idf', 'INVALID_OPTION', { method: 'tf-idf' }],
  ['text-rank', 'INVALID_OPTION', { method: 'text-rank' }],
  ['an explanation of the definition', 'INVALID_OPTION', { method: 'likelihood', explain: true }],
  ['a cover by the definition', 'INVALID_OPTION', { method: 'likelihood', select: 'cover' }],
  ['a text in another language', 'INVALID_TEXT', { lang: 'zh' }],
] satisfies [string, string, ExtractOptions][]) {
  test(`an encoder refuses ${what}`, async () => {
    const encoder: Encoder = { ...(await loadEncoder(fixture('encoder'))), languages: ['en'] };
    await assert.rejects(
      analyzeKeywordsWithEncoder(model, encoder, text, options),
      (error) => error instanceof KeywordError && error.code === code,
    );
  });
}

test('words that the text does not say are ranked by the encoder, too', async () => {
  const told = 'The telescope showed a comet near Jupiter, and stars beyond the planet.';
  const plain = analyzeKeywords(model, told, { absent: 40 }).absent!.map((word) => word.text);
  const late = plain[30];
  const fond: Encoder = {
    name: 'fond',
    dim: 2,
    embed: async (texts, as) =>
      texts.map((given) => new Float32Array(as === 'text' || given === late ? [1, 0] : [0, 1])),
  };
  const { absent } = await analyzeKeywordsWithEncoder(model, fond, told, { absent: 5 });
  assert.equal(absent![0].text, late);
  assert.deepEqual(
    absent!.slice(1).map((word) => word.text),
    plain.slice(0, 4),
  );
  // One that holds all the same changes nothing.
  const same: Encoder = { name: 'same', dim: 1, embed: async (texts) => texts.map(() => new Float32Array([1])) };
  const { absent: equal } = await analyzeKeywordsWithEncoder(model, same, told, { absent: 40 });
  assert.deepEqual(
    equal!.map((word) => word.text),
    plain,
  );
});
