import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyzeKeywords, modelForText } from '../../packages/core/dist/node.js';

const paragraphs = {
  de: 'Die Bundesregierung will den Ausbau der Windkraft beschleunigen. Neue Windräder sollen künftig schneller genehmigt werden, sagte die Umweltministerin.',
  zh: '国家气象局发布台风预警，预计台风将于周三在广东沿海登陆。沿海地区的渔船已经回港避风，学校停课两天。',
  en: 'The central bank raised interest rates again on Thursday. Inflation remains high, and mortgage payments will rise for millions of households.',
  fr: 'Un incendie a ravagé un entrepôt de Saint-Nazaire. Les pompiers ont lutté pendant six heures contre les flammes.',
  ja: '台風十号は週末に九州へ接近する見通しで、気象庁は大雨への警戒を呼びかけている。',
  ru: 'Сильный ветер повалил деревья и оставил без света несколько районов Казани. Спасатели эвакуировали семью.',
};
const ofEach: Readonly<Record<keyof typeof paragraphs, RegExp>> = {
  de: /Windkraft|Windräder|Umweltministerin/,
  zh: /台风|气象局|沿海|渔船/,
  en: /bank|rates|mortgage|Inflation/i,
  fr: /incendie|Nazaire|pompiers|entrepôt/,
  ja: /台風|九州|気象庁/,
  ru: /Казани|ветер|деревья|Спасатели/,
};
const RUBBISH = /^(?:Die|der|den|Neue|The|and|on|Un|les|Les|а|и|без|は|の)$/;
const model = modelForText('auto');

test('each paragraph of a text in several languages is read in its own, and gives keywords', async () => {
  for (const mix of ['de zh en', 'en de', 'fr en', 'zh en', 'ja en', 'ru de', 'en zh fr'] as const) {
    const languages = mix.split(' ') as (keyof typeof paragraphs)[];
    const text = languages.map((language) => paragraphs[language]).join('\n\n');
    const { keywords, notice } = analyzeKeywords(await model(text), text);
    for (const language of languages)
      assert.ok(
        keywords.some((keyword) => ofEach[language].test(keyword.text)),
        `${mix}: ${keywords.map((keyword) => keyword.text)}`,
      );
    for (const keyword of keywords) {
      assert.doesNotMatch(keyword.text, RUBBISH, mix);
      for (const [start, end] of keyword.offsets)
        assert.equal(text.slice(start, end).toLowerCase(), keyword.text.toLowerCase(), mix);
    }
    assert.match(notice ?? '', /each was read in its own.*set lang/);
    assert.ok(keywords.length <= 10);
  }
});

test('a text in one language stays whole, and so does one whose language is named or that is to be explained', async () => {
  for (const text of [
    `${paragraphs.de}\n\n${paragraphs.de}`,
    `${paragraphs.en}\n\nHaus am See`,
    `${paragraphs.fr}\n\n« The bank raised rates »`,
    paragraphs.zh,
    `${paragraphs.ja}\n\n国際会議場`,
  ])
    assert.equal((await model(text)).parts, undefined, text);
  const mixed = `${paragraphs.de}\n\n${paragraphs.en}`;
  assert.equal((await model(mixed, 'de')).parts, undefined);
  assert.ok(analyzeKeywords(await model(mixed), mixed, { explain: true }).explanation);
});
