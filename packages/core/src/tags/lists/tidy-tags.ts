import { counted } from '../../errors.js';
import type { Tag } from '../tag.js';

/** A tag as a list has it, and where. */
export interface ListedTag extends Tag {
  /** What to call its place in warnings, as `line 3`. */
  readonly place: string;
}

/** Warnings of a list: how many of each kind, and the places of the first. */
export class ListWarnings {
  readonly #places = new Map<string, string[]>();
  readonly #notes: string[] = [];

  /** Adds a sentence on the list as a whole. */
  note(sentence: string): void {
    this.#notes.push(sentence);
  }

  /** @param kind what is wrong with a tag and what was done about it, after `1 tag` or `2 tags` */
  add(kind: string, place: string): void {
    const places = this.#places.get(kind) ?? [];
    this.#places.set(kind, places);
    places.push(place);
  }

  /** What is noted, then a sentence a kind. */
  sentences(): string[] {
    const kinds = Array.from(this.#places, ([kind, places]) => {
      const more = places.length > NAMED ? `, and ${places.length - NAMED} more` : '';
      return `${counted(places.length, 'tag')} ${kind}: ${places.slice(0, NAMED).join(', ')}${more}.`;
    });
    return [...this.#notes, ...kinds];
  }
}

const NAMED = 5;

/**
 * Tags that `compileTags` takes: those without a label are left out, those with the label of another one are merged with
 * it, parents that are not in the list or lead in a circle are left out. Each is a warning.
 */
export function tidyTags(listed: readonly ListedTag[], warnings: ListWarnings): Tag[] {
  const byLabel = new Map<string, Tag & { synonyms: string[] }>();
  /** Ids of merged tags → the id of the one that stays. */
  const staying = new Map<string, string>();
  for (const { place, ...tag } of listed) {
    const label = tag.label.normalize('NFKC').trim().replaceAll(/\s+/g, ' ');
    if (label === '') {
      warnings.add('left out without a label', place);
      continue;
    }
    const other = byLabel.get(label);
    if (other) {
      warnings.add('merged with another one of the same label', `${JSON.stringify(label)} (${place})`);
      other.synonyms.push(...(tag.synonyms ?? []));
      staying.set(tag.id, other.id);
    } else if (staying.has(tag.id)) {
      warnings.add('left out with an id that another one has', `${JSON.stringify(tag.id)} (${place})`);
    } else {
      byLabel.set(label, { ...tag, label: tag.label.trim(), synonyms: [...(tag.synonyms ?? [])] });
      staying.set(tag.id, tag.id);
    }
  }
  return withParents([...byLabel.values()], staying, warnings);
}

function withParents(tags: readonly Tag[], staying: ReadonlyMap<string, string>, warnings: ListWarnings): Tag[] {
  const places = new Map(tags.map(({ id }, place) => [id, place]));
  const parents = Int32Array.from(tags, ({ id, parent }) => {
    if (parent === undefined) return -1;
    const found = staying.get(parent);
    if (found === undefined) warnings.add('with a parent that is not in the list', JSON.stringify(id));
    return found === undefined ? -1 : places.get(found)!;
  });
  for (const place of cutCircles(parents)) {
    warnings.add('in a circle of parents, now without one', JSON.stringify(tags[place].id));
  }
  return tags.map(({ parent: _given, ...tag }, place) => {
    return parents[place] < 0 ? tag : { ...tag, parent: tags[parents[place]].id };
  });
}

/** Takes one parent out of every circle of them, in place. @returns those whose parent was taken */
function cutCircles(parents: Int32Array): number[] {
  const cut: number[] = [];
  /** The walk in which a tag was met; 0 for none. */
  const met = new Int32Array(parents.length);
  for (let start = 0; start < parents.length; start++) {
    for (let at = start; at >= 0 && met[at] === 0; ) {
      met[at] = start + 1;
      const above = parents[at];
      if (above >= 0 && met[above] === start + 1) {
        parents[at] = -1;
        cut.push(at);
      }
      at = parents[at];
    }
  }
  return cut;
}
