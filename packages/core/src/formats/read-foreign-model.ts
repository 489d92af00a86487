import { KeywordError } from '../errors.js';
import type { ForeignFile } from './bytes/byte-source.js';
import { gunzip } from './bytes/compressed.js';
import { detectFormat, unreadable } from './detect.js';
import { readFastText } from './fasttext/fasttext.js';
import { readFloretVectors } from './fasttext/floret.js';
import type { ForeignModel } from './foreign/foreign-model.js';
import { readGensim } from './gensim/gensim.js';
import { readDeeplearning4j } from './vectors/deeplearning4j.js';
import { readTextVectors } from './vectors/text-vectors.js';
import { readBinaryVectors } from './vectors/word2vec-binary.js';

/**
 * Reads a model file of another tool: gensim's `save()`, fastText's `.bin`, Deeplearning4j's zip, word vectors as word2vec, fastText and
 * GloVe write them; each also packed by gzip.
 *
 * @throws KeywordError FILE_UNREADABLE when it is none of these; what the readers of these throw
 */
export function readForeignModel(file: ForeignFile): ForeignModel {
  const format = detectFormat(file.source, file.name);
  switch (format) {
    case 'gzip': {
      const unpacked = { ...file, source: gunzip(file.source, file.name) };
      const inside = detectFormat(unpacked.source, file.name);
      if (inside !== 'gzip') return readForeignModel(unpacked);
      throw new KeywordError('FILE_UNREADABLE', `${file.name} is gzipped twice; unpack it first.`);
    }
    case 'zip': {
      const found = readDeeplearning4j(file);
      if (found) return found;
      throw unreadable(
        file.name,
        'it looks like a zip archive; unpack it first (an .npz belongs to the model next to it)',
      );
    }
    case 'pickle':
      return readGensim(file);
    case 'fastText model':
      return readFastText(file);
    case 'text vectors':
      return readTextVectors(file);
    case 'floret vectors':
      return readFloretVectors(file);
    case 'word2vec binary':
      return readBinaryVectors(file);
    case 'NumPy array':
      throw new KeywordError(
        'FILE_UNREADABLE',
        `${file.name} is one array of a model saved by gensim. Give the file beside it whose name is the beginning of this one.`,
      );
    case 'telltale model':
      throw new KeywordError('FILE_UNREADABLE', `${file.name} is a model of Telltale itself and needs no import.`);
  }
}
