import { singular } from '../../singular.js';
import { namesSeveral, pastForms } from '../../usual-verbs.js';
import type { Surroundings } from './surroundings.js';

/** Participles that head a clause nearly always, as "using wavelets". */
const CLAUSE_OPENER = new Set(
  'according allowing assuming being concerning considering containing depending following giving having including involving making providing regarding showing taking using'.split(
    ' ',
  ),
);
/** Participles that make an adjective with the noun before them, hyphen or not: "rule based systems". */
const AFTER_NOUN = /^(based|oriented|driven|aided|assisted|related|guided|induced|enabled|coded|controlled|weighted)$/;
/** Past forms that are or look like other words, and verbs that follow a clause. */
const FINITE = new Set(
  'built clung crept do done drove fell felt fled flung found given go got had have held knelt known leapt left led lost made put rose said saw say shown seen shrank slid sprang strode stung swung taken think thought tore want wept withdrew won wore wove'.split(
    ' ',
  ),
);
/** Verbs that are followed by what is begun, ended or wanted. */
const BEFORE_GERUND =
  /^(?:avoid|begin|beg[au]n|consider|continue|enjoy|finish|hate|keep|kept|like|love|mind|practi[cs]e|prefer|quit|recommend|resist|resume|risk|start|stop|suggest|try)(?:s|p?ed|d|ning|ping|ing)?$/;
/** Verbs of giving: after the pronoun that says to whom comes what is given, as in "show you pendulum exercises". */
const GIVING =
  /^(?:give|gives|gave|given|giving|hand|lend|offer|offers|owe|sell|send|sends|sent|show|shows|showed|showing|teach|teaches|taught)$/;
/** No sing, bring or sting. */
const GERUND = /[aeiouy][a-z]*ing$/;
/** Participles that are adjectives before a noun: "lost cat". */
const PARTICIPLE = /(?:ed|en)$|^(?:lost|worn|torn|drawn|grown|blown|burnt|bent)$/;
const SINGULAR = /([^s]|ss|[iu]s)$/;
const OBJECT = new Set('a an another each every her his its my our the their your'.split(' '));
const TIME = /^(?:year|season|month|week|day|night|morning|evening|hour|minute|time)$/;
/** Pronouns that are objects, and no possessives as her may be. */
const OBJECT_PRONOUN = new Set(['me', 'him', 'us', 'them']);
const SUBJECT = new Set(['i', 'you', 'he', 'she', 'it', 'we', 'they', 'who']);

/** The tag of what wink calls a verb, where it is rather a noun or an adjective. */
export function tagOfVerb(around: Surroundings, at: number): string {
  const word = around.word(at);
  if (GERUND.test(word)) return isGerund(around, at, word) ? 'NOUN' : 'VERB';
  if (PARTICIPLE.test(word)) return isAttribute(around, at, word) ? 'ADJ' : 'VERB';
  return isBareNoun(around, at, word) ? 'NOUN' : 'VERB';
}

/** "the clustering", "caching of pages", "data mining.", "by routing algorithms"; but "is mining", "using X", "mining the data". */
function isGerund(around: Surroundings, at: number, word: string): boolean {
  if (CLAUSE_OPENER.has(word)) return false;
  if (around.word(at + 1) === 'of') return true;
  const before = around.tagBefore(at);
  const after = around.tagAfter(at);
  if (around.isAfterHyphen(at) || around.isBeforeHyphen(at)) return before !== 'AUX';
  switch (before) {
    case 'AUX':
    case 'PRON':
    case 'ADV':
      return false;
    case 'DET':
    case 'ADJ':
      return true;
    case 'NOUN':
    case 'PROPN':
      if (around.word(at - 1).includes('-')) return true;
      // "query routing algorithms", but "particles carrying charge".
      if (after === 'NOUN' && !SINGULAR.test(around.word(at - 1))) return false;
      return /^(NOUN|VERB|AUX|CCONJ|PUNCT|SYM|X|INTJ|)$/.test(after);
  }
  if (after === 'NOUN' && isItem(around, at)) return true;
  // "stopped sending readings"
  if (after === 'NOUN' && before === 'VERB' && BEFORE_GERUND.test(around.word(at - 1))) return false;
  if (after === 'NOUN')
    return before === 'ADP' || before === 'VERB' || (before === 'PUNCT' && !around.opensSentence(at));
  if (before === '' || (before === 'PUNCT' && around.opensSentence(at))) {
    if (isSubject(around, at)) return true;
  }
  // "On the Uses of Walking" at the end of a title
  return /^(CCONJ|AUX|VERB|PUNCT)$/.test(after) || (before === 'ADP' && after === '');
}

