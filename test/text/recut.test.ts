import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { loadModel, type TextModel } from '../../packages/core/dist/node.js';
import { CHINESE_WEIGHTS, chineseWeights } from '../../packages/core/dist/text/chinese-tagger.js';
import { jiebaCutter } from '../../packages/core/dist/text/jieba.js';
import { readTokens } from '../../packages/core/dist/text/reading/read-tokens.js';
import { root } from '../support.js';

let model: TextModel;
before(async () => {
  model = await loadModel('zh');
});

const read = (text: string) => readTokens(text, model.tokenizer);

/** Names that a text says once, of which jieba guesses parts. */
const names: [name: string, tag: string, text: string][] = [
  ['望舟大桥', 'ns', '记者获悉，建成二十六年的望舟大桥将于10月8日零时起封闭施工。'],
  ['韩知远', 'nr', '项目负责人韩知远说，检测发现吊索锈蚀率为3.7%。'],
  ['布氏鲸', 'nr', '潮水回涨，这头布氏鲸终于游出了防波堤。'],
  ['邱阿满', 'nr', '由七十八岁的艺师邱阿满口述重建。'],
  ['闻琪', 'nr', '东麓证券分析师闻琪在研报中写道。'],
  ['亨利·波拉克', 'nr', '科学家亨利·波拉克在会上发言。'],
];

test('names that no dictionary has are cut whole, and tagged as names', () => {
  for (const [name, tag, text] of names) {
    const found = read(text).find(({ word }) => word === name);
    assert.ok(found, `${name}: ${read(text).map(({ word }) => word)}`);
    assert.match(found.partOfSpeech ?? '', /^n/, `${name} ${tag}`);
  }
});

test('words of the dictionary stay as they are where all of them are known', () => {
  for (const text of [
    '深度学习模型的训练需要大量数据。',
    '中国人民银行决定下调存款准备金率。',
    '患者接受手术治疗以后恢复良好。',
    '法院判决公司支付经济补偿。',
    '本文提出一种基于神经网络的方法。',
  ]) {
    const pieces = Array.from(jiebaCutter.tag!(text));
    assert.deepEqual(
      jiebaCutter.recut!(pieces, () => true).filter(({ word }) => word.length > 1),
      pieces.filter(({ word }) => word.length > 1),
      text,
    );
  }
});

test('what is cut again is the same text', () => {
  for (const [, , text] of [...names, ['', '', '', ''], ['', '', '？！a中b文·c·亨利·'], ['', '', '𠮷野家的𠮷先生']]) {
    for (const isWord of [() => true, () => false]) {
      const pieces = jiebaCutter.recut!(Array.from(jiebaCutter.tag!(text)), isWord);
      assert.equal(pieces.map(({ word }) => word).join(''), text);
    }
  }
});

test('a guess that the model has learned stays', () => {
  const text = '张望舟大桥';
  const pieces = [
    { word: '张望', partOfSpeech: 'x' },
    { word: '舟大桥', partOfSpeech: 'x' },
  ];
  assert.equal(pieces.map(({ word }) => word).join(''), text);
  assert.deepEqual(
    jiebaCutter.recut!(pieces, () => true),
    pieces,
  );
});

test('words to train on and to look up are as jieba cuts them', () => {
  for (const [, , text] of names) {
    assert.deepEqual(
      model.tokenizer.tokenize(text).map(({ word }) => word),
      model.tokenizer.words(text),
    );
  }
});

test('weights of another size are refused', () => {
  const bytes = gunzipSync(readFileSync(join(root, 'packages/core/data/zh-tagger.bin.gz')));
  assert.equal(chineseWeights(bytes).bytes.length, CHINESE_WEIGHTS);
  assert.throws(() => chineseWeights(bytes.subarray(1)), { code: 'INVALID_MODEL' });
});

test('no word leaves a character of its neighbour alone', () => {
  for (const [text, ...words] of [
    ['光伏发电站开工', '光伏', '发电站'],
    ['负载均衡器重启', '负载', '均衡器'],
    ['天使投资人表示', '天使', '投资人'],
    ['新能源车险涨价', '新能源', '车险'],
    ['边坡稳定性研究', '边坡', '稳定性'],
    // Numbers keep theirs.
    ['第二天问起来', '第二天', '问'],
    ['第三年会下雪', '第三年', '会'],
  ]) {
    assert.deepEqual(
      read(text)
        .slice(0, 2)
        .map(({ word }) => word),
      words,
      text,
    );
  }
});
