import { KeywordError, packageVersion, resolveOptions } from '@telltale/core';
import { interfaceOptions } from '@telltale/core/internal/options.js';
import { Command, CommanderError } from 'commander';
import { parserMessageInChinese } from './chinese.js';
import { errorMessage } from './error-message.js';
import { addFlags, Flag } from './flags.js';
import { helpInChinese, helpText } from './help.js';
import type { CommandIo } from './io.js';
import { inLanguage } from './language.js';

type MakeCommand = (io: CommandIo, setExitCode: (code: number) => void) => Command;

/** The commands in the order of the help. A run loads only the one that it is for: most of its start is loading code. */
const commands: Readonly<Record<string, () => Promise<MakeCommand>>> = {
  extract: async () => (await import('./extract.js')).extractCommand,
  explain: async () => (await import('./explain.js')).explainCommand,
  tag: async () => (await import('./tag.js')).tagCommand,
  fit: async () => (await import('./fit.js')).fitCommand,
  train: async () => (await import('./train.js')).trainCommand,
  predict: async () => (await import('./neighbours.js')).predictCommand,
  similar: async () => (await import('./neighbours.js')).similarCommand,
  inspect: async () => (await import('./inspect.js')).inspectCommand,
  convert: async () => (await import('./convert.js')).convertCommand,
  evaluate: async () => (await import('./evaluate.js')).evaluateCommand,
  count: async () => (await import('./shards.js')).countCommand,
  merge: async () => (await import('./shards.js')).mergeCommand,
  'train-shard': async () => (await import('./shards.js')).trainShardCommand,
  average: async () => (await import('./shards.js')).averageCommand,
  serve: async () => (await import('./serve.js')).serveCommand,
  mcp: async () => (await import('./mcp.js')).mcpCommand,
  native: async () => (await import('./native.js')).nativeCommand,
};

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
  for (const make of await Promise.all(asked(args[0]).map((name) => commands[name]()))) {
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
    const [code, message] =
      error instanceof KeywordError
        ? [error.code, errorMessage(error, io.language, flagOf(running))]
        : ['FILE_UNREADABLE', error.message];
    io.stderr.write(`telltale: ${io.saysCodes ? `[${code}] ` : ''}${message}\n`);
    return 2;
  }
}

/** Names of the commands to load for a first argument: all for the help, or for a name that is not there. */
function asked(first = ''): string[] {
  if (['-V', '--version'].includes(first)) return [];
  return Object.hasOwn(commands, first) ? [first] : Object.keys(commands);
}

/** The flag of an option of a command, by the option's name. */
function flagOf({ options }: Command): (option: string) => string | undefined {
  return (option) => {
    const flag = options.find((one) => one instanceof Flag && one.attributeName() === option);
    return flag instanceof Flag ? flag.row.flag : undefined;
  };
}

/** What the system refuses, a file that may not be read say, is not a fault of the program: one line says it. */
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
