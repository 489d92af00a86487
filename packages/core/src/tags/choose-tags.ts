import type { RankedTag } from './best.js';
import type { SuggestOptions } from './tag.js';
import type { TagIndex } from './tag-index.js';
import type { TagText } from './tag-text.js';

/** Tags of which the vectors have at least this cosine say the same. */
const SAME = 0.8;

/**
 * Chooses among tags that are ranked.
 *
 * @param ranked best first
 * @returns at most `topN` of them, best first
 */
export function chooseTags(
  index: TagIndex,
  text: TagText,
  ranked: readonly RankedTag[],
  { topN, select, prefer }: { readonly topN: number } & Pick<SuggestOptions, 'select' | 'prefer'>,
): RankedTag[] {
  if (select === 'top' && prefer === 'both') return ranked.slice(0, topN);
  let chosen: RankedTag[] = [];
  for (const one of ranked) {
    const { tag } = one;
    if (chosen.length === topN) break;
    if (select === 'cover' && chosen.some((better) => saysTheSame(index, text, better.tag, tag))) continue;
    const narrower = chosen.filter((other) => isAbove(index.parents, tag, other.tag));
    const broader = chosen.filter((other) => isAbove(index.parents, other.tag, tag));
    if ((prefer === 'narrow' && narrower.length > 0) || (prefer === 'broad' && broader.length > 0)) continue;
    const folded = prefer === 'narrow' ? broader : prefer === 'broad' ? narrower : [];
    chosen = [...chosen.filter((other) => !folded.includes(other)), one];
  }
  return chosen;
}

function isAbove(parents: Int32Array, above: number, below: number): boolean {
  for (let at = parents[below]; at >= 0; at = parents[at]) if (at === above) return true;
  return false;
}

/** Whether a tag says what a better one says: it is mentioned only within it, or means nearly the same. */
function saysTheSame({ meaning }: TagIndex, { mentions }: TagText, better: number, tag: number): boolean {
  const places = mentions.get(better) ?? [];
  const own = mentions.get(tag);
  if (own?.every(({ start, end }) => places.some((place) => place.start <= start && place.end >= end))) return true;
  const { vectors, dim } = meaning;
  let cosine = 0;
  for (let d = 0; d < dim; d++) cosine += vectors[better * dim + d] * vectors[tag * dim + d];
  return cosine >= SAME;
}
