import type { Surroundings } from './surroundings.js';

const UNIT =
  /^(acre|bit|byte|day|dollar|foot|hour|inch|kilometer|man|meter|metre|mile|minute|month|person|pound|ton|week|yard|year)$/;
/** What laws are called. */
export const LAW = /^(act|bill|code|convention|directive|law|order|regulations?|rules|treaty)$/;
/** What a number or a letter tells kinds of: type 2 diabetes, Series A round. */
const KIND = /^(?:category|class|grade|group|hepatitis|level|phase|plan|schedule|series|stage|tier|type|vitamin)$/;
/** What a number is the name of: bus service 128. */
const LINE = /^(?:bus|flight|highway|interstate|motorway|route|service|tram)$/;
/** Parts of a text, whose numbers are no versions: Section 4.2. */
const PART =
  /^(?:annex|appendix|article|chapter|clause|equation|fig|figure|page|paragraph|part|rule|section|step|table|vol|volume)$/;
const GOALS = /^\d{1,2}$/;
const VERSION = /^\d{1,4}\.\d{1,2}$/;
/** Capitals before a number among which a word as TrailLite is looked for. */
const BEFORE = 2;

/** The mark of a number, if any. */
export function markOfNumber(around: Surroundings, at: number): '' | ':part' | ':lead' {
  const { tags } = around;
  const word = around.word(at);
  const isBeforeNoun = tags[at + 1] === 'NOUN' && around.follows(at + 1);
  // "3-2-1 rule", "7.5Ah battery"
  if (/^(?:\d{1,2}(?:-\d{1,2}){2,}|\d+\.\d+\p{L}+)$/u.test(word)) return isBeforeNoun ? ':lead' : '';
  if (!/^\d{1,4}(?:\.\d{1,2})?$/.test(word)) return '';
  // Haskell 98 type system, Web 2.0 applications, TrailLite 40
  const isInName = /^(PROPN|NOUN)$/.test(tags[at - 1]) && around.isCapital(at - 1) && around.follows(at);
  if (isInName && (isBeforeNoun || isAfterProduct(around, at))) return ':part';
  if (isNumberOfName(around, at) || isNumberOfKind(around, at, isBeforeNoun)) return ':part';
  // 100 meter dash
  const isUnit = /^(NOUN|ADJ)$/.test(tags[at + 1]) && around.follows(at + 1) && UNIT.test(around.word(at + 1));
  return isUnit && tags[at + 2] === 'NOUN' && around.follows(at + 2) ? ':lead' : '';
}

/** TrailLite 40, TrailLite Duo 2 */
function isAfterProduct(around: Surroundings, at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - BEFORE); before--) {
    if (!/^(PROPN|NOUN)$/.test(around.tags[before]) || !around.isCapital(before)) return false;
    if (around.hasInnerCapital(before)) return true;
  }
  return false;
}

/** A year or a version after a name: the Housing Act 1988, the Act of 1862, Android 15, Choirbook 7.2. */
export function isNumberOfName(around: Surroundings, at: number): boolean {
  const { tags } = around;
  if (!around.follows(at) || /^(NOUN|PROPN|ADJ|NUM)$/.test(tags[at + 1] ?? '')) return false;
  if (isOfScores(around, at)) return false;
  const before = tags[at - 1].startsWith('ADP') ? at - 2 : at - 1;
  const word = around.word(at);
  const isVersion = before === at - 1 && VERSION.test(word);
  if (isVersion && PART.test(around.word(before))) return false;
  if (!(tags[before] === 'PROPN' || (isVersion && tags[before] === 'NOUN')) || !around.isCapital(before)) return false;
  return /^(1\d|20)\d\d$/.test(word) ? LAW.test(around.word(before)) : before === at - 1;
}

/** Leeds 0 - 3 Burnley; Stoke 0, Hull 1 */
function isOfScores(around: Surroundings, at: number): boolean {
  const { tags } = around;
  if (!GOALS.test(around.word(at))) return false;
  const isGoals = (t: number) => tags[t]?.startsWith('NUM') && GOALS.test(around.word(t));
  if (/^[-–:]$/.test(around.word(at + 1)) && isGoals(at + 2)) return true;
  if (/^[,;]$/.test(around.word(at + 1)) && isGoals(at + 3)) return true;
  return isGoals(at - 3) && /^[,;]$/.test(around.word(at - 2));
}

/** type 2 diabetes, Bus service 128 */
function isNumberOfKind(around: Surroundings, at: number, isBeforeNoun: boolean): boolean {
  if (!/^(?:NOUN|PROPN)$/.test(around.tags[at - 1]) || !around.follows(at) || !/^\d+$/.test(around.word(at)))
    return false;
  if (isBeforeNoun) return KIND.test(around.word(at - 1));
  return LINE.test(around.word(at - 1)) && !/^(?:ADJ|NUM|PROPN)$/.test(around.tags[at + 1] ?? '');
}

/** Series A round: a letter that wink takes for an article. */
export const isLetterOfKind = (around: Surroundings, at: number) =>
  around.tags[at] === 'DET' &&
  around.word(at).length === 1 &&
  around.isCapital(at) &&
  around.follows(at) &&
  KIND.test(around.word(at - 1));
