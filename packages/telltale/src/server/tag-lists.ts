import type { Encoder } from '@telltale/core/internal/encoder/encoder.js';
import { KeywordError } from '@telltale/core/internal/errors.js';
import type { TextModel } from '@telltale/core/internal/extract/text-model.js';
import { loadEncoder } from '@telltale/core/internal/node/models/load-encoder.js';
import { loadModel } from '@telltale/core/internal/node/models/load-model.js';
import { AUTO } from '@telltale/core/internal/node/models/model-files.js';
import { type SharedModels, shareModels } from '@telltale/core/internal/node/models/shared-models.js';
import {
  encoderOfTags,
  modelForTags,
  type OpenedTags,
  openTags,
  type ReadTags,
  readTags,
} from '@telltale/core/internal/node/tag-lists/tag-index-files.js';
import { sharedBytes } from '@telltale/core/internal/node/threads/tag-many.js';
import type { ModelOptions } from '@telltale/core/internal/options.js';

/** What GET /v1/tags tells of a list. */
export interface ServedList {
  readonly name: string;
  /** Tags it has. */
  readonly tags: number;
  /** Tagged texts that it has learned from. */
  readonly texts: number;
  /** Whether its tags have probabilities. */
  readonly calibrated: boolean;
  /** Name of the served encoder that it was compiled with; left out where it has none. */
  readonly encoder?: string;
}

/** A list of tags that all threads use. */
export interface SharedList extends Omit<ServedList, 'name'> {
  /** Name of its model among those that are shared. */
  readonly model: string;
  /** The embedded model that it is, as it is named elsewhere. */
  readonly language: string;
  /** The file of its index, in memory that threads share. */
  readonly bytes: Uint8Array;
}

/** What the threads of the service work with. */
export interface Served extends SharedModels {
  readonly lists: ReadonlyMap<string, SharedList>;
  /** Folders of encoders by name: each thread loads its own. */
  readonly encoders: ReadonlyMap<string, string>;
  /** What is wrong with the lists, a sentence a kind. */
  readonly warnings: readonly string[];
}

/** What options name. */
export type Named = readonly (readonly [name: string, file: string])[];

/**
 * Reads models and lists of tags once for all threads. A list is for the embedded model of its language, and for the
 * encoder that it was compiled with.
 *
 * @throws as loadModel, loadEncoder and openTags
 */
export async function share(
  files: Named,
  lists: Named,
  encoders: Named,
  options: Omit<ModelOptions, 'model'>,
): Promise<Served> {
  // Loaded here, too, so that a bad one ends the start, and each list finds its own.
  const loaded = new Map<string, Encoder>();
  for (const [name, folder] of encoders) loaded.set(name, await loadEncoder(folder));
  const shared = new Map<string, SharedList>();
  const said: string[] = [];
  const needed = new Map(files.map(([name, file]) => [name, file]));
  for (const [name, file] of lists) {
    const given = await readTags(file);
    const model = await modelForTags(given, AUTO);
    const { index, warnings, encoder } = await openFor(given, await loadModel(model, options), loaded);
    said.push(...warnings);
    // A served model may have the name of an embedded one.
    const own = `tags:${model}`;
    needed.set(own, model);
    const { learned, weights } = index;
    const facts = {
      tags: index.ids.length,
      texts: learned?.texts ?? 0,
      calibrated: weights.calibration !== undefined,
      ...(encoder !== undefined && { encoder }),
    };
    shared.set(name, { ...facts, model: own, language: model, bytes: sharedBytes(index) });
  }
  return { ...(await shareModels(needed, options)), lists: shared, encoders: new Map(encoders), warnings: said };
}

/** Opens a list, with the one of the encoders that it was compiled with. */
async function openFor(
  file: ReadTags,
  model: TextModel,
  encoders: ReadonlyMap<string, Encoder>,
): Promise<OpenedTags & { readonly encoder?: string }> {
  if (encoderOfTags(file.path) === undefined) return openTags(file, model);
  for (const [name, encoder] of encoders) {
    try {
      return { ...(await openTags(file, model, undefined, encoder)), encoder: name };
    } catch (error) {
      // Another one may be its own.
      if (!(error instanceof KeywordError) || error.code !== 'INVALID_TAGS') throw error;
    }
  }
  return openTags(file, model);
}

/** A name and a file of an option. @throws KeywordError INVALID_OPTION */
export function splitName(given: string, option: string): readonly [string, string] {
  const [, name, file] = /^([\w.-]+)=(.+)$/.exec(given) ?? [];
  if (name) return [name, file];
  throw new KeywordError(
    'INVALID_OPTION',
    `${option} must be name=file, the name of letters, digits, "-", "_" and ".", got "${given}".`,
    { option },
  );
}

/**
 * The names and files of an option.
 *
 * @param split what takes one apart
 * @throws KeywordError INVALID_OPTION where one is not name=file, or two have a name: one would not be served
 */
export function splitNames(
  given: readonly string[],
  option: string,
  split = (one: string) => splitName(one, option),
): (readonly [name: string, file: string])[] {
  const named = given.map(split);
  const names = named.map(([name]) => name);
  const second = names.find((name, i) => names.indexOf(name) < i);
  if (second === undefined) return named;
  const files = named.flatMap(([name, file]) => (name === second ? file : [])).join(', ');
  throw new KeywordError('INVALID_OPTION', `${option} has the name ${second} for several: ${files}. Rename one.`, {
    option,
  });
}
