import { type Reader, reciprocalRanks } from './guess-the-text.js';
import { matchKey, matchKeys, placesIn } from './match-keywords.js';
import { type Difference, pairedDifference } from './paired-bootstrap.js';
import { measureRanking, measureTogether, rankingMeasures } from './ranking-measures.js';

/** A document that people chose keywords for. */
export interface GoldDocument {
  readonly text: string;
  readonly keywords: readonly string[];
}

/** What a method found: (documents) ranked keywords, best first. */
export interface MethodKeywords {
  readonly method: string;
  readonly keywords: readonly (readonly string[])[];
}

/** A method with the means of its measures over the documents. */
export interface ComparedMethod {
  readonly method: string;
  readonly means: Readonly<Record<string, number>>;
  /** Measures of all documents together, where there are any. */
  readonly micro?: Readonly<Record<string, number>>;
  /** How much better the first method is by each measure, document by document; left out of the first itself. */
  readonly behindFirst?: Readonly<Record<string, Difference>>;
  /** Measure → (documents that were asked for) its values. */
  readonly values: Readonly<Record<string, readonly number[]>>;
}

/**
 * Agreement of methods with the keywords that people chose. Documents without such are not asked for.
 *
 * @param gold `all` keywords, or only those `present` in the text, which a method that takes words from the text can find
 */
export function compareRankings(
  documents: readonly GoldDocument[],
  methods: readonly MethodKeywords[],
  lang: string,
  gold: 'all' | 'present',
): ComparedMethod[] {
  const golds = goldKeys(documents, lang, gold);
  const asked = [...golds.keys()].filter((d) => golds[d].size > 0);
  const sought = asked.map((d) => golds[d]);
  const rankings = methods.map(({ keywords }) => asked.map((d) => matchKeys(keywords[d], lang)));
  const compared = tabulate(
    methods,
    rankingMeasures,
    rankings.map((ranked) => {
      const rows = ranked.map((keys, i) => measureRanking(keys, sought[i]));
      return (measure) => rows.map((row) => row[measure]);
    }),
  );
  return compared.map((method, m) => ({ ...method, micro: measureTogether(rankings[m], sought) }));
}

/** (documents) the keys of the keywords that people chose, all or those that the text says. */
export function goldKeys(
  documents: readonly GoldDocument[],
  lang: string,
  gold: 'all' | 'present',
): ReadonlySet<string>[] {
  return documents.map(({ text, keywords }) => {
    if (gold === 'all') return new Set(matchKeys(keywords, lang));
    const places = placesIn(text, lang);
    return new Set(
      keywords
        .filter((keyword) => places(keyword).length > 0)
        .map((keyword) => matchKey(keyword, lang))
        .filter((key) => key !== ''),
    );
  });
}

/**
 * How well the text can be guessed from the keywords of methods: mean reciprocal rank of the second half of each text,
 * by each reader, from the first 1, 3 and 5 keywords of its first half.
 *
 * @param secondHalves (documents) words
 * @param methods keywords of the first halves
 * @param cut a text as the words that readers know
 */
export function compareGuesses(
  secondHalves: readonly (readonly string[])[],
  methods: readonly MethodKeywords[],
  readers: readonly Reader[],
  cut: (text: string) => readonly string[],
): ComparedMethod[] {
  const prepared = readers.map((reader) => reader.prepare(secondHalves));
  const measures = readers.flatMap(({ name }) => [1, 3, 5].map((k) => `MRR@${k} ${name}`));
  const values = methods.map(({ keywords }) => {
    const words = keywords.map((ranked) => ranked.slice(0, 5).map(cut));
    const ranks = new Map<string, number[]>(
      prepared.flatMap((reader, r) =>
        [1, 3, 5].map((k) => [`MRR@${k} ${readers[r].name}`, reciprocalRanks(reader, words, k)] as const),
      ),
    );
    return (measure: string) => ranks.get(measure)!;
  });
  return tabulate(methods, measures, values);
}

/**
 * Means and differences of measures.
 *
 * @param values (methods) measure → (documents) values
 */
export function tabulate<M extends string>(
  methods: readonly { readonly method: string }[],
  measures: readonly M[],
  values: readonly ((measure: M) => readonly number[])[],
): ComparedMethod[] {
  const mean = (row: readonly number[]) => row.reduce((sum, value) => sum + value, 0) / Math.max(1, row.length);
  return methods.map(({ method }, m) => ({
    method,
    means: Object.fromEntries(measures.map((measure) => [measure, mean(values[m](measure))])),
    ...(m > 0 && {
      behindFirst: Object.fromEntries(
        measures.map((measure) => [measure, pairedDifference(values[0](measure), values[m](measure))]),
      ),
    }),
    values: Object.fromEntries(measures.map((measure) => [measure, values[m](measure)])),
  }));
}
