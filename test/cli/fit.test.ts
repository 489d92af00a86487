import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { presets } from '../../packages/core/dist/extract/presets.js';
import { extractOptions } from '../../packages/core/dist/options.js';
import { root, temporaryDirectory } from '../support.js';
import { fileIn, run } from './command.js';

const directory = temporaryDirectory();
const write = fileIn(directory);
const labelled = join(root, 'examples/labelled.jsonl');
const records: { text: string; keywords: string[] }[] = readFileSync(labelled, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const lines = (rows: readonly object[]) => `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;
const text = 'Hello again, and thank you. The label template shifts by a line.';

test('telltale fit writes weights that every command takes, and prints what they gain', () => {
  const output = join(directory, 'weights.json');
  const { status, stdout, stderr } = run(['fit', labelled, '-o', output]);
  assert.equal(status, 0, stderr);
  assert.match(
    stdout,
    /^40 texts \(en\)\n[\s\S]*F1@5 +F1@10\nbefore .*\nfitted to 25 .*\nfitted to 32 .*\ngain +\+\d/m,
  );
  assert.match(stderr, /Wrote .*weights.json/);
  const weights = JSON.parse(readFileSync(output, 'utf8'));
  assert.equal(weights.version, 1);
  assert.ok(JSON.stringify(weights).length < 1000);

  const extracted = (...args: string[]) => JSON.parse(run(['extract', '--format', 'json', ...args]).stdout);
  const [{ keywords }] = extracted('--weights', output, text);
  const explained = JSON.parse(run(['explain', '--format', 'json', '--weights', output, text]).stdout).keywords;
  const scores = (of: readonly { text: string; score: number }[]) => of.map(({ text, score }) => [text, score]);
  assert.notDeepEqual(scores(keywords), scores(extracted(text)[0].keywords));
  assert.deepEqual(scores(explained), scores(keywords));
  const filtered = run(['extract', '--io', 'jsonl', '--weights', output], lines([{ text }, { text }]));
  assert.deepEqual(JSON.parse(filtered.stdout.split('\n')[1]).keywords, keywords);
  const many = write('many.jsonl', lines([{ text }, { text }]));
  assert.deepEqual(extracted('--weights', output, '--file', many)[1].keywords, keywords);
  const compared = run(['evaluate', labelled, '--method', `mixture:weights=${output},mixture`, '--format', 'json']);
  const [better, shipped] = JSON.parse(compared.stdout)[0].methods;
  assert.ok(better.means['F1@5'] > shipped.means['F1@5']);
  const wrong = run(['evaluate', labelled, '--method', 'mixture:semanticWeight=many']);
  assert.match(wrong.stderr, /semanticWeight must be a number from 0 to 100, got "many"/);
  const both = run(['evaluate', labelled, '--method', 'mixture', '--weights', output, '--format', 'json']);
  assert.deepEqual(JSON.parse(both.stdout)[0].methods[0].means, better.means);
});

test('weights that do not beat their start beyond noise are not written, unless they are forced', () => {
  const noise = write(
    'noise.jsonl',
    lines(records.map(({ text, keywords }, i) => ({ text, keywords: [keywords[i % 2]] }))),
  );
  const output = write('kept.json', 'what was there');
  const first = run(['fit', labelled, '-o', join(directory, 'first.json')]);
  assert.equal(first.status, 0, first.stderr);
  // The same texts yield nothing more.
  const again = ['fit', noise, '--weights', join(directory, 'first.json'), '-o', output];
  const refused = run(again);
  assert.equal(refused.status, 2, refused.stdout);
  assert.match(refused.stderr, /do not beat those they start from beyond noise, so .*kept.json was not written/);
  assert.match(refused.stdout, /^gain/m);
  assert.equal(readFileSync(output, 'utf8'), 'what was there');
  assert.equal(run([...again, '--force']).status, 0);
  assert.equal(JSON.parse(readFileSync(output, 'utf8')).version, 1);
});

test('labels come from a column of a table, or are what was chosen and rejected', () => {
  const cell = (value: string) => `"${value.replaceAll('"', '""')}"`;
  const rows = records.map(({ text, keywords }) => `${cell(text)},${cell(keywords.join('; '))}`);
  const table = write('tickets.csv', `body,tags\n${rows.join('\n')}\n`);
  const args = ['--field', 'body', '--keywords-field', 'tags'];
  assert.equal(run(['fit', table, ...args]).stdout, run(['fit', labelled]).stdout);
  const clicks = records.map(({ text, keywords }) => ({ text, chosen: keywords, rejected: text.match(/[a-z]{5,}/g) }));
  assert.match(run(['fit', '-', '--input-format', 'jsonl'], lines(clicks)).stdout, /chosen before rejected/);
});

