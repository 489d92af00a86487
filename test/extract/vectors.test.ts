import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { nearWords } from '../../packages/core/dist/extract/near-words.js';
import { neutralModel } from '../../packages/core/dist/extract/neutral-model.js';
import { neutralVectors } from '../../packages/core/dist/extract/neutral-vectors.js';
import { floatMatrix } from '../../packages/core/dist/math/matrix.js';
import {
  analyzeKeywords,
  compileTags,
  loadModel,
  loadWordVectors,
  modelForTags,
  modelForText,
  mostProbable,
  mostSimilar,
  openTags,
  suggestTags,
  type TextModel,
  wordIndexOf,
  writeTagIndex,
} from '../../packages/core/dist/node.js';
import { languageOfTags } from '../../packages/core/dist/tags/lists/language-of-tags.js';

/** Of each language a word with one that is near, and tags with a text that means the first and says none. */
const cases: Record<string, { word: string; near: string; tags: string[]; text: string }> = {
  de: {
    word: 'ärztin',
    near: 'facharzt',
    tags: ['Medizin', 'Sport', 'Musik', 'Landwirtschaft', 'Verkehr'],
    text: 'Die Ärzte der Klinik behandeln Patienten mit Asthma. Gegen die Krankheit hilft eine Therapie mit Tabletten.',
  },
  fr: {
    word: 'train',
    near: 'locomotive',
    tags: ['chemin de fer', 'cuisine', 'musique', 'religion', 'médecine'],
    text: 'Le train quitte la gare à huit heures. Les voyageurs attendent sur le quai, et la locomotive tire six wagons.',
  },
  ja: {
    word: '医者',
    near: '医師',
    tags: ['医学', '音楽', 'スポーツ', '農業', '鉄道'],
    text: '病院の医師は患者に薬を出した。治療は三週間続き、看護師が毎日様子を見た。',
  },
  ko: {
    word: '의사',
    near: '환자',
    tags: ['음악', '농업', '의학', '교통', '종교'],
    text: '가수가 새 앨범을 냈다. 콘서트에서 노래를 부르자 관객이 박수를 쳤고, 밴드가 기타를 연주했다.',
  },
  ru: {
    word: 'врач',
    near: 'доктор',
    tags: ['медицина', 'музыка', 'спорт', 'сельское хозяйство', 'религия'],
    text: 'Врачи больницы лечат пациентов. Болезнь требует операции, и хирурги готовят больных к лечению.',
  },
};

for (const [language, { word, near, tags, text }] of Object.entries(cases)) {
  test(`${language}: a word is near another, and a text has the tags and words that it means`, async () => {
    const vectors = await loadWordVectors(language);
    const nearest = mostSimilar(vectors, wordIndexOf(vectors.vocabulary, word), 15).map((one) => one.word);
    assert.ok(nearest.includes(near), `no ${near} in ${nearest.join(', ')}`);

    const model = await loadModel(language);
    const index = compileTags(
      tags.map((label) => ({ id: label, label })),
      model,
    );
    const [first] = suggestTags(index, text);
    assert.equal(first?.label, tags[0]);
    assert.deepEqual(first.forms, []);
    assert.ok(first.evidence.meaning > 0);

    const { absent = [], notice, keywords } = analyzeKeywords(model, text, { absent: 8 });
    assert.equal(absent.length, 8);
    assert.ok(absent[0].score > absent[7].score && absent[7].score > 0);
    for (const { text: word } of absent) assert.ok(!text.toLowerCase().includes(` ${word} `), word);
    assert.doesNotMatch(notice ?? '', /absent/);
    assert.deepEqual(analyzeKeywords(model, text).keywords, keywords);
  });
}

/** Of each language a word, with forms of it and words of other languages that were near. */
const notNear: Readonly<Record<string, readonly string[]>> = {
  de: ['Krieg', 'kriegst', 'kriegt', "war's", 'battle'],
  es: ['guerra', 'guerras', 'war', 'guerrero'],
  fr: ['musique', 'musicale', 'musicaux', 'music'],
  it: ['scuola', "all'istruzione", 'school', 'scuole'],
  nl: ['oorlog', 'battle', 'army', 'oorlogen'],
  pl: ['wojna', 'war', 'wojny', 'wojnie'],
  pt: ['dinheiro', 'money', 'dinheiros'],
  ru: ['музыка', 'music', 'музыку', 'музыки'],
  ko: ['음악', 'music'],
  ja: ['音楽', 'music'],
};

