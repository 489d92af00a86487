import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileTags, loadModel, suggestTags } from '../../packages/core/dist/node.js';

const models = { zh: await loadModel('zh'), en: await loadModel('en') };

/** [what it is about, tags of the list, text, tag → the forms as the text has them; tags that are left out are not said]. */
type Case = [name: string, tags: string[], text: string, said: Record<string, string[]>];

const chinese: Case[] = [
  ['across a cut', ['新能源车'], '新能源车企的发展', { 新能源车: ['新能源车'] }],
  ['across a cut, the beginning at one', ['光伏发电'], '光伏发电站建成了', { 光伏发电: ['光伏发电'] }],
  ['in what is not a word of the lexicon', ['左肾'], '患者左肾囊肿三年', { 左肾: ['左肾'] }],
  ['torn apart by the cutter', ['碳中和'], '与碳中和目标一致', { 碳中和: ['碳中和'] }],
  ['inside a longer word of the lexicon', ['人民'], '人民币升值', {}],
  ['inside a longer word, at its end', ['大学'], '他在北京大学读书', {}],
  ['both edges inside words', ['和平'], '共和平等的理想', {}],
  ['a word alone', ['人民'], '人民的生活', { 人民: ['人民'] }],
  ['both in one text', ['人民'], '人民币与人民', { 人民: ['人民'] }],
  ['several places', ['太阳'], '太阳是恒星，太阳很热。', { 太阳: ['太阳', '太阳'] }],
  ['Traditional text, Simplified list', ['国际关系'], '臺灣的國際關係研究', { 国际关系: ['國際關係'] }],
  ['Simplified text, Traditional list', ['國際關係'], '国际关系研究', { 國際關係: ['国际关系'] }],
  ['Traditional text and list', ['機器學習'], '這是機器學習的問題', { 機器學習: ['機器學習'] }],
  ['full-width letters', ['GDP'], '我国ＧＤＰ增长', { GDP: ['ＧＤＰ'] }],
  ['letters beside characters', ['5G'], '5G网络的建设', { '5G': ['5G'] }],
  ['letters and characters in one', ['AI芯片'], '国产ai芯片上市', { AI芯片: ['ai芯片'] }],
  ['a longer word that is a tag, too', ['神经网络', '神经'], '神经网络的研究', { 神经网络: ['神经网络'] }],
  ['over no punctuation', ['新能源'], '新，能源', {}],
  ['in a hashtag', ['碳中和'], '大家看 #碳中和# 的话题', { 碳中和: ['碳中和'] }],
  ['not in an address', ['news'], '见 https://example.com/news/1.html 一文', {}],
  ['at the end of the text', ['光伏'], '我们研究光伏', { 光伏: ['光伏'] }],
  ['a word that the cutter never saw', ['碳达峰'], '实现碳达峰目标', { 碳达峰: ['碳达峰'] }],
  ['a part of the body in a finding', ['右肺'], '右肺结节', { 右肺: ['右肺'] }],
  ['before a suffix', ['人工智能'], '人工智能化', { 人工智能: ['人工智能'] }],
  [
    'a longer tag and what it begins with',
    ['左肾', '左肾囊肿'],
    '左肾囊肿与左肾',
    { 左肾: ['左肾', '左肾'], 左肾囊肿: ['左肾囊肿'] },
  ],
  ['in a longer word once, and once alone', ['上海'], '上海市的上海', { 上海: ['上海'] }],
  ['capitals among characters', ['AI', 'IT'], '用AI写作，在IT业工作，不是ai和it', { AI: ['AI'], IT: ['IT'] }],
  ['small figures', ['CO2'], '排放CO₂与CO2', { CO2: ['CO₂', 'CO2'] }],
  ['beyond the first plane', ['𠮷野家'], '去𠮷野家吃饭', { 𠮷野家: ['𠮷野家'] }],
];

