import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractKeywords, modelForText } from '../../packages/core/dist/node.js';
import { isBeforeObject } from '../../packages/core/dist/text/neutral/objects.js';
import { fromNominative, lightStem } from '../../packages/core/dist/text/neutral/stem.js';

const words = (text: string) => text.split(/(?<= )|(?= )/);

test('a word before an article is a verb, and a noun before a superlative, a day or another clause is none', () => {
  for (const [language, first, text] of [
    ['fr', false, 'cache une belle terrasse'],
    ['es', false, 'saque la pieza'],
    ['it', false, 'premete il tasto'],
    ['pt', true, 'Abra a tampa'],
    ['nl', true, 'Snoei de rozen'],
    ['de', true, 'Schalten Sie'],
  ] as const)
    assert.equal(isBeforeObject(language, words(text), 0, first), true, text);
  for (const [language, text] of [
    ['fr', 'ville la plus haute'],
    ['es', 'reunión el lunes'],
    ['pt', 'turistas os guias'],
    ['pt', 'visita a casa'],
    ['nl', 'huurder de borg'],
    ['it', 'consumatori il prezzo'],
  ] as const)
    assert.equal(isBeforeObject(language, words(text), 0, false), false, text);
});

test('imperatives, other verbs and adjectives alone are no keywords', async () => {
  const model = modelForText('auto');
  for (const [language, text, none] of [
    [
      'de',
      'Schalten Sie das Gerät aus, bevor Sie den Filter wechseln. Streuen Sie Mehl auf das Blech. Oft helfen Tropfen, und feuchte Blätter locken Pilze an.',
      /^(?:Schalten|Streuen|helfen.*|locken.*)$/,
    ],
    [
      'fr',
      'Préchauffez le four. Débranchez l’appareil avant de nettoyer le filtre. Le chef cache une soupe légère ; la fièvre reste légère, la cuisine simple et généreuse.',
      /^(?:Préchauffez|Débranchez|nettoyer|cache|légère|généreuse)$/,
    ],
    ['es', 'Levante la tapa y saque la pieza vieja. La profesora publica los datos.', /^(?:Levante|saque|.*publica)$/],
    [
      'it',
      'Spegnete la macchina. Se compare la febbre, chiamate il pediatra. Premete il tasto verde e togliete le foglie secche.',
      /^(?:Spegnete|compare|chiamate|verde|secche)$/,
    ],
    [
      'pt',
      'Abra a tampa, encaixe o filtro novo antes de trocar o depósito. A escola publica os resultados.',
      /^(?:Abra|encaixe|trocar|publica)$/i,
    ],
    [
      'nl',
      'Schil de aardappelen. Snoei de rozen in maart. Knippert het lampje, dan blijft de soep warm.',
      /^(?:Schil|Snoei|Knippert)$/,
    ],
    ['pl', 'Fabryka zwalnia pracowników, a kierowca spóźnia się do pracy.', /^(?:zwalnia|spóźnia)$/],
    [
      'ko',
      '감자 껍질을 벗기고 달군 팬에 부쳐 드세요. 뒷면 덮개를 열고 깨끗이 헹군 필터를 끼우세요. 충전이 빨라서 좋고 케이스는 튼튼해요. 마른 잎은 달팽이가 갉아 먹는다.',
      /^(?:벗기고|달군|부쳐|열고|깨끗이|헹군|빨라서|튼튼|마른|갉아)$/,
    ],
  ] as const) {
    const keywords = extractKeywords(await model(text, language), text, { topN: 10 }).map((keyword) => keyword.text);
    for (const keyword of keywords) assert.doesNotMatch(keyword, none, `${language}: ${keywords}`);
    assert.ok(keywords.length >= 3, `${language}: ${keywords}`);
  }
});

const keywordsOf = async (language: string, text: string) =>
  extractKeywords(await modelForText('auto')(text, language), text, { topN: 12 }).map((keyword) => keyword.text);

