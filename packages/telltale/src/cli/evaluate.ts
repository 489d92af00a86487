import { basename } from 'node:path';
import {
  analyzerWith,
  compareByEditor,
  compareGuesses,
  compareRankings,
  embeddedLanguage,
  KeywordError,
  languageOfText,
  loadEncoder,
  loadWordVectors,
  matchingOf,
  modelForText,
  RecordErrors,
  resolveOptions,
  splitHalves,
  takesEncoder,
  vectorReader,
  withoutCase,
  wordReader,
  worstByEditor,
  worstByGold,
  worstByGuess,
  writeFileAtomically,
} from '@telltale/core';
import { encoderOptions, evaluateOptions, modelOptions } from '@telltale/core/internal/options.js';
import { Command } from 'commander';
import { checkWritten } from './check-outputs.js';
import { corpusOptions } from './corpus.js';
import { warn } from './error-message.js';
import { compareTagging } from './evaluate-tags.js';
import { type Comparison, formatComparisons } from './evaluation-format.js';
import {
  type DatasetDocument,
  keywordsByMethod,
  nameOfFile,
  readDataset,
  readPredictions,
} from './evaluation-methods.js';
import { addFlags, flagsOf } from './flags.js';
import { helpText } from './help.js';
import { checkReading } from './inputs.js';
import type { CommandIo } from './io.js';
import { openWeights } from './weights.js';

const defaultMethods = ['mixture', 'likelihood', 'tf-idf', 'text-rank'];

const examples = `
A data set is JSON lines {"id", "text", "title"?, "keywords": […]}; for the measure editor {"id", "lang", "text", "want":
[…], "strike": […]}, for tags {"id", "text", "title"?, "tags": […]}; predictions of other tools are {"id", "keywords"} or
{"id", "tags"}, best first.
A method may have options after it: mixture:semanticWeight=0:select=top, mixture:weights=mine.json.

Examples:
  telltale evaluate gold.jsonl --method mixture,tf-idf,text-rank --details 5
  telltale evaluate gold.jsonl --predictions yake.jsonl keybert.jsonl --format csv
  telltale evaluate gold.jsonl --encoder en
  telltale evaluate edited.jsonl --measure editor --method mixture,tf-idf
  telltale evaluate texts.jsonl --measure guess --reader other-vectors.bin
  telltale evaluate tagged.jsonl --measure tags --tags list.txt --learn more.jsonl --predictions annif.jsonl`;

/**
 * telltale evaluate: how good keywords are, by those that people chose, by an editor's marks or by what they let guess, and how
 * good tags are.
 */
