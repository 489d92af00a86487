import { checkNotRead, corpusFiles, type FileCorpus, type OptionsOf, readCorpus, resolveOptions } from '@telltale/core';
import { errorOptions, readingOptions } from '@telltale/core/internal/options.js';
import { checkReading, describeLeftOut } from './inputs.js';
import type { CommandIo } from './io.js';

/** Options of how a corpus is read. */
export const corpusOptions = { ...readingOptions, ...errorOptions };

/**
 * The corpus of a command. Says which files of directories are left out.
 *
 * @param output what is made of it
 * @throws KeywordError FILE_NOT_FOUND, INVALID_CORPUS, INVALID_OPTION, WRITE_FAILED
 */
export function openCorpus(
  paths: readonly string[],
  field: string | undefined,
  given: OptionsOf<typeof corpusOptions>,
  io: CommandIo,
  output: string,
): FileCorpus {
  const { inputFormat: format, onError = 'skip', ...options } = resolveOptions(corpusOptions, given);
  checkReading(options);
  for (const path of paths) {
    if (path === '-') continue;
    const files = corpusFiles(path);
    checkNotRead(output, files.found);
    io.stderr.write(describeLeftOut(io, path, files));
  }
  return readCorpus(paths, field, { ...options, format, onError, stdin: io.stdin });
}
