import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findLanguage, languageOfText } from '../../packages/core/dist/node.js';
import { detectLanguage, languageByScript, primaryLanguage } from '../../packages/core/dist/text/language.js';
import { tellLanguage } from '../../packages/core/dist/text/language-of-text.js';

/** Headlines, one a language. */
const headlines: Readonly<Record<string, string>> = {
  zh: '载人飞船与空间站成功对接',
  en: 'Storms leave thousands without power in the north',
  ja: '台風10号、週末に九州へ接近する見通し',
  ko: '정부, 내년도 반도체 예산안 국회에 제출',
  de: 'Bundestag beschließt höhere Steuern für Energiekonzerne',
  fr: 'Les syndicats rejettent la réforme des retraites',
  es: 'El Congreso aprueba la nueva ley de vivienda',
  it: 'Il governo approva la riforma della scuola',
  pt: 'Governo anuncia novas medidas contra a inflação',
  nl: 'Kabinet trekt miljarden uit voor nieuwe woningen',
  pl: 'Rząd przyjął projekt ustawy o ochronie zabytków',
  ru: 'Правительство утвердило бюджет на следующий год',
  th: 'รัฐบาลประกาศมาตรการใหม่เพื่อช่วยเหลือเกษตรกร',
  el: 'Η κυβέρνηση ανακοίνωσε νέα μέτρα',
};

test('Japanese in Han characters alone is told by its own forms and words, and Chinese stays Chinese', () => {
  for (const text of ['戦争', '歴史', '駅伝', '数学教員', '株式会社', '料金', '居酒屋', '天気予報', '大学院入試'])
    assert.equal(detectLanguage(text), 'ja', text);
  for (const text of [
    '人口',
    '教育',
    '新聞',
    '天氣預報',
    '大學',
    '音乐',
    '生產線',
    '身份證',
    '對手首次',
    '來往張數',
    '走廊下有人',
  ])
    assert.equal(detectLanguage(text), 'zh', text);
  // Words of Japanese tell of phrases: longer texts have some across two words.
  assert.equal(detectLanguage('他拿到料金后便放在桌上然后走了出去'), 'zh');
});

test('of several languages that are asked for a text is in one of these', async () => {
  for (const [text, asked, expected] of [
    ['arte moderna', 'pt,en', 'pt'],
    ['arte moderna', 'es, it', 'it'],
    ['東京旅行', 'zh,en', 'zh'],
    ['東京旅行', 'ja,zh', 'ja'],
    ['これは日本語の文章です。', 'en,zh', 'zh'],
    ['The cat and the dog are in the house.', 'en,zh', 'en'],
    ['The cat and the dog are in the house.', 'ja,nl', 'nl'],
    ['Привет, как дела?', 'en,uk', 'uk'],
    ['Die Sonne ist ein Stern, und der Mond scheint.', 'zh-Hant,en,de-AT', 'de'],
    ['한국어로 쓴 글', 'en,zh', 'en'],
    ['한국어로 쓴 글', 'zh,en', 'zh'],
  ] as const) {
    assert.equal(await languageOfText(text, asked), expected, text);
    const { language, candidates } = await findLanguage(text, asked.split(','));
    assert.equal(language, expected, text);
    const allowed = asked.split(',').map((tag) => tag.trim().slice(0, 2));
    for (const one of candidates) assert.ok(allowed.includes(one.language), `${one.language} of ${text}`);
  }
  assert.equal((await findLanguage('한국어로 쓴 글', 'en,zh')).reason, 'nothing');
  for (const wrong of ['zh,', 'auto,zh', 'zh,swedish', '', [], 7, ['zh', 7]])
    await assert.rejects(languageOfText('text', wrong as string), { code: 'INVALID_OPTION' });
});

