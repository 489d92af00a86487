import { countryStems, stemOfWords } from '../text/neutral/countries.js';
import { CASES, type WordForms } from '../text/neutral/word-forms.js';
import type { TextAnalysis } from './analyze-text.js';

const CAPITAL = /^\p{Lu}/u;
/** Roles that go with a place or an institution before the name of a person, where prepositions tie them. */
const ROLE =
  /^(?:pr[eé]sident[ea]?|premier|ministr[eoa]?|minister|maire|alcalde(?:sa)?|sindac[oa]|prefeit[oa]|burgemeester|gouverneure?|gobernadora?|governadora?|governatore|direct(?:eur|rice|ora?)|dirett(?:ore|rice)|diretora?|secr[eé]t[aá](?:ire|ri[oa])|segretari[oa]|chefe?|roi|reine|rey|reina|re|regina|rei|rainha|koning|koningin|chancelière?|canciller|cancellier[ea]|chanceler|ambassadeur|ambassadrice|embajadora?|embaixadora?|ambasciat(?:ore|rice))$/;
/** Small words that are no links by themselves. */
const OF = new Set(['van', "d'", 'd’', "dell'", 'dell’', "l'", 'l’', 'la', 'los', 'las']);
/** Words of the name of a country, at most. */
const LONGEST = 3;

/**
 * Where the name of a person begins right after a place or an institution: el presidente de Francia | Emmanuel Macron, Индии |
 * Нарендрой Моди, ministre de la Justice | Alain Dupré.
 *
 * @param mayBeNamed whether a token may be a word of a name, but for its capital
 * @param isBeside whether nothing but a blank comes between a token and the one before it
 */
export function personsOfPlaces(
  language: string,
  { text, tokens }: TextAnalysis,
  mayBeNamed: (token: number) => boolean,
  isBeside: (token: number) => boolean,
  formsOf?: WordForms,
): ReadonlySet<number> {
  const countries = countryStems(language);
  const isNamed = (t: number) => t < tokens.length && CAPITAL.test(text[tokens[t].start]) && mayBeNamed(t);
  const found = new Set<number>();
  for (let first = 0; first < tokens.length; first++) {
    if (!isNamed(first)) continue;
    let last = first;
    while (isNamed(last + 1) && isBeside(last + 1)) last++;
    // A person has two names, but for those that stand in another case than a country does.
    for (let start = first; start < last; start++) {
      const end = endOfCountry(start, last);
      if (end === undefined) continue;
      if (last - end >= 2 || isDeclined(end)) found.add(end + 1);
      break;
    }
    if (last - first === 2 && isOfRole(first)) found.add(first + 1);
    first = last;
  }
  return found;

  function endOfCountry(start: number, last: number): number | undefined {
    for (let end = Math.min(start + LONGEST, last) - 1; end >= start; end--) {
      const words = tokens.slice(start, end + 1).map(({ word }) => word);
      const nominatives = words.map((word) => formsOf?.(word)[0]?.nominative ?? word);
      const isCountry = [words, nominatives].some((some) => countries.has(stemOfWords(language, some)));
      if (isCountry && (language !== 'de' || words.at(-1)!.endsWith('s'))) return end;
    }
    return undefined;
  }

  function isDeclined(end: number): boolean {
    const readings = formsOf?.(tokens[end].word) ?? [];
    return readings.length > 0 && readings.every(({ cases }) => (cases & CASES.nominative) === 0);
  }

  function isOfRole(first: number): boolean {
    let before = first - 1;
    while (before >= 0 && (tokens[before].partOfSpeech?.endsWith(':link') || OF.has(tokens[before].word))) before--;
    return before >= 0 && before < first - 1 && ROLE.test(tokens[before].word);
  }
}
