import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { compileTags, loadModel, parseTagList, suggestTags } from '../../packages/core/dist/node.js';
import { serve } from '../server/running.js';
import { root, temporaryDirectory } from '../support.js';
import { closeBrowser, keepPicture, noBrowser, openPage, serveFiles, violationsOf } from './browser.js';

const text = '太阳是一颗恒星，也是太阳系的中心天体。行星、彗星都围绕着太阳公转。天文学家用望远镜观测太阳的黑子。';
const list = '天文学\n行星\t卫星\n体育\n经济\n医学\n';

after(closeBrowser);

/** The rows of the table of tags, by cells. */
const rowsOf = (page: Page) =>
  page
    .locator('.tag-table tbody tr')
    .evaluateAll((rows) => rows.map((row) => Array.from(row.children, (cell) => cell.textContent ?? '')));

/** What the library suggests, as the page shows it. */
async function expectedRows(language: 'zh' | 'en', contents: string, name = 'list.txt'): Promise<string[][]> {
  const index = compileTags(parseTagList(contents, name).tags, await loadModel(language));
  return suggestTags(index, text, { topN: 10 }).map(({ label, score, evidence, forms }) => [
    label,
    ...[score, evidence.mention, evidence.meaning].map((value) => value.toFixed(2)),
    forms.map(({ form, offsets }) => (offsets.length > 1 ? `${form} × ${offsets.length}` : form)).join(', '),
  ]);
}

async function opened(url: string, options: BrowserContextOptions = {}) {
  const opened = await openPage(url, options);
  await opened.page.locator('#text').fill(text);
  await opened.page.locator('.own-tags summary').click();
  return opened;
}