test('what follows an article and a noun is no keyword alone, but may be an adjective of its phrase', async () => {
  for (const [language, text, none, phrase] of [
    [
      'fr',
      "Une fumée épaisse sort de l'usine. Le nez coule et l'eau tiède aide.",
      /^(?:épaisse|coule|tiède)$/,
      'eau tiède',
    ],
    [
      'es',
      'El cabildo compra ceniza. Un sendero fácil llega al lago. El estudio de Barcelona muestra el riesgo.',
      /^(?:.*compra|fácil|.*muestra)$/,
      'sendero fácil',
    ],
    [
      'it',
      'I dati vanno alla protezione civile. Il sentiero sale tra i vigneti. La compagnia aerea tace.',
      /^(?:civile|sale|aerea)$/,
      'protezione civile',
    ],
    [
      'pt',
      'A empresa culpa a alta do couro. Uma peça gasta fica na caixa. O filtro do sistema imunitário falha.',
      /^(?:.*culpa|gasta|imunitário)$/,
      'sistema imunitário',
    ],
  ] as const) {
    const keywords = await keywordsOf(language, text);
    for (const keyword of keywords) assert.doesNotMatch(keyword, none, `${language}: ${keywords}`);
    assert.ok(keywords.includes(phrase), `no ${phrase} in ${keywords}`);
  }
  // Peoples and places are chosen alone.
  assert.ok(
    (await keywordsOf('fr', 'Le régime syrien négocie. Le régime syrien cède.')).some((one) => /syrien/.test(one)),
  );
});

test('nouns of fixed phrases, amounts and adjectives after an adverb are no keywords', async () => {
  for (const [language, text, none] of [
    [
      'fr',
      'Grâce à un don, le musée ouvre au milieu des jardins. En matière de prêt, la moitié des tableaux est bon marché, la caisse plus lourde.',
      /grâce|milieu|matière|moitié|marché|lourde/i,
    ],
    [
      'es',
      'La miel se filtra a mano y se vende en línea. La mitad de la cosecha se perdió a causa de la sequía de este siglo.',
      /^(?:mano|línea|mitad|causa|siglo)$/,
    ],
    [
      'it',
      'Nel corso della fiera si vende miele in base al peso. Metà dei banchi ha vent’anni.',
      /^(?:corso|base|Metà|.*anni)$/,
    ],
    [
      'pt',
      'Ao longo da feira, o mel é vendido com base no peso. Metade das bancas fecha de manhã.',
      /^(?:longo|base|metade|manhã)$/i,
    ],
    [
      'nl',
      'In het kader van de fusie sluit de fabriek. De helft van de machines staat vorige maand te koop.',
      /kader|helft|maand|koop/,
    ],
    [
      'de',
      'Im Rahmen der Fusion schließt das Werk. Die Hälfte der Maschinen steht zum Teil in sämtlichen Hallen.',
      /Rahmen|Hälfte|Teil|sämtlich/,
    ],
    [
      'pl',
      'W ramach fuzji zamknięto fabrykę. Połowa maszyn stoi zimą w hali na podstawie umowy.',
      /ramach|Połowa|zimą|podstawie/,
    ],
    [
      'ru',
      'В рамках слияния закрыли завод. Половина станков в течение зимы стоит в цехе, где лёд толще.',
      /рамках|Половина|течени|толще/,
    ],
  ] as const) {
    const keywords = await keywordsOf(language, text);
    for (const keyword of keywords) assert.doesNotMatch(keyword, none, `${language}: ${keywords}`);
    assert.ok(keywords.length >= 2, `${language}: ${keywords}`);
  }
});

test('fixed phrases are known with any apostrophe, blank or capital', async () => {
  for (const [language, text, none] of [
    ['it', 'Nell’ambito della riforma, d’accordo con i sindacati, il comune apre un asilo.', /ambito|accordo/],
    ['fr', 'EN MATIÈRE DE SÉCURITÉ, le maire promet des caméras. En  matière de sécurité, rien ne change.', /matière/i],
  ] as const) {
    const keywords = await keywordsOf(language, text);
    for (const keyword of keywords) assert.doesNotMatch(keyword, none, `${language}: ${keywords}`);
  }
});

