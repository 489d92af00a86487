import { KeywordError, packageVersion, resolveOptions } from '@telltale/core';
import { interfaceOptions } from '@telltale/core/internal/options.js';
import { Command, CommanderError } from 'commander';
import { parserMessageInChinese } from './chinese.js';
import { convertCommand } from './convert.js';
import { evaluateCommand } from './evaluate.js';
import { explainCommand } from './explain.js';
import { extractCommand } from './extract.js';
import { fitCommand } from './fit.js';
import { addFlags, Flag } from './flags.js';
import { helpInChinese, helpText } from './help.js';
import { inspectCommand } from './inspect.js';
import type { CommandIo } from './io.js';
import { errorMessage, inLanguage } from './language.js';
import { mcpCommand } from './mcp.js';
import { nativeCommand } from './native.js';
import { predictCommand, similarCommand } from './neighbours.js';
import { serveCommand } from './serve.js';
import { averageCommand, countCommand, mergeCommand, trainShardCommand } from './shards.js';
import { tagCommand } from './tag.js';
import { trainCommand } from './train.js';

const epilogue = `
Try:
  telltale extract 太阳是一颗恒星
  telltale COMMAND --help

Exit codes: 0 done, 1 nothing found, 2 error.`;

/**
 * Runs the command line.
 *
 * @param args the words after the program's name
 * @returns the exit code: 0 done, 1 nothing found, 2 error
 */
export async function runProgram(args: readonly string[], io: CommandIo): Promise<number> {
  let exitCode = 0;
  const program = new Command('telltale')
    .description('Finds the words that give a text away.')
    .version(packageVersion(), '-V, --version', 'Print the version.')
    .helpCommand(false)
    .addHelpText('after', helpText(io, epilogue));
  const setExitCode = (code: number) => {
    exitCode = code;
  };
  const texts = [extractCommand, explainCommand, tagCommand, fitCommand, trainCommand];
  const models = [predictCommand, similarCommand, inspectCommand, convertCommand, evaluateCommand];
  const shards = [countCommand, mergeCommand, trainShardCommand, averageCommand];
  for (const make of [...texts, ...models, ...shards, serveCommand, mcpCommand, nativeCommand]) {
    program.addCommand(make(io, setExitCode));
  }
  program.addCommand(helpCommand(program));
  for (const command of [program, ...program.commands.flatMap((command) => [command, ...command.commands])]) {
    command
      .exitOverride()
      .helpOption('-h, --help', inLanguage(io, 'Print this help.', '显示本帮助。'))
      .configureHelp({ showGlobalOptions: false })
      .configureOutput({
        writeOut: (text) => io.stdout.write(text),
        writeErr: (text) => io.stderr.write(text),
        outputError: (text, write) => write(io.language === 'zh' ? parserMessageInChinese(text) : text),
      });
    addFlags(command, interfaceOptions);
    if (io.language === 'zh') helpInChinese(command);
  }
  let running = program;
  try {
    program.hook('preAction', (_, command) => {
      running = command;
      resolveOptions(interfaceOptions, { uiLang: command.optsWithGlobals().uiLang });
    });
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has printed its message, help or version by itself.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof KeywordError) && !isOfSystem(error)) throw error;
    const message = error instanceof KeywordError ? errorMessage(error, io.language, flagOf(running)) : error.message;
    io.stderr.write(`telltale: ${message}\n`);
    return 2;
  }
}

/** The flag of an option of a command, by the option's name. */
function flagOf({ options }: Command): (option: string) => string | undefined {
  return (option) => {
    const flag = options.find((one) => one instanceof Flag && one.attributeName() === option);
    return flag instanceof Flag ? flag.row.flag : undefined;
  };
}

/** What the system refuses, a file that may not be read say, is no fault of the program: one line says it. */
function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

/** telltale help: as --help of a command; the parser's own says nothing of a name that is not there. */
function helpCommand(program: Command): Command {
  return new Command('help')
    .description('Print the help of a command.')
    .argument('[command]', 'Its name.')
    .action((name: string | undefined) => {
      if (name === undefined) return program.outputHelp();
      const command = program.commands.find((one) => one.name() === name);
      if (command) return command.outputHelp();
      const names = program.commands.map((one) => one.name());
      const near = names.filter((one) => distance(one, name) <= Math.max(1, Math.floor(name.length / 3)));
      throw new KeywordError(
        'INVALID_OPTION',
        `There is no command "${name}". ${near.length ? `Did you mean ${near.join(' or ')}?` : `There are ${names.join(', ')}.`}`,
        { zh: `没有命令 "${name}"。${near.length ? `是不是 ${near.join(' 或 ')}？` : `现有 ${names.join('、')}。`}` },
      );
    });
}

/** Letters to add, drop or change between two words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length];
}
