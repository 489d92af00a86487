import { isHanWord } from '../text/chinese-characters.js';
import { newFloats, newIntegers } from '../text/scratch.js';
import type { Candidate } from './candidate.js';
import type { ScoredCandidates } from './scored.js';

/** A candidate that was chosen. */
export interface Choice {
  /** Place in the scored candidates. */
  readonly candidate: number;
  readonly score: number;
}

/** The `topN` best scores, best first; of equal ones the candidate that comes first in the text. */
export function selectTop({ scores }: ScoredCandidates, topN: number): Choice[] {
  return placesOfLargest(scores, topN)
    .sort((a, b) => scores[b] - scores[a] || a - b)
    .map((candidate) => ({ candidate, score: scores[candidate] }));
}

/** What is left of the score of a candidate whose words, or some of them, a better one has said. */
const SHARE_SAID = 0.7;
const CHOSEN = -1;

/**
 * The `topN` best scores where what is said again counts less: a chosen candidate leaves 0.7 of their scores to those that
 * are part of it, to those that it is part of, and to those that share a place of the text with it.
 *
 * @returns best first; the score of each is what it was chosen by
 */
export function selectDistinct(scored: ScoredCandidates, topN: number, shortlist: number): Choice[] {
  const pool = placesOfLargest(scored.scores, Math.max(2 * topN, shortlist));
  const scores = newFloats(pool.length);
  for (let p = 0; p < pool.length; p++) scores[p] = scored.scores[pool[p]];
  /** (pool) how many of the chosen each was compared with: with more its score can only fall. A chosen one has {@link CHOSEN}. */
  const compared = newIntegers(pool.length);
  const chosen: Choice[] = [];
  while (chosen.length < topN && chosen.length < pool.length) {
    let best = -1;
    for (let p = 0; p < pool.length; p++) {
      if (compared[p] !== CHOSEN && (best < 0 || scores[p] > scores[best])) best = p;
    }
    const candidate = pool[best];
    const before = scores[best];
    for (; compared[best] < chosen.length; compared[best]++) {
      if (!overlap(scored.candidates[chosen[compared[best]].candidate], scored.candidates[candidate])) continue;
      scores[best] = scores[best] > 0 ? scores[best] * SHARE_SAID : scores[best] / SHARE_SAID;
    }
    if (scores[best] < before) continue;
    chosen.push({ candidate, score: before });
    compared[best] = CHOSEN;
  }
  return chosen;
}

/** The places of the `wanted` largest values, in ascending order; of equal values the first. */
export function placesOfLargest(values: Float64Array, wanted: number): number[] {
  const least = values.length > wanted ? values.slice().sort()[values.length - wanted] : Number.NEGATIVE_INFINITY;
  let equal = wanted;
  for (let i = 0; i < values.length; i++) if (values[i] > least) equal--;
  const places: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (values[i] > least || (values[i] === least && equal-- > 0)) places.push(i);
  }
  return places;
}

/**
 * Chooses jointly the candidates that together explain the text best, each token counted for the one that explains it
 * best: Σ_t max over the chosen of what t adds to their scores, or 0. Greedy, so within 1 − 1/e of the best there is
 * (facility location; Nemhauser, Wolsey & Fisher 1978). A candidate that says the same as a chosen one is passed over,
 * see {@link saysTheSame}.
 *
 * @returns in the order chosen; the score of each is what it added; fewer than `topN` when nothing is left to explain
 */
export function selectCover(scored: ScoredCandidates, topN: number, shortlist: number): Choice[] {
  const pool = selectTop(scored, Math.max(topN, shortlist)).map(({ candidate }) => candidate);
  if (pool.length === 0) return [];
  const { reach, contributions } = scored;
  const T = contributions!(pool[0]).length;
  const explained = new Float64Array(T);
  const added = (candidate: number) => {
    const gains = contributions!(candidate);
    let sum = 0;
    for (let t = 0; t < T; t++) {
      // max(0, more) without a branch, which no processor could foresee.
      const more = gains[t] - explained[t];
      sum += more + Math.abs(more);
    }
    return sum / 2;
  };
  // What a candidate adds only falls while others are chosen, so what it once added is a bound (Minoux 1978).
  const bounds = pool.map((candidate) => (reach ? reach[candidate] : added(candidate)));
  const chosen: Choice[] = [];
  for (let newest = -1; chosen.length < topN; ) {
    let best = 0;
    for (let p = 1; p < pool.length; p++) if (bounds[p] > bounds[best]) best = p;
    if (!(bounds[best] > 0)) break;
    if (best !== newest) {
      bounds[best] = added(pool[best]);
      newest = best;
      continue;
    }
    const score = bounds[best];
    bounds[best] = 0;
    newest = -1;
    const candidate = scored.candidates[pool[best]];
    if (chosen.some((other) => saysTheSame(scored.candidates[other.candidate], candidate))) continue;
    const gains = contributions!(pool[best]);
    for (let t = 0; t < T; t++) if (gains[t] > explained[t]) explained[t] = gains[t];
    chosen.push({ candidate: pool[best], score });
  }
  return chosen;
}

/** Whether one candidate is part of the other and occurs no more often. */
function saysTheSame(a: Candidate, b: Candidate): boolean {
  const [part, whole] = a.words.length < b.words.length ? [a, b] : [b, a];
  return part.spans.length <= whole.spans.length && isWithin(part.words, whole.words);
}

function overlap(a: Candidate, b: Candidate): boolean {
  if (shareAPlace(a.spans, b.spans)) return true;
  const [part, whole] = a.words.length < b.words.length ? [a, b] : [b, a];
  return isWithin(part.words, whole.words) || isSpeltWithin(a, b) || isSpeltWithin(b, a);
}

/**
 * Whether the only word of a candidate is spelt as part of the other's, in languages that write no spaces: 手机号 in 手机号码, and
 * of two characters only what the other is a kind of: 银行 in 商业银行, but not 太阳 in 太阳系.
 */
function isSpeltWithin(part: Candidate, whole: Candidate): boolean {
  if (part.words.length > 1 || whole.words.length > 1) return false;
  const { word } = part.words[0];
  if (word.length < 2 || !isHanWord(word)) return false;
  return word.length === 2 ? whole.words[0].word.endsWith(word) : whole.words[0].word.includes(word);
}

/** Whether occurrences, each in the order of the text, overlap anywhere. */
function shareAPlace(a: Candidate['spans'], b: Candidate['spans']): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i].last < b[j].first) i++;
    else if (b[j].last < a[i].first) j++;
    else return true;
  }
  return false;
}

function isWithin(part: Candidate['words'], whole: Candidate['words']): boolean {
  for (let from = 0; from + part.length <= whole.length; from++) {
    let same = 0;
    while (same < part.length && part[same].root === whole[from + same].root) same++;
    if (same === part.length) return true;
  }
  return false;
}
