import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isClause } from '../../packages/core/dist/evaluate/editor-marks.js';
import {
  compareByEditor,
  type EditorMark,
  loadModel,
  markKeywords,
  type Token,
} from '../../packages/core/dist/node.js';

const tokenizers = {
  zh: (await loadModel('zh')).tokenizer,
  en: (await loadModel('en')).tokenizer,
};

/** The mark of each keyword in a list of its own. */
function marksOf(text: string, lang: 'zh' | 'en', keywords: readonly string[]): EditorMark[] {
  const tokens = tokenizers[lang].tokenize(text);
  return keywords.map((keyword) => markKeywords({ text, lang, want: [], strike: [] }, [keyword], tokens)[0].mark);
}

test('what is wanted is never struck, what is listed always is, by match key', () => {
  const text = 'Kernel Methods and 5 mm of rain, kernel tricks.';
  const edited = { text, lang: 'en', want: ['5 mm', 'kernel method'], strike: ['Kernel Trick', 'rain'] };
  const marked = markKeywords(
    edited,
    ['kernel methods', '5 mm', 'kernel tricks', 'Rain', 'mm'],
    tokenizers.en.tokenize(text),
  );
  assert.deepEqual(
    marked.map(({ mark }) => mark),
    ['wanted', 'wanted', 'listed', 'listed', 'number'],
  );
  assert.equal(marked[0].at, 0);
  assert.ok(Math.abs(marked[4].at! - 21 / text.length) < 1e-9);
});

test('parts of an address are struck', () => {
  const text =
    'See https://shop.example.com/huajian-beauty?utm_source=weibo or mail me@example.org. 见www.foo.cn，beauty 新品';
  assert.deepEqual(
    marksOf(text, 'en', [
      'https',
      'huajian-beauty',
      'utm_source',
      'weibo',
      'me@example.org',
      'www.foo.cn',
      'example.com',
    ]),
    Array(7).fill('url'),
  );
  // Said elsewhere, too; or nowhere.
  assert.deepEqual(marksOf(text, 'zh', ['beauty', '新品', 'shopping']), ['', '', '']);
});

test('numbers and units are struck, words with numbers in them are not', () => {
  const units = ['380 nm', '5%', '12.5', '$40', '3rd', 'kWh', 'liters', 'percent', '20 years', '2 million'];
  assert.deepEqual(marksOf('', 'en', units), Array(units.length).fill('number'));
  const chinese = ['300毫米', '9月27日', '2017年', '第一批', '1万亿元', '两倍', '20世纪', '三个', '毫米'];
  assert.deepEqual(marksOf('', 'zh', chinese), Array(chinese.length).fill('number'));
  const words = [
    '5G',
    '3D',
    'P99',
    '40-liter hiking pack',
    'TrailLite 40',
    '一带一路',
    '三峡',
    '2型糖尿病',
    '五花肉',
    '点',
    '十二生肖',
  ];
  assert.deepEqual(marksOf('', 'zh', words), Array(words.length).fill(''));
});

test('clauses are struck', () => {
  const english =
    'The polyp takes calcium carbonate from water. The reef grew as prices fell. In May they beat Chelsea. Saka equalised. The sleeve holds two bladders.';
  const clauses = [
    'polyp takes calcium carbonate',
    'prices fell',
    'beat Chelsea',
    'Saka equalised',
    'sleeve holds two bladders',
  ];
  assert.deepEqual(marksOf(english, 'en', clauses), Array(5).fill('clause'));
  const chinese = '小李终于回消息，王某说他吃了苹果。太阳占太阳系总质量的大部分，记者问他，我们的老师在北京大学学习。';
  const sentences = ['终于回', '王某说', '吃了苹果', '占太阳系', '记者问他', '我们的老师', '在北京大学'];
  assert.deepEqual(marksOf(chinese, 'zh', sentences), Array(7).fill('clause'));
});

test('terms with verbs in them are no clauses', () => {
  const english =
    'Machine learning, fried rice, streaming CSV parsers, a set of faces, wind powered pumps and the hiking pack need care.';
  const terms = [
    'Machine learning',
    'fried rice',
    'streaming CSV parsers',
    'set of faces',
    'wind powered pumps',
    'hiking pack',
  ];
  assert.deepEqual(marksOf(english, 'en', terms), Array(6).fill(''));
  const chinese = '解除劳动合同的经济补偿，特大暴雨，检索增强生成，自我效能感，党的十六大报告，机器学习算法。';
  assert.deepEqual(
    marksOf(chinese, 'zh', ['解除劳动合同', '经济补偿', '特大暴雨', '自我效能感', '党的十六大报告', '机器学习算法']),
    Array(6).fill(''),
  );
});

