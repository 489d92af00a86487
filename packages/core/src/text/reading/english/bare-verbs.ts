import { verbNouns } from '../../verb-nouns.js';
import type { Surroundings } from './surroundings.js';

/** Verbs without an object that compounds hardly ever end in: "makes the heel ache"; "made the price increase" may be a noun. */
const happenings: ReadonlySet<string> = new Set(
  `
    ache bark blink boil bounce bubble buckle buzz chirp clatter collapse crackle creak crumble curl droop fade fizz flake
    flap flicker freeze gleam glow growl gurgle heal hiss howl itch leap limp melt moan peel purr rattle ripple roar rot rust
    sag shake shiver shrink sizzle sleep snore sparkle sprout squeak squeal sting stink stumble sweat swell tingle tremble
    twitch vibrate wake whine whistle wilt wobble
  `
    .trim()
    .split(/\s+/),
);
/** What is let happen, in recipes above all. */
const lettable: ReadonlySet<string> = new Set([
  ...verbNouns,
  ...'cool dry go know proof prove rest rise run settle simmer sit stand steep thaw'.split(' '),
]);
/** Which verbs may follow the noun phrase after a word, and whether it is one that asks. */
interface Opener {
  readonly verbs: ReadonlySet<string>;
  readonly asks: boolean;
}
const openers = new Map<string, Opener>();
const add = (words: string, opener: Opener) => {
  for (const word of words.split(' ')) openers.set(word, opener);
};
add('do does did can could will would should must may might', { verbs: verbNouns, asks: true });
add('let lets letting help helps helped helping watch watched watches watching', { verbs: lettable, asks: false });
add('make makes made making see sees saw seeing hear hears heard hearing feel feels felt feeling', {
  verbs: happenings,
  asks: false,
});

const QUESTION = /^(?:how|what|why|when|where)$/;
const OF_NOUNS = /^(?:NOUN|PROPN|ADJ|VERB)$/;
/** What may follow a verb that is the last word of a run of nouns. */
const AFTER_VERB = /^(?:PUNCT|ADP|ADV|DET|PRON|PART|CCONJ|SCONJ|NUM|)$/;
/** Words of a noun phrase, or of the rest of a question, at most. */
const LONGEST = 20;

/**
 * Tags of verbs without an ending that our tagger takes for the last noun of the phrase before them: "Why do the wires
 * snap?", "let the dough rest", "makes the heel ache". The tags of the surroundings are changed.
 */
export function correctBareVerbs(around: Surroundings): void {
  const { tags } = around;
  for (let at = 0; at + 2 < tags.length; at++) {
    const opener = openers.get(around.word(at));
    if (!opener || !/^(?:DET|PRON)$/.test(tags[at + 1])) continue;
    if (opener.asks ? !opensQuestion(around, at) : tags[at] !== 'VERB') continue;
    let last = at + 2;
    while (last < at + LONGEST && OF_NOUNS.test(tags[last + 1] ?? '') && around.follows(last + 1)) last++;
    const isVerb =
      last > at + 2 &&
      opener.verbs.has(around.word(last)) &&
      AFTER_VERB.test(tags[last + 1] ?? '') &&
      around.word(last + 1) !== 'of' &&
      !(opener.asks && hasVerbAfter(around, last + 1));
    if (!isVerb) continue;
    tags[last] = 'VERB';
    if (tags[last - 1] === 'ADJ') tags[last - 1] = 'NOUN';
  }
}

/** "Does the", "why do the": no subject is before it. */
const opensQuestion = (around: Surroundings, at: number) =>
  at === 0 || around.tags[at - 1] === 'PUNCT' || QUESTION.test(around.word(at - 1));

/** "Does the fire alarm in the hall work?" */
function hasVerbAfter(around: Surroundings, from: number): boolean {
  for (let at = from; at < Math.min(around.tags.length, from + LONGEST) && !/^[.?!;]$/.test(around.word(at)); at++)
    if (around.tags[at] === 'VERB' || around.tags[at] === 'AUX' || verbNouns.has(around.word(at))) return true;
  return false;
}
