import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryDirectory } from '../support.js';
import { fileIn, run } from './command.js';

const write = fileIn(temporaryDirectory());
const french =
  'Les éleveurs du Larzac craignent le loup. Le loup a attaqué douze troupeaux, et les éleveurs demandent des chiens.';

test('a text in a language without a model says so once, and which language it was taken for', () => {
  const records = [french, french, '太阳是一颗恒星。'].map((text) => JSON.stringify({ text })).join('\n');
  const { status, stdout, stderr } = run(['extract', '--file', write('mixed.jsonl', records), '--format', 'jsonl']);
  assert.equal(status, 0, stderr);
  assert.equal(
    stderr.match(
      /mixed\.jsonl:1: The text was read as French \(fr\), which has word lists but no trained model, .*; set --lang if /g,
    )?.length,
    1,
    stderr,
  );
  const results = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    results.map(({ language }) => language),
    ['fr', 'fr', 'zh'],
  );
  assert.ok(results[0].keywords.some(({ text }: { text: string }) => text === 'loup'));
  assert.equal(results[2].notice, undefined);
});

test('a text that is too short to tell its language says which else it may be in', () => {
  const notice = (text: string) => JSON.parse(run(['extract', text, '--format', 'json']).stdout)[0].notice ?? '';
  assert.match(notice('arte moderna'), /read as Italian \(it\), .* so short that it may be \w+ \(\w+\): set lang\.$/);
  assert.equal(notice('solar energy'), '');
  const chinese = run(['extract', 'arte moderna', '--ui-lang', 'zh']);
  assert.match(chinese.stderr, /文本按意大利语（it）处理，.*；文本太短，也可能是葡萄牙语（pt）：请设定 --lang。/);
});

test('a filter says so once, too', () => {
  const lines = `${JSON.stringify({ text: french })}\n`.repeat(3);
  const { status, stdout, stderr } = run(['extract', '--io', 'jsonl'], lines);
  assert.equal(status, 0, stderr);
  assert.equal(stdout.trim().split('\n').length, 3);
  assert.equal(stderr.match(/read as French/g)?.length, 1, stderr);
});

test('--lang takes any BCP 47 tag, and refuses what is none', () => {
  const swedish = 'Renarna vandrar över fjället i maj.';
  const { status, stdout } = run(['extract', swedish, '--lang', 'sv-SE', '--format', 'json']);
  assert.equal(status, 0);
  assert.equal(JSON.parse(stdout)[0].language, 'sv');
  const refused = run(['extract', swedish, '--lang', 'swedish']);
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /lang \(--lang\) is "swedish"; expected auto or the BCP 47 tag/);
});

test('--lang takes several tags, of which each text has one', () => {
  const languageOf = (...args: string[]) =>
    JSON.parse(run(['extract', ...args, '--format', 'json']).stdout)[0].language;
  assert.equal(languageOf('東京旅行'), 'ja');
  assert.equal(languageOf('東京旅行', '--lang', 'zh,en'), 'zh');
  const { stdout } = run(
    ['extract', '--io', 'jsonl', '--lang', 'zh,en', '--options-field', 'own'],
    `${JSON.stringify({ text: '東京旅行' })}\n${JSON.stringify({ text: '東京旅行', own: { lang: ['ja', 'en'] } })}\n`,
  );
  assert.deepEqual(
    stdout
      .trim()
      .split('\n')
      .map((line) => /read as (\w+)/.exec(line)?.[1]),
    [undefined, 'Japanese'],
    stdout,
  );
  const refused = run(['extract', '東京旅行', '--lang', 'zh,swedish']);
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /lang \(--lang\) is "swedish"; expected auto or the BCP 47 tag/);
  assert.match(run(['similar', 'Hund', '--lang', 'de,en']).stderr, /is "de,en"; expected auto or the BCP 47 tag/);
  const outside = run(['extract', 'Der Hund und die Katze sind in dem Haus und auf der Wiese.', '--lang', 'zh,en']);
  assert.match(outside.stderr, /read as English \(en\), which was given, but it is plainly in German/);
});

test('similar, predict and tag take --lang, and refuse a language without vectors', () => {
  const tags = write('tags.txt', 'Krieg\nMedizin\n');
  const wordOf = (command: string) =>
    JSON.parse(run([command, 'guerre', '--lang', 'fr', '--format', 'json']).stdout)[0].word;
  assert.notEqual(wordOf('similar'), 'guerre');
  assert.equal(wordOf('predict'), 'guerre');
  const tagged = run(['tag', '--tags', tags, '--lang', 'de', 'Der Arzt behandelt Patienten im Krankenhaus.']);
  assert.match(tagged.stdout, /Medizin/);
  assert.equal(tagged.stderr, '');
  for (const args of [
    ['similar', 'skola'],
    ['predict', 'skola'],
    ['tag', '--tags', tags, 'Läkaren arbetar.'],
  ]) {
    const { status, stderr } = run([...args, '--lang', 'sv']);
    assert.equal(status, 2, stderr);
    assert.match(stderr, /is Swedish \(sv\), a language without word vectors; expected auto, zh, en, de/);
  }
});