test('a finding says how the language was told, and how likely others are', async () => {
  const by = async (text: string) => {
    const { language, reason, candidates } = await findLanguage(text);
    assert.equal(language, await languageOfText(text), text);
    assert.ok(candidates.reduce((sum, { probability }) => sum + probability, 0) <= 1 + 1e-9, text);
    if (candidates.length > 0) assert.equal(candidates[0].language, language, text);
    return { reason, languages: candidates.map(({ language }) => language), first: candidates[0]?.probability ?? 0 };
  };
  const art = await by('arte moderna');
  assert.deepEqual(art.languages, ['it', 'pt', 'es']);
  assert.ok(art.first < 0.5);
  assert.equal(art.reason, 'common words');
  assert.ok((await by('Die Sonne ist ein Stern')).first > 0.99);
  assert.deepEqual((await by('人口')).languages, ['zh', 'ja']);
  assert.deepEqual((await by('天气预报')).languages, ['zh']);
  assert.equal((await by('태양은 별이다')).reason, 'script');
  assert.equal((await by('The sun is a star, and the moon is not.')).reason, 'function words');
  const russian = await by('Правительство утвердило бюджет на следующий год');
  assert.equal(russian.reason, 'common words');
  assert.ok(russian.first > 0.9);
  assert.equal((await by('الطقس في القاهرة')).reason, 'detector');
  assert.deepEqual((await by('kırmızı araba')).languages[0], 'tr');
  assert.deepEqual(await by('1 2 3'), { reason: 'nothing', languages: [], first: 0 });
  assert.deepEqual(await by('𐌰𐌱𐌲 𐌰𐌱𐌲'), { reason: 'nothing', languages: [], first: 0 });
  // Numbers before the first word say nothing, however many.
  assert.deepEqual((await by(`${'1234 5678 '.repeat(60)}今天天气很好`)).languages, ['zh']);
  assert.equal((await by(`${'1234 5678 '.repeat(60)}El perro duerme en el jardín de la casa`)).languages[0], 'es');
});

test('letters of other languages tell that a short text is in none of the commonest', async () => {
  assert.equal(await languageOfText('kırmızı araba'), 'tr');
  assert.equal(await languageOfText('černá kočka'), 'cs');
  assert.equal(await languageOfText('Dvořák symphony orchestra'), 'en');
});

test('what people search for is told by its words, also in smaller languages and in letters that several share', async () => {
  for (const [language, texts] of Object.entries({
    de: ['Angst vorm Fliegen', 'Tipps vom Bäcker', 'Zug nach Köln'],
    uk: ['дитячий садок', 'оренда квартири', 'квитки на потяг', 'робота вдома', 'новини сьогодні'],
    ru: ['детский сад', 'аренда квартиры', 'билеты на поезд', 'работа на дому', 'Курсор Windows'],
    ja: ['東京旅行', '京都観光', '北海道温泉', '名古屋城', '大学入試', '図書館'],
    zh: ['台北旅行', '东京旅游攻略', '日本自由行', '勞保查詢', '周末去哪玩', '二手書店', '目的地'],
    id: ['sakit kepala', 'resep nasi goreng', 'harga tiket pesawat'],
    cs: ['bolest hlavy', 'levné letenky', 'práce z domova'],
    sv: ['ont i ryggen', 'laga tvättmaskin', 'lediga jobb'],
    tr: ['baş ağrısı', 'anneye hediye', 'kara kedi'],
    vi: ['quà tặng mẹ', 'đau đầu'],
    ms: [
      'Kerajaan akan mengumumkan peraturan baru mengenai cuti sekolah kerana ramai ibu bapa mengadu bahawa tarikh itu lambat.',
    ],
  })) {
    for (const text of texts) assert.equal(await languageOfText(text), language, text);
  }
});

test('English headlines with names from elsewhere are English', async () => {
  for (const text of [
    'Apple unveils new iPhone',
    'Berlin bans e-scooters',
    'Samsung profit slumps 95%',
    'Angela Merkel memoir tops bestseller list',
    'Trump wins Iowa',
    'Volkswagen plans job cuts',
    'Tesla recalls Model Y',
    'Biden vetoes bill',
    'Nvidia shares soar 12%',
    'red wine',
  ]) {
    assert.equal(await languageOfText(text), 'en', text);
  }
  for (const [language, text] of [
    ['de', 'Bayern gewinnt Pokal'],
    ['fr', 'Incendie dans une usine'],
    ['es', 'Suben los precios'],
    ['it', 'Milan vince il derby'],
    ['nl', 'Ajax wint van Feyenoord'],
    ['pt', 'Benfica vence o campeonato'],
  ]) {
    assert.equal(await languageOfText(text), language, text);
  }
});

