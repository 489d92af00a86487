import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSafetensors, writeSafetensors } from '../../packages/core/dist/formats/bytes/safetensors.js';
import {
  compileTags,
  decodeTagIndex,
  encodeTagIndex,
  extractKeywords,
  learnTags,
  loadModel,
  type SuggestOptions,
  suggestTags,
  type Tag,
  type TagIndex,
} from '../../packages/core/dist/node.js';
import { WordVectors } from '../../packages/core/dist/tags/word-vectors.js';

const en = await loadModel('en');
const zh = await loadModel('zh');
const tagsOf = (...labels: string[]): Tag[] => labels.map((label) => ({ id: label, label }));
const labelsOf = (index: TagIndex, text: string, options: SuggestOptions = {}) =>
  suggestTags(index, text, options).map(({ label }) => label);

/** Made of words of a topic each, so that what is learned is known. */
const topics: Record<string, string> = {
  gardening: 'soil seeds roses compost pruning hedge flowers spade lawn bulbs',
  sailing: 'mast hull anchor harbour crew keel rigging deck voyage tide',
  cooking: 'oven butter flour onions sauce recipe garlic boil pepper dough',
};
const examples = Array.from({ length: 90 }, (_, i) => {
  const [tag, words] = Object.entries(topics)[i % 3];
  const all = words.split(' ');
  return { text: `We saw ${all[i % 7]}, ${all[(i * 3) % 10]} and ${all[(i * 7 + 1) % 10]} on day ${i}.`, tags: [tag] };
});

test('a text of few words has no tag that is only the nearest of the list', () => {
  const blog = compileTags(tagsOf('gardening', 'sailing', 'cooking', 'astronomy'), en);
  const unrelated = [
    'The castle burned down.',
    'My cat is asleep.',
    'Interest rates rose again.',
    'He lost his keys.',
    'The meeting is on Monday.',
    'Please call me back.',
    'The minister resigned.',
    'She scored two goals.',
  ];
  for (const text of unrelated) assert.deepEqual(labelsOf(blog, text), [], text);
  for (const [text, tag] of [
    ['The boat left the harbour.', 'sailing'],
    ['A new mast for the old boat.', 'sailing'],
    ['Sun, moon and stars.', 'astronomy'],
    ['Boil the pasta for ten minutes.', 'cooking'],
  ]) {
    assert.deepEqual(labelsOf(blog, text), [tag], text);
  }
  const topicsInChinese = compileTags(tagsOf('园艺', '航海', '烹饪', '天文'), zh);
  for (const text of ['城堡烧毁了。', '请给我回电话。', '会议在星期一。', '他丢了钥匙。']) {
    assert.deepEqual(labelsOf(topicsInChinese, text), [], text);
  }
  assert.deepEqual(labelsOf(topicsInChinese, '望远镜里的彗星和木星。'), ['天文']);
  // Who sets a score of one's own decides alone.
  assert.deepEqual(labelsOf(blog, unrelated[0], { minScore: 0.5 }), ['cooking']);
  // What was learned speaks for a tag besides.
  learnTags(blog, [{ text: 'The castle of the old town burned down last night.', tags: ['cooking'] }]);
  assert.deepEqual(labelsOf(blog, unrelated[0]), ['cooking']);
});

test('a longer text has no tag that is only the nearest of the list, either', () => {
  const blog = compileTags(tagsOf('gardening', 'sailing', 'cooking', 'astronomy', 'music'), en);
  for (const text of [
    'The old castle on the hill burned down last night after a fire broke out in the attic. Firefighters from three towns worked until dawn, but the roof and both towers collapsed. Nobody was hurt. The owner said that the paintings had been taken to a museum in spring.',
    'The minister of finance resigned on Friday after the court had asked for his bank statements. His party wants to name a new minister within a week, and the opposition demands an election.',
    'Interest rates rose again, and families who want to buy a house must pay more to the bank. The government plans a tax relief for those who buy for the first time, but economists warn of higher prices.',
    'The patient came to the hospital with fever and pain in the chest. The doctor took a sample of blood and found an infection, which was treated with antibiotics for ten days.',
    'The club signed a young defender from Brazil. He scored twice in his first match, and the coach praised the way he reads the game. The contract runs for four years.',
  ])
    assert.deepEqual(labelsOf(blog, text), [], text);
  const own =
    'From the roof we watched Jupiter and its moons through the telescope. Later a comet rose above the planet, and the night was so dark that we saw the galaxy in which our sun is one of many stars.';
  assert.equal(labelsOf(blog, own)[0], 'astronomy');
});

