// The service under load, beside the bare extraction loop on the same cores.
//
//   npm run build && node bench/service/load.mjs TEXTS.jsonl [--threads 1,2] [--seconds 8]
//
// Texts (a field "text" in each record) are cut to 300 tokens. With as many threads as cores less one, the service and the
// loop are confined to as many cores as there are threads, and autocannon, fetched by npx, asks from the others: then the
// rates compare. With more threads the generator shares the cores, and only processor time compares. It is printed for a
// text: of the loop, of the threads that extract, and of the thread that takes the requests. For each thread 32 connections
// ask for one text after the other; 8 then ask for 16 texts at a time, and at 80 % of the rate for latencies. At last comes
// ten times the rate with a queue of 20.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadModel } from '../../packages/core/dist/node.js';
import { generator, run, splitCores, start } from './processes.mjs';

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
/** Texts of one call, where they come in lists. */
const LIST = 16;
/** Seconds until V8 has optimized what a request passes: it is not for long that a service is new. */
const WARM_UP = 15;
if (texts.length === 0) throw new Error('No text there has 300 tokens.');

const folder = mkdtempSync(join(tmpdir(), 'telltale-load-'));
process.on('exit', () => rmSync(folder, { recursive: true }));
const list = join(folder, 'texts.json');
writeFileSync(list, JSON.stringify(texts));
const bareLoop = [process.execPath, fileURLToPath(new URL('bare.mjs', import.meta.url)), list, String(seconds)];

for (const threads of values.threads.split(',').map(Number)) {
  const { measured, others, apart } = splitCores(threads);
  const connections = 32 * threads;
  const single = texts.map((text) => ({ text }));
  const ask = generator(folder, single, others);
  const lists = texts.slice(LIST - 1).map((_, i) => ({ texts: texts.slice(i, i + LIST) }));
  const askLists = generator(folder, lists, others);
  const flags = ['--threads', String(threads), '--log-level', 'silent'];
  const small = [...flags, '--max-queue', '20'];

  const loops = () => Promise.all(measured.slice(0, threads).map((core) => run([core], bareLoop)));
  const loopsBefore = await loops();
  const server = await start(measured, ...flags);
  await ask(server.url, { connections, seconds: WARM_UP });
  const before = server.cpu();
  const full = await ask(server.url, { connections, seconds });
  const after = server.cpu();
  const rate = full['2xx'] / full.duration;
  const extracting = (after.others - before.others) / full['2xx'];
  const requests = (after.requests - before.requests) / full['2xx'];
  const steady = await ask(server.url, { connections: 8 * threads, seconds, rate: 0.8 * rate });
  const afterSteady = server.cpu();
  const listed = await askLists(server.url, { connections: 8 * threads, seconds });
  const listedRate = (LIST * listed['2xx']) / listed.duration;
  const listedCpu = (server.cpu().requests - afterSteady.requests) / (LIST * listed['2xx']);
  server.stop();
  // Before and after the service, as the speed of a machine drifts.
  const bare = [...loopsBefore, ...(await loops())];
  const bareRate = bare.reduce((sum, { rate }) => sum + rate, 0) / 2;
  const bareCpu = bare.reduce((sum, { cpu }) => sum + cpu, 0) / bare.length;

  const flooded = await start(measured, ...small);
  await ask(flooded.url, { connections: 8, seconds: WARM_UP });
  const first = await ask(flooded.url, { connections: 8, seconds });
  const memory = flooded.megabytes();
  const flood = await ask(flooded.url, { connections: 400, seconds, rate: 10 * rate });
  const grown = flooded.megabytes();
  const calm = await ask(flooded.url, { connections: 8, seconds });
  flooded.stop();

  const percent = (share) => `${(100 * share).toFixed(0)} %`;
  const { p50, p99 } = steady.latency;
  console.log(`threads ${threads}, ${texts.length} texts of 300 tokens, the generator ${apart ? 'on cores of its own' : 'on the same cores'}
  bare loop                  ${bareRate.toFixed(0)} texts/s, ${bareCpu.toFixed(3)} ms of a core for a text
  service                    ${rate.toFixed(0)} texts/s, ${percent(rate / bareRate)} of it
  processor time of a text   extracting ${extracting.toFixed(3)} ms, requests ${requests.toFixed(3)} ms; ${percent(bareCpu / (extracting + requests))} of it is extraction
  in lists of ${LIST}           ${listedRate.toFixed(0)} texts/s, ${percent(listedRate / bareRate)} of the loop; requests ${listedCpu.toFixed(3)} ms of a text
  at 80 % of its rate        p50 ${p50} ms, p99 ${p99} ms, ratio ${(p99 / Math.max(1, p50)).toFixed(1)}; errors ${steady.non2xx + steady.errors}
  asked ten times as much    ${flood['2xx']} answered, ${flood['5xx']} refused with 503, ${flood.errors} errors; p50 ${flood.latency.p50} ms
  memory before, after       ${memory.toFixed(0)} MB, ${grown.toFixed(0)} MB
  afterwards                 ${percent(calm['2xx'] / first['2xx'])} of its rate, errors ${calm.non2xx + calm.errors}`);
}
