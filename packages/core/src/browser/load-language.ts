import type { TextModel } from '../extract/extract-keywords.js';
import { neutralModel } from '../extract/neutral-model.js';
import { primaryLanguage } from '../text/language.js';
import { fetchIfThere, urlIn } from './assets.js';

const ADVICE = 'Give the address of a folder with frequencies, stop-words and word-classes of @telltale/languages.';

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
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<TextModel> {
  const name = primaryLanguage(language);
  const table = async (path: string) => {
    const bytes = await fetchIfThere(urlIn(folder, path), ADVICE, signal);
    return bytes && new TextDecoder().decode(bytes);
  };
  const [frequencies, stopWords, wordClasses] = await Promise.all([
    table(`frequencies/${name}.txt.gz`),
    table(`stop-words/${name}.txt`),
    table(`word-classes/${name}.txt.gz`),
  ]);
  return neutralModel(name, frequencies, stopWords, wordClasses);
}
