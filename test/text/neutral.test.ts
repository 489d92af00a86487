import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { modelForText } from '../../packages/core/dist/node.js';
import { tabledLanguages } from '../../packages/core/dist/text/language.js';
import { calendarNames } from '../../packages/core/dist/text/neutral/calendar.js';
import { withNameForms } from '../../packages/core/dist/text/neutral/name-forms.js';
import { neutralTokenizer } from '../../packages/core/dist/text/neutral/neutral-tokenizer.js';
import { nominativeOf } from '../../packages/core/dist/text/neutral/nominative.js';
import { lightStem } from '../../packages/core/dist/text/neutral/stem.js';
import { wordClassesOf } from '../../packages/core/dist/text/neutral/word-classes.js';
import { wordFormsOf } from '../../packages/core/dist/text/neutral/word-forms.js';
import { root } from '../support.js';

const cut = (language: string, text: string, known: readonly string[] = []) =>
  neutralTokenizer(language, (word) => known.includes(word)).tokenize(text);
const words = (...given: Parameters<typeof cut>) => cut(...given).map(({ word }) => word);

test('Dutch verbs are told by their place from nouns that are spelt alike', async () => {
  const { tokenizer } = await modelForText('auto')('het', 'nl');
  const isNoun = (text: string, asked: string) =>
    tokenizer.tokenize(text).some(({ word, partOfSpeech }) => word === asked && partOfSpeech === undefined);
  for (const [verb, noun] of [
    ['De brandweer sloot de straat af.', 'De sloot is diep en de sloot'],
    ['Toch raad ik hem aan.', 'De raad keurt het plan goed.'],
    ['Koop melk en brood.', 'De koop gaat door.'],
    ["Geef 's ochtends water.", ''],
    ['Als het regent, blijf dan thuis.', 'De regent van het tehuis.'],
    ['Strooi koffiedik rond de planten.', ''],
    ['De trainer prees de jeugd.', ''],
  ]) {
    const asked = /sloot|raad|koop|geef|regent|strooi|prees/i.exec(verb)![0].toLowerCase();
    assert.ok(!isNoun(verb, asked), verb);
    if (noun.toLowerCase().includes(asked)) assert.ok(isNoun(noun, asked), noun);
  }
});

test('elided articles are parted, and what ties two words is marked', () => {
  assert.deepEqual(words('fr', "l’accident d'avion qu'on"), ['l’', 'accident', "d'", 'avion', "qu'", 'on']);
  assert.deepEqual(words('it', "dell'acqua"), ["dell'", 'acqua']);
  const tags = cut('fr', 'chef de la police, la ville').map(({ partOfSpeech }) => partOfSpeech ?? '');
  assert.deepEqual(tags, ['', 'ADP:link', 'ADP:link', '', '', '', '']);
});

test('particles and endings of verbs are parted from Korean nouns, not from words that end alike', () => {
  assert.deepEqual(words('ko', '정부는 예산안을 발표했다', ['정부', '발표']), [
    '정부',
    '는',
    '예산안',
    '을',
    '발표',
    '했다',
  ]);
  assert.deepEqual(words('ko', '회의 효과', ['회의', '효과']), ['회의', '효과']);
});

test('a noun that does is kept before the endings of what can, must and may be done', () => {
  const nouns = (text: string) =>
    cut('ko', text, ['사용', '지정', '설정', '지원', '잠수함']).flatMap(({ word, partOfSpeech }) =>
      partOfSpeech ? [] : [word],
    );
  assert.deepEqual(nouns('사용할 수 있다'), ['사용', '수']);
  assert.deepEqual(nouns('지정되지 않았습니다'), ['지정']);
  assert.deepEqual(nouns('설정하십시오'), ['설정']);
  assert.deepEqual(nouns('지원됨'), ['지원']);
  assert.deepEqual(nouns('잠수함'), ['잠수함']);
});

test('forms of Korean verbs are no nouns, though a table of words has them', () => {
  const isOther = (word: string) => cut('ko', word, [word, '냄비']).every(({ partOfSpeech }) => partOfSpeech === 'X');
  for (const word of ['넣고', '끓이면', '끓이려면', '앉은', '있었다']) assert.ok(isOther(word), word);
  for (const word of ['값', '창고', '냄비']) assert.ok(!isOther(word), word);
  assert.deepEqual(words('ko', '연구자에게는', ['연구자']), ['연구자', '에게는']);
});

