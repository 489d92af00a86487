import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { LineSplitter } from '../../packages/core/dist/records/bounded-lines.js';
import { escapeField, jsonField, unescapeField } from '../../packages/telltale/dist/cli/tsv-fields.js';
import { start } from '../support.js';
import { main, run } from './command.js';

function filter(input: string | Uint8Array, ...args: string[]) {
  const { status, stdout: text, stderr } = run(['extract', ...args], input);
  assert.ok(text === '' || text.endsWith('\n'));
  return { status, stderr, lines: text.split('\n').slice(0, -1) };
}

const awkward = fc.string({ unit: fc.constantFrom('\\', '\t', '\n', '\r', 'N', 'n', 't', '"', 'é', '字', '\u2028') });

test('a field comes back from its escapes, and never breaks a line or a column', () => {
  fc.assert(
    fc.property(fc.option(fc.oneof(awkward, fc.string({ unit: 'binary' }))), (value) => {
      const field = escapeField(value);
      assert.doesNotMatch(field, /[\t\n\r]/);
      assert.equal(unescapeField(field), value);
    }),
  );
});

test('a field of JSON is the same JSON to those who undo escapes and to those who do not', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), awkward), (value) => {
      const field = jsonField(value);
      assert.doesNotMatch(field, /[\t\n\r]/);
      assert.equal(unescapeField(field), field);
      assert.deepEqual(JSON.parse(field), JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('lines are the same however the stream is cut into chunks; a long one keeps its head alone', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (noise, size) => {
      const bytes = noise.map((byte) => (byte < 80 ? 10 : byte < 120 ? 13 : byte));
      const cut = (chunk: number) => {
        const splitter = new LineSplitter(6);
        const lines = [];
        for (let at = 0; at < bytes.length; at += chunk) lines.push(...splitter.push(bytes.subarray(at, at + chunk)));
        return [...lines, ...splitter.end()].map(({ bytes, length }) => ({ bytes: [...bytes], length }));
      };
      const whole = Buffer.from(bytes).toString('latin1').split('\n');
      if (whole.at(-1) === '') whole.pop();
      const expected = whole.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
      const lines = cut(size);
      assert.deepEqual(lines, cut(bytes.length || 1));
      assert.deepEqual(
        lines.map(({ bytes }) => Buffer.from(bytes).toString('latin1')),
        expected.map((line) => line.slice(0, 6)),
      );
      for (const [i, { length }] of lines.entries()) {
        assert.equal(length > 6, expected[i].length > 6 || length === 7);
      }
    }),
  );
});

const text = '太阳是一颗恒星，行星围绕太阳。';

test('lines are cut as they are asked for, so that others have their turn between thousands of empty ones', () => {
  const chunk = Buffer.alloc(100_000, 10);
  const lines = new LineSplitter(6).push(chunk);
  assert.deepEqual(lines.next().value, { bytes: new Uint8Array(0), length: 0 });
  chunk.fill(65);
  assert.equal([...lines].length, 0);
});

