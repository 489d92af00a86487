import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { extractKeywords, loadModel, type TextModel } from '../../../packages/core/dist/node.js';
import { readTokens } from '../../../packages/core/dist/text/reading/read-tokens.js';

let model: TextModel;
before(async () => {
  model = await loadModel('zh');
});

const tokens = (text: string) =>
  readTokens(text, model.tokenizer, (word) => model.model.vocabulary.indexOf(word) !== undefined);

/** Texts with what is one token in double brackets. */
function areWhole(tag: string, marked: readonly string[]): void {
  for (const line of marked) {
    const text = line.replace(/[⟦⟧]/g, '');
    const found = tokens(text);
    const wholes = found.map(({ start, end }) => text.slice(start, end));
    for (const [, word] of line.matchAll(/⟦(.+?)⟧/g)) {
      const token = found[wholes.indexOf(word)];
      assert.ok(token, `${word}: ${wholes.join(' ')}`);
      assert.equal(token.partOfSpeech, tag, word);
    }
  }
}

function areNotWhole(cases: readonly [word: string, text: string][]): void {
  for (const [word, text] of cases) {
    const found = tokens(text).map(({ start, end }) => text.slice(start, end));
    assert.ok(!found.includes(word), found.join(' '));
  }
}

test('the title of a work is one word', () => {
  areWhole('nz', [
    '我们玩《⟦雨巷七号⟧》，民国情感本',
    '这里是《⟦晚饭后⟧》。',
    '压轴是失传的皮影戏《⟦渡鸦⟧》，由藝師口述',
    '看《⟦你好，之华⟧》和《⟦Fair Isle 1⟧》的人',
    '《⟦奔跑吧⟧》收视第一，《⟦向往的生活⟧》第二',
  ]);
});

test('what is long, open, or one character between the marks of a title is cut as elsewhere', () => {
  areNotWhole([
    ['国家气象中心中尺度天气图分析技术规范暂行稿', '依据《国家气象中心中尺度天气图分析技术规范暂行稿》绘制。'],
    ['雨巷七号，民国情感本', '《雨巷七号，民国情感本'],
    ['雨巷七号', '雨巷七号》之后'],
    ['第一行\n第二行', '《第一行\n第二行》'],
    ['外面《里面', '《外面《里面》'],
  ]);
});

test('a code of letters and digits is one word', () => {
  areWhole('eng', [
    '总之润恒⟦RH-16C⟧这款燃气热水器',
    '型号：⟦VP-65G⟧ 输入',
    '⟦5-HT⟧受体与⟦COVID-19⟧',
    '买了⟦iPhone15Pro⟧手机',
    '乘坐⟦G7204⟧次列车',
    '用⟦Node.js⟧写的',
    '固件升到⟦v3.2.1⟧后正常',
    '参数⟦request.max.size⟧太小',
    '主板有⟦2.5G⟧网口',
    '做了⟦1.5T⟧核磁',
  ]);
  areNotWhole([
    ['GB/T', '按GB/T 2828抽样'],
    ['15 Pro', 'iPhone 15 Pro发布'],
    ['3.5G', '内存3.5G'],
    ['OK.', '写上OK.'],
    ['1.2.3', '见1.2.3节'],
    ['A. B', '选A. B不对'],
    ['2-3', '第2-3页'],
    ['和-B', '甲和-B'],
  ]);
});

test('who somebody is by a noun is one word', () => {
  areWhole('n', ['⟦听障者⟧可以申请', '⟦哮喘者⟧慎用', '⟦色盲者⟧', '⟦乙肝者⟧', '照顾⟦残障者⟧']);
  areNotWhole([
    ['失眠者', '失眠者'],
    ['冠军争夺者', '冠军争夺者'],
  ]);
});

test('the full name of a firm or of a numbered institution is one word', () => {
  areWhole('nt', [
    '在⟦昌平第三人民医院⟧门诊',
    '他在⟦海州第一实验小学⟧读书',
    '⟦江苏恒远光电科技有限公司⟧成立',
    '与⟦上海华测检测技术股份有限公司⟧签约',
    '毕业于⟦云州第五中学⟧',
  ]);
  areNotWhole([
    ['他成立了有限公司', '他成立了有限公司'],
    ['第一小学生', '是第一小学生'],
    ['第二天医院', '第二天医院来电'],
  ]);
});

