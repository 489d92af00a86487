import type { StringTable } from './string-table.js';
import type { TagIndex } from './tag-index.js';

/** Where strings of an index are, made when they are first asked for: a file has the strings alone. */
class Places {
  private readonly index: TagIndex;

  constructor(index: TagIndex) {
    this.index = index;
  }

  get ids(): ReadonlyMap<string, number> {
    return placesIn(this.index.ids);
  }

  get labels(): ReadonlyMap<string, number> {
    return placesIn(this.index.labels);
  }

  get stems(): ReadonlyMap<string, number> {
    return placesIn(this.index.meaning.stems);
  }

  get learned(): ReadonlyMap<string, number> {
    return this.index.learned ? placesIn(this.index.learned.words) : new Map();
  }
}

const made = new WeakMap<StringTable, ReadonlyMap<string, number>>();

/** The places of the strings of an index. */
export const placesOf = (index: TagIndex) => new Places(index);

function placesIn(table: StringTable): ReadonlyMap<string, number> {
  const places = made.get(table) ?? new Map(table.all().map((string, place) => [string, place]));
  made.set(table, places);
  return places;
}
