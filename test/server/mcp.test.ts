import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { extractOptions, suggestOptions } from '../../packages/core/dist/options.js';
import { watched } from '../../packages/telltale/dist/server/mcp-lines.js';
import { collect, root, start, temporaryDirectory } from '../support.js';
import { post, serve } from './running.js';

const main = join(root, 'packages/telltale/bin/telltale.js');
const text = '太阳是一颗恒星，行星围绕着太阳公转。望远镜观测太阳的黑子。';
const directory = temporaryDirectory();
const tags = join(directory, 'tags.txt');
writeFileSync(tags, '天文\n恒星\n');
const tokens = join(directory, 'tokens');
writeFileSync(tokens, 'secret\n');

const common = ['--tags', `topics=${tags}`, '--max-text-length', '5000'];
const service = await serve('--mcp', '--threads', '1', '--log-level', 'silent', ...common);

async function overStdio(...args: string[]): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' });
  after(() => client.close());
  const given = [main, 'mcp', '--time-limit', '600', ...args];
  await client.connect(new StdioClientTransport({ command: process.execPath, args: given, stderr: 'ignore' }));
  return client;
}

async function overHttp(url: string, headers: Record<string, string> = {}): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' });
  after(() => client.close());
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', url), { requestInit: { headers } }));
  return client;
}

const stdio = await overStdio(...common);
const http = await overHttp(service.url);

// biome-ignore lint/suspicious/noExplicitAny: results of many shapes
async function call(client: Client, name: string, input: Record<string, unknown>): Promise<any> {
  const { isError, structuredContent, content } = await client.callTool({ name, arguments: input });
  const [part] = content as { text: string }[];
  if (isError) return { error: part.text };
  assert.deepEqual(JSON.parse(part.text), structuredContent);
  return structuredContent;
}

for (const [transport, client] of [
  ['stdio', stdio],
  ['HTTP', http],
] as const) {
  test(`over ${transport} the tools have the options of the table and what is served`, async () => {
    const { tools } = await client.listTools();
    const inputs = new Map(tools.map(({ name, inputSchema }) => [name, inputSchema]));
    assert.deepEqual([...inputs.keys()], ['extract_keywords', 'suggest_tags', 'explain_keyword', 'compare_methods']);
    const namesOf = (tool: string) => new Set(Object.keys(inputs.get(tool)!.properties!));
    const { explain: _, ...keywordOptions } = extractOptions;
    assert.deepEqual(namesOf('extract_keywords'), new Set(['text', 'model', ...Object.keys(keywordOptions)]));
    assert.deepEqual(namesOf('suggest_tags'), new Set(['text', 'title', 'list', ...Object.keys(suggestOptions)]));
    // biome-ignore lint/suspicious/noExplicitAny: a schema
    const { topN, model, text } = inputs.get('extract_keywords')!.properties as any;
    assert.equal(topN.description, extractOptions.topN.description);
    assert.deepEqual(model.enum, ['auto', 'zh', 'en']);
    assert.equal(text.maxLength, 5000);
  });

  test(`over ${transport} the tools answer as the service does`, async () => {
    const answer = async (path: string, body: unknown) => (await post(service.url + path, body)).json();
    const found = await call(client, 'extract_keywords', { text, topN: 3 });
    assert.deepEqual(found, await answer('/v1/keywords', { text, topN: 3 }));
    assert.equal(found.keywords[0].text, '太阳');
    const compared = await call(client, 'compare_methods', { text, methods: ['mixture', 'tf-idf'] });
    assert.deepEqual(compared, await answer('/v1/compare', { text, methods: ['mixture', 'tf-idf'] }));
    const suggested = await call(client, 'suggest_tags', { text });
    assert.deepEqual(suggested, await answer('/v1/tags', { text }));
    assert.equal(suggested.tags[0].label, '恒星');
    const { keywords } = await call(client, 'explain_keyword', { text, keyword: '恒星' });
    assert.deepEqual(
      keywords.map(({ text }: { text: string }) => text),
      ['恒星'],
    );
    assert.equal(keywords[0].words[0].word, '恒星');
    const best = await call(client, 'explain_keyword', { text, topN: 2 });
    assert.deepEqual(
      best.keywords.map(({ text }: { text: string }) => text),
      found.keywords.slice(0, 2).map(({ text }: { text: string }) => text),
    );
  });

  test(`over ${transport} what is wrong is an error of the tool, with the message of the service`, async () => {
    for (const [tool, path, input] of [
      ['extract_keywords', '/v1/keywords', { text, topN: 0 }],
      ['extract_keywords', '/v1/keywords', { text: ' ' }],
      ['extract_keywords', '/v1/keywords', { text: '字'.repeat(5001) }],
      ['extract_keywords', '/v1/keywords', { text, model: '../../etc/passwd' }],
      ['suggest_tags', '/v1/tags', { text, list: 'other' }],
      ['compare_methods', '/v1/compare', { text, methods: [] }],
      ['explain_keyword', '/v1/explain', { text, method: 'text-rank' }],
    ] as const) {
      const { error } = await (await post(service.url + path, input)).json();
      assert.deepEqual(await call(client, tool, input), { error: error.message });
    }
    assert.match((await call(client, 'extract_keywords', {})).error, /text must be a string, got nothing/);
    assert.match((await call(client, 'extract_keywords', { text, topn: 3 })).error, /There is no field "topn"/);
    assert.match((await call(client, 'extract_keywords', { text, texts: [text] })).error, /There is no field "texts"/);
    assert.match((await call(client, 'explain_keyword', { text, keyword: 5 })).error, /keyword must be a string/);
  });

  test(`a round trip over ${transport} takes 20 ms at most`, async (t) => {
    const ways = {
      tool: () => client.callTool({ name: 'extract_keywords', arguments: { text } }),
      plain: async () => (await post(`${service.url}/v1/keywords`, { text })).text(),
    };
    const times: { tool: number[]; plain: number[] } = { tool: [], plain: [] };
    for (let i = 0; i < 60; i++) {
      for (const way of ['tool', 'plain'] as const) {
        const start = performance.now();
        await ways[way]();
        times[way].push(performance.now() - start);
      }
    }
    const [tool, plain] = [times.tool, times.plain].map((all) => {
      all.sort((a, b) => a - b);
      const [best, middle, late] = [0, 0.5, 0.95].map((share) => all[Math.floor(share * all.length)]);
      const said = `${best.toFixed(1)} ms at best, ${middle.toFixed(1)} in the middle, 95 % within ${late.toFixed(1)}`;
      return { best, said };
    });
    t.diagnostic(`${transport}: ${tool.said}; without it ${plain.said}`);
    // By turns, so that a machine that is busy is busy for both; to load a model takes hundreds of times as long.
    assert.ok(tool.best < 10 * plain.best, `${tool.best} ms, ${plain.best} ms`);
    assert.ok(tool.best <= 20, `${tool.best} ms`);
  });
}

