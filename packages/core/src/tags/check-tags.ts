import { KeywordError, shortened } from '../errors.js';
import type { Tag } from './tag.js';

/**
 * Checks a list of tags.
 *
 * @returns (tags) the place of each tag's parent, −1 without one
 * @throws KeywordError INVALID_TAGS, naming the tag
 */
export function checkTags(tags: readonly Tag[]): Int32Array {
  if (tags.length === 0) throw invalid('The list has no tags. Give at least one.');
  const places = new Map<string, number>();
  const labels = new Map<string, string>();
  tags.forEach(({ id, label }, place) => {
    if (typeof id !== 'string' || id === '') {
      throw invalid(`Tag ${place + 1} has the id ${JSON.stringify(id)}; expected a text that is not empty.`);
    }
    if (places.has(id)) throw invalid(`Two tags have the id ${quote(id)}. Give each its own.`);
    places.set(id, place);
    if (typeof label !== 'string' || label.trim() === '')
      throw invalid(`Tag ${quote(id)} has an empty label. Name it.`);
    const key = label.normalize('NFKC').trim();
    const other = labels.get(key);
    if (other !== undefined) {
      throw invalid(`Tags ${quote(other)} and ${quote(id)} have the label ${quote(label)}. Merge them, or rename one.`);
    }
    labels.set(key, id);
  });
  const parents = Int32Array.from(tags, ({ id, parent }) => {
    if (parent === undefined) return -1;
    const place = places.get(parent);
    if (place !== undefined) return place;
    throw invalid(
      `Tag ${quote(id)} has the parent ${quote(parent)}, which is not in the list. Add it, or leave the parent out.`,
    );
  });
  const circle = findCircle(parents);
  if (circle) {
    const names = circle.map((place) => quote(tags[place].id)).join(' → ');
    throw invalid(`The parents of tags form a cycle: ${names}. Leave one of them out.`);
  }
  return parents;
}

/** A tag that is above itself, with those between; undefined where there is none. */
export function findCircle(parents: ArrayLike<number>): number[] | undefined {
  /** The walk in which a tag was met first; 0 for none. */
  const met = new Int32Array(parents.length);
  for (let start = 0; start < parents.length; start++) {
    let at = start;
    for (; at >= 0 && met[at] === 0; at = parents[at]) met[at] = start + 1;
    if (at < 0 || met[at] !== start + 1) continue;
    const circle = [at];
    for (let next = parents[at]; next !== at; next = parents[next]) circle.push(next);
    return [...circle, at];
  }
  return undefined;
}

const quote = (text: string) => JSON.stringify(shortened(text, 100));
const invalid = (message: string) => new KeywordError('INVALID_TAGS', message);
