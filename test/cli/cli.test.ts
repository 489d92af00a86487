import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, start, temporaryDirectory } from '../support.js';
import { fileIn, main, run, runProcess } from './command.js';

const directory = temporaryDirectory();
const file = fileIn(directory);

function fails(args: string[], message: RegExp, status = 2, input = '') {
  const result = run(args, input);
  assert.match(result.stderr, message);
  assert.equal(result.status, status, result.stderr);
}

const planets = '太阳 是 恒星 行星 围绕 太阳\n';
const city = '城市 的 房价 是 投资 城市 规划\n';
const corpus = file('corpus.txt', (planets + city).repeat(300));
/** Long enough for every thread to get several chunks. */
const longCorpus = file('long.txt', (planets + city).repeat(8000));
const whitespace = ['--tokenizer', 'whitespace', '--progress', 'none', '--threads', '1'];
const model = join(directory, 'model.safetensors');

test('train, then extract, predict, similar and inspect with what was trained', () => {
  const trained = runProcess([
    'train',
    corpus,
    '-o',
    model,
    '--dim',
    '16',
    '--epochs',
    '8',
    '--subsample',
    '0',
    '--learning-rate',
    '0.1',
    ...whitespace,
  ]);
  assert.equal(trained.status, 0, trained.stderr);
  const extracted = runProcess(['extract', '太阳 和 行星 恒星 太阳', '--model', model, '--format', 'json']);
  assert.equal(extracted.status, 0, extracted.stderr);
  const [{ keywords, outOfVocabulary, tokenCount }] = JSON.parse(extracted.stdout);
  assert.deepEqual(new Set(keywords.map((k: { text: string }) => k.text)), new Set(['太阳', '行星', '恒星']));
  assert.deepEqual(outOfVocabulary, ['和']);
  assert.equal(tokenCount, 5);
  const sun = keywords.find((k: { text: string }) => k.text === '太阳');
  assert.deepEqual(
    [sun.count, sun.offsets],
    [
      2,
      [
        [0, 2],
        [11, 13],
      ],
    ],
  );
  const predicted = runProcess(['predict', '太阳', '-m', model, '-n', '4', '--format', 'json']);
  const words = JSON.parse(predicted.stdout).map((p: { word: string }) => p.word);
  assert.ok(
    words.every((word: string) => planets.includes(word)),
    `${words}`,
  );
  const similar = runProcess(['similar', '太阳', '-m', model, '-n', '3']);
  assert.equal(similar.stdout.split('\n').length, 5);
  const facts = JSON.parse(runProcess(['inspect', model, '--format', 'json']).stdout);
  assert.equal(facts.words, 10);
  assert.equal(facts.training.epochs, 8);
  assert.equal(facts.tokenizer.name, 'whitespace');
});

for (const mode of [
  ['--threads', '1'],
  ['--threads', '2', '--deterministic'],
])
  test(`${mode.join(' ')}: the same file twice, another seed another file`, () => {
    const train = (name: string, seed: string) => {
      const path = join(directory, name);
      rmSync(path, { force: true });
      assert.equal(
        runProcess([
          'train',
          longCorpus,
          '-o',
          path,
          '--dim',
          '8',
          '--epochs',
          '1',
          '--seed',
          seed,
          ...whitespace.slice(0, 4),
          ...mode,
        ]).status,
        0,
      );
      return readFileSync(path);
    };
    const first = train('one.safetensors', '5');
    assert.deepEqual(train('two.safetensors', '5'), first);
    assert.notDeepEqual(train('three.safetensors', '6'), first);
  });

test('texts come from arguments, files, lines and standard input', () => {
  const jsonl = (args: string[], input?: string) =>
    run(['extract', '-m', model, '--format', 'jsonl', ...args], input)
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  assert.deepEqual(
    jsonl(['太阳', '城市']).map((r) => r.keywords[0].text),
    ['太阳', '城市'],
  );
  const path = file('a,b.txt', '\ufeff太阳\n城市\r\n');
  assert.deepEqual(jsonl(['--file', path])[0].keywords.map((k: { offsets: unknown }) => k.offsets).length, 2);
  assert.deepEqual(
    jsonl(['--lines', '--file', path]).map((r) => [r.source, r.keywords[0].text]),
    [
      [`${path}:1`, '太阳'],
      [`${path}:2`, '城市'],
    ],
  );
  assert.equal(jsonl([], '房价')[0].keywords[0].text, '房价');
  assert.match(runProcess(['extract', '-m', model], '房价').stdout, /房价/);
});