test('the parts of a foreign name around its dot are one word', () => {
  areWhole('nrt', [
    '内线支柱⟦阿曼达·里贝罗⟧因犯满离场',
    '哲学家⟦伊曼努尔·康德⟧说',
    '总统⟦弗拉基米尔·弗拉基米罗维奇·普京⟧表示',
    '⟦让·雅克·卢梭⟧与友人',
    '探险家⟦让·里博⟧在地图上',
    '他的父亲⟦皮埃尔·特鲁多⟧去世',
    '数学家⟦菲利克斯·克莱因⟧的工作',
    '⟦卡西米尔·冯克⟧1884年出生',
    '作者⟦阿曼达·里贝罗⟧·著',
    '·⟦阿曼达·里贝罗⟧·，⟦阿曼达•里贝罗⟧',
  ]);
  areNotWhole([
    ['路透社·北京', '路透社·北京'],
    ['A·B', 'A·B测试'],
    ['支柱阿曼达·里贝罗', '内线支柱阿曼达·里贝罗因犯满离场'],
    ['阿曼达·里贝罗因', '内线支柱阿曼达·里贝罗因犯满离场'],
    ['·', '伊曼努尔·康德'],
  ]);
});

test('the last character of a foreign name is of it', () => {
  areWhole('nrt', [
    '加沙地带北部的⟦杰巴利耶⟧难民营',
    '秘鲁和⟦厄瓜多⟧等海域',
    '位于⟦奥尔斯顿⟧的剑桥街',
    '来到⟦维日布尔德⟧附近',
    '⟦布鲁明顿⟧校区',
    '丰田⟦伯纳斯顿⟧工厂',
  ]);
  areNotWhole([
    ['娜塔莎都', '娜塔莎都为他高兴'],
    ['林肯都', '林肯都反对'],
    ['萨科齐所', '萨科齐所定的'],
    ['麦当劳道', '麦当劳道的餐厅'],
    ['约翰·史密斯于', '于是约翰·史密斯于1990年来到纽约'],
    ['特朗普多', '昨天特朗普多睡了一小时'],
    ['玛丽多', '玛丽多了一个孩子'],
    ['亚马逊里', '亚马逊里有很多鱼'],
    ['拜登拉', '拜登拉他走'],
    ['特朗普齐', '特朗普齐了'],
    [`杰巴利${'里'.repeat(20)}`, `杰巴利${'里'.repeat(20)}`],
  ]);
});

test('what ends a noun is of it', () => {
  areWhole('n', [
    '48 h再⟦插管率⟧、氧合指数',
    '⟦复购率⟧1.18%',
    '⟦黄瓜丝⟧垫底',
    '⟦白胡椒粒⟧各放五克',
    '长江干线⟦江州段⟧水域',
    '长期卧床会引起⟦坠积性肺炎⟧',
    '孕妇患上⟦妊娠性贫血⟧',
    '下肢⟦凹陷性水肿⟧',
  ]);
  areNotWhole([
    ['主帅率', '主帅率队出征'],
    ['教练率', '教练率我们出征'],
    ['牛肉三片', '牛肉三片即可'],
    ['豆腐一块', '豆腐一块备用'],
    ['学校个', '学校个别人'],
    ['青少年性教育', '学校重视对青少年的性教育'],
    ['它性休克', '它性休克'],
  ]);
});

test('Latin words in a Chinese text have letters with accents', () => {
  areWhole('eng', [
    '⟦Zoë⟧ ⟦Café⟧是武汉一家面包房，店里的⟦crème⟧ ⟦brûlée⟧很受欢迎。',
    '他在⟦Évian⟧喝矿泉水',
    '住进⟦Hôtel-Royal⟧一晚',
    '德国城市⟦Köln⟧的大教堂',
    '拼音写作⟦nǐ⟧ ⟦hǎo⟧',
  ]);
  const keywords = extractKeywords(model, '店里的crème brûlée很受欢迎。', { topN: 20 }).map(({ text }) => text);
  assert.ok(keywords.includes('crème brûlée') && !keywords.includes('brûlée'), keywords.join(' '));
});