test('the longer the list, the nearer a tag must be that nothing else speaks for', () => {
  const few = ['war', 'cooking', 'pets', 'cars', 'music'];
  const others =
    'travel food health sports film books politics economy business technology science education environment weather fashion beauty ' +
    'family parenting gardening jobs law crime religion history art photography games finance insurance shopping energy space';
  const text = 'Thoughts about the feathers';
  assert.deepEqual(labelsOf(compileTags(tagsOf(...few), en), text), ['pets']);
  const many = compileTags(tagsOf(...few, ...others.split(' ')), en);
  assert.deepEqual(labelsOf(many, text), []);
  assert.equal(labelsOf(many, 'cheap flights Lisbon')[0], 'travel');
});

test('a tag that the text does not say is found by its meaning', () => {
  const index = compileTags(tagsOf('astronomy', 'football', 'medicine', 'economics', 'music'), en);
  const text = 'The telescope showed a comet near Jupiter, and stars beyond the planet.';
  const [first] = suggestTags(index, text);
  assert.equal(first.label, 'astronomy');
  assert.ok(first.evidence.meaning > 0);
  assert.deepEqual([first.evidence.mention, first.evidence.learned, first.forms.length], [0, 0, 0]);
  const chinese = compileTags(tagsOf('天文学', '体育', '医学', '经济', '音乐'), zh);
  assert.equal(labelsOf(chinese, '望远镜看到了木星附近的彗星和恒星。')[0], '天文学');
});

test('function words, single letters and units have no meaning as tags, whatever the text says', () => {
  const cases: [typeof en, string[], string[], string][] = [
    [
      en,
      ['US', 'IT', 'CAN', 'WHO', 'OR', 'AND', 'NOT'],
      ['economy', 'astronomy', 'cooking'],
      'They told us who can do it or not, and gave us what it is that we can take with us.',
    ],
    [
      en,
      ['it', 'us', 'can', 'who', 'would'],
      ['economy', 'astronomy', 'cooking'],
      'Vaccines against malaria are given to children; who would not want that for us?',
    ],
    [
      en,
      ['A', 'C', 'V', 'x', 'kg', 'km', 'GHz', 'MB', 'ml'],
      ['cooking', 'travel'],
      'The car has 40 kg more, 3 m and 200 km of range, and runs at 2 GHz. Vitamins b and c are in it.',
    ],
    [
      zh,
      ['会', '能', '的', '我们', '没有', 'kg', '公里', '毫升'],
      ['法律', '音乐'],
      '我们开会讨论能不能去，他说没有会来的。跑了十公里，重了两kg。',
    ],
  ];
  for (const [model, without, others, text] of cases) {
    const index = compileTags(tagsOf(...without, ...others), model);
    const found = suggestTags(index, text, { minScore: -100, topN: 20 });
    const meant = found.filter(({ evidence }) => evidence.meaning !== 0).map(({ label }) => label);
    assert.deepEqual(
      meant.filter((label) => without.includes(label)),
      [],
    );
    assert.ok(meant.length > 0, 'the others have a meaning');
    assert.deepEqual(
      labelsOf(index, text, { evidence: ['meaning'] }).filter((label) => without.includes(label)),
      [],
    );
  }
});

test('words beside a function word keep their meaning, and characters that are words have one', () => {
  const labels = ['US economy', 'vitamin C', 'Guess Who', 'theory of mind', 'value', '茶', '癌', '酒', '诗', '鱼'];
  for (const label of labels) {
    const model = /\p{Script=Han}/u.test(label) ? zh : en;
    const { meaning } = compileTags(tagsOf(label), model);
    assert.ok(
      meaning.vectors.some((value) => value !== 0),
      label,
    );
  }
  // What is missing of a label is missing, function word or not.
  const index = compileTags(tagsOf('Guess Who', 'sailing', 'cooking'), en);
  const [whole] = suggestTags(index, 'We guess.', { minScore: -100 }).filter(({ label }) => label === 'Guess Who');
  const [first] = suggestTags(compileTags(tagsOf('guess', 'sailing', 'cooking'), en), 'Guessing is all.', {
    minScore: -100,
  });
  assert.ok(whole.evidence.meaning < first.evidence.meaning);
});