const english: Case[] = [
  ['IT in capitals only', ['IT'], 'It is what it is', {}],
  ['IT', ['IT'], 'The IT department', { IT: ['IT'] }],
  ['US in capitals only', ['US'], 'He told us so', {}],
  ['US', ['US'], 'The US economy', { US: ['US'] }],
  ['WHO in capitals only', ['WHO'], 'Who is who?', {}],
  ['WHO', ['WHO'], 'The WHO said so', { WHO: ['WHO'] }],
  ['CAN in capitals only', ['CAN'], 'You can do it, can you?', {}],
  ['CAN', ['CAN'], 'The CAN bus', { CAN: ['CAN'] }],
  ['CAN is not in a can that is denied', ['can'], "I can't", {}],
  [
    'capitals in a list of them',
    ['IT', 'US', 'WHO', 'CAN'],
    'IT, US, WHO, CAN',
    { IT: ['IT'], US: ['US'], WHO: ['WHO'], CAN: ['CAN'] },
  ],
  ['capitals of a whole line mean nothing', ['IT'], 'DO IT NOW OR NEVER', {}],
  ['a plural of capitals', ['CPU'], 'Two CPUs', { CPU: ['CPUs'] }],
  ['capitals with a number', ['COVID-19'], 'The COVID-19 wave', { 'COVID-19': ['COVID-19'] }],
  ['small letters match capitals', ['python'], 'Python is PYTHON', { python: ['Python', 'PYTHON'] }],
  ['a name matches small letters', ['Python'], 'some python code', { Python: ['python'] }],
  ['a plural', ['neural network'], 'Neural networks learn', { 'neural network': ['Neural networks'] }],
  ['a singular', ['neural networks'], 'a neural network', { 'neural networks': ['neural network'] }],
  ['plurals in -ies', ['theory'], 'Two theories', { theory: ['theories'] }],
  ['plurals without a rule', ['matrix'], 'Sparse matrices', { matrix: ['matrices'] }],
  ['news is not new', ['New'], 'The news of today', {}],
  ['organ is not organization', ['organ'], 'An organization of organizers', {}],
  ['university is not universe', ['universe'], 'A university', {}],
  ['a part of a word is none', ['art'], 'A party, a cart, smart', {}],
  ['a possessive', ['Spain'], "Spain's kings", { Spain: ['Spain'] }],
  [
    'a hyphen is a space',
    ['machine learning'],
    'machine-learning methods',
    { 'machine learning': ['machine-learning'] },
  ],
  ['a space is a hyphen', ['real-time'], 'in real time', { 'real-time': ['real time'] }],
  ['e-mail is email', ['email'], 'Send an e-mail', { email: ['e-mail'] }],
  [
    'over a line break',
    ['machine learning'],
    'on machine\n  learning',
    { 'machine learning': ['machine\n  learning'] },
  ],
  ['not over a full stop', ['machine learning'], 'a machine. Learning', {}],
  ['C is not C++ or C#', ['C', 'C++', 'C#'], 'C++ and C# code', { 'C++': ['C++'], 'C#': ['C#'] }],
  ['C itself', ['C', 'C++'], 'written in C, not c', { C: ['C'] }],
  ['node is not node.js', ['node', 'Node.js'], 'with Node.js today', { 'Node.js': ['Node.js'] }],
  ['.NET', ['.NET'], 'on .NET 8', { '.NET': ['.NET'] }],
  ['not in a mail address', ['example'], 'ask me@example.com', {}],
  ['capitals with a possessive', ['WHO'], "The WHO's report", { WHO: ['WHO'] }],
  ['capitals before a hyphen', ['US', 'CAN'], 'A US-based CAN-bus, can-do, trust us', { US: ['US'], CAN: ['CAN'] }],
  ['capitals in brackets and before a slash', ['IT'], '(IT) and IT/OT, but it', { IT: ['IT', 'IT'] }],
  ['capitals that spell a word', ['AIDS', 'OR'], 'Hearing aids, or AIDS; OR tables', { AIDS: ['AIDS'], OR: ['OR'] }],
  ['capitals are not a name in small letters', ['NASA'], 'Nasa and nasa', {}],
  ['plurals of capitals, not of small letters', ['API'], 'Two APIs, apis', { API: ['APIs'] }],
  [
    'plurals in -es',
    ['bus', 'class'],
    'Buses are busy business; classes, classical',
    { bus: ['Buses'], class: ['classes'] },
  ],
  ['plurals of -is', ['analysis'], 'Two analyses of an analyst', { analysis: ['analyses'] }],
  ['plurals in -ves', ['wolf'], 'Wolves', { wolf: ['Wolves'] }],
  ['plurals in -en', ['child', 'woman'], 'Children and women', { child: ['Children'], woman: ['women'] }],
  [
    'plurals that are shorter than the singular',
    ['mouse', 'bacterium', 'criterion', 'phenomena'],
    'Mice, bacteria and criteria: a phenomenon',
    { mouse: ['Mice'], bacterium: ['bacteria'], criterion: ['criteria'], phenomena: ['phenomenon'] },
  ],
  ['a plural within a phrase', ['house mouse'], 'Of house mice', { 'house mouse': ['house mice'] }],
  ['what only looks like a plural', ['physics', 'Mars'], 'A physic, to mar', {}],
  ['policy is not police', ['policy'], 'Policies of the police', { policy: ['Policies'] }],
  ['general is not generalization', ['general'], 'A generalization by generals', { general: ['generals'] }],
  ['Paris is not Parisian', ['Paris'], 'A Parisian in Paris', { Paris: ['Paris'] }],
  ['a name inside a name', ['SQL', 'Java'], 'MySQL, JavaScript; SQL, Java', { SQL: ['SQL'], Java: ['Java'] }],
  [
    'signs within',
    ['R&D', '3D printing', 'web 2.0'],
    'R&D of 3d printing, Web 2.0',
    { 'R&D': ['R&D'], '3D printing': ['3d printing'], 'web 2.0': ['Web 2.0'] },
  ],
  ['hyphens of any kind', ['COVID-19'], 'COVID\u201119 and COVID 19', { 'COVID-19': ['COVID\u201119', 'COVID 19'] }],
  [
    'apostrophes of any kind',
    ["O'Reilly", 'Alzheimer’s'],
    "O’Reilly on Alzheimer's",
    { "O'Reilly": ['O’Reilly'], 'Alzheimer’s': ["Alzheimer's"] },
  ],
  ['can is not in a curled can’t', ['can'], 'I can’t', {}],
  ['accents count', ['resume'], 'my résumé', {}],
  ['accents in any normal form', ['café'], 'the cafe\u0301 here', { café: ['cafe\u0301'] }],
  ['Cyrillic', ['Москва'], 'город МОСКВА.', { Москва: ['МОСКВА'] }],
  ['ß in the text', ['Strasse', 'Fussball'], 'die Straße zum Fußball', { Strasse: ['Straße'], Fussball: ['Fußball'] }],
  ['ß in the list', ['Straße', 'Grüße'], 'eine Strasse, viele GRÜSSE', { Straße: ['Strasse'], Grüße: ['GRÜSSE'] }],
  ['a capital ß', ['Straße'], 'die STRAẞE, die STRASSE', { Straße: ['STRAẞE', 'STRASSE'] }],
  ['many ß', ['ßßßß'], 'ẞßßß', { ßßßß: ['ẞßßß'] }],
  ['behind a ß', ['sun'], 'Straße ß sun', { sun: ['sun'] }],
  ['İ is i', ['istanbul', 'İzmir'], 'İstanbul, izmir ve İZMİR', { istanbul: ['İstanbul'], İzmir: ['izmir', 'İZMİR'] }],
  ['İ at the end', ['ali'], 'ALİ, Ali', { ali: ['ALİ', 'Ali'] }],
  ['ı is not i', ['ilik'], 'ılık', {}],
  ['long s', ['Wissen'], 'das Wiſſen', { Wissen: ['Wiſſen'] }],
  [
    'ligatures in the list',
    ['e\ufb03ciency', 'tra\ufb03c'],
    'efficiency of traffic',
    {
      'e\ufb03ciency': ['efficiency'],
      'tra\ufb03c': ['traffic'],
    },
  ],
  ['digraphs and joined letters', ['ǆep', 'և'], 'DŽEP; եւ', { ǆep: ['DŽEP'], և: ['եւ'] }],
  [
    'full-width',
    ['ＤＮＡ sequencing'],
    'dna ｓｅｑｕｅｎｃｉｎｇ',
    { 'ＤＮＡ sequencing': ['dna ｓｅｑｕｅｎｃｉｎｇ'] },
  ],
  ['Greek with a final sigma', ['λόγος'], 'ΛΌΓΟΣ', { λόγος: ['ΛΌΓΟΣ'] }],
  ['Greek with an iota below', ['ᾠδή'], 'ὨΙΔΉ, ᾨδή', { ᾠδή: ['ὨΙΔΉ', 'ᾨδή'] }],
  ['a ligature', ['office'], 'the o\ufb03ce', { office: ['o\ufb03ce'] }],
];
for (const [language, cases] of Object.entries({ zh: chinese, en: english }) as [keyof typeof models, Case[]][]) {
  test(`what is said by a text (${language})`, () => {
    for (const [name, labels, text, expected] of cases) {
      const index = compileTags(
        labels.map((label, i) => ({ id: String(i), label })),
        models[language],
      );
      const found = suggestTags(index, text, { evidence: ['mention'], topN: 20 });
      const said = found.map(({ label, forms }) => [
        label,
        forms.flatMap(({ offsets }) => offsets.map(([start, end]) => text.slice(start, end))),
      ]);
      assert.deepEqual(Object.fromEntries(said), expected, name);
    }
  });
}

