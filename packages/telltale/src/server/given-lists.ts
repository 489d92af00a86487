import { createHash } from 'node:crypto';
import { AUTO } from '@telltale/core/internal/node/models/model-files.js';
import { parseTagList } from '@telltale/core/internal/tags/lists/parse-tag-list.js';
import { embeddedLanguage } from '@telltale/core/internal/text/language.js';

/** A list of tags that a request gave, as a thread compiles it. */
export interface GivenList {
  /** Of its file, for its ending. */
  readonly name: string;
  readonly contents: string;
  /** Name of the model that it is for. */
  readonly model: string;
}

/** What POST /v1/tags/lists answers. */
export interface TakenList {
  /** What requests for tags call it. */
  readonly list: string;
  readonly tags: number;
  /** What was wrong with it, a sentence a kind. */
  readonly warnings: readonly string[];
}

/** Lists that are kept, here and in each thread. Each is as long as a text at most. */
export const KEPT_LISTS = 8;

/** Puts a value last in a map, and lets go of the first where there are more than {@link KEPT_LISTS}. */
export function keepLast<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_LISTS) return;
    kept.delete(oldest);
  }
}

/** What requests call a list that one of them gave: the same for the same list. */
export function nameOfGiven(contents: string, name: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([name, contents]))
    .digest('hex');
  return `given-${digest.slice(0, 16)}`;
}

/** The lists of tags that requests gave, in memory; the one that was not asked for longest is forgotten first. */
export class GivenLists {
  readonly #lists = new Map<string, GivenList>();

  /**
   * Takes a list; the same one twice is one.
   *
   * @param model of the service's requests, where they name none
   * @throws KeywordError INVALID_TAGS
   */
  take(contents: string, name: string, model: string): TakenList {
    const { tags, warnings } = parseTagList(contents, name);
    const labels = tags.map(({ label }) => label).join('\n');
    const list = nameOfGiven(contents, name);
    keepLast(this.#lists, list, { name, contents, model: model === AUTO ? embeddedLanguage(labels) : model });
    return { list, tags: tags.length, warnings };
  }

  get(list: string): GivenList | undefined {
    const given = this.#lists.get(list);
    if (given) keepLast(this.#lists, list, given);
    return given;
  }
}
