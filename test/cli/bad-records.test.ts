import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readRecords } from '../../packages/core/dist/node.js';
import { randomOf } from '../formats/damage.js';
import { temporaryDirectory } from '../support.js';
import { fileIn, main, run } from './command.js';

const directory = temporaryDirectory();
const file = fileIn(directory);

const extract = (...args: string[]) => run(['extract', '-n', '1', '--format', 'jsonl', ...args]);
/** The same to a file, whose ending says the format. */
const extractTo = (output: string, ...args: string[]) => run(['extract', '-n', '1', '--output', output, ...args]);
const lines = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const mixed = file(
  'mixed.jsonl',
  `{"id":"=1+1","text":"太阳是一颗恒星"}\n${['{"id":7,"text":null}', '3', '["a"]', '{"id":"x"}', '{"text":', '{"text":5}'].join('\n')}\n{"id":"b","text":"行星围绕太阳公转"}\n`,
);

test('bad records are answered with their errors, good ones with keywords, all in order', () => {
  const { status, stdout, stderr } = extract('--file', mixed);
  assert.equal(status, 0, stderr);
  const found = lines(stdout);
  assert.equal(found.length, 8);
  assert.deepEqual(
    found.map(({ error }) => error?.code),
    [undefined, ...Array(6).fill('INVALID_TEXT'), undefined],
  );
  assert.deepEqual([found[1].id, found[0].keywords[0].text], [7, '太阳']);
  assert.match(stderr, /6 of 8 records failed:\n.*mixed\.jsonl:2 has null.*\n.*:3 is not a JSON object/);
  assert.match(stderr, /and 1 more/);
});

test('a record that failed is named once in a table and once in the summary, whatever the format', () => {
  const rows = ['太阳是一颗恒星', ''];
  const broken = {
    'once.json': JSON.stringify([{ text: rows[0] }, { text: null }, 3, { text: '' }]),
    'once.jsonl': `{"text":"${rows[0]}"}\n{"text":null}\n3\n{"text":""}\n`,
    'once.csv': `id,text\n,${rows[0]}\n2\n,\n`,
    'once.tsv': `text\tid\n${rows[0]}\t\n2\n\t\n`,
    'once.jsonl.gz': gzipSync(`{"text":"${rows[0]}"}\n{"text":null}\n`.repeat(5)).subarray(0, -9),
    'once.html': '<p></p>',
    'once.txt': Uint8Array.of(0xff, 0xff),
    // A word of the message.
    text: '',
  };
  const good = file('good.txt', rows[0]);
  for (const [name, contents] of Object.entries(broken)) {
    const path = file(name, contents as string);
    for (const command of [['extract'], ['tag', '--tags', file('once-tags.txt', '恒星\n')]]) {
      const { stdout, stderr } = run([...command, '--file', path, good, '--on-error', 'skip']);
      for (const block of stdout.split('\n\n').filter((block) => block.includes('error: '))) {
        assert.equal(block.split(path).length, 2 + Number(/Cannot read/.test(block)), block);
      }
      const [counts, ...places] = stderr.trim().split('\n');
      assert.match(counts, /\d of \d+ records failed:/, stderr);
      for (const place of places.slice(0, 5)) assert.equal(place.split(path).length, 2, stderr);
    }
  }
});

