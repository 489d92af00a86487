import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture, temporaryDirectory } from '../support.js';
import { fileIn, run } from './command.js';

const file = fileIn(temporaryDirectory());
const text =
  'The sailor saw stars. At night the harbour was dark, and from the harbour a sailor could see a comet and a kitchen with soup.';
const asked = ['--encoder', fixture('encoder'), '--method', 'likelihood'];
const pure = [...asked, '--format', 'jsonl'];

const keywordsOf = (line: string): string[] => JSON.parse(line).keywords.map((k: { text: string }) => k.text);

test('extract asks the encoder for a text, for many in threads, and as a filter, with one result', () => {
  const alone = run(['extract', text, ...pure]);
  assert.equal(alone.status, 0, alone.stderr);
  const keywords = keywordsOf(alone.stdout);
  assert.ok(keywords.length > 2);
  assert.notDeepEqual(keywords, keywordsOf(run(['extract', text, '--format', 'jsonl']).stdout));

  const texts = file('texts.txt', `${text}\n${text}\n`);
  const many = run(['extract', '--lines', '--file', texts, '--threads', '2', ...pure]);
  assert.equal(many.status, 0, many.stderr);
  assert.deepEqual(many.stdout.trim().split('\n').map(keywordsOf), [keywords, keywords]);

  const filtered = run(['extract', '--io', 'jsonl', ...asked], `${JSON.stringify({ text })}\n`);
  assert.equal(filtered.status, 0, filtered.stderr);
  assert.deepEqual(keywordsOf(filtered.stdout), keywords);
});

test('explain asks the encoder', () => {
  const { status, stdout, stderr } = run(['explain', text, '--encoder', fixture('encoder'), '--format', 'json']);
  assert.equal(status, 0, stderr);
  assert.notDeepEqual(keywordsOf(stdout), keywordsOf(run(['explain', text, '--format', 'json']).stdout));
});

test('evaluate shows what the encoder adds to every method that asks a model', () => {
  const gold = file('en_gold.jsonl', `${JSON.stringify({ text, keywords: ['sailor', 'harbour'] })}\n`);
  const args = ['evaluate', gold, '--encoder', fixture('encoder'), '--method', 'mixture,likelihood,tf-idf'];
  const { status, stdout, stderr } = run([...args, '--format', 'json']);
  assert.equal(status, 0, stderr);
  const [{ methods }] = JSON.parse(stdout);
  assert.deepEqual(
    methods.map(({ method }: { method: string }) => method),
    ['mixture', 'mixture + encoder', 'likelihood', 'likelihood + encoder', 'tf-idf'],
  );
});

test('an encoder that is not there ends the command before any text is read', () => {
  const many = ['extract', '--lines', '--file', file('one.txt', text)];
  for (const args of [['extract', text], ['explain', text], many]) {
    const { status, stdout, stderr } = run([...args, '--encoder', 'no-such']);
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /no encoder "no-such"/);
  }
});
