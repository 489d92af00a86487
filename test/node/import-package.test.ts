import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { importPackage } from '../../packages/core/dist/node/platform/import-package.js';
import { temporaryDirectory } from '../support.js';

const directory = temporaryDirectory();
const purpose = { en: 'This', zh: '这' };

function install(name: string, program: string): void {
  const folder = join(directory, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, main: 'index.js' }));
  writeFileSync(join(folder, 'index.js'), program);
}

test('a package is found where the command runs, and one that is missing or broken is PACKAGE_MISSING', async () => {
  install('telltale-test-fine', 'exports.is = "fine";');
  install('telltale-test-broken', 'throw new Error("no such instruction");');
  const before = process.cwd();
  process.chdir(directory);
  try {
    const found = await importPackage(['telltale-test-none', 'telltale-test-broken', 'telltale-test-fine'], purpose);
    assert.equal((found as { is: string }).is, 'fine');
    await assert.rejects(importPackage(['telltale-test-none'], purpose), {
      code: 'PACKAGE_MISSING',
      message: 'This needs the package telltale-test-none. Run npm install telltale-test-none.',
    });
    await assert.rejects(importPackage(['telltale-test-none', 'telltale-test-broken'], purpose, 'telltale-test-fine'), {
      code: 'PACKAGE_MISSING',
      message:
        'This needs the package telltale-test-none or telltale-test-broken. telltale-test-broken does not run here: no such instruction. Run npm install telltale-test-fine.',
    });
  } finally {
    process.chdir(before);
  }
});