test('nouns before what may follow a verb, and names that begin with an amount, are kept', async () => {
  for (const [language, text, name] of [
    ['ko', '한국의 금메달 수는 13개로 늘었다. 금메달 수가 가장 많은 나라는 중국이다.', '금메달'],
    ['ko', '수술 때 마취를 한다. 수술 시간은 길다.', '수술'],
    ['es', 'El Siglo de Oro dio comedias. La literatura del Siglo de Oro se lee en clase.', 'Siglo de Oro'],
    ['fr', 'Le siècle des Lumières croyait à la raison. Voltaire est du siècle des Lumières.', 'siècle des Lumières'],
  ] as const) {
    const keywords = await keywordsOf(language, text);
    assert.ok(keywords.includes(name), `${language}: ${keywords}`);
  }
});

test('an article with a capital is part of a name', async () => {
  for (const [language, text, name, none] of [
    ['es', 'El volcán de La Palma dejó de emitir lava.', 'La Palma', 'Palma'],
    ['fr', 'La finale revient à la jeune Camille Le Goff, de Brest.', 'Camille Le Goff', 'Goff'],
    ['nl', 'In Brabant ontslaat schoenenfabriek Van Dalen tachtig werknemers.', 'Van Dalen', 'Dalen'],
  ] as const) {
    const keywords = await keywordsOf(language, text);
    assert.ok(keywords.some((one) => one.includes(name)) && !keywords.includes(none), `${keywords}`);
  }
});

test('a Polish or Portuguese form that dictionaries know as a verb is no keyword', async () => {
  for (const [language, text, none] of [
    [
      'pl',
      'Zadzwoń do hydraulika, bo kran cieknie. Aparat zawodzi, placki się zarumienią. Rozsyp popiół, myj ręce, dopraw zupę.',
      /^(?:Zadzwoń|cieknie|zawodzi|zarumienią|Rozsyp|myj|dopraw)$/,
    ],
    [
      'pt',
      'Se a luz piscar, o encanador vai ligar. O rio voltou a inundar a praça e a feira.',
      /^(?:piscar|ligar|inundar)$/,
    ],
    ['ko', '관람객은 편지를 쓸 수 있다. 소음이 심할 것 같다. 감귤이 작고 첫 편지가 왔다.', /^(?:쓸|심할|작고|첫)$/],
  ] as const) {
    const keywords = await keywordsOf(language, text);
    for (const keyword of keywords) assert.doesNotMatch(keyword, none, `${language}: ${keywords}`);
    assert.ok(keywords.length >= 2, `${language}: ${keywords}`);
  }
});

test('Polish forms with a soft end have one stem, and Russian ones', () => {
  for (const forms of [
    'badań badania badaniach',
    'zdjęć zdjęcia zdjęciach',
    'sieć sieci sieciach',
    'części część',
    'sygnałowi sygnałów',
    'rolnicy rolnikom rolnik',
    'biolodzy biologów',
    'aktorzy aktorom',
    'specjaliści specjalistów',
    'studenci studentom',
  ])
    assert.equal(new Set(forms.split(' ').map((form) => lightStem('pl', form))).size, 1, forms);
});

test('what a table has as a verb is a noun where an article says so, unless a noun follows', async () => {
  const text =
    'Los pescadores de la ría venden un candado. En las bateas hay mejillones; la compré y la vendí, y el dicho puerto no cerró.';
  const keywords = await keywordsOf('es', text);
  for (const noun of ['ría', 'candado', 'bateas']) assert.ok(keywords.includes(noun), `${noun}: ${keywords}`);
  for (const verb of ['compré', 'vendí', 'dicho']) assert.ok(!keywords.includes(verb), `${verb}: ${keywords}`);
});

test('numbers, and adjectives of a state, are no keywords', async () => {
  for (const [language, text, none] of [
    ['es', 'Las bateas ocupan a seiscientas familias y a quinientas parejas.', /cient|quinient/],
    ['pl', 'Klatka schodowa będzie zamknięta od dziewiątej do piętnastej.', /dziewiątej|piętnastej/],
    ['nl', 'De gemeente plant twintig bomen en twaalf struiken.', /twintig|twaalf/],
    ['ko', '헬기 서른 대가 산불을 껐다. 물을 받아 두시기 바랍니다.', /서른|두시기/],
    ['ru', 'Чай остаётся горячим сутки, а термос холодным.', /горячим/],
    ['pt', 'A garagem continua aberta e o portão fica fechado.', /aberta|fechado/],
    ['fr', 'Faites fondre les poireaux émincés dans le beurre.', /émincés/],
  ] as const)
    for (const keyword of await keywordsOf(language, text)) assert.doesNotMatch(keyword, none, text);
});

