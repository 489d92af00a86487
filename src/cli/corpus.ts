import { corpusFiles, type FileCorpus, type OptionsOf, readCorpus } from '../node.js';
import type { readingOptions } from '../options.js';
import { checkReading, describeLeftOut } from './inputs.js';
import type { CommandIo } from './io.js';

/**
 * The corpus of a command. Says which files of directories are left out.
 *
 * @throws KeywordError FILE_NOT_FOUND, INVALID_CORPUS, INVALID_OPTION
 */
export function openCorpus(
  paths: readonly string[],
  field: string | undefined,
  reading: OptionsOf<typeof readingOptions>,
  io: CommandIo,
): FileCorpus {
  checkReading(reading);
  for (const path of paths) {
    if (path !== '-') io.stderr.write(describeLeftOut(path, corpusFiles(path).leftOut));
  }
  const { inputFormat: format, ...options } = reading;
  return readCorpus(paths, field, { ...options, format });
}