test('a text of a few words is in the language whose words it has', async () => {
  for (const [language, texts] of Object.entries({
    en: [
      'solar energy',
      'A cat sat',
      'A text.',
      'old town',
      'kitchen sink',
      'tomato soup',
      'hello',
      'COVID-19 vaccine',
    ],
    de: ['Wetter morgen', 'Blutdruck messen', 'Hund', 'Energie, Klima, Wohnen', 'Politik, Sport, Kultur, Reisen'],
    fr: ['pain frais', 'forte pluie'],
    es: ['seguro de coche', 'queso de cabra'],
    it: ['gatto smarrito', 'pane fresco'],
    pt: ['bom dia', 'casaco preto'],
    nl: ['zware regen', 'oude stad'],
    pl: ['stare miasto', 'woda pitna', 'psy, koty, konie'],
    ru: ['Курсор Windows', 'Аудио и Windows Media'],
    ro: ['Guvernul a adoptat noua lege a educației'],
    sv: ['Regeringen vill höja skatten på bensin'],
  })) {
    for (const text of texts) assert.equal(await languageOfText(text), language, text);
  }
});

test('two or three words that all are common in one language are in it, and a name with capitals is in no other', async () => {
  for (const [language, texts] of Object.entries({
    en: ['solar panel', 'garage door', 'garden hose', 'video doorbell', 'mango smoothie', 'rice cooker', 'hard drive'],
    de: ['Haus am See', 'Haus am Meer', 'Regen im Norden', 'Tor in letzter Minute', 'Rote Grütze'],
    fr: ['Le Monde', 'chat noir', 'vin rouge', 'match nul', 'sac à main'],
    it: ['pomodori ripieni', 'cane smarrito', 'cena per due', 'vino rosso', 'mal di denti'],
    pl: ['karta kredytowa', 'placki ziemniaczane', 'lampka nocna', 'zimna noc', 'twardy dysk'],
  })) {
    for (const text of texts) assert.equal(await languageOfText(text), language, text);
  }
  for (const name of ['Los Angeles', 'Las Vegas', 'San Diego', 'Santa Monica', 'Docker Compose', 'Apache Kafka'])
    assert.equal(await languageOfText(name), 'en', name);
  for (const word of ['hello', 'tomato', 'panel', 'computer', 'window'])
    assert.equal((await tellLanguage(word)).evidence?.rival(), undefined, word);
});

test('a text of which English has every word is English, unless another language has a word of its own', async () => {
  for (const [language, texts] of Object.entries({
    en: [
      'garage door repair',
      'Garage door repair',
      'garage door opener',
      'door repair',
      'door',
      'film camera',
      'film festival',
      'die cast',
      'hotel bar',
      'hotel pool',
      'hotel Paris',
      'arena tour',
      'rat',
      'ok',
      'no',
    ],
    de: ['die Show', 'die Bar', 'die Wand'],
    nl: ['door de tuin', 'door water', 'rode auto'],
    fr: ['mal de dos', 'assurance auto', 'double de 64 bits,', 'Changer de Session'],
    it: ['sale e pepe', 'camera da letto', 'cane'],
    es: ['hola', 'perro perdido'],
  })) {
    for (const text of texts) assert.equal(await languageOfText(text), language, text);
  }
});

test('a language that looks like a large one is not taken for it, nor one that quotes it', async () => {
  for (const [language, text] of [
    ['gl', 'Unha casa de pedra na aldea, onde os veciños falan galego e xa non hai escola.'],
    ['ca', 'Els veïns del barri són contents amb la nova plaça, però també volen més arbres i bancs.'],
    ['af', 'Die kinders wil nie skool toe gaan nie, want hulle is moeg en hierdie week was lank.'],
    ['pt', 'Os moradores de Asunción e Concepción disseram que não há água na região desde domingo.'],
    ['es', 'El escritor vive en Rio Grande do Sul y presentó ayer su novela en la feria del libro.'],
    ['en', 'In court he shouted "ich habe das nicht getan und werde es nie zugeben", which was a denial.'],
    ['en', 'The motto "E pluribus unum" appears on coins; "La vie est belle" is printed on the old mug.'],
  ]) {
    assert.equal(await languageOfText(text), language, text);
  }
});

