import { capitalsMatter, isAllCapitals } from '../text/terms/accept.js';
import { foldTerm } from '../text/terms/fold.js';
import { LONGEST_TERM, TermFinder, termList } from '../text/terms/term-list.js';
import type { Tokenizer } from '../text/tokenizer.js';

/** The only terms that may be candidates. */
export interface GivenTerms {
  readonly finder: TermFinder;
  /** (terms) whether each is read in capitals only. */
  readonly capitals: readonly boolean[];
}

/**
 * What is made of a list is kept until there is another list: the same one comes with every text, and may be long. Of one
 * that is frozen it is kept as long as the list. Others may have been changed, or be copies of those before: their
 * items are compared, which costs little compared with making it again, but more than a short text.
 */
class Kept<Made> {
  private readonly ofFrozen = new WeakMap<readonly string[], { readonly made: Made }>();
  private list: readonly string[] | undefined;
  private made: Made | undefined;

  of(list: readonly string[], make: () => Made): Made {
    const known = this.ofFrozen.get(list);
    if (known) return known.made;
    const { list: before } = this;
    if (before?.length !== list.length || !list.every((item, i) => item === before[i])) {
      this.made = make();
      // A copy, for the caller may change his.
      this.list = Object.isFrozen(list) ? list : list.slice();
    }
    if (Object.isFrozen(list)) this.ofFrozen.set(list, { made: this.made as Made });
    return this.made as Made;
  }
}

const terms = new WeakMap<Tokenizer, Kept<GivenTerms>>();
const exclusions = new WeakMap<Tokenizer, Kept<ReadonlySet<string>>>();
const stopWords = new Kept<ReadonlySet<string>>();

/** Given terms, ready to be found in texts that a tokenizer cuts. */
export function givenTerms(list: readonly string[], tokenizer: Tokenizer): GivenTerms {
  return keptOf(terms, tokenizer).of(list, () => {
    const areRead = capitalsMatter(list);
    const inCapitals = new Map<string, boolean>();
    for (const term of list) {
      const form = foldTerm(term, tokenizer);
      if (form === '' || form.length > LONGEST_TERM) continue;
      inCapitals.set(form, areRead && isAllCapitals(term) && inCapitals.get(form) !== false);
    }
    const sorted = [...inCapitals.keys()].sort();
    return { finder: new TermFinder(termList(sorted)), capitals: sorted.map((form) => inCapitals.get(form)!) };
  });
}

/** Whether a keyword is one of the terms that are given to be none: their case, number and script make no difference. */
export function isExcludedBy(list: readonly string[], tokenizer: Tokenizer): (term: string) => boolean {
  const forms = keptOf(exclusions, tokenizer).of(list, () => new Set(list.map((term) => foldTerm(term, tokenizer))));
  return (term) => forms.has(foldTerm(term, tokenizer));
}

function keptOf<Made>(all: WeakMap<Tokenizer, Kept<Made>>, tokenizer: Tokenizer): Kept<Made> {
  const kept = all.get(tokenizer) ?? new Kept<Made>();
  all.set(tokenizer, kept);
  return kept;
}

/** Given stop words, in small letters; the same set for the same list. */
export function givenStopWords(words: readonly string[]): ReadonlySet<string> {
  return stopWords.of(words, () => new Set(words.map((word) => word.toLowerCase())));
}