for (const [language, [word, ...others]] of Object.entries(notNear)) {
  test(`${language}: no form of a word and no word of another language is near it`, async () => {
    const vectors = await loadWordVectors(language);
    const asked = wordIndexOf(vectors.vocabulary, word);
    const nearest = mostSimilar(vectors, asked, 20).map((one) => one.word);
    const model = await loadModel(language);
    const probable = mostProbable(model.model, wordIndexOf(model.model.vocabulary, word), 20).map((one) => one.word);
    assert.equal(probable[0], word.toLowerCase());
    for (const other of others) {
      assert.ok(!nearest.includes(other), `${other} in ${nearest.join(', ')}`);
      assert.ok(!probable.includes(other), `${other} in ${probable.join(', ')}`);
    }
  });
}

const table = { words: ['kern', 'energie', 'wasser'], vectors: floatMatrix(Float32Array.of(1, 0, 0, 2, -1, 0), 3, 2) };

test('vectors are read when tags or absent keywords need them, and for nothing else', () => {
  let reads = 0;
  const model = neutralModel('de', `${'\n'.repeat(300)}energie wasser kern`, 'die\nund', undefined, () => {
    reads++;
    return table;
  });
  const text = 'Die Energie und die Energie des Kerns.';
  analyzeKeywords(model, text, { explain: true });
  assert.equal(reads, 0);
  assert.deepEqual(
    analyzeKeywords(model, text, { absent: 3 }).absent?.map((one) => one.text),
    [],
    'nothing else is near',
  );
  compileTags([{ id: 'Wasser', label: 'Wasser' }], model);
  assert.equal(reads, 1);
});

test('without the package of vectors the notice of absent keywords names it', () => {
  const bare = neutralModel('de', '', '');
  const { notice, absent } = analyzeKeywords(bare, 'Die Energie der Sonne.', { absent: 3 });
  assert.match(notice!, /need vectors of German words: install @telltale\/vectors\.$/);
  assert.deepEqual(absent, []);
  const thai = neutralModel('th', '', '');
  assert.match(analyzeKeywords(thai, 'พลังงาน', { absent: 3 }).notice!, /need a model: none are given/);
});

test('a word has the vector of another form, and a compound that of its parts', () => {
  const german = neutralVectors('de', table.words, table.vectors);
  assert.deepEqual([...german('energien')!], [0, 1]);
  assert.deepEqual([...german('kernenergie')!], [1, 1]);
  assert.equal(german('sonnenenergie'), undefined);
  assert.equal(neutralVectors('fr', table.words, table.vectors)('kernenergie'), undefined);
  const folded = neutralVectors('de', ['strasse'], floatMatrix(Float32Array.of(3, 4), 1, 2));
  assert.ok(folded('straße'));
});

test('what can be taken apart in very many ways is looked at once for each of its ends', () => {
  const japanese = neutralVectors('ja', ['ア', 'アア', 'アアア'], floatMatrix(new Float32Array(6).fill(1), 3, 2));
  assert.ok(japanese('ア'.repeat(60)));
  assert.equal(japanese(`イ${'ア'.repeat(59)}`), undefined);
  assert.equal(japanese('ア'.repeat(61)), undefined);
});

test('the table of German words has ß as ss, and knows words with it all the same', async () => {
  const { vocabulary } = (await loadModel('de')).model;
  assert.ok(vocabulary.indexOf('fußball')! < 2000);
  assert.equal(vocabulary.indexOf('straße'), vocabulary.indexOf('strasse'));
  assert.equal(vocabulary.indexOf('ß'), vocabulary.indexOf('ss'));
});

