import { hasPhrase } from '../text/term-table.js';
import type { WordClass } from '../text/word-class.js';
import type { TextAnalysis } from './analyze-text.js';
import { candidateWords, type Span } from './candidate.js';

/** Owners whose names are of one piece with what they own: Queen's Park Rangers, Country Women's Association. */
const OF_ONE_NAME =
  /^(?:abbot|baker|bishop|boy|butcher|captain|child|children|devil|dog|farmer|father|fisher|folk|giant|girl|god|king|lady|land|lord|maiden|men|merchant|monk|mother|nurse|paddy|people|player|prince|princess|queen|saint|scholar|shepherd|teacher|women|worker|veteran)$/;
const SAINT = /^(?:st|saint|santa)\.?$/;

/**
 * The names that 's or "of" ties to one phrase, each of them a candidate beside it: Kenya and Mercy Chebet in Kenya's Mercy
 * Chebet, Anna Feldt in Anna Feldt of Great Bend. Names that are whole in a list of terms have no such parts.
 */
export function tiedNames(analysis: TextAnalysis, classes: readonly WordClass[], first: number, last: number): Span[] {
  const found: Span[] = [];
  for (let t = first + 1; t < last; t++) {
    if (classes[t] !== 'link' || !isName(analysis, classes, t - 1)) continue;
    let start = t - 1;
    while (start > first && isName(analysis, classes, start - 1)) start--;
    const { word } = analysis.tokens[t];
    const isTerm = () =>
      analysis.terms && hasPhrase(analysis.terms.terms, candidateWords(analysis, classes, start, last));
    if (word === "'s" || word === '’s') {
      if (isApart(analysis, classes, start, t, last) && !isTerm())
        found.push({ first: start, last: t - 1 }, { first: t + 1, last });
    } else if (word === 'of' && start < t - 1 && !isTerm()) found.push({ first: start, last: t - 1 });
  }
  return found;
}

/** Whether an owner and what is after 's are two: two words and more are, or one that is no word of the language (Norway's Norfund). */
function isApart(
  analysis: TextAnalysis,
  classes: readonly WordClass[],
  start: number,
  sign: number,
  last: number,
): boolean {
  const { tokens, words, wordOfToken } = analysis;
  if (OF_ONE_NAME.test(tokens[sign - 1].word) || SAINT.test(tokens[start].word)) return false;
  if (SAINT.test(tokens[start - 1]?.word ?? '')) return false;
  if (!isName(analysis, classes, sign + 1)) return false;
  return last > sign + 1 || words[wordOfToken[last]].index < 0;
}

const isName = ({ tokens }: TextAnalysis, classes: readonly WordClass[], t: number) =>
  tokens[t].partOfSpeech === 'PROPN' && classes[t] === 'content';