test('the language of a headline is found', async () => {
  for (const [language, text] of Object.entries(headlines)) assert.equal(await languageOfText(text), language, text);
});

test('a list of names says nothing of the language, what is beside it does', async () => {
  for (const [text, language] of [
    ['(nur die Sprachen C, C++, Shell, Python, Lisp, Scheme, Java, Perl, JavaScript, Vala)', 'de'],
    ['(tylko języki C, C++, Shell, Python, Lisp, Scheme, Java, Perl, JavaScript, Vala)', 'pl'],
    ['C, C++, Shell, Python, Lisp, Scheme, Java, Perl, JavaScript, Vala 言語のみ', 'ja'],
    ['다음 언어만 지원: C, C++, Shell, Python, Lisp, Scheme, Java, Perl, JavaScript', 'ko'],
    ['仅支持 C, C++, Shell, Python, Lisp, Scheme, Java, Perl, JavaScript', 'zh'],
    ['Mehl, Butter, Eier, Zucker, Salz, Milch, Zimt und Äpfel', 'de'],
  ] as const)
    assert.equal(await languageOfText(text), language, text);
});

test('Chinese with Latin words in it is Chinese, and a name in Han characters makes no English text Chinese', () => {
  for (const text of [
    'Crew-9任务推迟',
    'Kubernetes Deployment rollout 失败',
    'iPhone 17 Pro Max 发布',
    '用 Python 写 REST API',
  ]) {
    assert.equal(detectLanguage(text), 'zh', text);
  }
  assert.equal(detectLanguage('The character 恒星 is read as héngxīng and means a star that shines'), 'en');
});

test('no Japanese, Korean or Cyrillic text is taken for Chinese or English', () => {
  const texts = {
    ja: ['東京都知事選、小池氏が3選', '円安で輸出企業の業績が拡大', '駅前再開発', 'AIで変わる働き方', 'ｶﾀｶﾅのみ'],
    ko: ['한국어', '삼성전자 3분기 실적 발표', '金 대통령 訪美'],
    ru: ['Москва', 'Курс USD вырос'],
  };
  for (const [language, all] of Object.entries(texts)) {
    for (const text of all) assert.equal(detectLanguage(text), language, text);
  }
  assert.equal(detectLanguage('鲜の每日坊推出新款酸奶，这款产品面向年轻人'), 'zh');
});

test('a word that Chinese and Japanese share is Chinese, one of Japanese alone is not', async () => {
  for (const word of ['白菜', '人参', '血糖', '女将']) assert.equal(await languageOfText(word), 'zh', word);
  for (const word of ['大根', '抹茶', '大丈夫']) assert.equal(await languageOfText(word), 'ja', word);
});

test('Malay is told from Indonesian by words of its own', async () => {
  for (const [language, text] of [
    ['ms', 'cara memohon lesen memandu'],
    ['ms', 'kereta terpakai untuk dijual'],
    ['ms', 'jawatan kosong kerajaan'],
    ['id', 'cara membuat SIM baru'],
    ['id', 'mobil bekas dijual'],
    ['id', 'lowongan kerja bank'],
  ])
    assert.equal(await languageOfText(text), language, text);
});

test('の in the name of a Chinese shop makes no text Japanese, and 来 or 区 no Japanese text Chinese', () => {
  for (const text of [
    '鲜の每日坊推出新款酸奶',
    '优の良品对顾客开放',
    '花の店饮品热销',
    '幸福の味道餐厅今天开业',
    '新品の发售，优惠进行中',
    '樱の家日料店评测',
  ]) {
    assert.equal(detectLanguage(text), 'zh', text);
  }
  for (const text of ['来年度の予算', '新宿区の人口', '山の上の家', '日の出', '駅前の桜並木', '六号の切手'])
    assert.equal(detectLanguage(text), 'ja', text);
});

