import { readFile } from 'node:fs/promises';
import { withKeywords } from '../../documents/front-matter.js';
import { KeywordError } from '../../errors.js';
import { fileError } from './read-text-file.js';
import { writeFileAtomically } from './write-file.js';

/**
 * Writes keywords to the front matter of a Markdown file, whole or not at all; every other byte stays as it was.
 *
 * @param replace whether keywords that the file has already are replaced
 * @param key the property that gets them, as in {@link withKeywords}
 * @returns whether they were written; not where the file has keywords that are to stay
 * @throws KeywordError INVALID_OPTION, FILE_NOT_FOUND, FILE_UNREADABLE, WRITE_FAILED, INVALID_TEXT for UTF-16 and for TOML that cannot be read
 */
export async function writeFrontMatter(
  path: string,
  keywords: readonly string[],
  { replace = false, key = 'keywords' }: { readonly replace?: boolean; readonly key?: string } = {},
): Promise<boolean> {
  const source = await readFile(path).catch((cause) => {
    throw fileError(path, cause);
  });
  let written: Uint8Array | undefined;
  try {
    written = withKeywords(source, keywords, { replace, key });
  } catch (cause) {
    if (!(cause instanceof KeywordError) || cause.code === 'INVALID_OPTION') throw cause;
    throw new KeywordError(cause.code, `${path} ${cause.message}`, { cause });
  }
  if (written === undefined) return false;
  if (!source.equals(written)) await writeFileAtomically(path, [written]);
  return true;
}
