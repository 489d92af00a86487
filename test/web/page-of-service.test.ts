import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { serve } from '../server/running.js';
import { noBrowser, openPage } from './browser.js';
import { testPage } from './page.suite.js';

testPage('service', async () => `${(await serve('--threads', '1', '--log-level', 'silent')).url}/`);

describe('the documents of the service', { skip: noBrowser }, () => {
  it('are shown without a trouble', async () => {
    const { url } = await serve('--threads', '1', '--log-level', 'silent');
    const { page, troubles } = await openPage(`${url}/docs`);
    await page.getByText('/v1/keywords').first().waitFor();
    assert.equal((await fetch(`${url}/favicon.ico`)).status, 204);
    assert.equal(await page.locator('meta[name=viewport]').count(), 1);
    await page.getByRole('heading', { name: '关键词' }).waitFor();
    assert.equal(await page.getByText('Default Response').count(), 0);
    assert.deepEqual(troubles, []);
  });

  it('send the example of a stream as lines', async () => {
    const { url } = await serve('--threads', '1', '--log-level', 'silent');
    const { page, troubles } = await openPage(`${url}/docs`, { locale: 'en' });
    const lists = page.locator('[id$=post_v1_tags_lists]');
    await lists.getByRole('button').first().click();
    await lists.getByRole('button', { name: 'Try it out' }).click();
    await lists.getByRole('button', { name: 'Execute' }).click();
    await lists.locator('.live-responses-table', { hasText: 'given-' }).waitFor();
    for (const route of ['keywords', 'tags']) {
      const operation = page.locator(`[id$=post_v1_${route}]`);
      await operation.getByRole('button').first().click();
      await operation.getByRole('button', { name: 'Try it out' }).click();
      await operation.locator('.opblock-section-request-body select').selectOption('application/x-ndjson');
      await page.waitForFunction(
        (route) => document.querySelector<HTMLTextAreaElement>(`[id$=post_v1_${route}] textarea`)?.value[0] === '{',
        route,
      );
      await operation.getByRole('button', { name: 'Execute' }).click();
      const answer = await operation.locator('.live-responses-table .highlight-code').first().innerText();
      for (const id of ['bees', 'sun']) assert.match(answer, new RegExp(`{"id":"${id}",.*"${route}":`), route);
    }
    assert.deepEqual(troubles, []);
  });
});