const korean = new Set(
  gunzipSync(readFileSync(join(root, 'packages/languages/frequencies/ko.txt.gz')))
    .toString()
    .split(/\s+/),
);
const koreanTags = (text: string) =>
  neutralTokenizer('ko', (word) => korean.has(word))
    .tokenize(text)
    .map(({ word, partOfSpeech }) => (partOfSpeech === 'X' ? `(${word})` : word))
    .join(' ');

test('Korean particles of every kind are parted from nouns', () => {
  for (const [text, expected] of [
    ['주민은 버스는 노선이 요금이', '주민 (은) 버스 (는) 노선 (이) 요금 (이)'],
    ['자막을 렌즈를 독자에게 부산에서', '자막 (을) 렌즈 (를) 독자 (에게) 부산 (에서)'],
    ['지상으로 광안리까지 봄부터 염전의 노인도', '지상 (으로) 광안리 (까지) 봄 (부터) 염전 (의) 노인 (도)'],
    ['탐조객만 식당과 선수와 혼례라고', '탐조객 (만) 식당 (과) 선수 (와) 혼례 (라고)'],
    [
      '스티로폼만큼 선수들은 독자들에게 이십분쯤 학생께서',
      '스티로폼 (만큼) 선수 (들은) 독자 (들에게) 이십분 (쯤) 학생 (께서)',
    ],
  ])
    assert.equal(koreanTags(text), expected);
});

test('inflected Korean verbs and adjectives are no nouns', () => {
  for (const text of [
    '오가며 나타나며 떠나며 끝나면 커지면 이어지면',
    '빼앗긴다며 적다며 없으니 들어가지 옮기지 부서지지',
    '바꾸어 만들어 사들여 세워 커져 심어 번갈아',
    '만든 나온 옮긴 가까운 알려진 즐거운',
    '내주고 퍼지자 생기기 다녀야 뭉근히 볶다가',
    '했다 밝혔다 있는 어렵지 싱거우면',
  ]) {
    for (const word of text.split(' ')) assert.equal(koreanTags(word), `(${word})`);
  }
});

test('forms of Korean verbs are no nouns, though tables have some of them whole', () => {
  for (const word of '떠내려온 들어간다고 살펴야 넘겨서 가벼워 끼우면 걸으면 보여요 보셔야 좁히므로 거두어들일 꼬인다는 늘리기로 더듬어 맺어진 버거운'.split(
    ' ',
  ))
    assert.equal(koreanTags(word), `(${word})`);
  assert.equal(koreanTags('아물지 않는다'), '(아물지) (않는다)');
  assert.equal(koreanTags('직무인지'), '직무 (인지)');
  for (const word of '필요 동요 수요 여진 타운 부서 경찰서 계약서 카탈로그 소비자 플라워 가지'.split(' '))
    assert.equal(koreanTags(word), word);
});

test('spoken Korean: endings of verbs, and what is said after nouns', () => {
  for (const word of '보이죠 보낼 시킬 어릴 완전히 막고 숨어 죽는대 들어오고요 들어봐요'.split(' '))
    assert.equal(koreanTags(word), `(${word})`);
  assert.equal(koreanTags('이벤트예요 학생인데 사람이야'), '이벤트 (예요) 학생 (인데) 사람 (이야)');
  assert.equal(koreanTags('가입하라고 완성되면 시작됐던'), '가입 (하라고) 완성 (되면) 시작 (됐던)');
  assert.equal(koreanTags('친구랑 동생이랑 엄마나'), '친구 (랑) 동생 (이랑) 엄마 (나)');
  for (const word of '사실 비결 화장실 세월 구월 우크라이나 카타리나 석고 취리히 사하라'.split(' '))
    assert.equal(koreanTags(word), word);
});

test('Korean nouns that look like verbs stay whole', () => {
  for (const word of '지원 피해 보고서 참가자 컵라면 사진 겨울 참여 러시아 창고 바다 거리 먹이 사투리 조류학자 호랑이 여기'.split(
    ' ',
  ))
    assert.equal(koreanTags(word), word);
});

