import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Command } from 'commander';
import { resolveOptions } from '../packages/core/dist/check-options.js';
import * as groups from '../packages/core/dist/options.js';
import { addFlags, flagsOf } from '../packages/telltale/dist/cli/flags.js';

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
