import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { temporaryDirectory } from '../support.js';
import { closeBrowser, noBrowser, openPage, serveFiles } from './browser.js';

after(closeBrowser);

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What the program in the browser reports. */
interface Report {
  readonly passed: number;
  readonly failed: readonly string[];
  /** Functions of WebAssembly modules that were called, by the kernel under test. */
  readonly calls: Readonly<Record<string, number>>;
  readonly chosen: string;
}

test('the kernels do in Chromium what they do here, each by itself', {
  skip: noBrowser,
  timeout: 300_000,
}, async () => {
  const folder = temporaryDirectory();
  await build({
    configFile: false,
    logLevel: 'error',
    root: here('.'),
    resolve: {
      alias: { 'node:assert/strict': here('./shims/assert.js'), 'node:test': here('./shims/test.js') },
    },
    build: {
      outDir: folder,
      minify: false,
      target: 'es2023',
      lib: { entry: here('./kernels-in-browser.js'), formats: ['es'], fileName: 'kernels' },
    },
  });
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>kernels</title><script type="module" src="kernels.js"></script>',
  );
  const { page } = await openPage(await serveFiles(folder, '/'));
  await page.waitForFunction(() => 'report' in globalThis, undefined, { timeout: 280_000 });
  const report = await page.evaluate(() => (globalThis as unknown as { report: Report }).report);
  assert.deepEqual(report.failed, []);
  // As many tests for each of the three kernels.
  assert.ok(report.passed > 3 * 60, String(report.passed));
  assert.equal(report.passed % 3, 0);
  // Each of them is what it says.
  assert.equal(report.calls.typescript, 0);
  assert.ok(report.calls.wasm > 100);
  assert.ok(report.calls['wasm-relaxed'] > 100);
  assert.equal(report.chosen, 'wasm-relaxed');
});
