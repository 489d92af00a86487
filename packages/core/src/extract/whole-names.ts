import { lightStem } from '../text/neutral/stem.js';
import type { TextAnalysis } from './analyze-text.js';
import type { PhraseRule } from './candidate.js';

const CAPITAL = /^\p{Lu}/u;
const ACRONYM = /^\p{Lu}{2,5}$/u;
/** Of a word with a hyphen, whose parts are no keywords. */
const HYPHEN = /[-‐‑]/;
const IN_SENTENCE = /^[\p{L}\p{N},'’()«"„“-]/u;
/** Words of a name, at most; longer runs of capitals are headlines. */
const LONGEST = 4;

/**
 * Parts of a name that the text never says without the rest are no keywords: Foods of Naranjal Foods, Castaing of Olivier
 * Castaing. In German, whose nouns have capitals too, only acronyms before a name and the
 * parts of a firm: TSV of TSV Wernau, Lenz of Hartwig & Lenz.
 *
 * @param mayBeNamed whether a token may be a word of a name, but for its capital
 * @param isBeside whether nothing but a blank comes between a token and the one before it
 */
export function wholeNamesRule(
  language: string,
  { text, tokens }: TextAnalysis,
  mayBeNamed: (token: number) => boolean,
  isBeside: (token: number) => boolean,
): PhraseRule {
  const stems = tokens.map(({ word }) => lightStem(language, word));
  const isNamed = (t: number) => {
    if (t >= tokens.length) return false;
    const { start, end, word } = tokens[t];
    if (word === '&' && tokens[t].partOfSpeech?.endsWith(':link')) return true;
    if (!mayBeNamed(t)) return false;
    return CAPITAL.test(text[start]) && !HYPHEN.test(text.slice(start - 1, start) + text.slice(end, end + 1));
  };
  /** (tokens) where the run of capitals begins and ends that a token is in; apart from longer runs. */
  const runs = tokens.map((_, t) => ({ first: t, last: t }));
  for (let first = 0; first < tokens.length; first++) {
    if (!isNamed(first)) continue;
    let last = first;
    while (isNamed(last + 1) && isBeside(last + 1)) last++;
    if (last - first < LONGEST) for (let t = first; t <= last; t++) runs[t] = { first, last };
    first = last;
  }
  const placesOf = new Map<string, number[]>();
  for (const [t, stem] of stems.entries()) {
    const found = placesOf.get(stem);
    if (found) found.push(t);
    else placesOf.set(stem, [t]);
  }
  /** Where the words from one token to another are said, at their first; searched at the rarest of them. */
  function places(first: number, last: number): number[] {
    let rarest = first;
    for (let t = first + 1; t <= last; t++)
      if (placesOf.get(stems[t])!.length < placesOf.get(stems[rarest])!.length) rarest = t;
    return placesOf
      .get(stems[rarest])!
      .map((at) => at - (rarest - first))
      .filter((at) => {
        for (let t = first; t <= last; t++) if (stems[at + t - first] !== stems[t]) return false;
        return true;
      });
  }
  const isOne = (found: readonly (string | undefined)[]) =>
    found[0] !== undefined && found.every((one) => one === found[0]);
  function isPart(first: number, last: number): boolean {
    const isAcronym = first === last && ACRONYM.test(text.slice(tokens[first].start, tokens[first].end));
    const opens = runs[first].first < first;
    const isOfFirm = tokens[first - 1]?.word === '&' || tokens[last + 1]?.word === '&';
    if (language === 'de' && !isOfFirm && (!isAcronym || opens)) return false;
    const at = places(first, last);
    // What begins a sentence may be none of the name after it: Trener Marek Wojtowicz, Vakbond FNV.
    const isOpening = (t: number) =>
      (first < last || isAcronym) && t - 1 === runs[t].first && !IN_SENTENCE.test(tokens[t - 2]?.word ?? '');
    const before = at.map((t) => (runs[t].first < t && !isOpening(t) ? stems[t - 1] : undefined));
    const after = at.map((t) => t + last - first).map((t) => (runs[t].last > t ? stems[t + 1] : undefined));
    return isOne(before) || isOne(after);
  }
  const known = new Map<string, boolean>();
  return (first, last) => {
    if (runs[first].first === first && runs[last].last === last) return true;
    const words = stems.slice(first, last + 1).join(' ');
    const found = known.get(words) ?? isPart(first, last);
    known.set(words, found);
    return !found;
  };
}
