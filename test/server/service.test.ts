import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { ServiceError, TelltaleClient, type TextRequest } from '../../packages/telltale/dist/client.js';
import { randomOf } from '../formats/damage.js';
import { collect, root, temporaryDirectory, until } from '../support.js';
import { answerTo, metric, post, serve } from './running.js';

const text = '太阳是一颗恒星，行星围绕着太阳公转。望远镜观测太阳的黑子。';
const article = readFileSync(join(root, 'examples/article.txt'), 'utf8');
/** As long as is taken by default, and longer than any machine reads in a moment. */
const long = article.repeat(Math.floor(100_000 / article.length));
const longest = article.repeat(Math.floor(1_000_000 / article.length));
/** Limits of a service that takes it. */
const forLongest = ['--max-text-length', '2000000', '--max-body-bytes', '8000000'];
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
  const [streamed] = await collect(client.stream([text]));
  assert.deepEqual(streamed, await client.keywords(text));
  const languageOf = async (lang: string | string[]) => (await client.keywords('東京旅行', { lang })).language;
  assert.deepEqual([await languageOf('zh,en'), await languageOf(['ja', 'en'])], ['zh', 'ja']);
  const explained = await client.explain(text, { topN: 2, select: 'top' });
  assert.equal(explained.explanation!.contributions.length, 2);
  const compared = await client.compare(text, { methods: ['tf-idf', 'text-rank'], topN: 1 });
  assert.deepEqual(
    compared.map(({ method }) => method),
    ['tf-idf', 'text-rank'],
  );
  assert.equal((await client.similar('恒星', { topN: 3 })).length, 3);
  assert.deepEqual(await client.similar('Star', { topN: 2 }), await client.similar('star', { topN: 2 }));
  const [nearest] = await client.similar('Ärztin', { lang: 'de', topN: 1 });
  assert.match(nearest.word, /ärzt|arzt/);
  assert.match((await client.similar('врач', { topN: 1 }))[0].word, /^[а-я]+$/);
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

test('a text has a title of its own, and several in one call have none', async () => {
  const { url } = await serve('--threads', '1', '--log-level', 'silent', '--max-text-length', '100');
  const client = new TelltaleClient(url);
  const named = ({ keywords }: { keywords: readonly { text: string; count: number }[] }) =>
    keywords.some(({ text, count }) => text === '大堡礁' && count === 1);
  assert.ok(named(await client.keywords(text, { title: '大堡礁' })));
  assert.ok(named(await client.explain(text, { title: '大堡礁' })));
  assert.ok(!named(await client.keywords(text)));
  const streamed = await collect(client.stream([{ text, title: '大堡礁' }, { text }]));
  assert.deepEqual(
    streamed.map((result) => 'keywords' in result && named(result)),
    [true, false],
  );
  await assert.rejects(client.keywordsOf([text], { title: '大堡礁' }), { status: 400, message: /title of one text/ });
  await assert.rejects(client.keywords(text, { title: '礁'.repeat(100) }), { status: 413 });
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
  // The next text is only sent when the one before is answered.
  let answered = () => {};
  async function* slowly(): AsyncGenerator<TextRequest> {
    for (let id = 0; id < 5; id++) {
      const isAnswered = new Promise<void>((resolve) => {
        answered = resolve;
      });
      yield { id, text };
      await isAnswered;
    }
  }
  const ids: unknown[] = [];
  for await (const { id } of client.stream(slowly())) {
    ids.push(id);
    answered();
  }
  assert.deepEqual(ids, [0, 1, 2, 3, 4]);
});

test('the error of a line of a stream says which line it is, empty ones counted', async () => {
  const { url } = await serve('--threads', '1', '--log-level', 'silent', '--max-text-length', '100');
  const lines = [
    { text },
    '',
    '{bad',
    '',
    '[1]',
    { text: '' },
    { text, topN: 0 },
    { text: 'x'.repeat(101) },
    '{}',
    '{"text',
  ];
  const body = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const answer = await post(`${url}/v1/keywords`, body, { 'content-type': 'application/x-ndjson' });
  const [first, ...failures] = (await answer.text()).trimEnd().split('\n');
  assert.ok(JSON.parse(first).keywords.length > 0);
  const expected = [
    /^Line 3 is not JSON: /,
    /^Line 5 must be a JSON object/,
    /^Line 6: The text is empty/,
    /^Line 7: topN must be/,
    /^Line 8: text has 101 characters/,
    /^Line 9: text must be a string/,
    /^Line 10 is not JSON: /,
  ];
  assert.equal(failures.length, expected.length);
  for (const [i, line] of failures.entries()) assert.match(JSON.parse(line).error.message, expected[i]);
});

