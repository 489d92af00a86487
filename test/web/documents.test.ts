import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { blocksOf } from '../run-documents.js';
import { fixture, root, temporaryDirectory } from '../support.js';
import { closeBrowser, noBrowser, openPage, serveFiles } from './browser.js';

const blocks = blocksOf('docs/browser.md').filter(({ language, runs }) => runs && language !== 'sh');
const [vite, withoutWorker, otherLanguage, withEncoder, page, worker] = blocks.map(({ code }) => code);

after(closeBrowser);

test('docs/browser.md: its lines for Vite are those of the example, which a test builds', () => {
  const example = readFileSync(join(root, 'examples/vite/main.js'), 'utf8');
  assert.ok(example.startsWith(vite.split('\n').slice(0, -2).join('\n')));
  assert.equal(blocks.length, 6);
});

test('docs/browser.md: its other blocks run in a page', { skip: noBrowser }, async () => {
  const folder = temporaryDirectory();
  mkdirSync(join(folder, 'node_modules/@telltale'), { recursive: true });
  symlinkSync(join(root, 'packages/telltale'), join(folder, 'node_modules/telltale'));
  symlinkSync(join(root, 'packages/model-zh'), join(folder, 'node_modules/@telltale/model-zh'));
  const bundle = join(folder, 'node_modules/telltale/dist/browser');
  cpSync(bundle, join(folder, 'telltale/dist/browser'), { recursive: true });
  symlinkSync(join(root, 'packages/languages'), join(folder, 'languages'));
  mkdirSync(join(folder, 'encoders'));
  symlinkSync(fixture('encoder'), join(folder, 'encoders/zh'));
  symlinkSync(join(root, 'node_modules/onnxruntime-web/dist'), join(folder, 'onnxruntime'));
  symlinkSync(join(root, 'node_modules/@huggingface/tokenizers/dist'), join(folder, 'tokenizers'));
  const server = await serveFiles(folder, '/');
  // The addresses of the document, where this server has them.
  const here = (code: string) =>
    code
      .replace('onnxruntime-web/wasm', '/onnxruntime/ort.wasm.min.mjs')
      .replace('@huggingface/tokenizers', '/tokenizers/tokenizers.min.mjs')
      .replace("'@telltale/core'", "'./telltale/dist/browser/telltale.js'")
      .replace('/models/', '/node_modules/@telltale/model-zh/')
      .replace('https://cdn.example/', server);
  const withWorker = `import { openWorker } from './telltale/dist/browser/telltale.js';
    ${worker}
    const keywords = openWorker(worker, { zh: '/node_modules/@telltale/model-zh/zh.safetensors' });
    console.log(await keywords.extract('太阳是一颗恒星。', { topN: 3 }));`;
  const scripts = [withoutWorker, otherLanguage, withEncoder, withWorker].map(
    (code) => `<script type="module">${code}</script>`,
  );
  for (const [i, html] of [...scripts, page].entries()) {
    const icon = '<!doctype html><link rel="icon" href="data:," />';
    writeFileSync(
      join(folder, `${i}.html`),
      `${icon}<script>console.log = (value) => { window.said = value; };</script>${here(html)}`,
    );
    const opened = await openPage(`${server}${i}.html`);
    const said = await opened.page.waitForFunction('window.said').catch(() => assert.fail(opened.troubles.join('\n')));
    const found = (await said.jsonValue()) as { text: string }[];
    assert.ok(
      found.some(({ text }) => text === '恒星'),
      JSON.stringify(found),
    );
    // Files that encoders may lack are asked for.
    const expected = /loadEncoder/.test(html)
      ? /404 .*\/encoders\/zh\/(telltale\.json|background\.safetensors)$/
      : /^$/;
    assert.deepEqual(
      opened.troubles.filter((line) => !expected.test(line)),
      [],
    );
  }
});
