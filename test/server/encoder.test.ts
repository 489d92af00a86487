import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  analyzeKeywordsWithEncoder,
  compileTags,
  encodeTags,
  loadEncoder,
  loadModel,
  suggestTagsWithEncoder,
  suggestTitled,
  writeTagIndex,
} from '../../packages/core/dist/node.js';
import { TelltaleClient } from '../../packages/telltale/dist/client.js';
import { fixture, temporaryDirectory } from '../support.js';
import { errorOf, post, serve } from './running.js';

const folder = fixture('encoder');
const model = await loadModel('en');
const encoder = await loadEncoder(folder);
const text =
  'The sailor saw stars. At night the harbour was dark, and from the harbour a sailor could see a comet and a kitchen with soup.';
const directory = temporaryDirectory();
const labels = ['astronomy', 'food', 'star', 'kitchen'];
const index = await encodeTags(
  compileTags(
    labels.map((label) => ({ id: label, label })),
    model,
  ),
  encoder,
);
const list = join(directory, 'sea.safetensors');
await writeTagIndex(list, index);
const plain = join(directory, 'plain.txt');
writeFileSync(plain, labels.join('\n'));

test('an encoder is asked where a request names it: alone, in lists, streams, comparisons and explanations', async () => {
  const { url } = await serve(
    '--threads',
    '1',
    '--models',
    'en=en',
    '--encoder',
    `sea=${folder}`,
    '--log-level',
    'silent',
  );
  const options = { method: 'likelihood', topN: 5 } as const;
  const expected = JSON.parse(
    JSON.stringify((await analyzeKeywordsWithEncoder(model, encoder, text, options)).keywords),
  );
  const client = new TelltaleClient(url);
  assert.deepEqual((await client.keywords(text, { ...options, encoder: 'sea' })).keywords, expected);
  assert.notDeepEqual((await client.keywords(text, options)).keywords, expected);
  const [one] = await client.keywordsOf([text], { ...options, encoder: 'sea' });
  assert.deepEqual('keywords' in one && one.keywords, expected);
  for await (const line of client.stream([{ text, ...options, encoder: 'sea' }])) {
    assert.deepEqual('keywords' in line && line.keywords, expected);
  }
  const compared = await client.compare(text, { topN: 5, encoder: 'sea' });
  assert.deepEqual(compared.find(({ method }) => method === 'likelihood')!.keywords, expected);
  assert.equal(compared.length, 4);
  assert.ok((await client.explain(text, { encoder: 'sea' })).explanation);
  const { encoders } = (await (await fetch(`${url}/v1/models`)).json()) as { encoders: string[] };
  assert.deepEqual(encoders, ['sea']);
  // It is wrong for all texts, so it is no matter of each.
  const several = await post(`${url}/v1/keywords`, { texts: [text], encoder: 'land' });
  assert.equal(several.status, 400);
  const unknown = await post(`${url}/v1/keywords`, { text, encoder: folder });
  assert.equal(unknown.status, 400);
  assert.match(errorOf(await unknown.text()).message, /encoder is .*; served here are: sea/);
});

test('a list that was compiled with an encoder is tagged with it', async () => {
  const lists = ['--tags', `sea=${list}`, `plain=${plain}`];
  const { url } = await serve('--threads', '1', '--encoder', `sea=${folder}`, '--log-level', 'silent', ...lists);
  const answer = (await (await post(`${url}/v1/tags`, { text })).json()) as { tags: unknown[] };
  assert.deepEqual(answer.tags, JSON.parse(JSON.stringify(await suggestTagsWithEncoder(index, encoder, text))));
  const [title, rest] = [text.slice(0, 21), text.slice(22)];
  const streamed = await post(`${url}/v1/tags`, JSON.stringify({ title, text: rest }), {
    'content-type': 'application/x-ndjson',
  });
  const expected = await suggestTitled(index, { title, text: rest }, {}, encoder);
  assert.ok(expected.some(({ evidence }) => evidence.meaning !== 0));
  assert.deepEqual(JSON.parse(await streamed.text()).tags, JSON.parse(JSON.stringify(expected)));
  const served = (await (await fetch(`${url}/v1/tags`)).json()) as { lists: { encoder?: string }[] };
  assert.deepEqual(
    served.lists.map((one) => one.encoder),
    ['sea', undefined],
  );
});

test('an encoder that is not there, or a list whose encoder is not served, ends the start', async () => {
  await assert.rejects(serve('--encoder', 'sea=no-such'), /no encoder "no-such"/);
  await assert.rejects(serve('--encoder', folder), /encoder \(--encoder\) must be name=file/);
  await assert.rejects(serve('--tags', `sea=${list}`), /sea\.safetensors: .*Name it with --encoder/);
});

test('a service without encoders says how to have one', async () => {
  const { url } = await serve('--threads', '1', '--models', 'en=en', '--log-level', 'silent');
  const { status, ...answer } = await post(`${url}/v1/keywords`, { text, encoder: 'en' }).then(async (response) => ({
    status: response.status,
    ...errorOf(await response.text()),
  }));
  assert.equal(status, 400);
  assert.match(answer.message, /none is served here; start the service with --encoder NAME=FOLDER/);
});
