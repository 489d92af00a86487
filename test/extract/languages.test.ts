import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { analyzeKeywords, extractKeywords, loadModel, modelForText } from '../../packages/core/dist/node.js';
import { calendarNames } from '../../packages/core/dist/text/neutral/calendar.js';
import { keptStopWords } from '../../packages/core/dist/text/stop-words.js';
import { fixture, root } from '../support.js';

const modelOf = modelForText('auto');

/** What begins with an article that has a capital: La Palma, De Zoute Karper. */
const NAME = /^(?:La|El|De) \p{Lu}/u;

for (const file of readdirSync(fixture('languages'))) {
  const language = file.slice(0, 2);
  test(`${language}: the subject of a text is among its keywords, no function word is`, async (t) => {
    const texts = JSON.parse(readFileSync(fixture('languages', file), 'utf8'));
    const wordList = join(root, `packages/languages/stop-words/${language}.txt`);
    const hasList = existsSync(wordList);
    const functionWords = hasList ? new Set(readFileSync(wordList, 'utf8').split('\n')) : keptStopWords;
    assert.equal(texts.length, 3);
    let shown = 0;
    let unsigned = 0;
    for (const { text, has, hasNot, signed, notSigned = [] } of texts) {
      const analysis = analyzeKeywords(await modelOf(text), text, { topN: 10 });
      assert.equal(analysis.language, language, text);
      const found = analysis.keywords.flatMap((keyword) => [keyword.text, ...(keyword.variants ?? [])]);
      const lowered = found.map((keyword) => keyword.toLowerCase());
      const list = found.join(', ');
      for (const keyword of found.filter((one) => !NAME.test(one))) {
        const parts = keyword.toLowerCase().split(/\s+/);
        // English adjectives among them may open a phrase: long fermentation.
        const first = hasList ? parts[0] : parts.at(-1)!;
        assert.ok(!functionWords.has(first) && !functionWords.has(parts.at(-1)!), `${keyword} in ${list}`);
      }
      for (const word of has) assert.ok(lowered.includes(word.toLowerCase()), `no ${word} in ${list}`);
      for (const word of hasNot) assert.ok(!lowered.includes(word.toLowerCase()), `${word} in ${list}`);
      // Each was read; those that an editor would strike stand apart, and are to become fewer.
      for (const { text: keyword } of analysis.keywords)
        assert.ok([...signed, ...notSigned].includes(keyword), `nobody signed ${keyword} of ${list}`);
      for (const keyword of notSigned) assert.ok(found.includes(keyword), `${keyword} is shown no longer`);
      shown += analysis.keywords.length;
      unsigned += notSigned.length;
    }
    t.diagnostic(`${shown} keywords, ${unsigned} not to be signed`);
  });
}

test('days and months are no keywords in any of the languages', async () => {
  for (const text of [
    'Mittwoch tagt der Stadtrat über Radwege. Der Stadtrat will im Februar am Mittwoch neue Radwege planen.',
    'Mercredi, le musée ouvre une exposition. En février, le musée fermera chaque mercredi.',
    'El museo abrió en febrero una exposición. La exposición del museo cierra el miércoles y cada jueves de febrero.',
    'Il museo apre a febbraio una mostra. La mostra del museo chiude mercoledì e ogni giovedì di febbraio.',
    'O museu abre na segunda-feira uma exposição. A exposição do museu fecha à segunda-feira e em fevereiro.',
    'Het museum opent in februari een tentoonstelling. De tentoonstelling sluit woensdag en elke donderdag in februari.',
    'Музей открыл выставку. В феврале и январе музей закрыт, понедельник и четверг остаются выходными.',
    '박물관은 수요일에 전시회를 연다. 박물관 전시회는 수요일마다 무료다.',
    '博物館は水曜日に展示を始める。博物館の展示は水曜日に無料だ。',
    'El museo cierra los domingos y los viernes. La exposición del museo abre los lunes de febrero.',
    'В пятницу музей открыл выставку. Выставка музея закроется в субботу, по понедельникам и четвергам музей закрыт.',
    'W piątek muzeum otworzyło wystawę. Muzeum zamyka wystawę w soboty, a w lutym w każdą środę.',
    'Le musée ouvre les vendredis et samedis. Le musée ferme les dimanches de février.',
    'Am Dienstagabend tagt der Stadtrat. Der Stadtrat beschloss Dienstagabend neue Radwege.',
    'Museet öppnar en utställning på onsdag. Utställningen stänger i februari och varje onsdag i februari.',
  ]) {
    const { keywords } = analyzeKeywords(await modelOf(text), text, { topN: 10 });
    assert.ok(keywords.length > 0);
    const list = keywords.map((keyword) => keyword.text).join(', ');
    assert.doesNotMatch(
      list,
      /mittwoch|dienstag|febr?uar|mercredi|février|miércoles|febrero|jueves|mercoledì|febbraio|giovedì|feira|fevereiro|woensdag|donderdag|понедельник|четверг|пятниц|суббот|piąt|sobot|środ|lut|vendredi|samedi|dimanche|domingo|viernes|lunes|수요일|水曜|onsdag/iu,
    );
  }
});

