import {
  counted,
  KeywordError,
  languageOfAskedWord,
  loadConditionalModel,
  loadWordVectors,
  mostProbable,
  mostSimilar,
  nameWithCode,
  nearnessNotice,
  type RankedWord,
  rankedAs,
  resolveOptions,
  wordIndexOf,
} from '@telltale/core';
import { extractOptions, modelOptions, outputOptions, USUAL_KEYWORDS } from '@telltale/core/internal/options.js';
import { Command } from 'commander';
import { languageInChinese } from '../messages/names.js';
import { warn } from './error-message.js';
import { addFlags, flagsOf } from './flags.js';
import { helpText } from './help.js';
import type { CommandIo } from './io.js';
import { told } from './notices.js';
import { formatTable } from './table.js';

const neighbourOptions = {
  topN: {
    ...extractOptions.topN,
    default: USUAL_KEYWORDS,
    unit: 'words',
    description: 'Words printed, at most.',
    zh: '最多输出几个词。',
  },
  model: {
    ...modelOptions.model,
    description: 'Embedded model (zh, en), language (de, fr …), model file, or auto: that of the language of the word.',
    zh: '自带模型（zh、en）、语言（de、fr……）、模型文件，或 auto：该词语言的模型。',
  },
  lang: {
    ...extractOptions.lang,
    type: 'language' as const,
    description: 'Language of the word, a BCP 47 tag; auto: the one where the word is common.',
    zh: '该词的语言，用 BCP 47 标签；auto：该词常见于哪种语言就按哪种。',
  },
  format: {
    ...outputOptions.format,
    choices: ['table', 'json'] as const,
    description: 'table for people, json one array.',
    zh: 'table：给人看的表；json：一个数组。',
  },
};

interface NeighbourCommand {
  readonly name: string;
  readonly description: string;
  readonly title: string;
  readonly examples: string;
  /** @param warnOf told what to know of the model */
  rank(name: string, word: string, topN: number, warnOf: (warning: string) => void): Promise<RankedWord[]>;
}

/** telltale predict: the most probable words given a word. */
export const predictCommand = neighbourCommand({
  name: 'predict',
  description: 'Print the words most probable in the neighbourhood of a word: log p(word | WORD) in nats.',
  title: 'log p',
  examples: '\nExamples:\n  telltale predict 恒星\n  telltale predict 恒星 --top-n 20 --format json',
  rank: async (name, word, topN, warnOf) => {
    const { model, warnings } = await loadConditionalModel(name);
    warnings?.forEach(warnOf);
    return rankedAs(word, model, mostProbable(model, wordIndexOf(model.vocabulary, word), topN));
  },
});

/** telltale similar: the words used most like a word. */
export const similarCommand = neighbourCommand({
  name: 'similar',
  description: 'Print the words used most like a word: cosine of the input vectors, −1 … 1.',
  title: 'cosine',
  examples:
    '\nExamples:\n  telltale similar 恒星\n  telltale similar guerre --lang fr\n  telltale similar 恒星 --model mine.safetensors',
  rank: async (name, word, topN, warnOf) => {
    const model = await loadWordVectors(name);
    model.warnings?.forEach(warnOf);
    return rankedAs(word, model, mostSimilar(model, wordIndexOf(model.vocabulary, word), topN));
  },
});

function neighbourCommand({ name, description, title, examples, rank }: NeighbourCommand) {
  return (io: CommandIo): Command => {
    const command = new Command(name).description(description).argument('<word>', 'A word of the vocabulary.');
    return addFlags(command, neighbourOptions)
      .addHelpText('after', helpText(io, examples))
      .allowExcessArguments()
      .action(async () => {
        const word = oneWord(name, command.args);
        const options = resolveOptions(neighbourOptions, flagsOf(command, neighbourOptions));
        const { language: model, rival } =
          options.model === 'auto' ? await languageOfAskedWord(word, options.lang) : { language: options.model };
        const ranked = await rank(model, word, options.topN, (warning) => warn(io, `${model}: ${warning}`)).catch(
          (error: unknown) => {
            throw options.model === 'auto' && options.lang === 'auto' ? withLanguage(error, model) : error;
          },
        );
        const notice = nearnessNotice(model, ranked.length, rival);
        if (notice !== undefined) warn(io, told(undefined, notice));
        io.stdout.write(
          options.format === 'json'
            ? `${JSON.stringify(ranked, null, 2)}\n`
            : formatTable(
                [{ title: 'word' }, { title, align: 'right' }],
                ranked.map(({ word, value }) => [word, value.toFixed(4)]),
              ),
        );
      });
  };
}

/** The error of a word that a model has not, with the language that the word was taken for. */
function withLanguage(error: unknown, language: string): unknown {
  if (!(error instanceof KeywordError) || error.code !== 'NOT_IN_VOCABULARY') return error;
  return new KeywordError(
    error.code,
    `${error.message} It was looked up as ${nameWithCode(language)}; name another language with --lang.`,
    {
      zh: `${error.zh ?? error.message}该词按${languageInChinese(language)}（${language}）查询；若是其他语言，请用 --lang 指明。`,
    },
  );
}

/** The word that a command was given. @throws KeywordError INVALID_OPTION where there are several, or none */
function oneWord(name: string, given: readonly string[]): string {
  const words = given.flatMap((argument) => argument.split(/[ \t\r\n]+/)).filter(Boolean);
  if (words.length === 1) return given[0];
  if (words.length === 0) {
    throw new KeywordError('INVALID_OPTION', `telltale ${name} takes one word, got none. Which word?`, {
      zh: `telltale ${name} 需要一个词，现在没有。请给出要查询的词。`,
    });
  }
  throw new KeywordError(
    'INVALID_OPTION',
    `telltale ${name} takes one word, got ${counted(words.length, 'word')}: ${words.join(', ')}. Ask for them one by one.`,
    { zh: `telltale ${name} 只接受一个词，现有 ${words.length} 个：${words.join('、')}。请逐个查询。` },
  );
}
