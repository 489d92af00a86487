import { extname } from 'node:path';
import {
  analyzerWith,
  checkNotRead,
  explanationHtml,
  explanationSvg,
  heatMap,
  type KeywordAnalysis,
  KeywordError,
  modelForText,
  RecordErrors,
  resolveOptions,
  strongestKeywords,
} from '@telltale/core';
import {
  encoderOptions,
  explainOptions,
  extractOptions,
  inputOptions,
  modelOptions,
} from '@telltale/core/internal/options.js';
import { Command } from 'commander';
import { checkWritten } from './check-outputs.js';
import { addFlags, flagsOf } from './flags.js';
import { helpText } from './help.js';
import { checkOneTitle, findInputs } from './inputs.js';
import type { CommandIo } from './io.js';
import { inLanguage } from './language.js';
import { type Answered, analyzeOne, failed, watchAnswers } from './many-texts.js';
import { noticesTo } from './notices.js';
import { readTexts } from './read-texts.js';
import { formatTable } from './table.js';
import { withWeights } from './weights.js';
import { widthOf } from './width.js';
import { formByEnding, noKeyword, writeResults } from './write-results.js';

const { explain: _always, absent: _none, ...keywordOptions } = extractOptions;
const { groupBy: _group, lines: _lines, threads: _threads, onError: _on, maxErrors: _max, ...reading } = inputOptions;

const examples = `
Examples:
  telltale explain --file article.txt
  telltale explain --file article.txt --format html --output article.html
  telltale explain 太阳是一颗恒星 --method likelihood --format json`;

/** What the ending of an output file says. */
const endings = { txt: 'terminal', json: 'json', html: 'html', htm: 'html', svg: 'svg' } as const;

/** Colours of the 256-colour palette that differ well, on light and dark. */
const palette = [33, 208, 34, 162, 37, 135, 136, 197, 67, 100];
const shades = [' ', '░', '▒', '▓', '█'];

/** telltale explain: why the keywords of a text are its keywords. */
export function explainCommand(io: CommandIo, setExitCode: (code: number) => void): Command {
  const command = new Command('explain')
    .description('Show what every word of a text adds to the score of every keyword.')
    .argument('[text]', 'A text, in quotes.');
  for (const group of [keywordOptions, modelOptions, encoderOptions, reading, explainOptions]) addFlags(command, group);
  return command.addHelpText('after', helpText(io, examples)).action(async (given: string | undefined) => {
    const shown = flagsOf(command, explainOptions);
    const { format: formatAsked, output } = resolveOptions(explainOptions, shown);
    checkWritten(command, output);
    // A name without an ending, such as /dev/stdout, says nothing.
    const isNamed = output !== undefined && extname(output) !== '';
    const format = isNamed && shown.format === undefined ? formByEnding(output, endings) : formatAsked;
    const options = { ...withWeights(resolveOptions(keywordOptions, flagsOf(command, keywordOptions))), explain: true };
    const { model, ...modelFlags } = resolveOptions(modelOptions, flagsOf(command, modelOptions));
    const { encoder } = resolveOptions(encoderOptions, flagsOf(command, encoderOptions));
    const input = flagsOf(command, reading);
    if (input.io) {
      const { checkFilter, runFilter } = await import('./filter.js');
      const { keywordWorker } = await import('./filter-workers.js');
      checkOneTitle(options);
      checkFilter(given === undefined ? [] : [given], input, flagsOf(command, explainOptions));
      const flags = { model, ...modelFlags, encoder };
      const found = (text: string, analysis: KeywordAnalysis) => ({
        found: { ...analysis, svg: explanationSvg(text, analysis) },
      });
      const work = () => keywordWorker(flags, { ...options, absent: 0 }, 1, noticesTo(io), found);
      const resolved = resolveOptions<typeof inputOptions>(inputOptions, input);
      return setExitCode(await runFilter(io, resolved, 'explanation', work));
    }
    const analyze = await analyzerWith(encoder);
    const modelOf = modelForText(model, modelFlags, options.lang);
    const texts = given === undefined ? [] : [given];
    await using opened = await findInputs(texts, input, io);
    const { inputs, isMany } = opened;
    checkNotRead(
      output,
      inputs.map(({ file }) => file),
    );
    const errors = new RecordErrors({});
    const note = noticesTo(io);
    const nothing = inLanguage(
      io,
      'No other word of the text is clearly explained by a keyword.',
      '没有关键词能明显解释文中的其他词。',
    );
    let found = false;

    async function* analyzed(): AsyncGenerator<Answered<KeywordAnalysis>> {
      for await (const one of readTexts(texts, inputs, input)) {
        if (one.error) yield { ...one, result: failed(one.error) };
        else {
          const titled = { ...options, absent: 0, title: one.title ?? options.title };
          yield { ...one, result: await analyzeOne(analyze, await modelOf(one.text), one.text, titled) };
        }
      }
    }

    async function* explanations(): AsyncGenerator<string> {
      let explained = 0;
      for await (const { source, text = '', result } of watchAnswers(errors, analyzed())) {
        if ('error' in result) continue;
        if (++explained > 1 && output !== undefined && (format === 'html' || format === 'svg')) {
          throw new KeywordError(
            'INVALID_OPTION',
            `${output} can show one text as ${format}, and there are several. Explain one, or use --format json.`,
          );
        }
        note(result, isMany || inputs.length > 1 ? source : undefined);
        found ||= result.keywords.length > 0;
        yield {
          terminal: () => inTerminal(text, result, output === undefined && io.stdout.isTTY === true, nothing),
          json: () => `${JSON.stringify({ text, ...result }, null, 2)}\n`,
          html: () => explanationHtml(text, result),
          svg: () => explanationSvg(text, result),
        }[format]();
      }
    }

    setExitCode(
      await writeResults(io, output, explanations(), errors, inputs, () => (found ? undefined : noKeyword(io))),
    );
  });
}

