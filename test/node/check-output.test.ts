import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkOutput, checkSpace } from '../../packages/core/dist/node/files/check-output.js';
import { claimOutput } from '../../packages/core/dist/node/files/claim-output.js';
import { sweepLeftovers, temporaryBeside } from '../../packages/core/dist/node/files/temporary-files.js';
import { writeFileAtomically } from '../../packages/core/dist/node/files/write-file.js';
import { main, run, runProcess } from '../cli/command.js';
import { fixture, temporaryDirectory } from '../support.js';

const directory = temporaryDirectory();

test('an output that cannot be written is refused with the reason', () => {
  const folder = join(directory, 'folder');
  mkdirSync(folder);
  writeFileSync(join(directory, 'file'), 'x');
  const refused = (path: string, message: RegExp) =>
    assert.throws(() => checkOutput(path), { code: 'WRITE_FAILED', message });
  refused(folder, /it is a folder\. Name a file in it/);
  refused(`${join(directory, 'new')}/`, /it is a folder/);
  refused(join(directory, 'typo', 'm.safetensors'), /there is no folder .*typo\. Create it first/);
  refused(join(directory, 'file', 'm.safetensors'), /file is not a folder/);
  refused(join(folder, 'x'.repeat(250)), /ENAMETOOLONG/);
  refused('-', /nothing is written to standard output here/);
  if (process.platform !== 'win32') {
    refused('/dev/null', /not a regular file/);
    // Its standard output is a pipe.
    assert.match(
      runProcess(['convert', 'zh', '/dev/stdout']).stderr,
      /Cannot write \/dev\/stdout: .*not a regular file/,
    );
  }
  // Even root cannot make files there.
  if (process.platform === 'linux') refused('/proc/self/m.safetensors', /ENOENT|EACCES|EPERM/);
  checkOutput(join(folder, 'm.safetensors'));
  checkOutput(join(directory, 'file'));
  assert.deepEqual(readdirSync(folder), [], 'nothing is left');
});

test('an output larger than the space that is left is refused with both numbers', () => {
  const path = join(directory, 'large');
  const needed = { code: 'WRITE_FAILED', message: /it needs about [\d,]+ MB, and .* has [\d,]+ MB left\. Free space/ };
  assert.throws(() => checkSpace(path, 2 ** 62), needed);
  assert.throws(() => checkOutput(path, 2 ** 62), needed);
  checkSpace(path, 1);
});

test('every command that writes checks its output before it reads its input', () => {
  // The inputs do not exist either, or are no model: the output is what the message is about.
  const missing = join(directory, 'missing');
  const output = join(directory, 'typo', 'out');
  for (const args of [
    ['train', missing, '-o', `${output}.safetensors`],
    ['train', missing, '--estimator', 'cooccurrence', '-o', `${output}.safetensors`],
    ['train-shard', missing, '--model', missing, '-o', `${output}.safetensors`],
    ['average', missing, '--model', missing, '-o', `${output}.safetensors`],
    ['count', missing, '-o', `${output}.counts`],
    ['merge', missing, '-o', `${output}.counts`],
    ['convert', missing, `${output}.txt`],
    ['extract', '--file', missing, '-o', `${output}.jsonl`],
    ['explain', '--file', missing, '-o', `${output}.html`],
    ['evaluate', missing, '--write-halves', `${output}.jsonl`],
  ]) {
    const { status, stderr } = run(args);
    assert.match(stderr, /Cannot write .*typo.*: there is no folder .*typo\. Create it first/, args.join(' '));
    assert.equal(status, 2, args.join(' '));
  }
});

test('no space for the model is found out before the first epoch', () => {
  const corpus = join(directory, 'corpus.txt');
  writeFileSync(corpus, 'a b c d\n'.repeat(1000));
  const output = join(directory, 'space.safetensors');
  const full = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
    fs.statfsSync = () => ({ bavail: 1, bsize: 1000 }); syncBuiltinESMExports();`;
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(full)}`];
  const train = (...flags: string[]) => {
    const options = ['--tokenizer', 'whitespace', '--dim', '64', '--progress', 'json', ...flags];
    return spawnSync(process.execPath, [...preload, main, 'train', corpus, '-o', output, ...options], {
      encoding: 'utf8',
    });
  };
  for (const flags of [[], ['--checkpoint-every', 'never'], ['--storage', 'int8']]) {
    const { status, stderr } = train(...flags);
    assert.match(
      stderr,
      /Cannot write .*space\.safetensors: it needs about \d+ kB, and .* has 1 kB left/,
      flags.join(' '),
    );
    assert.doesNotMatch(stderr, /"type":"(epoch|memory)"/);
    assert.equal(status, 2);
  }
});