test('a month in a name that is said twice, and a thing called like a month, may be keywords', async () => {
  for (const [text, expected] of [
    ['Der Schwarze Freitag traf die Börse. Nach dem Schwarze Freitag genannten Tag fiel die Börse weiter.', 'Freitag'],
    ['La sonde a photographié Mars en mars. La planète Mars est froide, et la sonde reste en orbite.', 'Mars'],
    ['La Plaza de Mayo está cerrada. Miles de personas llenan la Plaza de Mayo desde mayo.', 'Plaza de Mayo'],
    ['La Piazza Venticinque Aprile riapre. I negozi della Piazza Venticinque Aprile aprono ad aprile.', 'Aprile'],
    ['A avenida Nove de Julho fecha. Na avenida Nove de Julho não há carros em julho.', 'Julho'],
  ]) {
    const { keywords } = analyzeKeywords(await modelOf(text), text, { topN: 10 });
    const list = keywords.map((keyword) => keyword.text);
    assert.ok(
      list.some((keyword) => keyword.includes(expected)),
      `no ${expected} in ${list.join(', ')}`,
    );
  }
  const once = 'Die Börse fiel am Schwarzen Freitag. Die Börse erholte sich danach.';
  const { keywords } = analyzeKeywords(await modelOf(once), once, { topN: 10 });
  assert.ok(keywords.every((keyword) => !keyword.text.includes('Freitag')));
});

/** Verbs of the texts, none of which names a subject. */
const verbs: Readonly<Record<string, string>> = {
  es: 'cerrará instalará fabricará recorrerá anillará permaneceremos devolverse recordamos aprobada interesadas compré predecir limitar consumen dormir',
  it: 'dovrà porterà cominceranno dureranno affacciata trasformare quattordici tredici depositate datare quattromila sussurra riconosce affollato scende camminare seicento riapre tornano fissandole ottomila',
  nl: 'verzakt uitgelezen inrichten pruttelen versleutelt daalde graven',
  ru: 'протолкнуться реставрировать расползаются сохранились закроет обойдётся подойдите промокло гнутся пожалел отожмите залило тревожили',
  ko: '밝혔다 오가며 떠나며 나타나며 끝나면 커지면 이어지면 바꾸어 만들어 만든 번갈아 옮기지 나오지 내주고 생기기',
};

for (const language of ['de', 'es', 'it', 'nl', 'ru', 'ko']) {
  test(`${language}: no function word and no day or month is among the first ten keywords of any of the twenty texts`, async () => {
    const folder = join(root, 'packages/languages/stop-words');
    const words = readFileSync(join(folder, `${language}.txt`), 'utf8').split('\n');
    const refused = new Set([...words, ...calendarNames(language).keys(), ...(verbs[language] ?? '').split(' ')]);
    const lines = readFileSync(join(root, `evaluation/own/${language}_own.jsonl`), 'utf8')
      .trim()
      .split('\n');
    assert.equal(lines.length, 20);
    for (const line of lines) {
      const { id, text } = JSON.parse(line);
      const { language: found, keywords } = analyzeKeywords(await modelOf(text), text, { topN: 10 });
      assert.equal(found, language, id);
      assert.equal(keywords.length, 10, id);
      for (const keyword of keywords.filter((one) => !NAME.test(one.text))) {
        const parts = keyword.text.toLowerCase().split(/\s+/);
        assert.ok(!refused.has(parts[0]) && !refused.has(parts.at(-1)!), `${id}: ${keyword.text}`);
      }
    }
  });
}

const keywordsOf = async (text: string) =>
  analyzeKeywords(await modelOf(text), text, { topN: 20 }).keywords.map((keyword) => keyword.text);

test('units are no keywords alone, in any form; a railway is, and what a unit is part of', async () => {
  for (const [text, wrong] of [
    ['Die Zinsen steigen auf zwei Prozent. In sechs Monaten fallen die Zinsen um ein Prozent.', /^(prozent|monaten)$/i],
    ['Los bonos vencen en siete meses. En una semana el banco vende los bonos.', /^(meses|semana)$/i],
    ['Ставка по вкладу выросла до пяти процентов. Вклад открыт на шесть месяцев.', /^(процент|месяц)/i],
    ['De rente stijgt met twee procent. Na drie weken daalt de rente weer.', /^(procent|weken)$/i],
    ['Räntan stiger till två procent. Om tre veckor sjunker räntan igen.', /^(procent|veckor)$/i],
  ] as const)
    for (const keyword of await keywordsOf(text)) assert.doesNotMatch(keyword, wrong, text);
  assert.ok((await keywordsOf('El metro de Bilbao cierra. Los viajeros del metro toman autobuses.')).includes('metro'));
});

