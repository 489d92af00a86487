import type { Tokenizer } from '../text/tokenizer.js';
import { candidateKey } from './variants.js';

/** The only candidates there may be. */
export interface GivenCandidates {
  readonly given: ReadonlySet<string>;
  /** Words of the longest. */
  readonly maxPhraseLength: number;
}

/**
 * What is made of a list is kept until there is another list: the same one comes with every text, and may be long. From
 * another thread it comes as a copy each time, so the items are compared, which costs little beside making it anew.
 */
class Kept<Made> {
  private list: readonly string[] | undefined;
  private made: Made | undefined;

  of(list: readonly string[], make: () => Made): Made {
    const { list: before } = this;
    if (before?.length !== list.length || !list.every((item, i) => item === before[i])) {
      this.made = make();
      // A copy, for the caller may change his.
      this.list = list.slice();
    }
    return this.made as Made;
  }
}

const candidates = new WeakMap<Tokenizer, Kept<GivenCandidates>>();
const stopWords = new Kept<ReadonlySet<string>>();

/** Given terms, cut as the texts are. */
export function givenCandidates(terms: readonly string[], tokenizer: Tokenizer): GivenCandidates {
  const kept = candidates.get(tokenizer) ?? new Kept<GivenCandidates>();
  candidates.set(tokenizer, kept);
  return kept.of(terms, () => {
    const cut = terms.map((term) => tokenizer.tokenize(term));
    return {
      maxPhraseLength: cut.reduce((longest, words) => Math.max(longest, words.length), 1),
      given: new Set(cut.map(candidateKey)),
    };
  });
}

/** Given stop words, in small letters; the same set for the same list. */
export function givenStopWords(words: readonly string[]): ReadonlySet<string> {
  return stopWords.of(words, () => new Set(words.map((word) => word.toLowerCase())));
}
