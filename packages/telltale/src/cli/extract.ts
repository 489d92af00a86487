import {
  analyzerWith,
  checkNotRead,
  ExtractionPool,
  type KeywordAnalysis,
  KeywordCollector,
  modelForText,
  RecordErrors,
  resolveOptions,
  type TextModel,
} from '@telltale/core';
import {
  encoderOptions,
  extractOptions,
  frontMatterOptions,
  inputOptions,
  modelOptions,
  outputOptions,
  USUAL_KEYWORDS,
  writeOptions,
} from '@telltale/core/internal/options.js';
import { Command } from 'commander';
import { checkWritten } from './check-outputs.js';
import { warn } from './error-message.js';
import { addFlags, flagsOf, hintAtItems } from './flags.js';
import { errorResult, formatResults, groupResult, keywordResult, type Result } from './format-keywords.js';
import { frontMatterWriter } from './front-matter.js';
import { helpText } from './help.js';
import { checkOneTitle, findInputs } from './inputs.js';
import type { CommandIo } from './io.js';
import { inLanguage } from './language.js';
import { type Answered, analyzeOne, answerMany, failed, watchAnswers } from './many-texts.js';
import { noticesTo } from './notices.js';
import { readTexts } from './read-texts.js';
import { withWeights } from './weights.js';
import { formOfFile, noKeyword, writeResults } from './write-results.js';

const examples = `
Examples:
  telltale extract 太阳是一颗恒星
  telltale extract --file article.txt --top-n 5
  telltale extract --file articles.jsonl --field body --output keywords.parquet
  telltale extract --file articles/ --group-by all
  telltale extract --file page.html --file paper.pdf --file notes/
  telltale extract --file notes/ --write-front-matter
  telltale extract --input-format markdown < notes.md
  cat article.txt | telltale extract --parts-of-speech n,v --format csv
  telltale extract --io jsonl --field body < records.jsonl > with-keywords.jsonl
  telltale extract --model mine.safetensors --dictionary terms.txt --file report.txt`;

/** telltale extract: keywords of texts. */
export function extractCommand(io: CommandIo, setExitCode: (code: number) => void): Command {
  const command = new Command('extract')
    .description('Print the keywords of texts.')
    .argument('[texts...]', 'Texts, each in quotes.');
  const groups = [
    extractOptions,
    modelOptions,
    encoderOptions,
    inputOptions,
    outputOptions,
    writeOptions,
    frontMatterOptions,
  ];
  for (const group of groups) addFlags(command, group);
  return command.addHelpText('after', helpText(io, examples)).action(async (texts: string[]) => {
    const input = flagsOf(command, inputOptions);
    const { threads, groupBy, onError, maxErrors } = resolveOptions(inputOptions, input);
    const { encoder } = resolveOptions(encoderOptions, flagsOf(command, encoderOptions));
    if (input.io) {
      const { checkFilter, runFilter } = await import('./filter.js');
      const { keywordWorker } = await import('./filter-workers.js');
      checkOneTitle(flagsOf(command, extractOptions));
      checkFilter(texts, input, flagsOf(command, { ...outputOptions, ...writeOptions, ...frontMatterOptions }));
      const model = resolveOptions(modelOptions, flagsOf(command, modelOptions));
      const options = withWeights(resolveOptions(extractOptions, flagsOf(command, extractOptions)));
      const work = (threads: number) => keywordWorker({ ...model, encoder }, options, threads, noticesTo(io));
      return setExitCode(await runFilter(io, resolveOptions(inputOptions, input), 'keywords', work));
    }
    const outputFlags = flagsOf(command, outputOptions);
    const { format } = resolveOptions(outputOptions, outputFlags);
    const { output, rawCsv } = resolveOptions(writeOptions, flagsOf(command, writeOptions));
    const options = withWeights(resolveOptions(extractOptions, flagsOf(command, extractOptions)));
    const { model, ...modelFlags } = resolveOptions(modelOptions, flagsOf(command, modelOptions));
    const form = output === undefined ? format : formOfFile(output, outputFlags.format);
    checkWritten(command, output);
    await using opened = await findInputs(texts, input, io);
    const { inputs, isMany } = opened;
    checkNotRead(
      output,
      inputs.map(({ file }) => file),
    );
    const hasSeveral = isMany || texts.length > 1 || inputs.length > 1 || groupBy !== undefined;
    if (hasSeveral) checkOneTitle(options);
    hintAtItems(command, texts, io);
    const toFrontMatter = frontMatterWriter(flagsOf(command, frontMatterOptions), inputs, input, io);
    const errors = new RecordErrors({ onError, maxErrors });
    let found = false;

    /** Texts in turn with their keywords, in threads where there are many. */
    async function* extracted(): AsyncGenerator<Answered<KeywordAnalysis>> {
      const named = readTexts(texts, inputs, input);
      if (isMany) {
        const pool = await ExtractionPool.open(model, { ...modelFlags, encoder, ...(threads ? { threads } : {}) });
        try {
          yield* answerMany(named, options.explain && form === 'table', (texts) => pool.extractMany(texts, options));
        } finally {
          await pool.close();
        }
        return;
      }
      const modelOf = modelForText(model, modelFlags, options.lang);
      const analyzer = await analyzerWith(encoder);
      const used = new Set<TextModel>();
      for await (const one of named) {
        if (one.error) {
          yield { ...one, result: failed(one.error) };
          continue;
        }
        const textModel = await modelOf(one.text);
        if (!used.has(textModel)) {
          for (const warning of textModel.warnings ?? []) warn(io, `${model}: ${warning}`);
          used.add(textModel);
        }
        const titled = { ...options, title: one.title ?? options.title };
        yield { ...one, result: await analyzeOne(analyzer, textModel, one.text, titled) };
      }
    }

    async function* results(): AsyncGenerator<Result> {
      const collectors = new Map<string, KeywordCollector>();
      const note = noticesTo(io);
      for await (const { source, place, id, group, result, text } of watchAnswers(errors, toFrontMatter(extracted()))) {
        note(result, hasSeveral ? source : undefined);
        if ('error' in result) {
          if (groupBy === undefined)
            yield errorResult({ source, place, id, error: result.error, isTitled: hasSeveral }, io.language);
          continue;
        }
        found ||= result.keywords.length > 0;
        if (groupBy === undefined) {
          const unknown = result.outOfVocabulary.map(shortened);
          yield keywordResult(source, result, text);
          if (form === 'table' && !isMany && options.method === 'likelihood' && unknown.length) {
            io.stderr.write(
              inLanguage(
                io,
                `${source}: not in the vocabulary of the model: ${unknown.join(' ')}\n`,
                `${source}：不在模型的词表里：${unknown.join(' ')}\n`,
              ),
            );
          }
        } else {
          const collector = collectors.get(group) ?? new KeywordCollector();
          collectors.set(group, collector);
          collector.add(result);
        }
      }
      for (const [group, collector] of collectors) {
        yield groupResult(group, collector.documents, collector.top(options.topN ?? USUAL_KEYWORDS));
      }
    }

    const pieces = formatResults(form, hasSeveral, rawCsv, results());
    setExitCode(await writeResults(io, output, pieces, errors, inputs, () => (found ? undefined : noKeyword(io))));
  });
}

/** Characters of a word that a message repeats. */
const REPEATED = 50;

const shortened = (word: string) => (word.length > REPEATED ? `${word.slice(0, REPEATED)}…` : word);
