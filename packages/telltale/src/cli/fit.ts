import {
  commonestLanguage,
  counted,
  type Difference,
  type FittedPrior,
  fitPrior,
  KeywordError,
  type LabelledText,
  languageOfText,
  modelForText,
  RecordErrors,
  resolveOptions,
  writeFileAtomically,
} from '@telltale/core';
import { fitOptions, modelOptions, readingOptions } from '@telltale/core/internal/options.js';
import { Command } from 'commander';
import { checkWritten } from './check-outputs.js';
import { warn } from './error-message.js';
import { addFlags, flagsOf } from './flags.js';
import { helpText } from './help.js';
import { checkReading } from './inputs.js';
import { type CommandIo, FAILED } from './io.js';
import { readLabelled } from './labelled-records.js';
import { inLanguage, say } from './language.js';
import { formatTable } from './table.js';
import { openWeights } from './weights.js';

const examples = `
A record has a text and its keywords, {"text", "title"?, "keywords": […]}, or those of the keywords shown that somebody
took and did not take, {"text", "chosen": […], "rejected": […]}; in a table a list is one cell, a; b; c.

Examples:
  telltale fit labelled.jsonl --output weights.json
  telltale extract --weights weights.json --file article.txt
  telltale fit articles.csv --field body --keywords-field tags -o weights.json
  telltale fit more.jsonl --weights weights.json -o better.json`;

/** telltale fit: weights of the prior for texts like those that were labelled. */
export function fitCommand(io: CommandIo, setExitCode: (code: number) => void): Command {
  const command = new Command('fit')
    .description('Fit the ranking to 25 to 1,000 texts whose keywords you know.')
    .argument('<files...>', 'Labelled texts: .jsonl, .json, .csv, .tsv or .parquet; - is standard input.');
  for (const group of [fitOptions, modelOptions, readingOptions]) addFlags(command, group);
  return command.addHelpText('after', helpText(io, examples)).action(async (files: string[]) => {
    const { output, force, lang, weights: given, ...fields } = resolveOptions(fitOptions, flagsOf(command, fitOptions));
    checkWritten(command, output, files);
    const weights = openWeights(given);
    const { model, ...modelFlags } = resolveOptions(modelOptions, flagsOf(command, modelOptions));
    const reading = flagsOf(command, readingOptions);
    checkReading(reading);
    const errors = new RecordErrors({});
    const records = errors.watch(readLabelled(files, fields, reading, io), (record) =>
      'error' in record ? (record.error as KeywordError) : undefined,
    );
    const labelled: LabelledText[] = [];
    for await (const record of records) if ('text' in record) labelled.push(record);
    const summary = errors.summary();
    if (summary) warn(io, summary);
    if (labelled.length === 0)
      throw new KeywordError('INVALID_LABELS', `No record is a labelled text${summary ? ', as said above' : ''}.`);
    const language =
      lang === 'auto' ? commonestLanguage(await Promise.all(labelled.map(({ text }) => languageOfText(text)))) : lang;
    const textModel = await modelForText(model, modelFlags, language)('');
    const fitted = fitPrior(textModel, labelled, { lang, weights });
    io.stdout.write(describe(fitted, io));
    if (!fitted.isBetter && !force) {
      say(
        io,
        `the fitted weights do not beat those they start from beyond noise${output === undefined ? '' : `, so ${output} was not written`}. Label more texts, or write them all the same with --force.`,
        `拟合的权重没有显著胜过初始权重${output === undefined ? '' : `，因此没有写入 ${output}`}。请再标一些文本，或用 --force 照样写出。`,
      );
      setExitCode(FAILED);
      return;
    }
    if (output === undefined) return;
    await writeFileAtomically(output, [new TextEncoder().encode(`${JSON.stringify(fitted.weights, null, 2)}\n`)]);
    io.stderr.write(inLanguage(io, `Wrote ${output}.\n`, `已写入 ${output}。\n`));
  });
}

/** What was fitted to, how much it gains, and how the gain grows with the texts. */
function describe({ weights, texts, leftOut, measures, curve }: FittedPrior, io: CommandIo): string {
  const percent = (value: number) => (100 * value).toFixed(1);
  const signed = (value: number) => (value < 0 ? '' : '+') + percent(value);
  const interval = ({ mean, low, high }: Difference) => `${signed(mean)} [${signed(low)}, ${signed(high)}]`;
  const rows = [
    [inLanguage(io, 'before', '拟合前'), ...measures.map(({ before }) => percent(before))],
    ...curve.map(({ texts: size, measures: reached }) => [
      inLanguage(io, `fitted to ${size}`, `拟合 ${size} 篇`),
      ...measures.map(({ name }) => percent(reached[name])),
    ]),
    [inLanguage(io, 'gain', '增益'), ...measures.map(({ gain }) => interval(gain))],
  ];
  const columns = measures.map(({ name }) => ({ title: name, align: 'right' as const }));
  const left = [
    leftOut.otherLanguage > 0
      ? inLanguage(io, `${leftOut.otherLanguage} in another language`, `${leftOut.otherLanguage} 篇是别的语言`)
      : '',
    leftOut.unusable > 0
      ? inLanguage(
          io,
          `${leftOut.unusable} that say none of their labels`,
          `${leftOut.unusable} 篇没有提到自己的关键词`,
        )
      : '',
  ].filter(Boolean);
  const out = left.length > 0 ? inLanguage(io, `; left out: ${left.join(', ')}`, `；略去：${left.join('，')}`) : '';
  const [of, measure] = [
    inLanguage(io, `${counted(texts, 'text')} (${weights.language})`, `${texts} 篇文本（${weights.language}）`),
    inLanguage(
      io,
      'Percent on texts held out of the fit, with the 95 % interval of the gain:',
      '在不参与拟合的文本上的百分比，以及增益的 95 % 区间：',
    ),
  ];
  return `${of}${out}\n\n${measure}\n\n${formatTable([{ title: '' }, ...columns], rows)}`;
}
