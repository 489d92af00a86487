import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areWhole, candidates, cut } from './chinese.js';

test('names from Xinjiang are whole around their dots', () =>
  areWhole([
    '盐城队中锋⟦阿迪力·买买提⟧补篮得手',
    '作家⟦买买提明·艾合买提⟧讲述了村里的变化',
    '演员⟦古丽扎尔·吐逊⟧出席了首映礼',
    '歌手⟦热孜万古丽·合力力⟧登台',
    '牧民⟦艾合买提·吐尔逊⟧说',
  ]));

test('initials are of the name after their dots', () =>
  areWhole([
    '作家⟦J·K·罗琳⟧出席了新书发布会',
    '⟦J·J·艾布拉姆斯⟧执导了这部电影',
    '⟦J·R·R·托尔金⟧是英国作家。',
    '⟦乔治·W·布什⟧访华',
    '⟦E·B·怀特⟧写了夏洛的网',
  ]));

test('no word and no keyword begins or ends with a dot', () => {
  const parts = ['罗琳', 'J', '布什', '的', '出席', '向量', '艾力', '买买提', '·', '，'];
  let seed = 7;
  const next = () => {
    seed = (seed * 48271) % 2147483647;
    return parts[seed % parts.length];
  };
  for (let i = 0; i < 300; i++) {
    const text = Array.from({ length: 8 }, (_, at) => next() + (at % 2 ? '·' : '')).join('');
    for (const word of cut(text)) assert.doesNotMatch(word, /^·+[^·]|[^·]·+$/, text);
    for (const keyword of candidates(`${text}作家`, 40)) assert.doesNotMatch(keyword, /^·|·$/, text);
  }
});

test('a foreign name is of no phrase with the verb after it, and may be of a longer name', () => {
  for (const [name, after] of [
    ['阿卜杜拉·本·阿卜杜勒·阿齐兹', '访华'],
    ['列夫·托尔斯泰', '著'],
    ['艾力·买买提', '长大'],
    ['古丽娜尔·吐尔逊', '开店'],
  ]) {
    const keywords = candidates(name + after, 20);
    assert.ok(keywords.includes(name) && !keywords.includes(name + after), keywords.join(' '));
  }
  for (const name of ['列夫·托尔斯泰纪念馆', '比尔·盖茨基金会', '阿尔伯特·爱因斯坦奖', '卡尔·马克思大街']) {
    const keywords = candidates(`${name}开放`, 20);
    assert.ok(keywords.includes(name), keywords.join(' '));
  }
});

test('a name withheld ends where its last character is', () =>
  areWhole([
    '犯罪嫌疑人⟦唐某⟧非法经营烟草',
    '被告人⟦吴某⟧非法收购画眉鸟46只',
    '被告人⟦郑某⟧盗窃电缆',
    '原告⟦韩某⟧交通事故受伤',
    '⟦孙某⟧酒后驾驶电动车',
    '被告人⟦林某⟧犯走私普通货物罪',
    '观众⟦王某某⟧告诉记者',
    '村民⟦李某某⟧的房子',
    '⟦李某红⟧因盗窃被捕',
    '村民⟦刘某甲⟧到案',
  ]));

test('the third character of a name is of it after a role, and where the years follow', () =>
  areWhole([
    '访钟表修复师⟦邬静山⟧，记者在场',
    '副校长⟦晏明川⟧主持',
    '第一书记⟦谭远舟⟧走访农户',
    '他是剪纸艺术家⟦闵若水⟧。',
    '⟦梁瑾如⟧（1911—1997），昆虫分类学家。⟦梁瑾如⟧毕业后任教',
  ]));

/** Sixty words and more, in which what is said once is easily a wrong cut. */
const LONG = '今天天气很好，我们一起去公园散步，看到许多人在湖边钓鱼，还有孩子在草地上放风筝。'.repeat(3);

test('names said once in a long text are keywords, whatever character follows', () => {
  for (const [name, text] of [
    ['溧塘镇', '后来他们搬回溧塘镇整整一年。'],
    ['郁青川', '作者郁青川花了九年走访各地。'],
    ['吾斯塘博依路', '沿着吾斯塘博依路走到老茶馆。'],
    ['范德生', '老演员范德生演的店主话极少。'],
    ['彭科市', '山火逼近彭科市，居民撤离。'],
  ] as const) {
    const keywords = candidates(LONG + text, 40);
    assert.ok(keywords.includes(name), `${name}: ${keywords.join(' ')}`);
  }
});