test('a text that takes longer than the limit is an error of the tool', async () => {
  const client = new Client({ name: 'test', version: '1.0.0' });
  after(() => client.close());
  const args = [main, 'mcp', '--time-limit', '0.01'];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'ignore' }));
  const long = readFileSync(join(root, 'examples/article.txt'), 'utf8').repeat(40).slice(0, 100_000);
  assert.match((await call(client, 'extract_keywords', { text: long })).error, /not finished after 0.01 s/);
});

/** What telltale mcp says to lines of input. */
async function said(lines: string, ...args: string[]): Promise<{ stdout: string; stderr: string; code: number }> {
  const child = start(process.execPath, [main, 'mcp', ...args]);
  const out = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    out.stdout += part;
    if (out.stdout.includes('"id":2')) child.stdin.end();
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    out.stderr += part;
  });
  child.stdin.on('error', () => {});
  child.stdin.write(lines);
  const [code] = await once(child, 'close');
  return { ...out, code };
}

const message = (id: number | undefined, method: string, params: object) =>
  `${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`;
const opening =
  message(1, 'initialize', {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' },
  }) + message(undefined, 'notifications/initialized', {});

test('standard output carries the protocol alone, whatever there is to say, and the end of input ends it', async () => {
  writeFileSync(join(directory, 'twice.txt'), '天文\n天文\n');
  const asked = message(2, 'tools/call', { name: 'extract_keywords', arguments: { text } });
  const { stdout, stderr, code } = await said(
    `${opening}no JSON\n${asked}`,
    '--tags',
    `twice=${join(directory, 'twice.txt')}`,
  );
  assert.equal(code, 0);
  assert.match(stderr, /^telltale: .*天文/m);
  const messages = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const [refused] = messages.filter(({ id }) => id === null);
  assert.equal(refused.error.code, -32_700);
  assert.match(refused.error.message, /a line is not JSON/);
  assert.deepEqual(
    messages.filter((one) => one !== refused).map(({ jsonrpc, id }) => [jsonrpc, id]),
    [
      ['2.0', 1],
      ['2.0', 2],
    ],
  );
});

