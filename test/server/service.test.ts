import assert from 'node:assert/strict';
import { once } from 'node:events';
import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceError, TelltaleClient, type TextRequest } from '../../dist/client.js';
import { collect, root, temporaryDirectory } from '../support.js';
import { post, serve } from './running.js';

const text = '太阳是一颗恒星，行星围绕着太阳公转。望远镜观测太阳的黑子。';
const long = readFileSync(join(root, 'examples/article.txt'), 'utf8').repeat(20);
const directory = temporaryDirectory();

async function stillAnswers(url: string): Promise<void> {
  const { keywords } = await new TelltaleClient(url).keywords(text);
  assert.ok(keywords.some((keyword) => keyword.text === '太阳'));
}

test('the client asks everything there is to ask', async () => {
  const { url } = await serve('--threads', '2', '--log-level', 'silent');
  const client = new TelltaleClient(`${url}/`);
  const { keywords } = await client.keywords(text, { topN: 2, select: 'top' });
  assert.equal(keywords.length, 2);
  const [first, failed, last] = await client.keywordsOf([text, '', text], { topN: 2, select: 'top' });
  assert.deepEqual('keywords' in first && first.keywords, keywords);
  assert.equal('error' in failed && failed.error.code, 'INVALID_TEXT');
  assert.deepEqual(last, first);
  const explained = await client.explain(text, { topN: 2, select: 'top' });
  assert.equal(explained.explanation!.contributions.length, 2);
  const compared = await client.compare(text, { methods: ['tf-idf', 'text-rank'], topN: 1 });
  assert.deepEqual(
    compared.map(({ method }) => method),
    ['tf-idf', 'text-rank'],
  );
  assert.equal((await client.similar('恒星', { topN: 3 })).length, 3);
  assert.deepEqual(await client.similar('Star', { topN: 2 }), await client.similar('star', { topN: 2 }));
  assert.ok((await client.predict('star', { topN: 3 })).every(({ value }) => value < 0));
  assert.deepEqual(
    (await client.models()).map(({ name }) => name),
    ['zh', 'en'],
  );
  await assert.rejects(client.keywords(text, { topN: 0 }), (error: ServiceError) => {
    return error instanceof ServiceError && error.status === 400 && error.code === 'INVALID_OPTION';
  });
  await assert.rejects(new TelltaleClient('http://127.0.0.1:9').models(), { code: 'UNREACHABLE', status: 0 });
  await assert.rejects(client.keywords(text, { signal: AbortSignal.abort() }), { name: 'AbortError' });
});

test('a stream is answered in order, line for line, while it is still being sent', async () => {
  const { url } = await serve('--threads', '2', '--max-text-length', '5000', '--log-level', 'silent');
  const client = new TelltaleClient(url);
  const requests: TextRequest[] = Array.from({ length: 300 }, (_, id) => ({
    id,
    text: id % 7 === 3 ? '' : id % 7 === 5 ? 'x'.repeat(6000) : text.repeat(1 + (id % 5)),
    topN: 3,
  }));
  const results = await collect(client.stream(requests));
  assert.deepEqual(
    results.map(({ id }) => id),
    requests.map(({ id }) => id),
  );
  for (const [i, result] of results.entries()) {
    const code = i % 7 === 3 ? 'INVALID_TEXT' : i % 7 === 5 ? 'TOO_LARGE' : undefined;
    assert.equal('error' in result ? result.error.code : undefined, code);
  }
  // The second text is only sent when the first is answered.
  let answered = () => {};
  const wasAnswered = new Promise<void>((resolve) => {
    answered = resolve;
  });
  async function* slowly(): AsyncGenerator<TextRequest> {
    for (let i = 0; i < 8; i++) yield { id: i, text };
    await wasAnswered;
    yield { id: 8, text };
  }
  let count = 0;
  for await (const _ of client.stream(slowly())) if (++count === 1) answered();
  assert.equal(count, 9);
});

test('what is too much is refused at once, and nothing is lost after', async () => {
  const { url } = await serve(
    '--threads',
    '1',
    '--max-queue',
    '3',
    '--max-texts',
    '2',
    '--max-body-bytes',
    '2000000',
    '--log-level',
    'silent',
  );
  await stillAnswers(url);
  const body = { text: long };
  const statuses = await Promise.all(
    Array.from({ length: 60 }, async () => {
      const response = await post(`${url}/v1/keywords`, body);
      if (response.status === 503) assert.equal(response.headers.get('retry-after'), '1');
      else assert.ok(((await response.json()) as { keywords: unknown[] }).keywords.length > 0);
      return response.status;
    }),
  );
  assert.deepEqual([...new Set(statuses)].sort(), [200, 503]);
  assert.ok(statuses.filter((status) => status === 200).length >= 3);
  assert.equal((await post(`${url}/v1/keywords`, { texts: [text, text, text] })).status, 413);
  assert.equal((await post(`${url}/v1/keywords`, { text: 'x'.repeat(150_000) })).status, 413);
  const huge = await post(`${url}/v1/keywords`, { text: 'x'.repeat(3_000_000) });
  assert.equal(huge.status, 413);
  assert.equal(((await huge.json()) as { error: { code: string } }).error.code, 'TOO_LARGE');
  assert.equal((await post(`${url}/v1/keywords`, text, { 'content-type': 'text/plain' })).status, 415);
  await stillAnswers(url);
});

