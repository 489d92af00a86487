import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { before, test } from 'node:test';
import { freePort, python, root, skipsAllowed, start, temporaryDirectory, until } from './support.js';

const directory = temporaryDirectory();
const page = readFileSync(join(root, 'docs/search-engines.md'), 'utf8');
const env = {
  ...process.env,
  PATH: `${directory}${delimiter}${process.env.PATH}`,
  PYTHONIOENCODING: 'utf-8',
  TELLTALE: root,
};

/** Blocks of a part of the page, in their order. */
function blocksOf(part: string): { kind: string; code: string }[] {
  const [, text] = new RegExp(`^## ${part}\n([^]*?)(?=^## |(?![^]))`, 'm').exec(page)!;
  return Array.from(text.matchAll(/^```(\w+)(?: no-run)?\n([\s\S]*?)^```$/gm), ([, kind, code]) => ({ kind, code }));
}

/** Runs the blocks of a part; a block of text is what the one before it prints. */
function check(part: string, programs: Record<string, (code: string) => string> = {}): void {
  let printed = '';
  let compared = 0;
  for (const { kind, code } of blocksOf(part)) {
    if (kind === 'text') {
      assert.equal(printed.trimEnd(), code.trimEnd());
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

/** Who runs what refuses to run as root: gives a folder to nobody, where the tests run as root. */
function notRoot(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const nobody = 65_534;
  for (const name of ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })])
    chownSync(join(folder, name), nobody, nobody);
  return { uid: nobody, gid: nobody };
}

before(() => {
  const command = join(directory, 'telltale');
  writeFileSync(
    command,
    `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'packages/telltale/bin/telltale.js')}" "$@"\n`,
  );
  chmodSync(command, 0o755);
  writeFileSync(join(directory, 'articles.jsonl'), /```jsonl\n([\s\S]*?)```/.exec(page)![1]);
});

// The engine and its module for HTTP, which .ci/run puts here; around them, what its distribution has.
const jars = join(root, '.opensearch');
const hasOpenSearch = existsSync(join(jars, 'lib')) && spawnSync('java', ['-version']).status === 0;

/** Starts OpenSearch in a folder, and gives its address. */
async function startOpenSearch(): Promise<string> {
  const home = temporaryDirectory();
  const port = await freePort();
  const module = join(home, 'modules/transport-netty4');
  cpSync(join(jars, 'lib'), join(home, 'lib'), { recursive: true });
  cpSync(join(jars, 'transport-netty4'), module, { recursive: true });
  for (const folder of ['config', 'logs', 'plugins', 'tmp']) mkdirSync(join(home, folder));
  const [, version] = /opensearch-([\d.]+)\.jar/.exec(readdirSync(join(jars, 'lib')).join('\n'))!;
  const descriptor = {
    name: 'transport-netty4',
    description: 'HTTP',
    version,
    'opensearch.version': version,
    'java.version': '11',
    classname: 'org.opensearch.transport.Netty4Plugin',
  };
  const lines = (of: object, sign: string) => Object.entries(of).map(([name, value]) => `${name}${sign}${value}\n`);
  writeFileSync(join(module, 'plugin-descriptor.properties'), lines(descriptor, '=').join(''));
  writeFileSync(join(module, 'plugin-security.policy'), 'grant { permission java.security.AllPermission; };\n');
  const settings = {
    'discovery.type': 'single-node',
    'network.host': '127.0.0.1',
    'http.port': port,
    'transport.port': await freePort(),
    'bootstrap.system_call_filter': false,
    'cluster.routing.allocation.disk.threshold_enabled': false,
  };
  writeFileSync(join(home, 'config/opensearch.yml'), lines(settings, ': ').join(''));
  writeFileSync(join(home, 'config/log4j2.properties'), 'rootLogger.level = warn\n');
  const user = notRoot(home);
  const properties = {
    'java.security.manager': 'allow',
    'java.io.tmpdir': join(home, 'tmp'),
    'opensearch.path.home': home,
    'opensearch.path.conf': join(home, 'config'),
  };
  const args = [
    '-Xmx512m',
    ...Object.entries(properties).map(([name, value]) => `-D${name}=${value}`),
    '-cp',
    join(home, 'lib/*'),
    'org.opensearch.bootstrap.OpenSearch',
  ];
  const engine = start('java', args, { ...user, cwd: home });
  let said = '';
  for (const stream of [engine.stdout, engine.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const address = `127.0.0.1:${port}`;
  await until('OpenSearch answers', async () => {
    assert.equal(engine.exitCode, null, said);
    return fetch(`http://${address}`).then(
      ({ ok }) => ok,
      () => false,
    );
  });
  return address;
}

test('the recipe for OpenSearch and Elasticsearch', {
  skip: !hasOpenSearch && skipsAllowed && 'no OpenSearch here',
}, async () => {
  const address = await startOpenSearch();
  check('OpenSearch and Elasticsearch', { sh: (code) => plain.sh(code.replaceAll('localhost:9200', address)) });
});

test('a bulk file has an action and a document in turn, and skips texts without keywords', () => {
  writeFileSync(join(directory, 'odd.jsonl'), '{"id":"a\\n\\"b","text":"太阳是一颗恒星"}\n{"id":"empty","text":""}\n');
  const line = 'telltale extract --io jsonl < odd.jsonl | node "$TELLTALE/examples/search/bulk.mjs"';
  const made = spawnSync('sh', ['-c', line], {
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
    [['update'], ['doc', 'doc_as_upsert']],
  );
  assert.equal(lines[0].update._id, 'a\n"b');
  assert.ok(lines[1].doc.keywords.includes('恒星'));
});

test('a bulk file keeps all fields of a record, also those that are named as what the command adds', () => {
  const own = { notice: 'cancelled', languageFound: 1, language: 'xx' };
  const record = { id: 1, ...own, text: 'arte moderna' };
  const line = 'telltale extract --io jsonl | node "$TELLTALE/examples/search/bulk.mjs"';
  for (const [given, kept] of [
    [record, own],
    [{ id: 1, text: 'arte moderna' }, { language: 'it' }],
  ]) {
    const { stdout } = spawnSync('sh', ['-c', line], {
      cwd: directory,
      encoding: 'utf8',
      env,
      input: JSON.stringify(given),
    });
    const { keywords, text: _, ...fields } = JSON.parse(stdout.split('\n')[1]).doc;
    assert.ok(keywords.length > 0);
    assert.deepEqual(fields, kept);
  }
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
  const user = notRoot(data);
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
    const psql = (input: string) => run('psql', [...database, '--quiet', '-At', '-v', 'ON_ERROR_STOP=1'], { input });
    check('PostgreSQL', { sql: psql });
  } finally {
    control('stop', '-m', 'immediate');
  }
});