const fullDevice = existsSync('/dev/full') ? false : 'there is no /dev/full';
test('standard output that is full is an error that is told', { skip: fullDevice }, () => {
  for (const args of [
    ['extract', '太阳是恒星'],
    ['explain', '太阳是恒星', '--format', 'json'],
    ['inspect', 'zh'],
    ['help'],
    ['extract', '--io', 'jsonl'],
  ]) {
    const stdout = openSync('/dev/full', 'w');
    const input = '{"text":"太阳是恒星"}\n';
    const { status, stderr } = spawnSync(process.execPath, [main, ...args], {
      input,
      encoding: 'utf8',
      stdio: ['pipe', stdout, 'pipe'],
    });
    closeSync(stdout);
    assert.deepEqual(
      [status, stderr],
      [2, 'telltale: Cannot write to standard output: ENOSPC: no space left on device, write.\n'],
    );
  }
});

test('a model that has no room in the end is written elsewhere, not lost', () => {
  const corpus = join(directory, 'fills.txt');
  writeFileSync(corpus, 'a b c d\n'.repeat(1000));
  const place = join(directory, 'fills');
  mkdirSync(place);
  const output = join(place, 'm.safetensors');
  // Full as soon as the first epoch is done.
  const fills = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
    let isFull = false;
    const write = process.stderr.write;
    process.stderr.write = function (text) { isFull ||= text.includes('"type":"epoch"'); return write.apply(this, arguments); };
    const { statfsSync } = fs;
    fs.statfsSync = (path) => isFull && path === ${JSON.stringify(place)} ? { bavail: 0, bsize: 1000 } : statfsSync(path);
    syncBuiltinESMExports();`;
  const temporary = join(directory, 'temporary');
  mkdirSync(temporary);
  const options = ['--tokenizer', 'whitespace', '--progress', 'json', '--checkpoint-every', 'never'];
  for (const more of [
    ['--epochs', '1', '--subsample', '0'],
    ['--estimator', 'cooccurrence'],
  ]) {
    const isCounted = more[0] === '--estimator';
    const args = ['train', corpus, '-o', output, ...(isCounted ? options.slice(0, 4) : options), ...more];
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,${encodeURIComponent(isCounted ? fills.replace('= false', '= true') : fills)}`,
        main,
        ...args,
      ],
      { encoding: 'utf8', env: { ...process.env, TMPDIR: temporary } },
    );
    const [, elsewhere] =
      /has 0 kB left\. .* The model is in (\S+) instead: move it\./.exec(stderr) ?? assert.fail(stderr);
    assert.equal(status, 2);
    assert.ok(elsewhere.startsWith(temporary), elsewhere);
    assert.deepEqual(readdirSync(place), []);
    assert.equal(run(['inspect', elsewhere]).status, 0);
  }
});

test('the next writer of the same file removes what killed ones left, and nothing else', () => {
  const place = join(directory, 'sweep');
  mkdirSync(place);
  const target = join(place, 'm.safetensors');
  const own = temporaryBeside(target);
  const [, here] = /\.([0-9a-f]{8})[0-9a-f]{20}\.tmp$/.exec(own)!;
  const ended = spawnSync(process.execPath, ['-e', '']).pid.toString(16).padStart(8, '0');
  const living = process.ppid.toString(16).padStart(8, '0');
  const dead = `.m.safetensors.${here}${ended}0123456789ab.tmp`;
  const old = ['.m.safetensors.0123456789ab.tmp', `.m.safetensors.00000000${ended}0123456789ab.tmp`];
  const kept = [
    own.slice(place.length + 1),
    `.m.safetensors.${here}${living}0123456789ab.tmp`,
    '.m.safetensors.fedcba987654.tmp',
    `.other.safetensors.${here}${ended}0123456789ab.tmp`,
    '.m.safetensors.notes.tmp',
    'm.safetensors',
  ];
  for (const name of [dead, ...old, ...kept]) writeFileSync(join(place, name), '');
  const twoDaysAgo = Date.now() / 1000 - 48 * 3600;
  for (const name of old) utimesSync(join(place, name), twoDaysAgo, twoDaysAgo);
  utimesSync(join(place, kept[1]), twoDaysAgo, twoDaysAgo);
  sweepLeftovers(target);
  assert.deepEqual(readdirSync(place).sort(), kept.sort());
});