test('Han characters alone are Japanese where a form is, or where old and new forms stand together', () => {
  for (const text of [
    '東京都知事選挙投票率発表',
    '日本銀行金融政策決定会合',
    '国際会議場',
    '国土交通省住宅局長会見',
    '学校給食無償化',
    '衆議院解散総選挙',
    '渋谷区役所移転計画',
    '東北新幹線全線運転再開',
  ]) {
    assert.equal(detectLanguage(text), 'ja', text);
  }
  for (const text of [
    '台灣颱風路徑預測',
    '國際會議中心',
    '香港特別行政區立法會選舉',
    '國立臺灣大學圖書館',
    '中國国家主席会见美國總統',
    '中国国家主席习近平会见美国总统',
    '学生会主席选举结果公布',
    '清华大学会议中心',
    '北京大学',
    '人民日報社論',
  ]) {
    assert.equal(detectLanguage(text), 'zh', text);
  }
});

test('addresses and code are in no language', async () => {
  const code =
    '`const theAnswer = function that returns from this with which()` https://example.com/the/of/and/that/this';
  assert.equal(await languageOfText(`${code} Les syndicats rejettent la réforme des retraites`), 'fr');
});

test('plain English and Chinese need no detector', () => {
  assert.equal(languageByScript('The cat that sat on the mat was with the dog').isOpen, false);
  assert.equal(languageByScript('太阳是一颗恒星').isOpen, false);
  assert.equal(languageByScript('Les syndicats rejettent la réforme').isOpen, true);
});

test('a language is named by any BCP 47 tag', () => {
  assert.equal(primaryLanguage('zh-Hant-TW'), 'zh');
  assert.equal(primaryLanguage('yue'), 'zh');
  assert.equal(primaryLanguage('pt-BR'), 'pt');
  for (const tag of ['english', 'xx-yy-zz-q', 'jp', '', 'fr_FR!']) {
    assert.throws(() => primaryLanguage(tag), { code: 'INVALID_OPTION', message: /BCP 47/ }, tag);
  }
});

test('a Chinese text with Latin names in it is Chinese', () => {
  for (const text of [
    'Crew-9任务推迟',
    'SpaceX Crew-9任务推迟',
    'iPhone 16 Pro Max发布',
    'GitHub Copilot Workspace评测',
    'Kubernetes集群',
    'Kubernetes 集群',
    'OpenTelemetry入门',
    'python教程',
    'Stable Diffusion XL Turbo 开源',
    'React Server Components 详解',
    'Manchester United对Real Madrid前瞻',
    '用JavaScript的IntersectionObserver做懒加载',
    'NVIDIA GeForce RTX降价',
    '如何在 Visual Studio Code 里调试 TypeScript',
  ]) {
    assert.equal(detectLanguage(text), 'zh', text);
  }
});

test('an English text that quotes Han characters is English', () => {
  for (const text of [
    'The Chinese word 关键词 means keyword.',
    'The film 流浪地球 was a hit in China.',
    'Beijing (北京) is the capital of China.',
    'He wrote 道 on the wall.',
    'Learn how to say 你好 and 谢谢 before you travel to Taipei.',
    'Café 茶 opens its doors to visitors in Montréal',
    'Crew-9',
    '',
  ]) {
    assert.equal(detectLanguage(text), 'en', text);
  }
});

test('other languages in Cyrillic letters are not taken for Russian, nor Vietnamese in decomposed letters for another', async () => {
  for (const [language, text] of [
    ['uk', 'Міська рада ухвалила рішення про будівництво велодоріжок. Велодоріжки відкриють улітку.'],
    ['be', 'Гарадскі савет прыняў рашэнне аб будаўніцтве веладарожак. Веладарожкі адкрыюць улетку.'],
    ['sr', 'Градско веће је усвојило одлуку о изградњи бициклистичких стаза. Стазе ће бити отворене.'],
    ['bg', 'Общинският съвет прие решение за изграждане на велоалеи, когато мостът е готов.'],
    ['ru', 'Городской совет принял решение о строительстве велодорожек и объезда у моста имени Київ.'],
    ['vi', 'Hội đồng thành phố phê duyệt xây dựng đường dành cho xe đạp.'.normalize('NFD')],
  ])
    assert.equal(await languageOfText(text), language, text);
});
