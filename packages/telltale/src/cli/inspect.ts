import { inspectModel, resolveOptions } from '@telltale/core';
import { modelOptions, outputOptions } from '@telltale/core/internal/options.js';
import { Command } from 'commander';
import { libraryInChinese } from '../messages/chinese.js';
import { warn } from './error-message.js';
import { addFlags, flagsOf } from './flags.js';
import { helpText } from './help.js';
import type { CommandIo } from './io.js';
import { inLanguage } from './language.js';
import { formatTable } from './table.js';

const inspectOptions = {
  kernel: modelOptions.kernel,
  format: {
    ...outputOptions.format,
    choices: ['table', 'json'] as const,
    description: 'table for people, json one object.',
    zh: 'table：给人看的表；json：一个对象。',
  },
};

const examples = `
Examples:
  telltale inspect zh
  telltale inspect model.safetensors --format json`;

/** Facts that are sentences. */
const prose: ReadonlySet<string> = new Set(['usable', 'missing']);

/** telltale inspect: what a model file holds. */
export function inspectCommand(io: CommandIo): Command {
  const translated = (text: string) => inLanguage(io, text, libraryInChinese(text));
  const command = new Command('inspect')
    .description('Print what a model file holds: its sizes, how it was trained, its tokenizer and its licence.')
    .argument('[model]', 'Embedded model or model file.', 'zh');
  return addFlags(command, inspectOptions)
    .addHelpText('after', helpText(io, examples))
    .action(async (name: string) => {
      const { format, kernel } = resolveOptions(inspectOptions, flagsOf(command, inspectOptions));
      const facts = await inspectModel(name, { kernel });
      const { warnings = [], ...others } = facts;
      const rows = flatten(others).map(([fact, value]) => [fact, prose.has(fact) ? translated(value) : value]);
      io.stdout.write(
        format === 'json'
          ? `${JSON.stringify(facts, null, 2)}\n`
          : formatTable([{ title: 'property' }, { title: 'value' }], rows),
      );
      if (format === 'table') for (const warning of warnings) warn(io, warning);
    });
}

/** Nested facts as "training.window" → "5". */
function flatten(facts: object, prefix = ''): [string, string][] {
  return Object.entries(facts).flatMap(([key, value]): [string, string][] =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? flatten(value, `${prefix}${key}.`)
      : [[`${prefix}${key}`, typeof value === 'number' ? formatNumber(value) : String(value)]],
  );
}

function formatNumber(value: number): string {
  return Number.isInteger(value) ? value.toLocaleString('en-US') : String(Number(value.toPrecision(6)));
}
