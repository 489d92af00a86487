import { Command } from 'commander';
import { KeywordError, readCorpus, resolveOptions, trainModel, writeModelFile } from '../node.js';
import { trainCommandOptions, trainOptions } from '../options.js';
import { addFlags, flagsOf } from './flags.js';
import type { CommandIo } from './io.js';
import { progressReporter } from './progress.js';

const examples = `
A corpus is a .txt file with one document on a line, a .jsonl file with one record on a line, either of them .gz,
a directory of such files, or - for standard input.

Examples:
  telltale train corpus.txt -o model.safetensors
  telltale train news/ laws.jsonl.gz --field body -o model.safetensors --window 8 --epochs 2 --storage int8
  zcat tokens.gz | telltale train - --tokenizer whitespace -o model.safetensors --progress json`;

/** telltale train: a model from a corpus. */
export function trainCommand(io: CommandIo): Command {
  const command = new Command('train')
    .description('Train a model on a corpus.')
    .argument('<corpus...>', 'Files, directories, or -.');
  for (const group of [trainCommandOptions, trainOptions]) addFlags(command, group);
  return command.addHelpText('after', examples).action(async (corpus: string[]) => {
    const { output, progress } = resolveOptions(trainCommandOptions, flagsOf(command, trainCommandOptions));
    if (!output)
      throw new KeywordError('INVALID_OPTION', 'Say where the model is to be written: -o model.safetensors.');
    const options = flagsOf(command, trainOptions);
    const { storage, field } = resolveOptions(trainOptions, options);
    const report = progressReporter(progress, io.stderr);
    const { model, metadata } = await trainModel(readCorpus(corpus, field), options, {
      onEvent: report,
      signal: io.interruptSignal(),
    });
    await writeModelFile(output, model, metadata, { storage });
    if (progress !== 'json' && progress !== 'none') io.stderr.write(`Wrote ${output}.\n`);
  });
}
