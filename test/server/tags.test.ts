import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { compileTags, loadModel, parseTagList, readTagList, suggestTags } from '../../packages/core/dist/node.js';
import { suggestOptions } from '../../packages/core/dist/options.js';
import {
  ServiceError,
  type TaggedResult,
  type TagRequest,
  TelltaleClient,
} from '../../packages/telltale/dist/client.js';
import { inJson } from '../../packages/telltale/dist/server/schemas.js';
import { collect, until } from '../support.js';
import { post, serve } from './running.js';

const folder = mkdtempSync(join(tmpdir(), 'served-tags-'));
const zh = join(folder, 'zh.txt');
const en = join(folder, 'en.txt');
writeFileSync(zh, '天文学\n行星\t卫星\n体育\n经济\n');
writeFileSync(en, 'astronomy\nplanet\nsport\n');
const { url } = await serve('--threads', '1', '--log-level', 'silent', '--tags', `zh=${zh}`, `en=${en}`);
const text = '太阳是一颗恒星，行星围绕着太阳公转。';
// biome-ignore lint/suspicious/noExplicitAny: a document of many shapes
const api: any = await (await fetch(`${url}/openapi.json`)).json();
const ajv = new Ajv2020({ strict: false });

test('tags over HTTP are those of the library', async () => {
  const index = compileTags((await readTagList(zh)).tags, await loadModel('zh'));
  const answer = await post(`${url}/v1/tags`, { text, topN: 3, explain: true });
  const expected = { list: 'zh', tags: suggestTags(index, text, { topN: 3, explain: true }) };
  assert.deepEqual(await answer.json(), JSON.parse(JSON.stringify(expected)));
  assert.equal(expected.tags[0].label, '行星');
});

test('every answer is as /openapi.json says, good requests and bad', async () => {
  const posts: [unknown, number][] = [
    [{ text }, 200],
    [{ text: 'Planets move around the sun.', list: 'en', explain: true, select: 'cover', prefer: 'narrow' }, 200],
    [{ texts: [text, 5, ''], evidence: ['mention'] }, 200],
    [{ text, list: 'fr' }, 400],
    [{ text, texts: [text] }, 400],
    [{ text, evidence: ['magic'] }, 400],
    [{ text, minProbability: 0.5 }, 400],
    [{ text, title: '行星' }, 200],
    [{ text, title: 5 }, 422],
    [{ texts: [text], title: '行星' }, 400],
    [{ text, candidates: ['a'] }, 400],
    [{ text: 5 }, 422],
    [[], 400],
  ];
  for (const [body, status] of posts) {
    const response = await post(`${url}/v1/tags`, body);
    assert.equal(response.status, status, JSON.stringify(body));
    const { responses } = api.paths['/v1/tags'].post;
    const { schema } = (responses[status] ?? responses['4XX']).content['application/json'];
    const validate = ajv.compile(schema);
    assert.ok(validate(await response.json()), `${JSON.stringify(body)}: ${ajv.errorsText(validate.errors)}`);
  }
  const lists = await (await fetch(`${url}/v1/tags`)).json();
  assert.deepEqual(lists, {
    lists: [
      { name: 'zh', tags: 4, texts: 0, calibrated: false },
      { name: 'en', tags: 3, texts: 0, calibrated: false },
    ],
  });
});

test('a service without lists says so', async () => {
  const bare = await serve('--threads', '1', '--log-level', 'silent');
  const response = await post(`${bare.url}/v1/tags`, { text });
  assert.equal(response.status, 400);
  assert.match(((await response.json()) as { error: { message: string } }).error.message, /--tags NAME=FILE/);
});

test('the document has every option, with its range and its words, and the stream', () => {
  const { content } = api.paths['/v1/tags'].post.requestBody;
  assert.deepEqual(Object.keys(content).sort(), ['application/json', 'application/x-ndjson']);
  const { properties } = content['application/json'].schema;
  for (const [name, { description }] of Object.entries(suggestOptions)) {
    assert.equal(properties[name]?.description, inJson(description), name);
  }
  assert.deepEqual(properties.evidence.items.enum, suggestOptions.evidence.choices);
});

test('the client asks for tags of a text, of several, of a stream, and for the lists', async () => {
  const client = new TelltaleClient(url);
  const one = await client.tags(text, { topN: 1 });
  assert.deepEqual([one.list, one.tags[0].label], ['zh', '行星']);
  const titled = await client.tags('看得很清楚。', { topN: 1, title: '卫星' });
  assert.deepEqual(titled.tags[0].forms, [{ form: '卫星', offsets: [] }]);
  const several = await client.tagsOf([text, 5 as unknown as string, text], { topN: 1 });
  assert.deepEqual([several[0], several[2]], [one, one]);
  assert.equal('error' in several[1] && several[1].error.code, 'INVALID_TEXT');
  assert.deepEqual(
    (await client.tagLists()).map(({ name, tags }) => [name, tags]),
    [
      ['zh', 4],
      ['en', 3],
    ],
  );
  await assert.rejects(client.tags(text, { list: 'fr' }), (error: ServiceError) => {
    return error instanceof ServiceError && error.status === 400 && /served here are: zh, en/.test(error.message);
  });
  await assert.rejects(client.tags(text, { signal: AbortSignal.abort() }), { name: 'AbortError' });
});

