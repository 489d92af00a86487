import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { loadModel, type TextModel } from '../../../packages/core/dist/node.js';
import { readTokens } from '../../../packages/core/dist/text/reading/read-tokens.js';
import type { Token } from '../../../packages/core/dist/text/tokenizer.js';
import { wordClass } from '../../../packages/core/dist/text/word-class.js';

let model: TextModel;
before(async () => {
  model = await loadModel('zh');
});

const read = (text: string): Token[] =>
  readTokens(text, model.tokenizer, (word) => model.model.vocabulary.indexOf(word) !== undefined);
const words = (text: string) => read(text).map(({ word }) => word);
const count = (text: string, word: string) => words(text).filter((other) => other === word).length;

/** Real sentences with a word that jieba does not know; all occurrences are one token. */
const unknown: [word: string, text: string][] = [
  [
    '二甲双胍',
    '探讨恩格列净联合二甲双胍治疗2型糖尿病的疗效。对照组口服二甲双胍，观察组加用恩格列净。结论：二甲双胍有效。',
  ],
  ['恩格列净', '探讨恩格列净联合二甲双胍治疗2型糖尿病的疗效。对照组口服二甲双胍，观察组加用恩格列净。恩格列净安全。'],
  ['台积电', '台积电今天召开法人说明会。外资分析师普遍上修目标价，台积电股价盘后上涨一成。'],
  ['司美格鲁肽', '患者服用司美格鲁肽后体重下降。司美格鲁肽价格高，医生说司美格鲁肽要注射。'],
  ['大语言模型', '大语言模型正在改变软件。训练大语言模型需要算力，大语言模型的应用很多。'],
  ['孙颖莎', '由孙颖莎、陈梦组成的中国队夺冠。第二盘孙颖莎以3比0横扫平野美宇。'],
  ['吴磊', '吴磊发文回应，网友说吴磊很帅，喜欢吴磊的人很多。'],
];

test('what a text repeats as a whole is one word in all places', () => {
  for (const [word, text] of unknown) {
    assert.equal(count(text, word), text.split(word).length - 1, `${word}: ${words(text).join(' ')}`);
  }
});

test('in Traditional Chinese too, with offsets of the text as given', () => {
  for (const [word, text] of [
    ['台積電', '台積電今天召開法人說明會，董事長表示看好。外資上修目標價，台積電股價盤後上漲。'],
    ['二甲雙胍', '對照組口服二甲雙胍，觀察組加用恩格列淨。結論：二甲雙胍有效。'],
    ['恩格列淨', '觀察組加用恩格列淨。恩格列淨安全，恩格列淨有效。'],
    ['大語言模型', '大語言模型正在改變軟體。訓練大語言模型需要算力，大語言模型的應用很多。'],
    ['孫穎莎', '由孫穎莎、陳夢組成的中國隊奪冠。第二盤孫穎莎以3比0橫掃平野美宇。'],
  ]) {
    const found = read(text).map(({ start, end }) => text.slice(start, end));
    assert.equal(found.filter((other) => other === word).length, text.split(word).length - 1, found.join(' '));
  }
});

test('two words that are often together stay two: phrases are found as phrases', () => {
  for (const [phrase, text] of [
    ['解除 劳动合同', '公司解除劳动合同。解除劳动合同应当通知，违法解除劳动合同要赔偿。'],
    ['垃圾 回收', '观察垃圾回收的频率，垃圾回收很慢，关闭垃圾回收。'],
    ['向量 数据库', '写入向量数据库，查询向量数据库，向量数据库很快。'],
    ['巴黎 奥运会', '巴黎奥运会开幕，参加巴黎奥运会，巴黎奥运会冠军。'],
    ['房地产 市场', '房地产市场低迷，推动房地产市场回稳，房地产市场复苏。'],
  ]) {
    assert.ok(words(text).join(' ').includes(phrase), words(text).join(' '));
  }
});

