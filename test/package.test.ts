import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, temporaryDirectory } from './support.js';

/** The packages that are imported. */
const names = ['core', 'telltale'];

/** Runs a tool of node_modules in a package, as if from a shell of its own and not from within npm. */
function run(name: string, tool: string, ...args: string[]) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  const shell = process.platform === 'win32';
  return spawnSync(join(root, 'node_modules', '.bin', tool), args, {
    cwd: join(root, 'packages', name),
    encoding: 'utf8',
    shell,
    env,
  });
}

for (const name of names) {
  test(`${name}: publint finds nothing`, () => {
    const { status, stdout } = run(name, 'publint', '--strict');
    assert.equal(status, 0, stdout);
  });

  test(`${name}: types resolve for every kind of importer, CommonJS too`, () => {
    // A worker is an ES module alone.
    const args = name === 'core' ? ['--exclude-entrypoints', 'worker'] : [];
    const { status, stdout } = run(name, 'attw', '--pack', '.', '--profile', 'node16', ...args);
    assert.equal(status, 0, stdout);
  });
}

test('TypeScript compiles a CommonJS module that requires the packages, and it runs', () => {
  const folder = temporaryDirectory();
  mkdirSync(join(folder, 'node_modules/@telltale'), { recursive: true });
  symlinkSync(join(root, 'packages/core'), join(folder, 'node_modules/@telltale/core'));
  symlinkSync(join(root, 'packages/telltale'), join(folder, 'node_modules/telltale'));
  writeFileSync(
    join(folder, 'required.cts'),
    `import telltale = require('telltale');
    import type { TextModel } from '@telltale/core';
    import { extractKeywords, type Keyword, KeywordError, loadModel } from 'telltale';
    import { TelltaleClient } from 'telltale/client';
    async function main(): Promise<string[]> {
      const model: TextModel = await loadModel('zh');
      const found: Keyword[] = extractKeywords(model, '太阳是一颗恒星。', { topN: 1 });
      const failure: KeywordError = new KeywordError('INVALID_TEXT', 'nothing');
      if (!(failure instanceof telltale.KeywordError)) throw new TelltaleClient('http://127.0.0.1');
      return found.map(({ text }) => text);
    }
    void main().then(console.log);`,
  );
  const options = [
    '--ignoreConfig',
    '--module',
    'node16',
    '--target',
    'es2022',
    '--strict',
    '--types',
    'node',
    '--typeRoots',
  ];
  const args = [...options, join(root, 'node_modules/@types'), join(folder, 'required.cts')];
  const compiled = run('core', 'tsc', ...args);
  assert.equal(compiled.status, 0, compiled.stdout);
  const { stdout } = spawnSync(process.execPath, [join(folder, 'required.cjs')], { encoding: 'utf8' });
  assert.equal(stdout.trim(), "[ '太阳' ]");
});

const manifest = (folder: string) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));

