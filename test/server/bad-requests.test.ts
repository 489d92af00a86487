import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { deflateSync, gzipSync } from 'node:zlib';
import { problemOf } from '../../packages/telltale/dist/server/problem.js';
import { randomOf } from '../formats/damage.js';
import { temporaryDirectory } from '../support.js';
import { answerTo, errorOf, post, serve } from './running.js';

const text = '太阳是一颗恒星，行星围绕着太阳公转。望远镜观测太阳的黑子。';
const list = join(temporaryDirectory(), 'list.txt');
writeFileSync(list, '太阳\n');
const limits = ['--max-text-length', '5000', '--log-level', 'silent'];
const { url } = await serve('--threads', '1', '--tags', `list=${list}`, ...limits);
const ndjson = { 'content-type': 'application/x-ndjson' };

test('what is refused before there is a route has the shape of every error', async () => {
  const host = 'host: x\r\nconnection: close';
  const refused: [string, number][] = [
    [`GET /%zz HTTP/1.1\r\n${host}\r\n\r\n`, 400],
    [`GET /v1/similar/%E6%zz?word=%zz HTTP/1.1\r\n${host}\r\n\r\n`, 400],
    [`POST /%zz HTTP/1.1\r\n${host}\r\ncontent-length: 2\r\n\r\n{}`, 400],
    [`GET /é HTTP/1.1\r\n${host}\r\n\r\n`, 400],
    [`FETCH / HTTP/1.1\r\n${host}\r\n\r\n`, 400],
    [`PROPFIND /nothing HTTP/1.1\r\n${host}\r\n\r\n`, 404],
    [`GET /${'a'.repeat(10_000)} HTTP/1.1\r\n${host}\r\n\r\n`, 404],
    [`GET / HTTP/1.1\r\n${host}\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
    ['GET /healthz HTTP/1.1\r\n\r\n', 400],
    [`GET /healthz HTTP/1.1\r\n${host}\r\nexpect: miracles\r\n\r\n`, 417],
    [`CONNECT example.org:443 HTTP/1.1\r\n${host}\r\n\r\n`, 405],
    [`POST /v1/keywords HTTP/1.1\r\n${host}\r\ncontent-length: x\r\n\r\n`, 400],
    [`POST /v1/keywords HTTP/1.1\r\n${host}\r\ncontent-type: nonsense\r\ncontent-length: 2\r\n\r\n{}`, 415],
    [`POST /v1/keywords HTTP/1.1\r\n${host}\r\ncontent-type: application/json\r\ncontent-length: 0\r\n\r\n`, 400],
  ];
  const chunked = `POST /v1/keywords HTTP/1.1\r\n${host}\r\ntransfer-encoding: chunked\r\ncontent-type: application/`;
  for (const type of ['json', 'x-ndjson']) refused.push([`${chunked}${type}\r\n\r\nzz\r\nabc`, 400]);
  for (const [request, status] of refused) {
    const answer = await answerTo(url, request);
    const [head, body] = answer.split('\r\n\r\n');
    assert.match(head, new RegExp(`^HTTP/1\\.1 ${status} `), `${request.slice(0, 80)}: ${head}`);
    assert.match(head, /content-type: application\/json/i, request.slice(0, 80));
    const { message } = errorOf(body);
    assert.ok(message.length > 10 && message.length < 600, message);
    if (request.includes('zz\r\n')) assert.match(message, /not valid HTTP: Invalid character in chunk size\.$/);
    if (request.startsWith('GET /é')) assert.match(message, /other letters than a-z/);
    if (status === 431) assert.equal(message, 'The address and headers have more than the 16384 bytes allowed.');
  }
});

test('a body in gzip is read; another encoding is 415, and what is no gzip 400', async () => {
  const body = JSON.stringify({ text, topN: 3 });
  const plain = await (await post(`${url}/v1/keywords`, body)).json();
  for (const encoding of ['gzip', 'x-gzip', 'GZIP']) {
    const response = await post(`${url}/v1/keywords`, gzipSync(body), { 'content-encoding': encoding });
    assert.deepEqual(await response.json(), plain, encoding);
  }
  assert.equal((await post(`${url}/v1/keywords`, body, { 'content-encoding': 'identity' })).status, 200);
  const streamed = await post(`${url}/v1/keywords`, gzipSync(`${body}\n${body}\n`), {
    ...ndjson,
    'content-encoding': 'gzip',
  });
  const lines = (await streamed.text()).trim().split('\n');
  assert.deepEqual(
    lines.map((line) => JSON.parse(line)),
    [plain, plain],
  );

  for (const type of ['application/json', 'application/x-ndjson']) {
    for (const encoding of ['deflate', 'br', 'zstd', 'gzip, gzip', 'x'.repeat(5000)]) {
      const headers = { 'content-type': type, 'content-encoding': encoding };
      const response = await post(`${url}/v1/keywords`, deflateSync(body), headers);
      assert.equal(response.status, 415, encoding.slice(0, 20));
      assert.match(errorOf(await response.text()).message, /gzip and identity/);
    }
  }
  const cut = gzipSync(JSON.stringify({ text: text.repeat(50) })).subarray(0, 60);
  for (const bytes of [Buffer.from(body), cut]) {
    const response = await post(`${url}/v1/keywords`, bytes, { 'content-encoding': 'gzip' });
    assert.equal(response.status, 400);
    assert.match(errorOf(await response.text()).message, /cannot be unpacked/);
    const stream = await post(`${url}/v1/keywords`, bytes, { ...ndjson, 'content-encoding': 'gzip' });
    assert.equal(errorOf((await stream.text()).trim().split('\n').at(-1)!).code, 'INVALID_REQUEST');
  }
});

test('of a stream in gzip that breaks off, all lines before are answered', async () => {
  // Texts that hardly pack, so that half of the bytes hold half of them.
  const random = randomOf(7);
  const line = () => `${JSON.stringify({ text: `${text} ${Array.from({ length: 9 }, random).join(' ')}`, topN: 1 })}\n`;
  const whole = gzipSync(Array.from({ length: 60 }, line).join(''));
  const broken: [string, Uint8Array, number][] = [
    ['cut', whole.subarray(0, whole.length / 2), 25],
    ['check', whole.with(-6, whole.at(-6)! ^ 1), 60],
    ['followed', Buffer.concat([whole, Buffer.from('something else')]), 60],
    ['damaged', Buffer.concat([whole, whole.subarray(0, 10), Buffer.alloc(9, 255)]), 60],
  ];
  for (const [name, bytes, least] of broken) {
    const stream = await post(`${url}/v1/keywords`, bytes, { ...ndjson, 'content-encoding': 'gzip' });
    const lines = (await stream.text()).trim().split('\n');
    assert.match(errorOf(lines.pop()!).message, /stream broke off/, name);
    assert.ok(lines.length >= least && lines.length <= 60, `${name}: ${lines.length}`);
    for (const line of lines) assert.ok(JSON.parse(line).keywords, name);
  }
});

test('a body of another type is refused with the types that are taken', async () => {
  const refused: [path: string, type: string][] = [
    ['keywords', 'text/plain'],
    ['keywords', 'application/x-www-form-urlencoded'],
    ['keywords', 'application/xml'],
    ['explain', 'application/x-ndjson'],
    ['compare', 'application/x-ndjson'],
  ];
  for (const [path, type] of refused) {
    const response = await post(`${url}/v1/${path}`, JSON.stringify({ text }), { 'content-type': type });
    assert.equal(response.status, 415, `${path} ${type}`);
    const { code, message } = errorOf(await response.text());
    assert.equal(code, 'INVALID_REQUEST');
    assert.ok(message.startsWith(`content-type is "${type}"; send application/json`), message);
  }
});

test('a stream of lines that is sent as JSON is refused with the type that it is', async () => {
  const lines = `${JSON.stringify({ text })}\n${JSON.stringify({ text })}\n`;
  const refused = await post(`${url}/v1/keywords`, lines);
  assert.equal(refused.status, 400);
  assert.match(errorOf(await refused.text()).message, /JSON on each line: send it to .* as application\/x-ndjson\.$/);
  for (const broken of [`{"text":\n"a"]`, `{"text": "a"} {"text": "b"}`, `\n{"text": "a\n`]) {
    assert.match(errorOf(await (await post(`${url}/v1/keywords`, broken)).text()).message, /^The body is not JSON: /);
  }
});

test('byte-order marks before a body are left out, as before the lines of a stream', async () => {
  const body = JSON.stringify({ text, topN: 3 });
  const plain = await (await post(`${url}/v1/keywords`, body)).json();
  const marked = await post(`${url}/v1/keywords`, `\ufeff\ufeff${body}`);
  assert.deepEqual(await marked.json(), plain);
  const streamed = await post(`${url}/v1/keywords`, `\ufeff\ufeff${body}\n\ufeff${body}\n`, ndjson);
  assert.deepEqual(
    (await streamed.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
    [plain, plain],
  );
});

test('a field that there is not is refused with the names of those that there are', async () => {
  for (const [path, body, fields] of [
    ['keywords', { txt: text }, /^There is no field "txt"\. Fields here: text, texts, .*model, .*method, /],
    ['explain', { texts: [text] }, /"texts"\. Fields here: text, .*model, .*method, /],
    ['compare', { text, method: 'tf-idf' }, /"method"\. Fields here: text, .*model, .*methods, .*select, /],
    ['tags', { text, model: 'zh' }, /"model"\. Fields here: text, texts, .*list, .*topN, /],
  ] as const) {
    const response = await post(`${url}/v1/${path}`, body);
    assert.equal(response.status, 400);
    assert.match(errorOf(await response.text()).message, fields);
  }
  const stream = await post(`${url}/v1/keywords`, JSON.stringify({ texts: [text] }), ndjson);
  assert.match(errorOf(await stream.text()).message, /^Line 1 has "texts", but a line holds one text, in "text": /);
  const topN = await fetch(`${url}/v1/similar?word=star&topN=many`);
  assert.match(errorOf(await topN.text()).message, /from 1 to 10000, got "many"/);
});

test('an empty text is refused by every route', async () => {
  for (const path of ['keywords', 'explain', 'compare', 'tags']) {
    for (const empty of ['', ' \n']) {
      const response = await post(`${url}/v1/${path}`, { text: empty });
      assert.equal(response.status, 422, path);
      assert.equal(errorOf(await response.text()).code, 'INVALID_TEXT');
    }
  }
});

test('a body that unpacks to more than is taken is refused, however small it came', async () => {
  const bomb = gzipSync(`{"text":"${'x'.repeat(50_000_000)}"}`);
  assert.ok(bomb.length < 100_000);
  const response = await post(`${url}/v1/keywords`, bomb, { 'content-encoding': 'gzip' });
  assert.equal(response.status, 413);
  assert.equal(errorOf(await response.text()).code, 'TOO_LARGE');
  const stream = await post(`${url}/v1/keywords`, bomb, { ...ndjson, 'content-encoding': 'gzip' });
  assert.equal(errorOf(await stream.text()).code, 'TOO_LARGE');
});

test('a stream that stands for far more than texts are packed to is refused', async () => {
  const packed = gzipSync('\n'.repeat(20_000_000));
  const stream = await post(`${url}/v1/keywords`, packed, { ...ndjson, 'content-encoding': 'gzip' });
  const { code, message } = errorOf(await stream.text());
  assert.equal(code, 'TOO_LARGE');
  assert.match(message, /unpacks to more than 200 times its size/);
});

test('others are answered while a stream has lines by the thousand that no thread has to look at', async () => {
  let isAnswered = false;
  const stream = post(`${url}/v1/keywords`, '{}\n'.repeat(60_000), ndjson)
    .then((response) => response.text())
    .finally(() => {
      isAnswered = true;
    });
  let others = 0;
  for (; !isAnswered; others++) assert.equal((await fetch(`${url}/healthz`)).status, 200);
  assert.equal((await stream).split('\n').length, 60_001);
  // Of those that came with each 64 KiB of the stream there were five.
  assert.ok(others > 10, `${others} answers`);
});

test('a client that ends its side of the connection behind its requests is answered', async () => {
  const asked: [body: string, type: string, texts: number][] = [
    [JSON.stringify({ text }), 'application/json', 1],
    [`${JSON.stringify({ text })}\n`.repeat(50), 'application/x-ndjson', 50],
  ];
  for (const [body, type, texts] of asked) {
    const head = `POST /v1/keywords HTTP/1.1\r\nhost: x\r\ncontent-type: ${type}\r\n`;
    const whole = `${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    for (const requests of [1, 2]) {
      const answer = await answerTo(url, whole.repeat(requests), { isAll: true });
      assert.equal(answer.match(/"keywords":/g)?.length, requests * texts, type);
    }
    const cut = await answerTo(url, whole.slice(0, -9), { isAll: true });
    assert.match(
      cut,
      type === 'application/json' ? / 400 .*before it was complete/s : /before it was complete|broke off/,
      type,
    );
  }
});

test('what is no HTTP is refused behind the answers that are under way, of a stream in its last line', async () => {
  const json = JSON.stringify({ text });
  const head = (type: string, length: string) =>
    `POST /v1/keywords HTTP/1.1\r\nhost: x\r\ncontent-type: ${type}\r\n${length}\r\n\r\n`;
  const whole = head('application/json', `content-length: ${Buffer.byteLength(json)}`) + json;
  const statuses = (answer: string) => Array.from(answer.matchAll(/HTTP\/1\.1 (\d+) /g), ([, status]) => status);
  assert.deepEqual(statuses(await answerTo(url, `${whole}${whole}JUNK\r\n\r\n`)), ['200', '200', '400']);

  const begun = `${head('application/x-ndjson', 'transfer-encoding: chunked')}${(Buffer.byteLength(json) + 1).toString(16)}\r\n${json}\n\r\n`;
  for (const [end, why] of [
    ['zz\r\n', 'Invalid character in chunk size'],
    ['', 'the request ended before it was complete'],
  ]) {
    const { hostname: host, port } = new URL(url);
    const socket = connect({ host, port: Number(port), allowHalfOpen: true });
    socket.setEncoding('utf8').write(begun);
    let answer = '';
    for await (const part of socket) {
      answer += part;
      if (!socket.writableEnded && answer.includes('"keywords"')) socket.end(end);
    }
    assert.deepEqual(statuses(answer), ['200']);
    assert.ok(answer.includes('\r\n{"error":{"code":"INVALID_REQUEST","message":"The stream broke off: '), answer);
    assert.ok(answer.endsWith(`${why}."}}\n\r\n0\r\n\r\n`), answer);
  }
});

test('a bad text of a list answers for itself alone', async () => {
  const bad = [null, 5, [text], { text }, '', 'x'.repeat(6000)];
  const response = await post(`${url}/v1/keywords`, { texts: [text, ...bad, text], topN: 2 });
  assert.equal(response.status, 200);
  const { results } = (await response.json()) as { results: unknown[] };
  assert.equal(results.length, bad.length + 2);
  assert.equal((results[0] as { keywords: unknown[] }).keywords.length, 2);
  assert.deepEqual(results.at(-1), results[0]);
  const codes = results.slice(1, -1).map((result) => errorOf(JSON.stringify(result)).code);
  assert.deepEqual(codes, [...Array(5).fill('INVALID_TEXT'), 'TOO_LARGE']);
  assert.match(errorOf(JSON.stringify(results[2])).message, /texts\[2\] must be a string/);
});

test('a bad line of a stream answers for itself alone, with its id where it has one', async () => {
  const deep = `${'['.repeat(9000)}${']'.repeat(9000)}`;
  const lines: [line: string, id: unknown, code: string | undefined][] = [
    [JSON.stringify({ id: 'first', text }), 'first', undefined],
    ['null', undefined, 'INVALID_REQUEST'],
    ['7', undefined, 'INVALID_REQUEST'],
    ['[]', undefined, 'INVALID_REQUEST'],
    ['{"id": 1, "text":', undefined, 'INVALID_REQUEST'],
    ['{"id": 2, "text": null}', 2, 'INVALID_TEXT'],
    ['{"id": 3}', 3, 'INVALID_TEXT'],
    [JSON.stringify({ id: 4, text, topN: 'many' }), 4, 'INVALID_OPTION'],
    [JSON.stringify({ id: 5, text, model: 'none' }), 5, 'INVALID_OPTION'],
    [`{"id": ${deep}, "text": "太阳"}`, undefined, 'INVALID_REQUEST'],
    [JSON.stringify({ id: 'x'.repeat(50_000), text }), undefined, 'INVALID_REQUEST'],
    [`{"id": 6, "text": "太阳", "candidates": ${deep}}`, 6, 'INVALID_REQUEST'],
    [`{"candidates": ${deep}, "id": {"page": "b"}, "text": "太阳"}`, { page: 'b' }, 'INVALID_REQUEST'],
    [JSON.stringify({ id: { page: [7] }, text }), { page: [7] }, undefined],
  ];
  const response = await post(`${url}/v1/keywords`, lines.map(([line]) => line).join('\n'), ndjson);
  const answers = (await response.text()).trim().split('\n');
  assert.equal(answers.length, lines.length);
  for (const [i, [line, id, code]] of lines.entries()) {
    const { id: given, ...rest } = JSON.parse(answers[i]);
    assert.deepEqual(given, id, line.slice(0, 60));
    if (code === undefined) assert.ok(rest.keywords.length > 0, line.slice(0, 60));
    else assert.equal(errorOf(JSON.stringify(rest)).code, code, line.slice(0, 60));
    assert.ok(code === undefined || answers[i].length < 2000, 'what is repeated is cut');
  }
});

test('the id of a line comes back as it was sent, down to the digits of a long number', async () => {
  const ids = [
    '12345678901234567890',
    '-9007199254740993',
    '{"page":[12345678901234567890, 7]}',
    '"a \\u0041 : , }"',
    '1.50',
    '-0',
  ];
  const lines = ids.map((id) => `{"text": "太阳" , "id" : ${id} }`);
  const answers = await (await post(`${url}/v1/keywords`, lines.join('\n'), ndjson)).text();
  for (const [i, line] of answers.trim().split('\n').entries()) assert.ok(line.startsWith(`{"id":${ids[i]},`), line);
});

test('what a request asks for has limits, and what an error repeats of it is cut', async () => {
  const long = 'x'.repeat(50_000);
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const refused: [path: string, body: unknown][] = [
    ['compare', { text, methods: Array(300_000).fill('tf-idf') }],
    ['compare', { text, methods: ['tf-idf', { deep: 1 }] }],
    ['compare', { text, methods: ['tf-idf', long] }],
    ['keywords', `{"text":"太阳","topN":${deep}}`],
    ['keywords', `{"text":"太阳","candidates":${deep}}`],
    ['keywords', `{"text":"太阳","method":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`],
    ['keywords', deep],
    ['keywords', { text, method: long }],
    ['keywords', { text, model: long }],
    ['keywords', { text, candidates: [long, 5] }],
    ['keywords', { text, [long]: 1 }],
    ['keywords', { text, topN: 1e9 }],
    ['keywords', { text, minLength: 1e9 }],
    ['keywords', { text, partsOfSpeech: Array(1001).fill('n') }],
  ];
  for (const [path, body] of refused) {
    const response = await post(`${url}/v1/${path}`, body);
    const what = (typeof body === 'string' ? body : JSON.stringify(body)).slice(0, 80);
    assert.equal(response.status, 400, what);
    assert.ok(errorOf(await response.text()).message.length < 1000, what);
  }
  for (const query of ['word=star&topN=1e9', 'word=star&topN=10001', `word=star&model=${long.slice(0, 9000)}`]) {
    const response = await fetch(`${url}/v1/similar?${query}`);
    assert.equal(response.status, 400, query.slice(0, 80));
    assert.ok(errorOf(await response.text()).message.length < 1000);
  }
  const word = await fetch(`${url}/v1/similar?word=${long.slice(0, 9000)}`);
  assert.equal(word.status, 413);
  const path = await fetch(`${url}/${long.slice(0, 9000)}`);
  assert.ok(errorOf(await path.text()).message.length < 300);
});

test('every list and number that a request may have has a maximum in the document', async () => {
  // biome-ignore lint/suspicious/noExplicitAny: a document of many shapes
  const api: any = await (await fetch(`${url}/openapi.json`)).json();
  interface Route {
    parameters?: { name: string; schema: Record<string, unknown> }[];
    requestBody?: { content: Record<string, { schema: Record<string, unknown> }> };
  }
  let seen = 0;
  const check = (schema: Record<string, unknown>, where: string): void => {
    if (schema.type === 'array') assert.ok('maxItems' in schema, where);
    if (schema.type === 'integer' || schema.type === 'number') assert.ok('maximum' in schema, where);
    seen++;
    for (const [name, inner] of Object.entries((schema.properties ?? {}) as Record<string, typeof schema>)) {
      check(inner, `${where}.${name}`);
    }
    if (schema.items) check(schema.items as typeof schema, `${where}[]`);
  };
  for (const [path, methods] of Object.entries<Record<string, Route>>(api.paths)) {
    for (const { requestBody, parameters = [] } of Object.values(methods)) {
      for (const { name, schema } of parameters) check(schema, `${path}?${name}`);
      for (const { schema } of Object.values(requestBody?.content ?? {})) check(schema, path);
    }
  }
  assert.ok(seen > 50, String(seen));
});

test('a method that a path does not take is 405 with those that it takes', async () => {
  for (const [method, path, allowed] of [
    ['GET', '/v1/keywords', 'POST'],
    ['DELETE', '/v1/explain', 'POST'],
    ['PUT', '/v1/tags?x=1', 'GET, HEAD, POST'],
    ['POST', '/v1/models', 'GET, HEAD'],
    ['POST', '/healthz', 'GET, HEAD'],
    ['OPTIONS', '/v1/compare', 'POST'],
  ]) {
    const response = await fetch(`${url}${path}`, { method });
    assert.equal(response.status, 405, `${method} ${path}`);
    assert.deepEqual(response.headers.get('allow')?.split(', ').sort(), allowed.split(', '));
    const { code, message } = errorOf(await response.text());
    assert.equal(code, 'NOT_FOUND');
    assert.match(message, /There is no \w+ \/\w.* here\. It takes /);
  }
  const none = await fetch(`${url}/v1/nothing`);
  assert.equal(none.status, 404);
  assert.equal(none.headers.get('allow'), null);
});

test('what is said of a field names the field, and no flag of the command', async () => {
  const french = 'Les éleveurs du Larzac craignent le loup ; le loup a tué douze brebis, disent les éleveurs.';
  for (const [body, said] of [
    [{ text, topN: 0 }, /"topN must be a whole number from 1 to 1000000, got 0\."/],
    [{ text, lang: 'swedish' }, /"lang is .*expected auto/],
    [{ text, partsOfSpeech: ['nonsense'] }, /"partsOfSpeech is nonsense/],
    [{ text, weights: 5 }, /"weights must be one of/],
    // What a message repeats is left as it was given.
    [{ text, method: 'x [(--lang)] (--lang)' }, /got \\"x \[\(--lang\)\] \(--lang\)\\"/],
    [{ text: french }, /; set lang if it is in another language\./],
  ] as const) {
    const answer = await (await post(`${url}/v1/keywords`, body)).text();
    assert.match(answer, said);
    assert.doesNotMatch(answer.replace('x [(--lang)] (--lang)', ''), /\(-/);
  }
  const asked = await fetch(`${url}/v1/similar?word=star&topN=many`);
  assert.match(errorOf(await asked.text()).message, /^topN must be .*got "many"\.$/);
});

test('what a connection says whose client has gone is no failure of the service', () => {
  for (const code of ['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE']) {
    assert.equal(problemOf(Object.assign(new Error('read'), { code })).status, 400, code);
  }
  assert.equal(problemOf(new DOMException('This operation was aborted', 'AbortError')).code, 'INVALID_REQUEST');
  assert.equal(problemOf(new TypeError('x is not a function')).code, 'INTERNAL');
});
