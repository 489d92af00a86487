import { buildNativeKernel } from '@telltale/core';
import { Command } from 'commander';
import type { CommandIo } from './io.js';
import { inLanguage } from './language.js';

/** telltale native: the kernel in C. */
export function nativeCommand(io: CommandIo): Command {
  const build = new Command('build')
    .description('Compile the native kernel for this machine, with the C compiler at hand or $CC.')
    .action(() => {
      const { file, variants } = buildNativeKernel();
      io.stdout.write(`native kernel: ${file} (${variants.join(', ')})\n`);
    });
  return new Command('native')
    .description('The kernel in C, faster than WebAssembly; optional.')
    .helpCommand('help [command]', inLanguage(io, 'Print the help of a command.', '显示某个命令的帮助。'))
    .addCommand(build);
}