for (const encoding of ['utf-16le', 'utf-16be']) {
  const inUtf16 = (text: string) => {
    const bytes = Buffer.from(text, 'utf16le');
    return encoding === 'utf-16be' ? bytes.swap16() : bytes;
  };
  const named = (start: string) => new RegExp(`${start} UTF-16.*--encoding ${encoding}(?! or)\\b`);

  test(`${encoding} without a mark is refused with the option that reads it`, () => {
    for (const [name, text, isRead] of [
      ['unmarked.txt', '太阳是一颗恒星\n'.repeat(9), /恒星/],
      ['latin.txt', 'the sun is a star\n', /sun/],
      ['unmarked.csv', 'text\n太阳是一颗恒星\n', /太阳/],
      ['unmarked.jsonl', '{"text":"the sun is a star"}\n', /sun/],
    ] as const) {
      const path = file(name, inUtf16(text));
      const { status, stderr } = extract('--file', path);
      const said = name === 'unmarked.txt' ? /UTF-16.*--encoding utf-16le or utf-16be/ : named('looks like');
      assert.deepEqual([status, said.test(stderr)], [2, true], stderr);
      assert.match(extract('--file', path, '--encoding', encoding).stdout, isRead);
    }
  });

  test(`the first line of a corpus in ${encoding} names it`, () => {
    const { status, stderr } = run([
      'train',
      file('corpus.txt', inUtf16('sun moon\nstar\n')),
      '-o',
      join(directory, 'x'),
    ]);
    assert.deepEqual([status, named('corpus.txt:1 looks like').test(stderr)], [2, true], stderr);
  });

  test(`a line of ${encoding} in a filter names it, a later one either order`, () => {
    for (const [form, text] of [
      ['jsonl', '{"text":"the sun"}\n{"text":"the moon"}\n{"text":"a star"}\n'],
      ['tsv', '1\tthe sun\n2\tthe moon\n3\ta star\n'],
    ]) {
      const { stdout } = run(['extract', '--io', form], inUtf16(text));
      assert.match(stdout, named('Line 1 looks like'));
      for (const number of [2, 3])
        assert.match(stdout, new RegExp(`Line ${number} looks like UTF-16.*--encoding utf-16le or utf-16be`));
    }
  });
}

test('a table and a Parquet file have a column for errors, and groups leave bad records out', async () => {
  for (const name of ['errors.csv', 'errors.parquet']) {
    const output = join(directory, name);
    assert.equal(extractTo(output, '--file', mixed).status, 0);
    const errors: boolean[] = [];
    for await (const { fields } of readRecords(output)) errors.push(fields.error !== '');
    assert.deepEqual(errors, [false, true, true, true, true, true, true, false]);
  }
  const [group] = lines(extract('--file', mixed, '--group-by', 'all').stdout);
  assert.equal(group.documents, 2);
});

test('--on-error stop and --max-errors end the run with exit code 2 and no output file', () => {
  for (const options of [
    ['--on-error', 'stop'],
    ['--max-errors', '3'],
  ]) {
    const output = join(directory, 'stopped.csv');
    const { status, stderr } = extractTo(output, '--file', mixed, ...options);
    assert.equal(status, 2, stderr);
    assert.match(stderr, /mixed\.jsonl:2/);
    assert.ok(!existsSync(output));
  }
});

test('where every record is bad the exit code is 2', () => {
  assert.equal(extract('--file', file('all-bad.jsonl', '1\n2\n')).status, 2);
});

test('cells that spreadsheets would compute are written as text, unless --raw-csv', () => {
  const guarded = run(['extract', '-n', '1', '--format', 'csv', '--file', mixed]).stdout;
  assert.match(guarded, /^'=1\+1,1,/m);
  const raw = run(['extract', '-n', '1', '--format', 'csv', '--raw-csv', '--file', mixed]).stdout;
  assert.match(raw, /^=1\+1,1,/m);
});

test('a missing table is one line and exit code 2, without a stack', () => {
  const { status, stderr } = extract('--file', join(directory, 'none.csv'));
  assert.deepEqual([status, stderr], [2, `telltale: There is no file ${join(directory, 'none.csv')}.\n`]);
});

const gbText = Buffer.concat([Buffer.from('id,text\n1,'), Uint8Array.of(0xcc, 0xab, 0xd1, 0xf4), Buffer.from('\n')]);

test('tables of other encodings are refused, or read with --encoding and by the mark of UTF-16', () => {
  const path = file('gb.csv', gbText);
  const refused = extract('--file', path);
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /gb\.csv:2 is not UTF-8.*--encoding gb18030/);
  assert.equal(lines(extract('--file', path, '--encoding', 'gb18030').stdout)[0].keywords[0].text, '太阳');
  const utf16 = file('utf16.csv', Buffer.from('\ufeffid,text\n1,太阳\n', 'utf16le'));
  assert.equal(lines(extract('--file', utf16).stdout)[0].keywords[0].text, '太阳');
  assert.match(
    extract('--encoding', 'nonsense', '太阳').stderr,
    /encoding \(--encoding\) is "nonsense", which is not a known encoding/,
  );
});