test('calls under way when the input ends are answered, the last without an end of its line too; what is no call is refused, and a mark before a line is none of it', () => {
  const call = (id: number) => message(id, 'tools/call', { name: 'extract_keywords', arguments: { text } });
  const ids = Array.from({ length: 20 }, (_, i) => i + 2);
  const input = `\ufeff${opening}${JSON.stringify({ jsonrpc: '2.0', id: 99 })}\n[1]\n${JSON.stringify({ jsonrpc: '2.0', id: 98, result: 3 })}\n\ufeff${ids.map(call).join('').replace('\n', '\n\ufeff').trimEnd()}`;
  const { stdout, stderr, status } = spawnSync(process.execPath, [main, 'mcp'], { input, encoding: 'utf8' });
  assert.equal(status, 0);
  const answered = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const order = (a: number, b: number) => a - b;
  const refused = answered.filter(({ error }) => error);
  assert.deepEqual(
    refused.map(({ id, error }) => [id, error.code]),
    [
      [99, -32_600],
      [null, -32_600],
    ],
  );
  const results = answered.filter((one) => !refused.includes(one));
  assert.deepEqual(results.map(({ id }) => id).sort(order), [1, ...ids]);
  assert.ok(results.every(({ result }) => !result.isError));
  assert.equal(stderr, 'telltale: A message is not JSON-RPC 2.0 and was refused.\n'.repeat(3));
});

test('marks before a line are left out wherever the input is cut, and only there', async () => {
  const input = Buffer.from(
    '\ufeff\ufeff{"a":1}\n\ufeff{"b":"\ufeff\u7a7a"}\r\n\n\ufeff\n\ufeff\ufeff\ufeff{"c":3}\n\ufeff\ufeff',
  );
  const expected = '{"a":1}\n{"b":"\ufeff\u7a7a"}\r\n\n\n{"c":3}\n';
  const cuts = Array.from(input, (_, at) => [input.subarray(0, at), input.subarray(at)]);
  const bytes = Array.from(input, (_, at) => input.subarray(at, at + 1));
  for (const chunks of [...cuts, bytes]) {
    const lines: string[] = [];
    async function* given() {
      yield* chunks;
    }
    const read = await collect(watched(given(), 1000, (line) => lines.push(line)));
    assert.equal(Buffer.concat(read).toString(), expected, String(chunks[0].length));
    assert.deepEqual(lines, ['{"a":1}', '{"b":"\ufeff\u7a7a"}', '', '', '{"c":3}', ''].slice(0, lines.length));
  }
});

test('a message that is larger than the limit ends the connection, and says so', async () => {
  const { stderr, code } = await said(`${opening}${'x'.repeat(5000)}`, '--max-body-bytes', '2000');
  assert.equal(code, 0);
  assert.match(stderr, /maximum size/);
});

test('pages of other sites may not call the tools, and tokens are asked for as everywhere', async () => {
  const list = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} };
  const accept = { accept: 'application/json, text/event-stream' };
  const status = async (origin: string) => (await post(`${service.url}/mcp`, list, { ...accept, origin })).status;
  assert.equal(await status('http://localhost:6274'), 200);
  assert.equal(await status('https://example.org'), 403);
  assert.equal(await status('null'), 403);
  const asked = await fetch(`${service.url}/mcp`, { method: 'HEAD' });
  assert.deepEqual([asked.status, asked.headers.get('allow')], [405, 'GET, DELETE, POST']);
  const guarded = await serve('--mcp', '--threads', '1', '--log-level', 'silent', '--tokens', tokens);
  assert.equal((await post(`${guarded.url}/mcp`, list, accept)).status, 401);
  const client = await overHttp(guarded.url, { authorization: 'Bearer secret' });
  assert.equal((await client.listTools()).tools.length, 4);
});

test('the service has no tools unless it is asked to', async () => {
  const { url } = await serve('--threads', '1', '--log-level', 'silent');
  assert.equal((await post(`${url}/mcp`, {})).status, 404);
});

test('without the package the command and the service say what to install', () => {
  const hook = `export async function resolve(name, context, next) {
    if (name.startsWith('@modelcontextprotocol/')) throw Object.assign(new Error(name), { code: 'ERR_MODULE_NOT_FOUND' });
    return next(name, context);
  }`;
  writeFileSync(join(directory, 'hook.mjs'), hook);
  const register = join(directory, 'register.mjs');
  writeFileSync(register, "import { register } from 'node:module'; register('./hook.mjs', import.meta.url);");
  for (const args of [['mcp'], ['serve', '--mcp', '--port', '0']]) {
    const flags = ['--import', pathToFileURL(register).href];
    const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, main, ...args], { encoding: 'utf8' });
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^telltale: The package @modelcontextprotocol\/server is not installed\. Run npm install /m);
  }
});

test('the transcript in the documents is what the example prints', () => {
  const args = [join(root, 'examples/service/assistant.mjs'), process.execPath, main, 'mcp'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  assert.match(stdout, /^extract_keywords: /, stderr);
  const page = readFileSync(join(root, 'docs/assistants.md'), 'utf8');
  assert.ok(page.includes(`\`\`\`text\n${stdout}\`\`\``), stdout);
});
