import { corpusFiles, type FileCorpus, type OptionsOf, readCorpus, resolveOptions } from '../node.js';
import { errorOptions, readingOptions } from '../options.js';
import { checkReading, describeLeftOut } from './inputs.js';
import type { CommandIo } from './io.js';

/** Options of how a corpus is read. */
export const corpusOptions = { ...readingOptions, ...errorOptions };

/**
 * The corpus of a command. Says which files of directories are left out.
 *
 * @throws KeywordError FILE_NOT_FOUND, INVALID_CORPUS, INVALID_OPTION
 */
export function openCorpus(
  paths: readonly string[],
  field: string | undefined,
  given: OptionsOf<typeof corpusOptions>,
  io: CommandIo,
): FileCorpus {
  const { inputFormat: format, onError = 'skip', ...options } = resolveOptions(corpusOptions, given);
  checkReading(options);
  for (const path of paths) {
    if (path !== '-') io.stderr.write(describeLeftOut(io, path, corpusFiles(path).leftOut));
  }
  return readCorpus(paths, field, { ...options, format, onError, stdin: io.stdin });
}
