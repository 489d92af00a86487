import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areWhole, candidates, cut, have } from './chinese.js';

test('what is counted by years, events and varieties has its number', () =>
  areWhole([
    '今年⟦第12号台风⟧在近海生成',
    '公司披露⟦三季报⟧',
    '她夺得⟦女子100米栏⟧银牌',
    '种的是⟦烟薯25号⟧，很甜',
    '升级到⟦安卓15⟧之后',
  ]));

test('the number of a case is no name', () => {
  for (const line of [
    '（2023）浙02民终1234号判决已生效。',
    '案号（2024）沪01刑初58号，当庭宣判。',
    '（2022）京73行终916号裁定驳回上诉。',
    '依据（2021）粤0304民初20517号判决执行。',
    '（2020）苏05执复33号裁定撤销原裁定。',
  ])
    assert.ok(!candidates(line).some((one) => /[民刑行执][初终复]|\d号/.test(one)), candidates(line).join(' '));
});

test('a motorway has its number and its name', () =>
  areWhole([
    '⟦G5615天猴高速⟧封闭施工',
    '⟦S26诸永高速⟧发生追尾',
    '经⟦G60沪昆高速⟧前往',
    '⟦G76厦蓉高速⟧恢复通行',
    '改走⟦G4京港澳高速⟧绕行',
  ]));

test('things after letters are nouns, measures after numbers are none', () => {
  areWhole(['换一块⟦CMR盘⟧。', '有两个⟦USB口⟧。', '开发了⟦PC版⟧。', '一片⟦CT片⟧。', '⟦SATA口⟧接触不良。']);
  assert.ok(!cut('下载PDF版本').includes('PDF版'));
});

test('short names that are English words open phrases', () =>
  have(['支持⟦UPS模式⟧。', '在⟦IT行业⟧工作。', '加入⟦IT公司⟧。', '接入⟦UPS电源⟧。', '学习⟦IT技术⟧。']));

test('a product has its Latin word and its number, but its release is left out, too', () =>
  have([
    '测评⟦澄野 CY-S3⟧，续航很长。',
    '买了⟦岚野 Trek 3⟧，很轻。',
    '选⟦润恒 RH-16C⟧，很安静。',
    '发布⟦轻记 App⟧ 5.3，修复闪退。',
    '下载⟦轻记 Pro⟧ 12.1，花屏。',
  ]));

test('a numbered hospital has the university that it is attached to', () =>
  areWhole([
    '⟦浙江大学医学院附属第一医院⟧',
    '转入⟦哈尔滨医科大学附属第二医院⟧',
    '在⟦温州医科大学附属第一医院⟧',
    '⟦苏州大学附属第一医院⟧收治',
    '⟦南昌大学附属第二医院⟧',
  ]));
