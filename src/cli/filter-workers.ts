import {
  analyzerWith,
  type Encoder,
  type ErrorCode,
  ExtractionPool,
  type KeywordAnalysis,
  KeywordError,
  modelForText,
  resolveOptions,
  type SuggestOptions,
  suggestTitled,
  type TagIndex,
  TagPool,
  type TitledText,
} from '../node.js';
import {
  type encoderOptions,
  extractOptions,
  type modelOptions,
  type OptionRow,
  type OptionsOf,
  type ResolvedOf,
  suggestOptions,
} from '../options.js';
import type { FilterWorker } from './filter.js';
import { failed, type RecordOutcome } from './filter-records.js';
import type { Failed } from './many-texts.js';
import type { languageNotices, noticesTo } from './notices.js';

type ModelGroup = ResolvedOf<typeof modelOptions>;

/**
 * Adds keywords. The model is loaded at once where one model serves all texts, so that a bad one is a fatal error.
 *
 * @param note is told of each answer, see {@link noticesTo}
 * @param foundOf what is added of an analysis, with one thread; the keywords unless said otherwise
 */
export async function keywordWorker(
  { model, encoder, ...modelFlags }: ModelGroup & ResolvedOf<typeof encoderOptions>,
  options: ResolvedOf<typeof extractOptions>,
  threads: number,
  note: ReturnType<typeof noticesTo>,
  foundOf: (text: string, analysis: KeywordAnalysis) => unknown = (_, { keywords }) => keywords,
): Promise<FilterWorker> {
  if (threads > 1) {
    const pool = await ExtractionPool.open(model, { ...modelFlags, encoder, threads });
    return threaded(
      pool,
      (texts, own) => {
        const all = resolved(extractOptions, options, own);
        return 'error' in all ? texts.map(() => all) : pool.extractMany(texts, all);
      },
      (answer) => {
        note(answer);
        return answer.keywords;
      },
    );
  }
  const analyze = await analyzerWith(encoder);
  const modelOf = modelForText(model, modelFlags, options.lang);
  if (model !== 'auto') await modelOf('');
  return single(async ({ text, title }, own) => {
    const all = resolved(extractOptions, options, own);
    if ('error' in all) return all;
    const textModel = await modelOf(text, all.lang);
    return attempt(async () => {
      const analysis = await analyze(textModel, text, { ...all, title: title ?? all.title });
      note(analysis);
      return foundOf(text, analysis);
    });
  });
}

/**
 * Adds tags.
 *
 * @param model the name of the model that the index was made with
 * @param encoderName what the threads load
 * @param loaded the same encoder, for one thread
 * @param note is told of each text, see {@link languageNotices}
 * @throws KeywordError INVALID_OPTION for options that no text can be tagged with
 */
export async function tagWorker(
  index: TagIndex,
  { model, encoder: encoderName, ...modelFlags }: ModelGroup & ResolvedOf<typeof encoderOptions>,
  options: SuggestOptions,
  threads: number,
  loaded: Encoder | undefined,
  note: ReturnType<typeof languageNotices>,
): Promise<FilterWorker> {
  // Options are looked at when a text is tagged.
  await suggestTitled(index, { text: '-' }, options, loaded);
  const open = async () => {
    if (threads === 1) {
      return single(async (titled, own) => {
        const all = resolved(suggestOptions, options, own);
        return 'error' in all ? all : attempt(() => suggestTitled(index, titled, all, loaded));
      });
    }
    const pool = await TagPool.open(index, model, { ...modelFlags, encoder: encoderName, threads });
    return threaded(
      pool,
      (texts, own) => {
        const all = resolved(suggestOptions, options, own);
        return 'error' in all ? texts.map(() => all) : pool.suggestMany(texts, all);
      },
      ({ tags }) => tags,
    );
  };
  const { work, close } = await open();
  return {
    async work(texts, own) {
      for (const { text } of texts) await note(text);
      return work(texts, own);
    },
    close,
  };
}

/** The options of a command with those of a record, or the error that the record has for them. */
function resolved<G extends Record<string, OptionRow>>(
  group: G,
  options: OptionsOf<G>,
  own: object,
): ResolvedOf<G> | { readonly error: { readonly code: ErrorCode; readonly message: string } } {
  try {
    return resolveOptions(group, { ...options, ...own });
  } catch (error) {
    if (!(error instanceof KeywordError)) throw error;
    return { error: { code: error.code, message: error.message } };
  }
}

function single(outcomeOf: (titled: TitledText, own: object) => Promise<RecordOutcome>): FilterWorker {
  return {
    async work(texts, own) {
      const outcomes: RecordOutcome[] = [];
      for (const titled of texts) outcomes.push(await outcomeOf(titled, own));
      return outcomes;
    },
    close: async () => {},
  };
}

async function attempt(find: () => Promise<unknown>): Promise<RecordOutcome> {
  try {
    return { found: await find() };
  } catch (error) {
    return failed(error);
  }
}

function threaded<Answer extends object>(
  pool: { close(): Promise<void> },
  answersTo: (texts: readonly TitledText[], own: object) => AsyncIterable<Answer | Failed> | Iterable<Failed>,
  foundOf: (answer: Answer) => unknown,
): FilterWorker {
  return {
    async work(texts, own) {
      const outcomes: RecordOutcome[] = [];
      for await (const answer of answersTo(texts, own)) {
        outcomes.push('error' in answer ? answer : { found: foundOf(answer) });
      }
      return outcomes;
    },
    close: () => pool.close(),
  };
}
