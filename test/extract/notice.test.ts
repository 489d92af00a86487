import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neutralModel } from '../../packages/core/dist/extract/neutral-model.js';
import { analyzeKeywords, type ExtractOptions, findLanguage, modelForText } from '../../packages/core/dist/node.js';

const modelOf = modelForText('auto');
const analyze = async (text: string, options: ExtractOptions = {}) =>
  analyzeKeywords(await modelOf(text), text, options);
const french =
  'Les syndicats rejettent la réforme des retraites. La réforme des retraites sera présentée aux syndicats.';

test('what is said of a ranking without a model is true of the options', async () => {
  const noticeOf = async (options: ExtractOptions) => (await analyze(french, options)).notice ?? '';
  assert.match(
    await noticeOf({}),
    /French \(fr\).*ranked by repetition, place and rarity; set lang if it is in another language\.$/,
  );
  assert.match(await noticeOf({ method: 'tf-idf' }), /ranked by repetition and rarity;/);
  assert.doesNotMatch(await noticeOf({ method: 'text-rank' }), /ranked|score/);
  assert.doesNotMatch(await noticeOf({ absent: 3 }), /Absent/);
  assert.match(await noticeOf({ lambda: 0.9 }), /lambda .* no effect/);
  const likelihood = await analyze(french, { method: 'likelihood' });
  assert.doesNotMatch(likelihood.notice ?? '', /same score/);
  assert.ok(new Set(likelihood.keywords.map(({ score }) => score)).size > 1);
  const scores = async (lambda: number) => (await analyze(french, { lambda })).keywords.map(({ score }) => score);
  assert.deepEqual(await scores(0.9), await scores(0.2));
});

test('without vectors there are no absent keywords, and the method likelihood has nothing to rank by', () => {
  const bare = neutralModel('da', `${'\n'.repeat(300)}månen jorden sol\nhav land`, 'og\ner');
  const text = 'Månen og jorden er små, og månen er lys. Et hav og et land på jorden.';
  assert.match(analyzeKeywords(bare, text, { absent: 3 }).notice!, /Absent keywords .* none are given/);
  const { notice, keywords } = analyzeKeywords(bare, text, { method: 'likelihood' });
  assert.match(notice!, /same score and keep the order of the text/);
  assert.ok(keywords.length > 1);
  assert.equal(new Set(keywords.map(({ score }) => score)).size, 1);
});

test('a language without a table of its words is not ranked by rarity', async () => {
  const text = 'Der Text wird als Dänisch gelesen, der Text ist kurz.';
  const { notice = '' } = analyzeKeywords(await modelOf(text, 'da'), text);
  assert.match(notice, /no table of how rare its words are.*place and form;/);
});

const chinese = '太阳是一颗恒星，也是太阳系的中心天体，几乎是热等离子体与磁场交织着的一个理想球体。';
const english =
  'The Sun is the star at the center of the Solar System. It is a massive ball of hot plasma that has been there for billions of years.';
const russian =
  'Солнце является звездой в центре Солнечной системы. Оно состоит из горячей плазмы и светит миллиарды лет.';
const korean = '태양은 태양계의 중심에 있는 항성이다. 태양은 뜨거운 플라즈마로 이루어져 있다.';
const japanese = '太陽は太陽系の中心にある恒星である。太陽は熱いプラズマでできている。';

test('a text with paragraphs in another language says so', async () => {
  for (const [text, expected] of [
    [
      `${chinese}\n\n${english}\n\n${chinese}`,
      /^1 of the 3 paragraphs is in English \(en\), .* read as Chinese \(zh\)/,
    ],
    [`${chinese}${chinese}\n${english}`, /^1 of the 2 paragraphs is in English/],
    [`${english} ${english}\n\n${chinese}`, /in Chinese \(zh\), .* read as English \(en\)/],
    [`${chinese}\n\n${chinese}\n\n${korean}`, /in Korean/],
    [`${english}\n\n${english}\n\n${russian}`, /in Russian/],
    [`${french}\n\n${french}\n\n${english}`, /in English \(en\), .* read as French/],
    [`${russian}\n\n${russian}\n\n${japanese}`, /in Japanese/],
  ] as const) {
    const { notice = '' } = await analyze(text);
    assert.match(notice.slice(Math.max(0, notice.search(/\d+ of the/))), expected);
  }
});

test('names, code and headings in other letters are no paragraphs in another language', async () => {
  for (const text of [
    `${chinese}\n\n${chinese}`,
    `${chinese}\n\nSolar System\n\n${chinese}`,
    `${chinese}\n\n\`\`\`\nconst sun = new Star({ mass: 1.989e30, radius: 696340, name: "Sol" }); console.log(sun);\n\`\`\`\n\n${chinese}`,
    `${english}\n\n太阳\n\n${english}`,
    `${chinese}\n\nKubernetes Docker Prometheus Grafana OpenTelemetry Elasticsearch Logstash Kibana Jaeger\n\n${chinese}`,
  ]) {
    assert.equal((await analyze(text)).notice, undefined, text);
  }
  const mixed = `${chinese}\n\n${english}`;
  assert.equal((await analyze(mixed, { lang: 'zh' })).notice, undefined);
});

