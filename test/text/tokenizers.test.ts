import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { tokenizerOf } from '../../packages/core/dist/node/models/tokenizers.js';
import { createTokenizer, createVocabulary } from '../../packages/core/dist/node.js';
import { checkTokenizer, makeTokenizer } from '../../packages/core/dist/text/create-tokenizer.js';
import { root, temporaryDirectory } from '../support.js';
import { tokenizerSuite } from './tokenizer.suite.js';

const { correctDictionary }: { correctDictionary: (dictionary: string) => string } = await import(
  join(root, 'scripts/jieba-tags.mjs')
);
const directory = temporaryDirectory();
const dictionary = join(directory, 'terms.txt');
writeFileSync(dictionary, '\ufeff星闪 NearLink 5 nz\r\n北京天安\r\nC++\r\n.NET 3 eng\r\n#话题\r\nAI\r\n');

for (const tokenizer of ['jieba', 'wink', 'intl', 'whitespace'] as const) {
  for (const normalization of ['none', 'nfkc-lowercase'] as const) {
    tokenizerSuite(`${tokenizer}, ${normalization}`, createTokenizer({ tokenizer, normalization }));
  }
}
tokenizerSuite('jieba with a dictionary', createTokenizer({ dictionary }));

test('jieba tags words as it does in their text, the first time and when they are known', () => {
  const require = createRequire(import.meta.url);
  const { Jieba } = require('@node-rs/jieba');
  const dictionary = readFileSync(require.resolve('@node-rs/jieba/dict.txt'), 'utf8');
  const library = Jieba.withDict(Buffer.from(correctDictionary(dictionary)));
  const tokenizer = createTokenizer({ normalization: 'none' });
  for (const text of [
    '细交链孢菌酮酸对水稻的影响，C3H与B52的3.5倍',
    '贝叶斯统计中任意随机混效Poisson模型',
    '男友Joe狂撒狗粮。',
  ]) {
    const expected = library.tag(text, true).map(({ word, tag }: { word: string; tag: string }) => [word, tag]);
    for (let time = 0; time < 2; time++) {
      assert.deepEqual(
        tokenizer.tokenize(text).map(({ word, partOfSpeech }) => [word, partOfSpeech]),
        expected,
      );
    }
  }
});

test('jieba cuts as jieba does, with parts of speech', () => {
  const tokens = createTokenizer().tokenize('太阳是一颗恒星');
  assert.deepEqual(
    tokens.map(({ word, partOfSpeech }) => [word, partOfSpeech]),
    [
      ['太阳', 'ns'],
      ['是', 'v'],
      ['一颗', 'm'],
      ['恒星', 'nz'],
    ],
  );
  assert.deepEqual(createTokenizer().words('如果给一部古装电影设计服装'), [
    '如果',
    '给',
    '一部',
    '古装',
    '电影',
    '设计',
    '服装',
  ]);
});

test('a term of the dictionary is always cut whole, with its tag', () => {
  const tokenizer = createTokenizer({ dictionary });
  const text = '我爱北京天安门，用Ｃ++和.NET写星闪 NEARLINK，#话题 MAIL与AI';
  const words = tokenizer
    .tokenize(text)
    .map(({ word, start, end, partOfSpeech }) => ({ word, at: text.slice(start, end), partOfSpeech }));
  const found = (word: string) => words.find((token) => token.word === word);
  assert.equal(found('北京天安')?.at, '北京天安');
  assert.equal(found('c++')?.at, 'Ｃ++');
  assert.deepEqual(found('.net'), { word: '.net', at: '.NET', partOfSpeech: 'eng' });
  assert.deepEqual(found('星闪 nearlink'), { word: '星闪 nearlink', at: '星闪 NEARLINK', partOfSpeech: 'nz' });
  assert.ok(found('#话题'));
  assert.ok(found('ai'));
  assert.ok(found('mail'), 'a Latin term is not cut out of a longer word');
});

test('every tokenizer takes the dictionary', () => {
  for (const tokenizer of ['intl', 'whitespace'] as const) {
    assert.ok(createTokenizer({ tokenizer, dictionary }).words('学习c++吧').includes('c++'), tokenizer);
  }
});

test('normalization is as asked for', () => {
  const words = (normalization: 'none' | 'nfkc' | 'lowercase' | 'nfkc-lowercase') =>
    createTokenizer({ tokenizer: 'whitespace', normalization }).words('ＡＢＣ Dé');
  assert.deepEqual(words('none'), ['ＡＢＣ', 'Dé']);
  assert.deepEqual(words('nfkc'), ['ABC', 'Dé']);
  assert.deepEqual(words('lowercase'), ['ａｂｃ', 'dé']);
  assert.deepEqual(words('nfkc-lowercase'), ['abc', 'dé']);
});

/** Knows no Chinese, so that nothing is simplified. */
const vocabulary = createVocabulary({ words: ['a', 'b'], counts: Float64Array.of(2, 1) });

