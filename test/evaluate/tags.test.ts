import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compareTags, measureTags, mentionTfIdf, tagNames } from '../../packages/core/dist/node.js';
import { run as runCommand } from '../cli/command.js';
import { temporaryDirectory } from '../support.js';

const close = (actual: number, expected: number) => assert.ok(Math.abs(actual - expected) < 1e-12, `${actual}`);

test('the measures of ranked tags, worked out by hand', () => {
  const found = measureTags(['x', 'a', 'y', 'b'], new Set(['a', 'b', 'c']));
  close(found['P@1'], 0);
  // Four tags are shown, but five are asked for.
  close(found['P@5'], 2 / 5);
  close(found['R@5'], 2 / 3);
  close(found['R@10'], 2 / 3);
  close(found.MRR, 1 / 2);
  const ideal = 1 + 1 / Math.log2(3) + 1 / Math.log2(4);
  close(found['nDCG@10'], (1 / Math.log2(3) + 1 / Math.log2(5)) / ideal);
  const [none, wrong] = [[], ['x']].map((ranked) => measureTags(ranked, new Set(['a'])));
  for (const measures of [none, wrong]) assert.ok(Object.values(measures).every((value) => value === 0));
  // Beyond the tenth only MRR looks.
  const deep = measureTags([...'0123456789', 'a'], new Set(['a']));
  assert.deepEqual([deep['R@10'], deep['nDCG@10'], deep.MRR], [0, 0, 1 / 11]);
});

test('the measures of ranked tags are those of scikit-learn 1.9.1', () => {
  // ndcg_score(k=10), precision_score and recall_score(average='samples') of the first, and label_ranking_average_precision_score,
  // which for one right tag is the reciprocal rank.
  const ranked = [5, 7, 2, 12, 9, 1, 4, 11, 13, 19, 6, 14, 8, 17, 15, 16, 0, 10, 3, 18].map(String);
  const measured = (...gold: number[]) => measureTags(ranked, new Set(gold.map(String)));
  const many = measured(0, 1, 2, 6, 7, 8, 9, 10, 11, 14, 16, 18);
  close(many['nDCG@10'], 0.4818809355796683);
  close(many['P@5'], 0.6);
  close(many['R@5'], 0.25);
  close(many['R@10'], 0.4166666666666667);
  const three = measured(7, 13, 18);
  close(three['nDCG@10'], 0.43734888382569403);
  close(three['R@10'], 2 / 3);
  const one = measured(2);
  close(one['nDCG@10'], 0.5);
  close(one.MRR, 1 / 3);
});

test('a tag is named by its id, its label or a synonym, in this order', () => {
  const idOf = tagNames([
    { id: 'a', label: 'Solar  Power', synonyms: ['b', 'sun'] },
    { id: 'b', label: 'Sun' },
  ]);
  assert.deepEqual(['a', 'b', 'solar power', 'ＳＵＮ', 'B', 'moon'].map(idOf), ['a', 'b', 'a', 'b', 'a', undefined]);
});

test('what means the same tag counts once, and what is not in the list is wrong', () => {
  const idOf = tagNames([
    { id: '1', label: 'red', synonyms: ['crimson'] },
    { id: '2', label: 'blue' },
  ]);
  const golds = [new Set(['1', '2']), new Set(['2'])];
  const methods = [
    {
      method: 'names',
      tags: [
        ['red', 'crimson', 'blue'],
        ['green', 'Blue'],
      ],
    },
    { method: 'none', tags: [[], []] },
  ];
  const [names, none] = compareTags(golds, methods, idOf);
  assert.deepEqual(names.values['P@1'], [1, 0]);
  assert.deepEqual(names.values.MRR, [1, 1 / 2]);
  close(names.means['P@5'], (2 / 5 + 1 / 5) / 2);
  assert.deepEqual(none.behindFirst?.['R@5'], { mean: 1, low: 1, high: 1 });
});

