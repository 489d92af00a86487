import { hasPhrase } from '../text/term-table.js';
import type { WordClass } from '../text/word-class.js';
import type { TextAnalysis } from './analyze-text.js';
import { candidateWords, type Span } from './candidate.js';

/** Owners whose names are of one piece with what they own: Queen's Park Rangers, Country Women's Association. */
const OF_ONE_NAME =
  /^(?:abbot|baker|bishop|boy|butcher|captain|child|children|devil|dog|farmer|father|fisher|folk|giant|girl|god|king|lady|land|lord|maiden|men|merchant|monk|mother|nurse|paddy|people|player|prince|princess|queen|saint|scholar|shepherd|teacher|women|worker|veteran)$/;
const SAINT = /^(?:st|saint|santa)\.?$/;

/** What bodies and offices are called before "of", by which alone nobody is named: the Central Bank of Nigeria. */
const OFFICE =
  /^(?:academy|archive|archbishop|army|association|bank|bishop|board|bureau|cent(?:er|re)|chamber|chief|church|club|college|commission|committee|company|council|court|department|director|duchess|duke|earl|federation|gallery|guild|head|hospital|house|institute|king|kingdom|league|library|mayor|minister|ministry|museum|office|order|palace|parliament|party|president|prince|princess|queen|register|republic|school|secretary|service|society|state|states|trust|union|university)$/;
const SIGN = /^['’]s$/;
/** A version, of which the product has others: Choirbook 7.2. */
const VERSION = /^\d+\.\d+$/;

/** Where 's is between two names of which the second ends in a word that the language lacks, as in Norway's Norfund; −1 if nowhere. */
export function signBetween(
  analysis: TextAnalysis,
  classes: readonly WordClass[],
  first: number,
  last: number,
): number {
  const { tokens, words, wordOfToken } = analysis;
  if (words[wordOfToken[last]].index >= 0 || !isName(analysis, classes, last)) return -1;
  for (let t = last - 1; t > first; t--) {
    if (classes[t] === 'link') return SIGN.test(tokens[t].word) && isApart(analysis, classes, first, t, last) ? t : -1;
    if (!isName(analysis, classes, t)) return -1;
  }
  return -1;
}

/**
 * The names that 's or "of" ties to one phrase, and those before a number, each of them a candidate beside it: Agriculture
 * Department in the Agriculture Department's Forest Service, Anna Feldt in Anna Feldt of Great Bend, TrailLite Duo 2 in
 * TrailLite Duo 2 Family Tent. Names that are whole in a list of terms have no such parts.
 */
export function tiedNames(analysis: TextAnalysis, classes: readonly WordClass[], first: number, last: number): Span[] {
  const { terms, tokens } = analysis;
  const found: Span[] = [];
  for (let t = first + 1; t <= last; t++) {
    if (!(classes[t] === 'link' || classes[t] === 'part') || !isName(analysis, classes, t - 1)) continue;
    let start = t - 1;
    while (start > first && (isName(analysis, classes, start - 1) || isFirm(analysis, start - 1))) start--;
    if (terms && hasPhrase(terms.terms, candidateWords(analysis, classes, start, last))) continue;
    const { word, partOfSpeech } = tokens[t];
    const before = { first: start, last: t - 1 };
    if (partOfSpeech === 'NUM:part') {
      if (t === last && VERSION.test(word)) found.push(before);
      if (t < last && isName(analysis, classes, t + 1)) found.push({ first: start, last: t }, { first: t + 1, last });
    } else if (SIGN.test(word) && isApart(analysis, classes, start, t, last))
      found.push(before, { first: t + 1, last });
    else if (word === 'of' && start < t - 1 && !OFFICE.test(tokens[t - 1].word)) found.push(before);
  }
  return found;
}

/** Whether an owner and what is after 's are two: after a firm, before two words and more, or before one that the language lacks. */
function isApart(
  analysis: TextAnalysis,
  classes: readonly WordClass[],
  start: number,
  sign: number,
  last: number,
): boolean {
  const { tokens, words, wordOfToken } = analysis;
  if (OF_ONE_NAME.test(tokens[sign - 1].word) || SAINT.test(tokens[start].word)) return false;
  if (SAINT.test(tokens[start - 1]?.word ?? '') || !isName(analysis, classes, sign + 1)) return false;
  if (isFirm(analysis, sign - 2)) return true;
  return last > sign + 1 || (start === sign - 1 && words[wordOfToken[last]].index < 0);
}

/** Whether a token is & of a firm: Marks & Spencer. */
const isFirm = ({ tokens }: TextAnalysis, t: number) =>
  tokens[t]?.word === '&' && tokens[t].partOfSpeech === 'CCONJ:link';

const isName = ({ tokens }: TextAnalysis, classes: readonly WordClass[], t: number) =>
  tokens[t].partOfSpeech === 'PROPN' && classes[t] === 'content';
