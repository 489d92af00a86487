import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { occurrencesOutside } from '../../packages/core/dist/extract/candidate.js';
import { candidatesOf, namesOf } from './candidates.js';

/** The candidates of Chinese texts. */
function are(cases: readonly (readonly [text: string, candidates: string])[], options = {}): void {
  for (const [text, candidates] of cases) {
    assert.deepEqual(namesOf('zh', text, options).sort(), candidates.split(' ').filter(Boolean).sort(), text);
  }
}

test('a candidate has no pronoun, adverb, number or classical particle at an edge', () => {
  are([
    ['我们太阳系', '太阳系'],
    ['已经太阳', '太阳'],
    ['三个太阳系的恒星', '太阳系 恒星'],
    ['太阳之恒星', '太阳 恒星'],
    ['尝读诗书', '诗书'],
    ['太阳犹在', '太阳'],
    ['于太阳系之中', '太阳系'],
    ['今天太阳', '太阳'],
    ['第一批文物', '文物'],
    ['这些恒星', '恒星'],
  ]);
});

test('nouns in a row before 等 are a list, and whom something is done for is no phrase with it', () => {
  const isCandidate = (text: string, phrase: string) => namesOf('zh', text).includes(phrase);
  for (const [text, item, phrase] of [
    ['按性别年龄身份性格等分组。', '年龄', '性别年龄'],
    ['比较颜色形状气味价格等。', '形状', '颜色形状'],
    ['记录身高体重血压心率等', '血压', '身高体重'],
    ['给一部古装电影设计服装。', '古装电影', '电影设计'],
    ['替小区居民检查水表。', '居民', '居民检查'],
    ['给乡村学校捐赠图书。', '学校', '学校捐赠'],
  ]) {
    assert.ok(isCandidate(text, item), `${item} of ${text}: ${namesOf('zh', text)}`);
    assert.ok(!isCandidate(text, phrase), `${phrase} of ${text}`);
  }
  assert.ok(isCandidate('采用太阳系质量等。', '太阳系质量'));
  assert.ok(isCandidate('电影设计的服装', '电影设计'));
});

test('a verb of one character is no candidate, nor does one begin with it', () => {
  are([
    ['占太阳系质量', '太阳系 太阳系质量 质量'],
    ['吃苹果', '苹果'],
    ['打太极拳', '太极拳'],
    ['买房钱', '买房 买房钱 钱'],
    ['看恒星', '恒星'],
    ['渐近解', '渐近解'],
  ]);
  assert.deepEqual(namesOf('zh', '吃苹果', { maxPhraseLength: 1 }), ['吃', '苹果']);
  assert.deepEqual(namesOf('zh', '吃苹果', { partsOfSpeech: ['v'] }), ['吃']);
});

test('a verb with what comes of it is in no candidate', () => {
  are([
    ['填满缝隙', '缝隙'],
    ['绕开障碍', '障碍'],
    ['关掉电源', '电源'],
    ['敲出凹坑', '凹坑'],
    ['种子放在花盆', '种子 花盆'],
    ['站不稳', '站不稳'],
    // These name something.
    ['合成药物', '合成 合成药物 药物'],
    ['生成文本', '文本 生成 生成文本'],
    ['潜在顾客', '潜在 潜在顾客 顾客'],
  ]);
});

test('labels, parties and titles are in phrases alone', () => {
  are([
    ['甲方应支付货款', '支付 支付货款 货款'],
    ['客服说明天发货', '发货'],
    ['联系人：周立群', ''],
    ['岗位职责：烘焙', '烘焙'],
    ['楼主换了屏幕', '屏幕'],
    ['副校长周立群走了', '周立群'],
    ['总经理周立群走了', '周立群'],
    ['客服中心', '客服中心 中心'],
  ]);
});

test('who wrote a text is no candidate', () => {
  are([
    ['本报讯（记者 周立群）', '记者'],
    ['编辑：周立群', '编辑'],
    ['通讯员 周立群 王建国', '通讯员'],
    ['收件人：周立群', ''],
    ['摄影：周立群', '摄影'],
    ['周立群是画家', '周立群 画家'],
  ]);
  const letter = '您好，上周买的台灯灯罩裂了，麻烦换一个新的寄来，地址没有变，谢谢您的帮助。';
  assert.ok(!namesOf('zh', `${letter}\n周立群`).includes('周立群'));
  assert.ok(namesOf('zh', `周立群：${letter}`).includes('周立群'));
});

test('numbers of orders, places and amounts are no candidates alone', () => {
  are([
    ['订单QH20250318-7741', '订单'],
    ['查QH20250318-7741', ''],
    ['乘K601路公交', '公交'],
    ['在K1243处追尾', '追尾'],
    ['用210D面料', '210D面料 面料'],
    ['代码600XXX', '代码'],
    ['5G手机', '5G 5G手机 手机'],
    ['报错E5177', '报错 报错E5177 E5177'],
  ]);
});