test('what convert leaves when it is killed is gone after the next convert to the same file', () => {
  const place = join(directory, 'killed');
  mkdirSync(place);
  const target = join(place, 'vectors.txt');
  const code = `
    const { temporaryBeside } = await import(${JSON.stringify(new URL('../../packages/core/dist/node/files/temporary-files.js', import.meta.url).href)});
    (await import('node:fs')).writeFileSync(temporaryBeside(process.argv[1]), 'half');
    process.kill(process.pid, 'SIGKILL');`;
  spawnSync(process.execPath, ['--input-type=module', '-e', code, target]);
  assert.equal(readdirSync(place).length, 1);
  const { status, stderr } = run(['convert', fixture('gensim', 'new-p4.model'), target]);
  assert.equal(status, 0, stderr);
  assert.deepEqual(readdirSync(place), ['vectors.txt']);
});

test('a file that is claimed is free for others when it is given free, and when its process is gone', async () => {
  const folder = join(directory, 'claimed');
  mkdirSync(folder);
  const path = join(folder, 'm.checkpoint');
  const release = claimOutput(path);
  assert.throws(() => claimOutput(path), {
    code: 'WRITE_FAILED',
    message: `Cannot write ${path}: process ${process.pid} is writing it. Wait until it has finished, or write elsewhere.`,
  });
  claimOutput(join(folder, 'other.checkpoint'))();
  release();
  assert.deepEqual(readdirSync(folder), []);
  const url = new URL('../../packages/core/dist/node/files/claim-output.js', import.meta.url).href;
  const claim = `import { claimOutput } from ${JSON.stringify(url)}; claimOutput(process.argv[1]);`;
  const other = (more: string) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', claim + more, path], { encoding: 'utf8' });
  other("process.kill(process.pid, 'SIGKILL');");
  assert.equal(readdirSync(folder).length, process.platform === 'win32' ? 0 : 1);
  const again = claimOutput(path);
  assert.match(other('').stderr, /is writing it/);
  again();
  assert.equal(other('').status, 0, 'one that ends takes its claim with it');
  assert.deepEqual(readdirSync(folder), []);
});

test('a process that has ended and that nobody has asked about counts as gone', {
  skip: !existsSync('/proc/self/stat'),
}, () => {
  const folder = join(directory, 'zombie');
  mkdirSync(folder);
  const path = join(folder, 'm');
  const url = new URL('../../packages/core/dist/node/files/temporary-files.js', import.meta.url).href;
  const leave = `import { temporaryBeside } from ${JSON.stringify(url)};
    import { writeFileSync } from 'node:fs';
    writeFileSync(temporaryBeside(process.argv[1]), '');`;
  // The shell becomes a program that asks about no child, and stays while this one looks.
  const shell = spawn('/bin/sh', [
    '-c',
    '"$@" & exec sleep 60',
    'sh',
    process.execPath,
    '--input-type=module',
    '-e',
    leave,
    path,
  ]);
  try {
    const deadline = Date.now() + 30_000;
    while (readdirSync(folder).length === 0) assert.ok(Date.now() < deadline);
    while (sweepLeftovers(path).length > 0) assert.ok(Date.now() < deadline, 'still taken for alive');
    assert.deepEqual(readdirSync(folder), []);
  } finally {
    shell.kill('SIGKILL');
  }
});

test('what a link leads to is written though it is not there yet', { skip: process.platform === 'win32' }, async () => {
  const [folder, large] = [join(directory, 'links'), join(directory, 'large-disk')];
  mkdirSync(folder);
  mkdirSync(large);
  symlinkSync('../large-disk/m', join(folder, 'second'));
  symlinkSync('second', join(folder, 'm'));
  checkOutput(join(folder, 'm'));
  await writeFileAtomically(join(folder, 'm'), [Buffer.from('x')]);
  assert.deepEqual([readdirSync(folder), readdirSync(large)], [['m', 'second'], ['m']]);
  assert.ok(lstatSync(join(folder, 'm')).isSymbolicLink());
  symlinkSync('gone/m', join(folder, 'lost'));
  assert.throws(() => checkOutput(join(folder, 'lost')), /there is no folder .*gone\. Create it first/);
});
