import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  compareGuesses,
  compareRankings,
  matchKey,
  measureRanking,
  measureTogether,
  pairedDifference,
  splitHalves,
  vectorReader,
  wordReader,
} from '../../packages/core/dist/node.js';
import { run as runCommand } from '../cli/command.js';
import { temporaryDirectory } from '../support.js';

const close = (actual: number, expected: number) => assert.ok(Math.abs(actual - expected) < 1e-12, `${actual}`);

test('spellings that count as the same keyword', () => {
  assert.equal(matchKey('Separate-Account  Industries', 'en'), matchKey('separate account industry', 'en'));
  assert.notEqual(matchKey('account', 'en'), matchKey('separate account', 'en'));
  assert.equal(matchKey('Ｌyapunov 函数', 'zh'), 'lyapunov函数');
});

test('the measures of many rankings together, worked out by hand', () => {
  const golds = [new Set(['a']), new Set(['b', 'c', 'd', 'e', 'f', 'g'])];
  const rankings = [
    ['a', 'x', 'y'],
    ['b', 'c', 'z', 'u', 'v', 'd'],
  ];
  const found = measureTogether(rankings, golds);
  // Three hits of the first five of each, eight of which there are, and seven sought: P = 3/8, R = 3/7.
  close(found['micro F1@5'], (2 * (3 / 8) * (3 / 7)) / (3 / 8 + 3 / 7));
  close(found['micro F1@10'], (2 * (4 / 9) * (4 / 7)) / (4 / 9 + 4 / 7));
  close(found['micro F1@15'], found['micro F1@10']);
  assert.deepEqual(Object.values(measureTogether([[]], [new Set(['a'])])), [0, 0, 0]);
});

test('the measures of a ranking, worked out by hand', () => {
  const gold = new Set(['a', 'b', 'c', 'd']);
  const found = measureRanking(['a', 'x', 'b', 'y', 'z', 'c'], gold);
  close(found['P@1'], 1);
  close(found['P@5'], 2 / 5);
  close(found['R@5'], 2 / 4);
  close(found['F1@5'], (2 * 0.4 * 0.5) / 0.9);
  // Six keywords: precision at 10 is over the six there are.
  close(found['P@10'], 3 / 6);
  close(found['F1@10'], (2 * 0.5 * 0.75) / 1.25);
  close(found['F1@M'], 0.5);
  close(found.MAP, (1 / 1 + 2 / 3 + 3 / 6) / 4);
  const dcg = 1 + 1 / Math.log2(4) + 1 / Math.log2(7);
  close(found['nDCG@10'], dcg / (1 + 1 / Math.log2(3) + 1 / Math.log2(4) + 1 / Math.log2(5)));
  assert.ok(Object.values(measureRanking([], gold)).every((value) => value === 0));
  assert.ok(Object.values(measureRanking(['d', 'c', 'b', 'a'], gold)).every((value) => value > 0.2));
});

test('the paired interval holds the mean, narrows with more documents, and is the same every time', () => {
  const values = Array.from({ length: 400 }, (_, i) => Math.sin(i * 12.9898) ** 2);
  const better = values.map((value, i) => value + 0.1 + 0.2 * Math.cos(i));
  const all = pairedDifference(better, values);
  assert.ok(all.low < all.mean && all.mean < all.high && all.low > 0.05 && all.high < 0.15, JSON.stringify(all));
  const few = pairedDifference(better.slice(0, 25), values.slice(0, 25));
  assert.ok(few.high - few.low > all.high - all.low);
  assert.deepEqual(pairedDifference(better, values), all);
  // The standard error by formula, times 2 · 1.96.
  const deviation = Math.sqrt(better.reduce((sum, b, i) => sum + (b - values[i] - all.mean) ** 2, 0) / 400);
  assert.ok(Math.abs((all.high - all.low) / ((2 * 1.96 * deviation) / 20) - 1) < 0.15);
});

test('gold keywords that the text does not have can be left out', () => {
  const documents = [
    { text: 'Kernel methods learn fast.', keywords: ['kernel method', 'neural network'] },
    { text: 'Nothing of it.', keywords: ['graph'] },
  ];
  const methods = [
    { method: 'one', keywords: [['kernel methods'], ['graph']] },
    { method: 'none', keywords: [[], []] },
  ];
  const [all] = compareRankings(documents, methods, 'en', 'all');
  close(all.means['R@5'], (0.5 + 1) / 2);
  const [present, none] = compareRankings(documents, methods, 'en', 'present');
  close(present.means['R@5'], 1);
  assert.equal(present.behindFirst, undefined);
  assert.deepEqual(none.behindFirst?.['R@5'], { mean: 1, low: 1, high: 1 });
});

