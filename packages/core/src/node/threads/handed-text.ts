import { quoted, resolveOptions } from '../../check-options.js';
import { type ErrorCode, KeywordError, kindOfValue } from '../../errors.js';
import { checkWeights } from '../../extract/prior-weights.js';
import type { OptionRow, OptionsOf, ResolvedOf } from '../../options.js';
import type { TitledText } from '../../records/text-of-record.js';

/** One of many texts with options of its own, which go before those of all. Its result has its `id`. */
export type TextRecord<Options = object> = Options & TitledText & { readonly id?: unknown };

/** One of many texts as it is handed to a thread; in place of one that is none, what is wrong with it. */
export interface HandedText<Options> extends TitledText {
  /** Options of its own, without their defaults. */
  readonly own?: Partial<Options>;
  readonly problem?: { readonly code: ErrorCode; readonly message: string };
}

/** Texts for a thread, and what each is called. */
interface Batch<Options> {
  readonly texts: HandedText<Options>[];
  readonly ids: unknown[];
}

/** Characters of texts handed to a thread at once: enough that handing over costs little. */
const BATCH_CHARACTERS = 1 << 15;

/**
 * Texts in batches that are worth handing to a thread; programs without types give what is none.
 *
 * @param group options that a text may have of its own
 */
export async function* batches<G extends Record<string, OptionRow>>(
  given: AsyncIterable<unknown> | Iterable<unknown>,
  group: G,
): AsyncGenerator<Batch<ResolvedOf<G>>> {
  let batch: Batch<ResolvedOf<G>> = { texts: [], ids: [] };
  let characters = 0;
  let place = 0;
  for await (const one of given) {
    const id = (one as { id?: unknown } | null | undefined)?.id;
    const handed = handedText(one, group, `${place++}${id === undefined ? '' : ` (id ${quoted(id)})`}`);
    batch.texts.push(handed);
    batch.ids.push(id);
    characters += handed.text.length + 1;
    if (characters >= BATCH_CHARACTERS) {
      yield batch;
      batch = { texts: [], ids: [] };
      characters = 0;
    }
  }
  if (batch.texts.length) yield batch;
}

/**
 * What was given as a text, or why it is none.
 *
 * @param place its number among the texts, from 0, and its id
 */
function handedText<G extends Record<string, OptionRow>>(
  given: unknown,
  group: G,
  place: string,
): HandedText<ResolvedOf<G>> {
  if (typeof given === 'string') return { text: given };
  const isRecord = typeof given === 'object' && given !== null && !Array.isArray(given);
  const { text, title, id: _, ...own } = (isRecord ? given : {}) as Readonly<Record<string, unknown>>;
  const refused = (code: ErrorCode, message: string) => ({ text: '', problem: { code, message } });
  const expected = 'expected a string, or an object whose text, and title where it has one, are strings.';
  if (typeof text !== 'string') {
    const found = isRecord ? `an object whose text is ${kindOfValue(text)}` : kindOfValue(given);
    return refused('INVALID_TEXT', `The text at index ${place} is ${found}; ${expected}`);
  }
  if (title !== undefined && typeof title !== 'string') {
    return refused('INVALID_TEXT', `The text at index ${place} has a title that is ${kindOfValue(title)}; ${expected}`);
  }
  const titled = { text, ...(title !== undefined && { title }) };
  const names = Object.keys(own).filter((name) => own[name] !== undefined);
  if (names.length === 0) return titled;
  try {
    const resolved = resolveOptions(group, only(names, own) as OptionsOf<G>);
    const options = only(names, resolved) as Partial<ResolvedOf<G>>;
    if (typeof own.weights === 'object') {
      // What is not a number in them could not be handed over.
      const { version, language, weights } = checkWeights(own.weights, 'weights');
      Object.assign(options, { weights: { version, language, weights: { ...weights } } });
    }
    return { ...titled, own: options };
  } catch (error) {
    if (!(error instanceof KeywordError)) throw error;
    return refused(error.code, `The text at index ${place} has its own options: ${error.message}`);
  }
}

const only = (names: readonly string[], of: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(names.map((name) => [name, of[name]]));

/** Results with the ids of their texts, where these have one. */
export function withIds<Result extends object>(results: readonly Result[], ids: readonly unknown[]): Result[] {
  return results.map((result, i) => (ids[i] === undefined ? result : { id: ids[i], ...result }));
}
