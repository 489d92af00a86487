import { taggerTags, type WordHashes } from './tagger-en.js';

const ADJ = taggerTags.indexOf('ADJ');

/** Words that begin a clause, whatever the tagger calls them. */
export const CLAUSE_START =
  /^(?:after|although|as|because|before|if|since|that|though|unless|until|when|whenever|where|which|while|who)$/i;

/** Words in -ing with a stem: no sing, bring or sting. */
export const PARTICIPLE = /[aeiouy][a-z]*ing$/;

/** The end of "can't" and "won't": before it is half a word. */
export const NEGATION = /^n['’]t$/i;

/** Whether a sentence, or a line, may begin after a word. */
export const opensSentenceAfter = (word: string) => /^[.!?:;]$/.test(word) || word.includes('\n');

/** Words of a clause that are looked at, from one of them to either side: a text without a sign is one clause. */
export const LONGEST_CLAUSE = 60;

/** "Steel wheels screech at night": whether nothing but one noun phrase is before, in its clause. */
export function isSubjectAlone(words: readonly string[], tags: readonly string[], at: number): boolean {
  let first = at;
  const least = Math.max(0, at - LONGEST_CLAUSE);
  while (first > least && (/^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(tags[first - 1]) || PARTICIPLE.test(words[first - 1])))
    first--;
  return first === 0 || tags[first - 1] === 'CCONJ' || opensClauseAfter(words, tags, first - 1);
}

/** Whether a clause may begin after a word. */
export const opensClauseAfter = (words: readonly string[], tags: readonly string[], at: number) =>
  tags[at] === 'PUNCT' || tags[at] === 'SCONJ' || CLAUSE_START.test(words[at]) || words[at].includes('\n');

/** "runs without a keeper"; of belongs to the word before it. */
export const isBeforePlace = (words: readonly string[], tags: readonly string[], at: number) =>
  tags[at + 1] === 'ADP' && words[at + 1] !== 'of';

/** Whether a word is a noun; after an article our tagger takes rare ones for adjectives: "The hive swarms", "The limpet clings". */
export const isNounAt = (tags: readonly string[], at: number, hashes: readonly WordHashes[]) =>
  tags[at] === 'NOUN' ||
  tags[at] === 'PROPN' ||
  (tags[at] === 'ADJ' && (at === 0 || /^(?:DET|PUNCT)$/.test(tags[at - 1])) && hashes[at].wordClass !== ADJ);

/** Whether a sign ends the clause, or a conjunction, before another verb; a title has no sign, and "the test sites were" another. */
export function isLastVerb(tags: readonly string[], at: number): boolean {
  for (let next = at + 1; next < Math.min(tags.length, at + LONGEST_CLAUSE); next++) {
    if (tags[next] === 'PUNCT' || tags[next] === 'SCONJ') return true;
    if (isOtherVerb(tags, next)) return false;
  }
  return false;
}

/** "The drill delivers power and weighs little", "fit pipes to control levels": neither is the verb of the subject alone. */
export function isOtherVerb(tags: readonly string[], at: number): boolean {
  return tags[at] === 'AUX' || (tags[at] === 'VERB' && tags[at - 1] !== 'PART' && tags[at - 1] !== 'CCONJ');
}

/** Whether the clause that ends at a sign has a verb; a list has none. */
export function hasVerbBefore(tags: readonly string[], sign: number): boolean {
  for (let before = sign - 1; before >= Math.max(0, sign - LONGEST_CLAUSE) && tags[before] !== 'PUNCT'; before--) {
    if (tags[before] === 'VERB' || tags[before] === 'AUX') return true;
  }
  return false;
}
