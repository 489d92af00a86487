import { singular } from '../../singular.js';
import { namesSeveral } from '../../usual-verbs.js';
import { verbNouns } from '../../verb-nouns.js';
import type { Surroundings } from './surroundings.js';

/** Verbs of headlines beside {@link verbNouns}, most of them nouns as well. */
const verbs: ReadonlySet<string> = new Set(
  `
    admit axe back bag batter blast block board book boost cap capture cause clear close crown cut ditch drop dump edge eye file find
    fire flag float force fuel gain get grab hail hand head hit hold host hurt jail join jump keep land launch lead lose lower
    mull name net open order pass pay pick pile plead plunge pose prompt push put quit raise reach refuse reject remember rip
    rock run save scrap see seek sell send set shed shock shrug shun shut sign slam slash slow sniff spend spot stage steal
    stun sue suffer surge swell tackle tap target tell throw tip top toss tow urge veto vow want warn weigh win
  `
    .trim()
    .split(/\s+/),
);
const isVerb = (word: string) => verbs.has(word) || verbNouns.has(word);

/** Tokens of a headline, at most. */
const LONGEST = 24;
/** What begins an object. */
const OBJECT = /^(?:NOUN|PROPN|ADJ|NUM|DET|PRON)$/;
/** What tells where something moves. */
const WAY = /^(?:down|into|onto|out|past|through|up)$/;
/** What begins another clause: "Lithium slides as mines reopen". */
const CLAUSE = /^(?:after|as|before|when|while)$/;
const PLURAL = /[^siu]s$/;

/**
 * Tags of verbs in a headline that tells what happens, "Tornado tears through village", "Anglers sue water firm": one of its parts
 * between commas that has no other verb has one where a subject is before it that it agrees with, and an object after it. Our
 * tagger learnt from sentences with articles, and takes such verbs for nouns. The tags of the surroundings are changed.
 */
export function correctHeadlineVerbs(around: Surroundings): void {
  const { tags } = around;
  let end = 1;
  while (end < tags.length && !around.opensLine(end)) if (++end > LONGEST) return;
  if (end >= tags.length || /^[.!?;:,]$/.test(around.word(end - 1))) return;
  // The rest of a sentence whose lines are broken.
  if (!around.isCapital(end) && /^\p{L}/u.test(around.word(end))) return;
  for (let first = 0, at = 0; at <= end; at++) {
    if (at < end && tags[at] !== 'PUNCT' && !CLAUSE.test(around.word(at))) continue;
    correctPart(around, first, at);
    first = at + 1;
  }
}

function correctPart(around: Surroundings, first: number, end: number): void {
  const { tags } = around;
  const found: number[] = [];
  for (let at = first; at < end; at++) {
    if (tags[at] === 'VERB' || tags[at] === 'AUX') return;
    if (at > first && mayBeVerb(around, at, at + 1 === end)) found.push(at);
  }
  if (found.length !== 1) return;
  tags[found[0]] = 'VERB';
}

function mayBeVerb(around: Surroundings, at: number, isLast: boolean): boolean {
  const { tags } = around;
  const word = around.word(at);
  if (around.isCapital(at) || around.isAfterHyphen(at) || around.isBeforeHyphen(at)) return false;
  if (!/^(?:NOUN|PROPN)$/.test(tags[at - 1]) || !around.follows(at)) return false;
  const next = around.word(at + 1);
  if (isLast ? !CLAUSE.test(next) : !OBJECT.test(tags[at + 1]) && !WAY.test(next) && tags[at + 1] !== 'ADP')
    return false;
  if (namesSeveral(around.word(at - 1)))
    return !PLURAL.test(word) && (tags[at] === 'NOUN' ? isVerb(word) : tags[at] === 'ADJ' && verbs.has(word));
  // "Tax cuts for families", "train strikes in March" are no clauses.
  return (
    tags[at] === 'NOUN' &&
    PLURAL.test(word) &&
    isVerb(singular(word)) &&
    (tags[at + 1] !== 'ADP' || WAY.test(next) || isLast)
  );
}
