import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { blocksOf } from '../run-documents.js';
import { root, skipsAllowed, temporaryDirectory } from '../support.js';

/** The environment that .ci/run makes: pytest, pandas, scikit-learn and nbclient. */
const complete = join(root, '.venv-python/bin/python');
const hasAll = spawnSync(complete, ['-c', 'import pytest, pandas, sklearn, nbclient, ipykernel']).status === 0;
const python = '/usr/bin/python3';
const canBuild = spawnSync(python, ['-c', 'import tomllib, venv, ensurepip']).status === 0;

function run(command: string, ...args: string[]) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8', env });
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`.slice(-8000));
  return stdout;
}

test('the options of the Python package are those of the program', () => {
  run(process.execPath, 'python/options.mjs', '--check');
});

test('the wheel installs into an empty environment, gives keywords, and passes its tests', {
  skip: skipsAllowed && !(canBuild && hasAll) && 'no Python 3.11 here, or no pytest, pandas, scikit-learn and nbclient',
}, () => {
  const directory = temporaryDirectory();
  const script = "import sys; sys.path.insert(0, 'python'); import build_wheel; build_wheel.build_wheel(sys.argv[1])";
  run(python, '-c', script, directory);
  const wheel = join(directory, readdirSync(directory).find((name) => name.endsWith('.whl'))!);
  run(python, '-m', 'venv', join(directory, 'empty'));
  const inEmpty = join(directory, 'empty/bin/python');
  run(inEmpty, '-m', 'pip', 'install', '-q', '--no-index', wheel);
  const [{ code }] = blocksOf('python/README.md');
  // Its last line, an expression, printed as a notebook does.
  const lines = code.trim().split('\n');
  const program = [...lines.slice(0, -1), `print(${lines.at(-1)}[0].keyword)`].join('\n');
  assert.equal(run(inEmpty, '-c', program), '太阳\n');
  run(complete, '-m', 'pip', 'install', '-q', '--no-index', '--no-deps', '--force-reinstall', wheel);
  run(complete, '-m', 'pytest', '-q', '-p', 'no:cacheprovider', 'python/tests');
});

test('the code of docs/python.md runs', { skip: skipsAllowed && !hasAll && 'no pandas and scikit-learn here' }, () => {
  const code = blocksOf('docs/python.md')
    .filter(({ language }) => language === 'python')
    .map((block) => block.code)
    .join('');
  assert.match(code, /await telltale/);
  // As it is pasted; await is as in a notebook.
  const program = `import ast, asyncio, inspect, sys
sys.path.insert(0, 'python')
names = {}
done = eval(compile(sys.argv[1], 'python.md', 'exec', ast.PyCF_ALLOW_TOP_LEVEL_AWAIT), names)
if inspect.iscoroutine(done): asyncio.run(done)
print(names['telltale'].extract_keywords('太阳是一颗恒星', top_n=3)[0])`;
  const main = join(root, 'packages/telltale/bin/telltale.js');
  const env = { ...process.env, TELLTALE_PROGRAM: main, PYTHONIOENCODING: 'utf-8' };
  const { status, stdout, stderr } = spawnSync(complete, ['-c', program, code], { cwd: root, encoding: 'utf8', env });
  assert.equal(status, 0, stderr);
  const [, shown] = /# \[(Keyword\(.*?\)), …\]/.exec(code)!;
  assert.equal(stdout.trim(), shown);
});

const hasTools = spawnSync(complete, ['-c', 'import mypy, ruff']).status === 0;

test('the Python is typed, has no lint and is formatted', {
  skip: skipsAllowed && !hasTools && 'no mypy and ruff here',
}, () => {
  run(
    complete,
    '-m',
    'mypy',
    '--config-file',
    'python/pyproject.toml',
    '--cache-dir',
    temporaryDirectory(),
    'python/telltale',
  );
  run(complete, '-m', 'ruff', 'check', '--no-cache', 'python');
  run(complete, '-m', 'ruff', 'format', '--no-cache', '--check', 'python');
});
