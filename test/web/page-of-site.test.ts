import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { root } from '../support.js';
import { noBrowser, openPage, serveFiles } from './browser.js';
import { bars, read, testPage } from './page.suite.js';

testPage('static site under a path', () => serveFiles(join(root, 'packages/telltale/dist/site'), '/some/where/'));

describe('the static site', { skip: noBrowser }, () => {
  it('says when a model cannot be had, and asks again', async () => {
    const { page } = await openPage(await serveFiles(join(root, 'packages/telltale/dist/site'), '/'));
    await page.locator(bars).first().waitFor();
    await page.route('**/models/en.safetensors', (route) => route.fulfill({ status: 503 }));
    await page.locator('#text').fill('The reef is built by corals.');
    await page.locator('[role=alert]', { hasText: '模型文件没能加载' }).waitFor();
    await page.unroute('**/models/en.safetensors');
    await read(page, 'The reef is built by tiny corals.');
    await page.locator(bars, { hasText: 'coral' }).first().waitFor();
    assert.equal(await page.locator('[role=alert]').count(), 0);
  });

  it('says when a model comes in part or damaged, and asks again', async () => {
    const { page } = await openPage(await serveFiles(join(root, 'packages/telltale/dist/site'), '/'));
    await page.locator(bars).first().waitFor();
    const pattern = '**/models/en.safetensors';
    await page.route(pattern, (route) => route.fulfill({ body: Buffer.alloc(1000, 1) }));
    await page.locator('#text').fill('The reef is built by corals.');
    await page.locator('[role=alert]', { hasText: '已损坏' }).waitFor();
    await page.unroute(pattern);
    await page.evaluate(() => {
      const whole = globalThis.fetch;
      globalThis.fetch = async () => {
        globalThis.fetch = whole;
        const broken = new ReadableStream({ pull: (controller) => controller.error(new TypeError('it broke off')) });
        return new Response(broken);
      };
    });
    await page.locator('#text').fill('The reef is built by small corals.');
    await page.locator('[role=alert]', { hasText: '模型文件没能加载' }).waitFor();
    await read(page, 'The reef is built by tiny corals.');
    await page.locator(bars, { hasText: 'coral' }).first().waitFor();
    assert.equal(await page.locator('[role=alert]').count(), 0);
  });
});

describe('the page', () => {
  it('is small: at most 100 kB of script, compressed', () => {
    const assets = join(root, 'packages/telltale/dist/site/assets');
    // What reads documents is loaded with the first of them.
    const html = readFileSync(join(root, 'packages/telltale/dist/site/index.html'), 'utf8');
    const sizes = readdirSync(assets)
      .filter((file) => file.endsWith('.js') && html.includes(file))
      .map((file) => gzipSync(readFileSync(join(assets, file))).length);
    assert.ok(sizes.length > 0);
    assert.ok(sizes.reduce((sum, size) => sum + size, 0) <= 100_000, sizes.join());
  });

  it('of the service needs no worker and no model', () => {
    const folder = join(root, 'packages/telltale/dist/web');
    assert.match(readFileSync(join(folder, 'index.html'), 'utf8'), /data-engine="http"/);
    assert.deepEqual(readdirSync(folder).sort(), ['LICENSES.md', 'assets', 'index.html']);
  });

  it('has the licences of all that it sends, of what its worker holds, too', () => {
    const site = join(root, 'packages/telltale/dist/site');
    const licences = readFileSync(join(site, 'LICENSES.md'), 'utf8');
    for (const name of ['preact', 'wink-nlp', 'wink-eng-lite-web-model', 'onnxruntime-web', 'eld', '@node-rs/jieba'])
      assert.equal(licences.split(`\n## ${name} - `).length, 2, name);
    for (const file of [
      'models/LICENSE-zh',
      'models/LICENSE-en',
      'vectors/LICENSE.md',
      'languages/stop-words/LICENSE.md',
    ])
      assert.ok(existsSync(join(site, file)), file);
  });
});
