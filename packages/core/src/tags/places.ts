import type { StringTable } from './string-table.js';
import type { TagIndex } from './tag-index.js';

/** Where strings of an index are, made when they are first asked for: a file has the strings alone. */
interface Places {
  readonly ids: ReadonlyMap<string, number>;
  readonly labels: ReadonlyMap<string, number>;
  readonly stems: ReadonlyMap<string, number>;
  readonly learned: ReadonlyMap<string, number>;
}

const made = new WeakMap<StringTable, ReadonlyMap<string, number>>();

/** The places of the strings of an index. */
export function placesOf({ ids, labels, meaning, learned }: TagIndex): Places {
  return {
    get ids() {
      return placesIn(ids);
    },
    get labels() {
      return placesIn(labels);
    },
    get stems() {
      return placesIn(meaning.stems);
    },
    get learned() {
      return learned ? placesIn(learned.words) : new Map<string, number>();
    },
  };
}

function placesIn(table: StringTable): ReadonlyMap<string, number> {
  const places = made.get(table) ?? new Map(table.all().map((string, place) => [string, place]));
  made.set(table, places);
  return places;
}
