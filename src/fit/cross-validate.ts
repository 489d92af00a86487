import { nextRandom, randomState } from '../math/random.js';
import type { PreparedText } from './labelled-text.js';
import { fitListwise } from './listwise-softmax.js';

/** How good a ranking of one text is, from 0 to 1. */
export type Judge = (text: PreparedText, weights: Float64Array) => number;

/** What weights reach on texts that they were not fitted to. */
export interface HeldOut {
  /** (texts) the weights that were fitted without the text. */
  readonly weights: readonly Float64Array[];
  /** The strength that is best on all texts. */
  readonly strength: number;
}

const FOLDS = 5;
/** Share of the texts that each fit has. */
export const SHARE_FITTED = 1 - 1 / FOLDS;
/** Of the ridge; see {@link fitListwise}. From strong to weak, so that each search begins near its end. */
const STRENGTHS = [300, 100, 30, 10, 3];

/**
 * Fits to four fifths of the texts at a time and judges on the last. The strength for each fifth is the one that is best on
 * the others, so that no text has a say in what it is judged by.
 *
 * @param folds (texts) which fifth a text is in
 * @param most texts of each fit, at most: the first ones in the order of `texts`
 */
export function crossValidate(
  texts: readonly PreparedText[],
  folds: Uint8Array,
  start: Float64Array,
  judge: Judge,
  most = texts.length,
): HeldOut {
  /** (strengths, texts) */
  const values = STRENGTHS.map(() => new Float64Array(texts.length));
  const fits: Float64Array[][] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const lists = texts.filter((_, t) => folds[t] !== fold).slice(0, most);
    fits.push(fitAll(lists, start));
    texts.forEach((text, t) => {
      if (folds[t] === fold)
        fits[fold].forEach((weights, s) => {
          values[s][t] = judge(text, weights);
        });
    });
  }
  const best = (isAsked: (t: number) => boolean) => {
    const sums = values.map((row) => row.reduce((sum, value, t) => (isAsked(t) ? sum + value : sum), 0));
    return sums.indexOf(Math.max(...sums));
  };
  const chosen = fits.map((_, fold) => best((t) => folds[t] !== fold));
  return {
    weights: Array.from(texts, (_, t) => fits[folds[t]][chosen[folds[t]]]),
    strength: STRENGTHS[best(() => true)],
  };
}

/** (strengths) weights fitted with each. */
function fitAll(texts: readonly PreparedText[], start: Float64Array): Float64Array[] {
  const lists = texts.map(({ list }) => list);
  let from = start;
  return STRENGTHS.map((strength) => {
    from = fitListwise(lists, start, strength, from);
    return from;
  });
}

/** (texts) a fifth for each at random; texts that begin with the same letters are in the same one. */
export function foldsOf(texts: readonly string[], seed = 1): Uint8Array {
  const heads = new Map<string, number>();
  for (const text of texts) heads.set(headOf(text), 0);
  let state = randomState(seed);
  const order = [...heads.keys()].map((head) => {
    state = nextRandom(state);
    return { head, at: state };
  });
  order.sort((a, b) => a.at - b.at);
  for (const [i, { head }] of order.entries()) heads.set(head, i % FOLDS);
  return Uint8Array.from(texts, (text) => heads.get(headOf(text))!);
}

/** The same story may be told twice. */
const headOf = (text: string) => text.slice(0, 80).toLowerCase();
