import {
  analyzerWith,
  type Encoder,
  ExtractionPool,
  modelForText,
  type SuggestOptions,
  suggestTitled,
  type TagIndex,
  TagPool,
  type TitledText,
} from '../node.js';
import type { encoderOptions, extractOptions, modelOptions, ResolvedOf } from '../options.js';
import type { FilterWorker } from './filter.js';
import { failed, type RecordOutcome } from './filter-records.js';
import type { Failed } from './many-texts.js';
import type { languageNotices, noticesTo } from './notices.js';

type ModelGroup = ResolvedOf<typeof modelOptions>;

/**
 * Adds keywords. The model is loaded at once where one model serves all texts, so that a bad one is a fatal error.
 *
 * @param note is told of each answer, see {@link noticesTo}
 */
export async function keywordWorker(
  { model, encoder, ...modelFlags }: ModelGroup & ResolvedOf<typeof encoderOptions>,
  options: ResolvedOf<typeof extractOptions>,
  threads: number,
  note: ReturnType<typeof noticesTo>,
): Promise<FilterWorker> {
  if (threads > 1) {
    const pool = await ExtractionPool.open(model, { ...modelFlags, encoder, threads });
    return threaded(
      pool,
      (texts) => pool.extractMany(texts, options),
      (answer) => {
        note(answer);
        return answer.keywords;
      },
    );
  }
  const analyze = await analyzerWith(encoder);
  const modelOf = modelForText(model, modelFlags, options.lang);
  if (model !== 'auto') await modelOf('');
  return single(async ({ text, title }) => {
    const textModel = await modelOf(text);
    return attempt(async () => {
      const analysis = await analyze(textModel, text, { ...options, title });
      note(analysis);
      return analysis.keywords;
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
    if (threads === 1) return single((titled) => attempt(() => suggestTitled(index, titled, options, loaded)));
    const pool = await TagPool.open(index, model, { ...modelFlags, encoder: encoderName, threads });
    return threaded(
      pool,
      (texts) => pool.suggestMany(texts, options),
      ({ tags }) => tags,
    );
  };
  const { work, close } = await open();
  return {
    async work(texts) {
      for (const { text } of texts) await note(text);
      return work(texts);
    },
    close,
  };
}

function single(outcomeOf: (titled: TitledText) => Promise<RecordOutcome>): FilterWorker {
  return {
    async work(texts) {
      const outcomes: RecordOutcome[] = [];
      for (const titled of texts) outcomes.push(await outcomeOf(titled));
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
  answersTo: (texts: readonly TitledText[]) => AsyncIterable<Answer | Failed>,
  foundOf: (answer: Answer) => unknown,
): FilterWorker {
  return {
    async work(texts) {
      const outcomes: RecordOutcome[] = [];
      for await (const answer of answersTo(texts)) {
        outcomes.push('error' in answer ? answer : { found: foundOf(answer) });
      }
      return outcomes;
    },
    close: () => pool.close(),
  };
}
