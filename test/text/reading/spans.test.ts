import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectLanguage } from '../../../packages/core/dist/text/language.js';
import { mayHaveAddresses } from '../../../packages/core/dist/text/marks.js';
import { spansOf } from '../../../packages/core/dist/text/reading/spans.js';
import { isOpaque } from '../../../packages/core/dist/text/terms/accept.js';
import type { TokenKind } from '../../../packages/core/dist/text/tokenizer.js';

const found = (text: string) => spansOf(text).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);

/** Texts with all that is no word in double brackets. */
function areOfKind(kind: TokenKind, marked: readonly string[]): void {
  for (const line of marked) {
    const expected = Array.from(line.matchAll(/⟦(.+?)⟧/gs), (match) => `${kind} ${match[1]}`);
    const text = line.replace(/[⟦⟧]/g, '');
    assert.deepEqual(found(text), expected, line);
    if (isOpaque(kind) && expected.length > 0) assert.ok(mayHaveAddresses(text), text);
  }
}

test('addresses are one token each', () => {
  areOfKind('url', [
    'See ⟦https://example.com/a?b=c#d⟧.',
    '央行降息⟦https://t.cn/A6x⟧公告',
    'at ⟦www.example.org⟧, too',
    'from ⟦example.com/path/x⟧ (⟦http://a.b/c_(d)⟧)',
    '[docs]⟦(guide/a.md)⟧ here',
    '[docs]⟦(https://a.b "The title")⟧ here',
    '⟦http://http://http://a⟧',
  ]);
  areOfKind('mail', [
    'Write to ⟦me@example.org⟧.',
    '邮箱⟦a.b@qq.com⟧联系',
    '<⟦x+y@a-b.co.uk⟧>',
    '⟦a_b@c.io⟧, ⟦d@e.fr⟧',
    'mail:⟦z@z.de⟧',
  ]);
  areOfKind('path', [
    'in ⟦/usr/local/bin⟧',
    'see ⟦src/text/a.ts⟧',
    'the ⟦C:\\Users\\me\\a⟧ folder',
    'edit ⟦package.json⟧',
    '打开⟦~/data/x⟧文件',
  ]);
});

test('handles keep their sign and hashtags lose it', () => {
  areOfKind('handle', ['⟦@zendaya⟧ won', '⟦@花见官方旗舰店⟧ 的', 'by ⟦@a_b⟧.', '谢谢⟦@张三⟧，', '(⟦@NASA⟧)']);
  areOfKind('hashtag', [
    'Filed under #⟦ice/alps/2024⟧/ and #⟦冰川/高山⟧',
    'Saw #⟦Dune⟧ again',
    '#⟦双11好物推荐⟧#来了',
    '今天#⟦春节⟧#和#⟦元宵⟧#，#⟦冰⟧#',
    '#⟦JavaScript⟧ and #⟦AI⟧',
    '#⟦web3⟧!',
    '#⟦glacier-notes⟧ #⟦project/deep-work⟧, #⟦area/home_lab/rack-2⟧ (#⟦todo/2024-05⟧)',
    '#⟦旅行/北京-长城⟧ und #⟦2024-plan⟧, #⟦a/b⟧',
    '#⟦c++⟧ #⟦C#⟧ #⟦notepad++⟧ #⟦F#⟧.',
    'A film (#⟦Dune⟧-), #⟦Dune⟧--again',
  ]);
  areOfKind('hashtag', ['org/repo#12 and org/repo#fix', 'the #1-rated, #2024/05', 'a #b c', '#x#y', '#a-b#']);
  areOfKind('hashtag', ['C# and F# are languages', 'No. #1 is first', '# Heading', '### Part', 'a##b']);
});

test('all who read a chat are named by no handle', () => {
  areOfKind('label', ['⟦@所有人⟧开会', '⟦@everyone⟧ look', 'ping ⟦@channel⟧!', '⟦@全體成員⟧，', '⟦@all⟧']);
  areOfKind('handle', ['⟦@allison⟧ won', '⟦@channel_4⟧', '⟦@here-now⟧', '⟦@everyone1⟧', '谢谢⟦@所有⟧']);
});

