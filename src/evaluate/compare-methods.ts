import type { Language } from '../text/language.js';
import { type Reader, reciprocalRanks } from './guess-the-text.js';
import { matchKey, matchKeys } from './match-keywords.js';
import { type Difference, pairedDifference } from './paired-bootstrap.js';
import { measureRanking, rankingMeasures } from './ranking-measures.js';

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
  /** How much better the first method is by each measure, document by document; left out of the first itself. */
  readonly behindFirst?: Readonly<Record<string, Difference>>;
}

/**
 * Agreement of methods with the keywords that people chose.
 *
 * @param gold `all` keywords, or only those `present` in the text, which a method that takes words from the text can find
 */
export function compareRankings(
  documents: readonly GoldDocument[],
  methods: readonly MethodKeywords[],
  lang: Language,
  gold: 'all' | 'present',
): ComparedMethod[] {
  const golds = documents.map(({ text, keywords }) => {
    const keys = matchKeys(keywords, lang);
    const whole = ` ${matchKey(text, lang)} `;
    const has = (key: string) => whole.includes(lang === 'zh' ? key : ` ${key} `);
    return new Set(gold === 'all' ? keys : keys.filter(has));
  });
  const asked = [...golds.keys()].filter((d) => golds[d].size > 0);
  const values = methods.map(({ keywords }) =>
    asked.map((d) => measureRanking(matchKeys(keywords[d], lang), golds[d])),
  );
  return tabulate(
    methods,
    rankingMeasures,
    values.map((rows) => (measure) => rows.map((row) => row[measure])),
  );
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

function tabulate<M extends string>(
  methods: readonly MethodKeywords[],
  measures: readonly M[],
  values: readonly ((measure: M) => readonly number[])[],
): ComparedMethod[] {
  const mean = (row: readonly number[]) => row.reduce((sum, value) => sum + value, 0) / row.length;
  return methods.map(({ method }, m) => ({
    method,
    means: Object.fromEntries(measures.map((measure) => [measure, mean(values[m](measure))])),
    ...(m > 0 && {
      behindFirst: Object.fromEntries(
        measures.map((measure) => [measure, pairedDifference(values[0](measure), values[m](measure))]),
      ),
    }),
  }));
}
