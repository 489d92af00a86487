import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { resolveOptions } from '../../check-options.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import { type ModelOptions, type TextOptions, textOptions } from '../../options.js';
import { checkTokenizer, makeTokenizer } from '../../text/create-tokenizer.js';
import { jiebaCutter, jiebaVersion } from '../../text/jieba.js';
import { loadTerms } from '../../text/load-terms.js';
import type { Normalization, Tokenizer, TokenizerDescription } from '../../text/tokenizer.js';
import { knowsSimplifiedOnly, simplifying, toSimplified } from '../../text/traditional.js';
import { parseDictionary, type UserDictionary } from '../../text/user-dictionary.js';
import { type WinkParts, winkCutter, winkVersion } from '../../text/wink.js';
import { readTextFile } from '../files/read-text-file.js';

const require = createRequire(import.meta.url);
const loadWink = (): WinkParts => ({
  winkNLP: require('wink-nlp'),
  model: require('wink-eng-lite-web-model'),
  taggerWeights: gunzipSync(readFileSync(new URL('../../../data/en-tagger.bin.gz', import.meta.url))),
});

const cutters = {
  jieba: { cutter: jiebaCutter, version: jiebaVersion },
  wink: { cutter: { ...winkCutter(loadWink), terms: () => loadTerms('en') }, version: winkVersion },
};

/**
 * A tokenizer from options.
 *
 * @throws KeywordError INVALID_OPTION, FILE_NOT_FOUND, INVALID_TEXT, INVALID_DICTIONARY
 */
export function createTokenizer(given: TextOptions = {}): Tokenizer {
  const { tokenizer: name, normalization, locale, dictionary } = resolveOptions(textOptions, given);
  return makeTokenizer({ name, normalization, locale, cutters, dictionary: readDictionary(dictionary, normalization) });
}

/** What may be said of the tokenizer of a model. */
type ModelTextOptions = Pick<ModelOptions, 'tokenizer' | 'normalization' | 'locale' | 'dictionary' | 'allowMismatch'>;

/**
 * The tokenizer a model was trained with. A dictionary given for a model that was trained without one is added: it can
 * only make words that the model does not know, and their occurrences are reported as such. Where the model knows
 * Simplified Chinese alone, texts and dictionary may be Traditional.
 *
 * @param trained what the model says of its tokenizer; undefined when it says nothing, then the options do
 * @throws KeywordError TOKENIZER_MISMATCH, and as {@link createTokenizer}
 */
export function tokenizerOf(
  trained: TokenizerDescription | undefined,
  options: ModelTextOptions,
  vocabulary: Vocabulary,
): Tokenizer {
  const name = options.tokenizer ?? trained?.name ?? 'jieba';
  const normalization = options.normalization ?? trained?.normalization ?? 'none';
  const locale = options.locale ?? trained?.locale ?? '';
  const simplifies = name === 'jieba' && knowsSimplifiedOnly(vocabulary.indexOf);
  const dictionary = readDictionary(options.dictionary, normalization, simplifies ? toSimplified : (terms) => terms);
  const tokenizer = makeTokenizer({ name, normalization, locale, cutters, dictionary });
  if (trained && !options.allowMismatch) {
    const { dictionaryHash } = trained;
    checkTokenizer(trained, dictionaryHash ? tokenizer.description : { ...tokenizer.description, dictionaryHash });
  }
  return simplifies ? simplifying(tokenizer) : tokenizer;
}

function readDictionary(
  path: string | undefined,
  normalization: Normalization,
  prepare: (contents: string) => string = (contents) => contents,
): UserDictionary | undefined {
  if (path === undefined) return undefined;
  return parseDictionary(prepare(readTextFile(path)), normalization);
}