test('particles and verbs of Japanese are in no phrase', () => {
  const tags = cut('ja', '台風が接近する').map(({ word, partOfSpeech }) => [word, partOfSpeech ?? '']);
  assert.deepEqual(tags.slice(0, 3), [
    ['台風', ''],
    ['が', 'X'],
    ['接近', ''],
  ]);
});

test('Japanese amounts are in no phrase, names with a number in them are', () => {
  const nounsOf = (text: string) =>
    cut('ja', text)
      .filter(({ partOfSpeech }) => partOfSpeech === undefined)
      .map(({ word }) => word)
      .join(' ');
  assert.equal(nounsOf('費用は十二億円で三十分かかる'), '費用');
  assert.equal(nounsOf('百四十球を投げ、三年と二日、八リットル'), '、 、');
  assert.equal(nounsOf('八戸と千代、七味、二塁打、六本木'), '八戸 千代 、 七味 、 二塁打 、 六本木');
});

test('in a text that shouts, verbs are known as in small letters', () => {
  const others = cut('es', 'LOS CARRILES SE ABRIRÁN EN VERANO', []).filter(
    ({ partOfSpeech }) => partOfSpeech === 'AUX',
  );
  assert.deepEqual(
    others.map(({ word }) => word),
    ['abrirán'],
  );
});

test('German nouns may have their capital inside', () => {
  const tags = cut('de', 'das iPhone kostet, der proBNP-Wert steigt').filter(
    ({ partOfSpeech }) => partOfSpeech === undefined,
  );
  assert.deepEqual(
    tags.map(({ word }) => word).filter((word) => /\p{L}/u.test(word)),
    ['iphone', 'probnp', 'wert'],
  );
});

test('a verb with a pronoun glued to it is in no phrase, unless a table has the word', () => {
  const others = (language: string, text: string, known: readonly string[] = []) =>
    cut(language, text, known)
      .filter(({ partOfSpeech }) => partOfSpeech === 'AUX')
      .map(({ word }) => word)
      .join(' ');
  assert.equal(others('it', 'Asciugatele bene, mettendolo via'), 'asciugatele mettendolo');
  assert.equal(others('es', 'tuéstala y sírvelas, con escándalo', ['escándalo']), 'tuéstala sírvelas');
});

test('forms of a word have one stem, and words with few letters before an ending none in common', () => {
  const stems = (language: string, words: string) => new Set(words.split(' ').map((word) => lightStem(language, word)));
  for (const forms of ['музей музея музею музеем музеи музеев', 'случай случая случаи', 'герой героя героев'])
    assert.equal(stems('ru', forms).size, 1, forms);
  assert.equal(stems('nl', 'polen pols').size, 2);
  assert.equal(stems('nl', 'dag dagen').size, 1);
});

test('the longest ending of a word tells its class, and a word without one is a noun', () => {
  const classOf = wordClassesOf('mare\nale ^bella\nare ndo');
  const classes = ['cantare', 'mare', 'finale', 'bella', 'ribella', 'casa', 'ndo'].map(classOf);
  assert.deepEqual(classes, ['other', 'noun', 'adjective', 'adjective', 'noun', 'noun', 'other']);
});

test('tables of endings tell verbs and adjectives from nouns, also from those that verbs are spelt like', () => {
  for (const [language, expected, list] of [
    ['fr', 'other', 'présumer hésiter patrouillent épluchez domine détectait explique propose'],
    ['fr', 'adjective', 'impayées étouffante accompagnées utilisés'],
    ['fr', 'noun', 'terre pommes route téléphone attaque salariés élus employée juridique belges grenouille'],
    ['nl', 'other', 'vervangen begon weigerde'],
    ['nl', 'adjective', 'erfde veroordeeld'],
    ['pt', 'other', 'acompanha confunde aplica realiza'],
    ['pt', 'noun', 'casa volta ajuda parlamento aumento deputada empregados chegada partida'],
    ['pl', 'other', 'odpisywać żądać oszczędnie wkładano'],
    ['pl', 'adjective', 'turystyczny laurowy senny najtańszego unijna'],
    ['pl', 'noun', 'udział mecz kraj spokój sklep'],
    ['nl', 'adjective', 'vlekkeloze geprocedeerd groener jeukende'],
    ['nl', 'noun', 'tijger afgevaardigde verhuurder'],
    ['es', 'adjective', 'planificadas'],
    ['it', 'other', 'lasciatele disperdono'],
  ]) {
    const table = gunzipSync(readFileSync(join(root, `packages/languages/word-classes/${language}.txt.gz`)));
    const classOf = wordClassesOf(table.toString());
    // What may be a noun or an adjective is a noun but beside another one.
    const found = (word: string) => classOf(word).replace('either', 'noun');
    for (const word of list.split(' ')) assert.equal(found(word), expected, `${language}: ${word}`);
  }
});

