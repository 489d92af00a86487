import { englishLeadWords, englishPartWords, keptStopWords } from '../../stop-words.js';
import type { Surroundings } from './surroundings.js';

/** Stop words that names begin with, beside those that phrases do: New York, Great Britain. */
const NAME_OPENERS = new Set(['new', 'great', 'big', 'little', 'best', 'last', ...englishLeadWords]);
/** Pronouns that are names in capitals. */
const PRONOUN_NAMES = new Set(['us', 'it', 'who']);
const DATE =
  /^(january|february|april|june|july|september|october|november|december|(mon|tues|wednes|thurs|fri|satur|sun)day|(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|tues|weds|thurs)$/;
/** Months that are names and words too. */
const DATE_OR_NAME = /^(march|may|august)$/;

const GOALS = /^\d{1,2}$/;
/** Of a game, in one token. */
export const SCORE = /^\d{1,2}[-–:]\d{1,2}$/;
/** Tokens of a score that is cut. */
const LONGEST_SCORE = 3;

/** The tag of a word with a capital: whether it is a name, a date, or opens a sentence. */
export function tagOfCapital(around: Surroundings, at: number, tag: string): string {
  const word = around.word(at);
  if (/^(?:ADJ|ADV|VERB|NOUN)$/.test(tag) && (around.hasInnerCapital(at) || isBesideScore(around, at))) return 'PROPN';
  if (tag === 'PROPN' || tag === 'NOUN') {
    if (isDate(around, at, word, tag)) return 'NUM';
    if (isNamePart(around, at)) return 'PROPN';
    return keptStopWords.has(word) && word.length > 1 ? tagOfStopWord(around, at, word, tag) : tag;
  }
  if (tag === 'VERB' && isVerbOfName(around, at)) return 'PROPN';
  // "Okonkwo-Bright"
  const isDouble = around.isAfterHyphen(at) && around.tags[at - 2] === 'PROPN' && around.isCapital(at - 2);
  if (isDouble && around.tagAfter(at) !== 'NOUN') return 'PROPN';
  // "COASTAL MARINE FORECAST"
  const endsHeading = tag === 'VERB' && around.isInCapitals(at) && !around.isCapital(at + 1) && around.follows(at);
  if (endsHeading && !/(?:ed|en|ing)$/.test(word) && /^(?:ADJ|NOUN|PROPN)$/.test(around.tags[at - 1])) return 'NOUN';
  if (tag === 'SCONJ' && around.tagAfter(at) === 'NOUN' && !keptStopWords.has(word)) return 'NOUN';
  if (PRONOUN_NAMES.has(word) && around.isAllCapitals(at) && !around.isInCapitals(at)) return 'PROPN';
  // The Who, the Far East
  const isTitled = tag === 'PRON' && around.word(at - 1) === 'the' && !around.isAllCapitals(at);
  const mayOpen = isAmongSmall(around, at) || (NAME_OPENERS.has(word) && !around.isInCapitals(at));
  const isOpener = (tag === 'ADV' || tag === 'ADJ') && keptStopWords.has(word) && mayOpen;
  return isTitled || (isOpener && around.isCapital(at + 1) && around.tagAfter(at) === 'PROPN') ? 'PROPN' : tag;
}

/** "Arsenal 2-1 Everton", "Arsenal 2 : 1 Everton": who plays is a name, also where the tagger knows it as a verb (Leeds). */
function isBesideScore(around: Surroundings, at: number): boolean {
  const after = scoreFrom(around, at + 1);
  if (after > 0) return around.isCapital(after);
  for (let from = at - 1; from >= Math.max(1, at - LONGEST_SCORE); from--)
    if (around.isCapital(from - 1) && scoreFrom(around, from) === at) return true;
  return false;
}

/** The token after a score that begins at one; 0 where there is none. */
function scoreFrom(around: Surroundings, at: number): number {
  if (SCORE.test(around.word(at))) return at + 1;
  const isCut = GOALS.test(around.word(at)) && /^[-–:]$/.test(around.word(at + 1)) && GOALS.test(around.word(at + 2));
  return isCut ? at + LONGEST_SCORE : 0;
}

/** "in May", "on Monday"; but Theresa May, Good Friday Agreement. Dates say when, and are in no phrase. */
function isDate(around: Surroundings, at: number, word: string, tag: string): boolean {
  const mayBeName = DATE_OR_NAME.test(word);
  if (!mayBeName && !DATE.test(word)) return false;
  const before = around.tagBefore(at);
  const after = around.tagAfter(at);
  if (before === 'PROPN' && around.isCapital(at - 1)) return false;
  // "In October Tesla grew", but the October Revolution.
  const isAfterPreposition = !mayBeName && around.tagBefore(at) === 'ADP';
  if ((after === 'PROPN' || after === 'NOUN') && around.isCapital(at + 1) && !isAfterPreposition) return false;
  // The tagger has "since March" as the start of a clause.
  return !mayBeName || tag === 'NOUN' || before === 'ADP' || before === 'SCONJ' || after === 'NUM';
}

/**
 * A stop word with a capital is a name where the word is spelled in capitals alone (US, WHO), opens a name (New York,
 * General Motors), or is in the middle of a sentence (the Far East); "Several methods" and "Further Studies" are not.
 */
function tagOfStopWord(around: Surroundings, at: number, word: string, tag: string): string {
  if (around.isAllCapitals(at) && !around.isInCapitals(at)) return 'PROPN';
  // Theresa May
  if (around.tagBefore(at) === 'PROPN' && around.isCapital(at - 1) && !around.isCapital(at + 1)) return 'PROPN';
  if (tag !== 'PROPN') return tag;
  const isFollowed = around.isCapital(at + 1) && around.tagAfter(at) === 'PROPN';
  if (isFollowed && NAME_OPENERS.has(word)) return 'PROPN';
  if (isAmongSmall(around, at)) return 'PROPN';
  return englishPartWords.has(word) ? 'NOUN' : 'ADJ';
}

/** "They read Odile Brandt", "Finnegan's Wake": two capitals among small letters are a name where one is. */
function isNamePart(around: Surroundings, at: number): boolean {
  if (around.tagBefore(at) === 'PROPN' && around.isCapital(at - 1))
    return around.follows(at) && !around.isCapital(at + 1) && isAmongSmall(around, at - 1);
  if (/^['’]s$/.test(around.word(at - 1)) && around.tags[at - 2] === 'PROPN' && around.isCapital(at - 2)) return true;
  return around.tagAfter(at) === 'PROPN' && around.isCapital(at + 1) && isAmongSmall(around, at);
}

/** "At Mahoning Valley College": what has a capital among small letters, and a name after it, is not a verb unless after to. */
const isVerbOfName = (around: Surroundings, at: number) =>
  /^(?:ADP|DET|PUNCT)$/.test(around.tags[at - 1]) &&
  around.isCapital(at + 1) &&
  around.tagAfter(at) === 'PROPN' &&
  isAmongSmall(around, at);

/** Whether a word with a capital is in a sentence that has capitals for names alone, as far as the word before tells. */
function isAmongSmall(around: Surroundings, at: number): boolean {
  return !around.opensSentence(at) && !around.isCapital(at - 1) && !around.isInCapitals(at);
}