test('JSON and tables are known by what they hold, in files and on standard input', () => {
  const array = '[{"id":"a","text":"太阳"},\n{"id":"b","text":"行星"}]';
  const sources = (result: { stdout: string }) => lines(result.stdout).map(({ source }) => source);
  const stdin = (text: string, ...args: string[]) => run(['extract', '--format', 'jsonl', ...args], text);
  assert.deepEqual(sources(extract('--file', file('array.json', array))), ['a', 'b']);
  assert.deepEqual(sources(stdin(array)), ['a', 'b']);
  assert.deepEqual(sources(stdin('{"id":"a","body":"太阳"}\n', '--field', 'body')), ['a']);
  assert.deepEqual(sources(stdin('id,text\na,太阳\n')), ['a']);
  assert.deepEqual(sources(stdin('id|text\na|太阳\n', '--input-format', 'csv', '--delimiter', '|')), ['a']);
});

test('a binary file that begins as JSON does is refused once, but a damaged record costs only itself', () => {
  const random = randomOf(3);
  const binary = Buffer.from(Array.from({ length: 100_000 }, () => Math.floor(random() * 256)));
  for (const begin of ['[', '{', '[{"', '[{"text":"', '{"text":"', '[1,']) {
    const { status, stdout, stderr } = extract('--file', file('unnamed', Buffer.concat([Buffer.from(begin), binary])));
    assert.deepEqual([status, stdout], [2, ''], begin);
    assert.match(stderr, /^telltale: .*unnamed holds NUL bytes: it is a binary file.*\n$/, begin);
  }
  const damaged = run(
    ['extract', '--format', 'jsonl'],
    '{"text":"太阳\0\0\0"}\n{"text":"太阳是一颗恒星，行星绕太阳转"}\n',
  );
  assert.equal(damaged.status, 0);
  assert.ok(lines(damaged.stdout)[1].keywords.some(({ text }: { text: string }) => text === '太阳'));
});

test('a field that cannot be used is an error', () => {
  assert.match(extract('--field', 'body', '太阳').stderr, /--field body names a field of records/);
  assert.equal(run(['extract', '--field', 'body'], '太阳').status, 2);
});

test('packed files are read, and those that are not name the command that unpacks them', () => {
  const packed = file('packed.jsonl.gz', gzipSync('{"text":"太阳"}\n'));
  assert.equal(lines(extract('--file', packed).stdout)[0].keywords[0].text, '太阳');
  // What zstd 1.5 makes of {"text":"太阳"} and a newline.
  const zstd = file(
    'packed.jsonl.zst',
    Buffer.from('28b52ffd24129100007b2274657874223a22e5a4aae998b3227d0a6d0ba922', 'hex'),
  );
  assert.equal(lines(extract('--file', zstd).stdout)[0].keywords[0].text, '太阳');
  const bzip2 = extract('--file', file('packed.jsonl.bz2', 'BZh91AY&SY'));
  assert.equal(bzip2.status, 2);
  assert.match(bzip2.stderr, /bunzip2/);
});