test('mention with tf-idf: what a text says often and other texts seldom comes first', () => {
  const tags = [
    { id: 'net', label: 'neural network' },
    { id: 'data', label: 'data', synonyms: ['corpus'] },
    { id: 'graph', label: 'graph' },
  ];
  const texts = ['Data on neural networks. Neural network!', 'A corpus is data.', 'Databases', 'graph theory of data'];
  // Three texts of four speak of data; "Databases" does not.
  assert.deepEqual(mentionTfIdf(tags, texts, 'en'), [['net', 'data'], ['data'], [], ['graph', 'data']]);
  const chinese = [
    { id: '1', label: '碳中和' },
    { id: '2', label: 'SAS' },
  ];
  assert.deepEqual(mentionTfIdf(chinese, ['与碳中和目标', 'SASS 和 sas'], 'zh'), [['1'], ['2']]);
});

test('telltale evaluate --measure tags: the baseline and what others found, with what is left out', () => {
  const directory = temporaryDirectory();
  const file = (name: string, rows: unknown[]) => {
    const path = join(directory, name);
    writeFileSync(path, rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join(''));
    return path;
  };
  const list = file('tags.txt', ['太阳', '恒星\t星体', '', '房价']);
  const dataset = file('zh_texts.jsonl', [
    { id: 1, text: '太阳是一颗星体。', tags: ['太阳', '恒星', '黑洞'] },
    { id: 2, text: '城市的住房贵。', tags: ['房价'] },
    { id: 3, text: '猫', tags: ['宠物'] },
  ]);
  const oracle = file('oracle.jsonl', [
    { id: 2, tags: ['房价'] },
    { id: 1, tags: ['恒星', '太阳'] },
  ]);
  const run = (...args: string[]) => runCommand(['evaluate', '--measure', 'tags', ...args]);
  const flags = [dataset, '--tags', list, '--method', 'mention-tf-idf', '--predictions', oracle];
  const { stdout, stderr } = run(...flags, '--format', 'json');
  const [{ documents, methods }] = JSON.parse(stdout);
  assert.equal(documents, 2);
  assert.match(stderr, /left out 2 tags not in the list, the first "黑洞"/);
  assert.match(stderr, /left out 1 text without a tag of the list/);
  assert.deepEqual(
    methods.map(({ means }: { means: Record<string, number> }) => [means['R@5'], means.MRR]),
    [
      [1 / 2, 1 / 2],
      [1, 1],
    ],
  );
  assert.match(run(...flags).stdout, /method +P@1 +P@5 +R@5 +R@10 +nDCG@10 +MRR\n[\s\S]*oracle.*-50\.0 \[/);
  const learned = run(dataset, '--tags', list, '--learn', dataset, '--format', 'json');
  const [{ gold, methods: both }] = JSON.parse(learned.stdout);
  assert.equal(gold, 'tags of a list of 3, 3 tagged texts learned');
  assert.deepEqual(
    both.map(({ method }: { method: string }) => method),
    ['suggest', 'mention-tf-idf'],
  );
  assert.equal(both[0].means.MRR, 1);
  const mention = run(...flags, '--method', 'suggest:evidence=mention:topN=1', '--format', 'csv');
  assert.match(mention.stdout, /,suggest:evidence=mention:topN=1,P@1,0\.5,/);
  const short = file('short.jsonl', [{ id: 1, tags: ['太阳'] }]);
  for (const [args, message] of [
    [[dataset], /needs a tag list: --tags FILE/],
    [[...flags, '--method', 'magic'], /No method of tagging is called magic/],
    [[...flags, '--method', 'suggest:evidence=magic'], /evidence.*must be.*mention/],
    [[...flags, '--predictions', short], /has no tags for the document 2/],
    [[dataset, '--tags', file('other.txt', ['别的'])], /no text with a tag of the list. Its first tag is "太阳"/],
    [
      [file('plain.jsonl', [{ id: 1, text: 'x' }]), '--tags', list],
      /plain\.jsonl:1 has no list of texts in the field "tags"; expected .*"tags": \[…\]/,
    ],
  ] as const) {
    const { status, stderr: said } = run(...args);
    assert.equal(status, 2, said);
    assert.match(said, message);
  }
});