test('a corpus comes from .jsonl files and standard input alike', () => {
  const records = file(
    'corpus.jsonl',
    (planets + city)
      .repeat(300)
      .trim()
      .split('\n')
      .map((body) => `${JSON.stringify({ body })}\n`)
      .join(''),
  );
  const options = ['--dim', '8', '--epochs', '1', ...whitespace];
  const [one, two] = ['records.safetensors', 'stdin.safetensors'].map((name) => join(directory, name));
  assert.equal(run(['train', records, '--field', 'body', '-o', one, ...options]).status, 0);
  assert.equal(runProcess(['train', '-', '-o', two, ...options], readFileSync(corpus, 'utf8')).status, 0);
  assert.deepEqual(readFileSync(one), readFileSync(two));
});

test('a table aligns Chinese, csv quotes what it must', () => {
  const table = run(['extract', '太阳 是 恒星', '-m', model]).stdout.trimEnd().split('\n');
  assert.match(table[0], /^keyword +score +count$/);
  const ends = table.map((line) => [...line].reduce((width, c) => width + (/\p{Script=Han}/u.test(c) ? 2 : 1), 0));
  assert.equal(new Set(ends).size, 1, table.join('\n'));
  const csv = run(['extract', '太阳 恒星', '-m', model, '--format', 'csv']).stdout.split('\n');
  assert.equal(csv[0], 'source,rank,keyword,score,count,part_of_speech,offsets,error');
  assert.match(csv[1], /^text 1,1,(太阳|恒星),\d+\.\d+,1,,\d+-\d+,$/);
});

test('bad input: a clear message and the right exit code', () => {
  const { status, stderr } = runProcess(['extract', '-m', model, '--file', join(directory, 'none.txt')]);
  assert.match(stderr, /^telltale: There is no file .*none\.txt.*\n$/);
  assert.equal(status, 2);
  fails(['extract', '-m', model, '--file', join(directory, 'none.txt')], /There is no file .*none\.txt/);
  fails(['extract', '-m', model, ''], /The text is empty/);
  fails(['extract', '-m', model, '--file', file('empty.txt', '')], /The text is empty/);
  fails(['extract', '-m', model, '--file', file('binary', Uint8Array.of(1, 0, 2))], /binary file/);
  fails(
    ['extract', '-m', model, '--file', file('gbk.txt', Uint8Array.of(0xcc, 0xab, 0xd1, 0xf4))],
    /not UTF-8.*GB18030/,
  );
  fails(['extract', '-m', model, '--method', 'likelihood', '生词 而已'], /No keyword was found/, 1);
  const nothing = runProcess(['extract', '-m', model, '--method', 'likelihood', '生词 而已']);
  assert.deepEqual([nothing.status, nothing.stdout], [1, '']);
  fails(['extract', '-m', 'no-such-model', '太阳'], /There is no model "no-such-model"/);
  fails(['extract', '-m', corpus, '太阳'], /corpus\.txt/);
  fails(
    ['extract', '-m', model, '--top-n', '0', '太阳'],
    /topN \(-n, --top-n\) must be a whole number from 1 to 1000000, got 0/,
  );
  fails(['extract', '-m', model, '--top-n', 'many', '太阳'], /got "many"/);
  fails(['extract', '-m', model, '--format', 'xml', '太阳'], /format .* one of table, json/);
  fails(['extract', '--no-such-flag', '太阳'], /unknown option/);
  fails(['trian', 'x'], /unknown command 'trian'[\s\S]*train/);
  fails(['predict', '不存在', '-m', model], /"不存在" is not among the 10 words/);
  for (const words of [['太阳', '恒星'], ['太阳 恒星']])
    fails(['similar', ...words, '-m', model], /^telltale: telltale similar takes one word, got 2 words: 太阳, 恒星\./);
  fails(['inspect', 'auto'], /^telltale: There is no model "auto": it stands for the model of the language/);
  fails(['similar', '不'.repeat(5000), '-m', model], /^telltale: "不{99}… is not among the 10 words/);
  fails(['train', corpus, ...whitespace], /-o model\.safetensors/);
  fails(['train', join(directory, 'none'), '-o', model, ...whitespace], /There is no file .*none/);
  fails(
    ['train', file('one.txt', 'x\n'), '-o', model, ...whitespace],
    /only 0 words occur at least 5 times; .* lower --min-count\.$/m,
  );
  fails(
    ['train', corpus, '-o', model, '--dim', '0', ...whitespace],
    /dim \(--dim\) must be a whole number from 1 to 4096/,
  );
  const altered = readFileSync(model);
  altered[altered.length - 20] ^= 1;
  fails(['extract', '-m', file('altered.safetensors', altered), '太阳'], /SHA-256/);
  fails(['extract', '-m', file('cut.safetensors', altered.subarray(0, 2000)), '太阳'], /cut\.safetensors/);
});

test('help has examples for every command; the version is that of the package', () => {
  for (const command of ['extract', 'train', 'predict', 'similar', 'inspect', 'convert']) {
    const { status, stdout } = run([command, '--help']);
    assert.equal(status, 0);
    assert.match(stdout, new RegExp(`Examples:\\n  telltale ${command}`));
  }
  const { version } = JSON.parse(readFileSync(join(root, 'packages/telltale/package.json'), 'utf8'));
  assert.equal(runProcess(['--version']).stdout.trim(), version);
  assert.equal(runProcess([]).status, 2);
});

test('a reader that goes away is no error', { skip: process.platform === 'win32' }, () => {
  const lines = file('lines.txt', planets.repeat(3000));
  const { status, stderr, stdout } = spawnSync(
    'sh',
    [
      '-c',
      `"$0" "$1" extract -m "$2" --lines --file "$3" --format jsonl | head -n 1; exit 0`,
      process.execPath,
      main,
      model,
      lines,
    ],
    { encoding: 'utf8' },
  );
  assert.equal(status, 0);
  assert.equal(stderr, '');
  assert.equal(stdout.split('\n').length, 2);
});

test('a training that is killed leaves the old model, and a checkpoint to go on from', {
  skip: process.platform === 'win32',
}, async () => {
  const output = join(temporaryDirectory(), 'kept.safetensors');
  const train = [main, 'train', corpus, '-o', output, '--epochs', '10000', '--tokenizer', 'whitespace'];
  for (const signal of ['SIGKILL', 'SIGTERM', 'SIGINT'] as const) {
    writeFileSync(output, 'the old model');
    const child = start(process.execPath, [...train, '--progress', 'json']);
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
      // The first epoch is kept before the second ends; a second signal would not wait for a checkpoint.
      if (!child.killed && said.split('"type":"epoch"').length > 2) child.kill(signal);
    });
    const [code, killer] = await once(child, 'close');
    assert.equal(killer ?? code, signal === 'SIGKILL' ? 'SIGKILL' : 2);
    assert.equal(readFileSync(output, 'utf8'), 'the old model');
    const left = readdirSync(join(output, '..')).filter((name) => !name.endsWith('.tmp'));
    assert.deepEqual(left.sort(), ['kept.safetensors', 'kept.safetensors.checkpoint']);
    if (signal !== 'SIGKILL') {
      assert.match(
        said,
        /stopped in epoch \d+ of 10000 and is kept in .*\.checkpoint\. To continue, run the same training with --resume/,
      );
      assert.equal(readdirSync(join(output, '..')).length, 2);
    }
    // A checkpoint is a model file, too.
    const facts = JSON.parse(run(['inspect', `${output}.checkpoint`, '--format', 'json']).stdout);
    assert.ok(JSON.parse(facts.training.checkpoint).epoch >= 1);
    fails(train.slice(1), /holds an interrupted training\. Continue it with --resume, or delete the file/);
    rmSync(`${output}.checkpoint`);
  }
});