test('code and markup are no words, names of software are', () => {
  areOfKind('code', [
    'use ⟦`map`⟧ here',
    '⟦```\nlet a = 1\n```⟧',
    'the ⟦max_tokens⟧ value',
    'call ⟦Array.from()⟧',
    '⟦---\ntitle: a\n---⟧\ntext',
  ]);
  areOfKind('code', [
    'We call ⟦foo(bar, baz)⟧ here.',
    'then ⟦print(x)⟧ returns',
    'use ⟦Math.max(a, b)⟧ now',
    '调用⟦open(path, "r")⟧打开文件',
    'so ⟦reset_cache(now)⟧ is slow',
    'and ⟦getElementById("a")⟧, ⟦sort(key=len)⟧',
    'sum of ⟦zip(a.b, f(c))⟧',
  ]);
  areOfKind('code', [
    'New York (NY) and Smith (2020)',
    'system(s) and class(es)',
    'support vector machines(SVM)',
    'memory(ram) of it',
    'Node.js(JavaScript)',
    '模型BERT(Bidirectional Encoder)的',
    'the function f(x) is smooth',
  ]);
  areOfKind('code', [
    '⟦```js\nconst a = `b + c`;\n```⟧\ntext',
    'text\n⟦~~~\nsee https://a.b/c\n~~~⟧\n',
    'a\r\n⟦```\r\nx()\r\n```⟧\r\nb\r\n⟦````\n```\n````⟧',
    '⟦```\n```⟧',
    '~~~\nnever closed',
  ]);
  areOfKind('code', [
    'Node.js and C++',
    'k-means, TCP/IP',
    "he said `this is it' twice",
    'x_1 and P_2',
    'camelCase stays',
  ]);
  areOfKind('entity', [
    'a⟦&nbsp;⟧b',
    '⟦<b>⟧bold⟦</b>⟧',
    '⟦<a href="x">⟧y',
    '⟦&#160;⟧',
    '⟦<br/>⟧',
    'a <b c> d, p < q',
    'R&D; AT&T',
  ]);
});

test('amounts and dates are no words, numbers in names are', () => {
  areOfKind('quantity', [
    '降雨⟦300毫米⟧，⟦1.2万余⟧',
    '⟦7天⟧后',
    '⟦10mg⟧ and ⟦82.5 kWh⟧',
    'contact for ⟦0.050 s⟧. Air resistance',
    'a current of ⟦3 A⟧. Heat',
    'a force of ⟦5 N⟧, lines of ⟦12 kV⟧',
    '⟦40%⟧ of it',
    '⟦$140 million⟧ round',
    '⟦40 liters⟧',
    '需要⟦3-5天⟧，⟦10–15分钟⟧，⟦3至5个月⟧',
    '⟦1,000-1,500米⟧和⟦2~3公里⟧',
    '行驶⟦60km/h⟧，⟦300 km/h⟧',
    '增长⟦40%⟧，⟦20-30%⟧；it rose⟦40%⟧',
    '⟦5-10 mg⟧ for ⟦2-3 days⟧',
    '售价⟦¥300⟧，票价⟦￥99.9元⟧，⟦$3万⟧',
    '⟦$5 million⟧, ⟦US$5 million⟧, ⟦$5-10 million⟧',
    '⟦€20⟧ or ⟦£3.5bn⟧ or ⟦RMB 300⟧',
    'costs ⟦$40⟧.',
    '⟦Rs 31 crore⟧, ⟦Rs. 500⟧, ⟦₹2 lakh⟧, ⟦₦700⟧ and ⟦3 lakh⟧',
    'CRs 31 and HRs',
    '5G、3D、P99、A股、4号馆、2型糖尿病',
    'the 100 meter dash',
    'a 40-liter pack, 3G',
    '110米栏',
    '二维2次元',
    'BNP（⟦pg/mL⟧）, (120 ± 4) ⟦mmHg⟧, in ⟦km²⟧',
    '罚款⟦千分之五⟧，⟦万分之三⟧',
    '血沉（⟦mm/h⟧）和尿酸（⟦μmol/L⟧）',
    'either/or, g/l mix, and/or, mg/kggs',
  ]);
  areOfKind('date', [
    '⟦7月18日晚⟧，',
    '⟦11日凌晨⟧',
    'on ⟦March 12⟧.',
    '⟦2021年1月至2022年12月⟧',
    'at ⟦20:30⟧',
    '⟦12 May 2021⟧',
    '⟦2021-03-04⟧',
    'at ⟦5pm⟧ or ⟦5 PM⟧',
    'from ⟦9 a.m.⟧ to ⟦5 p.m.⟧',
    'open ⟦9-11 am⟧ daily',
    'until ⟦10:30pm⟧',
    '下午⟦3pm⟧开会',
    'he is 5 amazed',
    '15日均线',
    'May works',
  ]);
});

