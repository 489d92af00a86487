import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { root, temporaryDirectory } from '../support.js';
import { closeBrowser, noBrowser, openPage, serveFiles } from '../web/browser.js';
import { installExamples, run } from './installation.js';

after(closeBrowser);

/** The keywords of the paragraphs of an example, as its page lists them. */
const expected = [/太阳/, /coral bleaching/i];

async function checkPage(address: string): Promise<void> {
  const { page, troubles } = await openPage(address);
  for (const [i, keywords] of expected.entries())
    assert.match(await page.locator('ul').nth(i).innerText(), keywords, troubles.join('\n'));
  assert.deepEqual(troubles, []);
}

test('Vite, webpack and esbuild build pages that find keywords in a worker', { skip: noBrowser }, async (t) => {
  const installed = installExamples(['vite', 'webpack', 'esbuild']);
  if ('missing' in installed) return t.skip(installed.missing);
  const built = (name: string) => {
    const { output, status } = run(join(installed.folder, name), 'npm', 'run', 'build');
    assert.equal(status, 0, output);
    return join(installed.folder, name);
  };
  await t.test('Vite', () => serveFiles(join(built('vite'), 'dist'), '/vite/').then(checkPage));
  await t.test("Vite's server for development", async () => {
    const { createServer } = (await import(
      join(installed.folder, 'node_modules/vite/dist/node/index.js')
    )) as typeof import('vite');
    // The models are links that lead out of the folder.
    const server = { host: '127.0.0.1', port: 0, fs: { strict: false } };
    const vite = await createServer({ root: join(installed.folder, 'vite'), logLevel: 'silent', server });
    try {
      await vite.listen();
      await checkPage(vite.resolvedUrls!.local[0]);
    } finally {
      await vite.close();
    }
  });
  await t.test('webpack', () => serveFiles(built('webpack'), '/webpack/').then(checkPage));
  await t.test('esbuild', () => serveFiles(built('esbuild'), '/esbuild/').then(checkPage));

  await t.test('what is loaded before the first keyword', async (t) => {
    const folder = join(installed.folder, 'vite/dist');
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    const [zh, en] = html.match(/<p>.*<\/p>\n/g)!;
    for (const [language, other] of Object.entries({ zh: en, en: zh })) {
      writeFileSync(join(folder, `${language}.html`), html.replace(other, ''));
      const sizes = { models: 0, rest: 0 };
      const onServed = (file: string, bytes: number) => {
        sizes[file.endsWith('.safetensors') ? 'models' : 'rest'] += bytes;
      };
      const { page } = await openPage(`${await serveFiles(folder, `/${language}/`, onServed)}${language}.html`);
      await page.locator('ul').waitFor();
      const [models, rest] = [sizes.models, sizes.rest].map((bytes) => bytes / 1e6);
      t.diagnostic(`${language}: model ${models.toFixed(1)} MB, rest ${rest.toFixed(1)} MB`);
      const row = language === 'zh' ? /\| Chinese \| (\S+) MB \| (\S+) MB/ : /\| English \| (\S+) MB \| (\S+) MB/;
      const [, saidModels, saidRest] = row.exec(readFileSync(join(root, 'docs/browser.md'), 'utf8'))!;
      assert.ok(
        Math.abs(models - Number(saidModels)) < 0.1 && Math.abs(rest - Number(saidRest)) < 0.1,
        'docs/browser.md',
      );
    }
  });
});

test('a page without a bundler finds keywords', { skip: noBrowser }, async () => {
  const folder = temporaryDirectory();
  copyFileSync(join(root, 'examples/script/index.html'), join(folder, 'index.html'));
  mkdirSync(join(folder, 'node_modules/@telltale'), { recursive: true });
  symlinkSync(join(root, 'packages/telltale'), join(folder, 'node_modules/telltale'));
  for (const name of ['model-zh', 'model-en'])
    symlinkSync(join(root, 'packages', name), join(folder, 'node_modules/@telltale', name));
  await checkPage(await serveFiles(folder, '/script/'));
});
