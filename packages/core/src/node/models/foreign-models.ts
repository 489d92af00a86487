import type { ForeignModel } from '../../formats/foreign/foreign-model.js';
import { readForeignModel } from '../../formats/read-foreign-model.js';
import { openForeignFile } from '../files/byte-source.js';

/**
 * Reads a model file of another tool, with the files beside it; see {@link readForeignModel}.
 *
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, and what {@link readForeignModel} throws
 */
export function readForeignModelFile(path: string): ForeignModel {
  const file = openForeignFile(path);
  try {
    return readForeignModel(file);
  } finally {
    file.close();
  }
}
