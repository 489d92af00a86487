// How soon the page can be used: milliseconds from asking for it to the keywords of its example, in Chromium.
//
//   npm run build && node bench/service/page.mjs [--loads 5]
//
// The served page and the static site, which loads its model first, in a fresh browser context each.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { start } from './processes.mjs';

const { loads } = parseArgs({ options: { loads: { type: 'string', default: '5' } } }).values;
const executablePath = process.env.TELLTALE_CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

async function measure(name, url) {
  const times = [];
  for (let i = 0; i < Number(loads); i++) {
    const context = await browser.newContext({ locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'commit' });
    await page.locator('.bar-word').first().waitFor();
    times.push(await page.evaluate(() => performance.now()));
    await context.close();
  }
  times.sort((a, b) => a - b);
  const [least, median] = [times[0], times[times.length >> 1]].map((time) => time.toFixed(0));
  console.log(`${name.padEnd(12)} least ${least} ms, median ${median} ms`);
}

const service = await start([0, 1], '--log-level', 'silent');
await measure('served', `${service.url}/`);
service.stop();

const site = fileURLToPath(new URL('../../dist/site', import.meta.url));
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' };
const files = createServer(async ({ url }, response) => {
  const path = new URL(url, 'http://x').pathname;
  const file = join(site, path === '/' ? 'index.html' : path);
  const bytes = await readFile(file).catch(() => undefined);
  response.writeHead(bytes ? 200 : 404, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  response.end(bytes);
});
await new Promise((resolve) => files.listen(0, '127.0.0.1', resolve));
await measure('static site', `http://127.0.0.1:${files.address().port}/`);
files.close();
await browser.close();
