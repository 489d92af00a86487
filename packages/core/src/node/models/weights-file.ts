import { KeywordError } from '../../errors.js';
import { checkWeights } from '../../extract/prior-weights.js';
import type { PriorWeights } from '../../options.js';
import { readTextFile } from '../files/read-text-file.js';

/**
 * The weights of a file that `telltale fit` wrote.
 *
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_WEIGHTS
 */
export function readWeights(path: string): PriorWeights {
  const text = readTextFile(path);
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (cause) {
    throw new KeywordError(
      'INVALID_WEIGHTS',
      `${path} is not JSON: ${(cause as Error).message}. Expected a file that telltale fit wrote.`,
      { cause },
    );
  }
  return checkWeights(given, path);
}