test('a training that waits for standard input ends when it is told to', {
  skip: process.platform === 'win32',
}, async () => {
  const output = join(directory, 'waiting.safetensors');
  const child = start(process.execPath, [
    main,
    'train',
    '-',
    '-o',
    output,
    ...whitespace.slice(0, 2),
    '--progress',
    'json',
  ]);
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
    // It has read something, and now waits for more.
    if (!child.killed) child.kill('SIGTERM');
  });
  // It does not read all of it.
  child.stdin.on('error', () => {});
  child.stdin.write(planets.repeat(200_000));
  const [code] = await once(child, 'close');
  child.stdin.destroy();
  assert.equal(code, 2, said);
  assert.match(said, /The training was stopped; nothing was written\./);
});

test('--resume means nothing where there is no training', () => {
  const counts = join(directory, 'counts.safetensors');
  const estimator = ['--estimator', 'cooccurrence', ...whitespace.slice(0, 2)];
  fails(
    ['train', corpus, '-o', counts, '--resume', ...estimator],
    /--resume cannot be used with --estimator cooccurrence/,
  );
  fails(['train', corpus, '-o', counts, '--checkpoint-every', '1h', ...estimator], /--checkpoint-every cannot be used/);
  fails(
    ['train', corpus, '-o', counts, '--checkpoint-every', 'often', ...whitespace],
    /must be a time \(90s, 10m, 2h\)/,
  );
});

test('convert says what was wrong with the vectors that it read', () => {
  const given = file('doubled.txt', '3 2\n<U+8336> 1 0\n茶 0 1\ncat 1 1\n');
  const { stderr } = run(['convert', given, join(temporaryDirectory(), 'one.vec')]);
  assert.match(stderr, /doubled\.txt: Duplicate words: 1; the first vector of each was used\./);
  assert.match(stderr, /doubled\.txt: Words with escapes of R.*: 1; /);
});
