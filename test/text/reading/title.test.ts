import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endOfHeadlineLabel } from '../../../packages/core/dist/text/reading/headline-labels.js';
import { endOfTitle, oneLineTitle } from '../../../packages/core/dist/text/reading/title.js';

const LONG_EN = 'The reef grew for ten thousand years before the water rose above it, and then the corals died.';
const LONG_ZH =
  '这是一段很长的正文，用来说明标题下面紧跟着的段落比标题本身长得多，因此第一行应当被看作标题，而不是正文的一个部分，读者一看便知。';
const titleOf = (text: string) => text.slice(0, endOfTitle(text)).trim();

test('a first line that is set apart is the title', () => {
  for (const [text, title] of [
    [`Reefs of the South\n\n${LONG_EN}`, 'Reefs of the South'],
    [`Reefs of the South\r\n\r\n${LONG_EN}`, 'Reefs of the South'],
    [`Reefs of the South  \n \t\n\n${LONG_EN}`, 'Reefs of the South'],
    [`Reefs of the South\n${LONG_EN}`, 'Reefs of the South'],
    [`\n\n  Reefs of the South\n\n${LONG_EN}`, 'Reefs of the South'],
    [`# Reefs of the South\n\nIt is so.`, '# Reefs of the South'],
    ['央行宣布降准\n\n今天降准。', '央行宣布降准'],
    [`央行宣布降准\n${LONG_ZH}`, '央行宣布降准'],
    [`为什么要降准？\r\n${LONG_ZH}`, '为什么要降准？'],
  ]) {
    assert.equal(titleOf(text), title, JSON.stringify(text));
  }
});

test('a first line that ends a sentence, goes on, or is no longer than the next is no title', () => {
  for (const text of [
    '',
    ' \n\n ',
    'Reefs of the South',
    'Reefs of the South\n\n',
    `It was so.\n\n${LONG_EN}`,
    `央行宣布降准。\n\n${LONG_ZH}`,
    `Dear all,\n\n${LONG_EN}`,
    `letters to nature\ngermination. ${LONG_EN}`,
    'flour\nsugar\nbutter',
    `${LONG_EN.slice(0, 60)}\n${LONG_EN}`,
    `Abstract\n${LONG_EN}`,
    `摘要\n\n${LONG_ZH}`,
    `${'a'.repeat(301)}\n\n${LONG_EN}`,
    '苹果\n香蕉\n橘子',
  ]) {
    assert.equal(endOfTitle(text), 0, JSON.stringify(text));
  }
});

test('a title that is given is one line', () => {
  assert.equal(oneLineTitle('  Reefs\r\n of the\tSouth '), 'Reefs of the South');
  assert.equal(oneLineTitle(' \n'), '');
});

test('the longest labels of headlines are found, with a blank before their sign', () => {
  for (const [label, rest] of [
    ['Breaking news:', ' Bridge closed'],
    ['  Breaking news ：', '大桥关闭'],
    ['Live updates |', ' Storm'],
    ['组图 ：', '颱風'],
    ['[Breaking news]', ' Bridge closed'],
  ])
    assert.equal(endOfHeadlineLabel(label + rest), label.length, label);
  for (const text of ['Bridge news: closed', 'Breaking newspaper strikes: the end', '组图颱風'])
    assert.equal(endOfHeadlineLabel(text), 0, text);
});
