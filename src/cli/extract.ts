import { Command } from 'commander';
import { analyzeKeywords, loadModel, resolveOptions } from '../node.js';
import { extractOptions, inputOptions, modelOptions, outputOptions } from '../options.js';
import { addFlags, flagsOf } from './flags.js';
import { keywordFormatter } from './format-keywords.js';
import { type CommandIo, FOUND_NOTHING } from './io.js';
import { readTexts } from './read-texts.js';

const examples = `
Examples:
  telltale extract 太阳是一颗恒星
  telltale extract --file article.txt --top-n 5
  telltale extract --lines --file titles.txt --format jsonl > keywords.jsonl
  cat article.txt | telltale extract --parts-of-speech n,v --format csv
  telltale extract --model mine.safetensors --dictionary terms.txt --file report.txt`;

/** telltale extract: keywords of texts. */
export function extractCommand(io: CommandIo, setExitCode: (code: number) => void): Command {
  const command = new Command('extract')
    .description('Print the keywords of texts.')
    .argument('[texts...]', 'Texts, each in quotes.');
  for (const group of [extractOptions, modelOptions, inputOptions, outputOptions]) addFlags(command, group);
  return command.addHelpText('after', examples).action(async (texts: string[]) => {
    const input = flagsOf(command, inputOptions);
    const { format } = resolveOptions(outputOptions, flagsOf(command, outputOptions));
    const options = resolveOptions(extractOptions, flagsOf(command, extractOptions));
    const { model: name, ...modelFlags } = resolveOptions(modelOptions, flagsOf(command, modelOptions));
    const model = await loadModel(name, modelFlags);
    const formatter = keywordFormatter(
      format,
      texts.length > 1 || (input.file?.length ?? 0) > 1 || input.lines === true,
    );
    let found = false;
    for await (const { source, text } of readTexts(texts, input, io)) {
      const result = { source, ...analyzeKeywords(model, text, options) };
      found ||= result.keywords.length > 0;
      io.stdout.write(formatter.add(result));
      const { outOfVocabulary: unknown } = result;
      if (format === 'table' && unknown.length)
        io.stderr.write(`${source}: not in the vocabulary of the model: ${unknown.join(' ')}\n`);
    }
    io.stdout.write(formatter.end());
    if (!found) {
      io.stderr.write(
        'No keyword was found: no word of the text is both in the vocabulary of the model and admitted as a keyword.\n',
      );
      setExitCode(FOUND_NOTHING);
    }
  });
}
