import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { extractKeywords, fitPrior, type LabelledText, loadModel } from '../../packages/core/dist/node.js';
import { root } from '../support.js';

const model = await loadModel('en');
const labelled: LabelledText[] = readFileSync(join(root, 'examples/labelled.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const refused = (texts: readonly LabelledText[], message: RegExp) =>
  assert.throws(() => fitPrior(model, texts), { code: 'INVALID_LABELS', message });

test('weights fitted to labelled texts beat the shipped ones on texts held out, and are the same every time', () => {
  const fitted = fitPrior(model, labelled);
  assert.equal(fitted.texts, 40);
  assert.equal(fitted.isBetter, true);
  const [five] = fitted.measures;
  assert.equal(five.name, 'F1@5');
  assert.ok(Math.abs(five.after - five.before - five.gain.mean) < 1e-9);
  assert.ok(five.gain.low > 0 && five.gain.low < five.gain.mean && five.gain.mean < five.gain.high);
  assert.deepEqual(
    fitted.curve.map(({ texts }) => texts),
    [25, 32],
  );
  assert.equal(fitted.curve[1].measures['F1@5'], five.after);
  assert.deepEqual(fitPrior(model, labelled), fitted);
  // What is fitted to a file and read from it is what the product takes.
  const weights = JSON.parse(JSON.stringify(fitted.weights));
  const hits = (given: object) =>
    labelled.filter(({ text, keywords }) =>
      keywords!.includes(extractKeywords(model, text, { topN: 1, ...given })[0].text),
    );
  assert.ok(hits({ weights }).length > hits({}).length);
});

test('labels that nothing tells apart give no weights that are better', () => {
  const odd = labelled.map(({ text }, i) => {
    const shown = extractKeywords(model, text).map((keyword) => keyword.text);
    return { text, keywords: [shown[(7 * i) % shown.length], shown[(5 * i + 3) % shown.length]] };
  });
  assert.equal(fitPrior(model, odd).isBetter, false);
});

test('texts that begin alike can be fitted to, and the same text twice is no evidence of its own', () => {
  const greeting = `${'Dear all, thank you very much for your time and patience. '.repeat(3)}`;
  const alike = labelled.map(({ text, keywords }) => ({ text: greeting + text, keywords: keywords! }));
  assert.ok(fitPrior(model, alike).measures.every(({ after }) => after > 0.2));
  const twice = fitPrior(model, [...labelled, ...labelled]);
  const [five] = fitPrior(model, labelled).measures;
  assert.ok(Math.abs(twice.measures[0].after - five.after) < 0.05, `${twice.measures[0].after} and ${five.after}`);
});

test('what was chosen and rejected is fitted to as keywords are', () => {
  const clicks = labelled.map(({ text, keywords }) => {
    const shown = extractKeywords(model, text).map((keyword) => keyword.text);
    return { text, chosen: keywords!, rejected: shown.filter((one) => !keywords!.includes(one)) };
  });
  const { measures, isBetter } = fitPrior(model, clicks);
  assert.equal(measures[0].name, 'chosen before rejected');
  assert.ok(measures[0].after > measures[0].before && isBetter);
});

test('the weights to start from are those given', () => {
  const { weights } = fitPrior(model, labelled);
  const again = fitPrior(model, labelled, { weights });
  assert.ok(again.measures[0].before > fitPrior(model, labelled).measures[0].before);
});

test('texts that cannot be fitted to are refused with what to do', () => {
  refused([], /0 labelled texts/);
  refused(labelled.slice(0, 24), /24 labelled texts in en; expected at least 25. Label more of them/);
  refused(
    Array.from({ length: 1001 }, () => labelled[0]),
    /1001 labelled texts; expected at most 1000/,
  );
  refused(
    labelled.map(({ text }) => ({ text, keywords: ['zebra'] })),
    /Of 40 texts 0 different ones contain one of their labels/,
  );
  refused(
    Array.from({ length: 30 }, () => labelled[0]),
    /Of 30 texts 1 different ones/,
  );
  assert.throws(() => fitPrior(model, labelled, { lang: 'French' }), { code: 'INVALID_OPTION' });
  refused([...labelled, { text: 'A text.' }], /Of 41 texts 40 have keywords and 0 have chosen and rejected/);
});

test('texts in another language and without their labels are left out and counted', () => {
  const others = [
    { text: '太阳是一颗恒星，行星围绕着太阳公转。', keywords: ['太阳'] },
    { text: 'A text that does not say it.', keywords: ['zebra'] },
    { text: ' ', keywords: ['zebra'] },
  ];
  const { texts, leftOut } = fitPrior(model, [...others, ...labelled]);
  assert.equal(texts, 40);
  assert.deepEqual(leftOut, { otherLanguage: 1, unusable: 2 });
});