test('a phrase said once ends as no clause does', () => {
  are([
    ['洗衣液少', '少 洗衣液'],
    ['裙子颜色深', '深 裙子 裙子颜色 颜色'],
    ['腰围太紧', '太紧 腰围'],
    ['承租人书面同意', '书面 承租人'],
    ['门锁坏', '坏 门锁'],
    ['空调响', '空调'],
    // These are nouns, or said again.
    ['PVC管', 'PVC PVC管'],
    ['空调响，空调响', '空调 空调响'],
  ]);
});

test('a guess with the end of an institution is a name in a long text', () => {
  const rest =
    '昨天上午下了一场大雨，路上到处是水，许多人站在屋檐下等车，车却一直没有来，大家只好走路回家，鞋都湿了，衣服也湿了，心情很糟，天黑了才到。';
  for (const name of ['瀚珍阁珠宝店', '聆风小筑书店', '檀溪水务局', '桉桉宠物医院', '青桐路理发店', '椰风寨水产局'])
    assert.ok(namesOf('zh', `他去了${name}。${rest}`).includes(name), name);
});

test('what a number counts by is in no candidate', () => {
  are([
    ['花了300块运费', '运费'],
    ['7天期国债', '国债'],
    ['20支球队', '球队'],
    ['9张门票', '门票'],
    ['共3章内容', '内容'],
    ['一块石头', '石头'],
  ]);
});

test('a model after a Chinese name is of it', () => {
  const cases: [string, string[]][] = [
    ['岚牙 R5 耳机', ['岚牙 R5', '岚牙 R5 耳机', '耳机']],
    ['买了华为 P60', ['华为 P60']],
    ['特斯拉 S3', ['特斯拉 S3']],
    ['比亚迪 S7', ['比亚迪 S7']],
    ['华为 Pro', ['华为 Pro']],
    // A place on a road, and no name.
    ['在K1243处', []],
    ['耳机 R5', ['耳机', '耳机 R5', 'R5']],
  ];
  for (const [text, names] of cases) assert.deepEqual(namesOf('zh', text), names, text);
});

test('a number after a name in Latin letters is of it', () => {
  const cases: [string, string[]][] = [
    ['他买了 iPhone 15 Pro', ['iPhone 15 Pro']],
    ['装 Windows 11', ['Windows 11']],
    ['用 RTX 4060，很快', ['RTX 4060']],
    ['写 Python 3.12', ['Python 3.12']],
    ['买 Switch 2。', ['Switch 2']],
    // These count something.
    ['有 NBA 30 支', ['NBA', '支']],
    ['按 CPI 2 比 1', ['CPI']],
    ['有 App 5 个', ['App']],
    ['见 part 2', ['part']],
  ];
  for (const [text, names] of cases) assert.deepEqual(namesOf('zh', text), names, text);
});

test('an adverb opens no candidate but a term', () => {
  are([
    ['马上出发', '出发'],
    ['已经发货', '发货'],
    ['一直下雨', '下雨'],
    ['先量体温', '量体温'],
    ['常常头痛', '头痛'],
    // What jieba calls an adverb may be an attribute.
    ['极小曲面', '曲面 极小曲面'],
    ['相对位移', '位移 相对位移'],
  ]);
});

test('who a person is, or once what one does, is no candidate beside the name', () => {
  are([
    ['总经理王建国', '王建国'],
    ['左后卫李小龙', '李小龙'],
    ['演员周润发', '周润发'],
    ['检察官罗伯特·穆勒', '罗伯特·穆勒'],
    ['外交官王建国', '王建国'],
    ['艺术家李小龙', '李小龙'],
    ['宇航员周润发', '周润发'],
    ['傅里叶级数、傅里叶变换', '傅里叶 傅里叶变换 傅里叶级数 变换 级数'],
    ['汽车托运', '托运 汽车 汽车托运'],
    ['许知夏出席', '许知夏 出席'],
    ['许知夏刚刚抵达', '许知夏 抵达'],
    ['演员周润发，演员周润发', '周润发'],
    ['傅里叶系数', '傅里叶 傅里叶系数 系数'],
  ]);
});

test('a name in Latin letters is whole', () => {
  for (const [text, names] of [
    ['用Visual Studio Code吧', ['Visual Studio Code']],
    ['符合PCI DSS和ISO', ['PCI DSS', 'ISO']],
    ['这块 Apple Watch Ultra 和手机', ['Apple Watch Ultra', '手机']],
    ['Google Cloud和Google', ['Google Cloud', 'Google']],
    ['Redis、Kafka', ['Redis', 'Kafka']],
  ] as const) {
    assert.deepEqual(namesOf('zh', text, {}), names);
  }
  // A sentence is no name, and who asks for single words gets them.
  assert.ok(namesOf('zh', '他说：quick brown foxes jump high', {}).includes('foxes'));
  assert.deepEqual(namesOf('zh', '用Visual Studio吧', { maxPhraseLength: 1 }), ['Visual', 'Studio']);
});

