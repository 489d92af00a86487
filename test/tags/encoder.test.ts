import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  checkEncoder,
  compileTags,
  decodeTagIndex,
  type Encoder,
  encodeTagIndex,
  encodeTags,
  learnTags,
  learnTagsWithEncoder,
  loadModel,
  suggestTags,
  suggestTagsWithEncoder,
} from '../../packages/core/dist/node.js';
import { fileIn, run } from '../cli/command.js';
import { fixture, temporaryDirectory } from '../support.js';

const en = await loadModel('en');
const labels = ['grief', 'weather', 'chess', 'cookery'];
const tags = labels.map((label) => ({ id: label, label }));
/** What the encoder holds a text to be about, whatever its words. */
const about: Record<string, string> = { 'She wore black for a year.': 'grief', 'He resigned on move forty.': 'chess' };
let asked: string[] = [];
const encoder: Encoder = {
  name: 'knowing',
  dim: labels.length,
  async embed(texts) {
    asked.push(...texts);
    return texts.map((text) => Float32Array.from(labels, (label) => (label === (about[text] ?? text) ? 1 : 0.1)));
  },
};
const text = 'She wore black for a year.';

test('an encoder finds the tags that it holds near, and its labels are embedded once', async () => {
  const index = await encodeTags(compileTags(tags, en), encoder);
  asked = [];
  const [first] = await suggestTagsWithEncoder(index, encoder, text, { explain: true });
  assert.equal(first.label, 'grief');
  assert.equal(first.score, first.evidence.meaning);
  assert.deepEqual(first.words, []);
  assert.deepEqual(asked, [text]);
  const [other] = await suggestTagsWithEncoder(index, encoder, 'He resigned on move forty.');
  assert.equal(other.label, 'chess');
});

test('a function word has no meaning to an encoder, and in capitals only to one that knows capitals', async () => {
  const words = ['US', 'IT', 'CAN', 'WHO', 'OR', 'us', 'it', 'c', 'km', 'C', 'C++', 'AIDS'];
  const spelled: Encoder = {
    name: 'spelling',
    dim: 256,
    async embed(texts) {
      return texts.map((text) => Float32Array.from({ length: 256 }, (_, d) => (text.charCodeAt(0) === d ? 1 : 0.001)));
    },
  };
  const blind: Encoder = {
    ...spelled,
    embed: (texts, as) =>
      spelled.embed(
        texts.map((text) => text.toLowerCase()),
        as,
      ),
  };
  const meant = async (encoder: Encoder) => {
    const index = compileTags(
      words.map((label) => ({ id: label, label })),
      en,
    );
    const encoded = await encodeTags(index, encoder);
    await checkEncoder(encoded, encoder);
    const { vectors, dim } = encoded.encoding!;
    return words.filter((_, t) => vectors.subarray(t * dim, (t + 1) * dim).some((value) => value !== 0));
  };
  assert.deepEqual(await meant(blind), ['C++', 'AIDS']);
  assert.deepEqual(await meant(spelled), ['US', 'IT', 'CAN', 'WHO', 'OR', 'C++', 'AIDS']);
});

test('the encoder is not asked where meaning may not speak, or of a text without letters or in another language', async () => {
  const index = await encodeTags(compileTags(tags, en), encoder);
  asked = [];
  const said = await suggestTagsWithEncoder(index, encoder, 'A game of chess.', { evidence: ['mention'] });
  assert.deepEqual(
    said.map(({ label }) => label),
    ['chess'],
  );
  assert.deepEqual(await suggestTagsWithEncoder(index, encoder, '12 34'), []);
  await assert.rejects(suggestTagsWithEncoder(index, encoder, ' \n'), { code: 'INVALID_TEXT' });
  assert.deepEqual(asked, []);
  const mixed = compileTags([...tags, { id: '象棋', label: '象棋' }], en);
  const chinese: Encoder = { ...encoder, languages: ['zh'] };
  const encoded = await encodeTags(mixed, chinese);
  asked = [];
  assert.deepEqual(
    (await suggestTagsWithEncoder(encoded, chinese, 'A game of chess.')).map(({ label }) => label),
    ['chess'],
  );
  assert.deepEqual(asked, []);
});

test('what the background says of every tag is taken off', async () => {
  const weather = Float32Array.from(labels, (label) => (label === 'weather' ? 1 : 0));
  const fond: Encoder = {
    ...encoder,
    background: [weather],
    embed: async (texts, as) =>
      (await encoder.embed(texts, as)).map((vector) =>
        vector.map((value, d) => value + (as === 'text' ? 2 * weather[d] : 0)),
      ),
  };
  const first = async (one: Encoder) => {
    const index = await encodeTags(compileTags(tags, en), one);
    return (await suggestTagsWithEncoder(index, one, text))[0].label;
  };
  const { background: _none, ...without } = fond;
  assert.equal(await first(without), 'weather');
  assert.equal(await first(fond), 'grief');
});