test('what stands before a cut in a packed file or an array is answered, and the exit code is 2', () => {
  // Texts that hardly pack, so that a part of the file holds a part of them.
  const random = randomOf(1);
  const noise = () => random().toString(36).slice(2);
  const texts = Array.from({ length: 200 }, () => `太阳 ${noise()}${noise()}`);
  const whole = gzipSync(texts.map((text) => `${JSON.stringify({ text })}\n`).join(''));
  const table = gzipSync(`text\n${texts.join('\n')}\n`);
  const array = JSON.stringify(texts.map((text) => ({ text })));
  const changed = (bytes: Uint8Array, at: number) => bytes.with(bytes.length + at, bytes.at(at)! ^ 1);
  const zstandard = Buffer.from('28b52ffd24129100007b2274657874223a22e5a4aae998b3227d0a6d0ba922', 'hex');
  // That is one block, its last; here it is not.
  const block = Buffer.concat([Buffer.of(0x90, 0, 0), zstandard.subarray(9, -4)]);
  for (const [name, contents, least] of [
    ['cut.jsonl.gz', whole.subarray(0, whole.length / 2), 80],
    ['cut.csv.gz', table.subarray(0, table.length / 2), 80],
    ['between.json', `${array.slice(0, -1)},`, 200],
    ['after.json', array.slice(0, -1), 200],
    ['within.json', array.slice(0, -10), 199],
    ['within.ndjson.gz', gzipSync('{"text":"太阳"}\n').subarray(0, -4), 1],
    ['followed.jsonl.gz', Buffer.concat([whole, Buffer.from('something else')]), 200],
    ['second-damaged.jsonl.gz', Buffer.concat([whole, whole.subarray(0, 10), Buffer.alloc(9, 255)]), 200],
    ['check.jsonl.gz', changed(whole, -6), 200],
    ['length.csv.gz', changed(table, -2), 200],
    ['followed.jsonl.zst', Buffer.concat([zstandard, Buffer.alloc(20, 1)]), 1],
    // The block that follows is of a kind that there is not.
    ['damaged.jsonl.zst', Buffer.concat([zstandard.subarray(0, 4), Buffer.of(0, 0x58), block, Buffer.of(7, 0, 0)]), 1],
  ] as const) {
    const path = file(name, contents);
    const { status, stdout } = extract('--file', path);
    const found = lines(stdout);
    const answered = found.filter(({ keywords }) => keywords).length;
    assert.equal(status, 2, name);
    assert.equal(found.at(-1).error.code, 'FILE_UNREADABLE', name);
    assert.ok(answered >= least && answered <= texts.length, `${answered} of ${name}`);
    if (least < 2) continue;
    const shown = run(['train', path, '-o', join(directory, 'cut.safetensors'), '--min-count', '1', '--epochs', '1']);
    assert.equal(shown.status, 2, name);
    assert.match(shown.stderr, new RegExp(`Read ${answered} documents`), name);
  }
});

test('Parquet on standard input is refused with what to do', () => {
  const { status, stderr } = run(['extract', '--input-format', 'parquet'], 'x');
  assert.equal(status, 2);
  assert.match(stderr, /Parquet cannot be read from standard input.* Write it to a file/);
});

test('a text longer than --max-text is an error of its own', () => {
  const path = file('long.jsonl', '{"text":"太阳"}\n{"text":"太阳太阳太阳"}\n');
  const found = lines(extract('--file', path, '--max-text', '4').stdout);
  assert.match(
    found[1].error.message,
    /has 6 characters; a text may have 4 characters\. Split it, or raise --max-text/,
  );
  assert.equal(extract('--file', file('long.txt', '太阳是恒星'), '--max-text', '4').status, 2);
});

test('a directory says which files it left out, and an empty one that there is nothing', () => {
  const folder = join(directory, 'folder');
  mkdirSync(folder);
  assert.match(extract('--file', folder).stderr, /there is no file to read/);
  writeFileSync(join(folder, 'a.txt'), '太阳');
  writeFileSync(join(folder, 'b.png'), '');
  const { status, stderr } = extract('--file', folder);
  assert.equal(status, 0);
  assert.match(stderr, /left out 1 file by extension: .*b\.png/);
});

test('of a directory, what cannot be opened is said, and a folder that may not be listed is an error in its place', {
  skip: process.platform === 'win32',
}, (t) => {
  // Root may list every folder.
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const runAs = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { ...user, encoding: 'utf8' });
  const folder = mkdtempSync(join(tmpdir(), 'telltale-mixed-'));
  t.after(() => {
    chmodSync(join(folder, 'locked'), 0o700);
    rmSync(folder, { recursive: true });
  });
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'a.txt'), '太阳是恒星');
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.of(0xb0, 0xa1), Buffer.from('.txt')]), '太阳');
  symlinkSync('nowhere.txt', join(folder, 'broken.txt'));
  mkdirSync(join(folder, 'locked'));
  writeFileSync(join(folder, 'locked', 'b.txt'), '太阳');
  chmodSync(join(folder, 'locked'), 0);
  if (runAs('--version').status !== 0) return t.skip('another user cannot run the command here');
  const { status, stdout, stderr } = runAs('extract', '--file', folder, '--format', 'jsonl');
  assert.equal(status, 2);
  const [first, second, ...others] = lines(stdout);
  assert.equal(first.keywords.length, 2);
  assert.equal(second.error.code, 'FILE_UNREADABLE');
  assert.deepEqual(others, []);
  assert.match(stderr, /left out what cannot be opened, .*: .*broken\.txt, .*\ufffd\.txt\n/);
  const inside = runAs('extract', '--file', join(folder, 'locked', 'b.txt'));
  assert.match(inside.stderr, /Cannot read .*b\.txt: EACCES/);
});

