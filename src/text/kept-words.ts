/** Words that are kept, at most; then all are forgotten. */
const MOST = 1 << 16;

/** Characters of a word that is kept: a text may be one word without end, which no other text has. */
const LONGEST = 100;

/** What was found out about words of earlier texts: most words of a text are in many others. */
export class KeptWords<T> {
  private readonly known = new Map<string, T>();
  private readonly longest: number;

  /** @param longest characters of a word that is kept */
  constructor(longest = LONGEST) {
    this.longest = longest;
  }

  get(word: string): T | undefined {
    return this.known.get(word);
  }

  /** Keeps the value of a word that is not kept yet, unless it is long. */
  set(word: string, value: T): void {
    if (word.length > this.longest) return;
    if (this.known.size >= MOST) this.known.clear();
    this.known.set(word, value);
  }
}
