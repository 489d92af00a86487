import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { after, test } from 'node:test';
import { trustedProxies } from '../../packages/telltale/dist/server/trusted-proxies.js';
import { fixture } from '../formats/fixtures.js';
import { until } from '../support.js';
import { errorOf, metric, post, type Running, serve as serveWith } from './running.js';

const text = '太阳是一颗恒星，行星围绕着太阳公转。望远镜观测太阳的黑子。';

/** A service over a model of four words: what is tested here is not what it says, and large models take their time. */
const serve = (...flags: string[]) =>
  serveWith('--models', `tiny=${fixture('models/version-1-f32.safetensors')}`, ...flags);

/** What came of a request: its status, or the code of the system's error. */
function ask(url: string, agent: Agent): Promise<number | string> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json' };
    const sent = request(`${url}/v1/keywords`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.complete ? response.statusCode! : 'cut off'));
    });
    sent.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? 'error'));
    sent.end(JSON.stringify({ text }));
  });
}

/** A connection on which some bytes were sent, and what has come back on it. */
async function halfAsked({ url }: Running, bytes: string) {
  const { hostname: host, port } = new URL(url);
  const socket = connect({ host, port: Number(port) });
  await once(socket, 'connect');
  let answer = '';
  socket.setEncoding('utf8').on('data', (more: string) => {
    answer += more;
  });
  socket.on('error', () => {});
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(bytes);
  return { socket, closed, answer: () => answer };
}

const head = (fields: string) => `POST /v1/keywords HTTP/1.1\r\nhost: x\r\n${fields}\r\n\r\n`;
const json = head('content-type: application/json\r\ncontent-length: 100');
const stream = head('content-type: application/x-ndjson\r\ntransfer-encoding: chunked');
const chunk = (part: string) => `${Buffer.byteLength(part).toString(16)}\r\n${part}\r\n`;

test('a port that is taken, a host that there is not and two files of a name are told in one line, with exit code 2', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  after(() => other.close());
  const { port } = other.address() as AddressInfo;
  const refused: [flags: string[], message: RegExp][] = [
    [
      ['--port', String(port)],
      /^telltale: Cannot listen at 127\.0\.0\.1, port \d+: another program listens there already\. .*--port.*\n$/,
    ],
    [['--host', 'no-such-host.invalid'], /^telltale: Cannot listen at no-such-host\.invalid, port 0: .*--host.*\n$/],
    [['--host', '203.0.113.7'], /^telltale: Cannot listen at 203\.0\.113\.7, port 0: .*--host.*\n$/],
    [
      ['--trust-proxy', 'everybody'],
      /^telltale: trustProxy \(--trust-proxy\) must be addresses .* got "everybody"\.\n$/,
    ],
    [
      ['--tags', 'topics=a.txt', '--tags', 'other=c.txt', 'topics=b.txt'],
      /^telltale: tags \(--tags\) has the name topics for several: a\.txt, b\.txt\. Rename one\.\n$/,
    ],
    [['--weights', 'w=a.json', 'w=b.json'], /^telltale: weights \(--weights\) has the name w for several: .*\n$/],
    [['--encoder', 'e=a', 'e=b'], /^telltale: encoder \(--encoder\) has the name e for several: .*\n$/],
    [['--models', 'm=zh', 'm=en'], /^telltale: models \(--models\) has the name m for several: zh, en\. .*\n$/],
    [['--thread-memory', '16'], /^telltale: threadMemory \(--thread-memory\) of 16 MB is too little .*\n$/],
  ];
  for (const [flags, message] of refused) {
    await assert.rejects(
      serveWith('--threads', '1', ...flags),
      (error: Error & { exitCode?: number; log?: string }) => {
        assert.match(error.log!, message);
        assert.equal(error.exitCode, 2);
        return true;
      },
    );
  }
});

