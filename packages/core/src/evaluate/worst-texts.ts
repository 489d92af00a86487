import type { EditedMethod } from './compare-by-editor.js';
import type { GoldDocument } from './compare-methods.js';
import type { MarkedKeyword } from './editor-marks.js';
import { matchKey, matchKeys } from './match-keywords.js';
import { measureRanking } from './ranking-measures.js';

/** What a method did on one text. */
export interface TextDetail {
  readonly id: string;
  /** What texts are ordered by. */
  readonly measure: string;
  readonly value: number;
  /** Best first; marked `hit` where people chose it, or as an editor marks it. */
  readonly keywords: readonly { readonly keyword: string; readonly mark: 'hit' | MarkedKeyword['mark'] }[];
  /** What was to be found and was not. */
  readonly missing: readonly string[];
}

/**
 * The texts that a method does worst on, by F1 of its first ten against all keywords that people chose.
 *
 * @param keywords (documents) ranked keywords of the method
 */
export function worstByGold(
  documents: readonly (GoldDocument & { readonly id: string })[],
  keywords: readonly (readonly string[])[],
  lang: string,
  howMany: number,
): TextDetail[] {
  const details = documents.map(({ id, keywords: wanted }, d) => {
    const gold = new Set(matchKeys(wanted, lang));
    const first = keywords[d].slice(0, 10);
    const found = new Set(matchKeys(first, lang));
    return {
      id,
      measure: 'F1@10',
      value: gold.size === 0 ? 0 : measureRanking([...found], gold)['F1@10'],
      keywords: first.map((keyword) => {
        return { keyword, mark: gold.has(matchKey(keyword, lang)) ? ('hit' as const) : ('' as const) };
      }),
      missing: wanted.filter((keyword) => !found.has(matchKey(keyword, lang))),
    };
  });
  return details.sort((a, b) => a.value - b.value).slice(0, howMany);
}

/** The texts whose list an editor has most to strike from. */
export function worstByEditor(ids: readonly string[], method: EditedMethod, howMany: number): TextDetail[] {
  const { struck } = method.values;
  const details = ids.map((id, t) => {
    return { id, measure: 'struck', value: struck[t], keywords: method.lists[t], missing: method.missing[t] };
  });
  return details.sort((a, b) => b.value - a.value).slice(0, howMany);
}

/** The texts that are hardest to guess from a method's first keywords. */
export function worstByGuess(
  ids: readonly string[],
  keywords: readonly (readonly string[])[],
  values: Readonly<Record<string, readonly number[]>>,
  howMany: number,
): TextDetail[] {
  const measure = Object.keys(values)[1];
  const details = ids.map((id, t) => {
    const marked = keywords[t].slice(0, 5).map((keyword) => ({ keyword, mark: '' as const }));
    return { id, measure, value: values[measure][t], keywords: marked, missing: [] };
  });
  return details.sort((a, b) => a.value - b.value).slice(0, howMany);
}