test('tags without a vector do not make the others seem near', () => {
  const text = 'Vaccines against malaria are given to children in Africa.';
  const nearest = (...without: string[]) => {
    const index = compileTags(tagsOf('sailing', 'cooking', 'medicine', ...without), en);
    return suggestTags(index, text, { minScore: -100 }).map(({ label, score }) => [label, score.toFixed(6)]);
  };
  assert.deepEqual(nearest('zzqx', 'qqzv', 'xxwv', 'vvkq', 'kkzz'), nearest());
});

test('a text has the tags of the list at hand, whichever list was asked before', async () => {
  const labels = Object.keys(topics);
  const learnedOf = (model: typeof en, list: string[], texts: typeof examples) => {
    const index = compileTags(tagsOf(...list), model);
    learnTags(index, texts);
    return index;
  };
  const other = (model: typeof en) =>
    learnedOf(model, ['astronomy', ...labels.toReversed(), 'music'], examples.toReversed());
  const text = 'Butter the dish, chop the garlic, knead the dough, boil the sauce. Cooking is music.';
  const suggest = (index: TagIndex) => suggestTags(index, text, { topN: 9, minScore: -99 });
  // A model of its own keeps no word of another list.
  const alone = suggest(other(await loadModel('en')));
  const lists = [learnedOf(en, labels, examples), other(en)];
  const [first, second] = lists.map(suggest);
  assert.deepEqual(second, alone);
  assert.notDeepEqual(first, second);
  assert.deepEqual(suggest(lists[0]), first);
});

test('evidence can be switched off', () => {
  const index = compileTags(tagsOf('astronomy', 'football'), en);
  const text = 'The telescope showed a comet near Jupiter.';
  assert.deepEqual(labelsOf(index, text, { evidence: ['mention'] }), []);
  assert.deepEqual(labelsOf(index, text, { evidence: ['learned'] }), []);
});

test('a tag that is not said needs something that speaks for it, unless another limit is given', () => {
  const index = compileTags(
    tagsOf('astronomy', 'football', 'cooking', 'law', 'travel', 'sailing', 'weather', 'photography'),
    en,
  );
  const text = 'The telescope showed a comet near Jupiter; law was not asked.';
  const all = suggestTags(index, text, { minScore: -100, topN: 20 });
  const low = all.filter(({ score, forms }) => forms.length === 0 && score < 0.5).map(({ label }) => label);
  assert.ok(low.length > 0);
  const found = labelsOf(index, text);
  assert.deepEqual(
    found,
    all.map(({ label }) => label).filter((label) => !low.includes(label)),
  );
  assert.ok(found.includes('astronomy') && found.includes('law'));
});

test('nothing is found in a text without words', () => {
  const index = compileTags(tagsOf('astronomy', 'football'), en);
  for (const text of ['…', '\ud800', '12 34']) assert.deepEqual(labelsOf(index, text), []);
});

test('an empty text is refused, as it is where keywords are asked for', () => {
  const index = compileTags(tagsOf('astronomy', 'football'), en);
  for (const text of ['', '  \n']) {
    assert.throws(() => suggestTags(index, text), { code: 'INVALID_TEXT' });
    assert.throws(() => extractKeywords(en, text), { code: 'INVALID_TEXT' });
  }
});

test('the parts of a score sum up to it', () => {
  const index = compileTags(tagsOf(...Object.keys(topics), 'chess'), en);
  learnTags(index, examples);
  for (const { score, evidence } of suggestTags(index, 'Sailing needs a crew, a mast and an anchor.')) {
    assert.ok(Math.abs(score - evidence.mention - evidence.meaning - evidence.learned) < 1e-9);
  }
});

test('what is learned decides where words mean nothing by themselves', () => {
  const index = compileTags(tagsOf('alpha', 'beta', 'gamma'), en);
  const names = new Map(Object.keys(topics).map((topic, i) => [topic, ['alpha', 'beta', 'gamma'][i]]));
  learnTags(
    index,
    examples.map(({ text, tags }) => ({ text, tags: [names.get(tags[0])!] })),
  );
  const [first] = suggestTags(index, 'Garlic, onions and butter.', { explain: true });
  assert.equal(first.label, 'gamma');
  const learned = first.words!.filter(({ evidence }) => evidence === 'learned').map(({ word }) => word);
  assert.deepEqual(learned.sort(), ['butter', 'garlic', 'onions']);
});