test('networks of proxies are understood, and nothing else is taken for one', () => {
  const isTrusted = trustedProxies(['192.0.2.7', '10.0.0.0/8', '2001:db8::/32', 'loopback']);
  for (const address of ['192.0.2.7', '10.255.0.1', '::ffff:10.0.0.1', '2001:db8:1::9', '127.0.0.1', '::1']) {
    assert.ok(isTrusted(address), address);
  }
  for (const address of ['192.0.2.8', '11.0.0.1', '2001:db9::1', '::ffff:11.0.0.1']) {
    assert.ok(!isTrusted(address), address);
  }
  for (const name of [
    '',
    'everybody',
    '10.0.0.0/33',
    '10.0.0.0/8/8',
    '10.0.0.0/',
    '::/129',
    '10.0.0.0/-1',
    '10.0.0/8',
  ]) {
    assert.throws(() => trustedProxies([name]), { code: 'INVALID_OPTION' }, name);
  }
});

test('told to end, it says so, listens on for as long as it is told, and keeps no connection', async () => {
  const running = await serve('--threads', '1', '--drain-seconds', '3600', '--log-level', 'silent');
  const agent = new Agent({ keepAlive: true });
  assert.equal(await ask(running.url, agent), 200);
  assert.equal((await fetch(`${running.url}/readyz`)).status, 200);
  running.process.kill('SIGTERM');
  await until('it is not ready', async () => (await fetch(`${running.url}/readyz`)).status === 503);
  assert.equal(await ask(running.url, agent), 200);
  const late = await post(`${running.url}/v1/keywords`, { text });
  assert.equal(late.status, 200);
  assert.equal(late.headers.get('connection'), 'close');
  assert.equal((await fetch(`${running.url}/healthz`)).status, 200);
  assert.equal(running.process.exitCode, null);
  agent.destroy();
});

test('told to end a second time, it waits for nothing', async () => {
  const forHours = ['--drain-seconds', '3600', '--close-seconds', '3600'];
  const running = await serve('--threads', '1', ...forHours, '--log-level', 'silent');
  const drip = await halfAsked(running, `${json}{"te`);
  const exited = once(running.process, 'exit');
  running.process.kill('SIGTERM');
  await until('it is not ready', async () => (await fetch(`${running.url}/readyz`)).status === 503);
  running.process.kill('SIGINT');
  await drip.closed;
  assert.deepEqual(await exited, [0, null]);
});

test('an end that takes longer than the framework gives a hook is no failure', async () => {
  // Fastify gives 10 s.
  const running = await serve('--threads', '1', '--drain-seconds', '11', '--log-level', 'silent');
  const exited = once(running.process, 'exit');
  running.process.kill('SIGTERM');
  assert.deepEqual(await exited, [0, null]);
  assert.equal(running.log(), '');
});

