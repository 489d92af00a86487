import { resolveOptions } from '../../check-options.js';
import { KeywordError } from '../../errors.js';
import { binaryVectors, idfLines, textVectors } from '../../formats/vectors/export-vectors.js';
import { type ConvertOptions, convertOptions } from '../../options.js';
import { writeFileAtomically } from '../files/write-file.js';
import { vectorsOf } from './given-vectors.js';
import { type AnyOpened, openAnyModel, requireModel, sourceOf, vocabularyOf } from './open-model.js';
import { createTokenizer } from './tokenizers.js';
import { writeModelFile } from './write-model.js';

/**
 * Converts a model: any that can be read to a model file of Telltale, or its input vectors to word2vec's formats, or its
 * document frequencies to an IDF file for jieba.
 *
 * @param to where to write; the form follows from the ending: .safetensors, .txt or .vec, .bin, .idf
 * @returns what was wrong with the file that was read, and what was done about it, a sentence each
 * @throws KeywordError as loadModel; UNSUPPORTED_MODEL when the model has not what the form needs; WRITE_FAILED
 */
export async function convertModel(
  from: string,
  to: string,
  given: ConvertOptions = {},
): Promise<{ readonly warnings: readonly string[] }> {
  const any = await openAnyModel(from);
  await writeConverted(any, to, resolveConvert(given));
  return { warnings: sourceOf(any).warnings };
}

const resolveConvert = (given: ConvertOptions) => resolveOptions(convertOptions, given);

async function writeConverted(any: AnyOpened, to: string, options: ReturnType<typeof resolveConvert>): Promise<void> {
  const ending = /\.([^./\\]+)$/.exec(to)?.[1];
  switch (ending) {
    case 'safetensors': {
      const opened = requireModel(any);
      if (opened.estimator === 'negative-sampling') {
        throw new KeywordError(
          'UNSUPPORTED_MODEL',
          `${opened.path} was trained with negative sampling; a model file needs a Huffman tree. Use the file as it is.`,
        );
      }
      const { storage, tokenizer, normalization } = options;
      const metadata =
        'metadata' in opened
          ? opened.metadata
          : {
              formatVersion: 1 as const,
              source: [opened.source.family, opened.source.version].filter(Boolean).join(' '),
              tokenizer: createTokenizer({ tokenizer, normalization }).description,
              training: opened.source.options,
              corpus: { name: '', tokens: 0, documents: opened.model.vocabulary.documentCount },
              licence: '',
            };
      return writeModelFile(to, opened.model, metadata, { storage });
    }
    case 'txt':
    case 'vec':
    case 'bin': {
      const { words, vectors } = vectorsOf(any);
      return writeFileAtomically(to, (ending === 'bin' ? binaryVectors : textVectors)(words, vectors));
    }
    case 'idf':
      return writeFileAtomically(to, idfLines(vocabularyOf(requireModel(any))));
    default:
      throw new KeywordError(
        'INVALID_OPTION',
        `The format of ${to} follows from its extension: .safetensors (model), .txt or .vec (word2vec text), .bin (word2vec binary), .idf (IDF file for jieba).`,
      );
  }
}
