import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from './cli/command.js';
import { root, temporaryDirectory } from './support.js';

const docs = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));

for (const name of ['concepts.md', 'better-results.md', 'own-model.md']) {
  test(`docs/${name}: its commands, in turn, run and print what it shows`, () => {
    const directory = temporaryDirectory();
    writeFileSync(
      join(directory, 'telltale'),
      `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'packages/telltale/dist/cli/main.js')}" "$@"\n`,
      { mode: 0o755 },
    );
    const env = { ...process.env, PATH: `${directory}:${process.env.PATH}` };
    const text = readFileSync(join(root, 'docs', name), 'utf8');
    const blocks = Array.from(text.matchAll(/```sh\n([\s\S]*?)```(?:\n\n```text\n([\s\S]*?)```)?/g));
    assert.ok(blocks.length > 0);
    for (const [, commands, shown] of blocks) {
      const { status, stdout, stderr } = spawnSync('sh', ['-ec', commands], { cwd: directory, env, encoding: 'utf8' });
      assert.equal(status, 0, `${commands}${stderr}`);
      if (shown !== undefined) assert.equal(stdout, shown, commands);
    }
  });
}

test('every command in a document exists, and so do its options', () => {
  const helps = new Map<string, string>();
  let flags = 0;
  for (const name of docs) {
    const text = readFileSync(join(root, 'docs', name), 'utf8');
    // Options in quotes are those of a text; those after | or ; of another command.
    for (const [, command, line] of text.matchAll(
      /\btelltale ([a-z-]+)(?=[ `])((?:"[^"]*"|'[^'\n]*'|[^|;`'"#\n])*)/g,
    )) {
      if (!/ --?[a-z]/.test(line)) continue;
      if (!helps.has(command)) {
        const { status, stdout } = run([command, '--help']);
        assert.equal(status, 0, `docs/${name}: telltale ${command}`);
        helps.set(command, stdout);
      }
      for (const [, flag] of line.replaceAll(/"[^"]*"|'[^']*'/g, '').matchAll(/(?<= )(--[a-z-]+)/g)) {
        flags++;
        assert.ok(helps.get(command)!.includes(flag), `docs/${name}: telltale ${command} has no ${flag}`);
      }
    }
  }
  assert.ok(flags > 60, String(flags));
});