test('halves are alternating clauses', () => {
  assert.deepEqual(splitHalves('甲说，乙说。丙说；丁说'), ['甲说， 丙说；', '乙说。 丁说']);
  assert.equal(splitHalves('甲说'), undefined);
  assert.equal(splitHalves('甲说，123。'), undefined);
});

test('a reader finds the text that keywords were taken from, and chance finds it by chance', () => {
  const topics = Array.from({ length: 300 }, (_, i) => [`a${i}`, `b${i}`]);
  const seconds = topics.map(([a, b]) => [b, a, 'the', 'the']);
  const methods = [
    { method: 'told', keywords: topics.map(([a]) => [a]) },
    { method: 'nothing', keywords: topics.map(() => ['the']) },
  ];
  // Each topic has a direction of its own, which the last row is no part of.
  const rows = new Map([
    ...topics.flatMap((words, i) => words.map((word) => [word, i] as const)),
    ['the', 300] as const,
  ]);
  const data = Float32Array.from({ length: 301 * 301 }, (_, i) => Number(i % 302 === 0));
  const vectors = {
    vocabulary: { words: [], indexOf: (word: string) => rows.get(word) },
    inputVectors: { format: 'f32', data, rows: 301, columns: 301 } as const,
  };
  const [told, nothing] = compareGuesses(seconds, methods, [wordReader(), vectorReader('vectors', vectors)], (text) => [
    text,
  ]);
  for (const name of ['words', 'vectors']) {
    close(told.means[`MRR@1 ${name}`], 1);
    // All alike: the middle of 200.
    assert.ok(nothing.means[`MRR@1 ${name}`] < 0.011, `${nothing.means[`MRR@1 ${name}`]}`);
  }
});

test('telltale evaluate: our methods and predictions of others, as a table, csv and json', () => {
  const directory = temporaryDirectory();
  const dataset = join(directory, 'gold.jsonl');
  const predictions = join(directory, 'oracle.jsonl');
  const texts = [
    '太阳是一颗恒星，也是太阳系的中心天体，行星围绕太阳公转。',
    '城市的房价下跌，购房的人减少，楼市冷清。',
  ];
  const golds = [
    ['太阳', '恒星', '黑洞'],
    ['房价', '楼市'],
  ];
  writeFileSync(dataset, texts.map((text, id) => `${JSON.stringify({ id, text, keywords: golds[id] })}\n`).join(''));
  writeFileSync(predictions, golds.map((keywords, id) => `${JSON.stringify({ id, keywords })}\n`).join(''));
  const run = (...args: string[]) => runCommand(['evaluate', dataset, ...args]);
  const methods = ['--method', 'mixture,tf-idf:maxPhraseLength=1', '--predictions', predictions];
  const [all, present] = JSON.parse(run(...methods, '--format', 'json').stdout);
  assert.deepEqual(
    all.methods.map((row: { method: string }) => row.method),
    ['mixture', 'tf-idf:maxPhraseLength=1', 'oracle'],
  );
  assert.equal(all.methods[2].means['F1@M'], 1);
  assert.ok(all.methods[0].means['R@10'] > 0 && all.methods[0].means['R@10'] < 1);
  assert.ok(present.methods[0].means['R@10'] >= all.methods[0].means['R@10']);
  assert.match(run(...methods).stdout, /gold, 2 documents.*\nmethod +P@1 +F1@5/);
  assert.match(run(...methods, '--format', 'csv').stdout, /^dataset,documents,gold,method,measure,mean/);
  const halves = join(directory, 'halves.jsonl');
  const guess = run('--measure', 'guess', '--method', 'mixture', '--write-halves', halves, '--reader', 'zh');
  assert.match(guess.stdout, /MRR@1 words +MRR@3 words +MRR@5 words +MRR@1 zh/);
  assert.equal(readFileSync(halves, 'utf8').trim().split('\n').length, 2);
  // Of the rest of the lists the worst: the oracle misses nothing.
  const [{ texts: worst }] = JSON.parse(run(...methods, '--details', '1', '--format', 'json').stdout);
  assert.equal(worst.length, 1);
  assert.match(run(...methods, '--details', '2').stdout, /Worst texts of mixture\n {2}[01] {2}F1@10 [\s\S]*\[hit\]/);
  const guessed = ['--measure', 'guess', '--method', 'mixture', '--details', '1'];
  assert.match(run(...guessed).stdout, /Worst texts of mixture\n {2}[01] {2}MRR@3 words/);
  for (const [args, message] of [
    [['--method', 'magic'], /method.*must be one of/],
    [['--method', 'mixture:wings=2'], /There is no option "wings"/],
    [['--predictions', dataset.replace('gold', 'none')], /There is no file/],
  ] as const) {
    const { status, stderr } = run(...args);
    assert.equal(status, 2);
    assert.match(stderr, message);
  }
});