test('a word with a hyphen is whole, and a part of it that stands alone too is a keyword', async () => {
  const text = 'Die Ärztin gab einen SGLT2-Hemmer. Der SGLT2-Hemmer half, und die Covid-Impfung gegen Covid wirkte.';
  const found = await keywordsOf(text);
  assert.ok(found.includes('SGLT2-Hemmer') && found.includes('Covid'), found.join(', '));
  assert.ok(!found.includes('SGLT2') && !found.includes('Hemmer') && !found.includes('Impfung'), found.join(', '));
});

test('no function word of a language that a text quotes is a keyword, nor an absent one', async () => {
  const english = 'The doctor treats the patients in the hospital and they are there with what they have.';
  for (const text of [
    `의사는 병원에서 환자를 치료한다. ${english} 환자는 기다린다.`,
    `医者は病院で患者を治療する。${english}患者は待っている。`,
    `Врач лечит пациентов в больнице, где пациенты ждут врача. The doctor and they are there. Пациенты ждут.`,
    'Der Arzt der Klinik behandelt die Krankheit. Les patients sont dans la clinique, dit il. Der Arzt hilft den Patienten.',
  ]) {
    const { keywords, absent = [] } = analyzeKeywords(await modelOf(text), text, { topN: 20, absent: 20 });
    assert.ok(keywords.length > 2 && absent.length > 0, text);
    for (const { text: word } of [...keywords, ...absent])
      assert.doesNotMatch(word, /^(the|they|are|there|with|what|have|and|is|that|this|il|la|dans|les|sont)$/i, text);
  }
});

test('two spaces, no-break spaces, line breaks within sentences and letters in parts change no keyword', async () => {
  for (const language of ['de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ru', 'ko']) {
    for (const { text } of JSON.parse(readFileSync(fixture('languages', `${language}.json`), 'utf8'))) {
      const model = await modelOf(text);
      const found = (spelt: string) => extractKeywords(model, spelt, { topN: 10 }).map((keyword) => keyword.text);
      const expected = found(text);
      for (const spelt of [
        text.replaceAll(' ', '  '),
        text.replaceAll(' ', '\u00a0'),
        text.replace(/(.{50,70}) /g, '$1\n'),
        text.normalize('NFD'),
      ])
        assert.deepEqual(found(spelt), expected, spelt);
    }
  }
});

test('in a text all in capitals phrases are keywords before their words', async () => {
  const text =
    'EL AYUNTAMIENTO APRUEBA NUEVOS CARRILES BICI. LOS CARRILES BICI SE ABRIRÁN CUANDO ESTÉ LISTO EL PUENTE.';
  const found = await keywordsOf(text);
  assert.equal(found[0], 'CARRILES BICI');
  assert.ok(!found.includes('ABRIRÁN') && !found.includes('APRUEBA'), found.join(', '));
});

test('no measure, greeting or half of a word that was cut apart is a keyword', async () => {
  for (const [text, wrong] of [
    [
      'Gentili condomini, buonasera e benvenuti. Il ponteggio è alto dieci chilometri o centimetri.',
      /gentili|buona|benv|metri/i,
    ],
    [
      'Szanowni Rodzice, stołówka jest czynna. Zebranie rodziców trwa dwie minuty, można pytać.',
      /szanowni|minut|można/i,
    ],
    ['Привет! Здравствуйте, коллеги: дача ждёт. Окей, дача и баня, спасибо.', /привет|здрав|окей|спасибо/i],
    ['Hola, buenas tardes. Vale, la miel de abeja. Oye, la miel, gracias.', /hola|tardes|vale|oye|gracias/i],
    ['Das Rad wiegt wenig. Der Akku des Rads hat Wattstunden, das Rad fährt Stundenkilometer.', /stunde/i],
    ['北陵高校が優勝した。北陵は港南高校を下し、監督は北陵の選手をほめた。', /^陵|^北$/],
  ] as const) {
    const { keywords } = analyzeKeywords(await modelOf(text), text, { topN: 20 });
    assert.ok(keywords.length > 0, text);
    for (const { text: keyword } of keywords) assert.doesNotMatch(keyword, wrong, text);
  }
});