test('learning can go on, and comes to the counts of learning at once', () => {
  const atOnce = compileTags(tagsOf(...Object.keys(topics)), en);
  const inTwo = compileTags(tagsOf(...Object.keys(topics)), en);
  learnTags(atOnce, examples);
  learnTags(inTwo, examples.slice(0, 30));
  learnTags(inTwo, examples.slice(30));
  assert.equal(inTwo.learned!.texts, 90);
  assert.deepEqual(inTwo.learned!.uses, atOnce.learned!.uses);
  assert.deepEqual(inTwo.learned!.words.all(), atOnce.learned!.words.all());
  assert.deepEqual(inTwo.learned!.documentFrequencies, atOnce.learned!.documentFrequencies);
  const [a, b] = [inTwo.learned!.masses, atOnce.learned!.masses];
  assert.deepEqual(a.columns, b.columns);
  a.values.forEach((value, i) => {
    assert.ok(Math.abs(value - b.values[i]) < 1e-4);
  });
});

test('tags that are not in the list and texts without tags are counted', () => {
  const index = compileTags(tagsOf('gardening'), en);
  const report = learnTags(index, [
    { text: 'Roses.', tags: ['gardening', 'chess'] },
    { text: 'Knights.', tags: ['chess', 'go'] },
  ]);
  assert.deepEqual(report, { texts: 1, untagged: 1, wordless: 0, unknownTags: { count: 3, first: ['chess', 'go'] } });
});

test('texts without tags tell how usual it is to say a tag', () => {
  const texts = ['A boat.', 'A boat and a mast.', 'The boat again.', 'No boat here.'].map((text) => ({
    text,
    tags: [],
  }));
  const index = compileTags(tagsOf('boat', 'mast'), en);
  const evidence = ['mention'] as const;
  const scoresOf = () => {
    const found = suggestTags(index, 'The mast of a boat.', { evidence });
    return Object.fromEntries(found.map(({ label, score }) => [label, score]));
  };
  const before = scoresOf();
  assert.deepEqual(learnTags(index, texts), {
    texts: 0,
    untagged: 4,
    wordless: 0,
    unknownTags: { count: 0, first: [] },
  });
  assert.equal(index.learned, undefined);
  assert.equal(index.said!.texts, 4);
  assert.deepEqual(Array.from(index.said!.counts), [4, 1]);
  const after = scoresOf();
  // What all texts say tells less.
  assert.ok(after.boat < before.boat);
  assert.ok(after.mast - before.mast > after.boat - before.boat);
  learnTags(index, texts.slice(0, 2));
  assert.equal(index.said!.texts, 6);
  assert.deepEqual(Array.from(index.said!.counts), [6, 2]);
  const file = new Uint8Array(Buffer.concat(encodeTagIndex(index)));
  assert.deepEqual(decodeTagIndex(file, en).said, index.said);
});

test('a file of earlier features is read, and those it lacks say nothing', () => {
  const index = compileTags(tagsOf('boat', 'mast'), en);
  learnTags(index, [{ text: 'A boat.', tags: ['boat'] }]);
  const former = ['said', 'logCount', 'rarity', 'opening', 'beginning', 'late', 'nested', 'phrase'].concat([
    'closeness',
    'cover',
    'wholeCover',
    'likeness',
    'use',
    'unused',
  ]);
  const { metadata, tensors } = readSafetensors(new Uint8Array(Buffer.concat(encodeTagIndex(index))));
  const kept = Object.fromEntries([...tensors].filter(([name]) => name !== 'spread'));
  const named = { ...Object.fromEntries(metadata), features: former.join(' ') };
  const weights = JSON.stringify({ values: former.map((_, i) => i + 1), texts: 0 });
  const file = writeSafetensors({ ...named, weights }, kept);
  const read = decodeTagIndex(new Uint8Array(Buffer.concat(file)), en);
  const sum = Float64Array.from({ length: read.meaning.dim }, (_, d) => d);
  assert.deepEqual(new WordVectors(en.model, read.meaning).level(sum.slice()), sum);
  const { values } = read.weights;
  assert.deepEqual(Array.from(values), [1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 9, 0, 10, 11, 12, 13, -14]);
  const unknown = writeSafetensors({ ...named, features: 'said colour', weights }, kept);
  assert.throws(() => decodeTagIndex(new Uint8Array(Buffer.concat(unknown)), en), /weights are of other features/);
});