/** 71 tokens, none of them guessed. */
const LONG =
  '市政府昨天公布了新的城市规划方案。方案提出，未来五年将新建三条地铁线路，并在老城区改造供水管网。城市规划部门的负责人介绍，' +
  '地铁线路沿线将保留绿地，供水管网的改造先从学校和医院周边开始。居民可以在网站上查看城市规划方案，并在月底之前提出意见。';

test('a word that is only guessed, and said once, is no part of a phrase of a longer text', () => {
  for (const [sentence, guess, twice] of [
    ['他完转一圈回来。', '完转', true],
    ['工人爱加孜然。', '加孜然', false],
    ['狂嚼口香糖。', '狂嚼', true],
    ['手烘壶好用。', '烘壶', false],
    ['对了，防蚊液一定要带。', '蚊液', false],
  ] as const) {
    const inNames = (text: string) => namesOf('zh', text, {}).some((name) => name.includes(guess) && name !== guess);
    const isName = (text: string) => namesOf('zh', text, {}).some((name) => name.includes(guess));
    assert.equal(inNames(LONG + sentence), false, sentence);
    // Headlines say each word once, and names that nobody knows are guessed.
    assert.equal(isName(sentence), true, sentence);
    // Alone, between two signs, the last two are cut otherwise.
    if (twice) assert.equal(isName(`${LONG}${guess}，${guess}。`), true, `${guess} twice`);
  }
});

test('a name that is only guessed, and said once, is a candidate of a longer text', () => {
  for (const [sentence, name] of [
    ['工人昨天封闭了望舟大桥。', '望舟大桥'],
    ['志愿者在海边发现一头布氏鲸。', '布氏鲸'],
    ['鲸搁浅在沙屿镇的海滩。', '沙屿镇'],
    ['导演宋洄没有到场。', '宋洄'],
    ['队长程岩投中三分。', '程岩'],
  ] as const) {
    assert.ok(
      namesOf('zh', LONG + sentence, {}).includes(name),
      `${name}: ${namesOf('zh', LONG + sentence, {})
        .slice(-8)
        .join(' ')}`,
    );
  }
  for (const [sentence, guess] of [
    ['他完转一圈回来。', '完转'],
    ['狂嚼口香糖。', '狂嚼'],
    // What a character before it may be of is cut wrongly.
    ['对了，防蚊液一定要带。', '蚊液'],
  ] as const) {
    assert.ok(!namesOf('zh', LONG + sentence, {}).includes(guess), guess);
  }
});

test('an idiom that is said once is no candidate', () => {
  are([
    ['横空出世的新区', '新区'],
    ['不言而喻的效果', '效果'],
    ['引人入胜的故事', '故事'],
    ['全力以赴的医生', '医生'],
    ['判别分析，判别分析', '判别分析'],
  ]);
  assert.ok(namesOf('zh', '横空出世的新区', { maxPhraseLength: 1 }).includes('横空出世'));
});

test('spans end phrases, and are candidates where they are asked for', () => {
  are([
    ['太阳https://a.b/c恒星', '太阳 恒星'],
    ['太阳`x`恒星', '太阳 恒星'],
    ['太阳3-5天恒星', '太阳 恒星'],
    ['太阳&nbsp;恒星', '太阳 恒星'],
    ['太阳@张三 恒星', '太阳 @张三 恒星'],
    ['太阳#行星#恒星', '太阳 行星 恒星'],
    ['太阳7月18日恒星', '太阳 恒星'],
    ['目的：太阳', '太阳'],
  ]);
  are(
    [
      ['太阳https://a.b/c恒星', '太阳 https://a.b/c 恒星'],
      ['太阳3-5天恒星', '太阳 恒星'],
      ['太阳@张三 恒星', '太阳 恒星'],
    ],
    { kinds: ['url'] },
  );
});

test('a run is a candidate with all its parts, and as long as is asked for', () => {
  const text = '全国重点文物保护单位';
  assert.equal(namesOf('zh', text).length, 10);
  assert.deepEqual(namesOf('zh', text, { maxPhraseLength: 1 }), ['全国', '重点', '文物保护', '单位']);
  assert.equal(namesOf('zh', text, { maxPhraseLength: 2 }).length, 7);
  assert.deepEqual(
    namesOf('zh', text, { minLength: 9 }),
    ['全国重点文物保护单位'].filter((name) => name.length >= 9),
  );
});