test('a guessed word has no function character at an edge', () => {
  for (const [guess, text] of [
    ['我刚', '我刚买了个新帐篷还没拆封呢。'],
    ['俄称', '俄称击落多架无人机。'],
    ['这是', '数学家说这是一个很好的结果。'],
    ['球是', '双打那场球是胜负手。'],
    ['组在', '观察组在此基础上加用药物。'],
    ['浮沫后', '焯水，撇去浮沫后捞出沥干。'],
    ['日晚', '7月18日晚，沿海多地出现特大暴雨。'],
    ['天期', '将7天期逆回购操作利率下调。'],
    ['三大', '受此消息提振，三大指数高开高走。'],
    ['所提', '所提算法优于现有方法。'],
    ['座古桥', '这座古桥建于明代。'],
    ['才行', '连接经常掉线，要重启才行。'],
    ['先说', '先说结论：是本地缓存没有设置过期时间。'],
  ]) {
    assert.ok(!words(text).includes(guess), `${guess}: ${words(text).join(' ')}`);
    assert.equal(words(text).join(''), text.normalize('NFKC'));
  }
  assert.ok(words('焯水，撇去浮沫后捞出沥干。').includes('浮沫'));
});

test('labels and amounts of Chinese characters stay whole: they are no guesses', () => {
  for (const [whole, text] of [
    ['摘要', '【摘要】本文研究太阳。'],
    ['目的', '目的：研究太阳。'],
    ['摘要', '摘要\n本文研究太阳。'],
    ['百分之五', '增长百分之五以上。'],
    ['百分之九十', '百分之九十的人同意。'],
  ]) {
    const token = read(text).find(({ kind }) => kind !== undefined);
    assert.equal(token?.word, whole, words(text).join(' '));
  }
});

test('guesses that may be words stay', () => {
  for (const [guess, text] of [
    ['王曼昱', '第三盘王曼昱在先丢一局的情况下连扳三局。'],
    ['避障', '避障不太行，好几次缠到数据线。'],
    ['降准', '央行降准半个百分点。'],
    ['收汁', '喜欢吃鹌鹑蛋的可以在收汁前放进去。'],
    ['于和伟', '演员于和伟获奖。'],
  ]) {
    assert.ok(words(text).includes(guess), `${guess}: ${words(text).join(' ')}`);
  }
});

test('words of Latin and Chinese characters are whole', () => {
  for (const [word, text] of [
    ['a股', '受此消息提振，A股三大指数高开高走。'],
    ['ic卡', '乘客可以使用IC卡支付。'],
    ['t恤', '他穿着白色T恤上台。'],
    ['2型糖尿病', '治疗2型糖尿病合并脂肪肝患者。'],
    ['4号馆', '决赛在巴黎南部竞技场4号馆打响。'],
    ['5号线', '地铁5号线今日开通。'],
    ['12号楼', '他住在12号楼的三层。'],
    ['3号门', '观众从3号门进入体育馆。'],
    ['1型糖尿病', '儿童多见1型糖尿病。'],
    ['2号机', '电站2号机停堆检修。'],
  ]) {
    assert.ok(words(text).includes(word), words(text).join(' '));
  }
  assert.ok(words('召开A股东大会').includes('股东大会'));
  assert.ok(words('7月18日发布18号文件').includes('文件'));
});

test('a name keeps the number that is in it', () => {
  for (const [word, text] of [
    ['105国道', '一辆货车在105国道追尾。'],
    ['国道212', '国道212恢复通行。'],
    ['国道318线', '国道318线全线贯通。'],
    ['省道204线', '省道204线已经通车。'],
    ['县道23线', '沿县道23线前行。'],
    ['川薯218号', '今年改种川薯218号。'],
    ['鸿蒙4.0', '手表升级鸿蒙4.0后更流畅。'],
    ['麒麟990', '搭载麒麟990芯片。'],
    ['波音737', '首架波音737客机交付。'],
    ['第100号建议书', '大会通过第100号建议书。'],
    ['三氯乙烯', '车间检出三氯乙烯。'],
    ['六氯丁二烯', '水里有六氯丁二烯。'],
    ['柯萨奇病毒16型', '由柯萨奇病毒16型引起。'],
    ['ip67级防尘', '具备IP67级防尘能力。'],
    ['ii型糖尿病', '治疗II型糖尿病。'],
  ]) {
    assert.ok(words(text).includes(word), words(text).join(' '));
  }
  for (const [word, text] of [
    ['比分', '比分3比2'],
    ['附件', '见附件2说明'],
    ['编号', '编号25号'],
    ['国道', '国道20公里处'],
    ['双歧杆菌', '双歧杆菌01菌株'],
    ['市盈率', '市盈率15.3，偏高'],
  ]) {
    assert.ok(words(text).includes(word), words(text).join(' '));
  }
});

