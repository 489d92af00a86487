/** Places in {@link TableMemory.state}; addresses count bytes from the start of the memory. */
export const State = {
  /** The text: where to go on, and where it ends. There is a byte that separates. */
  position: 0,
  end: 1,
  /** Where the next number goes, and where those of the line at hand began. */
  out: 2,
  line: 3,
  /** Words numbered so far, and where the next record goes. */
  words: 4,
  arenaEnd: 5,
  /** (mask + 1, 2) the place of a word's record plus 1, or 0; its hash. */
  slots: 6,
  mask: 7,
  /** (words) the places of records, in units of 8 bytes from the start of the arena. */
  offsets: 8,
  /** No more words than this, and no record beyond that address. */
  wordLimit: 9,
  /** Records: number, length, the bytes of the word, filled up to a multiple of 8. */
  arena: 10,
  arenaLimit: 11,
} as const;

/** Where the state lies; AssemblyScript keeps the first kilobyte for itself. */
export const STATE = 1024;

/** Bytes of a record before those of the word. */
export const HEADER = 8;

/** One memory, seen in three ways. */
export interface TableMemory {
  readonly bytes: Uint8Array;
  readonly numbers: Int32Array;
  readonly state: Uint32Array;
}

const SPACE = 32;
const NEWLINE = 10;

/** For each fourth of a piece of 16 bytes. */
const FACTORS = Int32Array.of(0x9ec99325, 0x85eb6a8d, 0xc2ae35b3, 0x27d4eb2f);
const FACTOR = 0x2c1b3c6d;

/**
 * Numbers the words of segmented text, with −1 at the end of each line that has words. Stops before a word for which
 * there is no room. This is the definition; assembly/words.ts does the same, 16 bytes at a time.
 */
export function numberWords(memory: TableMemory): void {
  const { bytes, numbers, state } = memory;
  const end = state[State.end];
  for (let at = state[State.position]; at < end; state[State.position] = at) {
    if (bytes[at] <= SPACE) {
      if (bytes[at++] === NEWLINE && state[State.out] > state[State.line]) {
        numbers[state[State.out] >>> 2] = -1;
        state[State.out] += 4;
        state[State.line] = state[State.out];
      }
      continue;
    }
    const start = at;
    while (bytes[at] > SPACE) at++;
    const number = numberWord(memory, start, at);
    if (number < 0) return;
    numbers[state[State.out] >>> 2] = number;
    state[State.out] += 4;
  }
}

/** The number of the word in these bytes, a new one when it has none; −1 when there is no room for it. */
export function numberWord({ bytes, numbers, state }: TableMemory, start: number, end: number): number {
  const hash = hashOf(bytes, start, end);
  const { [State.mask]: mask, [State.arena]: arena, [State.words]: number } = state;
  const slots = state[State.slots] >>> 2;
  let slot = hash & mask;
  for (let place = numbers[slots + 2 * slot]; place !== 0; place = numbers[slots + 2 * slot]) {
    const record = arena + 8 * (place - 1);
    const known = numbers[slots + 2 * slot + 1] === hash && numbers[(record >>> 2) + 1] === end - start;
    if (known && equal(bytes, record + HEADER, start, end)) return numbers[record >>> 2];
    slot = (slot + 1) & mask;
  }
  const record = state[State.arenaEnd];
  const next = record + HEADER + ((end - start + 7) & ~7);
  if (number === state[State.wordLimit] || next > state[State.arenaLimit]) return -1;
  const place = (record - arena) / 8;
  numbers[record >>> 2] = number;
  numbers[(record >>> 2) + 1] = end - start;
  bytes.copyWithin(record + HEADER, start, end);
  numbers[(state[State.offsets] >>> 2) + number] = place;
  numbers[slots + 2 * slot] = place + 1;
  numbers[slots + 2 * slot + 1] = hash;
  state[State.words]++;
  state[State.arenaEnd] = next;
  return number;
}

/** A sum of products of a piece's four numbers with odd factors; Murmur's last step (Appleby) mixes it. */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let i = 0; i < end - start; i++) {
    if (i > 0 && i % 16 === 0) hash = Math.imul(hash, FACTOR);
    hash = (hash + Math.imul(FACTORS[(i >> 2) & 3], bytes[start + i] << (8 * (i & 3)))) | 0;
  }
  // A piece with nothing in it follows, for words are found by a piece that is not full.
  if ((end - start) % 16 === 0) hash = Math.imul(hash, FACTOR);
  hash = Math.imul(hash ^ (hash >>> 16), FACTOR);
  return hash ^ (hash >>> 13);
}

function equal(bytes: Uint8Array, other: number, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] !== bytes[other + i - start]) return false;
  return true;
}