test('no package installs by script, and the segmenter is pinned', () => {
  const folders = ['.', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`)];
  for (const folder of folders) {
    const { scripts = {} } = manifest(folder);
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) assert.equal(scripts[name], undefined);
  }
  // Another version may cut otherwise, and the embedded models name the one they were trained with.
  assert.match(manifest('.').devDependencies['@node-rs/jieba'], /^\d/);
});

test('no package is packed unbuilt, nor published without the addresses of its repository', () => {
  const check = join(root, 'scripts/check-release.mjs');
  const said = (folder: string, ...args: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, [check, ...args], { cwd: folder, encoding: 'utf8' });
    return [status, stderr] as const;
  };
  for (const folder of readdirSync(join(root, 'packages')).map((name) => `packages/${name}`)) {
    const { name, scripts, repository } = manifest(folder);
    assert.equal(scripts.prepack, 'node ../../scripts/check-release.mjs');
    assert.equal(scripts.prepublishOnly, `${scripts.prepack} --publish`);
    assert.deepEqual(said(join(root, folder)), [0, '']);
    if (repository) continue;
    const [status, message] = said(join(root, folder), '--publish');
    assert.equal(status, 1);
    assert.match(message, new RegExp(`^${name} has no repository, homepage, bugs\\. .*docs/release\\.md, step 4`));
  }
  const folder = temporaryDirectory();
  const write = (given: object) =>
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'it', ...given }));
  write({ exports: { '.': { types: './a.d.ts', default: './a.js' } }, bin: 'b.js' });
  assert.deepEqual(said(folder), [1, 'it is not built: ./a.d.ts, ./a.js, b.js missing. Run npm run build first.\n']);
  write({ repository: 'r', homepage: 'h', bugs: 'b' });
  assert.deepEqual(said(folder, '--publish'), [0, '']);
});

test('the command takes the core of its own version, whose inside it uses', () => {
  const { version } = manifest('packages/core');
  assert.equal(manifest('packages/telltale').version, version);
  assert.equal(manifest('packages/telltale').dependencies['@telltale/core'], version);
});

test('the core publishes the data that it reads, and not what only the build needs', () => {
  const shell = process.platform === 'win32';
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const { stdout } = spawnSync('npm', args, { cwd: join(root, 'packages/core'), encoding: 'utf8', shell });
  const paths: string[] = JSON.parse(stdout)[0].files.map(({ path }: { path: string }) => path);
  const data = paths.filter((path) => /^data\/|\.(bin|gz)$/.test(path));
  assert.deepEqual(data.sort(), [
    'data/en-tagger.bin.gz',
    'data/en-tagger.md',
    'data/en-terms.bin',
    'data/zh-states.bin.gz',
    'data/zh-states.md',
    'data/zh-tagger.bin.gz',
    'data/zh-tagger.md',
    'data/zh-terms.bin',
    'dist/jieba.bin',
    'dist/zh-dictionary.txt.gz',
  ]);
});

test('the lock files name no host', () => {
  // A package of the workspace is a link to its folder.
  assert.doesNotMatch(readFileSync(join(root, 'package-lock.json'), 'utf8'), /"resolved": "(?!packages\/|encoders\/)/);
  assert.doesNotMatch(readFileSync(join(root, 'site/package-lock.json'), 'utf8'), /"resolved"/);
});

test('the core stays small, no dependency refuses the oldest Node.js, and the source has no cycles', () => {
  const { scripts } = manifest('.');
  const { status, stdout, stderr } = spawnSync(scripts.house, { cwd: root, encoding: 'utf8', shell: true });
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^Packages that refuse Node.js 20: 0$/m);
  const [, packages, megabytes] = /^\| @telltale\/core \| (\d+) \| (\d+\.\d+) \|$/m.exec(stdout)!;
  assert.ok(Number(packages) <= 25 && Number(megabytes) <= 30, `${packages} packages, ${megabytes} MB`);
  const said = `${packages} packages, ${Math.round(Number(megabytes))} MB`;
  assert.ok(
    readFileSync(join(root, 'README.md'), 'utf8').includes(`(${said})`),
    `README.md has another number than ${said}`,
  );
  assert.doesNotMatch(stdout, /^cycle:/m);
  // Chains of imports, of types too: of the files inside a folder, of the folders inside a room.
  const rooms = Array.from(stdout.matchAll(/^\| core ((?:formats|node)\S*) \|.*\| (\d+) \| \d+ \|$/gm));
  assert.ok(rooms.length > 10, stdout);
  for (const [, room, floors] of rooms) assert.ok(Number(floors) <= 6, `${room}: ${floors}`);
});

test('the bill of materials has every dependency with its version and licence', () => {
  const { scripts } = manifest('.');
  const dependencies = { ...manifest('packages/core').dependencies, ...manifest('packages/telltale').dependencies };
  const { status, stdout, stderr } = spawnSync(scripts.sbom, {
    cwd: root,
    encoding: 'utf8',
    shell: true,
    maxBuffer: 2 ** 28,
  });
  assert.equal(status, 0, stderr);
  const { bomFormat, metadata, components } = JSON.parse(stdout);
  assert.deepEqual([bomFormat, metadata.component.name], ['CycloneDX', 'telltale']);
  const names = new Map<string, { version: string; licenses?: unknown[] }>(
    components.map((component: { group?: string; name: string; version: string }) => [component.name, component]),
  );
  for (const name of Object.keys(dependencies)) {
    assert.match(names.get(name)?.version ?? '', /^\d/, name);
    assert.ok(names.get(name)!.licenses?.length, name);
  }
  // What the build puts into the package's own files.
  for (const [folder, least] of [
    ['telltale/dist/browser', 6],
    ['telltale/dist/web', 6],
    ['core/dist', 2],
  ] as const) {
    const licences = readFileSync(join(root, 'packages', folder, 'LICENSES.md'), 'utf8');
    const bundled = Array.from(licences.matchAll(/^## (\S+) - (\S+) /gm), ([, name, version]) => [name, version]);
    assert.ok(bundled.length >= least, licences.slice(0, 1000));
    for (const [name, version] of bundled) assert.equal(names.get(name)?.version, version, name);
  }
  assert.ok(names.has('preact'));
  // What only develops the package is no part of it.
  assert.ok(!names.has('typescript'));
});
