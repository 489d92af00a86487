import { convertModel, resolveModel } from '@telltale/core';
import { convertOptions } from '@telltale/core/internal/options.js';
import { Command } from 'commander';
import { checkWritten } from './check-outputs.js';
import { warn } from './error-message.js';
import { addFlags, flagsOf } from './flags.js';
import { helpText } from './help.js';
import type { CommandIo } from './io.js';
import { inLanguage } from './language.js';

const examples = `
Examples:
  telltale convert word2vec_wx mine.safetensors --tokenizer jieba
  telltale convert model.bin mine.safetensors --storage int8
  telltale convert zh vectors.txt
  telltale convert zh jieba.idf`;

/** telltale convert: a model in another form. */
export function convertCommand(io: CommandIo): Command {
  const command = new Command('convert')
    .description(
      'Write a model (of gensim, fastText or telltale) in another format, which follows from the extension of OUT.',
    )
    .argument('<in>', 'Embedded model or model file.')
    .argument('<out>', '.safetensors (model), .txt or .vec (word2vec text), .bin (word2vec binary), .idf (for jieba).');
  return addFlags(command, convertOptions)
    .addHelpText('after', helpText(io, examples))
    .action(async (from: string, to: string) => {
      checkWritten(command, to, [resolveModel(from)]);
      const { warnings } = await convertModel(from, to, flagsOf(command, convertOptions));
      for (const warning of warnings) warn(io, `${from}: ${warning}`);
      io.stderr.write(inLanguage(io, `Wrote ${to}.\n`, `已写入 ${to}。\n`));
    });
}
