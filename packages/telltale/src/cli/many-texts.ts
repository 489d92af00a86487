import {
  type Analyzer,
  type KeywordAnalysis,
  KeywordError,
  type RecordError,
  type RecordErrors,
  type TextModel,
  type TitledText,
} from '@telltale/core';
import type { extractOptions, ResolvedOf } from '@telltale/core/internal/options.js';
import type { FailedText, NamedText } from './read-texts.js';

/** Why a text has no result. */
export interface Failed {
  readonly error: RecordError;
}

/** What a text is called, and its result, or why there is none. */
export type Answered<Answer> = Pick<NamedText, 'source' | 'place' | 'id' | 'group'> & {
  readonly result: Answer | Failed;
  /** The text, where it was asked to be kept. */
  readonly text?: string;
};

/**
 * Hands many texts to threads.
 *
 * @param ask gives an answer for each text, in order
 * @returns the answers with what the texts are called; one that cannot be read has its error in its place
 */
export async function* answerMany<Answer>(
  named: AsyncIterable<NamedText | FailedText>,
  keepTexts: boolean,
  ask: (texts: AsyncIterable<TitledText>) => AsyncIterable<Answer | Failed>,
): AsyncGenerator<Answered<Answer>> {
  const waiting: (Omit<Answered<Answer>, 'result'> & { readonly result?: Failed })[] = [];
  async function* readable(): AsyncGenerator<TitledText> {
    for await (const { source, place, id, group, ...one } of named) {
      const called = { source, group, ...(place !== undefined && { place }), ...(id !== undefined && { id }) };
      waiting.push(
        one.error ? { ...called, result: failed(one.error) } : keepTexts ? { ...called, text: one.text } : called,
      );
      if (!one.error) yield one;
    }
  }
  for await (const result of ask(readable())) {
    while (waiting[0].result) yield waiting.shift() as Answered<Answer>;
    yield { ...waiting.shift()!, result };
  }
  yield* waiting as Answered<Answer>[];
}

/** Counts what failed, and ends the run where the options say so. */
export function watchAnswers<Answer extends object>(
  errors: RecordErrors,
  answers: AsyncIterable<Answered<Answer>>,
): AsyncGenerator<Answered<Answer>> {
  return errors.watch(answers, ({ source, place = source, result }) => {
    if (!('error' in result)) return undefined;
    const { code, message } = result.error;
    return { code, message: namesPlace(message, place) ? message : `${place}: ${message}` };
  });
}

/** Whether a message says where it is: first, or as the file that cannot be read. */
export function namesPlace(message: string, place: string): boolean {
  return (
    (message.startsWith(place) && /^[ ,:]/.test(message.slice(place.length))) ||
    (/^(Cannot|There is) /.test(message) && message.includes(` ${place}`))
  );
}

/** An error as a result. */
export function failed({ code, message }: RecordError): Failed {
  return { error: { code, message } };
}

/** The keywords of a text, or the error that it alone has. */
export async function analyzeOne(
  analyzer: Analyzer,
  model: TextModel,
  text: string,
  options: ResolvedOf<typeof extractOptions>,
): Promise<KeywordAnalysis | Failed> {
  try {
    return await analyzer(model, text, options);
  } catch (error) {
    if (!(error instanceof KeywordError) || error.code !== 'INVALID_TEXT') throw error;
    return failed(error);
  }
}