test('part of a name or of a fixed pair is no keyword, and no phrase ends before its noun', async () => {
  for (const [language, text, whole, none] of [
    ['pl', 'Żubry z Puszczy Białowieskiej jedzą siano. Siano leży na polach.', 'Puszcza Białowieska', 'Puszcza'],
    ['ru', 'Снежный барс живёт в горах. Снежных барсов осталось мало, горы велики.', 'Снежный барс', 'барс'],
    ['pl', 'Klatka schodowa jest brudna. Farba schnie, klatkę schodową zamknięto.', 'klatka schodowa', 'klatka'],
    [
      'fr',
      'La commune limite les locations de courte durée à Brest.',
      'locations de courte durée',
      'locations de courte',
    ],
  ] as const) {
    const keywords = await keywordsOf(language, text);
    assert.ok(keywords.includes(whole) && !keywords.includes(none), `${keywords}`);
  }
});

test('what a Japanese verb of two kanji names is a noun before a particle', async () => {
  const keywords = await keywordsOf('ja', '公園の草刈りを行います。農家は田植えの遅れを心配し、車で出掛けました。');
  assert.ok(keywords.includes('草刈り') && keywords.includes('田植え'), `${keywords}`);
  assert.ok(!keywords.some((one) => one.startsWith('出掛')), `${keywords}`);
});

test('the nominative of the number that a text has most is shown', async () => {
  const model = modelForText('auto');
  for (const [language, text, shown] of [
    ['ru', 'Пакет гречки купили вчера. Гречку везут с Алтая, гречку хранят в мешках. Эта гречка дорогая.', 'гречка'],
    ['ru', 'О ледниках спорят давно. Ледников мало, ледников всё меньше. Этот ледник тает.', 'ледники'],
    ['ru', 'Без вакцины плохо, с вакциной лучше, о вакцине спорят. Но вакцина есть.', 'вакцина'],
    [
      'pl',
      'W wieżowcach mieszka wielu. Do wieżowca jedzie winda, do wieżowca wchodzi kot. Nasz wieżowiec stoi.',
      'wieżowiec',
    ],
    ['pl', 'O kaucję pytali, kaucję oddano, ale kaucja była mała.', 'kaucja'],
    ['pl', 'Nad parasolem deszcz, pod parasolem pies, a parasol tani.', 'parasol'],
  ] as const) {
    const keywords = extractKeywords(await model(text, language), text).map((keyword) => keyword.text);
    assert.ok(keywords.includes(shown), `${shown}: ${keywords}`);
  }
  assert.ok(fromNominative('ru', 'климатических изменений') > fromNominative('ru', 'климатические изменения'));
  assert.ok(fromNominative('ru', 'музее') > fromNominative('ru', 'музей'));
  assert.equal(lightStem('ru', 'фотоловушек'), lightStem('ru', 'фотоловушки'));
  assert.equal(fromNominative('de', 'Hundes'), 0);
});

test('likelihood gives keywords in a language without a table', async () => {
  const model = modelForText('auto');
  for (const [language, text] of Object.entries({
    sv: 'Regeringen vill höja skatten på bensin och diesel nästa år.',
    vi: 'Chính phủ công bố các biện pháp mới để hỗ trợ nông dân trong mùa mưa bão.',
    tr: 'Hükümet yeni bir ekonomi paketi açıkladı.',
    th: 'รัฐบาลประกาศมาตรการใหม่เพื่อช่วยเหลือเกษตรกร',
    el: 'Η κυβέρνηση ανακοίνωσε νέα μέτρα για τους αγρότες.',
  }))
    assert.ok(extractKeywords(await model(text, language), text, { method: 'likelihood' }).length >= 3, language);
});