test('streams and lists wait where the queue is full, and leave room for others', async () => {
  const { url } = await serve('--threads', '1', '--max-queue', '2', '--log-level', 'silent');
  const client = new TelltaleClient(url);
  const texts = Array.from({ length: 60 }, (_, i) => text.repeat(1 + (i % 9)));
  const [streamed, listed] = await Promise.all([
    collect(client.stream(texts.map((text, id) => ({ id, text })))),
    client.keywordsOf(texts),
  ]);
  assert.equal(streamed.length, 60);
  assert.ok([...streamed, ...listed].every((result) => 'keywords' in result && result.keywords.length > 0));
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

test('a text that takes too long is given up with its thread, and so is one that waits too long', async () => {
  const { url } = await serve('--threads', '1', '--time-limit', '0.1', ...forLongest, '--log-level', 'silent');
  const responses = await Promise.all(Array.from({ length: 3 }, () => post(`${url}/v1/keywords`, { text: longest })));
  for (const response of responses) {
    assert.equal(response.status, 503);
    assert.match(await response.text(), /not finished after 0.1 s/);
  }
  await until('it answers again', async () => (await post(`${url}/v1/keywords`, { text })).status === 200);
});

test('texts of clients that have gone are not worked on', async () => {
  const { url } = await serve('--threads', '1', ...forLongest, '--log-level', 'silent');
  await stillAnswers(url);
  const gone = new AbortController();
  const first = post(`${url}/v1/keywords`, { text: longest });
  await until('a thread has it', async () => (await metric(url, 'telltale_texts_busy')) === 1);
  const others = [...Array.from({ length: 20 }, () => ({ text: longest })), { texts: [longest] }].map((body) =>
    fetch(`${url}/v1/keywords`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: gone.signal,
    }).catch((error: Error) => error.name),
  );
  await until('they wait', async () => (await metric(url, 'telltale_texts_waiting')) >= 16);
  gone.abort();
  assert.deepEqual([...new Set(await Promise.all(others))], ['AbortError']);
  assert.equal((await first).status, 200);
  await stillAnswers(url);
  // Of 24 texts; some may have been worked on before it was heard that their clients had gone.
  assert.ok((await metric(url, 'telltale_texts_total')) <= 12);
});

test('clients may leave at any moment, whatever they asked for', async () => {
  const { url, process: child } = await serve('--threads', '2', '--time-limit', '0.2', '--log-level', 'silent');
  const lines = Array.from({ length: 40 }, (_, id) => JSON.stringify({ id, text: article })).join('\n');
  const asked: readonly (readonly [path: string, body: unknown, type?: string])[] = [
    ['keywords', { text: article }],
    ['keywords', { texts: Array.from({ length: 40 }, () => article) }],
    ['keywords', lines, 'application/x-ndjson'],
    ['explain', { text: long }],
    ['compare', { text: long }],
  ];
  const random = randomOf(1);
  const leave = async (i: number) => {
    const [path, body, type = 'application/json'] = asked[i % asked.length];
    const signal = AbortSignal.timeout(Math.floor(random() * 300));
    const init = { method: 'POST', headers: { 'content-type': type }, signal };
    const response = await fetch(`${url}/v1/${path}`, {
      ...init,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    await response.text();
  };
  for (let round = 0; round < 4; round++) {
    await Promise.allSettled(Array.from({ length: 50 }, (_, i) => leave(i)));
  }
  assert.equal(child.exitCode, null);
  await until('it answers', async () => (await post(`${url}/v1/keywords`, { text })).status === 200);
});

test('a client that sends a stream and never reads holds nobody up', async () => {
  const { url } = await serve('--threads', '1', '--max-queue', '4', '--log-level', 'silent');
  const { hostname: host, port } = new URL(url);
  const socket = connect({ host, port: Number(port) });
  socket.pause();
  socket.write('POST /v1/keywords HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-ndjson\r\n');
  socket.write('transfer-encoding: chunked\r\n\r\n');
  const line = `${JSON.stringify({ text: article, explain: true })}\n`;
  let sent = 0;
  // What nobody takes any more stays in this buffer: then the service has stopped reading.
  while (socket.writableLength < 2_000_000 && sent < 20_000) {
    socket.write(`${Buffer.byteLength(line).toString(16)}\r\n${line}\r\n`);
    if (++sent % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  }
  assert.ok(sent < 20_000, 'the service reads on without end');
  // Where the stream has a text to work on, the thread does so between the texts of others.
  const done = () => metric(url, 'telltale_texts_total');
  const rests = async () => {
    const before = await done();
    for (let i = 0; i < 5; i++) await stillAnswers(url);
    return (await done()) === before + 5;
  };
  await until('it works for nobody who does not read', rests);
  assert.ok(await rests(), 'it goes on for nobody');
  socket.destroy();
  await stillAnswers(url);
});

test('thousands of connections that say nothing, or half of it, leave it answering', async () => {
  const { url } = await serve('--threads', '1', '--log-level', 'silent');
  const { hostname: host, port } = new URL(url);
  const most = Number(spawnSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }).stdout) || 4096;
  const wanted = Math.min(10_000, most - 500);
  const sockets: Socket[] = [];
  while (sockets.length < wanted) {
    const some = Array.from({ length: Math.min(250, wanted - sockets.length) }, (_, i) => {
      const socket = connect({ host, port: Number(port) });
      if (i % 2)
        socket.write(
          'POST /v1/keywords HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"te',
        );
      return socket;
    });
    await Promise.all(some.map((socket) => once(socket, 'connect')));
    // The service may end them when they have said nothing for long.
    for (const socket of some) socket.on('error', () => {});
    sockets.push(...some);
  }
  await stillAnswers(url);
  const answer = await answerTo(url, '\x16\x03\x01 no HTTP at all\r\n\r\n');
  assert.match(answer, /^HTTP\/1\.1 400[\s\S]*"INVALID_REQUEST"/);
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

test('models are read again on SIGHUP without a lost request; a bad file changes nothing', async () => {
  const file = join(directory, 'served.safetensors');
  // Written beside and renamed, as one does with a file in use.
  const replace = (bytes: Uint8Array | string) => {
    writeFileSync(`${file}.new`, bytes);
    renameSync(`${file}.new`, file);
  };
  replace(readFileSync(join(root, 'packages/model-zh/zh.safetensors')));
  const { url, ...running } = await serve(
    '--models',
    `mine=${file}`,
    '--models',
    'english=en',
    '--threads',
    '2',
    ...forLongest,
  );
  const client = new TelltaleClient(url);
  const words = async () => (await client.models()).map(({ name, words }) => [name, words]);
  assert.deepEqual(await words(), [
    ['mine', 80_000],
    ['english', 52_708],
  ]);

  // One stream lasts through everything, and others ask without a pause; a request that fails ends the test.
  let isOver = false;
  let answers = 0;
  const send: ((text: string) => void)[] = [];
  async function* toldToSend(): AsyncGenerator<TextRequest> {
    for (let told = ''; !isOver; told = await new Promise<string>((resolve) => send.push(resolve))) {
      if (told) yield { text: told };
    }
  }
  const stream = client.stream(toldToSend());
  const knows = async () => {
    const answer = stream.next();
    await until('the stream is read', () => send.length > 0);
    send.shift()!(text);
    const { value } = await answer;
    assert.ok(value && 'keywords' in value, JSON.stringify(value));
    return !value.outOfVocabulary.some((word: string) => word.includes('太阳'));
  };
  const traffic = Promise.all(
    Array.from({ length: 4 }, async () => {
      for (; !isOver; answers++) await client.keywords(text, { topN: 1 });
    }),
  );
  const moreAnswers = () => {
    const before = answers;
    // Four may have been asked before, the fifth was not.
    return until('others are answered', () => answers >= before + 5);
  };

  assert.equal(await knows(), true);
  await moreAnswers();
  // With the old model, although it is answered when the new one is there, or while it is being read.
  const underWay = client.keywords(longest, { topN: 3 });
  await until('it is under way', async () => (await metric(url, 'telltale_texts_busy')) > 0);
  replace(readFileSync(join(root, 'packages/model-en/en.safetensors')));
  running.process.kill('SIGHUP');
  await until('models are read again', () => /models reloaded/.test(running.log()));
  assert.ok((await underWay).keywords.some((keyword) => keyword.text === '太阳系'));
  assert.equal(await knows(), false);
  await moreAnswers();
  assert.equal((await words())[0][1], 52_708);

  replace('damaged');
  running.process.kill('SIGHUP');
  await until('it is refused', () => /the models stay as they were/.test(running.log()));
  assert.equal(await knows(), false);
  await moreAnswers();
  assert.equal((await words())[0][1], 52_708);
  isOver = true;
  await traffic;
  send.shift()?.('');
  assert.equal((await stream.next()).done, true);
  await assert.rejects(client.keywords(text, { model: 'zh' }), { code: 'INVALID_OPTION' });
});

test('a signal to end: what is under way is finished, nothing new is taken; no text is in the log', async () => {
  const running = await serve('--threads', '1', ...forLongest);
  const client = new TelltaleClient(running.url);
  await client.similar('恒星');
  const underWay = client.keywords(longest);
  await until('it is under way', async () => (await metric(running.url, 'telltale_texts_busy')) > 0);
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
