import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createTokenizer, extractKeywords, loadModel, type TextModel } from '../../../packages/core/dist/node.js';
import { root } from '../../support.js';

type Makers = Record<string, (length: number) => string>;
const { hostileTexts, prose } = (await import(pathToFileURL(join(root, 'scripts/soak/hostile-texts.mjs')).href)) as {
  hostileTexts: Makers;
  prose: Makers;
};

const LENGTH = 10_000;
/** Processor time against that of prose; the soak finds 6 at most, for very many distinct Han words. */
const MOST = 20;

const en = await loadModel('en');
const models: Record<string, TextModel> = {
  zh: await loadModel('zh'),
  en,
  intl: { model: en.model, tokenizer: createTokenizer({ tokenizer: 'intl' }) },
};

function microsecondsOf(model: TextModel, text: string): number {
  const before = process.cpuUsage();
  try {
    extractKeywords(model, text);
  } catch (error) {
    assert.equal((error as { code?: string }).code, 'INVALID_TEXT');
  }
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

for (const [name, model] of Object.entries(models)) {
  test(`${name}: no text costs more than ${MOST} times what prose does`, () => {
    assert.ok(Object.keys(hostileTexts).length >= 30);
    const text = prose[name === 'zh' ? 'zh' : 'en'](LENGTH);
    microsecondsOf(model, text);
    const usual = microsecondsOf(model, text);
    for (const [kind, make] of Object.entries(hostileTexts)) {
      const hostile = make(LENGTH);
      let factor = microsecondsOf(model, hostile) / usual;
      // Code that is compiled meanwhile and a busy machine cost once; what a text costs, it costs each time.
      for (let again = 0; factor > MOST && again < 3; again++) {
        factor = Math.min(factor, microsecondsOf(model, hostile) / usual);
      }
      assert.ok(factor <= MOST, `${kind}: ${factor.toFixed(1)} times`);
    }
  });
}
