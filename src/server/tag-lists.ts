import { KeywordError } from '../errors.js';
import { loadModel } from '../node/load-model.js';
import { AUTO } from '../node/model-by-language.js';
import { type SharedModels, shareModels } from '../node/shared-models.js';
import { modelForTags, openTags } from '../node/tag-index-files.js';
import { sharedBytes } from '../node/tag-many.js';
import type { ModelOptions } from '../options.js';

/** What GET /v1/tags tells of a list. */
export interface ServedList {
  readonly name: string;
  /** Tags it has. */
  readonly tags: number;
  /** Tagged texts that it has learned from. */
  readonly texts: number;
  /** Whether its tags have probabilities. */
  readonly calibrated: boolean;
}

/** A list of tags that all threads use. */
export interface SharedList extends Omit<ServedList, 'name'> {
  /** Name of its model among those that are shared. */
  readonly model: string;
  /** The file of its index, in memory that threads share. */
  readonly bytes: Uint8Array;
}

/** What the threads of the service work with. */
export interface Served extends SharedModels {
  readonly lists: ReadonlyMap<string, SharedList>;
  /** What is wrong with the lists, a sentence a kind. */
  readonly warnings: readonly string[];
}

type Named = readonly (readonly [name: string, file: string])[];

/**
 * Reads models and lists of tags once for all threads. A list is for the embedded model of its language.
 *
 * @throws as loadModel and openTags
 */
export async function share(files: Named, lists: Named, options: Omit<ModelOptions, 'model'>): Promise<Served> {
  const shared = new Map<string, SharedList>();
  const said: string[] = [];
  const needed = new Map(files.map(([name, file]) => [name, file]));
  for (const [name, file] of lists) {
    const model = await modelForTags(file, AUTO);
    const { index, warnings } = await openTags(file, await loadModel(model, options));
    said.push(...warnings);
    // A served model may have the name of an embedded one.
    const own = `tags:${model}`;
    needed.set(own, model);
    const { learned, weights } = index;
    const facts = { tags: index.ids.length, texts: learned?.texts ?? 0, calibrated: weights.calibration !== undefined };
    shared.set(name, { ...facts, model: own, bytes: sharedBytes(index) });
  }
  return { ...(await shareModels(needed, options)), lists: shared, warnings: said };
}

/** A name and a file of an option. @throws KeywordError INVALID_OPTION */
export function splitName(given: string, option: string): readonly [string, string] {
  const [, name, file] = /^([\w.-]+)=(.+)$/.exec(given) ?? [];
  if (name) return [name, file];
  throw new KeywordError(
    'INVALID_OPTION',
    `${option} (--${option}) must be name=file, the name of letters, digits, "-", "_" and ".", got "${given}".`,
  );
}
