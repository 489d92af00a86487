import { KeywordError, readTextFile } from '@telltale/core';
import type { OptionRow, OptionsOf } from '@telltale/core/internal/options.js';
import { type Command, Option } from 'commander';
import { unitsInChinese } from './chinese.js';
import type { CommandIo, UiLanguage } from './io.js';
import { say } from './language.js';

/** Gives a command the flags of a group of option rows. */
export function addFlags(command: Command, group: Record<string, OptionRow>): Command {
  for (const row of Object.values(group)) command.addOption(new Flag(row));
  return command;
}

/** A flag that remembers its row, so that it can be described in another language. */
export class Flag extends Option {
  readonly row: OptionRow;
  /** Files that its values were read from. */
  readonly lists: string[] = [];

  constructor(row: OptionRow) {
    const { flags, description } = describeFlag(row, 'en');
    super(flags, description);
    this.row = row;
    if (row.type === 'boolean') return;
    this.argParser((value: string, previous: unknown) => {
      if (row.type === 'list' && value.startsWith('@')) this.lists.push(value.slice(1));
      return parseValue(row, value, previous);
    });
  }
}

/** How a flag is shown in a help. */
export function describeFlag(row: OptionRow, language: UiLanguage): { flags: string; description: string } {
  const inEnglish = language === 'en';
  const meaning = inEnglish ? row.description : row.zh;
  if (row.type === 'boolean') return { flags: row.flag, description: meaning };
  const unit = row.unit ?? row.type;
  const flags = `${row.flag} <${inEnglish ? unit : unitsInChinese[unit]}${row.type === 'paths' ? '...' : ''}>`;
  const notes = row.choices ? [row.choices.join(' | ')] : [];
  if (row.default !== undefined && row.default !== '')
    notes.push(`${inEnglish ? 'default: ' : '默认：'}${row.default}`);
  if (notes.length === 0) return { flags, description: meaning };
  return { flags, description: inEnglish ? `${meaning} (${notes.join('; ')})` : `${meaning}（${notes.join('；')}）` };
}

/** Items of a list after the first, with blanks between them, are texts to the parser; who meant otherwise is told. */
export function hintAtItems(command: Command, texts: readonly string[], io: CommandIo): void {
  const [first, last] = [texts[0], texts.at(-1)];
  // As short beside the text as an item is.
  if (texts.length < 2 || /\s/.test(first) || first.length * 3 > last!.length) return;
  const list = command.options.find(
    (one) =>
      one instanceof Flag && one.row.type === 'list' && command.getOptionValueSource(one.attributeName()) === 'cli',
  );
  if (!list) return;
  say(
    io,
    `"${first}" is taken for a text. If it belongs to ${list.long}: items are separated by commas, without blanks.`,
    `"${first}" 按文本处理。如果它属于 ${list.long}：各项用逗号分隔，中间不加空格。`,
  );
}

/** Turns the word of the command line into the type of the row; ranges are checked where options are resolved. */
function parseValue(row: OptionRow, value: string, previous: unknown): unknown {
  const isMany = row.type === 'list' || row.type === 'paths';
  if (previous !== undefined && !isMany) {
    throw new KeywordError(
      'INVALID_OPTION',
      `${row.flag} is given twice, with ${JSON.stringify(previous)} and ${JSON.stringify(value)}, and takes one value. Leave one of them out.`,
      {
        zh: `${row.flag} 给了两次：${JSON.stringify(previous)} 和 ${JSON.stringify(value)}，而它只取一个值。请去掉一个。`,
      },
    );
  }
  if (row.type === 'integer' || row.type === 'number')
    return value.trim() !== '' && !Number.isNaN(Number(value)) ? Number(value) : value;
  const earlier = (previous as string[] | undefined) ?? [];
  // Frozen, it is looked through and compiled once and not for each text.
  if (row.type === 'list') return Object.freeze([...earlier, ...listOf(value, longOf(row.flag))]);
  if (row.type === 'paths') return [...earlier, value];
  return value;
}

/** `--top-n` of `-n, --top-n`. */
const longOf = (flag: string) => flag.slice(flag.indexOf('--'));

/** A list as it stands, or of the lines of a file. */
function listOf(value: string, flag: string): string[] {
  if (value === '@') {
    throw new KeywordError(
      'INVALID_OPTION',
      'After @, give the name of a file with one item per line, as in @terms.txt.',
      {
        zh: '@ 之后应为文件名，文件每行一项，如 @terms.txt。',
      },
    );
  }
  // Nobody means the name of a file as an item.
  if (/^[^@,]+\.(?:txt|csv|tsv)$/i.test(value)) {
    throw new KeywordError(
      'INVALID_OPTION',
      `${flag} is ${JSON.stringify(value)}, which would be its only item. To read the items from this file, one per line, write ${flag} @${value}.`,
      {
        zh: `${flag} 是 ${JSON.stringify(value)}，这样它就是唯一的一项。要从这个文件读取，每行一项，请写 ${flag} @${value}。`,
      },
    );
  }
  const items = value.startsWith('@') ? readTextFile(value.slice(1)).split(/\r?\n/) : value.split(',');
  return items.map((item) => item.trim()).filter(Boolean);
}

/** The values a command was given for a group of rows. */
export function flagsOf<G extends Record<string, OptionRow>>(command: Command, group: G): OptionsOf<G> {
  const all = command.opts();
  return Object.fromEntries(Object.keys(group).map((name) => [name, all[name]])) as OptionsOf<G>;
}
