import { countryStems, stemOfWords } from '../text/neutral/countries.js';
import { CASES, type WordForms } from '../text/neutral/word-forms.js';
import type { TextAnalysis } from './analyze-text.js';

const CAPITAL = /^\p{Lu}/u;
/** Roles that go with a place or an institution before the name of a person, where prepositions tie them. */
const ROLE =
  /^(?:pr[eé]sident[ea]?|premier|ministr[eoa]?|minister|maire|alcalde(?:sa)?|sindac[oa]|prefeit[oa]|burgemeester|gouverneure?|gobernadora?|governadora?|governatore|direct(?:eur|rice|ora?)|dirett(?:ore|rice)|diretora?|secr[eé]t[aá](?:ire|ri[oa])|segretari[oa]|chefe?|roi|reine|rey|reina|re|regina|rei|rainha|koning|koningin|chancelière?|canciller|cancellier[ea]|chanceler|ambassadeur|ambassadrice|embajadora?|embaixadora?|ambasciat(?:ore|rice))$/;
/** Small words that are no links by themselves. */
const OF = new Set(['van', "d'", 'd’', "dell'", 'dell’', "l'", 'l’', 'la', 'los', 'las']);
/** Words that open the name of a place of two: San Sebastián, New York, São Paulo. */
const OPENS_PLACE =
  /^(?:san(?:t[ao])?|sint|sainte?|são|new|nuev[ao]|nov[ao]|nuova|los|las|la|le|el|den|port|porto|puerto|r[ií]o|buenos|belo|gran|monte?|fort|villa|ciudad)$/;
const HYPHEN = /^[-‐‑]$/;
/** (tokens) How far before a name its role is searched, at most. */
const FAR = 8;
/** Words of the name of a country, at most. */
const LONGEST = 3;

/** What is known of where places end and persons begin. */
export interface PersonsOfPlaces {
  /** Tokens that begin the name of a person. */
  readonly begins: ReadonlySet<number>;
  /** Tokens of a place and a person of which nothing tells where the one ends: Reggio Emilia Marco Massari, Madrid José Luis Ferrer. */
  readonly unsure: ReadonlySet<number>;
}

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
): PersonsOfPlaces {
  const countries = countryStems(language);
  const isCapital = (t: number) => CAPITAL.test(text[tokens[t]?.start] ?? '');
  const isNamed = (t: number) => isCapital(t) && mayBeNamed(t);
  const isOf = (t: number) => tokens[t]?.partOfSpeech?.endsWith(':link') || OF.has(tokens[t]?.word);
  const begins = new Set<number>();
  const unsure = new Set<number>();
  for (let first = 0; first < tokens.length; first++) {
    if (!isNamed(first)) continue;
    let last = first;
    while (isNamed(last + 1) && isBeside(last + 1)) last++;
    // A person has two names, but for those that stand in another case than a country does.
    let end: number | undefined;
    for (let start = first; start < last && end === undefined; start++) end = endOfCountry(start, last);
    if (end !== undefined && (last - end >= 2 || isDeclined(end))) begins.add(end + 1);
    else if (language === 'pl' && last - first === 2 && isAfterHyphen(first)) begins.add(first + 1);
    else if (last - first >= 2) partAfterRole(first, last);
    first = last;
  }
  return { begins, unsure };

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

  /** Whether a token goes on a name: Zdroju of Jastrzębia-Zdroju; of Polish persons only the last name has a hyphen. */
  function isAfterHyphen(t: number): boolean {
    return HYPHEN.test(tokens[t - 1]?.word) && isCapital(t - 2);
  }

  function partAfterRole(first: number, last: number): void {
    let place = first;
    // Nueva of Nueva York may be a stop word, Royaume-Uni is of two tokens.
    if (isCapital(place - 1) && isBeside(place)) place--;
    while (isAfterHyphen(place)) place -= 2;
    const role = roleBefore(place);
    if (role === undefined) return;
    const opens = OPENS_PLACE.test(tokens[place].word);
    const person = first + (opens && place === first ? 2 : 1);
    const isOneWord = opens || place === first || !isBeside(first);
    if (role === 'near' && isOneWord && last - person === 1) begins.add(person);
    else for (let t = first; t <= last; t++) unsure.add(t);
  }

  /** Whether a role is tied to what begins at a token, itself or by other names: prefeito do Rio de Janeiro. */
  function roleBefore(place: number): 'near' | 'far' | undefined {
    if (!isOf(place - 1)) return undefined;
    let found: 'near' | 'far' = 'near';
    for (let t = place - 1; t >= Math.max(0, place - FAR); t--) {
      if (isOf(t)) continue;
      if (ROLE.test(tokens[t].word)) return isOf(t + 1) ? found : undefined;
      if (!isCapital(t)) return undefined;
      found = 'far';
    }
    return undefined;
  }
}
