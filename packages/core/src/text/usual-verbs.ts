import {
  CLAUSE_START,
  hasVerbBefore,
  isBeforePlace,
  isLastVerb,
  isNounAt,
  isOtherVerb,
  isSubjectAlone,
  LONGEST_CLAUSE,
  NEGATION,
  opensClauseAfter,
  opensSentenceAfter,
  PARTICIPLE,
} from './english-clauses.js';
import { mayInstruct } from './imperatives.js';
import { singular } from './singular.js';
import { taggerTags, type WordHashes } from './tagger-en.js';
import { verbNouns } from './verb-nouns.js';

const NOUN = taggerTags.indexOf('NOUN');
const VERB = taggerTags.indexOf('VERB');
const ADJ = taggerTags.indexOf('ADJ');

/** Plurals that come before a noun: "sports cars", "Times staff writer". */
const BEFORE_NOUN = new Set(
  'arms communications emissions fireworks games goods humanities menus operations sales savings sports systems times uses weapons'.split(
    ' ',
  ),
);
/** Words without a plural that name several. */
const SEVERAL = new Set(['cattle', 'crew', 'people', 'police', 'staff']);
/** Verbs of what is worn or loose that are hardly ever plurals. */
const SOUNDS = new Set(
  'clatters clunks creaks crumbles drips flickers gurgles judders rattles screeches squeaks wheezes wobbles'.split(' '),
);
/** "Numbness spreads": such a subject has no plurals after it but verbs. */
const STATE = /(?<!busi|wit|wilder|har)ness$/;
/** Adverbs that the tagger takes for nouns; "the great outdoors" is one. */
const PLACE_OR_MANNER = new Set(
  'abroad ashore barefoot downhill downstairs indoors offshore outdoors overseas uphill upstairs'.split(' '),
);
/** Verbs after which an object has what it is to be: "keep the loading bay tidy". */
const KEEPING = /^(?:keep|keeps|keeping|kept|leave|leaves|leaving|left)$/i;
/** Past forms that are nothing else. */
export const pastForms = new Set(
  `
    arose ate became began brought came chose did drew flew forgave forgot fought froze gave grew heard hid kept knew laid
    meant met paid ran rang sang sank sat sent shook slept sold sought spent spoke stole stood struck swam swore taught told
    took threw understood went woke wrote
  `
    .trim()
    .split(/\s+/),
);
/** Conjunctions that are no prepositions. */
const SURE_CONJUNCTION = /^(?:although|because|if|though|unless|when|whenever|where|while)$/i;
const PREPOSITION = /^(?:after|before|since|until)$/i;
const IN_S = /[^siu]s$/;
const SMALL_IN_S = /^[a-z]+[^siu]s$/;

/** Whether a noun in small letters names several, and hardly ever comes before another noun. */
export function namesSeveral(word: string): boolean {
  return SEVERAL.has(word) || (singular(word) !== word && !BEFORE_NOUN.has(word) && !word.endsWith('ics'));
}

/**
 * Tags of words that are mostly verbs where what is beside them leaves nothing else: "Bees pollinate crops",
 * "Table 1 shows the test", "which brings"; and of nouns that may be verbs after a plural, in a clause without another verb:
 * "Teachers grade essays". Our tagger takes verbs that it hardly knows for nouns where a noun is before them.
 *
 * @param tags (words) are changed
 */
