import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { before, test } from 'node:test';
import { python, root, skipsAllowed, temporaryDirectory } from './support.js';

const directory = temporaryDirectory();
const page = readFileSync(join(root, 'docs/search-engines.md'), 'utf8');
const env = { ...process.env, PATH: `${directory}${delimiter}${process.env.PATH}`, PYTHONIOENCODING: 'utf-8' };

/** Blocks of a part of the page, in their order. */
function blocksOf(part: string): { kind: string; code: string }[] {
  const [, text] = new RegExp(`^## ${part}\n([^]*?)(?=^## |(?![^]))`, 'm').exec(page)!;
  return Array.from(text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm), ([, kind, code]) => ({ kind, code }));
}

/** Runs the blocks of a part; a block of text is what the one before it prints. */
function check(part: string, programs: Record<string, (code: string) => string> = {}): void {
  let printed = '';
  let compared = 0;
  for (const { kind, code } of blocksOf(part)) {
    if (kind === 'text') {
      assert.equal(printed, code);
      compared++;
    } else printed = (programs[kind] ?? plain[kind])(code);
  }
  assert.ok(compared > 0);
}

function run(program: string, args: string[], options: object = {}): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: directory, encoding: 'utf8', env, ...options });
  assert.equal(status, 0, stderr);
  return stdout;
}

const plain: Record<string, (code: string) => string> = {
  sh: (code) => run('sh', ['-e', '-c', code]),
  python: (code) => run(python, ['-c', code]),
};

before(() => {
  const command = join(directory, 'telltale');
  writeFileSync(
    command,
    `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'packages/telltale/bin/telltale.js')}" "$@"\n`,
  );
  chmodSync(command, 0o755);
  writeFileSync(join(directory, 'articles.jsonl'), /```jsonl\n([\s\S]*?)```/.exec(page)![1]);
  copyFileSync(join(root, 'examples/search/bulk.mjs'), join(directory, 'bulk.mjs'));
});

test('the recipe for OpenSearch and Elasticsearch', () => {
  check('OpenSearch and Elasticsearch');
});

test('a bulk file has an action and a document in turn, and skips texts without keywords', () => {
  writeFileSync(join(directory, 'odd.jsonl'), '{"id":"a\\n\\"b","text":"太阳是一颗恒星"}\n{"id":"empty","text":""}\n');
  const made = spawnSync('sh', ['-c', 'telltale extract --file odd.jsonl --format jsonl | node bulk.mjs'], {
    cwd: directory,
    encoding: 'utf8',
    env,
  });
  assert.ok(made.stdout.endsWith('\n'));
  const lines = made.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    lines.map((line) => Object.keys(line)),
    [['update'], ['doc']],
  );
  assert.equal(lines[0].update._id, 'a\n"b');
  assert.ok(lines[1].doc.keywords.includes('恒星'));
});

test('the recipe for SQLite', () => {
  check('SQLite');
});

const hasDuckdb = spawnSync(python, ['-c', 'import duckdb']).status === 0;

test('the recipe for DuckDB', { skip: !hasDuckdb && skipsAllowed && 'no DuckDB here' }, () => {
  check('DuckDB');
});

const binaries = spawnSync('sh', ['-c', 'ls -d /usr/lib/postgresql/*/bin | tail -1'], {
  encoding: 'utf8',
}).stdout.trim();

test('the recipe for PostgreSQL', { skip: !binaries && skipsAllowed && 'no PostgreSQL here' }, () => {
  const data = temporaryDirectory();
  // The server refuses to run as root.
  const nobody = 65_534;
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(data, nobody, nobody);
  const user = isRoot ? { uid: nobody, gid: nobody } : {};
  const cluster = join(data, 'cluster');
  const options = { ...user, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] };
  run(
    join(binaries, 'initdb'),
    ['--no-sync', '--auth=trust', '--encoding=UTF8', '--username=test', '-D', cluster],
    options,
  );
  // On no port, for any may be taken: on a socket in the folder of the test.
  const settings = `-c listen_addresses= -c unix_socket_directories=${data} -c fsync=off`;
  const control = (...args: string[]) =>
    run(join(binaries, 'pg_ctl'), ['-D', cluster, '-w', '-t', '300', ...args], { ...options, stdio: 'ignore' });
  control('start', '-l', join(data, 'log'), '-o', settings);
  try {
    const database = ['-h', data, '-U', 'test', '-d', 'postgres', '--no-psqlrc'];
    const psql = (input: string) =>
      run('psql', [...database, '--quiet', '--tuples-only', '--no-align', '-v', 'ON_ERROR_STOP=1'], { input });
    check('PostgreSQL', { sql: psql });
  } finally {
    control('stop', '-m', 'immediate');
  }
});
