import { Scratch } from '../../scratch.js';

/** A run of symbols that a sequence has at least twice, none of the occurrences overlapping. */
export interface Repeat {
  readonly length: number;
  /** Where it is, ascending. */
  readonly starts: readonly number[];
}

/** The symbol that is in no repeat. What is beside it is free on that side. */
export const BORDER = 0;

const [
  someRuns,
  otherRuns,
  allPlaces,
  allCounts,
  allEnds,
  allBefores,
  allAfters,
  allSides,
  slots,
  allLefts,
  allRights,
] = Array.from({ length: 11 }, () => new Scratch());

const FREE_BEFORE = 1;
const FREE_AFTER = 2;

/**
 * The repeats of 2 to `longest` symbols that are free on both sides: two different symbols are beside them, or a border.
 * A run that always has the same neighbour is a part of something longer. Symbols whose `eligible` is 0 are in no repeat,
 * but may be beside one.
 *
 * A run of k symbols can only repeat where both its runs of k − 1 do, so that ordinary texts are done after a few passes
 * and any text after `longest` of them: time and memory are O(symbols · longest).
 */
export function findRepeats(symbols: Int32Array, eligible: ArrayLike<number>, longest: number): Repeat[] {
  const found: Repeat[] = [];
  const { length: n } = symbols;
  /** Number of the run that begins at each place, 0 where it does not repeat. */
  let runs: Int32Array = symbols;
  let next = someRuns.zeros(n + 1);
  const places = allPlaces.take(n);
  let active = 0;
  for (let at = 0; at < n; at++) {
    if (symbols[at] !== BORDER && eligible[at] !== 0) places[active++] = at;
  }
  for (let length = 1; length <= longest && active > 0; length++) {
    const numbers = new PairNumbers(active);
    const counts = allCounts.zeros(active + 1);
    const ends = allEnds.take(active + 1);
    const befores = allBefores.take(active + 1);
    const afters = allAfters.take(active + 1);
    const sides = allSides.zeros(active + 1);
    for (let p = 0; p < active; p++) {
      const at = places[p];
      const end = at + length;
      const left = runs[at];
      const right = length === 1 ? left : end > n || eligible[end - 1] === 0 ? 0 : runs[at + 1];
      if (left === 0 || right === 0) {
        next[at] = 0;
        continue;
      }
      const number = numbers.of(left, right);
      next[at] = number;
      const before = at === 0 ? BORDER : symbols[at - 1];
      const after = end >= n ? BORDER : symbols[end];
      if (counts[number] === 0) {
        befores[number] = before;
        afters[number] = after;
      } else if (at < ends[number]) continue;
      if (before === BORDER || before !== befores[number]) sides[number] |= FREE_BEFORE;
      if (after === BORDER || after !== afters[number]) sides[number] |= FREE_AFTER;
      ends[number] = end;
      counts[number]++;
    }
    const starts = new Map<number, number[]>();
    let kept = 0;
    for (let p = 0; p < active; p++) {
      const at = places[p];
      const number = next[at];
      if (number === 0) continue;
      if (counts[number] < 2) {
        next[at] = 0;
        continue;
      }
      places[kept++] = at;
      if (length === 1 || sides[number] !== (FREE_BEFORE | FREE_AFTER)) continue;
      const known = starts.get(number);
      if (!known) starts.set(number, [at]);
      else if (at >= known[known.length - 1] + length) known.push(at);
    }
    for (const ofOne of starts.values()) found.push({ length, starts: ofOne });
    const done = runs;
    runs = next;
    next = done === symbols ? otherRuns.zeros(n + 1) : done.fill(0, 0, n + 1);
    active = kept;
  }
  return found;
}

/** Numbers for pairs of numbers, from 1 in the order they come: a hash table with open addresses. */
class PairNumbers {
  private readonly table: Int32Array;
  private readonly mask: number;
  private readonly lefts: Int32Array;
  private readonly rights: Int32Array;
  private count = 0;

  /** For at most `capacity` pairs. */
  constructor(capacity: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * capacity + 2));
    this.table = slots.zeros(size);
    this.mask = size - 1;
    this.lefts = allLefts.take(capacity + 1);
    this.rights = allRights.take(capacity + 1);
  }

  of(left: number, right: number): number {
    const { table, mask, lefts, rights } = this;
    let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca77);
    hash ^= hash >>> 15;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = table[slot];
      if (number === 0) {
        table[slot] = ++this.count;
        lefts[this.count] = left;
        rights[this.count] = right;
        return this.count;
      }
      if (lefts[number] === left && rights[number] === right) return number;
    }
  }
}
