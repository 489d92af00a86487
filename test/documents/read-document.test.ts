import assert from 'node:assert/strict';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { documentByHead } from '../../packages/core/dist/documents/document.js';
import { textOfMarkup } from '../../packages/core/dist/documents/markup.js';
import { readSubtitles } from '../../packages/core/dist/documents/subtitles.js';
import { unzipSome } from '../../packages/core/dist/documents/zip.js';
import { DocumentReader } from '../../packages/core/dist/node.js';
import { root } from '../support.js';
import { articles, book, htmlPage, strangers, wordDocument } from './pages.js';

const reader = new DocumentReader();
after(() => reader.close());
const options = { maxText: 1_000_000 };
const fixture = (name: string) => createReadStream(join(root, 'test/fixtures/documents', name));

async function* streamOf(bytes: string | Uint8Array) {
  yield typeof bytes === 'string' ? strToU8(bytes) : bytes;
}

const read = (kind: Parameters<DocumentReader['read']>[0], bytes: string | Uint8Array, encoding?: string) =>
  reader.read(kind, streamOf(bytes), 'the file', { ...options, encoding });

test('of a web page the article is read, under its heading', async () => {
  for (const [kind, article] of articles.entries()) {
    const { title, text } = await read('html', htmlPage(article, kind));
    assert.equal(title, article.title);
    // Code within a paragraph is between backticks, where no keyword is.
    assert.doesNotMatch(text.replace('\n`renderWidget`\n', ''), strangers);
    for (const paragraph of article.paragraphs) assert.ok(text.includes(paragraph), `${kind}: ${paragraph}\n${text}`);
  }
});

test('HTML is decoded as it says, or as it was named', async () => {
  const gb18030 = Buffer.concat([
    Buffer.from('<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>'),
    Buffer.from([0xcc, 0xab, 0xd1, 0xf4]),
    Buffer.from('</title></head><body><p>'),
    Buffer.from([0xd0, 0xc7]),
    Buffer.from('</p></body></html>'),
  ]);
  assert.deepEqual(await read('html', gb18030), { title: '太阳', text: '星' });
  const latin1 = Buffer.from('<title>caf\xe9</title><p>d\xe9j\xe0 vu', 'latin1');
  assert.deepEqual(await read('html', latin1, 'latin1'), { title: 'café', text: 'déjà vu' });
});

test('Word documents are read without code, contents and headers', async () => {
  const { title, text } = await reader.read('docx', fixture('bees.docx'), 'bees.docx', options);
  assert.equal(title, 'How bees dance');
  assert.equal(text, ['How bees dance', ...articles[0].paragraphs, 'distance', 'duration'].join('\n\n'));
  const made = await read('docx', wordDocument(articles[5]));
  assert.equal(made.text, [articles[5].title, ...articles[5].paragraphs, '数量', '数值', '第一', '12'].join('\n\n'));
});

test('PDFs are read without headers, numbers of pages and code', async () => {
  const { title, text } = await reader.read('pdf', fixture('nature.pdf'), 'nature.pdf', options);
  assert.equal(title, 'Four essays on nature');
  const expected = articles.slice(1, 5).flatMap(({ title, paragraphs }) => [title, ...paragraphs]);
  assert.deepEqual(
    text.split('\n\n').map((paragraph) => paragraph.replaceAll('\n', ' ')),
    expected,
  );
});

test('books are read in the order of their spine', async () => {
  const { title, text } = await read('epub', book('Essays &amp; more', articles.slice(0, 3)));
  assert.equal(title, 'Essays & more');
  assert.equal(
    text,
    articles
      .slice(0, 3)
      .flatMap(({ title, paragraphs }) => [title, ...paragraphs.map((text) => `${text} \`renderWidget\``)])
      .join('\n\n'),
  );
});

test('of subtitles what is said is read', () => {
  const vtt =
    'WEBVTT - title\n\nSTYLE\n::cue { color: red }\n\nNOTE hidden\n\n1\n00:01.000 --> 00:02.000 align:start\n<v Ann>The sun is\n\n00:03.000 --> 00:04.000\na star &amp; hot.\n';
  assert.equal(readSubtitles(vtt).text, 'The sun is a star & hot.');
  const srt =
    '1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}<i>Hello</i> there.\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nBye.\r\n';
  assert.equal(readSubtitles(srt).text, 'Hello there.\nBye.');
});