/**
 * "Knitting for beginners", "Working at height is dangerous", "Knitting too tightly is a fault": what opens a line without another verb,
 * or the subject of the next one; but "Speaking at the meeting, he said".
 */
function isSubject(around: Surroundings, at: number): boolean {
  let next = at + 1;
  if (around.tagAfter(at) !== 'ADP') {
    while (around.tags[next] === 'ADV') next++;
    return next > at + 1 && around.tags[next] === 'AUX';
  }
  for (; next < around.tags.length && around.isTied(next); next++) {
    const tag = around.tags[next];
    if (tag === 'AUX') return true;
    if (!/^(?:ADP|DET|ADJ|NOUN|PROPN|NUM|CCONJ|PRON)$/.test(tag)) break;
  }
  return next === around.tags.length || !around.isTied(next) || /^[.:!?]$/.test(around.word(next));
}

/**
 * "- washing powder": what opens a line of few nouns and nothing else, be it below another or all of the text, or has its verb or a
 * colon after them: "Handwriting search works", "Freezing spray warning:".
 */
function isItem(around: Surroundings, at: number): boolean {
  if (!around.opensSentence(at)) return false;
  let next = at + 1;
  while (next < around.tags.length && around.isTied(next) && /^(?:NOUN|PROPN|ADJ)$/.test(around.tags[next])) next++;
  const opensLine = at === 0 || around.opensLine(at);
  const isWhole = opensLine && (next === around.tags.length || (around.opensLine(next) && at > 0));
  const isSubject =
    /^(?:VERB|AUX)$/.test(around.tags[next] ?? '') && around.isTied(next) && !NO_PREDICATE.test(around.word(next));
  return (isWhole || isSubject || (opensLine && around.word(next) === ':')) && next - at <= LONGEST_ITEM;
}
const LONGEST_ITEM = 4;
/** Participles, which belong to the noun before them: wearing clothes made of wool. */
const NO_PREDICATE = /(?:ed|en|ing|made|held|sold|built|worn|sent)$/;

/** "She previously played Ruth", "The officer simply used violence": a subject is before the adverb, and no verb. */
function isOnlyVerb(around: Surroundings, at: number): boolean {
  if (!/^(?:NOUN|PRON|PROPN)$/.test(around.tags[at - 2] ?? '')) return false;
  let before = at - 2;
  for (; before > at - LONGEST_SUBJECT && before >= 0; before--) {
    if (/^(?:VERB|AUX)$/.test(around.tags[before])) return false;
    if (around.tags[before] === 'PUNCT') break;
  }
  return around.opensSentence(before + 1);
}
const LONGEST_SUBJECT = 8;

/** "distributed systems", "strongly connected graphs", "rule-based"; but "we used wavelets", "Saka equalised late". */
function isAttribute(around: Surroundings, at: number, word: string): boolean {
  if (around.isAfterHyphen(at) || around.isBeforeHyphen(at)) return true;
  if (!/^(NOUN|PROPN|ADJ)$/.test(around.tagAfter(at))) return false;
  const before = around.tagBefore(at);
  // "Lost cat, reward.", "Fried rice"
  if (before === '' || (before === 'PUNCT' && around.opensSentence(at))) return true;
  if (before === 'ADV') return around.word(at - 1).endsWith('ly') && !isOnlyVerb(around, at);
  if (before === 'NOUN' || before === 'PROPN') return AFTER_NOUN.test(word);
  // "She never married and disliked interviews"
  if (
    before === 'CCONJ' &&
    around.tags[at - 2] === 'VERB' &&
    /^(?:ADV|AUX|NOUN|PRON|PROPN)$/.test(around.tags[at - 3] ?? '')
  )
    return false;
  return /^(ADJ|DET|ADP|PUNCT|VERB|CCONJ|SCONJ|PART)$/.test(before);
}

/**
 * "the reverse", "a photon echo", "in mesh refinement": no verb follows an article, an adjective or a preposition, and
 * none without -s a singular noun; with -s it may.
 */
function isBareNoun(around: Surroundings, at: number, word: string): boolean {
  const before = around.tagBefore(at);
  if (before === 'DET' || before === 'ADJ' || around.isAfterHyphen(at)) return true;
  const after = around.tagAfter(at);
  // "I get nosebleeds"
  if (/[^s]s$/.test(word)) return before === 'NUM' || before === 'VERB' || after === 'AUX';
  if (around.isBeforeHyphen(at)) return true;
  const wordBefore = around.word(at - 1);
  if (before === 'ADP') return !/^(to|as|than)$/.test(wordBefore);
  if (isGiven(around, at)) return true;
  return (
    before === 'NOUN' &&
    around.follows(at) &&
    SINGULAR.test(wordBefore) &&
    !namesSeveral(wordBefore) &&
    !FINITE.has(word) &&
    !pastForms.has(word) &&
    !/^(DET|PRON|PART)$/.test(after)
  );
}