test('the language of a list is that of its labels, of acronyms English', async () => {
  const languageOf = (...labels: string[]) => languageOfTags(labels.map((label) => ({ label })));
  assert.equal(await languageOf('Fußball', 'Musik', 'Wirtschaft', 'Gesundheit', 'Verkehr'), 'de');
  assert.equal(await languageOf('économie', 'santé', 'musique', 'chemin de fer'), 'fr');
  assert.equal(await languageOf('経済', 'スポーツ', '音楽'), 'ja');
  assert.equal(await languageOf('economy', 'health', 'machine learning', 'railway', 'music'), 'en');
  assert.equal(await languageOf('AI', 'R'), 'en');
  assert.equal(await languageOf('Hund', 'Katze', 'Maus'), 'de');
  assert.equal(await languageOf('AI', 'Python', 'Docker', 'Kubernetes'), 'en');
  assert.equal(await languageOf('ภาษา', 'ดนตรี'), 'en');
});

test('a list that is kept in a file finds the model of its language again', async () => {
  const model = await loadModel('ru');
  const path = join(mkdtempSync(join(tmpdir(), 'telltale-')), 'tags.safetensors');
  const { tags, text } = cases.ru;
  const index = compileTags(
    tags.map((label) => ({ id: label, label })),
    model,
  );
  await writeTagIndex(path, index);
  assert.equal(await modelForTags(path, 'auto'), 'ru');
  const opened = await openTags(path, model);
  assert.deepEqual(suggestTags(opened.index, text), suggestTags(index, text));
});

test('the embedded languages have no such vectors, and keywords of the others stay what they were', async () => {
  const auto = modelForText('auto');
  const text = 'Der Mond umkreist die Erde. Der Mond hat keine Atmosphäre.';
  const { model }: TextModel = await auto(text);
  assert.equal(model.estimator, 'vectors');
  assert.ok(
    model
      .gains([[0]], Int32Array.of(1, 2), { lambda: 0.5, logShares: [0, 0], weights: [1, 1] } as never)
      .every((gain) => gain === 0),
  );
  assert.equal((await auto('月亮绕着地球转。')).model.estimator, 'hierarchical-softmax');
});

test('near words are compared with many others, each of which is prepared once', (t) => {
  const words = Array.from({ length: 500 }, (_, i) => `w${i.toString(36)}äld${i % 7}`);
  const spelt = t.mock.method(String.prototype, 'normalize');
  const near = nearWords('de', words)(words);
  assert.ok(words.every((word) => !near.admits(word)));
  assert.ok(spelt.mock.callCount() <= 2 * words.length, String(spelt.mock.callCount()));
  spelt.mock.restore();
  const few = nearWords('de', ['wald', 'wälder', 'kriegsende', 'krieg', 'kriegst', 'baum'])(['wald']);
  assert.deepEqual(['wälder', 'baum', 'krieg', 'haus'].map(few.admits), [false, true, true, false]);
  few.add('krieg');
  assert.deepEqual(['kriegsende', 'kriegst'].map(few.admits), [true, false]);
});

test('words that begin as the one asked for does are not near it for that, compounds of it are', async () => {
  for (const [language, word, near, ...far] of [
    ['de', 'krieg', 'kriegsende', 'kriegst'],
    ['fr', 'guerre', 'armée', 'guerrier'],
    ['nl', 'oorlog', 'wereldoorlog', 'oorlogen'],
    ['ko', '음악', '음악가', '음악이'],
  ] as const) {
    const nearest = await nearestTo(language, word);
    assert.ok(nearest.includes(near), `no ${near} in ${nearest}`);
    for (const one of far) assert.ok(!nearest.includes(one), `${one} in ${nearest}`);
  }
});

test('what is near by chance or by spelling alone is not listed, nor is a vulgar word', async () => {
  for (const [language, ...words] of [
    ['de', 'katze', 'käse', 'hund', 'juden'],
    ['es', 'queso', 'perro'],
    ['it', 'cane', 'gatto'],
    ['ko', '고양이', '강아지'],
    ['pl', 'pies', 'kot'],
    ['ru', 'кошка'],
  ] as const) {
    for (const word of words) assert.deepEqual(await nearestTo(language, word), [], word);
  }
  assert.ok(!(await nearestTo('de', 'mutter')).includes('milf'));
  const near = nearWords('de', ['scheisse', 'milf', 'fleisch'])(['käse']);
  assert.deepEqual(['scheisse', 'milf', 'fleisch'].map(near.admits), [false, false, true]);
});

async function nearestTo(language: string, word: string): Promise<string[]> {
  const vectors = await loadWordVectors(language);
  return mostSimilar(vectors, wordIndexOf(vectors.vocabulary, word), 10).map((one) => one.word);
}
