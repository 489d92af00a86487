import { quoted } from '@telltale/core/internal/check-options.js';
import { KeywordError } from '@telltale/core/internal/errors.js';
import type { Resolved } from '@telltale/core/internal/extract/text-model.js';
import { readWeights } from '@telltale/core/internal/node/models/weights-file.js';
import type { PriorWeights } from '@telltale/core/internal/options.js';
import { textKinds } from '@telltale/core/internal/text/text-kinds.js';
import { splitName, splitNames } from './tag-lists.js';

const isPreset = (name: string) => (textKinds as readonly string[]).includes(name);

/** Weights that requests give by name: those of files, and the presets. */
export class ServedWeights {
  readonly #given: readonly string[];
  readonly #named: ReadonlyMap<string, PriorWeights>;

  /**
   * Reads the files.
   *
   * @param given name=file
   * @throws KeywordError INVALID_OPTION, INVALID_WEIGHTS, FILE_NOT_FOUND, FILE_UNREADABLE
   */
  constructor(given: readonly string[]) {
    this.#given = given;
    this.#named = new Map(splitNames(given, 'weights', splitWeights).map(([name, file]) => [name, readWeights(file)]));
  }

  /** The presets first. */
  get names(): readonly string[] {
    return [...textKinds, ...this.#named.keys()];
  }

  /**
   * Options with the weights that they name.
   *
   * @throws KeywordError INVALID_OPTION
   */
  putInto(options: Resolved): Resolved {
    const { weights: name } = options;
    if (typeof name !== 'string' || isPreset(name)) return options;
    const weights = this.#named.get(name);
    if (weights) return { ...options, weights };
    throw new KeywordError('INVALID_OPTION', `weights is ${quoted(name)}; served here are: ${this.names.join(', ')}.`);
  }

  /** The same files, read again. Throws as the constructor. */
  again(): ServedWeights {
    return new ServedWeights(this.#given);
  }
}

function splitWeights(given: string): readonly [name: string, file: string] {
  const [name, file] = splitName(given, 'weights');
  if (!isPreset(name)) return [name, file];
  throw new KeywordError(
    'INVALID_OPTION',
    `weights is "${given}"; ${textKinds.join(', ')} are weights that every service has. Choose another name.`,
    { option: 'weights' },
  );
}
