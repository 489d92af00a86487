import { neutralModel, type VectorTable } from '../extract/neutral-model.js';
import type { TextModel } from '../extract/text-model.js';
import { readStaticModel } from '../formats/vectors/static-model.js';
import { hasVectors, primaryLanguage, tabledLanguages } from '../text/language.js';
import { fetchBytes, fetchIfThere, urlIn } from './assets.js';

const ADVICE = 'Give the address of a folder with the contents of @telltale/languages.';

const VECTOR_ADVICE = 'Give the address of a folder with the contents of @telltale/vectors.';

/** How a browser loads a language. */
export interface LanguageOptions {
  /** Gives the loading up. */
  readonly signal?: AbortSignal | undefined;
  /** Address of the contents of `@telltale/vectors`, relative to the page; left out: no vectors are loaded. */
  readonly vectors?: string | URL | undefined;
}

/**
 * Loads what finds keywords in a language without a model, in a browser: `ja`, `ko`, `fr`, `de` and all others. What the
 * folder has no table of is left out, and `notice` of an analysis says so where that is the frequencies.
 *
 * @param language a BCP 47 tag; `languageOfText` tells the language of a text
 * @param folder address of the contents of the package `@telltale/languages`, relative to the page
 * @throws KeywordError FILE_NOT_FOUND where the server does not answer, INVALID_OPTION; the reason of the signal
 * @example
 * const model = await loadLanguage('ja', '/languages/');
 * extractKeywords(model, '太陽は恒星である。太陽の表面は熱い。');
 */
export async function loadLanguage(
  language: string,
  folder: string | URL,
  { signal, vectors }: LanguageOptions = {},
): Promise<TextModel> {
  const name = primaryLanguage(language);
  const table = async (path: string) => {
    const bytes = await fetchIfThere(urlIn(folder, path), ADVICE, signal);
    return bytes && new TextDecoder().decode(bytes);
  };
  // A browser reports what is asked for and missing as an error of the page.
  const packed = async (tables: keyof typeof tabledLanguages) =>
    tabledLanguages[tables].includes(name) ? table(`${tables}/${name}.txt.gz`) : undefined;
  const [found, frequencies, stopWords, wordClasses, nominatives] = await Promise.all([
    vectors === undefined || !hasVectors(name) ? undefined : loadVectors(name, vectors, { signal }),
    packed('frequencies'),
    table(`stop-words/${name}.txt`),
    packed('word-classes'),
    packed('nominatives'),
  ]);
  return neutralModel(name, frequencies, stopWords, wordClasses, found && (() => found), undefined, nominatives);
}

/**
 * Loads the vectors of words of a language, in a browser.
 *
 * @param language by ISO 639
 * @param folder address of the contents of the package `@telltale/vectors`, relative to the page
 * @throws KeywordError FILE_NOT_FOUND, INVALID_MODEL; the reason of the signal
 */
export async function loadVectors(
  language: string,
  folder: string | URL,
  { signal }: Pick<LanguageOptions, 'signal'> = {},
): Promise<VectorTable> {
  const file = (name: string) => fetchBytes(urlIn(folder, `${language}/${name}`), VECTOR_ADVICE, signal);
  const [weights, tokenizer] = await Promise.all([file('model.safetensors'), file('tokenizer.json')]);
  return readStaticModel(weights, new TextDecoder().decode(tokenizer), `${folder}${language}`);
}
