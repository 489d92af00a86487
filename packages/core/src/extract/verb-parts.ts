import { singular } from '../text/singular.js';
import { namesSeveral } from '../text/usual-verbs.js';
import { verbNouns } from '../text/verb-nouns.js';
import type { WordClass } from '../text/word-class.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Span } from './candidate.js';

/** Participles that hardly any compound begins with or has within: a tanker carrying molasses, adding inhibitor. */
const WITH_OBJECT =
  /^(?:adding|asking|avoiding|blaming|bringing|buying|carrying|causing|checking|choosing|claiming|configuring|containing|creating|deleting|demanding|driving|eating|fixing|getting|giving|growing|holding|installing|keeping|leaving|losing|making|moving|needing|offering|ordering|paying|putting|raising|reaching|removing|replacing|seeking|selling|sending|setting|showing|starting|stopping|taking|trying|turning|updating|using|visiting|wanting|wearing)$/;
/** What may follow a verb and hardly follows the last noun of a phrase without a verb before. */
const AFTER_VERB = /^(?:ADP|ADV|DET|NUM|PRON|PROPN|SCONJ)$/;

/**
 * What is left of a phrase without a word that may be the verb of its clause, though it is tagged a noun or an adjective: the coach levy
 * of "the coach levy closes on Friday", molasses of "tanker carrying molasses".
 */
export function withoutVerbs(
  analysis: TextAnalysis,
  classes: readonly WordClass[],
  first: number,
  last: number,
): Span[] {
  const { tokens } = analysis;
  const found: Span[] = [];
  for (let t = first; t < last; t++) {
    const { word } = tokens[t];
    if (!word.endsWith('ing') || !WITH_OBJECT.test(word) || isTie(classes[t + 1])) continue;
    found.push({ first: t + 1, last });
    if (t > first && classes[t - 1] === 'content') found.push({ first, last: t - 1 });
  }
  if (opensWithVerb(analysis, classes, first, last)) found.push({ first: first + 1, last });
  if (endsInVerb(analysis, classes, first, last)) found.push({ first, last: last - 1 });
  return found;
}

/** "And started isotretinoin", ", rents cold rooms" */
function opensWithVerb(
  { text, tokens }: TextAnalysis,
  classes: readonly WordClass[],
  first: number,
  last: number,
): boolean {
  if (first === 0 || isTie(classes[first + 1]) || !isSmall(text, tokens[first].start)) return false;
  const { word, partOfSpeech } = tokens[first];
  const before = tokens[first - 1];
  if (partOfSpeech === 'ADJ') {
    if (!word.endsWith('ed') || !/^(?:CCONJ|NOUN|PRON|PROPN)$/.test(before.partOfSpeech ?? '')) return false;
    // Boiled and mashed potatoes
    return before.partOfSpeech !== 'CCONJ' || !tokens[first - 2]?.word.endsWith('ed');
  }
  return before.word === ',' && last > first + 1 && word.endsWith('s') && mayBeVerb(word);
}

/** "Weight-loss drugs bite", "the coach levy closes on" */
function endsInVerb(
  { text, tokens }: TextAnalysis,
  classes: readonly WordClass[],
  first: number,
  last: number,
): boolean {
  const { word, partOfSpeech, start, end } = tokens[last];
  const before = tokens[last - 1];
  if (partOfSpeech !== 'NOUN' || classes[last - 1] !== 'content' || !isSmall(text, start)) return false;
  // Of "car parks in London" a car would be left.
  if (last - first < 2 && before.partOfSpeech !== 'PROPN') return false;
  const next = tokens[last + 1];
  const isLast = next === undefined || text.slice(end, next.start).includes('\n');
  return (
    (isLast || (next.word !== 'of' && AFTER_VERB.test(next.partOfSpeech ?? ''))) &&
    mayBeVerb(word) &&
    word.endsWith('s') !== namesSeveral(before.word)
  );
}

const isTie = (of: WordClass) => of === 'joint' || of === 'link';
const mayBeVerb = (word: string) => verbNouns.has(singular(word));
const isSmall = (text: string, at: number) => text.charCodeAt(at) >= 0x61 && text.charCodeAt(at) <= 0x7a;
