/**
 * Verbs that instructions begin with, most of which are nouns elsewhere: "Whisk the eggs", "Drain. Toss with oil". Chosen by
 * eye from recipes, manuals and help pages.
 */
const instructions: ReadonlySet<string> = new Set(
  `
    add adjust apply arrange assemble attach avoid bake baste beat bend blend blitz boil bring brown brush bury check chill
    chop clean click clip close coat combine connect cook cool cover crush cut deselect dip disconnect discard dissolve
    download drag drain drill drizzle drop dry dust enter fill flip fold freeze fry garnish glue grate grease grill grind
    hammer hang heat hold insert install keep knead ladle lay leave level lift line loosen lower marinate mark mash measure
    melt microwave mix mount open pack paint pat peel pierce pinch place plug poach pour preheat press prick prune pull
    purée push put reboot refrigerate remove repeat replace restart rinse roast roll rub sand saute sauté scatter scoop
    screw scroll seal sear select serve set shake shave shred sieve sift simmer skewer slice slide smear smooth snap soak
    spoon spray spread sprinkle squeeze staple steam steep stir store strain stretch strip stuff swipe take tap taste tear
    thread tighten tilt toast top toss transfer trim turn twist unplug upload use wait warm wash water wear wet whip whisk
    wipe wrap
  `
    .trim()
    .split(/\s+/),
);
const SENTENCE_END = /^[.!;]$/;
/** What a sentence or a step of a list begins after. */
const OPENER = /^[.!?;:*•–—]$/;
/** What may follow a verb: an object, or how and where. */
const OBJECT = /^(?:NOUN|PROPN|ADJ|DET|NUM|PRON)$/;
const ADVERBIAL = /^(?:ADP|ADV|DET|PRON|NUM)$/;

/**
 * Tags of instructions, of whose verbs our tagger has seen few: an encyclopedia has none. What such a sentence begins with is
 * a verb if the sentence ends in a sign and has no other; so is what follows a comma or "and" in it.
 *
 * @param tags (words) are changed
 */
export function correctImperatives(words: readonly string[], tags: string[]): void {
  let isInstruction = false;
  for (let at = 0; at + 1 < words.length; at++) {
    const opens = at === 0 || OPENER.test(words[at - 1]);
    if (opens) isInstruction = false;
    const isGoingOn = isInstruction && (words[at - 1] === ',' || tags[at - 1] === 'CCONJ');
    if (!(opens || isGoingOn) || !instructions.has(words[at].toLowerCase())) continue;
    const after = tags[at + 1];
    const isVerb = isGoingOn
      ? ADVERBIAL.test(after) && words[at + 1] !== 'of'
      : (OBJECT.test(after) || /ed$/.test(words[at + 1]) || (after === 'ADP' && words[at + 1] !== 'of')) &&
        isWholeSentence(words, tags, at);
    if (tags[at] !== 'VERB' && isVerb) tags[at] = 'VERB';
    if (tags[at] === 'VERB') isInstruction = true;
  }
}

/** Whether a sentence has a sign at its end and no verb but those after "and" and "to". */
function isWholeSentence(words: readonly string[], tags: readonly string[], first: number): boolean {
  for (let at = first + 1; at < words.length; at++) {
    if (OPENER.test(words[at])) return SENTENCE_END.test(words[at]);
    if (tags[at] === 'SCONJ') return true;
    if (tags[at] === 'AUX' || (tags[at] === 'VERB' && !/^(?:CCONJ|PART|PUNCT)$/.test(tags[at - 1]))) return false;
  }
  return false;
}
