import { readFile, stat } from 'node:fs/promises';
import { importFailure, KeywordError } from '../../errors.js';
import { withoutPacking } from '../../records/input-format.js';
import { fileError } from './read-text-file.js';
import { writeFileAtomically } from './write-file.js';

/**
 * Writes keywords to the front matter of a Markdown file, whole or not at all; every other byte stays as it was.
 *
 * @param add whether they are added after keywords that the file has already
 * @param replace whether keywords that the file has already are replaced
 * @param key the property that gets them, as in {@link withKeywords}
 * @returns whether they were written; not where the file has keywords that are to stay, or all of these
 * @throws KeywordError INVALID_OPTION, FILE_NOT_FOUND, FILE_UNREADABLE, PACKAGE_MISSING; WRITE_FAILED also where front matter cannot be written without harm
 */
export async function writeFrontMatter(
  path: string,
  keywords: readonly string[],
  {
    add = false,
    replace = false,
    key = 'keywords',
  }: { readonly add?: boolean; readonly replace?: boolean; readonly key?: string } = {},
): Promise<boolean> {
  if (add && replace) throw new KeywordError('INVALID_OPTION', 'Keywords are either added or replaced, not both.');
  // Loaded when it is needed: it takes two parsers along.
  const { withKeywords } = await import('../front-matter/with-keywords.js').catch((cause: Error) => {
    const missing = cause.message.includes('toml-eslint-parser') ? 'toml-eslint-parser' : 'yaml';
    throw importFailure(cause, missing, { en: 'Writing front matter', zh: '写入 front matter ' });
  });
  if (withoutPacking(path) !== path) {
    throw refused(path, 'is compressed; keywords are written to plain files only. Unpack it first.');
  }
  const source = await readFile(path).catch((cause) => {
    throw fileError(path, cause);
  });
  let written: Uint8Array | undefined;
  try {
    written = withKeywords(source, keywords, { mode: add ? 'add' : replace ? 'replace' : 'keep', key });
  } catch (cause) {
    if (!(cause instanceof KeywordError) || cause.code === 'INVALID_OPTION') throw cause;
    throw new KeywordError('WRITE_FAILED', `${path} ${cause.message}`, { cause });
  }
  if (written === undefined) return false;
  if (source.equals(written)) return true;
  const { nlink } = await stat(path);
  if (nlink > 1) {
    const advice = 'which would become two. Make a copy of it and name that.';
    throw refused(path, `is one file under ${nlink} names (hard links), ${advice}`);
  }
  await writeFileAtomically(path, [written]);
  return true;
}

const refused = (path: string, problem: string) =>
  new KeywordError('WRITE_FAILED', `${path} ${problem} Nothing was written.`);
