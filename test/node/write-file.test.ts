import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { checkOutput } from '../../packages/core/dist/node/files/check-output.js';
import { writeFileAtomically } from '../../packages/core/dist/node/files/write-file.js';
import { start } from '../support.js';

const moduleUrl = new URL('../../packages/core/dist/node/files/write-file.js', import.meta.url);
let directory = '';
let path = '';

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'telltale-write-'));
  path = join(directory, 'model');
  writeFileSync(path, 'old');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** What lies in the directory: the file itself and what was left beside it. */
const files = () => readdirSync(directory);
const text = () => readFileSync(path, 'utf8');
const bytes = (content: string) => new TextEncoder().encode(content);

/** A process that writes 1 MB, says "half", and never finishes. */
async function startSlowWriter(prelude = '') {
  const code = `
    import { writeFileAtomically } from ${JSON.stringify(moduleUrl.href)};
    ${prelude}
    await writeFileAtomically(process.argv[1], (async function* () {
      yield new Uint8Array(1e6);
      process.stdout.write('half');
      await new Promise((resolve) => setTimeout(resolve, 600_000));
    })());`;
  const child = start(process.execPath, ['--input-type=module', '-e', code, path]);
  await once(child.stdout, 'data');
  return child;
}

describe('writeFileAtomically', () => {
  it('writes chunks one after the other, replaces and creates', async () => {
    await writeFileAtomically(path, [bytes('a'), bytes(''), bytes('bc')]);
    assert.equal(text(), 'abc');
    path = join(directory, 'other');
    await writeFileAtomically(path, []);
    assert.equal(text(), '');
    assert.deepEqual(files().sort(), ['model', 'other']);
  });

  it('keeps permissions and follows links', async () => {
    chmodSync(path, 0o600);
    const link = join(directory, 'link');
    symlinkSync(path, link);
    await writeFileAtomically(link, [bytes('new')]);
    assert.equal(text(), 'new');
    assert.equal(readFileSync(link, 'utf8'), 'new');
    if (process.platform !== 'win32') assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.deepEqual(files().sort(), ['link', 'model']);
  });

  it('does not replace what is read-only, whoever asks', async () => {
    chmodSync(path, 0o444);
    const refusal = {
      code: 'WRITE_FAILED',
      message: `Cannot write ${path}: it is read-only. Make it writable, or write elsewhere.`,
    };
    let isAsked = false;
    async function* chunks() {
      isAsked = true;
      yield bytes('new');
    }
    await assert.rejects(writeFileAtomically(path, chunks()), refusal);
    assert.equal(isAsked, false, 'nothing is made that cannot be written');
    assert.throws(() => checkOutput(path), refusal);
    assert.equal(text(), 'old');
    assert.deepEqual(files(), ['model']);
  });

  it('leaves the old file and nothing else when the chunks fail', async () => {
    const listeners = () => ['exit', 'SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => process.listenerCount(name));
    const before = listeners();
    async function* chunks() {
      yield bytes('new');
      assert.deepEqual(
        listeners(),
        before.map((n) => n + 1),
      );
      throw new Error('out of ideas');
    }
    await assert.rejects(writeFileAtomically(path, chunks()), {
      code: 'WRITE_FAILED',
      message: `Cannot write ${path}: out of ideas.`,
    });
    assert.equal(text(), 'old');
    assert.deepEqual(files(), ['model']);
    assert.deepEqual(listeners(), before);
  });

  it('leaves the old file and nothing else when it is aborted', async () => {
    const controller = new AbortController();
    async function* chunks() {
      yield bytes('new');
      controller.abort();
    }
    await assert.rejects(writeFileAtomically(path, chunks(), { signal: controller.signal }), { code: 'INTERRUPTED' });
    assert.equal(text(), 'old');
    assert.deepEqual(files(), ['model']);
  });

  it('leaves nothing where it cannot write', async () => {
    mkdirSync(join(directory, 'folder'));
    for (const place of ['missing/model', 'model/model', 'folder']) {
      await assert.rejects(writeFileAtomically(join(directory, place), [bytes('new')]), { code: 'WRITE_FAILED' });
    }
    assert.equal(text(), 'old');
    assert.deepEqual(files().sort(), ['folder', 'model']);
  });

  it('replaces no device', { skip: process.platform === 'win32' }, async () => {
    await assert.rejects(writeFileAtomically('/dev/null', [bytes('new')]), { message: /not a regular file/ });
    assert.ok(statSync('/dev/null').isCharacterDevice());
  });

  it('leaves the old file and nothing else when the space runs out', {
    skip: process.platform === 'win32',
  }, async () => {
    const code = `
      import { writeFileAtomically } from ${JSON.stringify(moduleUrl.href)};
      const error = await writeFileAtomically(process.argv[1], [new Uint8Array(1e7)]).catch((error) => error);
      process.exit(error.code === 'WRITE_FAILED' ? 7 : 8);`;
    // The largest file the process may make stands in for the size of a disk.
    const child = start('sh', [
      '-c',
      'ulimit -f 1000; exec "$0" --input-type=module -e "$1" "$2"',
      process.execPath,
      code,
      path,
    ]);
    assert.deepEqual(await once(child, 'exit'), [7, null]);
    assert.equal(text(), 'old');
    assert.deepEqual(files(), ['model']);
  });

  it('leaves the old file whole when it is killed', async () => {
    const child = await startSlowWriter();
    assert.equal(files().length, 2, 'a temporary file is being written');
    child.kill('SIGKILL');
    await once(child, 'exit');
    assert.equal(text(), 'old');
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`removes the temporary file on ${signal} and ends by it`, { skip: process.platform === 'win32' }, async () => {
      const child = await startSlowWriter();
      child.kill(signal);
      assert.deepEqual(await once(child, 'exit'), [null, signal]);
      assert.equal(text(), 'old');
      assert.deepEqual(files(), ['model']);
    });
  }

  it('leaves a signal to who else listens, and cleans up at exit', { skip: process.platform === 'win32' }, async () => {
    const child = await startSlowWriter("process.on('SIGINT', () => process.exit(42));");
    child.kill('SIGINT');
    assert.deepEqual(await once(child, 'exit'), [42, null]);
    assert.deepEqual(files(), ['model']);
  });
});
