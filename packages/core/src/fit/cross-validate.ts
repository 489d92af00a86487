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
 * Fits to four fifths of the texts at a time and judges on the last, by the strength that is best on the other four.
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
      if (folds[t] !== fold) return;
      for (const [s, weights] of fits[fold].entries()) values[s][t] = judge(text, weights);
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

/** (keys) a fifth for each at random, the same for the same key. */
export function foldsOf(keys: readonly string[], seed = 1): Uint8Array {
  let state = randomState(seed);
  const order = [...new Set(keys)].map((key) => {
    state = nextRandom(state);
    return { key, at: state };
  });
  order.sort((a, b) => a.at - b.at);
  const folds = new Map(order.map(({ key }, i) => [key, i % FOLDS]));
  return Uint8Array.from(keys, (key) => folds.get(key)!);
}
