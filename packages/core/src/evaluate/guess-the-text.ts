import { copyRow } from '../math/matrix.js';
import { nextRandom, randomState } from '../math/random.js';
import type { WordVectors } from '../model/neighbours.js';

/**
 * Someone who is told keywords and has to find the text they were taken from. It must know nothing of the model that
 * chose them.
 */
export interface Reader {
  readonly name: string;
  /** Gets ready to be asked about these texts, given as words. */
  prepare(texts: readonly (readonly string[])[]): {
    /** How well keywords, given as words, fit text number `text`; higher is better. */
    fit(keywords: readonly string[]): (text: number) => number;
  };
}

/** Texts that the right one is among. */
export const DISTRACTORS = 199;

/**
 * A text as two halves of alternating clauses: what is said in one is likely to be spoken of in the other.
 *
 * @returns undefined when a half has no letter in it
 */
export function splitHalves(text: string): [first: string, second: string] | undefined {
  const halves: [string[], string[]] = [[], []];
  let clauses = 0;
  for (const clause of text.split(/(?<=[，。；！？：,.;!?:\n])/)) {
    if (/\p{L}/u.test(clause)) halves[clauses++ % 2].push(clause.trim());
  }
  return clauses < 2 ? undefined : [halves[0].join(' '), halves[1].join(' ')];
}

/**
 * Reciprocal rank of each text's own second half among {@link DISTRACTORS} others, by the fit of the first `k` keywords
 * from its first half. Equal fits share their ranks, so knowing nothing is worth no more than chance.
 *
 * @param keywords (texts) ranked keywords of the first halves, each as words
 * @param seed start of the draws of distractors, the same for all methods that are compared
 * @returns (texts) in 0 … 1
 */
export function reciprocalRanks(
  reader: ReturnType<Reader['prepare']>,
  keywords: readonly (readonly (readonly string[])[])[],
  k: number,
  seed = 1,
): number[] {
  return keywords.map((ranked, own) => {
    const fit = reader.fit(ranked.slice(0, k).flat());
    return reciprocalRank(
      fit(own),
      distractorsOf(own, keywords.length, seed).map((other) => fit(other)),
    );
  });
}

/** 1 / rank of a fit among those of distractors; equal ones share their ranks. */
export function reciprocalRank(target: number, others: ArrayLike<number>): number {
  let rank = 1;
  for (let i = 0; i < others.length; i++) {
    if (others[i] > target) rank++;
    else if (others[i] === target) rank += 0.5;
  }
  return 1 / rank;
}

/** The texts that text number `own` of `n` is among: {@link DISTRACTORS} draws of any other, so some come twice. */
export function distractorsOf(own: number, n: number, seed = 1): number[] {
  let state = randomState(seed, own);
  return Array.from({ length: Math.min(DISTRACTORS, n - 1) }, () => {
    state = nextRandom(state);
    // Own is left out of the numbers drawn from.
    const other = Math.floor((state / 2 ** 32) * (n - 1));
    return other < own ? other : other + 1;
  });
}

/** Inverse document frequencies of words over the texts to be found. */
function frequencies(texts: readonly (readonly string[])[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log((texts.length + 1) / ((counts.get(word) ?? 0) + 1));
}

/**
 * A reader that compares meanings: cosine of the idf-weighted mean word vectors of keywords and text.
 */
export function vectorReader(name: string, { vocabulary, inputVectors }: WordVectors): Reader {
  const vectorOf = (word: string) => {
    const row = vocabulary.indexOf(word);
    if (row === undefined) return undefined;
    const vector = new Float32Array(inputVectors.columns);
    copyRow(inputVectors, row, vector);
    return vector;
  };
  return {
    name,
    prepare(texts) {
      const idf = frequencies(texts);
      const units = texts.map((words) => unitVector(words, idf, vectorOf));
      return {
        fit(keywords) {
          const query = unitVector(keywords, idf, vectorOf);
          return (text) => {
            let dot = 0;
            for (let d = 0; d < query.length; d++) dot += query[d] * (units[text][d] ?? 0);
            return dot;
          };
        },
      };
    },
  };
}

function unitVector(
  words: readonly string[],
  idf: (word: string) => number,
  vectorOf: (word: string) => Float32Array | undefined,
): Float64Array {
  let sum = new Float64Array(0);
  for (const word of words) {
    const vector = vectorOf(word);
    if (!vector) continue;
    if (sum.length === 0) sum = new Float64Array(vector.length);
    const length = Math.sqrt(vector.reduce((total, value) => total + value * value, 0)) || 1;
    for (let d = 0; d < vector.length; d++) sum[d] += (idf(word) * vector[d]) / length;
  }
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0)) || 1;
  return sum.map((value) => value / length);
}

/** Weight of the language at large in the texts' models, in words. */
const PSEUDO_WORDS = 100;

/**
 * A reader that compares words: log likelihood of the keywords under each text's word counts, smoothed with the counts
 * of all texts (Dirichlet prior, Zhai & Lafferty 2001).
 *
 * @param keyOf what a word is compared by; a language that has it in many cases compares it without their endings
 */
export const wordReader = (keyOf: (word: string) => string = (word) => word): Reader => ({
  name: 'words',
  prepare(written) {
    const texts = written.map((words) => words.map(keyOf));
    const all = new Map<string, number>();
    let total = 0;
    const counts = texts.map((words) => {
      const own = new Map<string, number>();
      for (const word of words) {
        own.set(word, (own.get(word) ?? 0) + 1);
        all.set(word, (all.get(word) ?? 0) + 1);
        total++;
      }
      return own;
    });
    return {
      fit(keywords) {
        // A word that no text has tells nothing.
        const known = keywords.map(keyOf).filter((word) => all.has(word));
        return (text) => {
          let log = 0;
          for (const word of known) {
            const smooth = (PSEUDO_WORDS * all.get(word)!) / total;
            log += Math.log((counts[text].get(word) ?? 0) + smooth) - Math.log(texts[text].length + PSEUDO_WORDS);
          }
          return log;
        };
      },
    };
  },
});
