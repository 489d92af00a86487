import { statSync } from 'node:fs';
import {
  averageShards,
  checkDifferent,
  checkOutput,
  counted,
  countWords,
  foreignLanguageWarning,
  KeywordError,
  mergeWordCounts,
  readModelFile,
  readWordCounts,
  resolveModel,
  resolveOptions,
  startModel,
  trainShard,
  writeModelFile,
  writeWordCounts,
} from '@telltale/core';
import {
  countOptions,
  modelOptions,
  shardCommandOptions,
  shardOptions,
  startOptions,
} from '@telltale/core/internal/options.js';
import { Command } from 'commander';
import { libraryInChinese } from '../messages/chinese.js';
import { checkWritten } from './check-outputs.js';
import { corpusOptions, openCorpus } from './corpus.js';
import { addFlags, flagsOf } from './flags.js';
import { helpText } from './help.js';
import { inFlags } from './in-flags.js';
import { type CommandIo, FAILED } from './io.js';
import { inLanguage } from './language.js';
import { progressReporter } from './progress.js';
import { writeTrained } from './write-trained.js';

const { output } = shardCommandOptions;
const { model } = modelOptions;

const together = `
One training on several machines, or by parts:
  telltale count part-1.txt -o part-1.counts          # on each machine
  telltale merge part-*.counts -o round-0.safetensors # vocabulary, tree and first vectors
  telltale train-shard part-1.txt --model round-0.safetensors --epoch 1 --epochs 3 -o shard-1.safetensors   # on each
  telltale average shard-*.safetensors --model round-0.safetensors -o round-1.safetensors`;

/** telltale count: how often words occur in a part of a corpus. */
export function countCommand(io: CommandIo, setExitCode: (code: number) => void): Command {
  const command = new Command('count')
    .description('Count the words of a corpus, or of a part of it: a table of words, occurrences and documents.')
    .argument('<corpus...>', 'Files, directories, or -, as for train.');
  return addFlags(command, { output, ...corpusOptions, ...countOptions })
    .addHelpText('after', helpText(io, together))
    .action(async (corpus: string[]) => {
      const to = outputOf(command, 'part.counts');
      const options = resolveOptions(countOptions, flagsOf(command, countOptions));
      const documents = corpusOf(command, corpus, io, to);
      const counts = await countWords(documents, options, io.interruptSignal());
      await writeWordCounts(to, counts);
      const occurrences = Array.from(counts.words.values(), ([count]) => count);
      const warning = foreignLanguageWarning(options.tokenizer, [...counts.words.keys()], occurrences);
      for (const message of [documents.errors.summary(), warning]) {
        if (message)
          io.stderr.write(
            inLanguage(io, `Warning: ${inFlags(message)}\n`, `警告：${inFlags(libraryInChinese(message))}\n`),
          );
      }
      io.stderr.write(
        inLanguage(
          io,
          `Wrote ${to}: ${counted(counts.words.size, 'word')}, ${counted(counts.tokens, 'token')}, ${counted(counts.documents, 'document')}.\n`,
          `已写入 ${to}：${counts.words.size} 个不同的词，共 ${counts.tokens} 个词，${counts.documents} 篇文档。\n`,
        ),
      );
      if (documents.errors.hasFailed) setExitCode(FAILED);
    });
}

/** telltale merge: counts of all parts into the model that a training starts from. */
export function mergeCommand(io: CommandIo): Command {
  const command = new Command('merge')
    .description('Add up counts: to the model that training on shards starts from, or to one counts file.')
    .argument('<counts...>', 'Files that telltale count or merge wrote.');
  return addFlags(command, { output, ...startOptions })
    .addHelpText('after', helpText(io, together))
    .action(async (files: string[]) => {
      const to = outputOf(command, 'round-0.safetensors', files);
      checkDifferent(files);
      const merged = mergeWordCounts(files.map(readWordCounts));
      if (to.endsWith('.safetensors')) {
        const { model, metadata } = startModel(merged, flagsOf(command, startOptions));
        await writeModelFile(to, model, metadata);
        io.stderr.write(wroteWords(io, to, model.vocabulary.words.length));
      } else {
        await writeWordCounts(to, merged);
        io.stderr.write(wroteWords(io, to, merged.words.size));
      }
    });
}

function wroteWords(io: CommandIo, to: string, words: number): string {
  return inLanguage(io, `Wrote ${to}: ${counted(words, 'word')}.\n`, `已写入 ${to}：${words} 个词。\n`);
}

/** telltale train-shard: one epoch of a training on a part of the corpus. */
export function trainShardCommand(io: CommandIo, setExitCode: (code: number) => void): Command {
  const command = new Command('train-shard')
    .description('Train a model for one epoch on a part of its corpus.')
    .argument('<corpus...>', 'Files, directories, or -, as for train.');
  const { progress } = shardCommandOptions;
  return addFlags(command, { model, output, progress, ...corpusOptions, ...shardOptions })
    .addHelpText('after', helpText(io, together))
    .action(async (corpus: string[]) => {
      const to = outputOf(command, 'shard.safetensors');
      const shown = resolveOptions({ progress }, flagsOf(command, { progress })).progress;
      const options = resolveOptions(shardOptions, flagsOf(command, shardOptions));
      const signal = io.interruptSignal();
      const start = await readModelFile(startOf(command));
      const hooks = { onEvent: progressReporter(shown, io), signal, output: to };
      const documents = corpusOf(command, corpus, io, to);
      const trained = await trainShard(documents, start, options, hooks);
      const { model, metadata, shardCounts } = trained;
      await writeTrained(to, (path) => writeModelFile(path, model, metadata, { shardCounts, signal }));
      if (shown !== 'json' && shown !== 'none') io.stderr.write(inLanguage(io, `Wrote ${to}.\n`, `已写入 ${to}。\n`));
      if (documents.errors.hasFailed) setExitCode(FAILED);
    });
}

/** telltale average: the models of all shards into one. */
export function averageCommand(io: CommandIo): Command {
  const command = new Command('average')
    .description('Average the models of all shards of an epoch, each word weighted by how often a shard had it.')
    .argument('<shards...>', 'Files that telltale train-shard wrote.');
  return addFlags(command, { model, output })
    .addHelpText('after', helpText(io, together))
    .action(async (files: string[]) => {
      const to = outputOf(command, 'round-1.safetensors', files);
      const start = startOf(command);
      checkOutput(to, statSync(start, { throwIfNoEntry: false })?.size);
      const trained = await averageShards(start, files);
      await writeModelFile(to, trained.model, trained.metadata);
      io.stderr.write(
        inLanguage(io, `Wrote ${to}: ${counted(files.length, 'shard')}.\n`, `已写入 ${to}：${files.length} 个分片。\n`),
      );
    });
}

function corpusOf(command: Command, corpus: readonly string[], io: CommandIo, to: string) {
  const { field } = flagsOf(command, { field: countOptions.field });
  return openCorpus(corpus, field, flagsOf(command, corpusOptions), io, to);
}

function startOf(command: Command): string {
  const { model: from } = flagsOf(command, { model });
  if (!from)
    throw new KeywordError('INVALID_OPTION', 'Name the model that the shards start from: --model round-0.safetensors.');
  return resolveModel(from as string);
}

function outputOf(command: Command, example: string, read?: readonly string[]): string {
  const { output: to } = flagsOf(command, { output });
  if (!to) throw new KeywordError('INVALID_OPTION', `Name the output file: -o ${example}.`);
  checkWritten(command, to as string, read);
  return to as string;
}
