import type { Tag } from '../tags/tag.js';
import { type ComparedMethod, tabulate } from './compare-methods.js';
import { measureTags, tagMeasures } from './tag-measures.js';

/** What a method suggests: (documents) ranked tags, best first, each by its id or any of its names. */
export interface MethodTags {
  readonly method: string;
  readonly tags: readonly (readonly string[])[];
}

/**
 * Which tag of a list a name means: its id, else its label, else one of its synonyms; equal but for case, width and spaces.
 *
 * @returns (name) → id, or undefined where no tag has the name
 */
export function tagNames(tags: Iterable<Tag>): (name: string) => string | undefined {
  const all = [...tags];
  const ids = new Set(all.map(({ id }) => id));
  const names = new Map<string, string>();
  const add = (name: string, id: string) => {
    const key = nameKey(name);
    if (!names.has(key)) names.set(key, id);
  };
  for (const { id, label } of all) add(label, id);
  for (const { id, synonyms = [] } of all) for (const synonym of synonyms) add(synonym, id);
  return (name) => (ids.has(name) ? name : names.get(nameKey(name)));
}

const nameKey = (name: string) => name.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ');

/**
 * Agreement of methods with the tags that people gave.
 *
 * @param golds (documents) ids of the right tags, at least one each
 * @param idOf from {@link tagNames}; a suggestion that means no tag of the list is wrong, and keeps its rank
 */
export function compareTags(
  golds: readonly ReadonlySet<string>[],
  methods: readonly MethodTags[],
  idOf: (name: string) => string | undefined,
): ComparedMethod[] {
  const rows = methods.map(({ tags }) =>
    golds.map((gold, d) => measureTags([...new Set(tags[d].map((name) => idOf(name) ?? name))], gold)),
  );
  return tabulate(
    methods,
    tagMeasures,
    rows.map((own) => (measure) => own.map((row) => row[measure])),
  );
}
