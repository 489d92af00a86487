import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { after, describe, it } from 'node:test';
import { root, skipsAllowed } from './support.js';
import { closeBrowser, keepPicture, noBrowser, openPage, serveFiles, violationsOf } from './web/browser.js';

const folder = join(root, 'site/dist');
const noSite = existsSync(join(folder, 'index.html')) || !skipsAllowed ? false : 'run npm run docs:site';

after(closeBrowser);

describe('the documentation site', { skip: noSite }, () => {
  const files = noSite ? [] : readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const pages = files.filter((file) => file.endsWith('.html') && !/^(files|playground)\/|^404/.test(file));

  it('has each page in both languages', () => {
    const chinese = pages.filter((page) => page.startsWith('zh/')).map((page) => page.slice('zh/'.length));
    const english = pages.filter((page) => !page.startsWith('zh/'));
    assert.ok(english.length > 40, String(english.length));
    assert.deepEqual(chinese.sort(), english.sort());
    for (const page of ['api/core.html', 'http.html', 'decisions/0006-mixture-and-cover.html', 'playground/index.html'])
      assert.ok(existsSync(join(folder, page)), page);
  });

  it('has no dead link', () => {
    const html = new Map(
      files.filter((file) => file.endsWith('.html')).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
    );
    const ids = new Map<string, Set<string>>();
    const idsOf = (file: string) => {
      const known = ids.get(file) ?? new Set(Array.from(html.get(file)!.matchAll(/\sid="([^"]+)"/g), ([, id]) => id));
      ids.set(file, known);
      return known;
    };
    const dead: string[] = [];
    let links = 0;
    for (const [file, text] of html) {
      if (file.startsWith('playground/')) continue;
      for (const [, address] of text.matchAll(/\s(?:href|src)="([^"]+)"/g)) {
        if (/^(?:[a-z]+:|\/\/)/.test(address)) continue;
        links++;
        const [path, heading] = address.replaceAll('&amp;', '&').split('#');
        const there = decodeURI(path.split('?')[0]);
        let target =
          there === '' ? file : posix.join(there.startsWith('/') ? '' : dirname(file), there).replace(/^\//, '');
        if (target === '' || target.endsWith('/')) target += 'index.html';
        const at = join(folder, target);
        if (!existsSync(at) || statSync(at).isDirectory()) dead.push(`${file}: ${address}`);
        else if (heading && html.has(target) && !idsOf(target).has(decodeURIComponent(heading)))
          dead.push(`${file}: ${address}`);
      }
    }
    assert.ok(links > 1000, String(links));
    assert.deepEqual([...new Set(dead)], []);
  });

  it('finds Chinese words', { skip: noBrowser }, async () => {
    const { page } = await openPage(`${await serveFiles(folder, '/')}zh/index.html`);
    await page.waitForFunction(() => '__vue_app__' in document.querySelector('#app')!);
    await page.locator('.DocSearch-Button').click();
    await page.locator('#localsearch-input').fill('分词器');
    await page.locator('.results .result', { hasText: '分词器' }).first().waitFor();
    await page.context().close();
  });

  // A page of every kind, all of them take minutes; each in both languages, which look the same, by turns light and dark.
  for (const [i, name] of [
    'index',
    'concepts',
    'options',
    'api/index',
    'api/client',
    'decisions/0006-mixture-and-cover',
    'cards/model-zh',
  ].entries())
    for (const [j, language] of ['', 'zh/'].entries()) {
      const colorScheme = (i + j) % 2 ? 'dark' : 'light';
      it(`has nothing that axe finds, ${language}${name} ${colorScheme}`, { skip: noBrowser }, async () => {
        const { page, troubles } = await openPage(`${await serveFiles(folder, '/')}${language}${name}.html`, {
          colorScheme,
        });
        await page.waitForFunction(() => '__vue_app__' in document.querySelector('#app')!);
        assert.deepEqual(await violationsOf(page), []);
        await keepPicture(page, `site ${language.replace('/', ' ')}${name.replace('/', ' ')} ${colorScheme}`);
        assert.deepEqual(troubles, []);
        await page.context().close();
      });
    }
});
