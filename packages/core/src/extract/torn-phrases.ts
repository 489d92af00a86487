import type { TextAnalysis } from './analyze-text.js';
import type { PhraseRule } from './candidate.js';

const CAPITAL = /^\p{Lu}/u;
const SMALL_WORD = /^\p{Ll}{4}/u;
/** Links without an article. */
const BARE_LINKS = new Set(['de', "d'", 'd’', 'di', '-']);
/** Words of a phrase, at most. */
const LONGEST = 4;

/**
 * Romance phrases that go on with a name, or begin within another phrase, are cuttings: équipe de l'hôpital of équipe de l'hôpital Necker,
 * Investigadores do Instituto of Instituto de Medicina Molecular, junina da rua of festa junina da rua.
 *
 * @param mayBeNoun whether a token is known as nothing but a noun
 * @param isLink whether a token ties two others
 * @param isBeside whether nothing but a blank comes between a token and the one before it
 */
export function wholePhrasesRule(
  { text, tokens }: TextAnalysis,
  mayBeNoun: (token: number) => boolean,
  isLink: (token: number) => boolean,
  isBeside: (token: number) => boolean,
): PhraseRule {
  const isCapital = (t: number) => t < tokens.length && CAPITAL.test(text[tokens[t].start]);
  const isNamed = (t: number) => isCapital(t) && mayBeNoun(t) && isBeside(t);
  return (first, last) => {
    if (first === last) return true;
    const isWithin = isBeside(first) && mayBeNoun(first - 1) && SMALL_WORD.test(text.slice(tokens[first - 1].start));
    if (isLink(first + 1) && !isCapital(first) && isWithin) return false;
    // L'hôpital is one that has a name, but fabricant de jouets Merlin is whole without it.
    if (!isCapital(last)) return !(isNamed(last + 1) && isLink(last - 1) && !BARE_LINKS.has(tokens[last - 1].word));
    let next = last + 1;
    while (next < tokens.length && isLink(next)) next++;
    // Of what is too long for a phrase a part is better than nothing: Câmara Municipal of Câmara Municipal de Vila Serena.
    if (next === last + 1 || !isCapital(next)) return true;
    while (isNamed(next + 1)) next++;
    return isCapital(first) && next - first >= LONGEST;
  };
}