test('inputs that hold no text at all say so, and a file without a name is an error', () => {
  const [table, array] = [join(directory, 'no-rows.csv'), join(directory, 'no-elements.json')];
  writeFileSync(table, 'id,text\n');
  writeFileSync(array, '[]');
  const { status, stdout, stderr } = extract('--file', table, '--file', array);
  assert.deepEqual([status, stdout], [1, '']);
  assert.ok(stderr.includes(`There is no text in ${table}, ${array}.`), stderr);
  const empty = extract('--file', '');
  assert.equal(empty.status, 2);
  assert.match(empty.stderr, /--file is empty: name a file, or - for standard input/);
});

test('an option that takes a list does not swallow the text after it, and may be repeated', () => {
  const texts = extract('--parts-of-speech', 'v', '--parts-of-speech', 'n', '太阳是一颗恒星');
  assert.equal(texts.status, 0, texts.stderr);
  assert.equal(lines(texts.stdout)[0].keywords[0].text, '太阳');
  assert.equal(lines(extract('--candidates', '恒星,行星', '太阳是一颗恒星').stdout)[0].keywords[0].text, '恒星');
});

test('a part of speech that the tokenizer does not have is an error naming those it has', () => {
  const { status, stderr } = extract('--parts-of-speech', 'noun', '太阳是一颗恒星');
  assert.equal(status, 2);
  assert.match(stderr, /is noun; the tokenizer jieba has a, ad, .*, n, /);
  assert.equal(extract('--parts-of-speech', 'n,NOUN', '太阳是一颗恒星').status, 0);
});

test('a text that is the name of a file or an address is an error that says how to read it', () => {
  const blank = join(directory, 'my notes.txt');
  writeFileSync(blank, 'The sun is a star.');
  for (const [text, reason] of [
    [mixed, /is the name of a file.*--file \S+ to read the file/],
    [blank, /is the name of a file.*--file "[^"]+my notes\.txt" to read/],
    ['.', /"\." is the name of a folder.*--file \. to read the folder/],
    ['none/article.txt', /there is none of that name.*--file/],
    ['https://example.org/a', /addresses are not fetched.*--file/],
  ] as const) {
    const { status, stdout, stderr } = extract(text);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, reason);
  }
  // Piped in, a name is a text.
  assert.equal(run(['extract'], 'none/article.txt').status, 1);
  // In a text they are words.
  for (const text of ['太阳见 https://example.org/a', 'See the sun in article.txt', '太阳.'])
    assert.equal(extract(text).stderr, '');
});

test('words that happen to be the name of a folder are a text', () => {
  const folder = temporaryDirectory();
  mkdirSync(join(folder, 'glacier'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'extract', 'glacier', '--lang', 'en'], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^glacier /m);
  assert.match(stderr, /"glacier" is read as a text; there is also a folder of that name, which --file glacier reads/);
});

test('an item of a list that was taken for a text is pointed at', () => {
  const text = 'The boats came back, and the mast of one broke.';
  assert.match(extract('--exclude', 'boats', 'mast', text).stderr, /"mast" is taken for a text.*--exclude.*commas/);
  assert.equal(extract('--exclude', 'boats,mast', text).stderr, '');
  assert.doesNotMatch(extract('mast', text).stderr, /is taken for a text/);
});

test('help of a command that is not there suggests one', () => {
  const { status, stderr } = run(['help', 'extrct']);
  assert.deepEqual([status, stderr], [2, 'telltale: There is no command "extrct". Did you mean extract?\n']);
  assert.match(run(['help', 'extract']).stdout, /Usage: telltale extract/);
});

test('--explain shows in a table which words add most', () => {
  const { stdout } = run(['extract', '--explain', '-n', '1', '太阳是一颗恒星']);
  assert.match(stdout, /words of the text that add most to its score\n太阳 +太阳 \d/);
});