export function evaluateCommand(io: CommandIo): Command {
  const command = new Command('evaluate')
    .description(
      'Compare methods by the keywords or tags that people chose, or by how well texts can be guessed from theirs.',
    )
    .argument('<datasets...>', 'Data sets: files of records.');
  for (const group of [evaluateOptions, modelOptions, encoderOptions, corpusOptions]) addFlags(command, group);
  return command.addHelpText('after', helpText(io, examples)).action(async (datasets: string[]) => {
    const options = resolveOptions(evaluateOptions, flagsOf(command, evaluateOptions));
    checkWritten(command, options.writeHalves, datasets);
    if (options.writeHalves !== undefined && (options.measure !== 'guess' || datasets.length > 1)) {
      throw new KeywordError(
        'INVALID_OPTION',
        '--write-halves writes the halves of one data set, for --measure guess. Leave it out, or evaluate one data set by that measure.',
      );
    }
    const { model, ...modelFlags } = resolveOptions(modelOptions, flagsOf(command, modelOptions));
    const modelOf = modelForText(model, modelFlags);
    // What a tag means is asked of an embedded model, whatever language texts look like.
    const taggingModelOf = (text: string) => modelForText(model, modelFlags, embeddedLanguage(text))(text);
    const { encoder } = resolveOptions(encoderOptions, flagsOf(command, encoderOptions));
    const plain = await analyzerWith(undefined);
    const isOfTags = options.measure === 'tags';
    const encoded = encoder === undefined || isOfTags ? undefined : await analyzerWith(encoder);
    const tagEncoder = encoder === undefined || !isOfTags ? undefined : await loadEncoder(encoder);
    const { details } = options;
    const weights = openWeights(options.weights);
    const compare = { gold: compareByGold, editor: compareEdited, guess: compareByGuessing, tags: compareTagged }[
      options.measure
    ];
    const {
      inputFormat: format,
      onError,
      maxErrors,
      ...rest
    } = resolveOptions(corpusOptions, flagsOf(command, corpusOptions));
    checkReading(rest);
    const reading = { ...rest, format, stdin: io.stdin };
    const comparisons: Comparison[] = [];
    for (const path of datasets) {
      const errors = new RecordErrors({ onError, maxErrors });
      const all = (await readDataset(path, options.measure, reading, errors)).slice(0, options.limit);
      const summary = errors.summary();
      if (summary) warn(io, summary);
      const documents = options.measure === 'gold' ? all.filter(({ keywords }) => keywords.length > 0) : all;
      if (documents.length === 0) {
        throw new KeywordError('INVALID_TEXT', `${path} has no document${all.length > 0 ? ' with keywords' : ''}.`);
      }
      comparisons.push(...(await compare(nameOfFile(path), documents, path)));
    }
    io.stdout.write(await formatComparisons(comparisons, options.format));

    async function methodsOn(texts: readonly DatasetDocument[]) {
      const ours = [];
      for (const name of options.method ?? defaultMethods) {
        ours.push(await keywordsByMethod(name, texts, modelOf, plain, { weights }));
        if (!encoded || !takesEncoder(name.split(':')[0])) continue;
        ours.push(await keywordsByMethod(name, texts, modelOf, encoded, { weights, title: `${name} + encoder` }));
      }
      for (const file of options.predictions ?? []) ours.push(await readPredictions(file, texts, reading));
      return ours;
    }

    async function compareByGold(dataset: string, texts: readonly DatasetDocument[]): Promise<Comparison[]> {
      const methods = await methodsOn(texts);
      const lang = options.lang ?? (await languageOf(dataset, texts));
      const head = { dataset, documents: texts.length, matching: matchingOf(lang) };
      return (['all', 'present'] as const).map((gold) => ({
        ...head,
        gold,
        methods: compareRankings(texts, methods, lang, gold),
        ...(gold === 'all' && details && { texts: worstByGold(texts, methods[0].keywords, lang, details) }),
      }));
    }

    async function compareEdited(dataset: string, texts: readonly DatasetDocument[]): Promise<Comparison[]> {
      const methods = await methodsOn(texts);
      const edited = [];
      for (const document of texts) {
        const lang = options.lang ?? document.lang ?? (await languageOf(dataset, [document]));
        edited.push({ ...document, lang });
      }
      const tokens = [];
      for (const { text } of texts) tokens.push((await modelOf(text)).tokenizer.tokenize(text));
      const compared = compareByEditor(edited, methods, tokens);
      const ids = texts.map(({ id }) => id);
      const head = { dataset, documents: texts.length, gold: "an editor's marks" };
      return [{ ...head, methods: compared, ...(details && { texts: worstByEditor(ids, compared[0], details) }) }];
    }

    async function compareByGuessing(dataset: string, texts: readonly DatasetDocument[]): Promise<Comparison[]> {
      const halves = texts.flatMap((document) => {
        const split = splitHalves(document.text);
        return split ? [{ first: { ...document, text: split[0] }, second: split[1] }] : [];
      });
      const firsts = halves.map(({ first }) => first);
      if (options.writeHalves !== undefined) {
        const lines = firsts.map(({ id, text }) => `${JSON.stringify({ id, text })}\n`);
        await writeFileAtomically(options.writeHalves, [new TextEncoder().encode(lines.join(''))]);
      }
      const { tokenizer, language = '' } = await modelOf(texts[0].text);
      const cut = (text: string) => tokenizer.words(text);
      const readers = [wordReader(withoutCase(language))];
      for (const file of options.reader ?? []) readers.push(vectorReader(basename(file), await loadWordVectors(file)));
      const methods = await methodsOn(firsts);
      const seconds = halves.map(({ second }) => cut(second));
      const compared = compareGuesses(seconds, methods, readers, cut);
      const ids = firsts.map(({ id }) => id);
      const worst = details && { texts: worstByGuess(ids, methods[0].keywords, compared[0].values, details) };
      return [{ dataset, documents: halves.length, gold: 'other half', methods: compared, ...worst }];
    }

    async function compareTagged(
      dataset: string,
      texts: readonly DatasetDocument[],
      path: string,
    ): Promise<Comparison[]> {
      const lang = options.lang ?? (await languageOf(dataset, texts));
      const models = { modelOf: taggingModelOf, encoder: tagEncoder };
      return compareTagging(path, dataset, texts, lang, options, models, reading, (message) => warn(io, message));
    }
  });
}

/** By the beginning of the file's name (en_inspec), else that of the texts. */
async function languageOf(dataset: string, texts: readonly DatasetDocument[]): Promise<string> {
  const named = /^(?:halves of )?([a-z]{2})_/.exec(dataset)?.[1];
  return named ?? languageOfText(texts.map(({ text }) => text.slice(0, 200)).join('\n'));
}
