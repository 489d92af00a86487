/** A tag of a list, by its place there. */
export interface RankedTag {
  readonly tag: number;
  readonly score: number;
}

/**
 * The `count`-th best of scores, −∞ where there are fewer. By a heap, of which the least is on top.
 *
 * @param counts whether the score at a place is one of them
 */
export function nthBest(scores: Float64Array, count: number, counts: (place: number) => boolean): number {
  if (count > scores.length) return Number.NEGATIVE_INFINITY;
  const heap = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place];
    if (!(score > heap[0]) || !counts(place)) continue;
    let at = 0;
    for (let child = 1; child < count; child = 2 * at + 1) {
      if (child + 1 < count && heap[child + 1] < heap[child]) child++;
      if (heap[child] >= score) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = score;
  }
  return heap[0];
}

/** The best of some tags by a score, best first; those of equal scores in the order of the list, those with −∞ left out. */
export function bestOf(tags: ArrayLike<number>, scoreOf: (tag: number) => number, count: number): RankedTag[] {
  const ranked: RankedTag[] = [];
  for (let i = 0; i < tags.length; i++) {
    const score = scoreOf(tags[i]);
    if (score > Number.NEGATIVE_INFINITY) ranked.push({ tag: tags[i], score });
  }
  return ranked.sort((a, b) => b.score - a.score || a.tag - b.tag).slice(0, count);
}