test('what the title says counts more, and is told from the text', () => {
  const index = compileTags(tagsOf('boat', 'mast'), en);
  const text = 'The boat was old. The mast too.';
  const scoreIn = (titleLength?: number) =>
    suggestTags(index, text, { evidence: ['mention'] }, titleLength).map(({ label, score }) => [label, score] as const);
  const [plain, titled] = [new Map(scoreIn()), new Map(scoreIn(17))];
  assert.ok(titled.get('boat')! > plain.get('boat')! + 0.2);
  assert.equal(titled.get('mast'), plain.get('mast'));
});

test('a text without words is not learned from', () => {
  const index = compileTags(tagsOf('gardening', 'sailing'), en);
  for (const text of ['', ' \n', '12 34 …']) {
    assert.equal(learnTags(index, [{ text, tags: ['gardening'] }]).wordless, 1);
    assert.equal(index.learned, undefined);
  }
  const { texts, wordless } = learnTags(index, [{ text: '', tags: ['sailing'] }, examples[0]]);
  assert.deepEqual([texts, wordless, index.learned!.texts], [1, 1, 1]);
  assert.deepEqual(Array.from(index.learned!.uses), [
    examples[0].tags[0] === 'gardening' ? 1 : 0,
    examples[0].tags[0] === 'sailing' ? 1 : 0,
  ]);
});

test('nothing was learned of a tag that no text had', () => {
  const index = compileTags(tagsOf(...Object.keys(topics), 'astronomy'), en);
  learnTags(index, examples);
  const found = suggestTags(index, 'The telescope showed a comet near the mast, in astronomy.', { topN: 9 });
  assert.equal(found.find(({ label }) => label === 'astronomy')!.evidence.learned, 0);
  assert.notEqual(found.find(({ label }) => label === 'sailing')!.evidence.learned, 0);
});

test('probabilities are there when enough was learned, and rise with the score', () => {
  const index = compileTags(tagsOf(...Object.keys(topics), 'chess', 'history'), en);
  const text = 'The crew and the anchor.';
  assert.equal(suggestTags(index, text)[0].probability, undefined);
  assert.throws(() => suggestTags(index, text, { minProbability: 0.5 }), {
    code: 'INVALID_OPTION',
    message: /^minProbability needs probabilities.*not calibrated.*minScore\.$/,
  });
  learnTags(index, [...examples, ...examples.map(({ text, tags }) => ({ text: `${text} Again.`, tags }))]);
  const found = suggestTags(index, text);
  assert.equal(found[0].label, 'sailing');
  assert.ok(found[0].probability! > 0.5);
  found.slice(1).forEach(({ probability }, i) => {
    assert.ok(probability! <= found[i].probability!);
  });
  assert.deepEqual(labelsOf(index, text, { minProbability: 0.5 }), ['sailing']);
});

test('of a broader and a narrower tag the one that is preferred stays', () => {
  const tags = [
    { id: 'a', label: 'animals' },
    { id: 'd', label: 'dogs', parent: 'a' },
    { id: 'p', label: 'poodles', parent: 'd' },
    { id: 'c', label: 'cars' },
  ];
  const index = compileTags(tags, en);
  const text = 'Animals, dogs, poodles and cars.';
  const evidence = ['mention'] as const;
  const sorted = (prefer: 'both' | 'narrow' | 'broad') => labelsOf(index, text, { prefer, evidence }).sort();
  assert.deepEqual(sorted('both'), ['animals', 'cars', 'dogs', 'poodles']);
  assert.deepEqual(sorted('narrow'), ['cars', 'poodles']);
  assert.deepEqual(sorted('broad'), ['animals', 'cars']);
});

test('a cover passes over a tag that says the same', () => {
  const index = compileTags(tagsOf('neural network', 'neural', 'chess'), en);
  const text = 'A neural network plays chess.';
  const evidence = ['mention'] as const;
  assert.deepEqual(labelsOf(index, text, { select: 'cover', evidence }).sort(), ['chess', 'neural network']);
  assert.equal(labelsOf(index, text, { evidence }).length, 3);
});

const joined = (index: TagIndex) => {
  const chunks = encodeTagIndex(index);
  return new Uint8Array(Buffer.concat(chunks));
};