test('Russian and Polish phrases are put in the nominative as a whole', () => {
  for (const [language, before, phrase, expected] of [
    ['ru', undefined, 'экономического роста', 'экономический рост'],
    ['ru', undefined, 'росте цен', 'рост цен'],
    ['ru', 'об', 'климатических изменениях', 'климатические изменения'],
    ['ru', undefined, 'роботом - пылесосом', 'робот - пылесос'],
    ['ru', 'решение', 'суда', 'суд'],
    ['ru', 'в', 'экономику', 'экономика'],
    ['ru', undefined, 'опавшие листья', 'опавшие листья'],
    ['pl', 'z', 'puszczy białowieskiej', 'puszcza białowieska'],
    ['pl', 'ze', 'stadionem narodowym', 'stadion narodowy'],
    ['pl', 'o', 'grypie', 'grypa'],
    ['pl', undefined, 'archeolodzy', 'archeolodzy'],
    ['ru', undefined, 'мкндрст', undefined],
    ['ru', 'о', 'тёрке', 'тёрка'],
    ['ru', 'с', 'большим театром', 'большой театр'],
    ['ru', 'к', 'больших реках', 'большие реки'],
    ['ru', 'директор', 'марина ефимова', 'марина ефимова'],
    ['ru', 'мнение', 'романа симонова', 'роман симонов'],
    ['ru', 'музей', 'петра петрова - водкина', 'пётр петров - водкин'],
    ['ru', 'из', 'ростова - на - дону', 'ростов - на - дону'],
    ['ru', 'к', 'ханты - мансийску', 'ханты - мансийск'],
    ['ru', 'реки', 'светлой', 'светлая'],
    ['ru', 'улице', 'ленина', undefined],
    ['pl', 'w', 'bielsku - białej', 'bielsko - biała'],
    ['pl', 'z', 'marią skłodowską - curie', 'maria skłodowska - curie'],
    ['pl', undefined, 'annie nowakowskiej - maj', 'anna nowakowska - maj'],
    ['pl', 'z', 'agnieszką wilczyńską', 'agnieszka wilczyńska'],
    ['pl', 'ulicy', 'partyzantów', undefined],
  ] as const) {
    const table = gunzipSync(readFileSync(join(root, `packages/languages/nominatives/${language}.txt.gz`)));
    const formsOf = withNameForms(language, wordFormsOf(table.toString()));
    const found = nominativeOf(language, formsOf, phrase.split(' '), before);
    assert.equal(found?.join(' '), expected, phrase);
  }
});

test('a browser asks for the tables that there are', () => {
  for (const [folder, languages] of Object.entries(tabledLanguages)) {
    const files = readdirSync(join(root, 'packages/languages', folder)).filter((file) => file.endsWith('.gz'));
    assert.deepEqual(files.sort(), languages.map((language) => `${language}.txt.gz`).sort(), folder);
  }
});

test('verbs are in no phrase, adjectives are no keywords alone, and capitals within a sentence are names', () => {
  const tags = (text: string) =>
    neutralTokenizer('it', () => false, wordClassesOf('\nale\nare'))
      .tokenize(text)
      .map(({ partOfSpeech }) => partOfSpeech ?? '');
  assert.deepEqual(tags('Cantare finale Cantare'), ['AUX', 'ADJ:part', '']);
});

test('offsets are those of the text', () => {
  const text = "L’été de l'Île";
  for (const { start, end, word } of cut('fr', text)) assert.equal(text.slice(start, end).toLowerCase(), word);
});

test('a language whose days and months are not known has none, and not those of the machine', () => {
  assert.equal(calendarNames('tlh').size, 0);
  assert.equal(calendarNames('fr').get('mars'), true);
  assert.equal(calendarNames('de').get('mai'), false);
  for (const language of ['ru', 'pl', 'uk', 'cs']) assert.ok(calendarNames(language).size > 19, language);
});
