import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { parquetWriteFile } from 'hyparquet-writer';
import { temporaryDirectory } from '../support.js';
import { fileIn, main, run } from './command.js';

const directory = temporaryDirectory();
const file = fileIn(directory);
const list = file('tags.txt', 'astronomy\nsailing\tboats\ncooking\n');
const tag = (...args: string[]) => run(['tag', '--tags', list, '--top-n', '1', ...args]);
const filter = (input: string, ...args: string[]) => run(['tag', '--tags', list, '--top-n', '1', ...args], input);

interface Tagged {
  id?: unknown;
  tags: { label: string; forms: { form: string; offsets: number[][] }[] }[];
  error?: { code: string; message: string };
}
const parsed = (stdout: string): Tagged[] =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const firstOf = (all: Tagged[]) => all.map(({ tags }) => tags?.[0]?.label);

const rows = [
  { id: 'a', head: 'News of astronomy', text: 'Seen from afar.' },
  { id: 'b', head: '', text: 'All the boats went out.' },
] as const;
const jsonLines = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const table = (delimiter: string) =>
  ['id,head,text', ...rows.map((row) => Object.values(row).join())].join('\n').replaceAll(',', delimiter);

/** Bytes as Zstandard, not made smaller: a frame of one raw block. */
function zstandard(text: string): Buffer {
  const bytes = Buffer.from(text);
  assert.ok(bytes.length < 256);
  const block = (bytes.length << 3) | 1;
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, bytes.length, block & 255, block >> 8, 0]), bytes]);
}

test('it takes the options of extract for texts, models and output, but for groups', () => {
  const flagsOf = (command: string) =>
    new Set(Array.from(run([command, '--help']).stdout.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm), ([, flag]) => flag));
  const [extract, tag] = ['extract', 'tag'].map(flagsOf);
  const ofKeywords =
    '--method --parts-of-speech --kinds --stop-words --stop-word-list --exclude --min-length --max-phrase-length --candidates --absent --epsilon --lambda --semantic-weight --token-weights --prior --weights';
  assert.deepEqual(
    [...extract].filter((flag) => !tag.has(flag)).sort(),
    [
      ...ofKeywords.split(' '),
      '--group-by',
      '--add-keywords',
      '--front-matter-key',
      '--replace-keywords',
      '--write-front-matter',
    ].sort(),
  );
});

test('records of every form are tagged, packed or not, with their titles', async () => {
  const parquet = join(directory, 'texts.parquet');
  const columns = ['id', 'head', 'text'] as const;
  await parquetWriteFile({
    filename: parquet,
    columnData: columns.map((name) => ({ name, data: rows.map((row) => row[name]), type: 'STRING' })),
  });
  const paths = [
    file('texts.jsonl', jsonLines),
    file('texts.ndjson', jsonLines),
    file('texts.json', JSON.stringify(rows)),
    file('texts.csv', table(',')),
    file('texts.tsv', table('\t')),
    file('texts.jsonl.gz', gzipSync(jsonLines)),
    file('texts.ndjson.zst', zstandard(jsonLines)),
    parquet,
  ];
  const args = ['--format', 'jsonl', '--title-field', 'head', '--threads', '1'];
  const { status, stdout, stderr } = tag(...args, ...paths.flatMap((path) => ['--file', path]));
  assert.equal(status, 0, stderr);
  const found = parsed(stdout);
  assert.deepEqual(
    found.map(({ id }) => id),
    paths.flatMap(() => ['a', 'b']),
  );
  assert.deepEqual(
    firstOf(found),
    paths.flatMap(() => ['astronomy', 'sailing']),
  );
  // The title is no place of the text.
  assert.deepEqual(found[0].tags[0].forms, [{ form: 'astronomy', offsets: [] }]);
  assert.deepEqual(found[1].tags[0].forms, [{ form: 'boats', offsets: [[8, 13]] }]);
});

test('standard input is read as it is said to be', () => {
  const args = ['--format', 'jsonl', '--file', '-', '--threads', '1'];
  assert.deepEqual(
    firstOf(parsed(filter(table(';'), ...args, '--input-format', 'csv', '--delimiter', ';').stdout))[1],
    'sailing',
  );
  assert.deepEqual(firstOf(parsed(filter('a boat\n\nsome cooking\n', ...args, '--lines').stdout)), [
    'sailing',
    'cooking',
  ]);
});

