import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyzeKeywords, extractKeywords, loadModel, type TextModel } from '../../dist/node.js';

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

test('given candidates are cut once, however many texts there are', () => {
  const { model, cut } = counting();
  for (let i = 0; i < 20; i++) {
    const found = extractKeywords(model, text, { candidates: terms });
    assert.deepEqual(found.map((keyword) => keyword.text).sort(), ['太阳', '行星']);
  }
  assert.equal(countTerms(cut), terms.length);
});

test('copies of given candidates, as threads get them, are cut once, too', () => {
  const { model, cut } = counting();
  for (let i = 0; i < 20; i++) analyzeKeywords(model, text, structuredClone({ candidates: terms }));
  assert.equal(countTerms(cut), terms.length);
});

test('other candidates, and those that were changed, are cut anew', () => {
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

test('candidates are cut by the tokenizer of each model', async () => {
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