export function correctUsualVerbs(words: readonly string[], tags: string[], hashes: readonly WordHashes[]): void {
  let hasVerb = false;
  for (let at = 0; at < words.length; at++) {
    if (NEGATION.test(words[at + 1] ?? '')) tags[at] = 'AUX';
    if (at === 0 || opensSentenceAfter(words[at - 1])) tags[at] = tagOfOpening(words, tags, at, hashes);
    if (tags[at] === 'NOUN' || (tags[at] === 'PROPN' && !hashes[at].isCapital))
      tags[at] = tagByPlace(words, tags, at, hashes);
    if (at > 0 && (tags[at] === 'NOUN' || tags[at] === 'ADJ')) {
      const isUsual =
        hashes[at].wordClass === VERB && (isVerb(words, tags, at, hashes) || isVerbByClass(words, tags, at, hashes));
      const isOnly = !hasVerb && (isVerbOfClause(words, tags, at) || isVerbInS(words, tags, at, hashes));
      if (isUsual || isOnly) {
        tags[at] = 'VERB';
        // No adjective is without its noun.
        if (tags[at - 1] === 'ADJ' && tags[at - 2] === 'DET') tags[at - 1] = 'NOUN';
        if (words[at + 1] === 'and' && isVerbForm(words, at + 2, hashes)) tags[at + 2] = 'VERB';
      }
    }
    if (tags[at] === 'VERB' && tags[at - 1] === 'ADJ' && IN_S.test(words[at]) && isNounAt(tags, at - 1, hashes))
      tags[at - 1] = 'NOUN';
    if (tags[at] === 'VERB' || tags[at] === 'AUX') hasVerb = true;
    else if (opensClauseAfter(words, tags, at)) hasVerb = false;
  }
}

/** "Woke before dawn" opens with a verb, an item "chicken thighs" with a noun. */
function tagOfOpening(
  words: readonly string[],
  tags: readonly string[],
  at: number,
  hashes: readonly WordHashes[],
): string {
  const tag = tags[at];
  const word = words[at].toLowerCase();
  const after = tags[at + 1] ?? '';
  if ((tag === 'NOUN' || tag === 'PROPN') && pastForms.has(word))
    return /^(?:ADP|DET|ADV|PRON|PART)$/.test(after) ? 'VERB' : tag;
  const isNoun = tag === 'VERB' && hashes[at].wordClass === NOUN && after === 'NOUN';
  return isNoun && !verbNouns.has(word) && !mayInstruct(word) && !PARTICIPLE.test(word) ? 'NOUN' : tag;
}

/** The tag of what the tagger calls a noun: "walking barefoot", "the hinge squeaks", "keep the loading bay tidy". */
function tagByPlace(
  words: readonly string[],
  tags: readonly string[],
  at: number,
  hashes: readonly WordHashes[],
): string {
  const after = tags[at + 1] ?? '';
  if (at === 0 || after === 'NOUN' || after === 'PROPN' || after === 'ADJ') return 'NOUN';
  if (PLACE_OR_MANNER.has(words[at])) return tags[at - 1] === 'DET' || tags[at - 1] === 'ADJ' ? 'NOUN' : 'ADV';
  if (SOUNDS.has(words[at]) && (tags[at - 1] === 'VERB' || isNounAt(tags, at - 1, hashes))) return 'VERB';
  const isOfState = STATE.test(words[at - 1]) && IN_S.test(words[at]) && verbNouns.has(singular(words[at]));
  if (isOfState && isSubjectAlone(words, tags, at)) return 'VERB';
  if (pastForms.has(words[at]) && isNounAt(tags, at - 1, hashes)) return 'VERB';
  if (!isNounAt(tags, at - 1, hashes)) return 'NOUN';
  return hashes[at].wordClass === ADJ && after !== 'ADP' && isKept(words, tags, at) ? 'ADJ' : 'NOUN';
}

/** Whether a noun phrase with an article is before a word, and before that a verb of keeping. */
function isKept(words: readonly string[], tags: readonly string[], at: number): boolean {
  let first = at - 1;
  const least = Math.max(0, at - LONGEST_CLAUSE);
  while (first > least && /^(?:NOUN|PROPN|ADJ)$/.test(tags[first])) first--;
  return first > 0 && /^(?:DET|PRON)$/.test(tags[first]) && KEEPING.test(words[first - 1]);
}