test('results are written in the form that the ending names; without a tag the columns stay', async () => {
  const input = file('in.jsonl', jsonLines);
  for (const ending of ['csv', 'tsv', 'json', 'jsonl', 'parquet']) {
    const output = join(directory, `out.${ending}`);
    const { status, stderr } = tag('--file', input, '--output', output, '--title-field', 'head', '--threads', '1');
    assert.equal(status, 0, stderr);
    if (ending === 'parquet') {
      const read = await parquetReadObjects({ file: await asyncBufferFromFile(output) });
      assert.deepEqual(
        read.map(({ source, label, forms }) => [source, label, forms]),
        [
          ['a', 'astronomy', 'astronomy'],
          ['b', 'sailing', 'boats'],
        ],
      );
    } else assert.match(readFileSync(output, 'utf8'), /\ba\b[\s\S]*astronomy[\s\S]*\bb\b[\s\S]*sailing/, ending);
  }
  const none = join(directory, 'none.parquet');
  assert.equal(tag('Boats.', '--min-score', '1000', '--output', none).status, 1);
  const { parquetMetadataAsync } = await import('hyparquet');
  const { schema } = await parquetMetadataAsync(await asyncBufferFromFile(none));
  assert.deepEqual(
    schema.slice(1).map(({ name }) => name),
    'source,rank,id,label,score,probability,mention,meaning,learned,forms,error'.split(','),
  );
});

test('bad records are counted, and end the run when they are to', () => {
  const path = file('bad.jsonl', `${jsonLines}{"text":5}\nnothing\n`);
  const skipped = tag('--file', path, '--format', 'jsonl', '--threads', '1');
  assert.equal(skipped.status, 0);
  assert.match(skipped.stderr, /2 of 4 records failed:\n.*bad\.jsonl:3 has a number.*\n.*bad\.jsonl:4 is not JSON/);
  assert.deepEqual(
    parsed(skipped.stdout).map(({ error }) => error?.code),
    [undefined, undefined, 'INVALID_TEXT', 'INVALID_TEXT'],
  );
  for (const args of [
    ['--on-error', 'stop'],
    ['--max-errors', '1'],
  ]) {
    const { status, stderr } = tag('--file', path, '--threads', '1', ...args);
    assert.equal(status, 2);
    assert.match(stderr, /bad\.jsonl:3/);
  }
});

