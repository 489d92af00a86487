import { keptStopWords, vagueAdjectives } from '../../stop-words.js';
import type { Token } from '../../tokenizer.js';
import { isAdjectiveNoun } from './adjective-nouns.js';
import { correctBareVerbs } from './bare-verbs.js';
import { markEnclosed } from './enclosed.js';
import { correctHeadlineVerbs } from './headline-verbs.js';
import { FIRM, linkNames } from './name-links.js';
import { SCORE, tagOfCapital } from './names.js';
import { isLetterOfKind, markOfNumber } from './numbers.js';
import { isRole } from './roles.js';
import { Surroundings } from './surroundings.js';
import { hasObject, isFiniteVerb, tagOfVerb } from './verbs.js';

/** Abbreviations that wink calls nouns. */
const ABBREVIATION = /^(et|al|fig|figs|eq|eqs|sec|etc|vs)\.?$/;
const LONGEST_ABBREVIATION = 5;
/** What is before the name of a person and no part of it. */
const HONORIFIC = /^(mr|mrs|ms|dr|prof|professor|cllrs?|sen|rep|gov|rev|sgt|capt|lt|col)\.?$/;
/** Ages and amounts in words: "the 41-year-old tuner", "ninety-two months". */
const AMOUNT =
  /^(?:[\w-]+-(?:year|month|week|day)s?-olds?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine))$/;
const SHORTEST_AMOUNT = 9;
/** Words that wink calls unknown, for they have letters beyond Latin-1. */
const FOREIGN = /^[\p{L}\p{M}]{2,}$/u;
/** Adverbs that are adjectives where a noun follows: "the fast multipole method". */
const ADVERB_OR_ADJECTIVE = new Set('back backward forward high large least long low small'.split(' '));
/** Versions of software, too, which the tagger knows by what is beside them alone. */
const DECIMAL = /^\d+(?:\.\d+)+$/;
/** The 3-2-1 rule. */
const ROW = /^\d{1,2}(?:-\d{1,2}){2,}$/;
/** What counts and is named no further: thousands of puffins. */
const COUNT = /^(?:dozens|hundreds|thousands|millions|billions|scores|plenty|lots|tens)$/;
const ORDINAL = /^\d+(st|nd|rd|th)$/;

/**
 * Parts of speech by rules where a tagger errs again and again. Each was chosen on wink's tags for what it adds to the share of noun phrases
 * that people chose as keywords (evaluation/noun-phrases.mjs).
 *
 * For candidates, tags get marks that say the class of a word by what is beside it, see `WordClass`: `:link` to a
 * word that ties two names or nouns, `:part` to a number that belongs to the name before it, `:lead` to one that opens a
 * phrase.
 */
export function correctTags(text: string, tokens: readonly Token[]): Token[] {
  const around = new Surroundings(text, tokens);
  const { tags } = around;
  for (let at = 0; at < tags.length; at++) {
    if (tags[at] !== '' && tags[at] !== 'PUNCT') tags[at] = tagOf(around, at);
  }
  correctBareVerbs(around);
  correctHeadlineVerbs(around);
  for (let at = 1; at + 1 < tags.length; at++) {
    if (tags[at] === 'NUM') tags[at] += markOfNumber(around, at);
    else if (isLetterOfKind(around, at)) tags[at] = 'PROPN:part';
    else if (
      (tags[at] === 'ADP' || tags[at] === 'PART' || around.word(at) === '&' || around.isApostrophe(at)) &&
      isLink(around, at)
    )
      tags[at] += ':link';
    else if (tags[at] === 'PUNCT') markEnclosed(around, at);
    else linkNames(around, at);
  }
  return tokens.map((token, at) => {
    const { word, start, end, partOfSpeech } = token;
    // Words of the language have nothing else yet, and a spread would take several times as long.
    return tags[at] === '' || tags[at] === partOfSpeech ? token : { word, start, end, partOfSpeech: tags[at] };
  });
}