test('files that nothing can be fitted to are refused with what to do', () => {
  const refused = (args: string[], message: RegExp) => {
    const { status, stderr } = run(['fit', ...args]);
    assert.equal(status, 2);
    assert.match(stderr, message);
  };
  refused(
    [labelled, '--keywords-field', 'tags'],
    /labelled.jsonl:1 has no list of keywords in the field "tags"\. Name the right one with --keywords-field\. Its fields are: text, keywords/,
  );
  refused([labelled, '--field', 'body'], /has no text in the field "body"\. Name the right one with --field/);
  refused([write('few.jsonl', lines(records.slice(0, 9)))], /9 labelled texts in en; expected at least 25/);
  refused([join(directory, 'none.jsonl')], /There is no file/);
  refused(
    [labelled, '--weights', write('other.json', '{"version":9,"language":"en","weights":{}}')],
    /other.json: version 9 of the weights/,
  );
  refused([labelled, '--weights', write('torn.json', '{"version":')], /torn.json is not JSON/);
  refused([labelled, '-o', directory], /is a folder/);
  const extracted = run(['extract', '--weights', 'newss', text]);
  assert.equal(extracted.status, 2);
  assert.match(extracted.stderr, /no weights "newss": expected abstract, .*, or a file that telltale fit wrote/);
});

test('a bad record is left out and told', () => {
  const mixed = write('mixed.jsonl', `${lines(records)}{"text": "no labels"}\nno JSON\n`);
  const { status, stdout, stderr } = run(['fit', mixed]);
  assert.equal(status, 0);
  assert.match(stdout, /^40 texts/);
  assert.match(stderr, /2 of 42 records failed:\n.*mixed.jsonl:41 has no list of keywords/);
});

test('a record that has something else for its text or its keywords is told what', () => {
  const bad = ['{"text":null,"keywords":["a"]}', '{"text":"a","keywords":null}', '{"text":["a"],"keywords":["a"]}'];
  const { stderr } = run(['fit', write('nulls.jsonl', `${bad.join('\n')}\n{"text":"a","keywords":[1]}\n`)]);
  assert.match(stderr, /nulls\.jsonl:1 has null in the field "text"; expected a text\.\n/);
  assert.match(stderr, /nulls\.jsonl:2 has null in the field "keywords"; expected a list of texts\.\n/);
  assert.match(stderr, /nulls\.jsonl:3 has an array in the field "text"; expected a text\.\n/);
  assert.match(stderr, /nulls\.jsonl:4 has an array in the field "keywords"; expected a list of texts\.\n/);
});

test('where all records fail, the fit says so and not that a language has none', () => {
  const { status, stderr } = run(['fit', write('bad.jsonl', '{"text": "no labels"}\n'.repeat(2))]);
  assert.equal(status, 2);
  assert.match(stderr, /2 of 2 records failed:[\s\S]*No record is a labelled text, as said above\./);
});

test('the option names the languages that each preset of weights is for', () => {
  const names = { zh: 'Chinese', en: 'English' };
  const of = Object.entries(presets).map(
    ([kind, languages]) => [kind, Object.keys(languages).map((language) => names[language as 'zh' | 'en'])] as const,
  );
  const { description } = extractOptions.weights;
  const said = description.slice(description.indexOf(': weights for all'));
  for (const [kind, languages] of of) {
    const clause = said.split(/, (?=\w+ (?:and \w+ )?for)|\. /).find((part) => new RegExp(`\\b${kind}\\b`).test(part));
    for (const name of Object.values(names)) assert.equal(clause?.includes(name), languages.includes(name), kind);
  }
});