test('what is longer than 100 characters is no candidate, whatever it is', () => {
  const taken = 'a'.repeat(100);
  for (const language of ['zh', 'en'] as const) {
    for (const text of [taken, `${taken}a`, 'a'.repeat(1_000_000), `#${taken}a`, '𠀀'.repeat(200)]) {
      const names = namesOf(language, `${text}，太阳`);
      assert.equal(names.includes(taken), text === taken, `${language}: ${text.slice(0, 5)}… ${text.length}`);
      assert.ok(
        names.every((name) => [...name].length <= 100),
        `${language}: ${text.slice(0, 5)}… ${text.length}`,
      );
    }
  }
  for (const text of ['央行加息', 'data-model-', 'Sun', 'Sun King ']) {
    for (const times of [10, 60, 1000]) {
      for (const language of ['zh', 'en'] as const) {
        const names = namesOf(language, text.repeat(times), { maxPhraseLength: 10 });
        assert.ok(
          names.every((name) => [...name].length <= 100),
          `${text} ${times}`,
        );
      }
    }
  }
});

test('punctuation, a space between Chinese words and a line break end a run', () => {
  for (const between of ['，', '。', '、', ' ', '\n', '“', '：']) {
    assert.deepEqual(namesOf('zh', `太阳${between}恒星`).sort(), ['太阳', '恒星'].sort(), JSON.stringify(between));
  }
});

test('spaces between columns end a run, one or two within a line do not', () => {
  const found = (text: string) => namesOf('en', text);
  assert.ok(found('solar panels').includes('solar panels'));
  assert.ok(found('solar  panels').includes('solar  panels'));
  assert.deepEqual(found('solar   panels'), ['panels']);
});

test('occurrences within a longer candidate are counted', () => {
  for (const [text, name, spans, outside] of [
    ['太阳系质量，太阳系', '太阳系', 2, 1],
    ['太阳系质量', '太阳系', 1, 0.5],
    ['太阳系质量，太阳系质量', '太阳系', 2, 0.5],
    ['太阳系质量，太阳系质量', '太阳系质量', 2, 2],
    ['太阳系质量，太阳系，太阳系', '太阳系', 3, 2],
  ] as const) {
    const candidate = candidatesOf('zh', text).candidates.get(name)!;
    assert.equal(candidate.spans.length, spans, text);
    assert.equal(occurrencesOutside(candidate), outside, text);
  }
});

test('candidates lie within the tokens in order, with as many words as they have tokens, whatever the text', () => {
  const piece = fc.constantFrom('太阳', '恒星', '的', '占', '观测', '，', ' ', '很', '大', '3天', 'AI', '-', '#行星#');
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      if (text.trim() === '') return;
      const { analysis, candidates } = candidatesOf('zh', text);
      for (const { words, spans, nested } of candidates.values()) {
        assert.ok(words.length >= 1 && words.length <= 4 && nested <= spans.length);
        for (const [i, { first, last }] of spans.entries()) {
          assert.ok(first >= (spans[i - 1]?.first ?? 0) && last >= first && last < analysis.tokens.length);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('a prefix or a letter opens a term, and is none', () => {
  are([
    ['非参数统计', '非参数 非参数统计 统计'],
    ['做零假设', '零假设'],
    ['抗CCP抗体', '抗CCP 抗CCP抗体 抗体'],
    ['翼型可变形方案', '翼型 可变形 可变形方案 方案'],
    ['可村长不来', '村长'],
    ['半自动步枪', '半自动步枪'],
    ['推动可再生能源', '推动 可再生能源'],
    ['做t检验', 't检验 检验'],
    ['用R软件绘图', 'R软件 软件 软件绘图 R软件绘图 绘图'],
    ['Gisele B软件', '软件'],
    ['R   软件', '软件'],
    ['E型钢阻尼器', 'E型钢 E型钢阻尼器 型钢 型钢阻尼器 阻尼器'],
  ]);
});

test('a word that is only guessed opens the name of a place, a firm or a club', () => {
  const around = '记者从交通运输部门获悉，因系统老化，大桥将封闭施工，工期预计很长。'.repeat(5);
  for (const name of ['云峡隧道', '青榆女篮', '岚昀证券', '沐笙药业', '漱石书店']) {
    assert.ok(namesOf('zh', `${around}机动车可绕行${name}。`).includes(name), name);
  }
  assert.ok(!namesOf('zh', `${around}机动车可绕行云峡。`).includes('云峡'));
});

test('a name that is withheld, or an amount of money, is no candidate; what a noun ends in and a name cut in two are whole', () => {
  are([
    ['致乘客李某骨折', '乘客 骨折'],
    ['被告张某缺席', '被告 缺席'],
    ['男主角谷立群', '男主角 谷立群 男主角谷立群'],
    ['榨汁杯', '榨汁杯'],
    ['啤酒瓶', '啤酒瓶'],
    ['牛奶一杯', '牛奶'],
    ['一块钱的报纸', '报纸'],
  ]);
});