function tagOf(around: Surroundings, at: number): string {
  const tag = around.isCapital(at) ? tagOfCapital(around, at, around.tags[at]) : around.tags[at];
  const word = around.word(at);
  if (word.length <= LONGEST_ABBREVIATION && ABBREVIATION.test(word)) return 'X';
  if (around.isCapital(at + 1) && HONORIFIC.test(word)) return 'X';
  if (word.length >= SHORTEST_AMOUNT && word.includes('-') && AMOUNT.test(word)) return 'NUM';
  if (mayBeNumber(word) && (SCORE.test(word) || DECIMAL.test(word) || ROW.test(word))) return 'NUM';
  if (around.word(at + 1) === 'of' && COUNT.test(word)) return 'NUM';
  if (isRole(around, at)) return 'NOUN';
  if (hasObject(around, at, tag)) return 'VERB';
  if (isVagueAdjective(around, at, tag)) return 'ADJ';
  switch (tag) {
    case 'VERB':
      return isFiniteVerb(around, at) ? tag : tagOfVerb(around, at);
    case 'NOUN':
      return isFiniteVerb(around, at) ? 'VERB' : tag;
    case 'ADJ':
      return isAdjectiveNoun(around, at) ? 'NOUN' : tag;
    case 'ADV':
      return isAdjective(around, at) ? 'ADJ' : tag;
    case 'X':
      if (!FOREIGN.test(around.word(at)) || /^[\0-\x7f]*$/.test(around.word(at))) return tag;
      return around.isCapital(at) ? 'PROPN' : 'NOUN';
    case 'PRON':
      // wink calls 10th an adjective, and 81st a pronoun.
      return ORDINAL.test(around.word(at)) ? 'ADJ' : tag;
    case 'PROPN':
      if (around.isCapital(at) || /[^a-z]/.test(around.word(at))) return tag;
      return keptStopWords.has(around.word(at)) ? 'ADJ' : 'NOUN';
    default:
      return tag;
  }
}

/** Whether a word begins with a digit; hardly one does. */
const mayBeNumber = (word: string) => word.charCodeAt(0) <= 0x39;

/** "existing systems", "main problem": words that judge or point and come before what they speak of. */
function isVagueAdjective(around: Surroundings, at: number, tag: string): boolean {
  return (
    (tag === 'NOUN' || tag === 'VERB') &&
    vagueAdjectives.has(around.word(at)) &&
    /^(NOUN|PROPN|ADJ)$/.test(around.tagAfter(at))
  );
}

/** "high-speed", "a fast method", "least squares": an adverb without -ly that a noun follows. */
function isAdjective(around: Surroundings, at: number): boolean {
  const word = around.word(at);
  if (word.endsWith('ly')) return false;
  if (around.isBeforeHyphen(at)) return true;
  if (!/^(NOUN|ADJ)$/.test(around.tagAfter(at)) || !/^(DET|ADP|VERB|PUNCT|CCONJ|)$/.test(around.tagBefore(at)))
    return false;
  return ADVERB_OR_ADJECTIVE.has(word) || !keptStopWords.has(word);
}

/** "of" between names (Bank of America) or two bare nouns (degrees of freedom); 's and & between names (Lob's Theorem, Marks & Spencer). */
function isLink(around: Surroundings, at: number): boolean {
  const { tags } = around;
  const before = tags[at - 1];
  const after = tags[at + 1];
  const areCapitals = around.isCapital(at - 1) && around.isCapital(at + 1);
  if (around.word(at) === '&' && areCapitals && around.follows(at) && /^(?:ADJ|ADV|VERB)$/.test(before)) {
    // Dolce & Gabbana, Black & Decker
    if (after !== 'PROPN') return false;
    tags[at - 1] = 'PROPN';
    return true;
  }
  const isOfNames = before === 'PROPN' && areCapitals;
  if (around.word(at) !== 'of')
    return (
      /^(PROPN|NOUN)$/.test(before) &&
      areCapitals &&
      /^(?:['’]s?|&)$/.test(around.word(at)) &&
      /^(PROPN|NOUN)$/.test(after)
    );
  if (isOfNames && after === 'PROPN') return !FIRM.test(around.word(at - 1));
  if (before !== 'NOUN' || after !== 'NOUN' || /^(DET|NUM|NOUN|PROPN|ADJ)$/.test(tags[at - 2] ?? '')) return false;
  return !/^(NOUN|PROPN)$/.test(tags[at + 2] ?? '') && !keptStopWords.has(around.word(at - 1));
}
