import { hasPhrase } from '../text/term-table.js';
import type { WordClass } from '../text/word-class.js';
import type { TextAnalysis } from './analyze-text.js';

/** Words of a known term that opens in -ing, at most: sleeping pills, walking boots. */
const LONGEST_TERM = 3;
/** Words of a term on either side of its 's, at most: Bowen's reaction series. */
const LONGEST_SIDE = 2;
const POSSESSIVE = /^['’]s?$/;

/**
 * Corrects the classes of words that are of an established term: what the tagger has for a verb opens one (sleeping pills), and
 * what is between an owner and the noun ties them (writer's block).
 *
 * @param classes (tokens) are changed
 */
export function admitKnownTerms(analysis: TextAnalysis, classes: WordClass[], ties: readonly boolean[]): void {
  if (!analysis.terms) return;
  for (let t = 0; t + 1 < classes.length; t++) {
    const { word } = analysis.tokens[t];
    if (classes[t] === 'verb' && word.endsWith('ing')) {
      if (isTermWith(analysis, classes, ties, t, t + 1, LONGEST_TERM - 1)) classes[t] = 'content';
    } else if (t > 0 && classes[t] === 'break' && POSSESSIVE.test(word) && isPossessive(analysis, classes, ties, t))
      classes[t] = 'link';
  }
}

function isPossessive(
  analysis: TextAnalysis,
  classes: readonly WordClass[],
  ties: readonly boolean[],
  t: number,
): boolean {
  if (!isOfPhrase(classes[t - 1]) || !ties[t] || !ties[t + 1] || !isOfPhrase(classes[t + 1])) return false;
  for (let from = t - 1; from >= Math.max(0, t - LONGEST_SIDE) && isOfPhrase(classes[from]); from--) {
    if (isTermWith(analysis, classes, ties, from, t + 1, LONGEST_SIDE)) return true;
    if (!ties[from]) return false;
  }
  return false;
}

const isOfPhrase = (of: WordClass | undefined) => of === 'content' || of === 'modifier' || of === 'part';

/** Whether words from one on to a `next` one, and up to so many that follow it, are a term. */
function isTermWith(
  { terms, tokens, words, wordOfToken }: TextAnalysis,
  classes: readonly WordClass[],
  ties: readonly boolean[],
  first: number,
  next: number,
  most: number,
): boolean {
  const term = [];
  for (let t = first; t < next; t++) term.push(words[wordOfToken[t]]);
  for (let t = next; t < Math.min(tokens.length, next + most); t++) {
    if (!ties[t] || !isOfPhrase(classes[t])) return false;
    term.push(words[wordOfToken[t]]);
    if (hasPhrase(terms!.terms, term)) return true;
  }
  return false;
}
