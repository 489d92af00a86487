import assert from 'node:assert/strict';
import { chmodSync, cpSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { articles, book, htmlPage, markdownPage, strangers, wordDocument } from '../documents/pages.js';
import { root, temporaryDirectory } from '../support.js';
import { fileIn, run } from './command.js';

const directory = temporaryDirectory();
const file = fileIn(directory);
const pages = join(directory, 'pages');

interface Printed {
  source: string;
  keywords: { text: string }[];
  error?: { code: string; message: string };
}
const printed = (stdout: string): Printed[] => JSON.parse(stdout);

before(() => {
  mkdirSync(pages);
  for (const [a, article] of articles.entries()) {
    const name = join(pages, String(a));
    writeFileSync(`${name}.html`, htmlPage(article, a));
    writeFileSync(`${name}.md`, markdownPage(article));
    writeFileSync(`${name}.docx`, wordDocument(article));
  }
});

test('of 30 pages no word of markup, menus or code is among the first ten keywords', () => {
  const { status, stdout, stderr } = run(['extract', '--file', pages, '-n', '10', '--format', 'json']);
  assert.equal(status, 0, stderr);
  const results = printed(stdout);
  assert.equal(results.length, 30);
  for (const { source, keywords } of results) {
    const { expect } = articles[Number(/(\d)\.\w+$/.exec(source)![1])];
    const words = keywords.map(({ text }) => text).join(' · ');
    assert.doesNotMatch(words, strangers, source);
    assert.match(words, new RegExp(expect, 'i'), source);
    assert.ok(keywords.length >= 5, source);
  }
});

test('a document from standard input is told by its first bytes, or by --input-format', () => {
  const page = htmlPage(articles[0], 1);
  const guessed = run(['extract', '--format', 'json'], page);
  assert.equal(guessed.status, 0, guessed.stderr);
  const named = run(['extract', '--format', 'json', '--input-format', 'html'], page);
  assert.deepEqual(printed(named.stdout), printed(guessed.stdout));
  assert.doesNotMatch(
    printed(named.stdout)[0]
      .keywords.map(({ text }) => text)
      .join(' '),
    strangers,
  );
  // A text that is an argument stays what it is.
  assert.match(run(['explain', '--format', 'json', '<p>Glaciers move.</p>']).stdout, /"text": "<p>Glaciers move/);
});

test('offsets are those of the text that was read', () => {
  const { stdout } = run(['explain', '--format', 'json', '--file', join(pages, '1.md')]);
  const { text, keywords } = JSON.parse(stdout);
  assert.ok(text.startsWith(`${articles[1].title}\n\n${articles[1].paragraphs[0]}`));
  for (const keyword of keywords) {
    // A keyword may occur in the plural.
    const begin = keyword.text.slice(0, 4).toLowerCase();
    for (const [start, end] of keyword.offsets) assert.ok(text.slice(start, end).toLowerCase().startsWith(begin));
  }
});

test('PDFs, books and subtitles go by group, by tags and into a corpus', () => {
  const folder = join(directory, 'mixed');
  mkdirSync(folder);
  cpSync(join(root, 'test/fixtures/documents/nature.pdf'), join(folder, 'a.pdf'));
  writeFileSync(join(folder, 'b.epub'), book('Bees', articles.slice(0, 2)));
  writeFileSync(join(folder, 'c.srt'), '1\n00:00:01,000 --> 00:00:02,000\nThe glacier flows, and the glacier melts.\n');
  const grouped = run(['extract', '--file', folder, '--group-by', 'all', '--format', 'json']);
  assert.equal(grouped.status, 0, grouped.stderr);
  const [{ documents, keywords }] = JSON.parse(grouped.stdout);
  assert.equal(documents, 3);
  assert.match(keywords.map(({ text }: { text: string }) => text).join(' '), /glacier/i);
  const tags = file('tags.txt', 'glacier\nlongitude\nbicycle\n');
  const tagged = run(['tag', '--tags', tags, '--file', join(folder, 'c.srt'), '--format', 'json']);
  assert.match(tagged.stdout, /"glacier"/);
  assert.doesNotMatch(tagged.stdout, /bicycle/);
  const model = join(directory, 'model.safetensors');
  const trained = run(['train', folder, pages, '-o', model, '--estimator', 'cooccurrence', '--min-count', '1']);
  assert.equal(trained.status, 0, trained.stderr);
  assert.match(run(['inspect', model]).stdout, /documents\D+33\b/);
});

test('a damaged document has an error in its place, and the rest is read', () => {
  const bad = file('bad.pdf', 'no pdf');
  const good = join(pages, '2.docx');
  const { status, stdout } = run(['extract', '--file', bad, good, '--format', 'json']);
  assert.equal(status, 0);
  const [first, second] = printed(stdout);
  assert.equal(first.error?.code, 'INVALID_TEXT');
  assert.match(first.error!.message, /bad\.pdf is not a readable PDF/);
  assert.ok(second.keywords.length > 0);
});

test('keywords are written to the front matter of Markdown files', () => {
  const notes = join(directory, 'notes');
  mkdirSync(notes);
  const source = '---\r\ntitle: Ice\r\nkeywords: [mine]\r\n---\r\nA glacier is a river of ice.\r\n';
  writeFileSync(join(notes, 'a.md'), source);
  writeFileSync(join(notes, 'b.markdown'), 'The tide rises twice a day because the moon pulls on the sea.\n');
  writeFileSync(join(notes, 'c.txt'), 'Plain words about glaciers.\n');
  const write = (...flags: string[]) => run(['extract', '-n', '2', '--file', notes, '--write-front-matter', ...flags]);
  const first = write();
  assert.equal(first.status, 0, first.stderr);
  assert.match(first.stderr, /wrote keywords to 1 file\. 1 file had keywords and kept them/);
  assert.equal(readFileSync(join(notes, 'a.md'), 'utf8'), source);
  assert.match(
    readFileSync(join(notes, 'b.markdown'), 'utf8'),
    /^---\nkeywords:\n {2}- .+\n {2}- .+\n---\n\nThe tide rises twice a day because the moon pulls on the sea\.\n$/,
  );
  assert.equal(readFileSync(join(notes, 'c.txt'), 'utf8'), 'Plain words about glaciers.\n');
  const second = write('--replace-keywords');
  assert.match(second.stderr, /wrote keywords to 2 files\./);
  const written = readFileSync(join(notes, 'a.md'), 'utf8');
  assert.match(written, /^---\r\ntitle: Ice\r\nkeywords:\r\n {2}- /);
  assert.ok(written.endsWith('\r\n---\r\nA glacier is a river of ice.\r\n'));
  // The same again changes nothing.
  write('--replace-keywords');
  assert.equal(readFileSync(join(notes, 'a.md'), 'utf8'), written);
  write('--front-matter-key', 'tags');
  assert.match(readFileSync(join(notes, 'a.md'), 'utf8'), /\r\ntags:\r\n {2}- /);
  assert.match(write('--front-matter-key', 'tags').stderr, /2 files had tags and kept them; add to them with --add-/);
  writeFileSync(join(notes, 'b.markdown'), '---\nTags: [sea]\n---\nThe tide rises twice a day.\n');
  assert.match(write('--front-matter-key', 'tags', '--add-keywords').stderr, /to 1 file\. 1 file had all of them/);
  assert.match(readFileSync(join(notes, 'b.markdown'), 'utf8'), /^---\nTags: \[sea, tide, [\w-]+\]\n---\nThe tide/);
  rmSync(notes, { recursive: true });
});

test('a file that is read-only, has another name or front matter that cannot be read, or is compressed keeps its bytes and says so', () => {
  const notes = join(directory, 'kept');
  mkdirSync(notes);
  const text = 'A glacier is a river of ice, and the moraine is what it leaves.\n';
  const names = ['plain.md', 'locked.md', 'linked.md'];
  for (const name of names) writeFileSync(join(notes, name), text);
  const broken = `---\nkeywords: [ice\n---\n${text}`;
  writeFileSync(join(notes, 'broken.md'), broken);
  writeFileSync(join(notes, 'packed.md.gz'), gzipSync(text));
  chmodSync(join(notes, 'locked.md'), 0o444);
  linkSync(join(notes, 'linked.md'), join(directory, 'other.md'));
  const write = (...flags: string[]) => run(['extract', '--file', notes, '--write-front-matter', ...flags]);
  const { status, stdout, stderr } = write('--format', 'json');
  assert.equal(status, 2);
  assert.match(stderr, /wrote keywords to 1 file\./);
  assert.match(stderr, /4 of 5 /);
  const messages = printed(stdout).flatMap(({ error }) => error?.message ?? []);
  for (const [i, pattern] of [
    /broken\.md has front matter/,
    /linked\.md is one file under 2 names \(hard links\)/,
    /Cannot write .*locked\.md: it is read-only/,
    /packed\.md\.gz is compressed/,
  ].entries()) {
    assert.match(messages[i], pattern);
  }
  for (const name of names.slice(1)) assert.equal(readFileSync(join(notes, name), 'utf8'), text, name);
  assert.equal(readFileSync(join(notes, 'broken.md'), 'utf8'), broken);
  assert.match(readFileSync(join(notes, 'plain.md'), 'utf8'), /^---\nkeywords:/);
  assert.match(write('--ui-lang', 'zh').stderr, /是只读的|硬链接|是压缩的/);
  rmSync(notes, { recursive: true });
});

test('--write-front-matter says what it cannot do', () => {
  const text = file('x.txt', 'Words about glaciers.');
  const markdown = file('x.md', 'Words about glaciers.');
  for (const [args, message] of [
    [['--file', text, '--write-front-matter'], /needs a Markdown file/],
    [['--file', markdown, '--write-front-matter', '--group-by', 'all'], /--group-by/],
    [['--file', markdown, '--write-front-matter', '--encoding', 'gb18030'], /writes UTF-8/],
    [['--file', markdown, '--replace-keywords'], /needs --write-front-matter/],
    [['--file', markdown, '--write-front-matter', '--add-keywords', '--replace-keywords'], /contradict/],
    [['--file', markdown, '--front-matter-key', 'tags'], /front-matter-key needs --write-front-matter/],
    [['--file', markdown, '--write-front-matter', '--front-matter-key', 'my tags'], /\(--front-matter-key\) must be/],
  ] as const) {
    const { status, stderr } = run(['extract', ...args]);
    assert.equal(status, 2);
    assert.match(stderr, message);
  }
  assert.equal(readFileSync(markdown, 'utf8'), 'Words about glaciers.');
});