test('damaged text vectors are told from binary ones and named by their line', () => {
  const inspect = (name: string, contents: string | Uint8Array) => run(['inspect', file(name, contents)]).stderr;
  assert.match(inspect('nan.vec', '2 3\na nan 1 2\nb 1 2 3\n'), /line 2 is not a word and 3 numbers/);
  assert.match(inspect('comma.vec', '2 3\na 0,1 1 2\nb 1 2 3\n'), /line 2 is not a word and 3 numbers/);
  assert.match(inspect('glove.vec', 'a nan 1 2\nb 1 2 3\n'), /line 1 is not a word and numbers: "nan"/);
  const gbk = Buffer.concat([
    Buffer.from('2 3\n'),
    Uint8Array.of(0xcc, 0xab, 0xd1, 0xf4),
    Buffer.from(' 1 2 3\nb 1 2 3\n'),
  ]);
  assert.match(inspect('gbk.vec', gbk), /line 2 and most others are not UTF-8/);
  assert.equal(inspect('mark.vec', '\ufeff2 3\na 1 2 3\nb 1 2 3\n'), '');
});

test('links that go round in a circle are no files, and do not end the run', {
  skip: process.platform === 'win32',
}, () => {
  const folder = temporaryDirectory();
  const inFolder = fileIn(folder);
  inFolder('a.txt', '太阳是一颗恒星，行星围绕着太阳公转。');
  symlinkSync('loop.txt', join(folder, 'loop.txt'));
  symlinkSync('.', join(folder, 'again'));
  const { status, stdout, stderr } = run(['extract', '--file', folder, '--format', 'jsonl']);
  assert.equal(status, 0, stderr);
  assert.deepEqual(
    lines(stdout).map(({ source }) => source),
    [join(folder, 'a.txt')],
  );
  for (const command of [
    ['extract', '--file'],
    ['train', '-o', join(folder, 'm.safetensors')],
  ]) {
    const refused = run([...command, join(folder, 'loop.txt')]);
    assert.match(refused.stderr, /^telltale: There is no file.*loop\.txt\.\n$/);
    assert.equal(refused.status, 2);
  }
});

test('an output that is one of the files that are read is refused, under whatever name', () => {
  const folder = temporaryDirectory();
  const inFolder = fileIn(folder);
  const record = `${JSON.stringify({ text: '太阳是一颗恒星，行星围绕着太阳公转。', keywords: ['太阳'] })}\n`;
  const path = inFolder('records.jsonl', record);
  const tags = inFolder('tags.txt', '太阳\n');
  const other = join(folder, 'other.jsonl');
  linkSync(path, other);
  const page = join(temporaryDirectory(), 'page.html');
  linkSync(path, page);
  for (const command of [
    ['extract', '--file', path, '-o', other],
    ['extract', '--file', folder, '-o', path],
    ['explain', '--file', path, '-o', page],
    ['tag', '--tags', tags, '--file', path, '-o', path],
    ['fit', path, '-o', path],
    ['train', folder, '-o', path],
    ['count', path, '-o', path],
    ['merge', path, '-o', other],
    ['average', path, '--model', 'zh', '-o', path],
    ['evaluate', path, '--measure', 'guess', '--write-halves', other],
  ]) {
    const { status, stderr } = run(command);
    assert.match(stderr, /is one of the input files\. Write elsewhere/, command.join(' '));
    assert.equal(status, 2);
    assert.equal(readFileSync(path, 'utf8'), record);
  }
});

test('an output that an option names as well is refused: models, lists, weights and what an @ leads to', () => {
  const folder = temporaryDirectory();
  const inFolder = fileIn(folder);
  const holds = '太阳是一颗恒星，行星围绕着太阳公转。\n';
  const texts = inFolder('texts.txt', holds);
  const model = inFolder('model.safetensors', holds);
  const table = inFolder('table.csv', holds);
  for (const [output, ...command] of [
    [model, 'convert', model, model],
    [model, 'convert', folder, model],
    [model, 'average', texts, '--model', model, '-o', model],
    [model, 'train-shard', texts, '--model', model, '--epoch', '1', '-o', model],
    [model, 'train', texts, '--input-vectors', model, '-o', model],
    [model, 'tag', '--tags', texts, '--learn', model, '--save', model],
    [table, 'extract', '太阳', '--stop-word-list', `@${table}`, '-o', table],
    [table, 'tag', '太阳', '--tags', table, '-o', table],
    [table, 'evaluate', texts, '--measure', 'guess', '--predictions', texts, table, '--write-halves', table],
    [table, 'fit', texts, '--weights', table, '-o', table],
    [table, 'explain', '太阳', '--dictionary', table, '-o', table],
  ]) {
    const { status, stderr } = run(command);
    assert.match(stderr, /is one of the input files\. Write elsewhere/, command.join(' '));
    assert.equal(status, 2);
    assert.equal(readFileSync(output, 'utf8'), holds);
  }
});

