import { type Command, Option } from 'commander';
import { KeywordError, readTextFile } from '../node.js';
import type { OptionRow, OptionsOf } from '../options.js';

/** Gives a command the flags of a group of option rows. */
export function addFlags(command: Command, group: Record<string, OptionRow>): Command {
  for (const row of Object.values(group)) command.addOption(toFlag(row));
  return command;
}

function toFlag(row: OptionRow): Option {
  if (row.type === 'boolean') return new Option(row.flag, row.description);
  const option = new Option(`${row.flag} <${row.unit ?? row.type}${row.type === 'paths' ? '...' : ''}>`, describe(row));
  return option.argParser((value: string, previous: unknown) => parseValue(row, value, previous));
}

function describe(row: OptionRow): string {
  const notes = [];
  if (row.choices) notes.push(row.choices.join(' | '));
  if (row.default !== undefined && row.default !== '') notes.push(`default: ${row.default}`);
  return notes.length ? `${row.description} (${notes.join('; ')})` : row.description;
}

/** Turns the word of the command line into the type of the row; ranges are checked where options are resolved. */
function parseValue(row: OptionRow, value: string, previous: unknown): unknown {
  const isMany = row.type === 'list' || row.type === 'paths';
  if (previous !== undefined && !isMany) {
    throw new KeywordError(
      'INVALID_OPTION',
      `${row.flag} is given twice, with ${JSON.stringify(previous)} and ${JSON.stringify(value)}, and takes one value. Leave one of them out.`,
    );
  }
  if (row.type === 'integer' || row.type === 'number')
    return value.trim() !== '' && !Number.isNaN(Number(value)) ? Number(value) : value;
  const earlier = (previous as string[] | undefined) ?? [];
  if (row.type === 'list') return [...earlier, ...listOf(value)];
  if (row.type === 'paths') return [...earlier, value];
  return value;
}

/** A list as it stands, or of the lines of a file. */
function listOf(value: string): string[] {
  const items = value.startsWith('@') ? readTextFile(value.slice(1)).split(/\r?\n/) : value.split(',');
  return items.map((item) => item.trim()).filter(Boolean);
}

/** The values a command was given for a group of rows. */
export function flagsOf<G extends Record<string, OptionRow>>(command: Command, group: G): OptionsOf<G> {
  const all = command.opts();
  return Object.fromEntries(Object.keys(group).map((name) => [name, all[name]])) as OptionsOf<G>;
}
