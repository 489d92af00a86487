import {
  analyzerWith,
  type Encoder,
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
} from '@telltale/core';
import {
  type encoderOptions,
  extractOptions,
  type modelOptions,
  type OptionRow,
  type OptionsOf,
  type ResolvedOf,
  suggestOptions,
} from '@telltale/core/internal/options.js';
import type { FilterWorker } from './filter.js';
import { failed, foundIn, type RecordOutcome } from './filter-records.js';
import type { Failed } from './many-texts.js';
import type { languageNotices, noticesTo } from './notices.js';

type ModelGroup = ResolvedOf<typeof modelOptions>;

/**
 * Adds keywords. The model is loaded at once where one model serves all texts, so that a bad one is a fatal error.
 *
 * @param note is told of each answer, see {@link noticesTo}
 * @param foundOf what is added of an analysis, with one thread; by default the keywords and what is said of the text
 */
export async function keywordWorker(
  { model, encoder, ...modelFlags }: ModelGroup & ResolvedOf<typeof encoderOptions>,
  options: ResolvedOf<typeof extractOptions>,
  threads: number,
  note: ReturnType<typeof noticesTo>,
  foundOf: (text: string, analysis: KeywordAnalysis) => RecordOutcome = (_, analysis) =>
    foundIn(analysis, analysis.keywords),
): Promise<FilterWorker> {
  if (threads > 1) {
    const pool = await ExtractionPool.open(model, { ...modelFlags, encoder, threads });
    const worker = threaded(
      pool,
      (texts, all: ResolvedOf<typeof extractOptions>) => pool.extractMany(texts, all),
      (answer: KeywordAnalysis) => {
        note(answer);
        return foundIn(answer, answer.keywords);
      },
    );
    return withOwnOptions(extractOptions, options, worker);
  }
  const analyze = await analyzerWith(encoder);
  const modelOf = modelForText(model, modelFlags, options.lang);
  if (model !== 'auto') await modelOf('');
  const worker = single(async ({ text, title }, all: ResolvedOf<typeof extractOptions>) => {
    const textModel = await modelOf(text, all.lang);
    return attempt(async () => {
      const analysis = await analyze(textModel, text, { ...all, title: title ?? all.title });
      note(analysis);
      return foundOf(text, analysis);
    });
  });
  return withOwnOptions(extractOptions, options, worker);
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
      return single((titled, all: ResolvedOf<typeof suggestOptions>) =>
        attempt(async () => ({ found: await suggestTitled(index, titled, all, loaded) })),
      );
    }
    const pool = await TagPool.open(index, model, { ...modelFlags, encoder: encoderName, threads });
    return threaded(
      pool,
      (texts, all: ResolvedOf<typeof suggestOptions>) => pool.suggestMany(texts, all),
      ({ tags }: { readonly tags: unknown }) => ({ found: tags }),
    );
  };
  const { work, close } = withOwnOptions(suggestOptions, options, await open());
  return {
    async work(texts, own) {
      for (const { text } of texts) await note(text);
      return work(texts, own);
    },
    close,
  };
}

/** What works with options that are checked. */
interface CheckedWorker<Options> {
  work(texts: readonly TitledText[], options: Options): Promise<RecordOutcome[]>;
  close(): Promise<void>;
}

/** Gives a worker the options of the command with those of the records; wrong ones are the error of each of these. */
function withOwnOptions<G extends Record<string, OptionRow>>(
  group: G,
  options: OptionsOf<G>,
  { work, close }: CheckedWorker<ResolvedOf<G>>,
): FilterWorker {
  return {
    async work(texts, own) {
      let all: ResolvedOf<G>;
      try {
        all = resolveOptions(group, { ...options, ...own });
      } catch (error) {
        if (!(error instanceof KeywordError)) throw error;
        const { code, message } = error;
        return texts.map(() => ({ error: { code, message } }));
      }
      return work(texts, all);
    },
    close,
  };
}

function single<Options>(
  outcomeOf: (titled: TitledText, options: Options) => Promise<RecordOutcome>,
): CheckedWorker<Options> {
  return {
    async work(texts, options) {
      const outcomes: RecordOutcome[] = [];
      for (const titled of texts) outcomes.push(await outcomeOf(titled, options));
      return outcomes;
    },
    close: async () => {},
  };
}

async function attempt(find: () => Promise<RecordOutcome>): Promise<RecordOutcome> {
  try {
    return await find();
  } catch (error) {
    return failed(error);
  }
}

function threaded<Answer extends object, Options>(
  pool: { close(): Promise<void> },
  answersTo: (texts: readonly TitledText[], options: Options) => AsyncIterable<Answer | Failed>,
  foundOf: (answer: Answer) => RecordOutcome,
): CheckedWorker<Options> {
  return {
    async work(texts, options) {
      const outcomes: RecordOutcome[] = [];
      for await (const answer of answersTo(texts, options)) {
        outcomes.push('error' in answer ? answer : foundOf(answer));
      }
      return outcomes;
    },
    close: () => pool.close(),
  };
}
