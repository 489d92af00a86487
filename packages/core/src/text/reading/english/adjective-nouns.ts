import type { Surroundings } from './surroundings.js';

/** Adjectives that are nouns where no noun follows. */
const adjectiveNouns: ReadonlySet<string> = new Set(
  `
    additive adhesive adolescent alcoholic anaesthetic annual antibiotic antiseptic capital ceramic chemical classic
    collective commercial constant contraceptive cosmetic criminal diabetic digestive disinfectant editorial electrolyte
    evergreen executive explosive facial final flat fluid herbal hybrid hydraulic intellectual laxative liquid local manual
    medical memorial mineral mobile mosaic musical mutant narcotic native novel official oral original painkiller
    perennial periodical personal pharmaceutical plastic preservative principal professional quarter-final radical
    relative representative reptile residual retrospective ritual roast rural sedative semi-final senior serial solid
    solvent spiritual steroid stimulant substitute supplement synthetic terminal textile tonic total tranquil variable
    vegan vegetable vegetarian veteran visual
  `
    .trim()
    .split(/\s+/),
);
/** What is in no noun phrase and no compound. */
const ENDS_PHRASE = /^(?:ADP|AUX|SCONJ|PUNCT|)$/;
const NO_HEAD = /^(?:few|little|lot|same|bit|(?:fir|be|lea|mo)st|last|next|second|third|\w+(?:th|er|est))$/;
/** A cup final, a league semi-final. */
const COMPOUND_HEAD = /^(?:(?:semi|quarter)-)?final$/;

/** The hikers of thru-hikers, and what a verb and its particle make: top-ups, the spin-off. */
const HYPHENED_PLURAL = /-[a-z]+[^siu]s$|^\d+-in-\d+$/;
const WITH_PARTICLE = /-(?:back|down|in|off|on|out|over|up)$/;

function isHyphenedNoun(around: Surroundings, at: number, word: string): boolean {
  if (/^(?:ADJ|NOUN|PROPN)$/.test(around.tagAfter(at))) return false;
  return HYPHENED_PLURAL.test(word) || (around.tagBefore(at) === 'DET' && WITH_PARTICLE.test(word));
}

/**
 * Whether what the tagger calls an adjective is the noun of its phrase: "a strong antibiotic for", "the cup final", "no biting."
 * What follows "a" has a noun, whatever the word.
 */
export function isAdjectiveNoun(around: Surroundings, at: number): boolean {
  const word = around.word(at);
  if (word.includes('-') && isHyphenedNoun(around, at, word)) return true;
  const after = around.tagAfter(at);
  // "A semi-final and reach the next"
  const isJoined = after === 'CCONJ' && /^(?:AUX|DET|PRON|VERB)$/.test(around.tags[at + 2] ?? '');
  if (around.isBeforeHyphen(at) || !(isJoined || ENDS_PHRASE.test(after))) return false;
  const next = around.word(at + 1);
  // "A red, swollen toe", "an open (or closed) door"
  if (after === 'PUNCT' && !/^[.;:?!]$/.test(next)) return false;
  const before = around.tagBefore(at);
  if (before === 'NOUN') return COMPOUND_HEAD.test(word);
  let first = at - 1;
  while (first > 0 && around.tags[first] === 'ADJ' && around.follows(first)) first--;
  if (around.tags[first] !== 'DET') return false;
  if (adjectiveNouns.has(word) || (word.endsWith('ing') && first === at - 1)) return true;
  return /^an?$/.test(around.word(first)) && !NO_HEAD.test(word);
}
