// How soon the page can be used: median milliseconds from asking for it to the keywords of its
// example, in Chromium.
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
import { median } from '../harness/measure.mjs';
import { start } from './processes.mjs';

const { loads } = parseArgs({ options: { loads: { type: 'string', default: '5' } } }).values;
const executablePath = process.env.TELLTALE_CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

/** In the page: when the first keyword is there, as the page itself sees it. */
function noteFirstKeyword() {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.bar-word')) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { loadEventEnd } = performance.getEntriesByType('navigation')[0];
      globalThis.firstKeyword = { total: performance.now(), afterLoad: performance.now() - loadEventEnd };
    });
  }).observe(document, { childList: true, subtree: true });
}

async function measure(name, url) {
  const times = [];
  for (let i = 0; i < Number(loads); i++) {
    const context = await browser.newContext({ locale: 'zh-CN' });
    const page = await context.newPage();
    await page.addInitScript(noteFirstKeyword);
    await page.goto(url, { waitUntil: 'commit' });
    const shown = await page.waitForFunction(() => globalThis.firstKeyword, undefined, { polling: 50 });
    times.push(await shown.jsonValue());
    await context.close();
  }
  const medianOf = (key) => median(times.map((time) => time[key])).toFixed(0);
  console.log(`${name.padEnd(12)} ${medianOf('total')} ms, ${medianOf('afterLoad')} ms after the load event`);
}

const service = await start([0, 1], '--log-level', 'silent');
await measure('served', `${service.url}/`);
service.stop();

const site = fileURLToPath(new URL('../../packages/telltale/dist/site', import.meta.url));
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