test('sounds that subtitles describe are not said', () => {
  const cues = [
    '[THUNDER RUMBLING]\n- [Anna] The storm (a big one) is here.',
    '(door creaks)',
    '- （掌声）',
    '♪ Row, row ♪',
    '【笑声】灯塔还亮着。',
  ];
  const srt = cues.map((cue, c) => `${c + 1}\n00:00:0${c},000 --> 00:00:0${c + 1},000\n${cue}\n`).join('\n');
  assert.equal(readSubtitles(srt).text, '- The storm (a big one) is here.\nRow, row\n灯塔还亮着。');
});

test('markup that is broken is read as far as it goes', () => {
  assert.equal(
    textOfMarkup('a < b <p>c<p title="x > y">d</q> &bogus; &#0; &#x41;<!-- e'),
    'a < b\n\nc\n\nd &bogus; \ufffd A',
  );
  for (const sign of ['<', '<!', '<a', '<a "', '<script>', '&', '<p>', '</p', '<![CDATA['])
    textOfMarkup(sign.repeat(100_000));
});

test('documents are told by their first bytes where a name says nothing', () => {
  const head = (name: string) => readFileSync(join(root, 'test/fixtures/documents', name)).subarray(0, 4096);
  assert.equal(documentByHead(head('nature.pdf')), 'pdf');
  assert.equal(documentByHead(head('bees.docx')), 'docx');
  assert.equal(documentByHead(book('x', articles)), 'epub');
  assert.equal(documentByHead(strToU8('\ufeff <!DOCTYPE html>')), 'html');
  for (const text of ['<p>words', 'An <html> page', '<htmlx>', 'PK', '%PDF']) {
    assert.equal(documentByHead(strToU8(text)), undefined, text);
  }
});

/** What looks like a Word document. */
const word = (document: string) =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(document) });

test('what is no document of its kind is an error that says so', async () => {
  for (const [kind, bytes, message] of [
    ['pdf', 'no pdf', /^the file is not a readable PDF/],
    ['docx', 'no zip', /^the file is not a zip archive/],
    ['docx', zipSync({ 'a.xml': strToU8('<a/>') }), /^the file is not a Word document/],
    ['epub', zipSync({ 'a.xml': strToU8('<a/>') }), /^the file is not an EPUB book/],
    ['markdown', Uint8Array.of(0xff, 0x80), /^the file is not UTF-8/],
    ['html', Uint8Array.from({ length: 3000 }, (_, i) => (i * i * 7919) >> 5), /^the file holds NUL bytes/],
    ['html', zipSync({ 'a.xml': strToU8('<a/>') }), /^the file holds NUL bytes/],
    ['docx', word('<p>&k;</p>'), /^the file cannot be read: .*entity not found.*\.$/],
    ['docx', word('<p>'.repeat(100_000)), /^the file (is nested too deep, or too large,|takes too much)/],
  ] as const) {
    await assert.rejects(read(kind, bytes), { code: 'INVALID_TEXT', message });
  }
});

test('a page with a NUL byte by mistake is read', async () => {
  const page = `<p>The glacier\0 moves, and the ice with it. ${'It moves on. '.repeat(100)}</p>`;
  assert.match((await read('html', page)).text, /the ice with it/);
});

test('an archive that unpacks to too much is refused before memory is taken', () => {
  const bomb = zipSync({ 'a.xml': new Uint8Array(5_000_000), 'b.xml': new Uint8Array(5_000_000) });
  assert.ok(bomb.length < 20_000);
  assert.throws(() => unzipSome(bomb, () => true, 9_000_000), { code: 'INVALID_TEXT', message: /9000000 bytes/ });
  // One that claims less than it unpacks to ends where it claims to.
  const view = new DataView(bomb.buffer);
  for (let at = 0; at < bomb.length - 4; at++) if (view.getUint32(at, true) === 5_000_000) view.setUint32(at, 10, true);
  for (const file of unzipSome(bomb, () => true, 9_000_000).values()) assert.ok(file.length <= 10);
});

test('a page that would take the process down is an error, and the next is read', async () => {
  const deep = '<div>'.repeat(300_000);
  await assert.rejects(read('html', `<html><body>${deep}words`), { code: 'INVALID_TEXT', message: /^the file / });
  assert.equal((await read('html', '<p>Still here.')).text, 'Still here.');
});

test('a text that is too long is an error', async () => {
  await assert.rejects(reader.read('markdown', streamOf('word '.repeat(100)), 'x.md', { maxText: 50 }), {
    code: 'INVALID_TEXT',
    message: /^x\.md has 499 characters/,
  });
});
