import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { test } from 'node:test';
import { extractKeywords, inspectModel, loadModel } from '../../packages/core/dist/node.js';
import { isFunctionTag, isStopWord, isWordLike } from '../../packages/core/dist/text/stop-words.js';

const model = await loadModel('zh');

/** The sentences of Su's article, and for each some of the words a person might choose. */
const sentences: [text: string, chosen: string[]][] = [
  ['太阳是一颗恒星', ['太阳', '恒星']],
  [
    '昌平区政府网站显示，明十三陵是世界上保存完整、埋葬皇帝最多的墓葬群，1961年，国务院将十三陵列为第一批全国重点文物保护单位，并将十三陵等处列为风景名胜区。',
    ['明十三陵', '十三陵', '昌平区', '文物保护'],
  ],
  [
    '雄安新区横空出世，吸引了众多外地炒房客前去购房。然而，在当地政府重拳遏制非法炒房、楼市冻结的背景下，那些怀揣买房钱却在雄安新区无处下手的投资需求，被挤出到周边地区。',
    ['购房', '楼市', '买房', '投资'],
  ],
  [
    '如果给一部古装电影设计服装，必须要考虑故事发生在哪个朝代，汉朝为宽衣大袖，清朝则是旗袍马褂。可在京剧舞台上，几乎任何一个历史人物，根据他的性别年龄身份性格等，都有现成的服装规制。',
    ['京剧', '电影', '朝代', '人物', '故事', '历史'],
  ],
];

test('the first keywords of the sentences of the article are ones a person might choose', () => {
  for (const [text, chosen] of sentences) {
    const found = extractKeywords(model, text, { method: 'likelihood', topN: 7 }).map((keyword) => keyword.text);
    assert.ok(found.filter((word) => chosen.includes(word)).length >= 2, `${text}: ${found}`);
  }
});

test('without any filter, function words rank below content words', () => {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  // One sentence alone is chance: function words are near everything, and near nothing in particular.
  const differences = sentences.slice(1).map(([text]) => {
    const ranks = { content: [] as number[], function: [] as number[] };
    for (const [rank, { text: word, partOfSpeech }] of extractKeywords(model, text, {
      method: 'likelihood',
      topN: 1000,
      stopWords: 'none',
    }).entries()) {
      const isFunction = isStopWord(word) || isFunctionTag(partOfSpeech) || !isWordLike(word);
      ranks[isFunction ? 'function' : 'content'].push(rank);
    }
    return mean(ranks.function) - mean(ranks.content);
  });
  assert.ok(mean(differences) > 0, String(differences));
});

test('the model says what it is and stays small', async () => {
  const facts = await inspectModel('zh');
  assert.equal(facts.storage, 'int8');
  assert.ok(statSync(facts.file).size <= 25e6);
  assert.ok((facts.heldOutLogProbability as number) < 0);
  assert.match(String(facts.licence), /CC-BY-SA/);
});
