import { isGluedNoun } from '../text/neutral/german.js';
import { lightStem } from '../text/neutral/stem.js';
import type { TextAnalysis } from './analyze-text.js';
import type { PhraseRule } from './candidate.js';

/** Nouns that end so are feminine or in the plural: an adjective in -er before them is in the dative or genitive. */
const FEMININE = /(?:e|en|ung|heit|keit|schaft|[ts]ion|tät|ik|ei|enz|anz|ur)$/;

/** Articles after which a noun in -s is in the genitive. */
const GENITIVE = new Set(['des', 'eines']);

/** Whether an adjective is in another case than the nominative or needs an article: jahrelangem, heißer Brühe. */
const isOblique = (adjective: string, noun: string): boolean =>
  /e[nm]$/.test(adjective) ||
  (adjective.endsWith('er') && FEMININE.test(noun)) ||
  (/es$/.test(adjective) && /[^s]s$/.test(noun));

/**
 * Which runs of German words may be phrases: nouns in a row of which the second may be a name, and adjectives before their noun, if the
 * text has them in the nominative somewhere.
 */
export function germanPhrases({ tokens }: TextAnalysis): PhraseRule {
  const isAdjective = (t: number) => tokens[t]?.partOfSpeech === 'ADV';
  const pairOf = (t: number, noun: number) =>
    `${lightStem('de', tokens[t].word)} ${lightStem('de', tokens[noun].word)}`;
  const direct = new Set<string>();
  for (let t = 0; t + 1 < tokens.length; t++) {
    const [{ word }, { word: noun }] = [tokens[t], tokens[t + 1]];
    if (isAdjective(t) && !isAdjective(t + 1) && !isOblique(word, noun)) direct.add(pairOf(t, t + 1));
  }
  return (first, last) => {
    if (isAdjective(last)) return false;
    for (let t = first + 1; t < last; t++) if (isAdjective(t) && !isAdjective(t - 1)) return false;
    let noun = first;
    while (isAdjective(noun)) noun++;
    for (let t = first; t < noun; t++)
      if (isOblique(tokens[t].word, tokens[noun].word) && !direct.has(pairOf(t, noun))) return false;
    // des Uhrmachers Emil Hatz: the name alone.
    if (noun < last && GENITIVE.has(tokens[first - 1]?.word) && /[^s]s$/.test(tokens[noun].word)) return false;
    for (let t = noun; t < last; t++) if (isGluedNoun(tokens[t].word, tokens[t + 1].word)) return false;
    return true;
  };
}