test('the name of a person is whole after who it is', () => {
  for (const [word, text] of [
    ['段永和', '公司董事长段永和在会上发言。'],
    ['罗亦可', '小将罗亦可首次参赛。'],
    ['龙海涛', '中锋龙海涛头球破门。'],
    ['苗可欣', '教师苗可欣走进教室。'],
    ['石老四', '前锋石老四射门，石老四又进一球。'],
    ['范德林', '老演员范德林演得很好。'],
  ]) {
    assert.ok(words(text).includes(word), words(text).join(' '));
  }
  for (const [word, text] of [
    ['教练', '教练王介绍了队员。'],
    ['介绍', '教练王介绍了队员。'],
    ['年龄段', '他处在这个年龄段。'],
  ]) {
    assert.ok(words(text).includes(word), words(text).join(' '));
  }
});

test('tokens stay in order and together are the text, whatever it is', () => {
  const random = Array.from({ length: 20_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919) % 6007))).join('');
  for (const text of [
    '哈'.repeat(20_000),
    '哈哈哈，'.repeat(5_000),
    '恩胍'.repeat(10_000),
    random,
    '①恩格列净㍿恩格列净，𠮷野家𠮷野家',
    'A股A股，4号',
    '',
  ]) {
    const tokens = read(text);
    for (let i = 1; i < tokens.length; i++) assert.ok(tokens[i].start >= tokens[i - 1].start);
    const before = model.tokenizer.tokenize(text);
    assert.equal(tokens.map(({ word }) => word).join(''), before.map(({ word }) => word).join(''));
    assert.equal(tokens.at(-1)?.end, before.at(-1)?.end);
  }
});

test('words that only point, report or join others are in no phrase; words of place and time may be', () => {
  for (const word of [
    '列为',
    '表示',
    '认为',
    '显示',
    '尝',
    '犹',
    '今天',
    '之后',
    '一直',
    '成为',
    '之',
    '于',
    '矣',
    '哉',
  ]) {
    assert.equal(wordClass({ word, start: 0, end: word.length, partOfSpeech: 'v' }), 'break', word);
  }
  for (const word of ['昨天下午', '今年夏天', '明天上午', '前天晚上', '当天夜里']) {
    assert.equal(wordClass({ word, start: 0, end: word.length, partOfSpeech: 't' }), 'break', word);
  }
  for (const [word, partOfSpeech] of [
    ['汉朝', 't'],
    ['清朝', 't'],
    ['周末', 't'],
    ['湖边', 's'],
    ['海上', 's'],
  ]) {
    assert.equal(wordClass({ word, start: 0, end: word.length, partOfSpeech }), 'content', word);
  }
});

test('a clause that is cut as one word, a time that only points and a name withheld are no words of a keyword', () => {
  const never = [
    ['张着嘴', 'nr'],
    ['硬着头皮', 'l'],
    ['打了个', 'n'],
    ['倒进来', 'l'],
    ['孵出来', 'v'],
    ['降下来', 'v'],
    ['卖出去', 'v'],
    ['归纳起来', 'l'],
    ['近几年', 'l'],
    ['近十年', 'l'],
    ['近两年来', 'l'],
    ['上个月', 't'],
    ['下半年', 't'],
    ['上半场', 'ns'],
    ['罗某', 'nr'],
    ['张某某', 'nr'],
    ['王某甲', 'nr'],
    ['吴先生', 'nr'],
    ['李女士', 'nr'],
    ['周五', 't'],
    ['下周三', 't'],
    ['星期日', 't'],
    ['礼拜天', 't'],
    ['三比二', 'nr'],
  ];
  for (const [word, partOfSpeech] of never) {
    assert.equal(wordClass({ word, start: 0, end: word.length, partOfSpeech }), 'break', word);
  }
  for (const word of ['七天', '十五年', '三节', '四十分钟']) {
    assert.equal(wordClass({ word, start: 0, end: word.length, partOfSpeech: 't' }), 'lead', word);
  }
  assert.equal(wordClass({ word: '七天', start: 0, end: 2, partOfSpeech: 'nz' }), 'content');
  const words = [
    '附着力',
    '沉着',
    '执着',
    '知了',
    '未来',
    '过去',
    '外来',
    '上市',
    '下水道',
    '上海',
    '近视',
    '近代',
    '月牙',
    '周易',
    '星期',
    '周末',
    '先生',
    '百年',
    '五一节',
    '中秋节',
  ];
  for (const word of words) {
    assert.equal(wordClass({ word, start: 0, end: word.length, partOfSpeech: 'n' }), 'content', word);
  }
});
