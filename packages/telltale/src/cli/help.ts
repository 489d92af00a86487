import { type Command, Help } from 'commander';
import { argumentsInChinese, commandsInChinese, examplesInChinese, titlesInChinese } from './chinese.js';
import { describeFlag, Flag } from './flags.js';
import type { CommandIo } from './io.js';
import { widthOf } from './width.js';

/** Puts into Chinese what a command says of itself. */
export function helpInChinese(command: Command): void {
  const inChinese = (text: string) => commandsInChinese[text] ?? text;
  command.description(inChinese(command.description()));
  for (const argument of command.registeredArguments) argument.description = inChinese(argument.description);
  for (const option of command.options) {
    if (option instanceof Flag) Object.assign(option, describeFlag(option.row, 'zh'));
    else option.description = inChinese(option.description);
  }
  command.configureHelp({
    showGlobalOptions: false,
    argumentDescription: ({ description, defaultValue }) =>
      defaultValue === undefined ? description : `${description}（默认：${defaultValue}）`,
    argumentTerm: (argument) => argumentsInChinese[argument.name()] ?? argument.name(),
    displayWidth: widthOf,
    styleUsage: placesInChinese,
    subcommandTerm: (one) => placesInChinese(Help.prototype.subcommandTerm.call(new Help(), one)),
    // A blank parts the title from what is used; a full-width colon has its own.
    formatHelp(one, help) {
      return Help.prototype.formatHelp.call(this, one, help).replace(/^(\S*：) /, '$1');
    },
    styleTitle: (title) => titlesInChinese[title] ?? title,
    boxWrap,
  });
}

const placesInChinese = (usage: string) =>
  usage.replaceAll(/(?<=[[<])\w+(?=(?:\.{3})?[\]>])/g, (name) => argumentsInChinese[name] ?? name);

/** The examples of a command, with the prose around them in the language of the command. */
export function helpText({ language }: CommandIo, english: string): string {
  if (language === 'en') return english;
  return Object.entries(examplesInChinese).reduce((text, [en, zh]) => text.replaceAll(en, zh), english);
}

/** No line begins with one of these. */
const closing = /^[，。；：、？！）》”’]/;

/** Chinese is broken between any two characters; a word of Latin letters stays whole. */
function boxWrap(this: Help, text: string, width: number): string {
  const pieces = text.match(/\s*[（《“‘]*(?:[!-~]+|[^\s!-~])[，。；：、？！）》”’]*/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line === '' || closing.test(piece) || widthOf(line + piece) <= width) {
      line += piece;
      continue;
    }
    lines.push(line);
    line = piece.trimStart();
  }
  return [...lines, line].join('\n');
}