test('a stream of texts is tagged in order, line for line, while it is still being sent', async () => {
  const client = new TelltaleClient(url);
  const requests: TagRequest[] = Array.from({ length: 100 }, (_, id) => ({
    id,
    text: id % 7 === 3 ? (5 as unknown as string) : `${text}${id}`,
    ...(id % 7 === 5 && { list: 'fr' }),
    ...(id % 7 === 6 && { list: 'en', text: 'A sport.', title: 'Planets' }),
    topN: 2,
  }));
  const results = await collect(client.streamTags(requests));
  assert.deepEqual(
    results.map(({ id }) => id),
    requests.map(({ id }) => id),
  );
  const zhTags = await client.tags(text, { topN: 2 });
  for (const [i, result] of results.entries()) {
    const code = i % 7 === 3 ? 'INVALID_TEXT' : i % 7 === 5 ? 'INVALID_OPTION' : undefined;
    assert.equal('error' in result ? result.error.code : undefined, code);
    if ('error' in result) continue;
    const labels = result.tags.map(({ label }) => label);
    if (i % 7 === 6) assert.deepEqual(labels.sort(), ['planet', 'sport']);
    else assert.equal(labels[0], zhTags.tags[0].label);
  }
  // The next text is only sent when the one before is answered.
  let answered = () => {};
  async function* slowly(): AsyncGenerator<TagRequest> {
    for (let id = 0; id < 3; id++) {
      const isAnswered = new Promise<void>((resolve) => {
        answered = resolve;
      });
      yield { id, text };
      await isAnswered;
    }
  }
  const ids: unknown[] = [];
  for await (const { id } of client.streamTags(slowly())) {
    ids.push(id);
    answered();
  }
  assert.deepEqual(ids, [0, 1, 2]);
});

test('lists are read again on SIGHUP, and what is wrong with them is logged; a bad list changes nothing', async () => {
  const list = join(folder, 'changing.txt');
  writeFileSync(list, 'planet\nplanet\nsport\n');
  const running = await serve('--threads', '1', '--tags', `mine=${list}`);
  const client = new TelltaleClient(running.url);
  const labels = async () => (await client.tags('A planet, a comet.', { evidence: ['mention'] })).tags[0].label;
  assert.equal(await labels(), 'planet');
  assert.match(running.log(), /"level":40.*changing\.txt: 1 tag merged with another one of the same label/);
  writeFileSync(list, 'comet\n');
  running.process.kill('SIGHUP');
  await until('the list is read again', async () => (await labels()) === 'comet');
  // Threads answer from the new list before the last of the old ones have ended, and only then is it the one that is served.
  await until('the list is the one that is served', async () => (await client.tagLists())[0].tags === 1);
  writeFileSync(list, '\n');
  running.process.kill('SIGHUP');
  await until('it is said', () => /models stay as they were: .*changing\.txt has no tags/.test(running.log()));
  assert.equal(await labels(), 'comet');
});

test('what is said of the language of a text does not depend on what was asked before', async () => {
  for (let asked = 0; asked < 3; asked++) {
    const { language, languageFound, notice } = await (await post(`${url}/v1/keywords`, { text: 'die cast' })).json();
    assert.equal(languageFound.reason, 'common words');
    assert.equal(languageFound.candidates[0].language, language);
    assert.equal(language, 'en');
    assert.match(notice, /so short that it may be/);
    await post(`${url}/v1/keywords`, { text: 'die cast', model: 'en' });
  }
});

test('a text that is not in the language of the list is answered with a notice', async () => {
  const english = 'Planets move around the sun, and astronomers watch them through their telescopes every night.';
  const answers = await new TelltaleClient(url).tagsOf([english, text], { list: 'zh' });
  assert.match((answers[0] as TaggedResult).notice!, /read as English \(en\), but the list uses the model zh/);
  assert.equal('notice' in answers[1], false);
  // What is said does not depend on the language.
  const said = await new TelltaleClient(url).tags(english, { list: 'zh', evidence: ['mention'] });
  assert.equal(said.notice, undefined);
});

test('a list that a request gives answers like one that was named at start-up, until others take its place', async () => {
  const give = (body: unknown) => post(`${url}/v1/tags/lists`, body);
  const contents = 'label,synonyms\n天文学,\n行星,卫星\n行星,\n';
  const taken = (await (await give({ contents, name: 'my.csv' })).json()) as { list: string };
  assert.deepEqual(taken, {
    list: taken.list,
    tags: 2,
    warnings: ['my.csv: 1 tag merged with another one of the same label: "行星" (line 4).'],
  });
  const index = compileTags(parseTagList(contents, 'my.csv').tags, await loadModel('zh'));
  const { tags } = await new TelltaleClient(url).tags(text, { list: taken.list });
  assert.deepEqual(tags, JSON.parse(JSON.stringify(suggestTags(index, text))));
  for (const [body, status, message] of [
    [{ contents: 'name\n风\n', name: 'x.csv' }, 422, /x\.csv has the field/],
    [{ contents: '' }, 422, /list\.txt has no tags/],
    [{ contents: 5 }, 422, /contents must be a string/],
    [{ contents, name: 'a'.repeat(201) }, 400, /200 characters/],
    [{ contents: '词'.repeat(100_001) }, 413, /100001 characters/],
    [{ contents, list: 'a' }, 400, /There is no field "list"/],
  ] as const) {
    const answer = await give(body);
    assert.equal(answer.status, status);
    assert.match(((await answer.json()) as { error: { message: string } }).error.message, message);
  }
  for (let i = 0; i < 8; i++) assert.equal((await give({ contents: `行星\n标签${i}` })).status, 200);
  const answer = await post(`${url}/v1/tags`, { text, list: taken.list });
  assert.equal(answer.status, 400);
  assert.match(await answer.text(), /Give the list again/);
});
