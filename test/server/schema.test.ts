import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { analyzeKeywords, loadModel } from '../../packages/core/dist/node.js';
import { extractOptions } from '../../packages/core/dist/options.js';
import { root, temporaryDirectory } from '../support.js';
import { post, serve } from './running.js';

const list = join(temporaryDirectory(), 'tags.txt');
writeFileSync(list, 'beekeeping\tbees\nastronomy\tsun\tplanet\n');
const { url } = await serve('--threads', '1', '--log-level', 'silent', '--tags', `tags=${list}`);
const text = '太阳是一颗恒星，行星围绕着太阳公转。望远镜观测太阳的黑子。';
// biome-ignore lint/suspicious/noExplicitAny: a document of many shapes
const api: any = await (await fetch(`${url}/openapi.json`)).json();
const ajv = new Ajv2020({ strict: false });

/** Checks an answer against what the document says of it, and returns it. */
async function documented(path: string, method: 'get' | 'post', response: Response): Promise<unknown> {
  const { responses } = api.paths[path][method];
  const documentedAs = responses[response.status] ?? responses[`${String(response.status)[0]}XX`];
  assert.ok(documentedAs, `${method} ${path} answers ${response.status}, which is not documented`);
  const body = await response.json();
  const validate = ajv.compile(documentedAs.content['application/json'].schema);
  assert.ok(validate(body), `${path} ${response.status}: ${ajv.errorsText(validate.errors)}`);
  return body;
}

test('every route answers as /openapi.json says, good requests and bad', async () => {
  const model = await loadModel('zh');
  const posts: [string, unknown, number][] = [
    ['/v1/keywords', { text, topN: 3 }, 200],
    ['/v1/keywords', { text, explain: true, absent: 3 }, 200],
    ['/v1/keywords', { texts: [text, '', 'The sun is a star.'], model: 'auto' }, 200],
    ['/v1/keywords', { text: '' }, 422],
    ['/v1/keywords', {}, 400],
    ['/v1/keywords', { text, texts: [text] }, 400],
    ['/v1/keywords', { texts: text }, 400],
    ['/v1/keywords', { text: 5 }, 422],
    ['/v1/keywords', { text, topN: '3' }, 400],
    ['/v1/keywords', { text, topn: 3 }, 400],
    ['/v1/keywords', { text, method: 'magic' }, 400],
    ['/v1/keywords', { text, weights: 'magic' }, 400],
    ['/v1/keywords', { text, weights: { version: 1, language: 'zh', weights: { oneWord: 1 } } }, 200],
    ['/v1/keywords', { text, weights: { version: 1, language: 'en', weights: {} } }, 422],
    ['/v1/keywords', { text, weights: { version: 1, language: 'zh', weights: { magic: 1 } } }, 422],
    ['/v1/keywords', { text, weights: { version: 0 } }, 422],
    ['/v1/keywords', { text, weights: [1] }, 400],
    ['/v1/keywords', { text, model: '../../etc/passwd' }, 400],
    ['/v1/keywords', [text], 400],
    ['/v1/keywords', 'null', 400],
    ['/v1/keywords', '{"text":', 400],
    ['/v1/keywords', Uint8Array.of(123, 34, 255, 34, 125), 400],
    ['/v1/keywords', '{"__proto__":{"topN":1},"text":"太阳"}', 400],
    ['/v1/explain', { text }, 200],
    ['/v1/explain', { text, method: 'text-rank' }, 400],
    ['/v1/compare', { text, topN: 3 }, 200],
    ['/v1/compare', { text, methods: ['tf-idf', 'magic'] }, 400],
  ];
  for (const [path, body, status] of posts) {
    const response = await post(url + path, body);
    assert.equal(response.status, status, `${path} ${JSON.stringify(body)}`);
    await documented(path, 'post', response);
  }
  const gets: [string, string, number][] = [
    ['/v1/models', '', 200],
    ['/v1/similar', `?word=${encodeURIComponent('恒星')}&topN=3`, 200],
    ['/v1/predict', `?word=${encodeURIComponent('恒星')}`, 200],
    ['/v1/similar', '?word=Hund&lang=de', 200],
    ['/v1/similar', `?word=${encodeURIComponent('捷運')}`, 200],
    ['/v1/predict', '?word=Hund&lang=de&topN=2', 200],
    ['/v1/similar', '?word=Hund&lang=german!', 400],
    ['/v1/similar', '?word=skola&lang=sv', 400],
    ['/v1/predict', '?word=skola&lang=sv', 400],
    ['/v1/similar', '', 422],
    ['/v1/similar', '?word=zzzzzz', 404],
    ['/v1/similar', '?word=star&topN=x', 400],
    ['/v1/similar', '?word=star&top=3', 400],
    ['/healthz', '', 200],
    ['/readyz', '', 200],
  ];
  for (const [path, query, status] of gets) {
    const response = await fetch(url + path + query);
    assert.equal(response.status, status, path + query);
    await documented(path, 'get', response);
  }
  const found = (await (await post(`${url}/v1/keywords`, { text, topN: 3 })).json()) as object;
  assert.deepEqual(found, JSON.parse(JSON.stringify(analyzeKeywords(model, text, { topN: 3 }))));
});

