import { extname } from 'node:path';
import { Command } from 'commander';
import {
  analyzeKeywords,
  checkOutput,
  ExtractionPool,
  KeywordCollector,
  KeywordError,
  type ManyResult,
  modelForText,
  resolveOptions,
  type TextModel,
  writeFileAtomically,
} from '../node.js';
import { extractOptions, inputOptions, modelOptions, outputOptions, writeOptions } from '../options.js';
import { addFlags, flagsOf } from './flags.js';
import { formatResults, groupResult, keywordForms, keywordResult, type Result } from './format-keywords.js';
import { type CommandIo, FOUND_NOTHING } from './io.js';
import { hasManyTexts, type NamedText, readTexts } from './read-texts.js';

const examples = `
Examples:
  telltale extract 太阳是一颗恒星
  telltale extract --file article.txt --top-n 5
  telltale extract --file articles.jsonl --field body --output keywords.parquet
  telltale extract --file articles/ --group-by all
  cat article.txt | telltale extract --parts-of-speech n,v --format csv
  telltale extract --io jsonl --field body < records.jsonl > with-keywords.jsonl
  telltale extract --model mine.safetensors --dictionary terms.txt --file report.txt`;

/** A text and its keywords, or why there are none. */
type Extracted = NamedText & { readonly result: ManyResult };

/** telltale extract: keywords of texts. */
export function extractCommand(io: CommandIo, setExitCode: (code: number) => void): Command {
  const command = new Command('extract')
    .description('Print the keywords of texts.')
    .argument('[texts...]', 'Texts, each in quotes.');
  const groups = [extractOptions, modelOptions, inputOptions, outputOptions, writeOptions];
  for (const group of groups) addFlags(command, group);
  return command.addHelpText('after', examples).action(async (texts: string[]) => {
    const input = flagsOf(command, inputOptions);
    const { threads, groupBy } = resolveOptions(inputOptions, input);
    if (input.io) {
      if (texts.length || input.lines || groupBy) {
        throw new KeywordError(
          'INVALID_OPTION',
          '--io reads records one by one: give them on standard input or with --file alone.',
        );
      }
      const { runFilter } = await import('./filter.js');
      const model = resolveOptions(modelOptions, flagsOf(command, modelOptions));
      const options = resolveOptions(extractOptions, flagsOf(command, extractOptions));
      return runFilter(io, resolveOptions(inputOptions, input), model, options);
    }
    const { format } = resolveOptions(outputOptions, flagsOf(command, outputOptions));
    const { output } = resolveOptions(writeOptions, flagsOf(command, writeOptions));
    const options = resolveOptions(extractOptions, flagsOf(command, extractOptions));
    const { model, ...modelFlags } = resolveOptions(modelOptions, flagsOf(command, modelOptions));
    const form = output === undefined ? format : formOfFile(output);
    if (output !== undefined) checkOutput(output);
    const isMany = hasManyTexts(input);
    let found = false;

    /** Texts in turn with their keywords, in threads where there are many. */
    async function* extracted(): AsyncGenerator<Extracted> {
      const named = readTexts(texts, input, io);
      if (isMany) {
        const pool = await ExtractionPool.open(model, { ...modelFlags, ...(threads ? { threads } : {}) });
        const waiting: NamedText[] = [];
        for await (const result of pool.extractMany(textsOf(named, waiting), options)) {
          yield { ...waiting.shift()!, result };
        }
        return await pool.close();
      }
      const modelOf = modelForText(model, modelFlags, options.lang);
      const used = new Set<TextModel>();
      for await (const one of named) {
        const textModel = await modelOf(one.text);
        if (!used.has(textModel)) {
          for (const warning of textModel.warnings ?? []) io.stderr.write(`telltale: ${model}: ${warning}\n`);
          used.add(textModel);
        }
        yield { ...one, result: analyzeKeywords(textModel, one.text, options) };
      }
    }

    async function* results(): AsyncGenerator<Result> {
      const collectors = new Map<string, KeywordCollector>();
      for await (const { source, group, result } of extracted()) {
        if ('error' in result) {
          io.stderr.write(`telltale: ${source}: ${result.error.message}\n`);
          continue;
        }
        found ||= result.keywords.length > 0;
        if (groupBy === undefined) {
          const unknown = result.outOfVocabulary;
          yield keywordResult(source, result);
          if (form === 'table' && !isMany && options.method === 'likelihood' && unknown.length) {
            io.stderr.write(`${source}: not in the vocabulary of the model: ${unknown.join(' ')}\n`);
          }
        } else {
          const collector = collectors.get(group) ?? new KeywordCollector();
          collectors.set(group, collector);
          collector.add(result);
        }
      }
      for (const [group, collector] of collectors) {
        yield groupResult(group, collector.documents, collector.top(options.topN));
      }
    }

    const isTitled = isMany || texts.length > 1 || (input.file?.length ?? 0) > 1 || groupBy !== undefined;
    const pieces = formatResults(form, isTitled, results());
    if (output === undefined) for await (const piece of pieces) io.stdout.write(piece as string);
    else await writeFileAtomically(output, asBytes(pieces));
    if (!found) {
      io.stderr.write(
        'No keyword was found: no word of the text is both in the vocabulary of the model and admitted as a keyword.\n',
      );
      setExitCode(FOUND_NOTHING);
    }
  });
}

/** The texts alone; what they are called is put into `waiting`, in the same order. */
async function* textsOf(named: AsyncIterable<NamedText>, waiting: NamedText[]): AsyncGenerator<string> {
  for await (const one of named) {
    waiting.push({ ...one, text: '' });
    yield one.text;
  }
}

function formOfFile(path: string): (typeof keywordForms)[number] {
  const form = keywordForms.find((name) => extname(path).toLowerCase() === `.${name}`);
  if (form) return form;
  throw new KeywordError(
    'INVALID_OPTION',
    `output is "${path}"; its ending must say the form: ${keywordForms.map((name) => `.${name}`).join(', ')}.`,
  );
}

async function* asBytes(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield typeof piece === 'string' ? encoder.encode(piece) : piece;
}
