import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { KeywordError } from '@telltale/core';
import { libraryInChinese } from '../messages/chinese.js';

/**
 * Writes what took long to train: to the folder for temporary files where it cannot be written to its place, whose disk may
 * have filled up since it was checked.
 *
 * @param write writes it to a path
 * @throws KeywordError WRITE_FAILED, which says where it is instead, if anywhere; as `write`
 */
export async function writeTrained(output: string, write: (path: string) => Promise<void>): Promise<void> {
  try {
    await write(output);
  } catch (error) {
    if (!(error instanceof KeywordError) || error.code !== 'WRITE_FAILED') throw error;
    let elsewhere: string;
    try {
      elsewhere = join(mkdtempSync(join(tmpdir(), 'telltale-')), basename(output));
      await write(elsewhere);
    } catch {
      throw error;
    }
    throw new KeywordError('WRITE_FAILED', `${error.message} The model is in ${elsewhere} instead: move it.`, {
      cause: error,
      zh: `${error.zh ?? libraryInChinese(error.message)}模型已改写到 ${elsewhere}，请把它移走。`,
    });
  }
}