test('halves that nothing would write, or that a second data set would write over, are refused', () => {
  const folder = temporaryDirectory();
  const record = `${JSON.stringify({ text: '太阳是一颗恒星。行星围绕着太阳公转。', keywords: ['太阳'] })}\n`;
  const path = fileIn(folder)('records.jsonl', record);
  const halves = join(folder, 'halves.jsonl');
  for (const command of [
    [path, path, '--measure', 'guess'],
    [path, '--measure', 'gold'],
  ]) {
    const { status, stderr } = run(['evaluate', ...command, '--write-halves', halves]);
    assert.match(stderr, /--write-halves writes the halves of one data set, for --measure guess/);
    assert.equal(status, 2);
  }
});

test('an error of a text names the place of its record, and not its id alone', () => {
  const inFolder = fileIn(temporaryDirectory());
  const table = inFolder('table.csv', 'id,text\n1,\n2,太阳\n');
  const json = inFolder('list.json', '[{"id":"x","text":""},{"id":"y","text":"太阳"}]');
  const tags = inFolder('tags.txt', '太阳\n');
  for (const command of [['extract'], ['explain'], ['tag', '--tags', tags]]) {
    assert.match(run([...command, '--file', table]).stderr, /\n {2}\S*table\.csv:2: The text is empty/);
    assert.match(run([...command, '--file', json]).stderr, /\n {2}\S*list\.json, record 1: The text is empty/);
  }
  assert.match(run(['extract', '太阳', '']).stderr, /\n {2}Text 2: The text is empty/);
  assert.match(run(['extract', '太阳', '月', '--max-text', '1']).stderr, /\n {2}Text 1 has 2 characters/);
});

test('explain leaves out a text that has no words, and explains those after it', () => {
  const inFolder = fileIn(temporaryDirectory());
  const records = ['', '太阳是一颗恒星', '月亮'].map((text) => `${JSON.stringify({ text })}\n`).join('');
  const path = inFolder('records.jsonl', records);
  const { status, stdout, stderr } = run(['explain', '--file', path, '--format', 'json']);
  assert.equal(status, 0);
  assert.equal(stdout.match(/"outOfVocabulary"/g)?.length, 2);
  assert.match(stderr, /1 of 3 records failed/);
  const output = inFolder('explained.json', 'old');
  assert.equal(run(['explain', '--file', path, '--format', 'json', '-o', output]).status, 0);
  assert.equal(readFileSync(output, 'utf8'), stdout);
});

test('one page cannot hold the explanations of several texts, and nothing is written', () => {
  const inFolder = fileIn(temporaryDirectory());
  const path = inFolder('records.jsonl', `${JSON.stringify({ text: '太阳' })}\n${JSON.stringify({ text: '月亮' })}\n`);
  for (const format of ['html', 'svg']) {
    const output = inFolder(`page.${format}`, 'old');
    const { status, stderr } = run(['explain', '--file', path, '--format', format, '-o', output]);
    assert.match(stderr, /can show one text as (html|svg), and there are several/);
    assert.equal(status, 2);
    assert.equal(readFileSync(output, 'utf8'), 'old');
  }
});

test('an output in a folder that is read is written again, where it is none of the texts', () => {
  const folder = temporaryDirectory();
  const inFolder = fileIn(folder);
  inFolder('a.txt', '太阳是一颗恒星');
  const output = inFolder('page.svg', 'old');
  const { status, stderr } = run(['explain', '--file', folder, '--format', 'svg', '-o', output]);
  assert.equal(status, 0, stderr);
  assert.match(readFileSync(output, 'utf8'), /^<svg/);
});
