import { verbNouns } from './verb-nouns.js';

/**
 * Verbs that instructions begin with, most of which are nouns elsewhere: "Whisk the eggs", "Drain. Toss with oil". Chosen by
 * eye from recipes, manuals and help pages.
 */
const instructions: ReadonlySet<string> = new Set(
  `
    add adjust apply arrange assemble attach avoid bake baste beat bend blend blitz boil bring brown brush bury check
    chill chop clean click clip close coat combine connect cook cool cover crimp crush cut dab deselect dilute dip
    discard disconnect dissolve download drag drain drill drizzle drop dry dust enter fasten feed fill flip fold
    freeze fry garnish gather glue grate grease grill grind hammer hang heat hold insert install keep knead ladle lay
    layer leave level lift line loop loosen lower marinate mark mash measure melt microwave mix mount open pack paint
    pat peel pierce pin pinch place plug poach polish pour preheat press prick prune pull purée push put reboot refill
    refrigerate reheat remove repeat replace restart rinse roast roll rub sand saute sauté scatter scoop screw scroll
    seal sear season secure select serve set sew shake shave shorten shred sieve sift simmer skewer slice slide smear
    smooth snap soak soften spoon spray spread sprinkle squeeze stack staple steam steep stir store strain stretch
    strip stuff swipe take tap tape taste tear thread tie tighten tilt tip toast top toss transfer treat trim tuck turn
    twist unplug unscrew upload use wait warm wash water wear wet whip whisk wipe wrap wring
  `
    .trim()
    .split(/\s+/),
);
/** Those that are hardly ever nouns before a noun. */
const sureInstructions: ReadonlySet<string> = new Set(
  `
    assemble attach bake blitz boil chop crumble dissolve drizzle garnish grate knead ladle loosen marinate mash melt peel
    pierce poach pour preheat prune purée remove rinse saute sauté scatter sear shred sift simmer sprinkle squeeze stir
    tighten toss unplug whisk wipe
  `
    .trim()
    .split(/\s+/),
);
/** Whether instructions may begin with a word. */
export const mayInstruct = (word: string) => instructions.has(word);

/** What parts the items of a list. */
const ITEM_END = /^(?:[.,;]|\s*\n\s*)$/;
const SENTENCE_END = /^[.!;]$/;
/** What a sentence or a step of a list begins after. */
const OPENER = /^[.!?;:*•–—]$/;
/** What follows a verb, and hardly a noun that opens a sentence. */
const SURE_OBJECT = /^(?:DET|NUM|PRON)$/;
/** What may follow either: "Whisk tahini.", "Press releases." */
const OBJECT = /^(?:NOUN|PROPN|ADJ)$/;
const ADVERBIAL = /^(?:ADP|ADV|DET|PRON|NUM)$/;
/** Sentences that may be instructions, one of them surely, from which on all are taken for such. */
const ENOUGH = 3;

/**
 * Tags of instructions, of whose verbs our tagger has seen few: an encyclopedia has none. What such a sentence begins with is
 * a verb if the sentence ends in a sign and has no other, and an article follows, or the text has several of them: "Press
 * releases." is none by itself. What follows a comma or "and" in one is a verb, too.
 *
 * @param tags (words) are changed
 */
export function correctImperatives(words: readonly string[], tags: string[]): void {
  const openings: number[] = [];
  let sure = 0;
  for (let at = 0; at + 1 < words.length; at++) {
    if (at > 0 && !OPENER.test(words[at - 1])) continue;
    const word = words[at].toLowerCase();
    // "Praise every gentle touch."
    if (!instructions.has(word) && !(tags[at + 1] === 'DET' && verbNouns.has(word))) continue;
    // "Mark Twain at home."
    if (/^\p{Lu}/u.test(words[at + 1])) continue;
    openings.push(at);
    if (tags[at] === 'VERB' || (SURE_OBJECT.test(tags[at + 1]) && isWholeSentence(words, tags, at))) sure++;
  }
  correctList(words, tags);
  const areInstructions = sure > 0 && openings.length >= ENOUGH;
  for (const at of openings) {
    const after = tags[at + 1];
    const mayBe =
      SURE_OBJECT.test(after) ||
      (areInstructions && (OBJECT.test(after) || isAdverbial(words, tags, at + 1) || /ed$/.test(words[at + 1])));
    if (tags[at] !== 'VERB' && mayBe && isWholeSentence(words, tags, at)) tags[at] = 'VERB';
    if (tags[at] === 'VERB') correctFollowing(words, tags, at);
  }
}

/** "Crumble feta, scatter coriander": a text of two items or more, each of which begins with a sure instruction and its object. */
function correctList(words: readonly string[], tags: string[]): void {
  const openings: number[] = [];
  for (let at = 0; at < words.length; at++) {
    if (ITEM_END.test(words[at]) || (at > 0 && !ITEM_END.test(words[at - 1]))) continue;
    if (!sureInstructions.has(words[at].toLowerCase()) || !OBJECT.test(tags[at + 1] ?? '')) return;
    openings.push(at);
  }
  if (openings.length >= 2) for (const at of openings) tags[at] = 'VERB';
}

/** "Drain the peas, and roast for an hour." */
function correctFollowing(words: readonly string[], tags: string[], first: number): void {
  for (let at = first + 1; at + 1 < words.length && !OPENER.test(words[at]); at++) {
    const follows = words[at - 1] === ',' || tags[at - 1] === 'CCONJ';
    if (follows && isAdverbial(words, tags, at + 1) && instructions.has(words[at])) tags[at] = 'VERB';
  }
}

const isAdverbial = (words: readonly string[], tags: readonly string[], at: number) =>
  ADVERBIAL.test(tags[at]) && words[at] !== 'of';

/** Whether a sentence has a sign at its end and no verb but those after "and", "to", a pronoun ("or it burns") or an article ("the chopped mint"). */
function isWholeSentence(words: readonly string[], tags: readonly string[], first: number): boolean {
  for (let at = first + 1; at < words.length; at++) {
    if (OPENER.test(words[at])) return SENTENCE_END.test(words[at]);
    if (tags[at] === 'SCONJ') return true;
    if (tags[at] === 'AUX' || (tags[at] === 'VERB' && !/^(?:CCONJ|DET|PART|PRON|PUNCT)$/.test(tags[at - 1])))
      return false;
  }
  return false;
}