test('jsonl: a line for a line, in order; fields pass through to the digit; errors stay in their records', () => {
  const { status, lines, stderr } = filter(
    [
      `\ufeff{"id": 12345678901234567890, "text": "${text}"}`,
      '',
      '[1]',
      '{"text":null}',
      '{"body":"x"}',
      '{"id":5,"text":5}',
      `{"text":"${text}","keywords":"old","error":1}\r`,
      '{}',
      '{"text":""}',
      `{"id":"last","text":"${text}"}`,
    ].join('\n'),
    '--io',
    'jsonl',
    '-n',
    '3',
  );
  assert.equal(status, 0, stderr);
  assert.equal(lines.length, 10);
  assert.match(lines[0], /^\{"id": 12345678901234567890, "text": "太阳/);
  const records = lines.map((line) => JSON.parse(line));
  assert.ok(records[0].keywords.some((keyword: { text: string }) => keyword.text === '太阳'));
  assert.deepEqual(records[3], { text: null, keywords: null });
  assert.deepEqual(records[6].keywords, records[0].keywords);
  assert.equal(records[6].error, undefined);
  assert.deepEqual([records[8].text, records[8].keywords, records[8].error.code], ['', undefined, 'INVALID_TEXT']);
  assert.equal(records[9].id, 'last');
  assert.deepEqual(records[9].keywords, records[0].keywords);
  assert.match(records[8].error.message, /^Line 9: The text is empty/);
  for (const i of [1, 2, 4, 5, 7]) {
    assert.equal(records[i].error.code, 'INVALID_TEXT', lines[i]);
    assert.match(records[i].error.message, new RegExp(`^Line ${i + 1} `));
  }
  assert.equal(records[5].id, 5);
});

test('jsonl: marks before lines are left out, as joined files have them, and one alone is no record', () => {
  const line = `{"text":"${text}"}`;
  const { status, lines } = filter(`\ufeff\ufeff${line}\n\ufeff${line}\n${line}\n\ufeff`, '--io', 'jsonl');
  assert.equal(status, 0);
  assert.deepEqual(lines.slice(0, 2), [lines[2], lines[2]]);
  assert.equal(JSON.parse(lines[2]).error, undefined);
});

test('jsonl: fields pass through to the digit where a field gives way to what is added, too', () => {
  const line =
    '{"id": 12345678901234567890, "keywords": {"old": [1]}, "n":[9007199254740993], "text":"太阳", "x":1.50}';
  const { lines } = filter(line, '--io', 'jsonl');
  const head = '{"id":12345678901234567890,"n":[9007199254740993],"text":"太阳","x":1.50,"keywords":[';
  assert.equal(lines[0].slice(0, head.length), head);
  assert.deepEqual(Object.keys(JSON.parse(lines[0])), ['id', 'n', 'text', 'x', 'keywords', 'language']);
});

test('jsonl: the language that a text was read in is added, unless the record has a field of that name', () => {
  const { lines } = filter(
    '{"text":"Der Hund jagt die Katze."}\n{"language":"xx","text":"Der Hund jagt die Katze."}',
    '--io',
    'jsonl',
  );
  const [read, own] = lines.map((line) => JSON.parse(line));
  assert.equal(read.language, 'de');
  assert.deepEqual(Object.keys(own), ['language', 'text', 'keywords', 'languageFound', 'notice']);
  assert.equal(own.language, 'xx');
  assert.equal(own.notice, read.notice);
});

test('jsonl: how the language was told and what to know of the keywords are added, unless the record has fields of these names', () => {
  const { lines } = filter(
    '{"text":"arte moderna"}\n{"notice":0,"text":"arte moderna"}\n{"text":"今天天气很好","o":{"lang":"en"}}',
    '--io',
    'jsonl',
    '--options-field',
    'o',
  );
  const [told, own, given] = lines.map((line) => JSON.parse(line));
  assert.equal(told.languageFound.reason, 'common words');
  assert.match(told.notice, /it is so short that it may be/);
  assert.equal(own.notice, 0);
  assert.match(given.notice, /which was given, but it is plainly in Chinese \(zh\): set lang/);
  assert.equal(given.languageFound, undefined);
});

test('tsv: other columns pass through as written; NULL, bytes that are not UTF-8, columns that are missing', () => {
  const input = Buffer.concat([
    Buffer.from(`1\ta\\tb\t太阳是\\n一颗恒星\n2\t\tC:\\下载\n3\tx\t\\N\n4\ty\t`),
    Buffer.from([0xff, 10]),
  ]);
  const { status, lines } = filter(input, '--io', 'tsv', '-n', '1');
  assert.equal(status, 0);
  assert.deepEqual(
    lines.map((line) => line.split('\t').slice(0, -1)),
    [
      ['1', 'a\\tb'],
      ['2', ''],
      ['3', 'x'],
      ['4', 'y'],
    ],
  );
  const results = lines.map((line) => line.split('\t').at(-1)!);
  assert.equal(JSON.parse(results[0]).length, 1);
  assert.equal(results[2], '\\N');
  assert.equal(JSON.parse(results[3]).error.code, 'INVALID_TEXT');

  const second = filter(`${text}\t7\n`, '--io', 'tsv', '--field', '1').lines[0].split('\t');
  assert.equal(second[0], '7');
  assert.ok(JSON.parse(second[1]).length > 0);
  const missing = filter('a\tb\n', '--io', 'tsv', '--field', '3').lines[0].split('\t');
  assert.deepEqual(missing.slice(0, 2), ['a', 'b']);
  assert.match(JSON.parse(missing[2]).error.message, /2 columns/);
});

test('a line with \\x01 and no tab names ROW FORMAT; one with both is as it is', () => {
  const { lines } = filter('7\x01太阳是一颗恒星\n8\t太阳\x01是一颗恒星\n', '--io', 'tsv');
  assert.match(JSON.parse(lines[0]).error.message, /^Line 1 has no tab.*ROW FORMAT DELIMITED/);
  assert.match(lines[1], /^8\t\[/);
});

test('a line beyond the bound is an error in its place, and what follows it is worked on', () => {
  const long = `{"text":"${'长'.repeat(100_000)}"}\n`;
  const good = `{"text":"${text}"}\n`;
  const { status, lines } = filter(good + long + good, '--io', 'jsonl', '--max-line-bytes', '1000');
  assert.equal(status, 0);
  assert.equal(lines.length, 3);
  assert.match(JSON.parse(lines[1]).error.message, /300011 bytes/);
  assert.equal(lines[2], lines[0]);
});

test('byte-order marks before a line do not count against the bound', () => {
  const line = `{"text":"${text}"}`;
  const bytes = String(Buffer.byteLength(line));
  const { lines } = filter(
    `${line}\n\ufeff${line}\n\ufeff\ufeff${line} \n`,
    '--io',
    'jsonl',
    '--max-line-bytes',
    bytes,
  );
  assert.equal(lines[1], lines[0]);
  assert.match(
    JSON.parse(lines[2]).error.message,
    new RegExp(`has ${Number(bytes) + 1} bytes, more than the ${bytes} `),
  );
});

test('several threads give what one gives', () => {
  const input = Array.from({ length: 300 }, (_, i) => (i % 50 === 7 ? 'broken' : `{"id":${i},"text":"${text}${i}"}`));
  const [one, two] = ['1', '2'].map((threads) => filter(input.join('\n'), '--io', 'jsonl', '--threads', threads));
  assert.equal(one.lines.length, 300);
  assert.deepEqual(two, one);
});

test('what was sent is answered without the end of the input, and a reader that goes away is no error', async () => {
  for (const threads of ['1', '2']) {
    const child = start(process.execPath, [main, 'extract', '--io', 'jsonl', '--threads', threads]);
    const ended = once(child, 'exit');
    child.stdin.write(`{"text":"${text}"}\n{"text":"${text}"}\n{"text":`);
    let answer = '';
    for await (const chunk of child.stdout) {
      answer += chunk;
      if (answer.split('\n').length === 3) break; // Leaving the loop closes the pipe.
    }
    child.stdin.on('error', () => {});
    child.stdin.end('"x"}\n');
    const [code] = await ended;
    assert.equal(code, 0);
  }
});

test('only what is wrong with the command itself is fatal', () => {
  for (const [args, message] of [
    [['--model', './none.safetensors'], /no file/],
    [['text'], /standard input/],
    [['--top-n', '0'], /topN/],
  ] as const) {
    const { status, stderr, lines } = filter('{"text":"a"}\n', '--io', 'jsonl', ...args);
    assert.equal(status, 2);
    assert.match(stderr, message);
    assert.deepEqual(lines, []);
  }
  assert.match(filter('a\n', '--io', 'tsv', '--field', 'text').stderr, /number of a column/);
});

test('how many lines failed is said on standard error, for whoever looks at no line', () => {
  const { status, stderr, lines } = filter('{"x":1}\n{"text":"太阳"}\n{"x":2}\n', '--io', 'jsonl');
  assert.deepEqual([status, lines.length], [0, 3]);
  assert.match(stderr, /^telltale: 2 of 3 lines failed, line 1 first\.$/m);
  assert.equal(filter('{"text":"太阳"}\n', '--io', 'jsonl').stderr, '');
});

test('a run of which every line failed ends as an error, and its lines are answered', () => {
  const { status, stderr, lines } = filter('{"x":1}\n{"x":2}\n', '--io', 'jsonl');
  assert.deepEqual([status, lines.length], [2, 2]);
  assert.match(stderr, /^telltale: 2 of 2 lines failed/m);
  assert.equal(filter('', '--io', 'jsonl').status, 0);
  assert.equal(filter('\\N\n', '--io', 'tsv').status, 0);
});

test('a reader that rests holds the filter up, and nothing is lost', async () => {
  const child = start(process.execPath, [main, 'extract', '--io', 'jsonl']);
  const pad = 'x'.repeat(1000);
  const total = 12_000;
  const line = (id: number) => `${JSON.stringify({ id, pad, text: ' ' })}\n`;
  let taken = 0;
  const sent = (async () => {
    for (let id = 0; id < total; id++) {
      await new Promise<void>((resolve) => child.stdin.write(line(id), () => resolve()));
      taken++;
    }
    child.stdin.end();
  })();
  // The filter works; from here on nobody reads until it takes no more.
  await once(child.stdout, 'readable');
  let before = -1;
  while (taken > before) {
    before = taken;
    await sleep(1000);
  }
  assert.ok(taken < total / 4, `${taken} of ${total} lines were taken though nobody read the answers`);
  let next = 0;
  for await (const answer of createInterface({ input: child.stdout })) {
    assert.equal(JSON.parse(answer).id, next++);
  }
  await sent;
  assert.equal(next, total);
});

test('a record may have options of its own, with one thread and with several; wrong ones are its error alone', () => {
  const given = ['{"topN":1}', '\\N', '{"topN":"x"}', '[1]', '{"topN":1,"candidates":["很大"]}', '{"lang":7}'];
  const tsv = given.map((options) => `${options}\t太阳很大，太阳是一颗恒星，太阳发光\n`).join('');
  for (const threads of ['1', '2']) {
    const { lines } = filter(tsv, '--io', 'tsv', '--options-field', '1', '--threads', threads);
    const found = lines.map((line) => JSON.parse(line));
    assert.deepEqual(
      found.map((one) => (one.error ? one.error.code : one.length > 1 ? 'several' : one[0].text)),
      ['太阳', 'several', 'INVALID_OPTION', 'INVALID_TEXT', '很大', 'INVALID_OPTION'],
    );
    assert.match(found[3].error.message, /column 1; expected an object as \{"topN": 3\}/);
  }
  const jsonl = ['{"topN":1}', 'null', '7'].map((options) => `{"text":"太阳是一颗恒星","o":${options}}\n`).join('');
  const records = filter(jsonl, '--io', 'jsonl', '--options-field', 'o').lines.map((line) => JSON.parse(line));
  assert.equal(records[0].keywords.length, 1);
  assert.ok(records[1].keywords.length > 1);
  assert.match(records[2].error.message, /the field "o"/);
});

test('explain is a filter, too', () => {
  const { stdout, status } = spawnSync(process.execPath, [main, 'explain', '--io', 'tsv'], {
    input: '太阳是一颗恒星\n\\N\n',
    encoding: 'utf8',
  });
  const [explained, nothing] = stdout.split('\n');
  assert.equal(status, 0);
  const { keywords, explanation, svg } = JSON.parse(explained);
  assert.equal(explanation.contributions.length, keywords.length);
  assert.match(svg, /^<svg /);
  assert.equal(nothing, '\\N');
  const jsonl = spawnSync(process.execPath, [main, 'explain', '--io', 'jsonl'], {
    input: '{"text":"arte moderna"}\n',
    encoding: 'utf8',
  });
  const record = JSON.parse(jsonl.stdout);
  assert.deepEqual(Object.keys(record), ['text', 'explanation']);
  for (const name of ['language', 'languageFound', 'notice']) assert.ok(record.explanation[name], name);
});
