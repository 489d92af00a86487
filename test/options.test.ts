import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Command } from 'commander';
import { resolveOptions } from '../packages/core/dist/check-options.js';
import * as groups from '../packages/core/dist/options.js';
import { addFlags, flagsOf } from '../packages/telltale/dist/cli/flags.js';
import { inFlags } from '../packages/telltale/dist/cli/in-flags.js';
import { root } from './support.js';

const optionGroups = Object.entries(groups) as [string, Record<string, groups.OptionRow>][];

test('every option has the name its flag gives it on the command line', () => {
  assert.ok(optionGroups.length >= 7);
  for (const [group, rows] of optionGroups) {
    const command = addFlags(new Command(), rows);
    assert.deepEqual(
      command.options.map((option) => option.attributeName()),
      Object.keys(rows),
      group,
    );
  }
});

test('the library says the names of options, and the command their flags', () => {
  assert.equal(
    inFlags('There is no "a \\" `topN`"; raise `maxText`.'),
    'There is no "a \\" `topN`"; raise --max-text.',
  );
  assert.equal(
    inFlags('Raise `maxText`; see `nothing`, or set `topN` 5.'),
    'Raise --max-text; see `nothing`, or set --top-n 5.',
  );
  const flags = new Set(
    optionGroups.flatMap(([, rows]) => Object.values(rows).flatMap(({ flag }) => flag.split(', '))),
  );
  const source = join(root, 'packages/core/src');
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.startsWith('options')) continue;
    const code = readFileSync(join(source, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/ .*/g, '');
    // A whole command is one, whoever reads it.
    const said = code.replaceAll(/\b(?:telltale|train) [^.`']*/g, '').matchAll(/(?<![\w-])--[a-z][a-z-]+/g);
    for (const [flag] of said) assert.ok(!flags.has(flag), `${file}: ${flag}`);
  }
});

test('defaults pass their own checks, and are what a command without flags gets', () => {
  for (const [, rows] of optionGroups) {
    const command = addFlags(new Command(), rows);
    command.parse([], { from: 'user' });
    const resolved = resolveOptions(rows, flagsOf(command, rows)) as Record<string, unknown>;
    for (const [name, row] of Object.entries(rows)) {
      assert.deepEqual(resolved[name], row.default);
      if (row.default !== undefined) resolveOptions(rows, { [name]: row.default } as never);
    }
  }
});

test('a value of the wrong type or out of range is refused by name', () => {
  const { trainOptions } = groups;
  const refused = (given: object, message: RegExp) =>
    assert.throws(() => resolveOptions(trainOptions, given as never), { code: 'INVALID_OPTION', message });
  refused({ dim: 1.5 }, /^dim must be a whole number from 1 to 4096, got 1\.5/);
  refused({ dim: '8' }, /got "8"/);
  refused({ subsample: Number.NaN }, /subsample/);
  // As 1e999 is read.
  refused({ subsample: Number.POSITIVE_INFINITY }, /subsample must be a number from 0 to 1, got Infinity\./);
  refused({ tokenizer: 'mecab' }, /one of jieba, wink, intl, whitespace, got "mecab"/);
  refused({ deterministic: 'yes' }, /true or false/);
  refused({ windw: 5 }, /no option "windw"/);
  refused({ constructor: 5 }, /no option "constructor"/);
});
