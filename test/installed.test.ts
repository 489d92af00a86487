import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { root, skipsAllowed, temporaryDirectory } from './support.js';

const hasCompiler = spawnSync('cc', ['--version']).status === 0;
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));

/** A directory where packages of ours are installed as they are published, and by links the named ones of others. */
function installation(own: readonly string[], others: readonly string[]): string {
  const directory = temporaryDirectory();
  for (const name of own) {
    const folder = join(root, 'packages', name);
    const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', directory];
    const packed = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', env });
    assert.equal(packed.status, 0, packed.stderr);
    const target = join(directory, 'node_modules', manifestOf(folder).name);
    mkdirSync(target, { recursive: true });
    const archive = join(directory, packed.stdout.trim());
    assert.equal(spawnSync('tar', ['xzf', archive, '--strip-components', '1', '-C', target]).status, 0);
  }
  for (const name of others) {
    const link = join(directory, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link);
  }
  return directory;
}

const manifestOf = (folder: string): { name: string; dependencies: Record<string, string> } =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

const dependenciesOf = (...names: string[]) => [
  ...new Set(names.flatMap((name) => Object.keys(manifestOf(join(root, 'packages', name)).dependencies))),
];

test('the packages as they are published extract, and build their native kernel', {
  skip: !hasCompiler && skipsAllowed && 'no C compiler here',
}, () => {
  const others = dependenciesOf('core', 'telltale').filter((name) => !name.startsWith('@telltale/'));
  const directory = installation(['core', 'telltale', 'model-zh'], others);
  const run = (...args: string[]) => {
    const main = join(directory, 'node_modules/telltale/bin/telltale.js');
    return spawnSync(process.execPath, [main, ...args], { cwd: directory, encoding: 'utf8', env });
  };
  const text = '太阳是一颗恒星。';
  const args = ['extract', text, '--format', 'json', '--method', 'likelihood'];
  assert.match(run(...args, '--kernel', 'native').stderr, /Run "telltale native build"/);
  const built = run('native', 'build');
  assert.equal(built.status, 0, built.stderr);
  const keywords = (kernel: string) => {
    const { stdout, stderr } = run(...args, '--kernel', kernel);
    assert.equal(stderr, '');
    return JSON.parse(stdout)[0].keywords.map(({ text }: { text: string }) => text);
  };
  assert.ok(keywords('native').length > 0);
  assert.deepEqual(keywords('native'), keywords('wasm'));

  writeFileSync(join(directory, 'a.html'), '<p>太阳是一颗恒星。</p>');
  writeFileSync(join(directory, 'b.md'), '# 太阳\n\n太阳是一颗恒星。\n');
  const read = run('extract', '--file', 'a.html', '--file', 'b.md', '--format', 'jsonl');
  const [page, notes] = read.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.match(page.error.message ?? page.error, /needs the package .*Run npm install/);
  assert.equal(notes.keywords[0].text, '太阳');

  const published = join(directory, 'node_modules/telltale');
  const readmes = readdirSync(published).filter((name) => /^README.*\.md$/.test(name));
  assert.equal(readmes.length, 2);
  for (const name of readmes) {
    const links = readFileSync(join(published, name), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g);
    for (const [, link] of links) assert.ok(existsSync(join(published, link)), `${name}: ${link}`);
  }
});

test('the core alone names the package to install', () => {
  const directory = installation(['core'], dependenciesOf('core'));
  const failure = (code: string) => {
    const program = `import * as core from '@telltale/core'; try { await (${code}); } catch (e) { console.log(e.code, e.message); }`;
    const args = ['--input-type', 'module', '--eval', program];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: directory, encoding: 'utf8', env });
    assert.equal(stderr, '');
    return stdout;
  };
  assert.match(failure("core.loadModel('zh')"), /^FILE_NOT_FOUND .*Run npm install @telltale\/model-zh\./);
  assert.match(failure("core.loadWordVectors('de')"), /^FILE_NOT_FOUND .*Run npm install @telltale\/vectors\./);
  assert.match(failure("core.languageOfText('Der Mond')"), /^PACKAGE_MISSING .*Run npm install eld\./);
  assert.match(
    failure("core.modelForText('auto', {}, 'de')('Der Mond')"),
    /^PACKAGE_MISSING .*Run npm install @telltale\/languages\./,
  );
  const manyIn = (lang: string) =>
    `(async () => { const pool = await core.ExtractionPool.open('auto', { threads: 1 }); for await (const { error } of
     pool.extractMany(['月球', 'Der Mond'], { lang: '${lang}' })) console.log(error.code, error.message); await pool.close(); })()`;
  assert.match(failure(manyIn('zh')), /^(FILE_NOT_FOUND .*Run npm install @telltale\/model-zh\.\n){2}$/);
  assert.match(failure(manyIn('de')), /^(PACKAGE_MISSING .*Run npm install @telltale\/languages\.\n){2}$/);
  // What the core has of OpenCC's package, which is not installed.
  const module = "await import('@telltale/core/internal/text/traditional.js')";
  assert.match(failure(`Promise.reject({ code: (${module}).toSimplified('太陽是一顆恆星') })`), /^太阳是一颗恒星 /);
  writeFileSync(join(directory, 'list.ttl'), '<a> <b> <c> .');
  assert.match(failure("core.readTagList('list.ttl')"), /^PACKAGE_MISSING .*Run npm install n3\./);
});

test('TypeScript without @types/node checks our types whole, as ES module, CommonJS and for a bundler', () => {
  const directory = installation(['core', 'telltale'], []);
  const imports = (name: string, from: string) => `import { ${name} } from '${from}'; export { ${name} };\n`;
  const modules = {
    'module.mts':
      imports('extractKeywords', 'telltale') +
      imports('TelltaleClient', 'telltale/client') +
      imports('readCorpus', '@telltale/core'),
    'required.cts': imports('loadModel', 'telltale') + imports('TelltaleClient', 'telltale/client'),
    'bundled.ts': imports('readCorpus', 'telltale'),
    'page.ts': imports('openWorker', '@telltale/core'),
  };
  for (const [name, code] of Object.entries(modules)) writeFileSync(join(directory, name), code);
  const shared = ['--ignoreConfig', '--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'es2022'];
  const bundler = ['--module', 'esnext', '--moduleResolution', 'bundler'];
  for (const args of [
    ['--module', 'nodenext', 'module.mts', 'required.cts'],
    ['--module', 'node16', 'module.mts', 'required.cts'],
    [...bundler, 'bundled.ts'],
    [...bundler, '--customConditions', 'browser', 'page.ts'],
  ]) {
    const tsc = join(root, 'node_modules/.bin/tsc');
    const { stdout } = spawnSync(tsc, [...shared, '--types', '', ...args], { cwd: directory, encoding: 'utf8' });
    assert.equal(stdout, '', args.join(' '));
  }
});
