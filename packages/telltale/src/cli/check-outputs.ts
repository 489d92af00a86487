import { checkNotRead, checkOutput, findFiles, statusOf } from '@telltale/core';
import type { Command } from 'commander';
import { Flag } from './flags.js';

/** Options that name what is written; and texts, which are checked where they are found. */
const others = ['output', 'save', 'writeHalves', 'file'];
/** Files that are read of a folder that is a model or an encoder. */
const parts = ['.parquet', '.safetensors', '.json', '.onnx'];

/**
 * Finds out, before anything is worked on, whether the output of a command can be written and is none of the files that the
 * command is given, by whatever option: they would be lost.
 *
 * @param output its path; nothing is checked where there is none
 * @param read the arguments of the command that are paths
 * @param grows an option whose file the output may take the place of, for it holds all that this held
 * @throws KeywordError WRITE_FAILED
 */
export function checkWritten(
  command: Command,
  output: string | undefined,
  read: readonly string[] = [],
  grows?: string,
): void {
  if (output === undefined) return;
  checkOutput(output);
  if (!statusOf(output)) return;
  for (const path of [...read, ...filesOfFlags(command, grows)]) checkNotRead(output, findFiles(path, parts).found);
}

/** The files and folders that options name. */
function filesOfFlags(command: Command, grows: string | undefined): string[] {
  return command.options.flatMap((flag) => {
    const name = flag.attributeName();
    if (!(flag instanceof Flag) || others.includes(name) || name === grows) return [];
    const { row, lists } = flag;
    const value: unknown = 'unit' in row && /file|folder/.test(row.unit ?? '') ? command.opts()[name] : [];
    return [...lists, ...[value ?? []].flat().map(String)];
  });
}
