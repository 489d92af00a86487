import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  analyzeKeywords,
  extractKeywords,
  loadModel,
  modelForText,
  type TextModel,
} from '../../packages/core/dist/node.js';

const loaded = await loadModel('zh');
const text = '太阳是一颗恒星，行星围绕着太阳公转。望远镜观测太阳的黑子。';

/** The model with a tokenizer that counts what it cuts. */
function counting(): { model: TextModel; cut: string[] } {
  const cut: string[] = [];
  const tokenizer = new Proxy(loaded.tokenizer, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        if (name === 'tokenize') cut.push(String(args[0]));
        return value.apply(target, args);
      };
    },
  });
  return { model: { ...loaded, tokenizer }, cut };
}

const terms = ['太阳', '行星', ...Array.from({ length: 2000 }, (_, i) => `词语${i}`)];
const countTerms = (cut: string[]) => cut.filter((piece) => terms.includes(piece)).length;

test('given candidates are never cut, however many texts there are', () => {
  const { model, cut } = counting();
  for (let i = 0; i < 20; i++) {
    const found = extractKeywords(model, text, { candidates: terms });
    assert.deepEqual(found.map((keyword) => keyword.text).sort(), ['太阳', '行星']);
  }
  assert.equal(countTerms(cut), 0);
});

test('copies of given candidates, as threads get them, are not cut either', () => {
  const { model, cut } = counting();
  for (let i = 0; i < 20; i++) analyzeKeywords(model, text, structuredClone({ candidates: terms }));
  assert.equal(countTerms(cut), 0);
});

test('other candidates, and those that were changed, count for the next text', () => {
  const { model } = counting();
  const words = ['太阳', '行星'];
  const found = () => extractKeywords(model, text, { candidates: words }).map((keyword) => keyword.text);
  assert.deepEqual(found().sort(), ['太阳', '行星']);
  words[0] = '望远镜';
  assert.deepEqual(found().sort(), ['望远镜', '行星'].sort());
  words.pop();
  assert.deepEqual(found(), ['望远镜']);
  assert.deepEqual(
    extractKeywords(model, text, { candidates: ['恒星'] }).map((keyword) => keyword.text),
    ['恒星'],
  );
});

test('candidates are found by the models of all languages', async () => {
  const english = await loadModel('en');
  const candidates = ['太阳', 'solar systems'];
  assert.deepEqual(
    extractKeywords(loaded, text, { candidates }).map((keyword) => keyword.text),
    ['太阳'],
  );
  const found = extractKeywords(english, 'Many solar systems have planets.', { candidates });
  assert.deepEqual(
    found.map((keyword) => keyword.text),
    ['solar systems'],
  );
});

test('another list of stop words counts for the next text', () => {
  const top = (stopWordList: string[]) => extractKeywords(loaded, text, { stopWordList, topN: 1 })[0].text;
  assert.equal(top(['的']), '太阳');
  assert.notEqual(top(['太阳']), '太阳');
  assert.equal(top(['的']), '太阳');
});

/** Candidates that are found, with the text of their places. */
function found(model: TextModel, text: string, candidates: string[]) {
  return extractKeywords(model, text, { candidates })
    .map(({ offsets }) => offsets.map(([start, end]) => text.slice(start, end)).join(' '))
    .sort();
}

test('a given candidate is found though the tokenizer cuts through it', () => {
  assert.deepEqual(
    found(loaded, '与碳中和目标一致的新能源车企', ['碳中和', '新能源车']),
    ['新能源车', '碳中和'].sort(),
  );
  assert.deepEqual(found(loaded, '臺灣的國際關係', ['国际关系']), ['國際關係']);
});

test('a given candidate inside a longer word of the lexicon is not found', () => {
  assert.deepEqual(found(loaded, '人民币升值', ['人民', '升值']), ['升值']);
});

test('given candidates are read in capitals where they are in capitals', async () => {
  const english = await loadModel('en');
  const text = 'It told us that the IT department of the US moved. A party can vote.';
  assert.deepEqual(found(english, text, ['IT', 'US', 'art', 'party']), ['IT', 'US', 'party']);
});

test('given candidates of several words are explained by all of them', async () => {
  const english = await loadModel('en');
  const text = 'Neural-network models and neural networks of this kind.';
  const { keywords, explanation } = analyzeKeywords(english, text, { candidates: ['neural network'], explain: true });
  assert.deepEqual(keywords[0].offsets, [
    [0, 14],
    [26, 41],
  ]);
  assert.equal(explanation!.contributions[0].length, explanation!.tokens.length);
});

test('excluded terms are no keywords, whatever their case, number and script, but phrases may contain them', async () => {
  const english = await loadModel('en');
  const names = (model: TextModel, text: string, exclude: string[], options = {}) =>
    extractKeywords(model, text, { exclude, ...options }).map((keyword) => keyword.text);
  const report = 'The annual report is late. Reports on solar farms, a report on wind farms.';
  assert.deepEqual(names(english, report, []).filter((name) => /^reports?$/i.test(name)).length, 1);
  for (const form of ['report', 'Reports', 'REPORT', ' report ']) {
    const found = names(english, report, [form]);
    assert.ok(!found.some((name) => /^reports?$/i.test(name)), found.join());
    assert.ok(found.includes('annual report'));
  }
  assert.ok(!names(english, report, ['Annual  report']).includes('annual report'));
  assert.deepEqual(names(english, report, ['report', 'solar farm', 'wind farm', 'annual report', 'farm']), []);
  for (const form of ['台湾', '臺灣']) {
    assert.ok(!names(loaded, '臺灣的颱風，颱風路徑預測。', [form]).includes('臺灣'));
    assert.ok(!names(loaded, '台湾的台风，台风路径预测。', [form]).includes('台湾'));
  }
  assert.deepEqual(names(loaded, text, ['太阳'], { candidates: ['太阳', '行星'] }), ['行星']);
  assert.deepEqual(names(loaded, text, [''], { topN: 3 }), names(loaded, text, [], { topN: 3 }));
});

test('an excluded term goes in all forms that are one keyword', async () => {
  const german = await modelForText('de')('Hund');
  for (const [text, exclude] of [
    ['Der Hund bellt. Die Hunde spielen.', 'Hunde'],
    ['Die Hunde spielen. Der Hund bellt.', 'Hund'],
  ]) {
    const found = extractKeywords(german, text, { exclude: [exclude] }).map((keyword) => keyword.text);
    assert.ok(!found.some((name) => name.startsWith('Hund')), found.join());
  }
});

test('excluded terms are not offered as absent keywords', () => {
  const absentOf = (exclude: string[]) =>
    analyzeKeywords(loaded, text, { absent: 3, exclude }).absent!.map((word) => word.text);
  const [best, ...others] = absentOf([]);
  assert.deepEqual(absentOf([best]).slice(0, 2), others);
});