const choose = (page: Page, name: string, contents: string | Buffer) =>
  page
    .locator('.own-tags input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(contents as string) });

describe('tags from a list of the reader, in the browser', { skip: noBrowser }, async () => {
  const url = noBrowser ? '' : await serveFiles(join(root, 'packages/telltale/dist/site'), '/some/where/');

  it('a list that is typed or pasted gives the tags that the library suggests, with their parts', async () => {
    const { page, troubles } = await opened(url);
    await page.locator('#tag-list').fill(list);
    await page.locator('.tag-table').waitFor();
    assert.deepEqual(await rowsOf(page), await expectedRows('zh', list));
    assert.deepEqual(await page.locator('.tag-table thead th').allInnerTexts(), [
      '标签',
      '得分',
      '提及',
      '语义',
      '文中形式',
    ]);
    assert.match(await page.locator('.own-tags [role=status]').innerText(), /列表中有 5 个标签/);
    // Another text has other tags.
    await page.locator('#text').fill('卫星绕着地球飞行。');
    await page.locator('.tag-table tbody tr:first-child', { hasText: '卫星' }).waitFor();
    await page.locator('#tag-list').fill('');
    await page.locator('.tag-table').waitFor({ state: 'detached' });
    assert.deepEqual(troubles, []);
  });

  it('a list is chosen or dropped as a file; the text stays, and what is wrong with the list is said', async () => {
    const { page, troubles } = await opened(url);
    const csv = '\ufefflabel,synonyms\r\n天文学,星空|观星\r\n体育,\r\n体育,球\r\n';
    await choose(page, 'tags.csv', csv);
    await page.locator('.own-tags-warning', { hasText: 'tags.csv' }).waitFor();
    await page.locator('.tag-table').waitFor();
    assert.deepEqual(await rowsOf(page), await expectedRows('zh', csv, 'tags.csv'));
    await page.locator('.own-tags-warning', { hasText: /1 个标签与同名的标签合并/ }).waitFor();
    await page.evaluate((contents) => {
      const data = new DataTransfer();
      data.items.add(new File([contents], 'dropped.txt'));
      const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
      document.querySelector('#tag-list')!.dispatchEvent(event);
    }, list);
    await page.locator('.tag-table tbody th', { hasText: '行星' }).waitFor();
    assert.equal(await page.locator('#text').inputValue(), text);
    assert.equal(await page.locator('#tag-list').inputValue(), list);
    assert.deepEqual(troubles, []);
  });

  it('a list that cannot be used is refused with a reason, and the next one is taken', async () => {
    const { page, troubles } = await opened(url);
    const bad: [name: string, contents: string | Buffer, message: RegExp][] = [
      ['columns.csv', 'name,alias\n风,气\n', /无法使用这个列表.*label.*columns\.csv 的字段是 name, alias/],
      ['nothing.txt', '# nothing\n', /无法使用这个列表.*nothing\.txt 中没有标签/],
      ['broken.jsonl', '{"label":', /无法使用这个列表.*broken\.jsonl:1 不是 JSON/],
      ['skos.ttl', ':a :b :c .', /无法使用这个列表.*只有命令行能读/],
      ['picture.txt', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), /不是 UTF-8/],
    ];
    for (const [name, contents, message] of bad) {
      await choose(page, name, contents);
      await page.locator('.own-tags [role=alert]', { hasText: message }).waitFor();
      assert.equal(await page.locator('.tag-table').count(), 0, name);
      await choose(page, 'good.txt', list);
      await page.locator('.tag-table').waitFor();
      assert.equal(await page.locator('.own-tags [role=alert]').count(), 0);
    }
    assert.deepEqual(troubles, []);
  });

  it('reads in English and in Chinese, on a desktop and on a phone, and is accessible', async () => {
    for (const [locale, label, width, value] of [
      [
        'en-US',
        'Your own tags',
        1200,
        'Most corals of a reef live together with algae. Fishing and a warm climate harm both.',
      ],
      ['zh-CN', '你自己的标签', 360, text],
    ] as const) {
      const { page, troubles } = await opened(url, { locale, viewport: { width, height: 800 } });
      await page.locator('#text').fill(value);
      assert.equal(await page.locator('.own-tags h2').innerText(), label);
      await page.locator('.own-tags button').last().click();
      await page.locator('.tag-table').waitFor();
      await page.locator('[data-method=text-rank] li').first().waitFor();
      assert.deepEqual(await violationsOf(page), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} pixels too wide`);
      await keepPicture(page, `own tags ${width}`);
      assert.deepEqual(troubles, []);
    }
  });
});

describe('tags on the page of a service', { skip: noBrowser }, () => {
  it('are those of the lists that it has', async () => {
    const folder = temporaryDirectory();
    const [sky, life] = ['sky.txt', 'life.txt'].map((name) => join(folder, name));
    writeFileSync(sky, list);
    writeFileSync(life, '体育\n望远镜\n');
    const { url } = await serve('--threads', '1', '--log-level', 'silent', '--tags', `sky=${sky}`, `life=${life}`);
    const { page, troubles } = await opened(`${url}/`);
    await page.locator('.tag-table').waitFor();
    assert.deepEqual(await rowsOf(page), await expectedRows('zh', list));
    await page.locator('#tag-list').selectOption('life');
    await page.locator('.tag-table tbody tr:first-child', { hasText: '望远镜' }).waitFor();
    assert.deepEqual(troubles, []);
  });

  it('come from a file of the reader, which stands beside the lists that it has', async () => {
    const sky = join(temporaryDirectory(), 'sky.txt');
    writeFileSync(sky, '体育\n望远镜\n');
    const { url } = await serve('--threads', '1', '--log-level', 'silent', '--tags', `sky=${sky}`);
    const { page, troubles } = await opened(`${url}/`);
    const csv = 'label,synonyms\n天文学,星空|观星\n行星,卫星\n行星,球\n';
    await choose(page, 'mine.csv', csv);
    await page.locator('.own-tags-warning', { hasText: 'mine.csv' }).waitFor();
    await page.locator('.tag-table tbody th', { hasText: '行星' }).waitFor();
    assert.deepEqual(await rowsOf(page), await expectedRows('zh', csv, 'mine.csv'));
    assert.deepEqual(await page.locator('#tag-list option').allInnerTexts(), ['sky', 'mine.csv']);
    await choose(page, 'bad.csv', 'name,alias\n风,气\n');
    await page.locator('.own-tags [role=alert]', { hasText: 'bad.csv 的字段是 name, alias' }).waitFor();
    await page.locator('#tag-list').selectOption('sky');
    await page.locator('.tag-table tbody tr:first-child', { hasText: '望远镜' }).waitFor();
    // The browser itself reports the answer to the bad list.
    assert.ok(
      troubles.every((trouble) => /status of 4\d\d/.test(trouble)),
      troubles.join('\n'),
    );
  });

  it('come from a file of the reader where it has no list', async () => {
    const { url } = await serve('--threads', '1', '--log-level', 'silent');
    const { page, troubles } = await opened(`${url}/`);
    await page.locator('.own-tags', { hasText: '--tags' }).waitFor();
    await choose(page, 'list.txt', list);
    await page.locator('.tag-table').waitFor();
    assert.deepEqual(await rowsOf(page), await expectedRows('zh', list));
    assert.deepEqual(troubles, []);
  });
});
