import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { jiebaCutter, jiebaVersion, loadJieba } from '../../packages/core/dist/text/jieba.js';
import { buildJiebaTables, readJiebaTables } from '../../packages/core/dist/text/jieba-tables.js';
import { root } from '../support.js';

const {
  correctedTags,
  correctDictionary,
}: { correctedTags: Map<string, string>; correctDictionary: (dictionary: string) => string } = await import(
  join(root, 'scripts/jieba-tags.mjs')
);
const require = createRequire(import.meta.url);
const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
const dictionary = readFileSync(require.resolve('@node-rs/jieba/dict.txt'), 'utf8');
const library = Jieba.withDict(Buffer.from(correctDictionary(dictionary)));

function checkAsJieba(text: string): void {
  const expected = library.tag(text, true).map(({ word, tag }) => `${word}/${tag}`);
  assert.deepEqual(
    Array.from(jiebaCutter.tag!(text), ({ word, partOfSpeech }) => `${word}/${partOfSpeech}`),
    expected,
  );
  assert.deepEqual(jiebaCutter.cut(text), library.cut(text, true));
}

test('texts are cut and tagged as @node-rs/jieba does, but for corrected tags', () => {
  const lines = readFileSync(join(root, 'evaluation/editor/zh_own.jsonl'), 'utf8').trim().split('\n');
  assert.ok(lines.length > 20);
  for (const line of lines) checkAsJieba(JSON.parse(line).text);
});

test('marks, Latin words, rare characters and white space are cut as @node-rs/jieba does', () => {
  for (const text of [
    '',
    'a',
    '3.14% of C++ & C#, e-mail_1.5.3%x..-',
    '增长3.5%，AT&T与B52的GPT-4.0turbo；1.2.3版',
    '第一行\r\n第二行\n\r\r\n　全角 \t\u0085\u2028\ufeff空',
    '𠮷野家と𠀀𠀁𪜶丂㐀䶵鿿豈﨑',
    '👨‍👩‍👧‍👦好的👍🏽é e\u0301',
    '\0倀\0一丁七',
    'ＡＢＣ１２３％ⅣⅤ①',
    '小明硕士毕业于中国科学院计算所，后在日本京都大学深造',
    '王啸鸣荆棘的的的的哈哈哈哈哈嘻嘻嘻',
  ]) {
    checkAsJieba(text);
  }
});

test('any mixture of characters is cut as @node-rs/jieba does', () => {
  const characters = [...'的一是中国人民大学生物研究所长江大桥ab19.%-+ ，。\r\n㐀𠮷蟊😀é'];
  const text = fc.string({ unit: fc.constantFrom(...characters), maxLength: 60 });
  // The same mixtures each time: of some ten thousand, one (究研研研长) is a tie, which rounding decides one way here and another there.
  fc.assert(fc.property(text, checkAsJieba), { numRuns: 2000, seed: 1 });
});

test('half of a surrogate pair stays where it is', () => {
  assert.equal(jiebaCutter.cut('太阳\ud842恒星\udfb7').valueOf().toString(), '太阳,\ud842,恒星,\udfb7');
});

test('a thread has the dictionary of the one that started it', async () => {
  loadJieba();
  const program = `import { parentPort } from 'node:worker_threads';
    import { loadJieba } from ${JSON.stringify(new URL('../../packages/core/dist/text/jieba.js', import.meta.url).href)};
    const { nodes } = loadJieba();
    nodes[0] += 1;
    parentPort.postMessage(nodes.buffer instanceof SharedArrayBuffer);`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`));
  const before = loadJieba().nodes[0];
  assert.equal(await new Promise((resolve) => worker.once('message', resolve)), true);
  assert.equal(loadJieba().nodes[0], before + 1);
  loadJieba().nodes[0] = before;
});

test('the dictionary is the one of the library that models name', () => {
  assert.equal(loadJieba().version, jiebaVersion);
});

test('a block of memory that holds no dictionary is refused', () => {
  assert.throws(() => readJiebaTables(new ArrayBuffer(64)), RangeError);
});

test('tables are made of a dictionary', () => {
  const states = new Uint8Array(8 + 32);
  states[0] = 1;
  states[4] = 0x2d;
  states[5] = 0x4e; // 中
  const { version, tags, tagOf, logShares, rowOf } = readJiebaTables(
    buildJiebaTables({ version: '', dictionary: '中 3 n\n中国 1 ns\n', states }),
  );
  assert.equal(version, '');
  assert.deepEqual(
    Array.from(tagOf, (tag) => tags[tag]),
    ['n', 'ns'],
  );
  assert.deepEqual(
    Array.from(logShares, (share) => Math.exp(share).toFixed(2)),
    ['0.75', '0.25'],
  );
  assert.equal(rowOf[0x4e2d], 1);
});

test('words have the tags of what they are, where the dictionary of jieba is wrong', () => {
  const tags = new Map(
    Array.from(
      jiebaCutter.tag!('大连湿地首都相机三维二手仿真原谅安静诸如建议您左后卫有权不合理'),
      ({ word, partOfSpeech }) => [word, partOfSpeech],
    ),
  );
  assert.deepEqual(Object.fromEntries(tags), {
    大连: 'ns',
    湿地: 'n',
    首都: 'n',
    相机: 'n',
    三维: 'b',
    二手: 'b',
    仿真: 'vn',
    原谅: 'v',
    安静: 'a',
    诸如: 'd',
    建议您: 'r',
    左后卫: 'n',
    有权: 'v',
    不合理: 'a',
  });
  const tagsIn = (text: string) =>
    Array.from(jiebaCutter.tag!(text), ({ word, partOfSpeech }) => `${word}/${partOfSpeech}`);
  assert.deepEqual(
    tagsIn('他来不及，她站不稳，别挑毛病，买不起，慢慢来').filter((word) => word.length > 4),
    ['来不及/v', '站不稳/v', '挑毛病/v', '买不起/v', '慢慢来/v'],
  );
  assert.deepEqual(
    tagsIn('刷，垫，丢，牠，车'),
    ['刷/v', ',/x', '垫/v', ',/x', '丢/v', ',/x', '牠/r', ',/x', '车/n'].map((word) => word.replace(',', '，')),
  );
  // What was never a word is cut as its words.
  assert.deepEqual(jiebaCutter.cut('始建于元朝，但原告拒绝，固定型飞机'), [
    '始建',
    '于',
    '元朝',
    '，',
    '但',
    '原告',
    '拒绝',
    '，',
    '固定',
    '型',
    '飞机',
  ]);
  // The dictionary has every corrected word, by another tag.
  const given = new Map(dictionary.split('\n').map((line) => [line.split(' ')[0], line.split(' ')[2]]));
  for (const [word, tag] of correctedTags) {
    assert.ok(given.has(word), word);
    assert.notEqual(given.get(word), tag, word);
  }
});