test('labels of sections are no words at the start of a clause', () => {
  areOfKind('label', [
    '⟦目的⟧：探讨。⟦方法⟧ 选取。',
    '【⟦摘要⟧】文',
    '⟦Background⟧: It is.',
    'It. ⟦Methods⟧. We did.',
    '⟦RESULTS⟧ We found',
    '⟦结论⟧:可行',
    '[⟦摘要⟧] ⟦目的⟧ 探讨',
    '【⟦摘要⟧】⟦目的⟧：探讨',
    '【⟦摘要⟧】 ⟦目的⟧ 探讨',
    '⟦摘要⟧：⟦目的⟧ 探讨。⟦方法⟧ 选取',
    '⟦摘 要⟧：文。〔⟦关键词⟧〕糖',
    '[⟦Abstract⟧] ⟦Objective⟧: To',
    '⟦摘要⟧\n太阳',
    '这种方法和结果',
    'our methods: a, b',
    'Results improve.',
  ]);
});

test('datelines are labels, and words in capitals before a colon or a dash are not', () => {
  const rest = 'The harbour office said on Monday that the new ferry would be late by a year.';
  areOfKind('label', [
    `Ferry late\n\n⟦NEW HAVEN⟧: ${rest}`,
    `⟦GOTHENBURG⟧: ${rest}`,
    `⟦OSLO, Norway (Reuters)⟧ — ${rest}`,
    `⟦ST. JOHN'S⟧ – ${rest}`,
    `⟦PORT OF SPAIN, Trinidad⟧ -- ${rest}`,
    `⟦QUITO, Ecuador (AP)⟧ - ${rest}`,
  ]);
  areOfKind('label', ['UNHCR: all', `NASA: ${rest}`, `He went to NEW HAVEN: ${rest}`, 'RSVP — by May', 'BRISTOL-BATH']);
});

test('addresses and code do not count for the language', () => {
  for (const text of [
    `央行降息 https://example.com/${'a'.repeat(100)}`,
    `股市大涨www.example.com/${'abc/'.repeat(20)}`,
    `新闻 ${'a'.repeat(60)}@example.com`,
    `教程：\`\`\`\nfor (const a of list) console.log(a, a, a, a, a)\n\`\`\``,
    `<div class="aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">大家好</div>`,
  ]) {
    assert.equal(detectLanguage(text), 'zh', text);
  }
  assert.equal(detectLanguage('https://example.com/'), 'en');
  assert.equal(detectLanguage('Reefs rise, see https://例.cn/珊瑚'), 'en');
});

test('names of fields are labels where a text has several', () => {
  areOfKind('label', [
    '⟦Name⟧: Petra\n⟦Address⟧: the quay',
    '⟦First name⟧:\n⟦Date of birth⟧:\n⟦Position applied for⟧: cook',
    '⟦Brand⟧: Acme\n⟦Wheel size⟧: small\n⟦Colour⟧: red',
    '⟦Bank⟧: Tamar  ⟦Sort code⟧: none',
    '- ⟦Price⟧: fair\n- ⟦Condition⟧: good',
    '⟦INVOICE⟧\n⟦From⟧: the dentist\n⟦Total⟧: nine',
    '⟦Application form⟧\n⟦Name⟧:\n⟦Age⟧:',
    // By itself it may be what the text is about.
    'The climate agenda\nMinisters met to speak about it.',
    'Bank statement\nIt came late: nobody knows why.',
    'Price: what we pay for cheap food',
    'The town has a name: it is old.\nThey paid a price: none.',
    'Osmosis: water moves\nDiffusion: gas moves',
  ]);
});

test('a row of words above rows with numbers has the heads of columns', () => {
  areOfKind('label', [
    '⟦Stop⟧   ⟦Early⟧   ⟦Late⟧\nQuay   7   8',
    '⟦Product⟧\t⟦Colour⟧\t⟦Size⟧\nCoat\tblue\t4',
    'A list\n⟦Qty⟧  ⟦Item⟧  ⟦Total⟧\n4  gloves  9',
    '⟦Team⟧    ⟦P⟧   ⟦W⟧   ⟦Pts⟧\nYate    4   2   9',
    '⟦Day⟧\t⟦Dawn⟧\t⟦Dusk⟧\nfirst\t5\t9',
    'coat  blue  small\nhat  red  large',
    'Tesla\tFord\tToyota\n12\t15\t18',
    'London   Paris   Rome\n3   4   5',
    'It is late.  We left.  They stayed.\n5 of us',
  ]);
});
