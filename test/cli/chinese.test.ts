import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import stringWidth from 'string-width';
import { codesInChinese, errorCodes } from '../../packages/core/dist/node.js';
import * as groups from '../../packages/core/dist/options.js';
import { unitsInChinese } from '../../packages/telltale/dist/cli/chinese.js';
import { uiLanguage } from '../../packages/telltale/dist/cli/language.js';
import { fixture, root, temporaryDirectory } from '../support.js';
import { fileIn, run } from './command.js';

const rows = Object.values(groups as unknown as Record<string, Record<string, groups.OptionRow>>).flatMap((group) =>
  Object.values(group),
);
const inChinese = (...args: string[]) => run([...args, '--ui-lang', 'zh']);

/** What must be the same in both languages: flags, endings, numbers, names in quotes. */
function fixedParts(text: string): string[] {
  const plain = text.replaceAll(/(\d),(\d)/g, '$1$2');
  const parts = plain.match(/--[a-z-]+|(?<![\w.])\.[a-z][a-z0-9]+|\d+(?:\.\d+)*|"[a-z]+"|\b[A-Z]{2,}\b/g) ?? [];
  return [...new Set(parts)].sort();
}

test('every option is described in both languages, and two that differ in one differ in the other', () => {
  const byEnglish = new Map<string, string>();
  for (const { description, zh, flag, unit, type } of rows) {
    assert.match(zh, /\p{Script=Han}.*。$/su, flag);
    assert.equal(byEnglish.get(description) ?? zh, zh, flag);
    byEnglish.set(description, zh);
    if (type !== 'boolean') assert.ok(unitsInChinese[unit ?? type], `${flag}: ${unit ?? type}`);
  }
  assert.equal(new Set(byEnglish.values()).size, byEnglish.size);
});

test('flags, endings, numbers and choices of a description are the same in both languages', () => {
  for (const { description, zh, flag, choices = [] } of rows) {
    assert.deepEqual(fixedParts(zh), fixedParts(description), flag);
    for (const choice of choices) {
      const named = new RegExp(`(^|[;.,(:] ?|: )${choice}(:| \\()`);
      if (named.test(description)) assert.ok(zh.includes(choice), `${flag}: ${choice}`);
    }
  }
});

test('every error code is explained in Chinese', () => {
  for (const code of Object.keys(errorCodes)) {
    assert.match(codesInChinese[code as keyof typeof codesInChinese], /\p{Script=Han}.*。$/su);
  }
});

test('Chinese that no native writes is in no description', () => {
  const turns = /进行|(?<!相)对于|将会|被用|作为一个|使得|其之|当.{1,12}时候|一个.{0,6}的列表来|的话/;
  for (const text of [...rows.map(({ zh }) => zh), ...Object.values(codesInChinese)]) assert.doesNotMatch(text, turns);
});

test('the help of every command is in Chinese, and fits a terminal', () => {
  const { stdout: help } = inChinese('--help');
  const commands = Array.from(help.matchAll(/^ {2}(?!telltale)([a-z][a-z-]*) /gm), ([, name]) => name);
  assert.ok(commands.length > 12);
  for (const command of [[], ...commands.map((name) => [name]), ['native', 'build']]) {
    const { status, stdout } = inChinese(...command, '--help');
    assert.equal(status, 0);
    assert.match(stdout, /^用法：telltale/, command.join(' '));
    assert.doesNotMatch(stdout, /[[<]\w+(?:\.\.\.)?[\]>](?! )/, command.join(' '));
    const places = /参数：\n((?: {2,}.*\n)+)/.exec(stdout)?.[1] ?? '';
    assert.doesNotMatch(places, /^ {2}\w/m, command.join(' '));
    for (const line of stdout.split('\n').filter((line) => !/^ {2}(telltale|cat|zcat) /.test(line))) {
      const prose = line.replace(/^ {2}-.*?(?: {2}|$)|^用法：.*/, '');
      assert.doesNotMatch(prose, /[a-z]{2,} [a-z]+ [a-z]{2,}/, command.join(' '));
      assert.doesNotMatch(line, /^\s*[，。；、）]|（$/, command.join(' '));
    }
    const options = stdout.slice(0, stdout.indexOf('\n\n', stdout.indexOf('选项：')));
    for (const line of options.split('\n')) assert.ok(stringWidth(line) <= 80, line);
  }
});

test('messages of the parser, of options and of files are in Chinese', () => {
  for (const [args, expected] of [
    [['extract', '--top-m', '3', 'x'], '错误：没有选项 --top-m。\n（是不是 --top-n？）\n'],
    [['extrakt', 'x'], '错误：没有命令 extrakt。\n（是不是 extract？）\n'],
    [['convert', 'a'], '错误：缺少参数“输出”。\n'],
    [['convert', 'a', 'b', 'c'], '错误：convert 的参数太多：应为 2 个，给了 3 个。\n'],
    [['extract', 'x', '--title'], '错误：选项 --title <标题> 缺少值。\n'],
    [['help', 'extrakt'], 'telltale: 没有命令 "extrakt"。是不是 extract？\n'],
    [['extract', 'x', '--top-n', '0'], 'telltale: topN（-n, --top-n）应为 1 至 1000000 的整数，现为 0。\n'],
    [['extract', '--file', 'none.txt'], 'telltale: 没有文件 none.txt。\n'],
    [['extract', '的'], '没有找到关键词：文中没有选项允许的词或词组。\n'],
  ] as const) {
    const { stderr, status } = run(['--ui-lang', 'zh', ...args]);
    assert.equal(stderr, expected);
    assert.notEqual(status, 0);
  }
});

