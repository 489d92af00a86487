import { closeSync, openSync, unlinkSync } from 'node:fs';
import { KeywordError } from '../../errors.js';
import { endOfLinks } from './list-files.js';
import { unwatch, watch } from './pending-files.js';
import { sweepLeftovers, temporaryBeside } from './temporary-files.js';

/**
 * Keeps other processes of this machine from working on a file for as long as this one does: by an empty temporary file
 * beside it, which goes with the process.
 *
 * @returns gives the file free
 * @throws KeywordError WRITE_FAILED where another works on it
 */
export function claimOutput(path: string): () => void {
  const target = endOfLinks(path);
  const claim = temporaryBeside(target);
  watch(claim);
  const release = () => {
    try {
      unlinkSync(claim);
    } catch {
      // The folder is gone.
    }
    unwatch(claim);
  };
  try {
    closeSync(openSync(claim, 'wx'));
    // Looked for after it, so that of two that begin at once no more than one goes on.
    const other = sweepLeftovers(target).find(({ path, writer }) => path !== claim && writer !== undefined);
    if (other) {
      throw new KeywordError(
        'WRITE_FAILED',
        `Cannot write ${path}: process ${other.writer} is writing it. Wait until it has finished, or write elsewhere.`,
      );
    }
  } catch (error) {
    release();
    throw error;
  }
  return release;
}
