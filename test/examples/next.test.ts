import assert from 'node:assert/strict';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { root, start } from '../support.js';
import { closeBrowser, noBrowser, openPage } from '../web/browser.js';
import { installExamples, run } from './installation.js';

after(closeBrowser);

const skip =
  noBrowser ||
  (process.env.TELLTALE_TEST_NEXT ? false : 'Next.js installs 340 MB: set TELLTALE_TEST_NEXT=1 to test it');

test('Next.js finds keywords on the server and in a worker, with Turbopack and with webpack', { skip }, async (t) => {
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  const installed = installExamples(['next']);
  if ('missing' in installed) return t.skip(installed.missing);
  const folder = join(installed.folder, 'next');
  // Turbopack follows no links out of the project.
  for (const name of ['model-en', 'model-zh']) {
    const linked = join(installed.folder, 'node_modules/@telltale', name);
    rmSync(linked);
    cpSync(join(root, 'packages', name), linked, { recursive: true });
  }
  for (const bundler of ['--turbopack', '--webpack']) {
    const { output, status } = run(folder, 'npx', 'next', 'build', bundler);
    assert.equal(status, 0, output);
    const program = join(installed.folder, 'node_modules/next/dist/bin/next');
    const server = start(process.execPath, [program, 'start', '--port', '0', '--hostname', '127.0.0.1'], {
      cwd: folder,
    });
    try {
      const address = await addressIn(server.stdout);
      const { page, troubles } = await openPage(address);
      assert.match(await page.locator('#served').innerText(), /太阳/);
      for (const [i, keywords] of [/太阳/, /coral bleaching/i].entries())
        assert.match(await page.locator('ul').nth(i).innerText(), keywords, troubles.join('\n'));
      assert.deepEqual(troubles, []);
    } finally {
      server.kill();
    }
  }
});

/** The address that a server says it listens on. */
async function addressIn(output: Readable): Promise<string> {
  let said = '';
  for await (const chunk of output.iterator({ destroyOnReturn: false })) {
    said += chunk;
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
    if (found) return found[0];
  }
  return assert.fail(said);
}
