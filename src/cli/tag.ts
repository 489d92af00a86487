import { Command } from 'commander';
import {
  checkOutput,
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
  resolveOptions,
  suggestTags,
  suggestTagsWithEncoder,
  type TagIndex,
  TagPool,
  writeTagIndex,
} from '../node.js';
import {
  encoderOptions,
  inputOptions,
  modelOptions,
  outputOptions,
  suggestOptions,
  tagCommandOptions,
  writeOptions,
} from '../options.js';
import { addFlags, flagsOf } from './flags.js';
import { formatResults, type Result } from './format-keywords.js';
import { tagErrorResult, tagResult } from './format-tags.js';
import { findInputs } from './inputs.js';
import type { CommandIo } from './io.js';
import { type NamedText, readTexts } from './read-texts.js';
import { failed, formOfFile, writeResults } from './write-results.js';

const examples = `
Examples:
  telltale tag --tags tags.txt --file article.txt
  telltale tag --tags tags.csv --learn tagged.jsonl --save tags.safetensors
  telltale tag --tags tags.safetensors --file articles.jsonl --output tags.csv
  telltale tag --tags vocabulary.ttl --tags-language en --explain --file article.txt`;

const { groupBy: _none, io: _noFilter, maxLineBytes: _noLines, ...reading } = inputOptions;
/** Tags of a list that are named in a warning. */
const NAMED = 5;

/** What a text is called, and its tags, or why there are none. */
type Tagged = Pick<NamedText, 'source' | 'id'> & { readonly result: ManyTags };

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
  return command.addHelpText('after', examples).action(async (texts: string[]) => {
    const list = resolveOptions(tagCommandOptions, flagsOf(command, tagCommandOptions));
    const input = flagsOf(command, reading);
    const { threads, onError, maxErrors } = resolveOptions(reading, input);
    const { format } = resolveOptions(outputOptions, flagsOf(command, outputOptions));
    const { output, rawCsv } = resolveOptions(writeOptions, flagsOf(command, writeOptions));
    const options = resolveOptions(suggestOptions, flagsOf(command, suggestOptions));
    const { model, ...modelFlags } = resolveOptions(modelOptions, flagsOf(command, modelOptions));
    const { encoder: encoderName } = resolveOptions(encoderOptions, flagsOf(command, encoderOptions));
    if (list.tags === undefined) {
      throw new KeywordError('INVALID_OPTION', 'There is no list of tags. Name one with --tags FILE.');
    }
    if (list.save !== undefined && !list.save.endsWith('.safetensors')) {
      throw new KeywordError(
        'INVALID_OPTION',
        `--save is "${list.save}"; an index is saved as .safetensors, and nothing else is written over.`,
      );
    }
    for (const path of [output, list.save]) if (path !== undefined) checkOutput(path);
    const form = output === undefined ? format : formOfFile(output);
    const name = await modelForTags(list.tags, model, list.tagsLanguage);
    const textModel = await loadModel(name, modelFlags);
    const encoder = encoderName === undefined ? undefined : await loadEncoder(encoderName);
    const { index, warnings } = await openTags(list.tags, textModel, list.tagsLanguage, encoder);
    for (const warning of warnings) io.stderr.write(`telltale: ${warning}\n`);
    if (list.learn) await learn(index, list.learn, encoder, io);
    if (list.save !== undefined) await writeTagIndex(list.save, index);
    const hasTexts = texts.length > 0 || input.file !== undefined;
    if (!hasTexts && list.save !== undefined) return;
    const { inputs, isMany } = await findInputs(texts, input, io);
    const errors = new RecordErrors({ onError, maxErrors });
    let found = false;

    const suggest = async (text: string) =>
      encoder ? suggestTagsWithEncoder(index, encoder, text, options) : suggestTags(index, text, options);

    async function* tagged(): AsyncGenerator<Tagged> {
      const named = readTexts(texts, inputs, input);
      if (!isMany) {
        for await (const one of named) {
          yield { ...one, result: one.error ? failed(one.error) : { tags: await suggest(one.text) } };
        }
        return;
      }
      const pool = await TagPool.open(index, name, {
        ...modelFlags,
        encoder: encoderName,
        ...(threads ? { threads } : {}),
      });
      const waiting: (Omit<Tagged, 'result'> & { result?: ManyTags })[] = [];
      const readable = async function* () {
        for await (const { source, id, ...one } of named) {
          waiting.push({ source, ...(id !== undefined && { id }), ...(one.error && { result: failed(one.error) }) });
          if (!one.error) yield one.text;
        }
      };
      try {
        for await (const result of pool.suggestMany(readable(), options)) {
          while (waiting[0].result) yield waiting.shift() as Tagged;
          yield { ...waiting.shift()!, result };
        }
        yield* waiting as Tagged[];
      } finally {
        await pool.close();
      }
    }

    async function* results(): AsyncGenerator<Result> {
      const watched = errors.watch(tagged(), ({ source, result }) => {
        if (!('error' in result)) return undefined;
        const { code, message } = result.error;
        return { code, message: message.includes(source) ? message : `${source}: ${message}` };
      });
      for await (const { source, id, result } of watched) {
        if ('error' in result) yield tagErrorResult(source, id, result.error);
        else {
          found ||= result.tags.length > 0;
          yield tagResult(source, id, result.tags);
        }
      }
    }

    const isTitled = isMany || texts.length > 1 || inputs.length > 1;
    const pieces = formatResults(form, isTitled, rawCsv, results());
    const nothing = 'No tag was found: nothing in the text speaks for a tag of the list.';
    setExitCode(await writeResults(io, output, pieces, errors, () => (found ? undefined : nothing)));
  });
}

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
  const { texts, untagged, wordless, unknownTags } = await learnTagsWithEncoder(index, encoder, read());
  const say = (line: string) => io.stderr.write(`telltale: ${line}\n`);
  say(
    `learned from ${texts} texts; ${index.learned?.texts ?? 0} in all, with ${used(index)} of ${index.ids.length} tags.`,
  );
  if (failures.length > 0) {
    const places = failures.slice(0, NAMED).map((message) => `\n  ${message}`);
    say(
      `${failures.length} of the records to learn from failed:${places.join('')}${failures.length > NAMED ? '\n  …' : ''}`,
    );
  }
  if (texts === 0) {
    throw new KeywordError(
      'INVALID_TAGS',
      `Nothing was learned from ${paths.join(', ')}: no record has a text with a tag of the list. Expected {"text", "tags": […]}, the tags spelled as in the list.`,
    );
  }
  if (untagged > 0) say(`${untagged} texts have no tag of the list; nothing was learned from them.`);
  if (wordless > 0) say(`${wordless} texts have no words that say anything; nothing was learned from them.`);
  if (unknownTags.count > 0) {
    const names = unknownTags.first.slice(0, NAMED).map((tag) => JSON.stringify(tag));
    say(
      `${unknownTags.count} tags of texts are not in the list: ${names.join(', ')}${unknownTags.count > NAMED ? ', …' : ''}`,
    );
  }
  if (!index.weights.calibration) say('too few examples for probabilities: not calibrated.');
}

const used = ({ learned }: TagIndex) => learned?.uses.reduce((count, uses) => count + (uses > 0 ? 1 : 0), 0) ?? 0;