test('an index that was written and read suggests the same', () => {
  const index = compileTags(
    [...tagsOf(...Object.keys(topics), 'IT'), { id: 's', label: 'boats', parent: 'sailing' }],
    en,
  );
  for (const learn of [false, true]) {
    if (learn) learnTags(index, examples);
    const again = decodeTagIndex(joined(index), en);
    for (const text of ['The crew and IT.', 'Boats and compost', 'garlic']) {
      const options = { explain: true, prefer: 'narrow' } as const;
      assert.deepEqual(suggestTags(again, text, options), suggestTags(index, text, options));
    }
    assert.deepEqual(joined(again), joined(index));
  }
  const again = decodeTagIndex(joined(index), en);
  learnTags(again, examples.slice(0, 1));
  assert.equal(again.learned!.texts, 91);
});

test('a file of an earlier release suggests the same', () => {
  const index = compileTags(tagsOf(...Object.keys(topics), 'chess', 'history'), en);
  learnTags(index, [...examples, ...examples.map(({ text, tags }) => ({ text: `${text} Again.`, tags }))]);
  // It had no moments, and what is learned was counted from a tag that was used.
  const { metadata, tensors } = readSafetensors(joined(index));
  const { values, texts, calibration } = index.weights;
  const former = Array.from(values);
  const shift = -former[former.length - 1];
  former[former.length - 1] = shift;
  const { slope, offset } = calibration!;
  const weights = { values: former, texts, calibration: { slope, offset: offset - slope * shift } };
  const features = metadata.get('features')!.replace(/used$/, 'unused');
  const written = writeSafetensors(
    { ...Object.fromEntries(metadata), features, weights: JSON.stringify(weights) },
    Object.fromEntries(Array.from(tensors).filter(([name]) => name !== 'moments')),
  );
  const again = decodeTagIndex(new Uint8Array(Buffer.concat(written)), en);
  const found = suggestTags(again, 'The crew and the anchor.');
  suggestTags(index, 'The crew and the anchor.').forEach(({ id, score, probability }, i) => {
    assert.equal(found[i].id, id);
    assert.ok(Math.abs(found[i].score - score) < 1e-6 && Math.abs(found[i].probability! - probability!) < 1e-6);
  });
});

test('an index of another model is refused', () => {
  const bytes = joined(compileTags(tagsOf('a'), en));
  assert.throws(() => decodeTagIndex(bytes, zh), {
    code: 'INVALID_TAGS',
    message: /made with the model wink.*and this is jieba/,
  });
});

test('a damaged index is refused or does no harm', () => {
  const index = compileTags([...tagsOf('a', 'b'), { id: 'c', label: 'c', parent: 'a' }], en);
  learnTags(index, [{ text: 'Some roses.', tags: ['a'] }]);
  const bytes = joined(index);
  let refused = 0;
  for (let i = 0; i < 400; i++) {
    const damaged = bytes.slice(0, i % 4 === 0 ? Math.floor((bytes.length * i) / 400) : bytes.length);
    const at = Math.floor((((i * 0.618034) % 1) * 0.9 + 0.05) * damaged.length);
    if (at < damaged.length) damaged[at] ^= 1 << (i % 8);
    try {
      suggestTags(decodeTagIndex(damaged, en), 'Some roses and a b c.');
    } catch (error) {
      assert.equal((error as { code?: string }).code, 'INVALID_TAGS', String(error));
      refused++;
    }
  }
  assert.ok(refused > 50);
});

test('a tag is found among many', () => {
  const many = Array.from({ length: 20_000 }, (_, i) => `tag${i} of${i % 100}`);
  const index = compileTags(tagsOf(...many, 'roses'), en);
  const found = labelsOf(index, 'Some roses, tag7 of7 and tag8 of9.', { evidence: ['mention'] });
  assert.deepEqual(found.sort(), ['roses', 'tag7 of7']);
});

test('a letter beside a word means something: R of R语言', async () => {
  const labels = ['S语言', 'R语言', '体育', '经济'];
  const index = compileTags(
    labels.map((label) => ({ id: label, label })),
    await loadModel('zh'),
  );
  const [first, second] = suggestTags(index, '我们用R画图，R的语言很简洁。', { evidence: ['meaning'] });
  assert.equal(first.label, 'R语言');
  assert.ok(first.score > second.score, `${first.score} ${second.score}`);
});
