import { existsSync } from 'node:fs';
import {
  checkNotRead,
  counted,
  type Encoder,
  KeywordError,
  learnTagsWithEncoder,
  loadEncoder,
  loadModel,
  type ManyTags,
  modelForTags,
  openTags,
  RecordErrors,
  readTaggedTexts,
  readTags,
  resolveOptions,
  type SuggestedTag,
  suggestTitled,
  type TagIndex,
  TagPool,
  type TitledText,
  writeTagIndex,
} from '@telltale/core';
import {
  encoderOptions,
  inputOptions,
  modelOptions,
  outputOptions,
  suggestOptions,
  tagCommandOptions,
  writeOptions,
} from '@telltale/core/internal/options.js';
import { Command } from 'commander';
import { libraryInChinese } from '../messages/chinese.js';
import { checkWritten } from './check-outputs.js';
import { warn } from './error-message.js';
import { addFlags, flagsOf } from './flags.js';
import { formatResults, type Result } from './format-keywords.js';
import { emptyTagRow, tagErrorResult, tagResult } from './format-tags.js';
import { helpText } from './help.js';
import { inFlags } from './in-flags.js';
import { checkOneTitle, findInputs } from './inputs.js';
import type { CommandIo } from './io.js';
import { inLanguage, say } from './language.js';
import { type Answered, answerMany, failed, watchAnswers } from './many-texts.js';
import { languageNotices } from './notices.js';
import { readTexts } from './read-texts.js';
import { formOfFile, writeResults } from './write-results.js';

const examples = `
Examples:
  telltale tag --tags tags.txt --file article.txt
  telltale tag --tags tags.csv --learn tagged.jsonl --save tags.safetensors
  telltale tag --tags tags.safetensors --file articles.jsonl --output tags.csv
  telltale tag --tags tags.safetensors --io jsonl < records.jsonl > with-tags.jsonl
  telltale tag --tags vocabulary.ttl --tags-language en --explain --file article.txt`;

const { groupBy: _none, ...reading } = inputOptions;
/** Tags of a list that are named in a warning. */
const NAMED = 5;