test('similar detects a language that is plainly not English, and says what its vectors are', () => {
  const { stdout, stderr } = run(['similar', 'Krieg']);
  assert.match(stdout, /weltkrieg/);
  assert.match(stderr, /^telltale: Near words in German \(de\) come from an encoder of sentences, .*\n$/);
  assert.equal(run(['similar', 'star']).stderr, '');
  assert.match(run(['similar', 'Krieg', '--ui-lang', 'zh']).stderr, /德语（de）的相近词来自句子编码器/);
});

test('similar takes a word for the language where it is common, and says where it may be another', () => {
  for (const [word, said] of [
    ['madre', /looked up as Spanish \(es\); it may be Italian \(it\) as well: set --lang\. Near words in Spanish/],
    ['maison', /^telltale: Near words in French \(fr\)/],
    ['chat', /looked up as English \(en\); it may be French \(fr\) as well: set --lang\.\n$/],
    ['勉強', /looked up as Japanese \(ja\); it may be Chinese/],
  ] as const)
    assert.match(run(['similar', word]).stderr, said, word);
  for (const word of ['energy', 'hat', '恒星']) assert.equal(run(['similar', word]).stderr, '', word);
  assert.match(
    run(['similar', 'chat', '--ui-lang', 'zh']).stderr,
    /该词按英语（en）查询，也可能是法语（fr）：请设定 --lang。/,
  );
});

test('similar says that no word is near enough, what a word was looked up as, and that it needs one', () => {
  const { status, stderr } = run(['similar', 'Katze', '--lang', 'de']);
  assert.equal(status, 0);
  assert.match(stderr, /^telltale: No word of German \(de\) is near enough .* vectors made of texts as the model\.\n$/);
  assert.match(run(['similar', 'Katze', '--lang', 'de', '--ui-lang', 'zh']).stderr, /没有足够相近的词可列/);
  const unknown = run(['similar', 'kissa']);
  assert.equal(unknown.status, 2);
  assert.match(unknown.stderr, /looked up as English \(en\); name another language with --lang\./);
  assert.match(run(['similar', 'kissa', '--ui-lang', 'zh']).stderr, /该词按英语（en）查询/);
  assert.match(run(['similar', '']).stderr, /takes one word, got none/);
});

test('similar and predict read Traditional Chinese, and answer in it', () => {
  for (const command of ['similar', 'predict']) {
    const { status, stdout, stderr } = run([command, '電腦', '--top-n', '5']);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /計算機|設備|操作系統/);
  }
});

test('what needs a model of words finds nothing without one, and does not fail', () => {
  for (const options of [
    ['--absent', '3'],
    ['--select', 'cover'],
    ['--method', 'text-rank'],
    ['--method', 'tf-idf'],
    ['--explain'],
  ]) {
    const { status, stderr } = run(['extract', french, '--format', 'json', ...options]);
    assert.equal(status, 0, `${options}: ${stderr}`);
  }
  assert.equal(run(['explain', french]).status, 0);
});

test("a model of one's own leaves out the stop words of the language that a text is in", () => {
  const directory = temporaryDirectory();
  const model = join(directory, 'fr.safetensors');
  const corpus = write('corpus.txt', `${french.replaceAll('. ', '.\n')}\n`.repeat(10));
  const few = ['--dim', '8', '--epochs', '1', '--min-count', '1', '--subsample', '0'];
  assert.equal(run(['train', corpus, '--tokenizer', 'intl', ...few, '-o', model]).status, 0);
  const file = write('french.txt', french);
  const edges = /^(les|du|le|la|et|des|a)\b|\b(les|du|le|la|et|des|a)$/i;
  // One text in this thread, many in others.
  for (const files of [[file], Array.from({ length: 12 }, (_, i) => write(`${i}.txt`, french))]) {
    const { stdout } = run(['extract', '--model', model, '--file', ...files, '--format', 'json']);
    for (const { keywords } of JSON.parse(stdout)) {
      const words = keywords.map(({ text }: { text: string }) => text);
      assert.ok(
        words.some((word: string) => word.includes('loup')),
        `${words}`,
      );
      for (const word of words) assert.doesNotMatch(word, edges);
    }
  }
});
