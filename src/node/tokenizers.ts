import { readFileSync } from 'node:fs';
import { resolveOptions } from '../check-options.js';
import { KeywordError } from '../errors.js';
import { type ModelOptions, type TextOptions, textOptions } from '../options.js';
import { checkTokenizer, makeTokenizer } from '../text/create-tokenizer.js';
import { jiebaCutter, jiebaVersion } from '../text/jieba.js';
import type { Normalization, Tokenizer, TokenizerDescription } from '../text/tokenizer.js';
import { parseDictionary, type UserDictionary } from '../text/user-dictionary.js';
import { decodeText } from './lines.js';

const jieba = { cutter: jiebaCutter, version: jiebaVersion };

/**
 * A tokenizer from options.
 *
 * @throws KeywordError INVALID_OPTION, FILE_NOT_FOUND, INVALID_TEXT, INVALID_DICTIONARY
 */
export function createTokenizer(given: TextOptions = {}): Tokenizer {
  const { tokenizer: name, normalization, locale, dictionary } = resolveOptions(textOptions, given);
  return makeTokenizer({ name, normalization, locale, jieba, dictionary: readDictionary(dictionary, normalization) });
}

/** What may be said of the tokenizer of a model. */
type ModelTextOptions = Pick<ModelOptions, 'tokenizer' | 'normalization' | 'locale' | 'dictionary' | 'allowMismatch'>;

/**
 * The tokenizer a model was trained with. A dictionary given for a model that was trained without one is added: it can
 * only make words that the model does not know, and their occurrences are reported as such.
 *
 * @param trained what the model says of its tokenizer; undefined when it says nothing, then the options do
 * @throws KeywordError TOKENIZER_MISMATCH, and as {@link createTokenizer}
 */
export function tokenizerOf(trained: TokenizerDescription | undefined, options: ModelTextOptions): Tokenizer {
  const { tokenizer: name = 'jieba', normalization = 'none', locale = '' } = options;
  if (!trained) {
    return makeTokenizer({
      name,
      normalization,
      locale,
      jieba,
      dictionary: readDictionary(options.dictionary, normalization),
    });
  }
  const parts = {
    name: options.tokenizer ?? trained.name,
    normalization: options.normalization ?? trained.normalization,
    locale: options.locale ?? trained.locale,
  };
  const dictionary = readDictionary(options.dictionary, parts.normalization);
  const tokenizer = makeTokenizer({ ...parts, jieba, dictionary });
  if (!options.allowMismatch) {
    const { dictionaryHash } = trained;
    checkTokenizer(trained, dictionaryHash ? tokenizer.description : { ...tokenizer.description, dictionaryHash });
  }
  return tokenizer;
}

function readDictionary(path: string | undefined, normalization: Normalization): UserDictionary | undefined {
  if (path === undefined) return undefined;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new KeywordError('FILE_NOT_FOUND', `Cannot read the dictionary ${path}: ${(cause as Error).message}`, {
      cause,
    });
  }
  return parseDictionary(decodeText(bytes, path), normalization);
}
