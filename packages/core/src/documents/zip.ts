import { unzipSync } from 'fflate';
import { KeywordError } from '../errors.js';

/** Files of an archive, at most. */
const MOST_FILES = 20_000;

/**
 * Unpacks some files of a zip archive. What each claims is added up before memory is taken for it, and none can become
 * larger than it claims.
 *
 * @param isWanted by the name inside the archive
 * @param most bytes that they may have together
 * @throws KeywordError INVALID_TEXT
 */
export function unzipSome(
  archive: Uint8Array,
  isWanted: (name: string) => boolean,
  most: number,
): Map<string, Uint8Array> {
  let total = 0;
  let files = 0;
  try {
    const found = unzipSync(archive, {
      filter: ({ name, size, originalSize }) => {
        if (++files > MOST_FILES) throw tooLarge(`has more than ${MOST_FILES} files`);
        if (!isWanted(name)) return false;
        total += Math.max(size, originalSize);
        if (total > most) throw tooLarge(`unpacks to more than ${most} bytes`);
        return true;
      },
    });
    return new Map(Object.entries(found));
  } catch (cause) {
    if (cause instanceof KeywordError) throw cause;
    throw new KeywordError('INVALID_TEXT', `is not a zip archive that can be read: ${(cause as Error).message}.`, {
      cause,
    });
  }
}

const tooLarge = (what: string) => new KeywordError('INVALID_TEXT', `${what}, too large for a document.`);
