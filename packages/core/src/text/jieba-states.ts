import type { JiebaTables } from './jieba-tables.js';

/** A probability of 0, as jieba has it. */
const NEVER = -3.14e100;

const B = 0;
const E = 1;
const M = 2;
const S = 3;
/** log p of the first state, in the order B, E, M, S. */
const START = [-0.26268660809250016, NEVER, NEVER, -1.4652633398537678];
/** States that may come before each, the later one in jieba's order second, and log p of the step. */
const BEFORE = [
  [E, -0.5897149736854513, S, -0.7211965654669841],
  [B, -0.51082562376599, M, -0.33344856811948514],
  [B, -0.916290731874155, M, -1.2603623820268226],
  [E, -0.8085250474669937, S, -0.6658631448798212],
];

let scores = new Float64Array(0);
let from = new Uint8Array(0);
let states = new Uint8Array(0);

/**
 * Cuts Chinese characters into words by the most probable states of the characters (Viterbi).
 *
 * @param add gets the end of each word
 */
export function segmentByStates(
  { rowOf, emissions }: JiebaTables,
  text: string,
  start: number,
  end: number,
  add: (end: number) => void,
): void {
  const n = end - start;
  if (scores.length < 4 * n) {
    scores = new Float64Array(8 * n);
    from = new Uint8Array(8 * n);
    states = new Uint8Array(2 * n);
  }
  for (let i = 0; i < n; i++) {
    const row = 4 * (rowOf[text.charCodeAt(start + i)] - 1);
    for (let y = B; y <= S; y++) {
      const emission = row < 0 ? NEVER : emissions[row + y];
      if (i === 0) {
        scores[y] = START[y] + emission;
        continue;
      }
      const [first, stepFirst, second, stepSecond] = BEFORE[y];
      const a = scores[4 * i - 4 + first] + stepFirst + emission;
      const b = scores[4 * i - 4 + second] + stepSecond + emission;
      scores[4 * i + y] = b >= a ? b : a;
      from[4 * i + y] = b >= a ? second : first;
    }
  }
  states[n - 1] = scores[4 * n - 4 + S] >= scores[4 * n - 4 + E] ? S : E;
  for (let i = n - 1; i > 0; i--) states[i - 1] = from[4 * i + states[i]];
  for (let i = 0; i < n; i++) if (states[i] === E || states[i] === S) add(start + i + 1);
}

/** Whether a code unit is a character that the model may know: of the first block of Chinese characters. */
export function hasStates(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fd5;
}
