import { KeywordError, readWeights, textKinds } from '@telltale/core';
import type { ExtractOptions } from '@telltale/core/internal/options.js';

/**
 * The option `weights` of a command: the name of a preset as it stands, anything else is a file.
 *
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_WEIGHTS
 */
export function openWeights(given: ExtractOptions['weights']): ExtractOptions['weights'] {
  if (typeof given !== 'string' || (textKinds as readonly string[]).includes(given)) return given;
  try {
    return readWeights(given);
  } catch (cause) {
    if (!(cause instanceof KeywordError) || cause.code !== 'FILE_NOT_FOUND') throw cause;
    const message = `There are no weights "${given}": expected ${textKinds.join(', ')}, or a file that telltale fit wrote.`;
    throw new KeywordError('FILE_NOT_FOUND', message, {
      cause,
      zh: `没有权重 "${given}"：应为 ${textKinds.join('、')}，或 telltale fit 写出的文件。`,
    });
  }
}

/** Options of an extraction with their weights read. */
export function withWeights<T extends ExtractOptions>(options: T): T {
  return { ...options, weights: openWeights(options.weights) };
}
