// Compares the extraction of the present build with that of a revision, side by side.
//
//   npm run bench:compare -- REVISION [--rounds 5] [--texts FILE.jsonl]
//
// The revision is exported into a temporary directory and built there, with the packages that are installed here. Both
// builds take turns, a process each; what is compared is CPU time. A run during which others took the cores is marked, and
// ends with 1: then do it again when the machine is free.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { textsOfKinds } from './extraction/texts.mjs';
import { median, runJson, spread } from './harness/measure.mjs';

/** Of its wall time a process that has its core gets more than this as CPU time. */
const LEAST_SHARE = 0.9;
const WARM_UP_MILLISECONDS = 700;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, texts: { type: 'string' } },
});
const [revision] = positionals;
const rounds = Number(values.rounds);
if (positionals.length !== 1 || !(Number.isInteger(rounds) && rounds >= 1)) {
  console.error('Usage: npm run bench:compare -- REVISION [--rounds 5] [--texts FILE.jsonl]');
  process.exit(2);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const runner = fileURLToPath(new URL('extraction/kinds-runner.mjs', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'telltale-compare-'));
try {
  const dists = { [revision]: build(directory), present: join(root, 'packages/core/dist') };
  const texts = textsOfKinds();
  if (values.texts) Object.assign(texts, given(values.texts));
  const textsFile = join(directory, 'texts.json');
  writeFileSync(textsFile, JSON.stringify(texts));
  const measured = { [revision]: [], present: [] };
  for (let round = 0; round < rounds; round++) {
    for (const [name, dist] of Object.entries(dists)) {
      measured[name].push(runJson(process.execPath, [runner, dist, textsFile, WARM_UP_MILLISECONDS]));
    }
  }
  process.exitCode = print(Object.keys(texts), measured[revision], measured.present);
} finally {
  rmSync(directory, { recursive: true, force: true });
}

function build(directory) {
  const tree = join(directory, 'tree.tar');
  run('git', ['archive', '--output', tree, revision]);
  run('tar', ['-xf', tree, '-C', directory]);
  rmSync(tree);
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'), 'dir');
  run(process.execPath, ['scripts/build-wasm.mjs'], directory);
  // The library was one package with the command at first.
  const library = ['packages/core', '.'].find((name) => existsSync(join(directory, name, 'tsconfig.json')));
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', library], directory);
  // Revisions before them need neither.
  for (const script of ['scripts/build-jieba.mjs', 'scripts/build-opencc.mjs']) {
    if (existsSync(join(directory, script))) run(process.execPath, [script], directory);
  }
  return join(directory, library, 'dist');
}

function run(command, args, cwd = root) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? stderr + stdout}`);
}

/** Texts of a file, in Chinese where its name says so; else in English. */
function given(file) {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean).slice(0, 50);
  return { [`${/(^|\/)zh/.test(file) ? 'zh' : 'en'} ${file}`]: lines.map((line) => JSON.parse(line).text) };
}

/** @returns the exit code: 1 where others took the cores */
function print(kinds, before, now) {
  console.log(`CPU milliseconds a text, medians of ${rounds} rounds; * others took the cores\n`);
  console.log(`| texts | ${revision} | present | ratio | spread of ratios |\n| --- | --: | --: | --: | --: |`);
  let isDisturbed = false;
  for (const kind of kinds) {
    const cpuOf = (results) => results.map((result) => result[kind].cpu);
    const ratios = cpuOf(now).map((cpu, round) => cpu / before[round][kind].cpu);
    const share = median([...before, ...now].map((result) => result[kind].cpu / result[kind].wall));
    const mark = share < LEAST_SHARE ? ' *' : '';
    isDisturbed ||= mark !== '';
    const cells = [median(cpuOf(before)), median(cpuOf(now)), median(ratios)].map((value) => value.toFixed(3));
    console.log(`| ${kind}${mark} | ${cells.join(' | ')} | ${spread(ratios).toFixed(2)} |`);
  }
  if (isDisturbed) console.log('\nOthers took the cores during this run: do it again when the machine is free.');
  return isDisturbed ? 1 : 0;
}
