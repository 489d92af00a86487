import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTokenizer } from '../../../packages/core/dist/node.js';
import { asOneLine } from '../../../packages/core/dist/text/reading/lines.js';
import { readTokens } from '../../../packages/core/dist/text/reading/read-tokens.js';

const wink = createTokenizer({ tokenizer: 'wink' });
const jieba = createTokenizer({ tokenizer: 'jieba' });
const zh = (text: string) => readTokens(text, jieba);

/** Whether the word after the break is tied to the one before it. */
function isTied(text: string, word: string): boolean {
  const token = readTokens(text, wink).find((token) => token.word === word);
  assert.ok(token, text);
  return token.follows === true;
}

test('a sentence goes on in the next line', () => {
  assert.ok(isTied('They saw the open water\nwaves there.', 'waves'));
  assert.ok(isTied('They saw the open water\r\nwaves there.', 'waves'));
  assert.ok(isTied('then we went to\nLondon for a', 'london'));
  assert.ok(isTied('we talked about machine\nlearning and how it', 'learning'));
  assert.ok(isTied('The long line that was wrapped here names the great city of New\nYork, which is large.', 'york'));
});

test('a title, a list, a heading and a paragraph end a phrase', () => {
  assert.ok(!isTied('Deep Learning\nModels are trained on very many texts, as everybody knows by now.', 'models'));
  assert.ok(!isTied('we saw the water\n- waves', 'waves'));
  assert.ok(!isTied('# The open water\nwaves', 'waves'));
  assert.ok(!isTied('we saw the water\n\nwaves', 'waves'));
  assert.ok(!isTied('flour\nsugar\nbutter', 'sugar'));
  const rows = 'KL641\tAmsterdam\tNew York JFK\t14:50\tGate C62\nLufthansa\tFrankfurt\tNew York JFK\t13:30\tGate Z58';
  assert.ok(!isTied(rows, 'lufthansa'));
  assert.ok(isTied(rows.replaceAll('\t', ' '), 'lufthansa'));
});

test('what one says does not go on in what another says', () => {
  for (const [text, word] of [
    ['anna: the server is out of disk again\nben: we can clean it', 'ben'],
    ['Anna: the server is out of disk again\nBen: we can clean it', 'ben'],
    ['the server is out of disk again\ndev_tom: we can clean it', 'dev_tom'],
    ['the server is out of disk again\nben 9:02\nwe can clean it', 'ben'],
    ['the server is out of disk again\nben li 09:02\nwe can clean it', 'ben'],
  ]) {
    assert.ok(!isTied(text, word), text);
  }
  for (const text of [
    '小陈 9:02\n不是卡纸，打印机连不上网络\n老王 9:03\n那你重启一下路由器试试',
    '小陈：不是卡纸，打印机连不上网络\n老王：那你重启一下\n小陈：好的',
    '打印机连不上网络又怎么了啊\n不是\n卡纸\n老王来看看',
    '打印机连不上网络又怎么了啊\n老王 9:03',
    '张三说打印机连不上网络\n李四说\n不是卡纸\n那就重启',
  ]) {
    assert.ok(!zh(text).some(({ follows, word }) => follows || /网络老|啊不|络李/.test(word)), text);
  }
});

test('a word is whole over a hyphen, a soft hyphen and signs that nobody sees', () => {
  for (const [text, word] of [
    ['the hydro-\ndynamic model', 'hydrodynamic'],
    ['the hydro-\r\n  dynamic model', 'hydrodynamic'],
    ['a multi-\nlayered wall', 'multilayered'],
    ['a recon‐\nstruction of it', 'reconstruction'],
    ['of the Łódz-\nkie county', 'łódzkie'],
    ['the state-of-the-\nart model', 'state-of-the-art'],
    ['a co\u00adop\u00ader\u00ada\u00adtion', 'cooperation'],
    ['the uni\u00adver\u00adsity', 'university'],
    ['a \u00adsoft hyphen', 'soft'],
    ['two soft\u00ad\u00adness', 'softness'],
    ['in Mün\u00adchen', 'münchen'],
    ['a T\u00ad-cell', 't-cell'],
    ['a zero\u200bwidth', 'zerowidth'],
    ['a wo\u2060rd', 'word'],
  ]) {
    const token = readTokens(text, wink).find((token) => token.word === word);
    assert.ok(token, JSON.stringify(text));
    assert.equal(asOneLine(text.slice(token.start, token.end)).toLowerCase(), word);
  }
});

test('Chinese wrapped within a word and with spaces throughout is joined', () => {
  for (const text of [
    '这是一段被换行的中文文本用来测试太\n阳系的样子',
    '我们今天一起来说一说关于那个遥远的太阳\n系以及它的行星们究竟是怎样形成的',
    '第一行的文字很长很长一直写到了边上\n第二行的文字也写到边上然后才是太阳\n系',
    '　　段落的开头有两个全角的空格然后太\n阳系就在这里',
    '这是一段被换行的中文文本用来测试太\r\n阳系的样子',
    '太 阳 系 的 中 心 天 体',
    '八 大 行 星 在 太 阳 系',
    '说 到 太 阳 系，我 们 都 知 道',
    '太\u200b阳\u200b系的中心',
    '太\u00ad阳系的中心',
    '我 们 都 在 太 阳 系 里',
  ]) {
    const token = zh(text).find(({ word }) => word === '太阳系');
    assert.ok(token, JSON.stringify(text));
    assert.equal(text.slice(token.start, token.end).replace(/[\s\u200b\u00ad]/g, ''), '太阳系');
  }
  assert.ok(!zh('苹果\n香蕉').some(({ word, follows }) => follows || word.length > 2));
});
