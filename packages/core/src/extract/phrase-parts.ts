import { hasPhrase } from '../text/term-table.js';
import type { WordClass } from '../text/word-class.js';
import type { TextAnalysis, TextWord } from './analyze-text.js';
import { candidateWords, type Span } from './candidate.js';
import { tiedNames } from './name-parts.js';
import { withoutVerbs } from './verb-parts.js';

/** Words of a phrase of which parts are looked for, at most. */
const LONGEST = 6;

/** Tokens of a phrase, at most: more are a list, or one thing said again and again. */
const LONGEST_RUN = 32;

/** Whether a run is too long to look for parts in; each costs its length. */
export const isList = (first: number, last: number) => last - first >= LONGEST_RUN;

/** The parts of a phrase that may be keywords although they are no whole phrase anywhere. */
export function partsWithin(
  analysis: TextAnalysis,
  classes: readonly WordClass[],
  first: number,
  last: number,
): Span[] {
  if (isList(first, last)) return [];
  // Of a law with brackets in its title a part is a stump.
  for (let t = first; t <= last; t++)
    if (analysis.tokens[t].partOfSpeech === 'PUNCT:link') return namesWithin(analysis, classes, first, last);
  const parts = [
    ...namesWithin(analysis, classes, first, last),
    ...tiedNames(analysis, classes, first, last),
    ...withoutVerbs(analysis, classes, first, last),
  ];
  if (analysis.tokens[first].partOfSpeech !== 'ADJ') return parts;
  const words = candidateWords(analysis, classes, first, last);
  for (const start of [
    startOfTerm(analysis, classes, first, last, words),
    startOfNouns(analysis, classes, first, last, words),
  ])
    if (start !== first) parts.push({ first: start, last });
  return parts;
}

/**
 * Where a term begins in a phrase that is none, after adjectives that any text may say: wildfires in huge wildfires; the start of the
 * phrase where there is no such term.
 */
function startOfTerm(
  { terms, tokens }: TextAnalysis,
  classes: readonly WordClass[],
  first: number,
  last: number,
  parts: readonly TextWord[],
): number {
  if (!terms || last - first > LONGEST) return first;
  for (let start = first; start <= last; start++) {
    if (classes[start] === 'joint' || classes[start - 1] === 'joint') return first;
    // No hyphen is before it.
    const part = start - first;
    if (hasPhrase(terms.terms, parts, part)) return start;
    // West Ham is a name; a loading bay is not a kind of bay that loads.
    const { word, partOfSpeech } = tokens[start];
    // Chopped mint is one thing, drained cannellini beans are cannellini beans.
    const isPassing = last > start + 1 && (classes[start] === 'lead' || /..[^e]ed$/.test(word));
    if (partOfSpeech !== 'ADJ' || !(isPassing || hasPhrase(terms.general, [parts[part]]))) return first;
  }
  return first;
}

/** Where two nouns or more begin after adjectives: the limescale filter of a removable limescale filter, but not of a term (initial value problem). */
function startOfNouns(
  { tokens, terms }: TextAnalysis,
  classes: readonly WordClass[],
  first: number,
  last: number,
  words: readonly TextWord[],
): number {
  if (last - first >= LONGEST || (terms && hasPhrase(terms.terms, words))) return first;
  let start = first;
  while (start < last && tokens[start].partOfSpeech === 'ADJ') start++;
  // Olive may be an adjective, but olive oil is a thing.
  const at = start - first;
  if (terms && at > 0 && hasPhrase(terms.terms, words.slice(at - 1, at + 1))) start--;
  return start < last && classes[start - 1] !== 'joint' && classes[start] !== 'joint' ? start : first;
}

/** The names in a phrase that is more than a name, among small letters: ISL in ISL debut, but not Prime in Prime Minister. */
function namesWithin(
  { text, tokens }: TextAnalysis,
  classes: readonly WordClass[],
  first: number,
  last: number,
): Span[] {
  const isName = (t: number) => tokens[t].partOfSpeech === 'PROPN' && classes[t] === 'content';
  const isSmall = (t: number) => /^\p{Ll}/u.test(text.slice(tokens[t].start, tokens[t].start + 2));
  const isInCapitals = (t: number) => /^[\p{Lu}\p{N}]{2,}$/u.test(text.slice(tokens[t].start, tokens[t].end));
  const found = [];
  for (let t = first; t <= last; t++) {
    if (!isName(t)) continue;
    let end = t;
    while (end < last && (isName(end + 1) || (classes[end + 1] === 'link' && end + 2 <= last && isName(end + 2))))
      end++;
    const isLinked = classes[t - 1] === 'link' || classes[end + 1] === 'link';
    const isAlone = !isLinked && (t === first || isSmall(t - 1)) && (end === last || isSmall(end + 1));
    // What opens a sentence has a capital whatever it is; in capitals throughout it is a name.
    const isTold =
      t < end ||
      t > first ||
      /[\p{Ll},] $/u.test(text.slice(Math.max(0, tokens[t].start - 2), tokens[t].start)) ||
      isInCapitals(t);
    if (isAlone && isTold && (t > first || end < last)) found.push({ first: t, last: end });
    t = end;
  }
  return found;
}