test('telltale evaluate: keywords are matched by the language of the file, or the one that is asked for', () => {
  const directory = temporaryDirectory();
  const evaluate = (name: string, ...args: string[]) => {
    const dataset = join(directory, name);
    const record = { id: 1, text: 'les réseaux neuronaux et les tests', keywords: ['test'] };
    writeFileSync(dataset, `${JSON.stringify(record)}\n`);
    const predictions = join(directory, 'found.jsonl');
    writeFileSync(predictions, `${JSON.stringify({ id: 1, keywords: ['tests'] })}\n`);
    const flags = ['--method', 'tf-idf', '--predictions', predictions, '--format', 'json', ...args];
    const { stdout, stderr } = runCommand(['evaluate', dataset, ...flags]);
    assert.equal(stderr, '');
    const [{ matching, methods }] = JSON.parse(stdout);
    return [matching.includes('NLTK_EXTENSIONS'), methods[1].means['P@1'], methods[1].micro['micro F1@5']];
  };
  assert.deepEqual(evaluate('en_x.jsonl'), [true, 1, 1]);
  assert.deepEqual(evaluate('x.jsonl'), [false, 0, 0]);
  assert.deepEqual(evaluate('fr_x.jsonl'), [false, 0, 0]);
  assert.deepEqual(evaluate('en_x.jsonl', '--lang', 'fr'), [false, 0, 0]);
});

test("telltale evaluate --measure editor: an editor's marks, as a table and json", () => {
  const directory = temporaryDirectory();
  const dataset = join(directory, 'zh.jsonl');
  const text = '太阳是一颗恒星，也是太阳系的中心天体，行星围绕太阳公转。';
  const record = { id: 'sun', lang: 'zh', text, want: ['太阳', '恒星', '行星'], strike: ['中心天体'] };
  writeFileSync(dataset, `${JSON.stringify(record)}\n`);
  const found = join(directory, 'other.jsonl');
  writeFileSync(found, `${JSON.stringify({ id: 'sun', keywords: ['太阳', '中心天体', '一颗', '公转'] })}\n`);
  const run = (...args: string[]) => runCommand(['evaluate', ...args]);
  const flags = [dataset, '--measure', 'editor', '--method', 'mixture', '--predictions', found];
  const [{ methods }] = JSON.parse(run(...flags, '--format', 'json').stdout);
  assert.deepEqual(
    methods[1].lists[0].map(({ mark }: { mark: string }) => mark),
    ['wanted', 'listed', 'number', ''],
  );
  assert.deepEqual([methods[1].means.struck, methods[1].means.missing], [0.5, 2]);
  const table = run(...flags, '--details', '1').stdout;
  assert.match(table, /method +struck +unjudged +missing/);
  assert.match(table, /other +50\.0 +25\.0 +2\.00/);
  assert.match(table, /Worst texts of mixture\n {2}sun {2}struck/);
  assert.match(run(...flags, '--format', 'csv').stdout, /,other,missing,2,/);
  writeFileSync(dataset, `${JSON.stringify({ id: 1, text, keywords: [] })}\n`);
  const wrong = run(dataset, '--measure', 'editor');
  assert.equal(wrong.status, 2);
  assert.match(
    wrong.stderr,
    /zh\.jsonl:1 has no list of texts in the field "want"; expected \{"id", "lang", "text", "want"/,
  );
});
