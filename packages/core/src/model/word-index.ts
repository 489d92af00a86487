/** Steps beyond each word's own place that words take on average before they are taken for chosen to collide. */
const mostSteps = 16;

/**
 * Finds the index of a word. A hash table of 32-bit numbers beside the words: made sooner than a Map, smaller and faster
 * (docs/decisions/0011-word-index.md).
 *
 * @param words (V); kept, not copied
 * @param order (V) the indices in the order in which the words lie in memory, where that is another one
 * @returns index of a word, or undefined
 * @throws RangeError when a word occurs twice
 */
export function indexWords(words: readonly string[], order?: Int32Array): (word: string) => number | undefined {
  const bits = Math.ceil(Math.log2(Math.max(2, 2 * words.length)));
  const shift = 32 - bits;
  const mask = 2 ** bits - 1;
  /** By hash, and from there on: an index and 1; 0 where there is none. */
  const table = new Int32Array(2 ** bits);
  let stepsLeft = mostSteps * (words.length + 64);
  for (let i = 0; i < words.length; i++) {
    const index = order ? order[i] : i;
    const word = words[index];
    let at = hashWord(word) >>> shift;
    for (let entry = table[at]; entry !== 0; entry = table[at]) {
      if (words[entry - 1] === word) throw twice();
      at = (at + 1) & mask;
      if (--stepsLeft < 0) return mapOf(words);
    }
    table[at] = index + 1;
  }
  return (word) => {
    let at = hashWord(word) >>> shift;
    for (let entry = table[at]; entry !== 0; entry = table[at]) {
      if (words[entry - 1] === word) return entry - 1;
      at = (at + 1) & mask;
    }
    return undefined;
  };
}

/** For words whose hashes somebody made the same; those of a Map cannot be foreseen. */
function mapOf(words: readonly string[]): (word: string) => number | undefined {
  // Never an object: "constructor" and "__proto__" are words like any other.
  const index = new Map(words.map((word, i) => [word, i]));
  if (index.size !== words.length) throw twice();
  return (word) => index.get(word);
}

function twice(): RangeError {
  return new RangeError('The vocabulary has a word twice.');
}

/** FNV-1a over the UTF-16 units, and a multiplication by 2^32 / φ that brings what differs to the upper bits. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
}