test('under load no request that was sent is lost when it is told to end', async () => {
  const running = await serve(
    '--threads',
    '2',
    '--max-queue',
    '1000',
    '--drain-seconds',
    '20',
    '--log-level',
    'silent',
  );
  const outcomes = new Map<number | string, number>();
  let isReady = true;
  const client = async () => {
    // As behind something that balances load: when it is not ready, a connection that is open is used as long as it is
    // kept, and no new one is made.
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (isReady || Object.keys(agent.freeSockets).length > 0) {
      const outcome = await ask(running.url, agent);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    agent.destroy();
  };
  const clients = Array.from({ length: 16 }, client);
  await until('there is load', () => (outcomes.get(200) ?? 0) >= 200);
  const exited = once(running.process, 'exit');
  running.process.kill('SIGTERM');
  await until('it is not ready', async () => (await fetch(`${running.url}/readyz`)).status === 503);
  isReady = false;
  await Promise.all(clients);
  assert.deepEqual([...outcomes.keys()], [200], JSON.stringify([...outcomes]));
  assert.deepEqual(await exited, [0, null]);
});

test('clients that make new connections until they are refused lose none, though listening ends slowly', async () => {
  // The system has connections wait while nobody accepts them, and resets them when listening ends.
  const slow = `import { Server } from 'node:net';
    const { close } = Server.prototype;
    Server.prototype.close = function (...args) {
      for (const end = Date.now() + 300; Date.now() < end; );
      return close.apply(this, args);
    };`;
  process.env.NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(slow)}`;
  const running = await serve('--threads', '1', '--max-queue', '1000', '--drain-seconds', '1', '--log-level', 'silent');
  delete process.env.NODE_OPTIONS;
  const outcomes = new Map<number | string, number>();
  const client = async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let outcome: number | string = 200; outcome === 200; ) {
      outcome = await ask(running.url, agent);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    agent.destroy();
  };
  const clients = Array.from({ length: 8 }, client);
  await until('there is load', () => (outcomes.get(200) ?? 0) >= 100);
  const exited = once(running.process, 'exit');
  running.process.kill('SIGTERM');
  await Promise.all(clients);
  assert.deepEqual([...outcomes.keys()], [200, 'ECONNREFUSED'], JSON.stringify([...outcomes]));
  assert.equal(outcomes.get('ECONNREFUSED'), clients.length);
  assert.deepEqual(await exited, [0, null]);
});

test('a connection kept open that asks at the last moment is answered, and one that is silent holds nothing up', async () => {
  const running = await serve('--threads', '1', '--close-seconds', '3600', '--log-level', 'silent');
  const whole = `${head(`content-type: application/json\r\ncontent-length: ${Buffer.byteLength(JSON.stringify({ text }))}`)}${JSON.stringify({ text })}`;
  const kept = await halfAsked(running, whole);
  await until('it is answered', () => kept.answer().includes('"keywords"'));
  const silent = await halfAsked(running, '');
  const exited = once(running.process, 'exit');
  running.process.kill('SIGTERM');
  kept.socket.write(whole);
  await kept.closed;
  assert.equal(kept.answer().match(/HTTP\/1\.1 200 OK/g)?.length, 2);
  await silent.closed;
  assert.deepEqual(await exited, [0, null]);
});

test('a body that drips is refused in time, whatever it is', async () => {
  const running = await serve('--threads', '1', '--request-seconds', '0.5', '--log-level', 'silent');
  const drips = [
    await halfAsked(running, `${json}{"te`),
    await halfAsked(
      running,
      head('content-type: application/json\r\ncontent-encoding: gzip\r\ntransfer-encoding: chunked'),
    ),
    await halfAsked(running, 'GET /healthz HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000\r\n\r\n'),
    await halfAsked(running, 'POST /nowhere HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000\r\n\r\n'),
    await halfAsked(running, 'POST /%zz HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000\r\n\r\n'),
    await halfAsked(running, `${stream}${chunk(`${JSON.stringify({ text })}\n{"text":`)}`),
  ];
  // The name of a file in the head of gzip may be of any length.
  drips[1].socket.write(Buffer.from('a\r\n\x1f\x8b\x08\x08\0\0\0\0\0\0\r\n', 'latin1'));
  const bytes = [' ', '1\r\na\r\n', ' ', ' ', ' ', '1\r\n \r\n'];
  const timers = drips.map(({ socket }, i) => setInterval(() => socket.writable && socket.write(bytes[i]), 50));
  await Promise.all(drips.map(({ closed }) => closed));
  for (const timer of timers) clearInterval(timer);
  const [plain, packed, health, , , streamed] = drips.map(({ answer }) => answer());
  for (const answer of [plain, packed]) {
    assert.match(answer, /^HTTP\/1\.1 408 /);
    assert.match(errorOf(answer.split('\r\n\r\n')[1]).message, /not complete after 0.5 s/);
  }
  assert.match(health, /^HTTP\/1\.1 200 /);
  assert.match(streamed, /"keywords"[\s\S]*A line was not complete after 0.5 s/);
});

test('a stream may rest between its lines for longer than a line may take', async () => {
  const running = await serve('--threads', '1', '--request-seconds', '0.1', '--log-level', 'silent');
  const line = chunk(`${JSON.stringify({ text })}\n`);
  const asked = await halfAsked(running, stream);
  for (let lines = 1; lines <= 3; lines++) {
    asked.socket.write(line);
    await until('it is answered', () => asked.answer().match(/"keywords"/g)?.length === lines);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  asked.socket.write('0\r\n\r\n');
  await until('it has ended', () => asked.answer().endsWith('\r\n0\r\n\r\n'));
  assert.doesNotMatch(asked.answer(), /"error"/);
  asked.socket.destroy();
});

test('told to end, it waits for nothing longer than its limit, and tells a stream so', async () => {
  const running = await serve('--threads', '1', '--close-seconds', '0.2', '--log-level', 'silent');
  const drip = await halfAsked(running, `${json}{"te`);
  const streaming = await halfAsked(running, `${stream}${chunk(`${JSON.stringify({ text })}\n`)}`);
  await until('the line is answered', () => streaming.answer().includes('"keywords"'));
  const timer = setInterval(() => drip.socket.writable && drip.socket.write(' '), 50);
  const exited = once(running.process, 'exit');
  running.process.kill('SIGTERM');
  await Promise.all([drip.closed, streaming.closed]);
  clearInterval(timer);
  assert.match(streaming.answer(), /"keywords"[\s\S]*"OVERLOADED"[\s\S]*The service is shutting down/);
  assert.deepEqual(await exited, [0, null]);
});

test('a thread that runs out of memory is replaced, and its texts are answered 503', async () => {
  const limits = ['--max-text-length', '10000000', '--max-body-bytes', '50000000'];
  const running = await serveWith('--threads', '1', '--thread-memory', '64', ...limits);
  // Distinct words are what takes memory.
  const large = Array.from({ length: 300_000 }, (_, i) => `word${i.toString(36)}`).join(' ');
  const response = await post(`${running.url}/v1/keywords`, { text: large, lang: 'en' });
  assert.equal(response.status, 503);
  assert.equal(response.headers.get('retry-after'), '1');
  const { code, message } = errorOf(await response.text());
  assert.equal(code, 'OVERLOADED');
  assert.match(message, /ran out of memory/);
  const { results } = (await (await post(`${running.url}/v1/keywords`, { texts: [large, text] })).json()) as {
    results: object[];
  };
  assert.equal(errorOf(JSON.stringify(results[0])).code, 'OVERLOADED');
  assert.equal((await post(`${running.url}/v1/keywords`, { text })).status, 200);
  assert.equal(await metric(running.url, 'telltale_texts_waiting'), 0);
});

test('health and metrics have no limit of requests, and a proxy that is trusted says whose request it is', async () => {
  const limit = ['--threads', '1', '--rate-limit', '2', '--log-level', 'silent'];
  const [open, behind] = [await serve(...limit), await serve(...limit, '--trust-proxy', 'loopback,10.0.0.0/8')];
  const models = async (url: string, forwarded: string) => {
    const response = await fetch(`${url}/v1/models`, { headers: { 'x-forwarded-for': forwarded } });
    if (response.status === 429) assert.equal(errorOf(await response.text()).code, 'RATE_LIMITED');
    return response.status;
  };
  for (const path of ['/healthz', '/readyz', '/metrics']) {
    for (let i = 0; i < 5; i++) assert.equal((await fetch(open.url + path)).status, 200, path);
  }
  // Anybody can write such a header, so it counts for nothing where no proxy is named.
  const unknown = [
    await models(open.url, '192.0.2.1'),
    await models(open.url, '192.0.2.2'),
    await models(open.url, '192.0.2.3'),
  ];
  assert.deepEqual(unknown, [200, 200, 429]);
  for (const client of ['192.0.2.1', '192.0.2.2', '192.0.2.3, 10.1.2.3', '2001:db8::1']) {
    assert.deepEqual([await models(behind.url, client), await models(behind.url, client)], [200, 200], client);
    assert.equal(await models(behind.url, client), 429, client);
  }
  // A port is that of a connection, and what is no address does not tell clients apart.
  for (const [first, second, third] of [
    ['192.0.2.9:4001', '192.0.2.9:4002', '192.0.2.9, 10.1.2.3:80'],
    ['[2001:db8:1::1]:4001', '[2001:db8:1::1]:4002', '2001:db8:1::1,'],
    ['gibberish', '256.1.1.1', 'x:1'],
  ]) {
    assert.deepEqual([await models(behind.url, first), await models(behind.url, second)], [200, 200], first);
    assert.equal(await models(behind.url, third), 429, first);
  }
  // What a client wrote in front of what the proxy adds is not believed.
  assert.equal(await models(behind.url, '198.51.100.9, 192.0.2.1'), 429);
});