test('a Japanese word in katakana is whole, and no stem of a verb is a keyword', async () => {
  const model = await modelOf('ひらがなとカタカナ');
  for (const [text, whole, wrong] of [
    ['ランブルストリップスは道路に刻まれた溝である。', 'ランブルストリップス', 'ストリップ 刻'],
    ['スマートフォンアプリで本を読んだ。', 'スマートフォンアプリ', 'フォン アプリ 読'],
    ['ネガティブハウスを踏まえて家を建てる。', 'ネガティブハウス', 'ハウス 踏'],
    ['海から風が吹く。風車は値によって止まる。', '海', '吹 止'],
    ['ディスプレイドライバを含んだ箱を開けた。', 'ディスプレイドライバ', '含 開'],
  ]) {
    const found = analyzeKeywords(model, text, { topN: 20 }).keywords.map((keyword) => keyword.text);
    assert.ok(found.includes(whole), `no ${whole} in ${found}`);
    for (const word of wrong.split(' ')) assert.ok(!found.includes(word), `${word} in ${found}`);
  }
});

test('a text of known words has a keyword, be it in small letters, of verbs, or a greeting', async () => {
  for (const [language, text, keyword] of [
    ['de', 'winterreifen und schneeketten', 'schneeketten'],
    ['de', 'guten Morgen', 'guten'],
    ['en', 'lost keys', 'lost keys'],
    ['en', 'hello', 'hello'],
    ['es', 'el tiempo', 'tiempo'],
    ['fr', 'rendez-vous médecin', 'médecin'],
    ['ru', 'питьевая вода', 'питьевая вода'],
    ['ru', 'Привет', 'Привет'],
    ['zh', '三体', '三体'],
    ['zh', '双十一', '双十一'],
  ] as const) {
    const analysis = analyzeKeywords(await modelOf(text), text);
    assert.equal(analysis.language, language, text);
    assert.equal(analysis.keywords[0]?.text, keyword, text);
  }
  for (const text of ['of the', '是的', 'они были'])
    assert.deepEqual(analyzeKeywords(await modelOf(text), text).keywords, [], text);
});

test('neither half of a contraction is a keyword', async () => {
  const model = await loadModel('en');
  for (const [text, ...keywords] of [
    ["won't turn on", 'turn'],
    ["can't log in", 'log'],
    ['it won’t start', 'start'],
    ["I don't know", 'know'],
    ["The app won't open and I can't log in", 'app'],
  ] as const)
    assert.deepEqual(
      extractKeywords(model, text).map((keyword) => keyword.text),
      keywords,
      text,
    );
});

test('what a text says of the nouns of closings may be a keyword', async () => {
  for (const [text, keyword] of [
    ['Appetit entsteht im Gehirn. Der Appetit wird durch Hormone geregelt.', 'Appetit'],
    ['Los saludos cambian de un país a otro. Los saludos japoneses son una reverencia.', 'saludos'],
    ['Pozdrowienia z wakacji to kartki. Pozdrowienia wysyła coraz mniej osób.', 'Pozdrowienia'],
    ['Schöne Grüße', 'Schöne Grüße'],
  ] as const) {
    const found = analyzeKeywords(await modelOf(text), text).keywords.map((one) => one.text);
    assert.ok(found.includes(keyword), `no ${keyword} in ${found.join(', ')}`);
  }
});

test('the closing of a letter and a Latin numeral alone are no keywords', async () => {
  for (const [text, none] of [
    ['Der Zähler im Keller wird am Montag getauscht. Mit freundlichen Grüßen, die Hausverwaltung', /Grüßen/],
    ['Die Suppe kocht zehn Minuten, dann kommt Petersilie in die Suppe. Guten Appetit!', /Appetit/],
    ['Der Drucker im zweiten Stock ist defekt, und der Techniker kommt morgen.\n\nSchöne Grüße\nAnna', /Schöne|Grüße/],
    ['Il contratto con il fornitore scade a marzo.\n\nCordiali saluti,\nMarco', /saluti|Cordiali/],
    ['La torre del castello risale al secolo XVIII; il castello domina la valle del fiume.', /^XVIII$/m],
    ['Le château fut bâti au XVIIIe siècle ; le château domine la vallée de la rivière.', /^XVIIIe$/m],
  ] as const) {
    const { keywords } = analyzeKeywords(await modelOf(text), text);
    assert.ok(keywords.length > 1);
    assert.doesNotMatch(keywords.map((keyword) => keyword.text).join('\n'), none);
  }
});

test('words that a table does not have are words, no signs or numbers', async () => {
  const texts = ['Der Kleingärtnerverein Sonnenhügel lädt ein: Samstag, 14 Uhr.', '太陽は、恒星である。'];
  const found = await Promise.all(
    texts.map(async (text) => analyzeKeywords(await modelOf(text), text).outOfVocabulary),
  );
  assert.deepEqual(found, [['kleingärtnerverein', 'sonnenhügel'], []]);
});