test('a text that takes too long is given up, and so is one that waits too long', async () => {
  const { url } = await serve(
    '--threads',
    '1',
    '--time-limit',
    '0.05',
    '--max-text-length',
    '2000000',
    '--log-level',
    'silent',
  );
  const responses = await Promise.all(
    Array.from({ length: 3 }, () => post(`${url}/v1/keywords`, { text: long.repeat(10) })),
  );
  assert.ok(responses.every(({ status }) => status === 503));
  for (let tries = 0; ; tries++) {
    const { status } = await post(`${url}/v1/keywords`, { text });
    if (status === 200) break;
    assert.ok(tries < 100, 'never answers again');
    await sleep(100);
  }
});

test('thousands of connections that say nothing, or half of it, leave it answering', async () => {
  const { url } = await serve('--threads', '1', '--log-level', 'silent');
  const { hostname: host, port } = new URL(url);
  const sockets: Socket[] = [];
  for (let i = 0; i < 2000; i++) {
    const socket = connect({ host, port: Number(port) });
    socket.on('error', () => {});
    if (i % 2)
      socket.write(
        'POST /v1/keywords HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"te',
      );
    sockets.push(socket);
  }
  await Promise.race([Promise.all(sockets.map((socket) => once(socket, 'connect'))), sleep(10_000)]);
  assert.ok(sockets.filter((socket) => socket.readyState === 'open').length > 1500);
  await stillAnswers(url);
  const garbage = connect({ host, port: Number(port) });
  garbage.end('\x16\x03\x01 no HTTP at all\r\n\r\n');
  const [answer] = await once(garbage, 'data');
  assert.match(String(answer), /^HTTP\/1\.1 400[\s\S]*"INVALID_REQUEST"/);
  for (const socket of sockets) socket.destroy();
  await stillAnswers(url);
});

test('tokens are asked for, except of health; a rate has a limit', async () => {
  const tokens = join(directory, 'tokens.txt');
  writeFileSync(tokens, 'first-secret\nsecond-secret\n');
  const { url } = await serve('--tokens', tokens, '--rate-limit', '20', '--threads', '1', '--log-level', 'silent');
  for (const path of ['/v1/models', '/metrics', '/openapi.json', '/', '/docs']) {
    assert.equal((await fetch(url + path)).status, 401, path);
  }
  const refused = await post(`${url}/v1/keywords`, { text }, { authorization: 'Bearer wrong' });
  assert.equal(refused.status, 401);
  assert.equal(((await refused.json()) as { error: { code: string } }).error.code, 'UNAUTHORIZED');
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
  const client = new TelltaleClient(url, { token: 'second-secret' });
  assert.ok((await client.keywords(text)).keywords.length > 0);
  const codes = await Promise.all(
    Array.from({ length: 30 }, () =>
      client.keywords(text).then(
        () => '',
        ({ code }: ServiceError) => code,
      ),
    ),
  );
  assert.ok(codes.includes('RATE_LIMITED'), codes.join());
  await assert.rejects(serve('--tokens', join(directory, 'none.txt')), /There is no file/);
});

test('models are read anew on SIGHUP without a lost request; a bad file changes nothing', async () => {
  const file = join(directory, 'served.safetensors');
  copyFileSync(join(root, 'models/zh.safetensors'), file);
  const running = await serve('--models', `mine=${file}`, '--models', 'english=en', '--threads', '2');
  const client = new TelltaleClient(running.url);
  assert.deepEqual(
    (await client.models()).map(({ name, words }) => [name, words]),
    [
      ['mine', 66_000],
      ['english', 52_708],
    ],
  );
  let done = false;
  let answered = 0;
  const traffic = (async () => {
    while (!done) {
      const results = await Promise.all(Array.from({ length: 8 }, () => client.keywords(text, { topN: 1 })));
      answered += results.length;
    }
  })();
  const reloaded = async (message: RegExp) => {
    running.process.kill('SIGHUP');
    for (let i = 0; i < 200 && !message.test(running.log()); i++) await sleep(50);
    assert.match(running.log(), message);
  };
  // Written beside and renamed, as one does with a file in use.
  writeFileSync(`${file}.new`, readFileSync(join(root, 'models/en.safetensors')));
  renameSync(`${file}.new`, file);
  await reloaded(/models read anew/);
  assert.equal((await client.models())[0].words, 52_708);
  writeFileSync(`${file}.new`, 'damaged');
  renameSync(`${file}.new`, file);
  await reloaded(/the models stay as they were/);
  done = true;
  await traffic;
  assert.ok(answered >= 8);
  assert.equal((await client.models())[0].words, 52_708);
  await assert.rejects(client.keywords(text, { model: 'zh' }), { code: 'INVALID_OPTION' });
});

test('a signal to end: what is under way is finished, nothing new is taken; no text is in the log', async () => {
  const running = await serve('--threads', '1', '--max-text-length', '2000000');
  const client = new TelltaleClient(running.url);
  await client.similar('恒星');
  const underWay = client.keywords(long);
  await sleep(20);
  running.process.kill('SIGTERM');
  const [code] = await once(running.process, 'exit');
  assert.equal(code, 0);
  assert.ok((await underWay).keywords.length > 0);
  await assert.rejects(client.keywords(text), { code: 'UNREACHABLE' });
  const lines = running
    .log()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.ok(lines.some(({ route, status }) => route === '/v1/keywords' && status === 200));
  assert.doesNotMatch(running.log(), /太阳|恒星|%E6/);
});
