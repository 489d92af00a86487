import { Command } from 'commander';
import { analyzeKeywords, ExtractionPool, modelForText, resolveOptions, type TextModel } from '../node.js';
import { extractOptions, inputOptions, modelOptions, outputOptions } from '../options.js';
import { addFlags, flagsOf } from './flags.js';
import { keywordFormatter, type NamedAnalysis } from './format-keywords.js';
import { type CommandIo, FOUND_NOTHING } from './io.js';
import { type NamedText, readTexts } from './read-texts.js';

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
    const { model, ...modelFlags } = resolveOptions(modelOptions, flagsOf(command, modelOptions));
    const titled = texts.length > 1 || (input.file?.length ?? 0) > 1 || input.lines === true;
    const formatter = keywordFormatter(format, titled);
    let found = false;
    const print = (result: NamedAnalysis) => {
      found ||= result.keywords.length > 0;
      io.stdout.write(formatter.add(result));
      const { source, outOfVocabulary: unknown } = result;
      if (format === 'table' && unknown.length) {
        io.stderr.write(`${source}: not in the vocabulary of the model: ${unknown.join(' ')}\n`);
      }
    };
    const named = readTexts(texts, input, io);
    if (input.lines) {
      const { threads } = resolveOptions(inputOptions, input);
      const pool = await ExtractionPool.open(model, { ...modelFlags, ...(threads ? { threads } : {}) });
      const sources: string[] = [];
      const results = pool.extractMany(textsOf(named, sources), options);
      for await (const result of results) {
        const source = sources.shift()!;
        if ('keywords' in result) print({ source, ...result });
        else io.stderr.write(`telltale: ${source}: ${result.error.message}\n`);
      }
      await pool.close();
    } else {
      const modelOf = modelForText(model, modelFlags, options.lang);
      const used = new Set<TextModel>();
      for await (const { source, text } of named) {
        const textModel = await modelOf(text);
        if (!used.has(textModel)) {
          for (const warning of textModel.warnings ?? []) io.stderr.write(`telltale: ${model}: ${warning}\n`);
          used.add(textModel);
        }
        print({ source, ...analyzeKeywords(textModel, text, options) });
      }
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

/** The texts alone; what they are called is put into `sources`, in the same order. */
async function* textsOf(named: AsyncIterable<NamedText>, sources: string[]): AsyncGenerator<string> {
  for await (const { source, text } of named) {
    sources.push(source);
    yield text;
  }
}