/** "Solar panels power homes", "lights blink green", "policymakers pause."; but "gives rise". */
function isVerbOfClause(words: readonly string[], tags: readonly string[], at: number): boolean {
  if (!verbNouns.has(words[at])) return false;
  const before = words[at - 1].toLowerCase();
  if (!namesSeveral(before) || before === 'gives') return false;
  const beforeThat = tags[at - 2] === 'CCONJ' ? tags[at - 3] : tags[at - 2];
  const opensClause = at === 1 || beforeThat === 'PUNCT';
  if (tags[at - 1] !== 'NOUN' && !(tags[at - 1] === 'PROPN' && opensClause)) return false;
  const after = tags[at + 1] ?? '';
  // "The blisters weep and then crust.", "Brakes squeal and doors slam."
  if (after === 'CCONJ' && isSubjectAlone(words, tags, at)) {
    const next = tags[at + 2] === 'ADV' ? at + 3 : at + 2;
    const isSecond = tags[next] === 'NOUN' && namesSeveral(words[next]) && verbNouns.has(words[next + 1]);
    return isSecond || (tags[next] === 'VERB' && !IN_S.test(words[next]));
  }
  // "Spores damage the gut."
  if (after === 'DET' && isSubjectAlone(words, tags, at)) return true;
  if (!isLastVerb(tags, at)) return false;
  if (after === 'PUNCT')
    return (
      /^[.!?;,]$/.test(words[at + 1]) && (opensClause || (tags[at - 2] === 'DET' && isSubjectAlone(words, tags, at)))
    );
  if (after === 'ADP') return isBeforePlace(words, tags, at) && isSubjectAlone(words, tags, at);
  return /^(?:NOUN|PROPN|ADJ|DET|NUM|PRON|SCONJ)$/.test(after);
}

/**
 * "While the oven heats", "The printer jams, and the fog lifts.": what may be a verb in -s after a singular noun, the only one
 * of a clause that is a sentence, follows a conjunction, or is the last.
 */
function isVerbInS(
  words: readonly string[],
  tags: readonly string[],
  at: number,
  hashes: readonly WordHashes[],
): boolean {
  const { wordClass } = hashes[at];
  const word = words[at];
  const mayBeNoun = isNounAt(tags, at - 1, hashes) || (tags[at - 1] === 'ADJ' && tags[at - 2] === 'DET');
  if (!word.endsWith('s') || !mayBeNoun) return false;
  if (!SMALL_IN_S.test(word) || (wordClass !== VERB && !verbNouns.has(singular(word)))) return false;
  if (namesSeveral(words[at - 1].toLowerCase())) return false;
  let from = at;
  while (from > 0 && !opensClauseAfter(words, tags, from - 1)) if (at - from-- > LONGEST_CLAUSE) return false;
  let end = at + 1;
  while (end < tags.length && !opensClauseAfter(words, tags, end))
    if (isOtherVerb(tags, end++) || end - at > LONGEST_CLAUSE) return false;
  const startsAfter = words[from - 1] ?? '';
  const isAfterConjunction =
    CLAUSE_START.test(startsAfter) ||
    tags[from - 1] === 'SCONJ' ||
    (tags[from] === 'CCONJ' && hasVerbBefore(tags, from - 1));
  // "If the concrete cracks, stop"
  if (!isNounAt(tags, at - 1, hashes) && !SURE_CONJUNCTION.test(startsAfter)) return false;
  // "After the terror attacks, police"
  if (wordClass !== VERB && PREPOSITION.test(startsAfter)) return false;
  if (!isAfterConjunction && from > 0 && !/^[.!?;:]$/.test(words[from - 1])) return false;
  const goesOn = tags[at + 1] !== 'PUNCT' && words[at + 1] !== 'of';
  const next = tags[end + 1] ?? '';
  const isFollowed =
    /^(?:CCONJ|SCONJ)$/.test(next) || (goesOn && next === 'DET') || isClause(words, tags, end + 1, hashes);
  const isWhole =
    /^[.!?;:]$/.test(words[end] ?? '') || (words[end] === ',' && isFollowed) || CLAUSE_START.test(words[end] ?? '');
  if (!isWhole && !(isAfterConjunction && words[end] === ',')) return false;
  // "Snow melts on the hills."
  const isBeforeAPlace = isBeforePlace(words, tags, at) && tags[at + 2] === 'DET';
  return (
    isAfterConjunction ||
    isBeforeAPlace ||
    tags.slice(from, at).includes('DET') ||
    /^(DET|PRON|NUM|SCONJ|ADV)$/.test(tags[at + 1] ?? '')
  );
}

