import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractKeywords, modelForText } from '../../packages/core/dist/node.js';

const modelOf = modelForText('auto');

/** Asserts that no keyword of a text matches, and that others do not go with them. */
async function refuses(rows: readonly (readonly [language: string, text: string, none: RegExp, kept: string])[]) {
  for (const [language, text, none, kept] of rows) {
    const found = extractKeywords(await modelOf(text, language), text, { topN: 20 }).map((keyword) => keyword.text);
    for (const keyword of found) assert.doesNotMatch(keyword, none, `${language}: ${found.join(', ')}`);
    assert.ok(found.includes(kept), `no ${kept} in ${found.join(', ')}`);
  }
}

test('a participle without an article is no keyword after a comma, nor where it opens a sentence', () =>
  refuses([
    [
      'fr',
      'Menées à la pause, les joueuses gagnent. L’ailière, blessée à l’épaule, rentre.',
      /menées|blessée/i,
      'épaule',
    ],
    [
      'pt',
      'O parque, orçado em sete milhões, tem um lago. A ponte, fechada pela chuva, reabre.',
      /orçado|fechada/,
      'lago',
    ],
    ['it', 'La ricerca, finanziata dal ministero, prosegue sul vulcano.', /finanziata/, 'vulcano'],
    ['es', 'El filtro, situado en la tapa, gotea. La bomba, averiada desde ayer, suena.', /situado|averiada/, 'filtro'],
    ['fr', 'Arrivée à Lyon : la gare rouvre ses portes.', /rouvre/, 'gare'],
  ]));

test('adjectives after an adverb, and what ends as they alone do, are no keywords', () =>
  refuses([
    ['fr', 'La ligne est probablement coupée. Le technicien répare la ligne.', /coupée/, 'ligne'],
    ['it', 'Gli infrasuoni, inudibili di notte, cambiano. I sensori ascoltano.', /inudibili/, 'infrasuoni'],
    ['es', 'Los datos son inencontrables hoy. El museo guarda los datos.', /inencontrables/, 'museo'],
  ]));

test('adjectives in the plural after a noun are no keywords without it', () =>
  refuses([
    ['es', 'Vamos a votar si ponemos placas solares en la azotea.', /^solares$/, 'placas solares'],
    ['pt', 'A gripe provoca febre, tosse e dores musculares.', /^musculares$/, 'dores musculares'],
    ['it', 'Mancano ancora studi randomizzati sulla dieta.', /^randomizzati$/, 'dieta'],
    ['fr', 'Le marché ouvre avec fruits tropicales et légumes.', /^tropicales$/, 'légumes'],
  ]));

test('gerunds after en, infinitives after what can or must, and Dutch verbs of movement are no keywords', () =>
  refuses([
    ['fr', 'L’équipe gagne en battant Larroque. En attaquant tôt, le coureur gagne.', /battant|attaquant/i, 'coureur'],
    ['es', 'Los coches no podrán circular por la plaza.', /circular/, 'plaza'],
    ['nl', 'Het lampje knippert en de router herstart.', /knippert/, 'lampje'],
    ['nl', 'De minister wandelt, de koning luistert naar het concert.', /wandelt|luistert/, 'concert'],
  ]));

test('Russian and Polish imperatives are no keywords, nouns that end alike are', () =>
  refuses([
    [
      'ru',
      'Свёклу натрите, капусту тонко нашинкуйте. Удалите устройство из списка.',
      /натрите|нашинкуйте|удалите/i,
      'капуста',
    ],
    ['ru', 'Статью нашли на новом сайте института.', /нашли/, 'сайт'],
    ['pl', 'Zagnieć ciasto i zetrzyj buraki.', /zagnieć|zetrzyj/i, 'ciasto'],
  ]));

test('numbers in words are no keywords', () =>
  refuses([
    ['it', 'Ha vinto i duecento metri, poi i cinquecento metri, con la staffetta.', /cento/, 'staffetta'],
    ['fr', 'Une trentaine de musées ferment, la cinquantaine de salles aussi.', /trentaine|cinquantaine/, 'salles'],
    ['ru', 'Музей принял тысячу гостей.', /тысяч/, 'гости'],
    ['nl', 'De vijftiende bezoeker kreeg een taart van de bakker.', /vijftiende/, 'bezoeker'],
    ['pl', 'Muzeum ma tysiąc obrazów i dwudziesty obraz skradziono.', /tysiąc|dwudziesty/, 'obrazy'],
  ]));

test('Japanese sounds before と and what belongs to an amount are no keywords', () =>
  refuses([
    ['ja', '衣がカリッと仕上がる。油を熱し、鶏肉を揚げる。', /カリッ/, '鶏肉'],
    ['ja', '三年以内に臨床試験を始める。', /以内/, '臨床試験'],
    ['ja', '五日前後で工事は完了する。', /前後/, '工事'],
    ['ja', 'ロボットとドローンを使う。', /使/, 'ロボット'],
  ]));

test('Korean verbs and adverbs that tables have whole are no keywords', () =>
  refuses([
    ['ko', '고기를 채 썰고 양념을 골고루 버무린다.', /썰고|골고루/, '양념'],
    ['ko', '회사는 로봇을 앞세워 시장에 나선다.', /앞세워/, '로봇'],
    ['ko', '연구 책임자인 윤서영 교수가 설명했다.', /책임자인/, '책임자'],
    ['ko', '파워 직장인 모임이 열렸다.', /열렸/, '직장인'],
  ]));
