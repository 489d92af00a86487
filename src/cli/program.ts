import { Command, CommanderError } from 'commander';
import { KeywordError, packageVersion } from '../node.js';
import { convertCommand } from './convert.js';
import { evaluateCommand } from './evaluate.js';
import { explainCommand } from './explain.js';
import { extractCommand } from './extract.js';
import { inspectCommand } from './inspect.js';
import type { CommandIo } from './io.js';
import { nativeCommand } from './native.js';
import { predictCommand, similarCommand } from './neighbours.js';
import { serveCommand } from './serve.js';
import { averageCommand, countCommand, mergeCommand, trainShardCommand } from './shards.js';
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
    .helpCommand('help [command]', 'Print the help of a command.')
    .addHelpText('after', epilogue);
  const setExitCode = (code: number) => {
    exitCode = code;
  };
  program.addCommand(extractCommand(io, setExitCode)).addCommand(explainCommand(io, setExitCode));
  const others = [trainCommand, predictCommand, similarCommand, inspectCommand, convertCommand, evaluateCommand];
  const shards = [countCommand, mergeCommand, trainShardCommand, averageCommand];
  for (const make of [...others, ...shards, serveCommand, nativeCommand]) program.addCommand(make(io));
  for (const command of [program, ...program.commands.flatMap((command) => [command, ...command.commands])]) {
    command
      .exitOverride()
      .helpOption('-h, --help', 'Print this help.')
      .configureHelp({ showGlobalOptions: false })
      .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) });
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has printed its message, help or version by itself.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof KeywordError)) throw error;
    io.stderr.write(`telltale: ${error.message}\n`);
    return 2;
  }
}