/** "show you pendulum exercises": what somebody is given; "gives you taste buds". */
const isGiven = (around: Surroundings, at: number) =>
  around.tagBefore(at) === 'PRON' &&
  around.tagAfter(at) === 'NOUN' &&
  GIVING.test(around.word(at - 2)) &&
  !/(?:ed|ing)$/.test(around.word(at));

/** "Refugees board the train", "Projectors hum.": a singular noun after a plural that opens the sentence, and nothing it could belong to. */
function isVerbOfOpening(around: Surroundings, at: number): boolean {
  return (
    at > 0 &&
    (around.tags[at - 1] === 'NOUN' || around.tags[at - 1] === 'PROPN') &&
    !around.word(at).endsWith('s') &&
    around.opensSentence(at - 1) &&
    around.follows(at) &&
    namesSeveral(around.word(at - 1)) &&
    /^(DET|PRON|PART|ADV|PUNCT)$/.test(around.tagAfter(at))
  );
}

/** "The app logs me out", "A dentist spots them": what has a pronoun for its object is a verb, and no adjective before it is without its noun. */
export function hasObject(around: Surroundings, at: number, tag: string): boolean {
  if (!OBJECT_PRONOUN.has(around.word(at + 1)) || around.isCapital(at + 1) || !around.follows(at + 1)) return false;
  if (!/^(NOUN|PROPN|VERB|ADJ)$/.test(tag)) return false;
  if (at > 0 && around.tags[at - 1] === 'ADJ' && around.follows(at)) around.tags[at - 1] = 'NOUN';
  return true;
}

/** "Arsenal beat Everton": between two names it is a verb, and what is before it no adjective. */
function isBetweenRivals(around: Surroundings, at: number): boolean {
  const word = around.word(at);
  if ((word !== 'beat' && word !== 'beats') || !around.isCapital(at - 1) || !around.isCapital(at + 1)) return false;
  if (!around.follows(at) || !around.follows(at + 1)) return false;
  if (around.tags[at - 1] === 'ADJ') around.tags[at - 1] = 'PROPN';
  return true;
}

/** "The fire, which began on", "that means", "those occur": what points is the subject where it does not agree with a noun, and which nearly always. */
function isAfterPointer(around: Surroundings, at: number): boolean {
  const before = around.word(at - 1);
  const word = around.word(at);
  // "The car, which seats six", but ", which experts say"
  if (around.tags[at] !== 'VERB')
    return before === 'which' && around.word(at - 2) === ',' && /^(?:DET|NUM|ADJ|PROPN)$/.test(around.tagAfter(at));
  if (before === 'which') return !/ing$/.test(word) && !/^(?:AUX|VERB)$/.test(around.tagAfter(at));
  if (before === 'that' || before === 'each') return /[^siu]s$/.test(word);
  return /^(?:these|those|many)$/.test(before) && SINGULAR.test(word) && !/(?:ed|en|ing)$/.test(word);
}

/** Whether what wink calls a noun is the verb of its clause: "who trains", "this paper studies the", "the reef rises slowly". */
export function isFiniteVerb(around: Surroundings, at: number): boolean {
  if (around.isCapital(at) || around.isAfterHyphen(at)) return false;
  const before = around.tagBefore(at);
  const wordBefore = around.word(at - 1);
  // "this blocks shipping"
  if (wordBefore === 'this' && singular(around.word(at)) !== around.word(at)) return true;
  if (isVerbOfOpening(around, at) || isBetweenRivals(around, at) || isAfterPointer(around, at)) return true;
  if (before === 'PRON') return SUBJECT.has(wordBefore) && !isGiven(around, at);
  if (!around.word(at).endsWith('s') || !/[^siu]s$/.test(around.word(at)) || !SINGULAR.test(wordBefore)) return false;
  const wordAfter = around.word(at + 1);
  if (before === 'ADJ' && around.tags[at - 2] === 'DET' && OBJECT.has(wordAfter)) {
    // "The tribunal orders a penalty": no adjective is without its noun.
    around.tags[at - 1] = 'NOUN';
    return true;
  }
  if (before !== 'NOUN' && before !== 'PROPN') return false;
  if (wordAfter === 'that' && /^(DET|PRON|PROPN)$/.test(around.tags[at + 2] ?? '')) return true;
  if (around.isCapital(at + 1)) return false;
  // "makes forecasts each year"
  if (OBJECT.has(wordAfter)) return !TIME.test(around.word(at + 2));
  const afterNext = around.tags[at + 2] ?? '';
  return wordAfter.endsWith('ly') && around.tags[at - 2] === 'DET' && !/^(VERB|AUX|ADJ)$/.test(afterNext);
}
