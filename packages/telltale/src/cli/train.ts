import {
  KeywordError,
  removeCheckpoint,
  resolveOptions,
  trainCooccurrence,
  trainModel,
  writeModelFile,
} from '@telltale/core';
import {
  cooccurrenceOptions,
  type OptionRow,
  trainCommandOptions,
  trainOptions,
} from '@telltale/core/internal/options.js';
import { Command } from 'commander';
import { checkWritten } from './check-outputs.js';
import { corpusOptions, openCorpus } from './corpus.js';
import { addFlags, flagsOf } from './flags.js';
import { helpText } from './help.js';
import { type CommandIo, FAILED } from './io.js';
import { inLanguage } from './language.js';
import { progressReporter } from './progress.js';
import { writeTrained } from './write-trained.js';

const examples = `
A corpus is a .txt file with one document on a line, a .jsonl, .json, .csv, .tsv or .parquet file of records, any of
them packed (.gz, .zst), a directory of such files, or - for standard input.

Examples:
  telltale train corpus.txt -o model.safetensors
  telltale train news/ laws.jsonl.gz --field body -o model.safetensors --window 8 --epochs 2 --storage int8
  telltale train news/ laws.jsonl.gz --field body -o model.safetensors --window 8 --epochs 2 --resume
  telltale train corpus.txt --estimator cooccurrence -o counts.safetensors
  telltale train corpus.txt --input-vectors glove.txt --learning-rate 0.1 -o model.safetensors
  zcat tokens.gz | telltale train - --tokenizer whitespace -o model.safetensors --progress json`;

/** telltale train: a model from a corpus. */
export function trainCommand(io: CommandIo, setExitCode: (code: number) => void): Command {
  const command = new Command('train')
    .description('Train a model on a corpus.')
    .argument('<corpus...>', 'Files, directories, or -.');
  const groups = { ...trainCommandOptions, ...corpusOptions, ...cooccurrenceOptions, ...trainOptions };
  return addFlags(command, groups)
    .addHelpText('after', helpText(io, examples))
    .action(async (corpus: string[]) => {
      const own = flagsOf(command, trainCommandOptions);
      const { output, progress, estimator, checkpointEvery, resume } = resolveOptions(trainCommandOptions, own);
      if (!output) throw new KeywordError('INVALID_OPTION', 'Name the output file: -o model.safetensors.');
      checkWritten(command, output);
      const signal = io.interruptSignal();
      const hooks = { onEvent: progressReporter(progress, io), signal, output };
      const { field } = flagsOf(command, { field: trainOptions.field });
      const documents = openCorpus(corpus, field, flagsOf(command, corpusOptions), io, output);
      if (estimator === 'cooccurrence') {
        const { checkpointEvery: every, resume: again } = trainCommandOptions;
        refuseFlags(
          command,
          { ...trainOptions, checkpointEvery: every, resume: again },
          cooccurrenceOptions,
          estimator,
        );
        const { model, metadata } = await trainCooccurrence(documents, flagsOf(command, cooccurrenceOptions), hooks);
        await writeTrained(output, (path) => writeModelFile(path, model, metadata, { signal }));
      } else {
        refuseFlags(command, cooccurrenceOptions, trainOptions, estimator);
        const options = flagsOf(command, trainOptions);
        const checkpoints = { every: checkpointEvery, resume };
        const { model, metadata } = await trainModel(documents, options, { ...hooks, checkpoints });
        const { storage } = options;
        await writeTrained(output, (path) => writeModelFile(path, model, metadata, { storage, signal }));
        removeCheckpoint(output);
      }
      if (progress !== 'json' && progress !== 'none')
        io.stderr.write(inLanguage(io, `Wrote ${output}.\n`, `已写入 ${output}。\n`));
      if (documents.errors.hasFailed) setExitCode(FAILED);
    });
}

/** Options of another estimator would do nothing; better to say so. */
function refuseFlags(
  command: Command,
  others: Record<string, OptionRow>,
  own: Record<string, OptionRow>,
  estimator: string,
): void {
  for (const [name, value] of Object.entries(flagsOf(command, others))) {
    if (value === undefined || name in own) continue;
    throw new KeywordError('INVALID_OPTION', `${others[name].flag} cannot be used with --estimator ${estimator}.`);
  }
}
