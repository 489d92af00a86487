import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeTokenizer } from '../../packages/core/dist/text/create-tokenizer.js';
import { jiebaCutter } from '../../packages/core/dist/text/jieba.js';
import { parseDictionary } from '../../packages/core/dist/text/user-dictionary.js';

const terms = (contents: string) => parseDictionary(contents, 'nfkc-lowercase').terms;

test('terms with and without frequency and tag, with spaces and symbols', () => {
  assert.deepEqual(terms('云计算'), [{ term: '云计算' }]);
  assert.deepEqual(terms('云计算 5'), [{ term: '云计算', frequency: 5 }]);
  assert.deepEqual(terms('云计算 n'), [{ term: '云计算', partOfSpeech: 'n' }]);
  assert.deepEqual(terms('云计算 5 n'), [{ term: '云计算', frequency: 5, partOfSpeech: 'n' }]);
  assert.deepEqual(terms('machine learning 10 nz'), [{ term: 'machine learning', frequency: 10, partOfSpeech: 'nz' }]);
  assert.deepEqual(terms('state of the art'), [{ term: 'state of the art' }]);
  assert.deepEqual(terms('C++'), [{ term: 'C++' }]);
  assert.deepEqual(terms('constructor\n__proto__ 3'), [{ term: 'constructor' }, { term: '__proto__', frequency: 3 }]);
});

test('byte-order mark, CRLF and blank lines', () => {
  assert.deepEqual(terms('\ufeff云\r\n\r\n  雾 \r\n'), [{ term: '云' }, { term: '雾' }]);
});

test('what is not a dictionary is refused by line', () => {
  assert.throws(() => terms('云\n\0\n'), { code: 'INVALID_DICTIONARY', message: /Line 2 .*NUL/ });
  assert.throws(() => terms('\r\n \n'), { code: 'INVALID_DICTIONARY', message: /no term/ });
});

test('the longest term wins, from the left', () => {
  const { find } = parseDictionary('北京\n北京大学\n大学生\n学生', 'none');
  assert.deepEqual(find('北京大学生在北京'), [
    { start: 0, end: 4 },
    { start: 6, end: 8 },
  ]);
  assert.deepEqual(find('无'), []);
});

test('the hash tells terms, not their order or spelling', () => {
  const hash = (contents: string) => parseDictionary(contents, 'nfkc-lowercase').hash;
  assert.equal(hash('a\nb'), hash('B\r\nＡ 7\r\n'));
  assert.notEqual(hash('a\nb'), hash('a\nc'));
  assert.notEqual(hash('云'), hash('云 n'));
});

test('a dictionary of a hundred thousand terms finds what is there', () => {
  const many = Array.from({ length: 100_000 }, (_, i) => `术语${i.toString(36)}`);
  const { find } = parseDictionary(many.join('\n'), 'none');
  const text = `${'开头的话'.repeat(100)}术语23hr，${many[4242]}`;
  assert.deepEqual(
    find(text).map(({ start, end }) => text.slice(start, end)),
    ['术语23hr', many[4242]],
  );
});

test('a frequency below 0 or with a fraction is refused by its line', () => {
  for (const line of ['词 -5 n', '词 3.5 n', '词 -5', '词 3,5', '云计算 1e3 n']) {
    assert.throws(() => terms(`云 3\n${line}`), { code: 'INVALID_DICTIONARY', message: /Line 2 .*frequency/ }, line);
  }
  assert.deepEqual(terms('Web 2.0'), [{ term: 'Web 2.0' }]);
});

test('a comma where a space belongs is refused by its line; commas within terms are not', () => {
  for (const line of ['太阳,n', '太阳，100', '太阳,100,n', '太阳 100,n', 'cloud,100,n', '太阳,']) {
    const error = { code: 'INVALID_DICTIONARY', message: /Line 2 .* comma .* Write "(太阳|cloud)( 100)?( n)?"\.$/ };
    assert.throws(() => terms(`云 3\n${line}`), error, line);
  }
  for (const term of ['Washington, D.C.', 'Washington,dc', '1,000', '柴米油盐，酱醋茶', 'Apollo,13']) {
    assert.deepEqual(terms(term), [{ term }]);
  }
});

test('a word of frequency 0 is never cut as one word', () => {
  const dictionary = parseDictionary('太阳系 0', 'none');
  const { tokenize, words } = makeTokenizer({
    name: 'jieba',
    normalization: 'none',
    dictionary,
    cutters: { jieba: { cutter: jiebaCutter, version: '' } },
  });
  assert.deepEqual(words('太阳系的行星'), ['太阳', '系', '的', '行星']);
  assert.deepEqual(
    tokenize('太阳系的行星').map(({ start, end }) => [start, end]),
    [
      [0, 2],
      [2, 3],
      [3, 4],
      [4, 6],
    ],
  );
});