test('the tag of the list is named, and the form that the text has', () => {
  const tags = [{ id: 'ml', label: 'Machine learning', synonyms: ['statistical learning', 'ML'] }];
  const text = 'Statistical learning, also known as ML.';
  const [tag] = suggestTags(compileTags(tags, models.en), text, { evidence: ['mention'] });
  assert.equal(tag.id, 'ml');
  assert.deepEqual(tag.forms, [
    { form: 'statistical learning', offsets: [[0, 20]] },
    { form: 'ML', offsets: [[36, 38]] },
  ]);
});

test('a list in capitals throughout matches whatever the case', () => {
  const tags = ['MACHINE LEARNING', 'HISTORY', 'ECONOMICS'].map((label) => ({ id: label, label }));
  const found = suggestTags(compileTags(tags, models.en), 'A history of machine learning', { evidence: ['mention'] });
  assert.deepEqual(found.map(({ label }) => label).sort(), ['HISTORY', 'MACHINE LEARNING']);
});

test('a form of two tags speaks for both', () => {
  const tags = [
    { id: 'planet', label: 'Mercury (planet)', synonyms: ['Mercury'] },
    { id: 'metal', label: 'Mercury (metal)', synonyms: ['mercury'] },
  ];
  const found = suggestTags(compileTags(tags, models.en), 'Mercury is poisonous', { evidence: ['mention'] });
  assert.deepEqual(found.map(({ id }) => id).sort(), ['metal', 'planet']);
});
