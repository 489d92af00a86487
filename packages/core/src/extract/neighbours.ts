import { newIntegers } from '../text/scratch.js';
import type { Token } from '../text/tokenizer.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Span } from './candidate.js';

/**
 * What the tokens beside an occurrence tell: that it is torn from a longer phrase, a detail that is counted or listed, or what
 * a sentence speaks of. In the order of the bits of {@link neighboursOf}: first those of the token before, then of the one after.
 */
export const neighbourTerms = [
  { name: 'tornBefore', meaning: 'share of its occurrences that follow a noun directly' },
  { name: 'counted', meaning: 'share of its occurrences after a number' },
  { name: 'object', meaning: 'share of its occurrences after a verb' },
  { name: 'prepositional', meaning: 'share of its occurrences after a preposition other than of' },
  { name: 'genitive', meaning: 'share of its occurrences after of or 的' },
  { name: 'definite', meaning: 'share of its occurrences after the' },
  { name: 'possessed', meaning: 'share of its occurrences after my, her, their and the like' },
  { name: 'afterComma', meaning: 'share of its occurrences after a comma' },
  { name: 'listed', meaning: 'share of its occurrences beside 、' },
  { name: 'tornAfter', meaning: 'share of its occurrences that a noun follows directly' },
  { name: 'subject', meaning: 'share of its occurrences that a verb follows directly' },
] as const;

const bit = Object.fromEntries(neighbourTerms.map(({ name }, at) => [name, 1 << at])) as Record<
  (typeof neighbourTerms)[number]['name'],
  number
>;
/** Bits that a token has by the one after it. */
const AFTER = bit.tornAfter | bit.subject;
const LISTED_AFTER = 1 << neighbourTerms.length;

/** What a tag says of a token beside an occurrence, for the two sides. */
interface Side {
  readonly before: number;
  readonly after: number;
}
const SIDES: readonly (readonly [RegExp, Side])[] = [
  [/^(n|vn|eng|NOUN|PROPN)/, { before: bit.tornBefore, after: bit.tornAfter }],
  [/^(v|VERB)/, { before: bit.object, after: bit.subject }],
  [/^AUX/, { before: 0, after: bit.subject }],
  [/^([mq]|NUM)/, { before: bit.counted, after: 0 }],
  [/^(p|ADP)/, { before: bit.prepositional, after: 0 }],
];
const NOTHING: Side = { before: 0, after: 0 };

/** There are few tags, and many tokens have each. */
const sides = new Map<string, Side>();

function sideOf(tag: string): Side {
  let side = sides.get(tag);
  if (!side) {
    side = SIDES.find(([tags]) => tags.test(tag))?.[1] ?? NOTHING;
    sides.set(tag, side);
  }
  return side;
}

/** What a word says of an occurrence after it, whatever its tag. */
const wordsBefore = new Map([
  ['of', bit.genitive],
  ['的', bit.genitive],
  ['the', bit.definite],
  [',', bit.afterComma],
  ['，', bit.afterComma],
  ['、', bit.listed],
  ...['my', 'your', 'his', 'her', 'its', 'our', 'their'].map((word) => [word, bit.possessed] as const),
]);

/** Characters of such a word, at most. */
const LONGEST = 5;

/** (tokens) the bits of {@link neighbourTerms} for what begins, and for what ends, at each token. */
export function neighboursOf({ text, tokens }: TextAnalysis): Int32Array {
  const bits = newIntegers(tokens.length);
  let before = tokens[0];
  let side = NOTHING;
  for (let t = 0; t < tokens.length; t++) {
    const token = tokens[t];
    const own = sideOf(token.partOfSpeech ?? '');
    if (t > 0) {
      const isTouched = touch(text, before, token);
      // Content words are longer than most of those that say something by themselves.
      const word = before.word.length <= LONGEST ? wordsBefore.get(before.word) : undefined;
      if (word === undefined) {
        if (isTouched) bits[t] |= side.before;
      } else {
        bits[t] |= word;
        if (word === bit.listed && t > 1) bits[t - 2] |= LISTED_AFTER;
        if (word === bit.definite && t > 1 && tokens[t - 2].word === 'of') bits[t] |= bit.genitive;
      }
      if (isTouched) bits[t - 1] |= own.after;
    }
    before = token;
    side = own;
  }
  return bits;
}

/** Whether nothing but a space is between two tokens. */
const touch = (text: string, { end }: Token, { start }: Token) =>
  start === end || (start === end + 1 && text.charCodeAt(end) === 0x20);

/**
 * Adds the shares of {@link neighbourTerms} of a candidate, one to a column.
 *
 * @param columns (…, n); the terms are from column `from` on, where nothing is yet
 */
export function fillByNeighbours(
  columns: Float64Array,
  n: number,
  from: number,
  c: number,
  spans: readonly Span[],
  bits: Int32Array,
): void {
  for (let s = 0; s < spans.length; s++) {
    const { first, last } = spans[s];
    let found = (bits[first] & ~AFTER) | (bits[last] & AFTER);
    if (bits[last] & LISTED_AFTER) found |= bit.listed;
    // Few bits are set of most.
    for (; found !== 0; found &= found - 1)
      columns[n * (from + 31 - Math.clz32(found & -found)) + c] += 1 / spans.length;
  }
}
