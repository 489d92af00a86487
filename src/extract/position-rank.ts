import { wordClass } from '../text/word-class.js';
import type { TextAnalysis } from './analyze-text.js';

/** Words at most so far apart are linked, by the paper. */
const WINDOW = 10;
const DAMPING = 0.85;
const ITERATIONS = 15;

/**
 * PositionRank (Florescu & Caragea 2017): nouns, names and adjectives that stand near each other are linked, as often as
 * they do, and PageRank walks over the links and jumps to a word by Σ 1/(place + 1) over its places in the text.
 *
 * @param group (words) the first word of the text that is another spelling of each
 * @returns (words) the rank of each first spelling, Σ 1; others have 0
 */
export function positionRanks({ tokens, words, wordOfToken }: TextAnalysis, group: Int32Array): Float64Array {
  const places: number[] = [];
  for (let t = 0; t < tokens.length; t++) {
    const of = wordClass(tokens[t]);
    if (of === 'content' || of === 'modifier') places.push(t);
  }
  const bias = new Float64Array(words.length);
  const from: number[] = [];
  const to: number[] = [];
  const degrees = new Float64Array(words.length);
  let total = 0;
  for (let i = 0; i < places.length; i++) {
    const a = group[wordOfToken[places[i]]];
    bias[a] += 1 / (places[i] + 1);
    total += 1 / (places[i] + 1);
    for (let j = i + 1; j < places.length && places[j] - places[i] < WINDOW; j++) {
      const b = group[wordOfToken[places[j]]];
      if (a === b) continue;
      from.push(a);
      to.push(b);
      degrees[a]++;
      degrees[b]++;
    }
  }
  let ranks = bias.map((value) => value / total);
  for (let i = 0; i < ITERATIONS; i++) {
    const next = new Float64Array(words.length);
    for (let l = 0; l < from.length; l++) {
      next[to[l]] += ranks[from[l]] / degrees[from[l]];
      next[from[l]] += ranks[to[l]] / degrees[to[l]];
    }
    for (let w = 0; w < next.length; w++) next[w] = DAMPING * next[w] + ((1 - DAMPING) * bias[w]) / total;
    ranks = next;
  }
  return ranks;
}