test('a tokenizer that may cut otherwise is refused, with the way out', () => {
  const { description } = createTokenizer();
  checkTokenizer(description, { ...description });
  const mismatch = (change: object, message: RegExp) =>
    assert.throws(() => checkTokenizer({ ...description, ...change }, description), {
      code: 'TOKENIZER_MISMATCH',
      message,
    });
  mismatch(
    { version: '@node-rs/jieba 1.0.0' },
    /version "@node-rs\/jieba 1\.0\.0", here "@node-rs\/jieba 2\.0\.2".*Install that version.*`allowMismatch`/,
  );
  mismatch({ normalization: 'none' }, /normalization "none", here "nfkc-lowercase"/);
  mismatch({ dictionaryHash: '0123' }, /dictionaryHash "0123", here "".*`dictionary`/);
  const other = { ...description, version: 'x' };
  assert.throws(() => tokenizerOf(other, {}, vocabulary), { code: 'TOKENIZER_MISMATCH' });
  assert.equal(tokenizerOf(other, { allowMismatch: true }, vocabulary).description.name, 'jieba');
});

test('a model trained with a dictionary needs it; one trained without may be given one', () => {
  const trained = createTokenizer({ dictionary }).description;
  assert.match(trained.dictionaryHash, /^[0-9a-f]{16}$/);
  assert.throws(() => tokenizerOf(trained, {}, vocabulary), { code: 'TOKENIZER_MISMATCH', message: /`dictionary`/ });
  assert.equal(tokenizerOf(trained, { dictionary }, vocabulary).description.dictionaryHash, trained.dictionaryHash);
  tokenizerOf(createTokenizer().description, { dictionary }, vocabulary);
});

test('without jieba, jieba is refused', () => {
  assert.throws(() => makeTokenizer({ name: 'jieba', normalization: 'none' }), {
    code: 'INVALID_OPTION',
    message: /does not run here/,
  });
});

test('wink records the versions of its packages', () => {
  const version = (name: string) =>
    JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
  const { version: recorded } = createTokenizer({ tokenizer: 'wink' }).description;
  assert.equal(
    recorded,
    `wink-nlp ${version('wink-nlp')}, wink-eng-lite-web-model ${version('wink-eng-lite-web-model')}`,
  );
});

test('wink takes no word at the end of a sentence for an abbreviation', () => {
  const words = (text: string) => createTokenizer({ tokenizer: 'wink' }).words(text);
  assert.deepEqual(words('The sun. It shines on the ore.').slice(1), [
    'sun',
    '.',
    'it',
    'shines',
    'on',
    'the',
    'ore',
    '.',
  ]);
  assert.deepEqual(words('Nothing is in.\n"Oh"').slice(2, 4), ['in', '.']);
  assert.deepEqual(words('see fig. 3 by Mr. Bell').slice(1, 5), ['fig.', '3', 'by', 'mr.']);
  assert.deepEqual(words('The sunspots of the Sun.').slice(-2), ['sun', '.']);
  assert.deepEqual(words('Its Mass. It is large.').slice(1, 3), ['mass', '.']);
  assert.deepEqual(words('We met on Sun. He left.').slice(2, 4), ['on', 'sun.']);
  assert.deepEqual(words('Boston, Mass. It is old.').slice(2, 3), ['mass.']);
});

test('wink tells names by their capitals, though words are lower-cased', () => {
  const tokens = createTokenizer({ tokenizer: 'wink' }).tokenize('Alice met Mr. Bell in Paris.');
  assert.deepEqual(
    tokens.filter(({ partOfSpeech }) => partOfSpeech === 'PROPN').map(({ word }) => word),
    ['alice', 'mr.', 'bell', 'paris'],
  );
});

test('intl is known by how it cuts, not by the number of ICU; files with the number still open by it', () => {
  const description = makeTokenizer({ name: 'intl', normalization: 'none', locale: 'zh' }).description;
  assert.match(description.version, /^cuts [0-9a-f]{16}$/);
  assert.deepEqual(makeTokenizer({ name: 'intl', normalization: 'none', locale: 'zh' }).description, description);
  checkTokenizer({ ...description, version: `ICU ${process.versions.icu}` }, description);
  const mismatch = { name: 'KeywordError', code: 'TOKENIZER_MISMATCH' };
  assert.throws(() => checkTokenizer({ ...description, version: 'ICU 1.0' }, description), mismatch);
  const { Segmenter } = Intl;
  try {
    // The same ICU by its number, which cuts every character by itself.
    const replaced = class extends Segmenter {
      constructor(locale?: string) {
        super(locale, { granularity: 'grapheme' });
      }
    };
    Object.assign(Intl, { Segmenter: replaced });
    // Another name of the same language: what was found out for the first is remembered.
    const other = makeTokenizer({ name: 'intl', normalization: 'none', locale: 'zh-CN' }).description;
    assert.throws(() => checkTokenizer(description, { ...other, locale: 'zh' }), mismatch);
  } finally {
    Object.assign(Intl, { Segmenter });
  }
});