test('a filter adds tags to JSON lines; errors stay in their records; threads change nothing', () => {
  const input = [
    '{"id": 12345678901234567890, "text": "All the boats."}',
    '{"text":null}',
    'nothing',
    '{"text":"","tags":["old"],"keywords":[1]}',
    '{"head":"Astronomy","text":"Seen from afar."}',
    '{"head":5,"text":"a boat"}',
  ].join('\n');
  const [one, two] = ['1', '2'].map((threads) =>
    filter(input, '--io', 'jsonl', '--title-field', 'head', '--threads', threads),
  );
  assert.equal(one.status, 0, one.stderr);
  assert.deepEqual(two, one);
  const lines = one.stdout.split('\n');
  assert.match(lines[0], /^\{"id": 12345678901234567890, "text": "All the boats\.","tags":\[\{"id":"sailing"/);
  assert.equal(lines[1], '{"text":null,"tags":null}');
  assert.match(lines[2], /^\{"error":\{"code":"INVALID_TEXT","message":"Line 3 is not JSON/);
  assert.match(
    lines[3],
    /^\{"text":"","keywords":\[1\],"error":\{"code":"INVALID_TEXT","message":"Line 4: The text is empty/,
  );
  assert.deepEqual(firstOf(parsed(lines[4])), ['astronomy']);
  assert.match(lines[5], /Line 6 has a number in the field \\"head\\"/);
});

test('a filter adds a column of tags to tab-separated lines', () => {
  const { status, stdout } = filter('7\ta\\tb\tAll the\\nboats.\n8\tx\t\\N\n', '--io', 'tsv');
  assert.equal(status, 0);
  const [first, second] = stdout.split('\n').map((line) => line.split('\t'));
  assert.deepEqual(first.slice(0, 2), ['7', 'a\\tb']);
  assert.equal(JSON.parse(first[2])[0].label, 'sailing');
  assert.deepEqual(second, ['8', 'x', '\\N']);
});

test('a filter takes no option that it would not follow', () => {
  const line = '{"text":"a boat"}\n';
  for (const command of [['extract'], ['tag', '--tags', list]]) {
    for (const args of [['text'], ['--lines'], ['--max-errors', '0'], ['--output', 'x.csv'], ['--format', 'json']]) {
      const { status, stdout, stderr } = run([...command, '--io', 'jsonl', ...args], line);
      assert.equal(status, 2, args.join());
      assert.match(stderr, /--io answers records one by one.*it takes no texts, --lines/);
      assert.equal(stdout, '');
    }
  }
  const { status, stdout, stderr } = filter(line, '--io', 'jsonl', '--min-probability', '0.5');
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /not calibrated/);
});

test('--title is the title of one text, and no other', () => {
  const { stdout } = tag('--title', 'Astronomy', '--format', 'jsonl', 'Seen from afar.');
  const [{ tags }] = JSON.parse(`[${stdout}]`) as Tagged[];
  assert.deepEqual([tags[0].label, tags[0].forms], ['astronomy', [{ form: 'astronomy', offsets: [] }]]);
  for (const args of [
    ['one', 'two'],
    ['--file', file('title.jsonl', jsonLines)],
    ['--io', 'jsonl'],
  ]) {
    const { status, stderr } = tag('--title', 'Astronomy', ...args);
    assert.equal(status, 2);
    assert.match(stderr, /--title is the title of one text.*--title-field/);
  }
});

test('an empty text has the same error in a file, in a filter and in threads', () => {
  const empty = ['', ' ', '\\n\\t', '\u3000', '\u00a0'].map((text) => `{"text":"${text}"}\n`).join('');
  const path = file('empty.jsonl', `${empty}{"text":"a boat"}\n`);
  for (const command of [['tag', '--tags', list], ['extract']]) {
    const answers = [
      ['--format', 'jsonl', '--threads', '1', '--file', path],
      ['--io', 'jsonl', '--file', path],
      ['--io', 'jsonl', '--threads', '2', '--file', path],
    ].map((args) => parsed(run([...command, ...args]).stdout).map(({ error }) => error));
    // A filter has no other place to say which line it was.
    for (const answer of answers.slice(1)) {
      answer.forEach((error, at) => {
        if (error) error.message = error.message.replace(`Line ${at + 1}: `, '');
      });
    }
    assert.deepEqual(
      answers[0].map((error) => error?.code),
      [...Array.from({ length: 5 }, () => 'INVALID_TEXT'), undefined],
    );
    assert.deepEqual(answers[1], answers[0]);
    assert.deepEqual(answers[2], answers[0]);
  }
});

test('a text in another language than the list is named, once for each', () => {
  const german = 'Der Hafen war voller Boote, und die Segel lagen auf dem Deck.';
  const chinese = '太阳是一颗恒星，行星围绕着太阳公转。';
  const texts = [german, 'All the boats went out to sea.', chinese, german, chinese];
  const path = file('languages.jsonl', texts.map((text) => `${JSON.stringify({ text })}\n`).join(''));
  const said = (args: string[]) =>
    Array.from(tag(...args).stderr.matchAll(/read as \w+ \((\w+)\)/g), ([, name]) => name);
  assert.deepEqual(said(['--file', path, '--threads', '1']), ['de', 'zh']);
  assert.deepEqual(said(['--io', 'jsonl', '--file', path]), ['de', 'zh']);
  assert.deepEqual(said([german]), ['de']);
  assert.deepEqual(said(['All the boats went out to sea.']), []);
  assert.deepEqual(said(['--evidence', 'mention', german]), []);
});

test('a list in a language with vectors has the tags that a text means, alone and of many texts', () => {
  const german = file('german.txt', 'Medizin\nMusik\nLandwirtschaft\nVerkehr\nReligion\nFußball\n');
  const text = 'Die Ärzte der Klinik behandeln Patienten mit Asthma. Gegen die Krankheit helfen Tabletten.';
  const records = file('german.jsonl', `${JSON.stringify({ text })}\n`.repeat(2));
  const ways = [
    [text, '--format', 'jsonl'],
    ['--file', records, '--threads', '2', '--format', 'jsonl'],
    ['--io', 'jsonl', '--file', records],
  ];
  for (const args of ways) {
    const { stdout, stderr } = run(['tag', '--tags', german, '--top-n', '1', ...args]);
    assert.deepEqual([...new Set(firstOf(parsed(stdout)))], ['Medizin'], args[0]);
    assert.doesNotMatch(stderr, /read as/);
  }
  const { stderr } = run(['tag', '--tags', german, 'The doctors of the hospital treat people who have asthma.']);
  assert.match(stderr, /read as English \(en\), but the list uses the model de/);
});

test('what is learned and not kept is said', () => {
  const learn = file('learn.jsonl', '{"text":"A mast and a hull.","tags":["sailing"]}\n');
  assert.match(
    tag('A hull.', '--learn', learn).stderr,
    /what was learned is not kept\. To keep it, name a file with --save/,
  );
  const kept = tag('A hull.', '--learn', learn, '--save', join(directory, 'kept.safetensors'));
  assert.doesNotMatch(kept.stderr, /not kept/);
});

test('the ending of the file of an explanation says its form, where no --format does', () => {
  const text = 'The hull of a boat floats on the water.';
  const explained = (name: string, ...args: string[]) => {
    const output = join(directory, name);
    const { status, stderr } = run(['explain', text, '--output', output, ...args]);
    const written = existsSync(output) ? readFileSync(output, 'utf8') : undefined;
    rmSync(output, { force: true });
    return { status, stderr, written };
  };
  const begins = { terminal: /^ +keyword/, json: /^\{/, html: /^<!doctype html>/i, svg: /^<svg/ };
  const endings = { txt: 'terminal', json: 'json', html: 'html', HTM: 'html', svg: 'svg' } as const;
  for (const [ending, form] of Object.entries(endings)) {
    for (const format of Object.keys(begins) as (keyof typeof begins)[]) {
      const { status, stderr, written } = explained(`why.${ending}`, '--format', format);
      assert.equal(status, 0, stderr);
      assert.match(written!, begins[format], `${format} in .${ending}`);
    }
    assert.match(explained(`why.${ending}`).written!, begins[form], ending);
  }
  assert.match(explained('why', '--format', 'svg').written!, begins.svg);
  const { status, stderr, written } = explained('why.csv');
  assert.deepEqual([status, written], [2, undefined]);
  assert.match(
    stderr,
    /its extension must name the format: \.txt, \.json, \.html, \.htm, \.svg\. Otherwise set --format\./,
  );
});

test('the format that is asked for goes before the one that the name of the output file says', () => {
  for (const command of [['tag', '--tags', list], ['extract']]) {
    const written = (name: string, ...args: string[]) => {
      const output = join(directory, name);
      const { status, stderr } = run([...command, '--output', output, 'A boat.', ...args]);
      assert.equal(status, 0, stderr);
      const contents = readFileSync(output, 'utf8');
      rmSync(output);
      return contents;
    };
    assert.match(written('formats.csv'), /^\w+,\w+/);
    assert.match(written('formats.csv', '--format', 'jsonl'), /^\{"/);
    assert.match(written('formats.txt', '--format', 'csv'), /^\w+,\w+/);
    assert.match(written('formats.parquet', '--format', 'table'), /^ *(tag|keyword) /);
  }
});

test('a text that --learn takes for a file is told from one', () => {
  const learn = file('before.jsonl', '{"text":"A mast and a hull.","tags":["sailing"]}\n');
  const { status, stderr } = tag('--learn', learn, 'A hull.');
  assert.equal(status, 2);
  assert.match(stderr, /There is no file A hull\. to learn from\. --learn takes all names .* put texts before it/);
});

test('an index is saved over itself with what it has learned since', () => {
  const grown = join(directory, 'grown.safetensors');
  const learn = file('grow.jsonl', '{"text":"A mast and a hull.","tags":["sailing"]}\n');
  assert.equal(tag('--save', grown).status, 0);
  const learned = run(['tag', '--tags', grown, '--learn', learn, '--save', grown]);
  assert.equal(learned.status, 0, learned.stderr);
  assert.match(learned.stderr, /learned from [1-9]/);
});

test('a language of labels is refused where it would not be followed', () => {
  const saved = join(directory, 'saved.safetensors');
  assert.equal(tag('--save', saved).status, 0);
  const { status, stderr } = run(['tag', '--tags', saved, '--tags-language', 'en', 'A boat.']);
  assert.equal(status, 2);
  assert.match(stderr, /--tags-language is for SKOS vocabularies/);
});

test('a list is read once', { skip: process.platform === 'win32' }, () => {
  // What was written to a pipe can be read once.
  const pipe = join(directory, 'pipe.txt');
  execFileSync('mkfifo', [pipe]);
  const command = `cat "$1" > "$2" & timeout 60 "$3" "$4" tag --tags "$2" --top-n 1 'All the boats.'`;
  const args = ['-c', command, 'sh', list, pipe, process.execPath, main];
  assert.match(execFileSync('sh', args, { encoding: 'utf8' }), /sailing/);
});

test('where no tag is found, no head of a table stands before the message', () => {
  const { status, stdout, stderr } = tag('the of and');
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, /^No tag was found: /);
});