/** telltale tag: tags of texts, from a list. */
export function tagCommand(io: CommandIo, setExitCode: (code: number) => void): Command {
  const command = new Command('tag')
    .description('Print the tags of texts, from a list of your own.')
    .argument('[texts...]', 'Texts, each in quotes.');
  const groups = [
    tagCommandOptions,
    suggestOptions,
    modelOptions,
    encoderOptions,
    reading,
    outputOptions,
    writeOptions,
  ];
  for (const group of groups) addFlags(command, group);
  return command.addHelpText('after', helpText(io, examples)).action(async (texts: string[]) => {
    const list = resolveOptions(tagCommandOptions, flagsOf(command, tagCommandOptions));
    const input = flagsOf(command, reading);
    const { threads, onError, maxErrors } = resolveOptions(reading, input);
    const outputFlags = flagsOf(command, outputOptions);
    const { format } = resolveOptions(outputOptions, outputFlags);
    const { output, rawCsv } = resolveOptions(writeOptions, flagsOf(command, writeOptions));
    const options = resolveOptions(suggestOptions, flagsOf(command, suggestOptions));
    const { model, ...modelFlags } = resolveOptions(modelOptions, flagsOf(command, modelOptions));
    const { encoder: encoderName } = resolveOptions(encoderOptions, flagsOf(command, encoderOptions));
    const filter = input.io ? await import('./filter.js') : undefined;
    if (filter) checkOneTitle(list);
    filter?.checkFilter(texts, input, flagsOf(command, { ...outputOptions, ...writeOptions }));
    if (list.tags === undefined) {
      throw new KeywordError(
        'INVALID_OPTION',
        'There is no list of tags. Name a file with one tag per line: --tags tags.txt.',
        { zh: '没有标签表。请用 --tags 指定一个文件，每行一个标签，如 --tags tags.txt。' },
      );
    }
    if (list.save !== undefined && !list.save.endsWith('.safetensors')) {
      throw new KeywordError(
        'INVALID_OPTION',
        `--save is "${list.save}"; an index is saved as .safetensors, and no other file is overwritten.`,
      );
    }
    checkWritten(command, output);
    checkWritten(command, list.save, [], 'tags');
    const form = output === undefined ? format : formOfFile(output, outputFlags.format);
    const given = await readTags(list.tags, list.tagsLanguage);
    const name = await modelForTags(given, model, undefined, list.lang);
    const textModel = await loadModel(name, modelFlags);
    for (const warning of textModel.warnings ?? []) warn(io, `${name}: ${warning}`);
    const encoder = encoderName === undefined ? undefined : await loadEncoder(encoderName);
    const { index, warnings } = await openTags(given, textModel, undefined, encoder);
    for (const warning of warnings) warn(io, warning);
    if (list.learn) await learn(index, list.learn, encoder, io);
    if (list.save !== undefined) await writeTagIndex(list.save, index);
    else if (list.learn)
      say(
        io,
        'what was learned is not kept. To keep it, name a file with --save.',
        '学到的内容没有保存。要保存，请用 --save 指定文件。',
      );
    const says = options.evidence.includes('meaning');
    const note = says ? languageNotices(io, name, encoder, list.lang) : async () => {};
    if (filter) {
      const { tagWorker } = await import('./filter-workers.js');
      const work = (threads: number) =>
        tagWorker(index, { model: name, encoder: encoderName, ...modelFlags }, options, threads, encoder, note);
      return setExitCode(await filter.runFilter(io, resolveOptions(reading, input), 'tags', work));
    }
    const hasTexts = texts.length > 0 || input.file !== undefined;
    if (!hasTexts && list.save !== undefined) return;
    await using opened = await findInputs(texts, input, io);
    const { inputs, isMany } = opened;
    checkNotRead(
      output,
      inputs.map(({ file }) => file),
    );
    const hasSeveral = isMany || texts.length > 1 || inputs.length > 1;
    if (hasSeveral) checkOneTitle(list);
    const errors = new RecordErrors({ onError, maxErrors });
    let found = false;

    /** As the threads of the pool do it. */
    const tagsOf = async (titled: TitledText): Promise<ManyTags> => {
      try {
        return { tags: await suggestTitled(index, titled, options, encoder) };
      } catch (error) {
        if (!(error instanceof KeywordError) || error.code !== 'INVALID_TEXT') throw error;
        return failed(error);
      }
    };

    async function* noting(named: ReturnType<typeof readTexts>): ReturnType<typeof readTexts> {
      for await (const one of named) {
        if (!one.error) await note(one.text, hasSeveral ? one.source : undefined);
        yield one;
      }
    }

    async function* tagged(): AsyncGenerator<Answered<{ readonly tags: readonly SuggestedTag[] }>> {
      const named = noting(readTexts(texts, inputs, input));
      if (!isMany) {
        for await (const one of named) {
          if (one.error) yield { ...one, result: failed(one.error) };
          else yield { ...one, result: await tagsOf({ text: one.text, title: one.title ?? list.title }) };
        }
        return;
      }
      const pool = await TagPool.open(index, name, {
        ...modelFlags,
        encoder: encoderName,
        ...(threads ? { threads } : {}),
      });
      try {
        yield* answerMany(named, false, (texts) => pool.suggestMany(texts, options));
      } finally {
        await pool.close();
      }
    }

    async function* results(): AsyncGenerator<Result> {
      for await (const { source, place, id, result } of watchAnswers(errors, tagged())) {
        if ('error' in result) {
          yield tagErrorResult({ source, place, id, error: result.error, isTitled: hasSeveral }, io.language);
        } else {
          found ||= result.tags.length > 0;
          yield tagResult(source, id, result.tags);
        }
      }
    }

    const pieces = formatResults(form, hasSeveral, rawCsv, results(), emptyTagRow);
    const nothing = inLanguage(
      io,
      'No tag was found: nothing in the text supports a tag of the list.',
      '没有找到标签：文中没有支持任何标签的词。',
    );
    setExitCode(await writeResults(io, output, pieces, errors, inputs, () => (found ? undefined : nothing)));
  });
}