test('a list with an encoder is written, read and learned with it, and refused without it or with another', async () => {
  const index = await encodeTags(compileTags(tags, en), encoder);
  await learnTagsWithEncoder(
    index,
    encoder,
    Array.from({ length: 12 }, () => ({ text, tags: ['grief'] })),
  );
  const again = decodeTagIndex(new Uint8Array(Buffer.concat(encodeTagIndex(index))), en);
  await checkEncoder(again, encoder);
  assert.deepEqual(
    await suggestTagsWithEncoder(again, encoder, text),
    await suggestTagsWithEncoder(index, encoder, text),
  );
  assert.throws(() => suggestTags(again, text), {
    code: 'INVALID_OPTION',
    message: /compiled with the encoder knowing/,
  });
  assert.throws(() => learnTags(again, []), { code: 'INVALID_OPTION', message: /learnTagsWithEncoder/ });
  await assert.rejects(learnTagsWithEncoder(again, undefined, []), { code: 'INVALID_OPTION' });
  const swapped: Encoder = {
    ...encoder,
    embed: async (texts, as) => (await encoder.embed(texts, as)).map((vector) => vector.toReversed()),
  };
  const message = /compiled with the encoder knowing, and .* gives other vectors/;
  await assert.rejects(checkEncoder(again, swapped), { code: 'INVALID_TAGS', message });
  await assert.rejects(checkEncoder(again, { ...encoder, dim: 3 }), { code: 'INVALID_TAGS', message });
});

test('an encoder is refused for a list that has learned without it, or that it cannot read', async () => {
  const index = compileTags(tags, en);
  await assert.rejects(encodeTags(index, { ...encoder, languages: ['zh'] }), {
    code: 'INVALID_TAGS',
    message: /No label is in a language that the encoder knowing reads: zh/,
  });
  learnTags(index, [{ text, tags: ['grief'] }]);
  await assert.rejects(encodeTags(index, encoder), { code: 'INVALID_TAGS', message: /learned without the encoder/ });
});

test('telltale tag --encoder tags alone, in threads and as a filter with one result, and names a list that needs it', () => {
  const directory = temporaryDirectory();
  const file = fileIn(directory);
  const list = file('tags.txt', 'star\nkitchen\nharbour\n');
  const saved = join(directory, 'saved.safetensors');
  const asks = ['--encoder', fixture('encoder')];
  const compiled = run(['tag', '--tags', list, ...asks, '--save', saved]);
  assert.equal(compiled.status, 0, compiled.stderr);
  assert.match(readFileSync(saved, 'latin1'), /encoded_vectors/);
  const tagged = 'The sailor saw a comet at night.';
  const alone = run(['tag', '--tags', saved, ...asks, '--format', 'jsonl', tagged]);
  assert.equal(alone.status, 0, alone.stderr);
  const lines = file('texts.txt', `${tagged}\n${tagged}\n`);
  const many = run([
    'tag',
    '--tags',
    saved,
    ...asks,
    '--format',
    'jsonl',
    '--lines',
    '--file',
    lines,
    '--threads',
    '2',
  ]);
  assert.equal(many.status, 0, many.stderr);
  const tagsOf = (line: string) => JSON.parse(line).tags;
  const found = tagsOf(alone.stdout);
  assert.ok(found.length > 0);
  assert.deepEqual(many.stdout.trim().split('\n').map(tagsOf), [found, found]);
  const record = JSON.stringify({ title: 'The sailor saw a comet', text: 'at night.' });
  const titled = run(['tag', '--tags', saved, ...asks, '--io', 'jsonl'], `${record}\n`);
  assert.equal(titled.status, 0, titled.stderr);
  assert.ok(tagsOf(titled.stdout).some((tag: { evidence: { meaning: number } }) => tag.evidence.meaning !== 0));
  for (const threads of ['1', '2']) {
    const lines = `${JSON.stringify({ text: tagged })}\n${record}\n${JSON.stringify({ text: ' ' })}\n`;
    const filtered = run(['tag', '--tags', saved, ...asks, '--io', 'jsonl', '--threads', threads], lines);
    assert.equal(filtered.status, 0, filtered.stderr);
    const [first, second, third] = filtered.stdout.trim().split('\n');
    assert.deepEqual(tagsOf(first), found);
    assert.deepEqual(tagsOf(second), tagsOf(titled.stdout));
    assert.equal(JSON.parse(third).error.code, 'INVALID_TEXT');
  }
  const without = run(['tag', '--tags', saved, tagged]);
  assert.equal(without.status, 2);
  assert.match(without.stderr, /saved\.safetensors: .*compiled with the encoder .*Name it with --encoder/);
});

test('evaluate shows what an encoder adds to tags, all and those that the text does not say', () => {
  const file = fileIn(temporaryDirectory());
  const list = file('tags.txt', 'star\nkitchen\nharbour\n');
  const set = file(
    'en_tagged.jsonl',
    `${JSON.stringify({ text: 'The sailor saw a comet over the harbour.', tags: ['star', 'harbour'] })}\n`,
  );
  const { status, stdout, stderr } = run([
    'evaluate',
    set,
    '--measure',
    'tags',
    '--tags',
    list,
    '--encoder',
    fixture('encoder'),
    '--format',
    'json',
  ]);
  assert.equal(status, 0, stderr);
  const comparisons: { gold: string; methods: { method: string }[] }[] = JSON.parse(stdout);
  assert.match(comparisons[1].gold, /that the text does not say/);
  for (const { methods } of comparisons) {
    assert.deepEqual(
      methods.map(({ method }) => method),
      ['suggest', 'suggest + encoder', 'mention-tf-idf'],
    );
  }
});