test('a verb that an article stands before is none', () => {
  const words = (...tagged: [string, string][]): Token[] =>
    tagged.map(([word, partOfSpeech]) => ({ word, partOfSpeech, start: 0, end: 0 }));
  const parts = words(['set', 'VERB'], ['theory', 'NOUN']);
  assert.ok(isClause(parts, 'PART'));
  assert.ok(!isClause(parts, 'DET'));
  assert.ok(!isClause(words(['beat', 'VERB'])));
});

test('a fragment of a longer keyword is struck unless it also stands alone', () => {
  const text =
    'Northwind Robotics won. Northwind Robotics of Reno builds Stride robots; Stride is fast. Fair Isle, an isle.';
  const list = ['Northwind Robotics', 'Northwind', 'robotics', 'Stride robots', 'Stride', 'Fair Isle', 'Fair', 'Isle'];
  const marked = markKeywords({ text, lang: 'en', want: [], strike: [] }, list, tokenizers.en.tokenize(text));
  const fragments = marked.filter(({ mark }) => mark === 'fragment').map(({ keyword }) => keyword);
  assert.deepEqual(fragments, ['Northwind', 'Fair']);
  const chinese = '二甲双胍与恩格列净。二甲双胍常用；恩格列净联合二甲双胍。存款准备金率下调，准备金率。';
  const words = ['二甲双胍', '二甲双', '恩格列净', '恩格', '存款准备金率', '准备金率'];
  const found = markKeywords(
    { text: chinese, lang: 'zh', want: [], strike: [] },
    words,
    tokenizers.zh.tokenize(chinese),
  );
  assert.deepEqual(
    found.filter(({ mark }) => mark === 'fragment').map(({ keyword }) => keyword),
    ['二甲双', '恩格'],
  );
});

test('a word that jieba guessed is struck unless the text says it twice', () => {
  const token = (word: string, partOfSpeech: string, start: number) => ({
    word,
    partOfSpeech,
    start,
    end: start + word.length,
  });
  const text = '号馆打响，二甲双用二甲双';
  const tokens = [
    token('号馆', 'x', 0),
    token('打响', 'v', 2),
    token('二甲双', 'x', 5),
    token('用', 'p', 8),
    token('二甲双', 'x', 9),
  ];
  const marked = markKeywords({ text, lang: 'zh', want: [], strike: [] }, ['号馆打响', '二甲双', '用'], tokens);
  assert.deepEqual(
    marked.map(({ mark }) => mark),
    ['guessed', '', ''],
  );
});

test('methods by what an editor makes of their first eight', () => {
  const text = 'Coral reefs grow slowly. The prices fell. Many polyps live there for 300 years, and fish come.';
  const texts = [{ text, lang: 'en', want: ['coral reef', 'polyp', 'symbiosis'], strike: ['grow slowly'] }];
  const eight = ['Coral reefs', 'grow slowly', 'prices fell', '300 years', 'fish', 'Many polyps', 'there', 'come'];
  const methods = [
    { method: 'long', keywords: [[...eight, 'polyps', 'symbiosis']] },
    { method: 'none', keywords: [[]] },
  ];
  const [long, none] = compareByEditor(texts, methods, [tokenizers.en.tokenize(text)]);
  assert.equal(long.lists[0].length, 8);
  assert.deepEqual(
    ['struck', 'listed', 'clause', 'number', 'fragment', 'unjudged'].map((measure) => long.means[measure]),
    [3 / 8, 1 / 8, 1 / 8, 1 / 8, 0, 4 / 8],
  );
  // "Many polyps" has a part of what is wanted; the ninth and tenth are not looked at.
  assert.equal(long.means.missing, 2);
  assert.equal(long.means['not even in part'], 1);
  assert.deepEqual(long.missing, [['polyp', 'symbiosis']]);
  assert.equal(long.means['first third'], 3 / 8);
  assert.equal(none.means.struck, 0);
  assert.equal(none.means.missing, 3);
  assert.deepEqual(none.behindFirst?.missing, { mean: -1, low: -1, high: -1 });
});