/** A text that follows --learn was meant to be tagged. */
const notToLearn = (path: string) =>
  new KeywordError(
    'FILE_NOT_FOUND',
    `There is no file ${path} to learn from. --learn takes all names up to the next option: put texts before it.`,
    { zh: `没有可供学习的文件 ${path}。--learn 会取走下一个选项之前的所有名称：请把文本放在它前面。` },
  );

async function learn(
  index: TagIndex,
  paths: readonly string[],
  encoder: Encoder | undefined,
  io: CommandIo,
): Promise<void> {
  const failures: string[] = [];
  async function* read() {
    for (const path of paths) yield* readTaggedTexts(path, (error) => failures.push(error.message));
  }
  for (const path of paths.slice(1)) if (!existsSync(path)) throw notToLearn(path);
  const { texts, untagged, wordless, unknownTags } = await learnTagsWithEncoder(index, encoder, read());
  const { length } = index.ids;
  const all = index.learned?.texts ?? 0;
  say(
    io,
    `learned from ${counted(texts, 'text')}; ${all} in all, with ${used(index)} of ${counted(length, 'tag')}.`,
    `从 ${texts} 篇文本学习；共学过 ${all} 篇，用到 ${length} 个标签中的 ${used(index)} 个。`,
  );
  if (failures.length > 0) {
    const places = failures.slice(0, NAMED).map((message) => `\n  ${message}`);
    const which = `${places.join('')}${failures.length > NAMED ? '\n  …' : ''}`;
    say(
      io,
      `${failures.length} of the records to learn from failed:${inFlags(which)}`,
      `供学习的记录有 ${failures.length} 条失败：${inFlags(libraryInChinese(which))}`,
    );
  }
  // Texts without any tag are given to be read.
  const areRead = untagged > 0 && unknownTags.count === 0;
  if (texts === 0 && !areRead) {
    throw new KeywordError(
      'INVALID_TAGS',
      `Nothing was learned from ${paths.join(', ')}: no record has a text with a tag of the list. Expected {"text", "tags": […]}, the tags spelled as in the list.`,
      {
        zh: `从 ${paths.join('、')} 什么也没有学到：没有记录带有表中的标签。应为 {"text", "tags": […]}，标签的写法与表中相同。`,
      },
    );
  }
  if (untagged > 0)
    say(
      io,
      `learned from ${counted(untagged, 'text')} without a tag of the list only how usual it is to say each tag.`,
      `${untagged} 篇文本没有表中的标签，只从中学习各标签被提到的常见程度。`,
    );
  if (wordless > 0)
    say(
      io,
      `learned nothing from ${counted(wordless, 'text')} without words that say anything.`,
      `${wordless} 篇文本没有实义词，没有从中学习。`,
    );
  if (unknownTags.count > 0) {
    const names = unknownTags.first.slice(0, NAMED).map((tag) => JSON.stringify(tag));
    const which = `${names.join(', ')}${unknownTags.count > NAMED ? ', …' : ''}`;
    say(
      io,
      `texts have ${counted(unknownTags.count, 'tag')} not in the list: ${which}`,
      `文本有 ${unknownTags.count} 个标签不在表中：${which}`,
    );
  }
  if (!index.weights.calibration)
    say(io, 'too few examples for probabilities: not calibrated.', '例子太少，不足以校准概率。');
}

const used = ({ learned }: TagIndex) => learned?.uses.reduce((count, uses) => count + (uses > 0 ? 1 : 0), 0) ?? 0;