/**
 * The text in the colours of its keywords, the keywords, and the heat map as shaded blocks.
 *
 * @param nothing what to say where no keyword explains another word
 */
function inTerminal(text: string, analysis: KeywordAnalysis, coloured: boolean, nothing: string): string {
  const paint = (word: string, k: number, bold = false) =>
    coloured && k >= 0 ? `\x1b[${bold ? '1;' : ''}38;5;${palette[k % palette.length]}m${word}\x1b[0m` : word;
  let out = '';
  if (coloured) {
    const strongest = strongestKeywords(analysis);
    let at = 0;
    analysis.explanation!.tokens.forEach(([start, end], t) => {
      if (start < at) return;
      const { keyword, strength } = strongest[t];
      out += text.slice(at, start) + paint(text.slice(start, end), strength > 0.15 ? keyword : -1, strength > 0.6);
      at = end;
    });
    out += `${text.slice(at)}\n\n`;
  }
  // Where no keyword clearly explains another word, there is no column of nothing.
  const explaining = analysis.keywords.some(({ explains = [] }) => explains.length > 0);
  out += formatTable(
    [
      { title: '' },
      { title: 'keyword' },
      { title: 'score', align: 'right' },
      ...(explaining ? [{ title: 'explains' }] : []),
    ],
    analysis.keywords.map(({ text: word, score, explains = [] }, k) => [
      String(k + 1),
      paint(word.replaceAll(/\s+/gu, ' '), k),
      score.toFixed(3),
      ...(explaining ? [explains.slice(0, 8).join(' ') || '–'] : []),
    ]),
  );
  if (!explaining) out += `\n${nothing}\n`;
  return `${out}\n${blocks(analysis, text, paint)}`;
}

function blocks(analysis: KeywordAnalysis, text: string, paint: (word: string, k: number) => string): string {
  const { words, keywords, values } = heatMap(text, analysis, 24);
  const largest = keywords.map((_, k) => values.reduce((most, row) => Math.max(most, row[k]), 0) || 1);
  const width = Math.max(0, ...words.map((word) => widthOf(word)));
  const lines = values.map((row, w) => {
    const cells = row.map((value, k) => {
      const shade = Math.round(Math.sqrt(Math.max(0, value) / largest[k]) * (shades.length - 1));
      return paint(shades[shade].repeat(2), k);
    });
    return `${' '.repeat(width - widthOf(words[w]))}${words[w]}  ${cells.join(' ')}`.trimEnd();
  });
  const head = `${' '.repeat(width)}  ${keywords.map((_, k) => paint(String(k + 1).padEnd(2), k)).join(' ')}`.trimEnd();
  return `${[head, ...lines].join('\n')}\n`;
}
