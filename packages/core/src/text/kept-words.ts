/** Words that have not come again yet; as many more were new before them. */
const MOST_FRESH = 1 << 12;
/** Words that came again, at most; then all are forgotten. */
const MOST_KNOWN = 1 << 15;

/** Characters of a word that is kept: a text may be one word without end, which no other text has. */
const LONGEST = 100;

/**
 * What was found out about words of earlier texts: most words of a text are in many others. Those that are in none, as
 * order numbers are, are soon forgotten: only what is asked for after thousands of new words is kept for long.
 */
export class KeptWords<T> {
  private readonly known = new Map<string, T>();
  private fresh = new Map<string, T>();
  private lessFresh = new Map<string, T>();
  private readonly longest: number;

  /** @param longest characters of a word that is kept */
  constructor(longest = LONGEST) {
    this.longest = longest;
  }

  get(word: string): T | undefined {
    const value = this.known.get(word) ?? this.fresh.get(word);
    if (value !== undefined) return value;
    const again = this.lessFresh.get(word);
    if (again !== undefined) {
      if (this.known.size >= MOST_KNOWN) this.known.clear();
      this.known.set(word, again);
    }
    return again;
  }

  /** Keeps the value of a word that is not kept yet, unless it is long. */
  set(word: string, value: T): void {
    if (word.length > this.longest) return;
    if (this.fresh.size >= MOST_FRESH) {
      this.lessFresh = this.fresh;
      this.fresh = new Map();
    }
    this.fresh.set(word, value);
  }
}
