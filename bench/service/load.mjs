// The service under load, beside the bare extraction loop on as many threads.
//
//   npm run build && node bench/service/load.mjs TEXTS.jsonl [--threads 1,2] [--seconds 8]
//
// Texts (a field "text" in each record) are cut to 300 tokens. autocannon, fetched by npx, asks from a process of its own:
// as fast as answers come; at 80 % of that rate; and at ten times of it, with a queue of 20. Printed are ratios; times on
// shared machines are noise.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ExtractionPool, loadModel } from '../../dist/node.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { threads: { type: 'string', default: '1,2' }, seconds: { type: 'string', default: '8' } },
});
if (positionals.length !== 1) throw new Error('Usage: node bench/service/load.mjs TEXTS.jsonl [--threads 1,2]');
const seconds = Number(values.seconds);
const { tokenizer } = await loadModel('zh');
const texts = readFileSync(positionals[0], 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line).text)
  .flatMap((text) => {
    const token = tokenizer.tokenize(text)[299];
    return token ? [text.slice(0, token.end)] : [];
  })
  .slice(0, 200);
if (texts.length === 0) throw new Error('No text there has 300 tokens.');

async function bareRate(threads) {
  const pool = await ExtractionPool.open('zh', { threads });
  function* forSeconds() {
    const end = performance.now() + seconds * 1000;
    for (let i = 0; performance.now() < end; i++) yield texts[i % texts.length];
  }
  // Once before it counts.
  for await (const _ of pool.extractMany(texts));
  const started = performance.now();
  let count = 0;
  for await (const _ of pool.extractMany(forSeconds())) count++;
  const rate = count / ((performance.now() - started) / 1000);
  await pool.close();
  return rate;
}

const work = mkdtempSync(join(tmpdir(), 'telltale-load-'));
const requests = join(work, 'requests.har');
writeFileSync(
  requests,
  JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'telltale', version: '1' },
      entries: texts.map((text) => ({
        request: {
          method: 'POST',
          url: 'http://127.0.0.1/v1/keywords',
          headers: [{ name: 'content-type', value: 'application/json' }],
          postData: { mimeType: 'application/json', text: JSON.stringify({ text, model: 'zh' }) },
        },
      })),
    },
  }),
);

/** What autocannon measures; `rate` requests a second at most. */
async function ask(url, { connections, rate }) {
  const { port } = new URL(url);
  const har = join(work, `${port}.har`);
  writeFileSync(har, readFileSync(requests, 'utf8').replaceAll('http://127.0.0.1/', `http://127.0.0.1:${port}/`));
  const limits = rate ? ['--overallRate', String(Math.max(1, Math.round(rate)))] : [];
  const args = [
    '-y',
    'autocannon@9',
    '--json',
    '-c',
    String(connections),
    '-d',
    String(seconds),
    ...limits,
    '--har',
    har,
    url,
  ];
  const child = spawn('npx', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  await once(child, 'close');
  return JSON.parse(out);
}

async function start(threads, ...args) {
  const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
  const child = spawn(process.execPath, [
    main,
    'serve',
    '--port',
    '0',
    '--threads',
    String(threads),
    '--log-level',
    'silent',
    ...args,
  ]);
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  const resident = () =>
    Number(spawnSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' }).stdout) / 1024;
  return { url: /http:\S+/.exec(line)[0], resident, stop: () => child.kill('SIGKILL') };
}

for (const threads of values.threads.split(',').map(Number)) {
  const bare = await bareRate(threads);
  const server = await start(threads);
  await ask(server.url, { connections: 8 });
  const full = await ask(server.url, { connections: 8 });
  const rate = full['2xx'] / full.duration;
  const steady = await ask(server.url, { connections: 8, rate: 0.8 * rate });
  server.stop();
  const small = await start(threads, '--max-queue', '20');
  await ask(small.url, { connections: 8 });
  const before = small.resident();
  const flood = await ask(small.url, { connections: 400, rate: 10 * rate });
  const during = small.resident();
  const refused = flood['5xx'];
  const after = await ask(small.url, { connections: 8 });
  small.stop();
  console.log(`threads ${threads}, ${texts.length} texts of 300 tokens
  bare loop                       ${bare.toFixed(0)} texts/s
  service                         ${rate.toFixed(0)} texts/s, ${((100 * rate) / bare).toFixed(0)} % of it
  at 80 % of that                 p50 ${steady.latency.p50} ms, p99 ${steady.latency.p99} ms, ratio ${(steady.latency.p99 / Math.max(1, steady.latency.p50)).toFixed(1)}; errors ${steady.non2xx + steady.errors}
  asked ten times as much         ${flood['2xx']} answered, ${refused} refused with 503, ${flood.errors} errors; p50 ${flood.latency.p50} ms
  memory before, after            ${before.toFixed(0)} MB, ${during.toFixed(0)} MB
  afterwards                      ${((100 * after['2xx']) / after.duration / rate).toFixed(0)} % of its rate, errors ${after.non2xx + after.errors}`);
}
rmSync(work, { recursive: true });
