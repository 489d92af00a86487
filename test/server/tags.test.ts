import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { compileTags, loadModel, readTagList, suggestTags } from '../../dist/node.js';
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
