import { workerData } from 'node:worker_threads';
import type { Encoder } from '@telltale/core/internal/encoder/encoder.js';
import { KeywordError } from '@telltale/core/internal/errors.js';
import { analyzeResolved } from '@telltale/core/internal/extract/extract-keywords.js';
import { analyzeResolvedWithEncoder } from '@telltale/core/internal/extract/extract-with-encoder.js';
import { mostProbable, mostSimilar, type RankedWord } from '@telltale/core/internal/model/neighbours.js';
import { loadEncoder } from '@telltale/core/internal/node/models/load-encoder.js';
import { wordIndexOf } from '@telltale/core/internal/node/models/load-model.js';
import { AUTO } from '@telltale/core/internal/node/models/model-files.js';
import { ThreadModels } from '@telltale/core/internal/node/models/shared-models.js';
import { tagNotice } from '@telltale/core/internal/node/tag-notice.js';
import { answerRequests } from '@telltale/core/internal/node/threads/thread.js';
import { suggestResolvedTitled } from '@telltale/core/internal/node/threads/titled-tags.js';
import { explanationHtml } from '@telltale/core/internal/report/explanation-html.js';
import { explanationSvg } from '@telltale/core/internal/report/explanation-svg.js';
import { compileTags } from '@telltale/core/internal/tags/compile-tags.js';
import { parseTagList } from '@telltale/core/internal/tags/lists/parse-tag-list.js';
import { decodeTagIndex } from '@telltale/core/internal/tags/tag-file.js';
import type { TagIndex } from '@telltale/core/internal/tags/tag-index.js';
import { languageOfAskedWord } from '@telltale/core/internal/text/asked-word.js';
import { nearnessNotice } from '@telltale/core/internal/text/language.js';
import { rankedAs } from '@telltale/core/internal/text/traditional.js';
import { type GivenList, keepLast } from './given-lists.js';
import type { Job, JobOutcome } from './jobs.js';
import type { Served } from './tag-lists.js';

// The program of the service's threads.
const shared = workerData as Served;
const models = new ThreadModels(shared);
const lists = new Map<string, Promise<TagIndex>>();
const givenLists = new Map<string, Promise<TagIndex>>();
const encoders = new Map<string, Promise<Encoder>>();

async function work(job: Job): Promise<string> {
  if (job.kind === 'tags') {
    const { list, given, text, title, options } = job;
    const index = await (given ? listGiven(list, given) : listNamed(list));
    const served = shared.lists.get(list);
    const encoder = await encoderNamed(served?.encoder);
    const tags = await suggestResolvedTitled(index, { text, title }, options, encoder);
    const means = options.evidence.includes('meaning');
    const notice = means ? await tagNotice(given?.model ?? served!.language, encoder, text) : undefined;
    return JSON.stringify({ list, ...(notice !== undefined && { notice }), tags });
  }
  if (job.kind !== 'keywords') {
    const { kind, word } = job;
    // The model that `auto` stands for is one for each language.
    const { language: model, rival } =
      job.model === AUTO ? await languageOfAskedWord(word, job.lang) : { language: job.model };
    const words = await (kind === 'similar' ? similar(model, job) : probable(model, job));
    const notice = nearnessNotice(model, words.length, rival);
    return JSON.stringify({ word, model, ...(notice !== undefined && { notice }), words });
  }
  const { text, options, form } = job;
  const model = await models.forText(job.model, text, options.lang);
  const encoder = encoderNamed(job.encoder);
  const analysis = encoder
    ? await analyzeResolvedWithEncoder(model, await encoder, text, options)
    : analyzeResolved(model, text, options);
  if (form === 'json') return JSON.stringify(analysis);
  return form === 'html' ? explanationHtml(text, analysis) : explanationSvg(text, analysis);
}

/** A list, made of the shared memory when it is first asked for. */
function listNamed(name: string): Promise<TagIndex> {
  const { model, bytes } = shared.lists.get(name)!;
  const list = lists.get(name) ?? models.forText(model, '').then((textModel) => decodeTagIndex(bytes, textModel));
  lists.set(name, list);
  return list;
}

/** A list that a request gave, compiled when it is first asked for. */
function listGiven(name: string, { name: file, contents, model }: GivenList): Promise<TagIndex> {
  const list =
    givenLists.get(name) ??
    models.forText(model, '').then((textModel) => compileTags(parseTagList(contents, file).tags, textModel));
  keepLast(givenLists, name, list);
  return list;
}

/** An encoder that is served; undefined where none is named. */
const encoderNamed = (name: string | undefined) => (name === undefined ? undefined : encoders.get(name)!);

type WordJob = Extract<Job, { readonly kind: 'similar' | 'predict' }>;

async function similar(name: string, { word, topN }: WordJob): Promise<RankedWord[]> {
  const model = await models.wordVectors(name);
  return rankedAs(word, model, mostSimilar(model, wordIndexOf(model.vocabulary, word), topN));
}

async function probable(name: string, { model: asked, word, lang, topN }: WordJob): Promise<RankedWord[]> {
  const { model } = await models.forText(asked, word, asked === AUTO ? name : lang);
  return rankedAs(word, model, mostProbable(model, wordIndexOf(model.vocabulary, word), topN));
}

async function answer(job: Job): Promise<JobOutcome> {
  try {
    return { body: await work(job) };
  } catch (error) {
    const { message, stack } = error as Error;
    return error instanceof KeywordError ? { error: { code: error.code, message } } : { failure: { message, stack } };
  }
}

// The first text should not wait for encoders, nor for the dictionaries of its model.
for (const [name, folder] of shared.encoders) {
  const encoder = loadEncoder(folder);
  encoders.set(name, encoder);
  await encoder;
}
for (const name of shared.models.keys()) (await models.forText(name, '')).tokenizer.words('telltale');

answerRequests(async (batch: readonly Job[]): Promise<JobOutcome[]> => {
  const outcomes: JobOutcome[] = [];
  for (const job of batch) outcomes.push(await answer(job));
  return outcomes;
});