test('the document has every extract option, with its range and its words', () => {
  const { schema } = api.paths['/v1/keywords'].post.requestBody.content['application/json'];
  for (const [name, { description }] of Object.entries(extractOptions)) {
    const shown: string = schema.properties[name]?.description;
    assert.equal(shown.slice(0, 30), description.slice(0, 30), name);
    // Lists are arrays here, and there are no flags.
    assert.doesNotMatch(shown, /comma-separated|@file| --/i, name);
  }
  assert.equal(schema.properties.topN.minimum, 1);
  assert.deepEqual(schema.properties.method.enum, extractOptions.method.choices);
});

test('explain answers with a page and a picture, too', async () => {
  const page = await post(`${url}/v1/explain`, { text }, { accept: 'text/html' });
  assert.match(page.headers.get('content-type')!, /^text\/html/);
  assert.match(await page.text(), /<html[\s\S]*太阳/);
  const picture = await post(`${url}/v1/explain`, { text }, { accept: 'image/svg+xml' });
  assert.match(await picture.text(), /^<svg/);
});

test('other paths are refused in the same form; documents and metrics are there', async () => {
  for (const [path, method] of [
    ['/v2/keywords', 'POST'],
    ['/../package.json', 'GET'],
    ['/%2e%2e/package.json', 'GET'],
  ]) {
    const response = await fetch(url + path, { method });
    assert.equal(response.status, 404, path);
    assert.equal(((await response.json()) as { error: { code: string } }).error.code, 'NOT_FOUND');
  }
  const docs = await fetch(`${url}/docs`);
  const html = await docs.text();
  assert.equal(docs.status, 200);
  assert.doesNotMatch(html, /(src|href)="(https?:)?\/\//);
  assert.match(html, /<title>Telltale<\/title>/);
  const style = /href="(\S+theme\.css)"/.exec(html)![1];
  assert.match(await (await fetch(new URL(style, url))).text(), /\.topbar \{ display: none/);
  const page = await fetch(`${url}/`);
  assert.match(await page.text(), /data-engine="http"/);
  assert.match(page.headers.get('content-security-policy')!, /default-src 'self'/);
  assert.equal(page.headers.get('x-content-type-options'), 'nosniff');
  const metrics = await (await fetch(`${url}/metrics`)).text();
  assert.match(metrics, /telltale_request_seconds_count\{method="POST",route="\/v1\/keywords",status="200"\} \d/);
  assert.match(metrics, /^telltale_texts_waiting 0$/m);
});

test('what the document fills in for every request is answered by a service without lists of its own', async () => {
  const { url } = await serve('--threads', '1', '--log-level', 'silent');
  let sent = 0;
  const answered = async (path: string, response: Response) => {
    sent++;
    const body = await response.text();
    assert.equal(response.status, 200, `${path}: ${body}`);
    assert.doesNotMatch(body, /"error"/, path);
  };
  for (const [path, { post: posted, get }] of Object.entries<typeof api>(api.paths)) {
    for (const [type, { example }] of Object.entries<typeof api>(posted?.requestBody?.content ?? {})) {
      assert.ok(example, `POST ${path} as ${type} has no example`);
      await answered(path, await post(url + path, example, { 'content-type': type }));
    }
    const required = (get?.parameters ?? []).filter((one: { required?: boolean }) => one.required);
    for (const { name, example } of required) await answered(path, await fetch(`${url}${path}?${name}=${example}`));
  }
  assert.equal(sent, 9);
});

test('the list of tags in the document tags by every word that it has', async () => {
  const { example } = api.paths['/v1/tags/lists'].post.requestBody.content['application/json'];
  const { list } = (await (await post(`${url}/v1/tags/lists`, example)).json()) as { list: string };
  for (const [text, tag] of [
    ['The sun is hot.', 'astronomy'],
    ['This planet has rings.', 'astronomy'],
    ['The bees are home.', 'beekeeping'],
  ]) {
    const { tags } = (await (await post(`${url}/v1/tags`, { text, list, evidence: ['mention'] })).json()) as {
      tags: { label: string }[];
    };
    assert.deepEqual(
      tags.map(({ label }) => label),
      [tag],
      text,
    );
  }
});

test('the answer about a word names the model that was used', async () => {
  for (const [query, model] of [
    ['word=planet', 'en'],
    [`word=${encodeURIComponent('恒星')}`, 'zh'],
    ['word=Hund&lang=de', 'de'],
    ['word=planet&model=en', 'en'],
  ]) {
    const answer = await (await fetch(`${url}/v1/similar?${query}`)).json();
    assert.equal((answer as { model: string }).model, model, query);
  }
});

test('the answer about a word says what to know of the words, and where there is none', async () => {
  for (const [word, notice] of [
    ['Haus', /^Near words in German \(de\) come from/],
    ['Hund', /^No word of German \(de\) is near enough to this one to be listed\./],
  ] as const) {
    const answer = (await (await fetch(`${url}/v1/similar?word=${word}&lang=de`)).json()) as {
      notice: string;
      words: unknown[];
    };
    assert.match(answer.notice, notice);
    assert.equal(answer.words.length === 0, word === 'Hund');
  }
});

test('the reference of the service is in Chinese, too', async () => {
  const { httpReference } = await import(join(root, 'site/http.mjs'));
  const { en, zh } = await httpReference();
  assert.equal(zh.match(/^## .+/gm).join(), en.match(/^## .+/gm).join());
  assert.match(zh, /`word` .*词。/);
});

test('the page of the documentation is in Chinese for those who read it, as far as it is ours', async () => {
  const shown = async (language: string) => {
    const response = await fetch(`${url}/docs/json`, { headers: { 'accept-language': language } });
    assert.match(response.headers.get('vary') ?? '', /accept-language/i);
    return response.json();
  };
  assert.deepEqual(await shown('en'), api);
  for (const language of ['fr', 'en, zh;q=0.5', 'zh;q=0', '*', ''])
    assert.deepEqual(await shown(language), api, language);
  const chinese = await shown('zh-CN,zh;q=0.9');
  for (const language of ['en;q=0.1, zh', 'fr, zh;q=0.5', 'ja,en;q=0.5,ZH-Hant; q=0.8'])
    assert.deepEqual(await shown(language), chinese, language);
  assert.deepEqual(Object.keys(chinese.paths), Object.keys(api.paths));
  let said = 0;
  const everyWord = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [name, value] of Object.entries(part)) {
      if (name === 'tags' && Array.isArray(value)) assert.match(value.join(), /\p{Script=Han}/u);
      else if (!['summary', 'description'].includes(name) || typeof value !== 'string') everyWord(value);
      else {
        said++;
        assert.match(value, /\p{Script=Han}/u, value);
      }
    }
  };
  everyWord(chinese);
  assert.ok(said > 50, String(said));
});

test('every route is in a group of the documentation', () => {
  for (const [path, methods] of Object.entries(api.paths as Record<string, Record<string, { tags?: string[] }>>)) {
    for (const { tags } of Object.values(methods)) assert.equal(tags?.length, 1, path);
  }
});