test('places and what is there instead of a text are in Chinese, without blanks between', () => {
  const file = fileIn(temporaryDirectory());
  const records = file('a.json', '[{"text":1},,{"text":["x"]},{"text":"太阳"}');
  const flags = ['--format', 'json'];
  const said = (...args: string[]) => inChinese('extract', ...flags, ...args).stderr;
  assert.match(said('--max-text', '3', '太阳是恒星', '月球是卫星'), /\n {2}第 2 篇文本有 5 个字符，/);
  const lines = said('--file', records).split('\n');
  assert.match(lines[1], /a\.json 的第 1 条记录的字段 "text" 是数，应为文本。$/);
  assert.match(lines[2], /a\.json 的第 2 条记录缺失：/);
  assert.match(lines[3], /的第 3 条记录的字段 "text" 是数组，/);
  assert.match(
    said('--file', records, '--max-errors', '1'),
    /^telltale: 前 2 条记录中有 2 条失败，超过 --max-errors 的 1 条：/,
  );
});

test('what the library says beside results is in Chinese', () => {
  const file = fileIn(temporaryDirectory());
  const records = file(
    'records.jsonl',
    '{"text": "太阳是一颗恒星。"}\nx\n[]\n{"text": 3}\n{"no": 1}\n{"text": ""}\n{"text"\n',
  );
  const rows = file('rows.csv', 'text,b\n太阳是一颗恒星。,1\n行星\n"行\n');
  const tags = file('tags.csv', 'id,label,parent\n1,恒星,9\n2,恒星,\n1,行星,\n3,,\n5,a,6\n6,b,5\n');
  const learned = file(
    'learned.jsonl',
    '{"text": "太阳是一颗恒星。", "tags": ["恒星", "z"]}\n{"a": 1}\n{"text": "的", "tags": ["恒星"]}\n',
  );
  const corpus = file('corpus.txt', 'the sun is a star\nthe star is the sun\n'.repeat(5));
  const markdown = file('a.md', '---\nkeywords: [a]\n---\n太阳是一颗恒星。');
  const french = 'Les éleveurs du Larzac craignent le loup ; le loup a tué douze brebis, disent les éleveurs.';
  const model = join(temporaryDirectory(), 'mine.safetensors');
  const [chinese, english] = [
    '太阳是一颗恒星，行星围绕着太阳公转。',
    'The planets go round the sun, which is one of many stars in the galaxy.',
  ];
  const mixed = [chinese, chinese, chinese, english, english, english].join('\n\n');
  for (const args of [
    ['extract', '--file', records],
    ['extract', '--file', records, '--max-text', '3'],
    ['extract', '--file', rows],
    ['extract', french, '--absent', '3', '--lambda', '0.2'],
    ['extract', french, '--method', 'likelihood'],
    ['extract', french, '--method', 'tf-idf'],
    ['extract', 'Kissa istuu pihalla ja katselee lintuja, mutta lintu ei katsele kissaa eikä pihaa.'],
    ['extract', mixed],
    ['extract', '--file', markdown, '--write-front-matter'],
    ['tag', '--tags', tags, french],
    ['tag', '--tags', tags, '--learn', learned, '太阳'],
    [
      'train',
      corpus,
      '--min-count',
      '1',
      '--epochs',
      '1',
      '--dim',
      '4',
      '--subsample',
      '0',
      '--tokenizer',
      'jieba',
      '-o',
      model,
    ],
    ['count', corpus, '--tokenizer', 'jieba', '-o', join(temporaryDirectory(), 'a.counts')],
  ]) {
    const { stderr } = inChinese(...args);
    assert.notEqual(stderr, '', args.join(' '));
    // Names of fields and what JSON.parse says are as they are.
    const said = stderr.replaceAll(/不是 JSON：.*/g, '');
    assert.doesNotMatch(said, /[a-z]{2,} [a-z]{2,} [a-z]{2,}/, args.join(' '));
  }
});

