import assert from 'node:assert/strict';
import { readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { analyzeKeywordsWithEncoder, fitPrior, loadEncoder, loadModel } from '../../packages/core/dist/node.js';
import { serve } from '../server/running.js';
import { fixture, root, temporaryDirectory } from '../support.js';
import { closeBrowser, keepPicture, noBrowser, openPage, serveFiles, violationsOf } from './browser.js';

const text =
  'The sailor saw stars. At night the harbour was dark, and from the harbour a sailor could see a comet and a kitchen with soup.';
const folder = fixture('encoder');
const files = [
  'model.onnx',
  'tokenizer.json',
  'tokenizer_config.json',
  'sentence_bert_config.json',
  '1_Pooling/config.json',
];

/** The static site with the encoder of the tests in place of those that are installed. */
async function siteWithEncoder(): Promise<string> {
  const site = temporaryDirectory();
  for (const part of ['assets', 'worker', 'models', 'index.html'])
    symlinkSync(join(root, 'packages/telltale/dist/site', part), join(site, part));
  await mkdir(join(site, 'encoders'));
  symlinkSync(folder, join(site, 'encoders/sea'));
  const sizes = Object.fromEntries(files.map((file) => [file, statSync(join(folder, file)).size]));
  writeFileSync(join(site, 'encoders.json'), JSON.stringify([{ name: 'sea', files: sizes, runtime: 14_000_000 }]));
  return serveFiles(site, '/');
}

const engines: Record<string, () => Promise<string>> = {
  'static site': siteWithEncoder,
  service: async () => `${(await serve('--threads', '1', '--log-level', 'silent', '--encoder', `sea=${folder}`)).url}/`,
};

after(closeBrowser);

for (const [name, start] of Object.entries(engines)) {
  describe(`the page with an encoder: ${name}`, { skip: noBrowser }, async () => {
    const url = noBrowser ? '' : await start();

    it('offers it with what has to be loaded, fetches nothing before it is chosen, and finds what the library finds', async () => {
      const { page, troubles } = await openPage(url, { locale: 'en' });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.locator('#text').fill(text);
      await page.locator('.results[data-busy=false]').waitFor();
      await page.locator('[data-method=text-rank] li').first().waitFor();
      const offers = await page.locator('#encoder option').allInnerTexts();
      assert.deepEqual(offers, ['none', name === 'service' ? 'sea' : 'sea (downloads 15 MB)']);
      assert.deepEqual(
        asked.filter((address) => /ort-wasm|encoders\/sea/.test(address)),
        [],
      );
      await page.locator('#option-method').selectOption('likelihood');
      await page.locator('#encoder').selectOption('sea');
      const { keywords } = await analyzeKeywordsWithEncoder(await loadModel('en'), await loadEncoder(folder), text, {
        method: 'likelihood',
      });
      const expected = keywords.map((keyword) => keyword.text);
      await page.waitForFunction(
        (words) =>
          [...document.querySelectorAll<HTMLElement>('.ranking .bar-word')].map((bar) => bar.innerText).join() ===
          words,
        expected.join(),
      );
      assert.equal(new URL(page.url()).hash.includes('sea'), false);
      await keepPicture(page, `${name} encoder`);
      assert.deepEqual(troubles, []);
    });

    it('takes marks of keywords, and saves them as texts that telltale fit reads', async () => {
      const { page, troubles } = await openPage(url, { locale: 'en' });
      await page.locator('#text').fill(text);
      await page.waitForFunction((given) => document.querySelector('.read-text')?.textContent === given, text);
      const words = await page.locator('.ranking .bar-word').allInnerTexts();
      const mark = (what: string, k: number) => page.getByRole('button', { name: `${what}: ${words[k]}`, exact: true });
      await mark('A good keyword', 0).click();
      await mark('Not a keyword', 1).click();
      await mark('Not a keyword', 2).click();
      await mark('Not a keyword', 2).click();
      assert.equal(await mark('A good keyword', 0).getAttribute('aria-pressed'), 'true');
      assert.equal(await mark('Not a keyword', 2).getAttribute('aria-pressed'), 'false');
      await keepPicture(page, `${name} marks`);
      assert.deepEqual(await violationsOf(page), []);
      // The marks stay while other texts are read.
      const other = 'Telescopes watch the sunspots of the Sun.';
      await page.locator('#text').fill(other);
      await page.waitForFunction((given) => document.querySelector('.read-text')?.textContent === given, other);
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save the marks of 1 text' }).click(),
      ]);
      assert.equal(saved.suggestedFilename(), 'labelled.jsonl');
      const [line] = readFileSync(await saved.path(), 'utf8')
        .trim()
        .split('\n');
      assert.deepEqual(JSON.parse(line), { text, chosen: [words[0]], rejected: [words[1]] });
      assert.deepEqual(troubles, []);
    });
  });
}

it('marks of 25 texts are labels that fitPrior takes', async () => {
  const texts = Array.from({ length: 25 }, (_, i) => ({
    text: `The sailor of ship ${i} saw the harbour and a comet.`,
    chosen: ['harbour'],
    rejected: ['sailor'],
  }));
  assert.equal(fitPrior(await loadModel('en'), texts).texts, 25);
});