function isVerb(words: readonly string[], tags: string[], at: number, hashes: readonly WordHashes[]): boolean {
  const word = words[at];
  if (!/^[a-z]+$/.test(word) || PARTICIPLE.test(word) || /[^e]ed$/.test(word)) return false;
  const inS = IN_S.test(word);
  const before = words[at - 1].toLowerCase();
  // No adjective is a plural: "Mangroves protect coasts".
  if (tags[at - 1] === 'ADJ' && namesSeveral(before)) tags[at - 1] = 'NOUN';
  if (before === 'which' || before === 'who') return true;
  if (before === 'that' && inS) return true;
  const isAfterNoun = tags[at - 1] === 'NOUN' || tags[at - 1] === 'PROPN';
  const after = tags[at + 1] ?? '';
  if (!inS) {
    if (!isAfterNoun || /^(AUX|VERB)$/.test(after)) return false;
    // "Rovers meet Albion"
    if (tags[at - 1] === 'PROPN' && after === 'PROPN') return true;
    return namesSeveral(before) || (tags[at] === 'ADJ' && /^(NOUN|PROPN|ADJ|DET|PRON)$/.test(after));
  }
  if (namesSeveral(before)) return false;
  if (/^(DET|PRON)$/.test(after))
    return (isAfterNoun || tags[at - 1] === 'NUM') && !/^(?:that|which|whose?)$/i.test(words[at + 1]);
  if (tags[at - 1] === 'PROPN') return /^(NOUN|PROPN|ADJ)$/.test(after);
  // "until the sauce thickens.", "Limescale collects round the spout"
  if ((isNounAt(tags, at - 1, hashes) || isGerund(words, tags, at - 1)) && isPredicate(words, tags, at)) return true;
  // "The lighthouse runs without a keeper.", "The limpet clings to the rock."
  return (
    isBeforePlace(words, tags, at) && isNounAt(tags, at - 1, hashes) && tags[at - 2] === 'DET' && isLastVerb(tags, at)
  );
}

/** "Lambing starts in a fortnight": what opens a sentence. */
const isGerund = (words: readonly string[], tags: readonly string[], at: number) =>
  PARTICIPLE.test(words[at].toLowerCase()) && (at === 0 || tags[at - 1] === 'PUNCT');

/** Whether a clause ends after a word, or goes on as it does after a verb. */
function isPredicate(words: readonly string[], tags: readonly string[], at: number): boolean {
  if (!isSubjectAlone(words, tags, at)) return false;
  const after = tags[at + 1] ?? '';
  if (/^[.!?;]$/.test(words[at + 1] ?? '')) return /^(?:DET|NOUN|PRON)$/.test(tags[at - 2] ?? '');
  return /^(?:ADV|SCONJ)$/.test(after) || (isBeforePlace(words, tags, at) && /^(?:DET|PRON)$/.test(tags[at + 2] ?? ''));
}

/** "The joint thickens and shrinks", "the foam stays soft at": by what a dictionary says of the words after it. */
function isVerbByClass(
  words: readonly string[],
  tags: readonly string[],
  at: number,
  hashes: readonly WordHashes[],
): boolean {
  if (!SMALL_IN_S.test(words[at]) || namesSeveral(words[at - 1].toLowerCase()) || tags[at - 2] !== 'DET') return false;
  if (words[at + 1] === 'and') return isVerbForm(words, at + 2, hashes);
  return hashes[at + 1]?.wordClass === ADJ && /^(?:ADP|PUNCT|CCONJ)$/.test(tags[at + 2] ?? '');
}

/** "The hull leaks, the pump fails": whether an article, nouns and a verb follow. */
function isClause(
  words: readonly string[],
  tags: readonly string[],
  first: number,
  hashes: readonly WordHashes[],
): boolean {
  if (tags[first] !== 'DET') return false;
  let at = first + 1;
  const most = first + LONGEST_CLAUSE;
  while (at < most && /^(?:NOUN|ADJ)$/.test(tags[at] ?? '') && !isVerbForm(words, at, hashes)) at++;
  return at > first + 1 && (/^(?:VERB|AUX)$/.test(tags[at] ?? '') || isVerbForm(words, at, hashes));
}

const isVerbForm = (words: readonly string[], at: number, hashes: readonly WordHashes[]) =>
  hashes[at]?.wordClass === VERB && IN_S.test(words[at]);