test('what is wrong with a record among results, and what was fitted, is in Chinese for people', () => {
  const file = fileIn(temporaryDirectory());
  const records = file('records.jsonl', '{"text": "太阳是一颗恒星。"}\n{"text": ""}\nx\n');
  const tags = file('tags.txt', '恒星\n');
  for (const args of [['extract'], ['tag', '--tags', tags]]) {
    const { stdout } = inChinese(...args, '--file', records);
    assert.match(stdout, /records\.jsonl:2\n错误：文本为空，没有可.+。$/m);
    assert.match(stdout, /records\.jsonl:3\n错误：不是 JSON：/);
    assert.doesNotMatch(stdout, /error/);
    // Programs read these.
    assert.match(inChinese(...args, '--file', records, '--format', 'jsonl').stdout, /"The text is empty: /);
  }
  const { stdout } = inChinese('fit', join(root, 'examples/labelled.jsonl'));
  assert.match(stdout, /^40 篇文本（en）\n\n在不参与拟合的文本上的百分比，以及增益的 95 % 区间：\n/);
  assert.match(stdout, /^拟合前 [\s\S]*^拟合 25 篇 [\s\S]*^增益 /m);
});

test('what to know of a foreign model is said by every command that reads it, in Chinese too', () => {
  const cbow = fixture('gensim/new-cbow.model');
  const directory = temporaryDirectory();
  const corpus = fileIn(directory)('corpus.txt', 'sea ship wave sail harbour tea\n'.repeat(999));
  for (const command of [
    ['inspect', cbow],
    ['similar', '海', '--model', cbow],
    ['predict', '海', '--model', cbow],
    ['convert', cbow, join(directory, 'a.vec')],
    [
      'train',
      corpus,
      '--tokenizer',
      'whitespace',
      '--min-count',
      '1',
      '--input-vectors',
      cbow,
      '-o',
      join(directory, 'b.safetensors'),
    ],
  ]) {
    assert.match(run(command).stderr, /The model is CBOW \(sg=0\)/, command[0]);
    assert.match(inChinese(...command).stderr, /模型是 CBOW (?:\(sg=0\))?：/, command[0]);
  }
});

test('what a model lacks, and what it can be used for, is in Chinese', () => {
  for (const model of ['fasttext/negative.bin', 'floret/vectors.floret', 'gensim/new-negative.model']) {
    const { stdout } = inChinese('inspect', fixture(model));
    const lines = stdout.split('\n').filter((line) => /^(?:usable|missing) /.test(line));
    assert.ok(lines.length > 0, model);
    for (const line of lines) {
      assert.match(line, /\p{Script=Han}/u, line);
      assert.doesNotMatch(line, /\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b/, line);
    }
  }
});

test('the language is that of --ui-lang, else of the environment, else English', () => {
  assert.equal(uiLanguage([], {}), 'en');
  assert.equal(uiLanguage([], { LANG: 'zh_CN.UTF-8' }), 'zh');
  assert.equal(uiLanguage([], { LANG: 'zh_TW.UTF-8', LC_MESSAGES: 'C' }), 'en');
  assert.equal(uiLanguage([], { LANG: 'C', LC_MESSAGES: 'C', LC_ALL: 'zh_CN' }), 'zh');
  assert.equal(uiLanguage([], { LANG: 'zh_CN.UTF-8', LC_ALL: '' }), 'zh');
  assert.equal(uiLanguage(['extract', '--ui-lang', 'en'], { LANG: 'zh_CN.UTF-8' }), 'en');
  assert.equal(uiLanguage(['--ui-lang=zh', 'extract'], {}), 'zh');
  assert.equal(uiLanguage(['extract', '--', '--ui-lang', 'zh'], {}), 'en');
  const refused = run(['extract', '太阳', '--ui-lang', 'fr']);
  assert.match(refused.stderr, /uiLang \(--ui-lang\) must be one of zh, en, got "fr"/);
  assert.equal(refused.status, 2);
});

test('results are the same in both languages', () => {
  for (const format of ['table', 'json', 'csv']) {
    const args = ['extract', '太阳是一颗恒星', '--format', format];
    assert.equal(inChinese(...args).stdout, run(args).stdout);
  }
});

test('what newcomers get wrong first is told in Chinese, without the English beside it', () => {
  const mistakes: Record<string, string[]> = {
    '没有标签表。请用 --tags 指定一个文件，每行一个标签，如 --tags tags.txt。': ['tag', '太阳'],
    '没有权重 "abstracts"：应为 abstract': ['extract', '--weights', 'abstracts', '太阳'],
    '"不存在的词" 不在模型的': ['similar', '不存在的词'],
    'partsOfSpeech（--parts-of-speech）是 noun；分词器 jieba 有 a、ad': [
      'extract',
      '--parts-of-speech',
      'noun',
      '太阳',
    ],
    '--candidates 是 "terms.txt"，这样它就是唯一的一项。': ['extract', '--candidates', 'terms.txt', '太阳'],
    '但没有这个文件。读文件请用 --file': ['extract', 'none/article.txt'],
    '权重 news 用于英语（en）文本，而这篇文本是中文（zh），自带的权重有 abstract、post、title。': [
      'extract',
      '--weights',
      'news',
      '太阳是一颗恒星',
    ],
    'package.json 中没有权重：应为 telltale fit 写出的': ['extract', '--weights', join(root, 'package.json'), '太阳'],
    '网址不会去下载。': ['extract', 'https://example.org/a'],
  };
  for (const [said, args] of Object.entries(mistakes)) {
    const { stderr } = inChinese(...args);
    assert.ok(stderr.includes(said), stderr);
    assert.doesNotMatch(stderr, /There is|expected|is not/);
  }
});
