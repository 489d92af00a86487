import { KeywordError } from '../errors.js';
import { type Cutter, tokenizerOfCutter } from './cutter-tokenizer.js';
import { icuVersion, intlCutter, intlVersion } from './intl.js';
import type { Normalization, Tokenizer, TokenizerDescription, TokenizerName } from './tokenizer.js';
import type { UserDictionary } from './user-dictionary.js';
import { whitespaceCutter } from './whitespace.js';

/** A cutter and the version it records in model files. */
export interface CutterChoice {
  readonly cutter: Cutter;
  readonly version: string;
}

/** What a tokenizer is made of. */
export interface TokenizerParts {
  readonly name: TokenizerName;
  readonly normalization: Normalization;
  /** BCP 47 language for `intl`; empty for the runtime's own. */
  readonly locale?: string;
  readonly dictionary?: UserDictionary | undefined;
  /** Cutters of libraries that the core does without; those that can run where it runs. */
  readonly cutters?: Partial<Record<'jieba' | 'wink', CutterChoice>>;
}

/**
 * Makes a tokenizer.
 *
 * @throws KeywordError INVALID_OPTION for jieba or wink where they cannot run
 */
export function makeTokenizer({ name, normalization, locale = '', dictionary, cutters }: TokenizerParts): Tokenizer {
  const { cutter, version } = chooseCutter(name, locale, cutters ?? {});
  const dictionaryHash = dictionary?.hash ?? '';
  return tokenizerOfCutter(cutter, { name, version, normalization, dictionaryHash, locale }, dictionary);
}

function chooseCutter(
  name: TokenizerName,
  locale: string,
  cutters: NonNullable<TokenizerParts['cutters']>,
): CutterChoice {
  if (name === 'whitespace') return { cutter: whitespaceCutter, version: '1' };
  if (name === 'intl') return { cutter: intlCutter(locale), version: intlVersion(locale) };
  const cutter = cutters[name];
  if (cutter) return cutter;
  throw new KeywordError('INVALID_OPTION', `${name} does not run here. Use the tokenizer "intl", or run in Node.`);
}

/**
 * Refuses a tokenizer that may cut otherwise than the one a model was trained with. Models trained with `intl` by earlier
 * releases recorded the number of ICU, which is compared for them.
 *
 * @throws KeywordError TOKENIZER_MISMATCH saying what differs and what to do
 */
export function checkTokenizer(trained: TokenizerDescription, actual: TokenizerDescription): void {
  const byNumber = trained.name === 'intl' && actual.name === 'intl' && trained.version.startsWith('ICU ');
  const here = byNumber ? { ...actual, version: icuVersion } : actual;
  const differences = (Object.keys(trained) as (keyof TokenizerDescription)[])
    .filter((key) => trained[key] !== here[key])
    .map((key) => `${key} "${trained[key]}", here "${here[key]}"`);
  if (differences.length === 0) return;
  const wayOut = differences.some((difference) => difference.startsWith('dictionaryHash'))
    ? 'Give the dictionary it was trained with (`dictionary`)'
    : trained.name === 'intl'
      ? 'Use the Node.js (its ICU) that it was trained with'
      : 'Install that version';
  throw new KeywordError(
    'TOKENIZER_MISMATCH',
    `The model was trained with another tokenizer: ${differences.join('; ')}. ` +
      `${wayOut}, train a model with this one, or use it anyway with \`allowMismatch\`.`,
  );
}