test('a language that was given against the letters or the words of a text is named', async () => {
  const given = async (lang: string, text: string) => (await analyze(text, { lang })).notice ?? '';
  for (const [lang, text, said] of [
    ['zh', 'Hund und Katze', /read as Chinese \(zh\), which was given, but it is in Latin letters: set lang/],
    ['en', '今天天气很好', /plainly in Chinese \(zh\): set lang/],
    ['fr', 'The cat sat on the mat and the dog was there', /plainly in English \(en\)/],
    ['de', 'Москва слезам не верит', /in Cyrillic letters/],
    ['zh', '空は青くて広い', /plainly in Japanese \(ja\)/],
    ['ru', 'El perro duerme', /in Latin letters/],
    ['yi', 'ትግርኛ ቋንቋ', /plainly in Amharic \(am\)/],
    ['wuu', '空は青くて広い', /plainly in Japanese \(ja\)/],
    [
      'fr',
      'Der Bahnhof wird umgebaut, und die Züge halten nicht mehr in der Stadt',
      /plainly in German \(de\): set lang/,
    ],
    ['en', 'La gare est fermée et les trains ne vont pas dans le centre', /plainly in French \(fr\)/],
    ['pt', 'El perro de la vecina duerme en el patio con los gatos', /plainly in Spanish \(es\)/],
  ] as const)
    assert.match(await given(lang, text), said, text);
  for (const [lang, text] of [
    ['zh', 'iPhone 17 Pro'],
    ['zh-Hant', '台北的天氣'],
    ['ja', '東京旅行'],
    ['en', 'The film 流浪地球 was a hit in China.'],
    ['fr', 'un chat noir'],
    ['sr', 'Danas je lep dan u Beogradu'],
    ['sr-Latn', 'Danas je lep dan u Beogradu'],
    ['uk', 'дитячий садок'],
    ['yi', 'די זון איז א שטערן'],
    ['as', 'সূৰ্য এটা তৰা'],
    ['dz', 'རྫོང་ཁ་འབྲུག་གི་སྐད'],
    ['ti', 'ትግርኛ ቋንቋ'],
    ...['wuu', 'nan', 'nan-Hant', 'lzh', 'yue', 'mul', 'zxx'].map((lang) => [lang, '今天天氣很好']),
    ['ain', 'アイヌイタク'],
    ['nan', 'Tâi-oân sī chi̍t ê tē-tō, tī Thài-pêng-iûⁿ ê sai-pak pêng.'],
    ['ro', 'Молдова есте о царэ ын Еуропа'],
    ['ca', 'El gos de la veïna dorm en el pati que es de tots'],
    ['fr', 'La gare est fermée. Der Bahnhof ist zu. Les trains vont dans le centre. Die Züge fahren nicht.'],
    ['es', 'La canción dice «where is the love» y la gente canta con ella en la plaza'],
    ['mul', 'The cat sat on the mat and the dog was there'],
    ['zxx', 'дитячий садок'],
  ])
    assert.doesNotMatch(await given(lang, text), /which was given, but/, text);
});

test('an analysis says how the language was told where the script does not', async () => {
  const foundOf = async (text: string, options: ExtractOptions = {}) => (await analyze(text, options)).languageFound;
  for (const text of ['arte moderna', '東京旅行', french, 'дитячий садок']) {
    const { language, ...found } = await findLanguage(text);
    const analysis = await analyze(text);
    assert.equal(analysis.language, language);
    assert.deepEqual(analysis.languageFound, found, text);
  }
  // Also where other texts came between.
  const model = await modelOf('arte moderna');
  await modelOf('chat noir');
  assert.deepEqual(analyzeKeywords(model, 'arte moderna').languageFound?.candidates.length, 3);
  for (const text of [chinese, english, korean]) assert.equal(await foundOf(text), undefined);
  assert.equal(await foundOf('arte moderna', { lang: 'pt' }), undefined);
});

test('the notice of a Japanese text says what cut it', async () => {
  const { tokenizer } = await modelOf('太陽は恒星である。');
  const { notice = '' } = await analyze('太陽は恒星である。');
  assert.match(
    notice,
    tokenizer.description.version === 'analysed 1' ? /by the analyser lindera\.$/ : /by ICU, without an analyser\.$/,
  );
});

test('a short text that may be in the language beside it says so', async () => {
  for (const [text, rival] of [
    ['白菜', /read as Chinese \(zh\); it is so short that it may be Japanese \(ja\): set lang/],
    ['Kerajaan akan menaikkan gaji', /it may be Malay \(ms\): set lang/],
  ] as const)
    assert.match((await analyze(text)).notice ?? '', rival, text);
  for (const text of ['菠菜', '土豆', '北京大学']) assert.equal((await analyze(text)).notice, undefined, text);
});
