import type { WordClasses } from './word-classes.js';

/** Past tenses that tables have of no verb: prees, verloor. */
const PAST =
  /^(?:ver|be|ont|ge|her)?(?:prees|gaf|nam|bood|koos|vroor|loor|kroop|dronk|vond|zong|klom|zwom|gon|schonk|stonk|hing|ving|ging|hield|liep|riep|sliep|blies|liet|droeg|sloeg|groef|joeg|vroeg|wierp|stierf|zwierf|hielp|bleef|schreef|dreef|kreeg|zweeg|leek|keek|sneed|leed|gleed|schreed|smeet|scheen|dween|kneep|rees|sprak|trok|schrok|kwam|deed|stond|bracht|dacht|kocht|zocht)$/;
/** Those that nouns are, too. */
const PAST_OR_NOUN =
  /^(?:sloot|goot|schoot|sprong|bond|genoot|greep|streek|beet|week|sleep|las|brak|stak|stal|mat|won|wees|steeg|zat|lag)$/;
/** What ends so is a verb, if its infinitive is known: knippert, wandelt; but not concert, dessert. */
const FREQUENTATIVE = /[^aeiou]e[lr]t$|eert$/;
/** Words before a noun, and those that an object begins with. */
const ARTICLES = new Set('de het een zijn haar hun mijn ons onze dit dat deze die'.split(' '));
/** Subjects, beside which a verb is, and hardly ever a noun. */
const SUBJECTS = new Set('ik hij wij we jij men'.split(' '));
/** What instructions go on with beside a noun: Drink genoeg, Geef 's ochtends water. */
const AFTER_IMPERATIVE = new Set("genoeg altijd nooit eerst wat minstens voldoende dan 's ’s ' ’".split(' '));
const BEGINS = /^(?:en|of|[,;:])$/;
const SMALL = /^\p{Ll}/u;

/**
 * Whether a Dutch word is a verb by its place: an instruction (Koop melk), before its subject (raad ik), between a noun and an
 * article (De brandweer sloot de straat), after `het` (als het regent), or a past tense whatever its place.
 *
 * @param words with the blanks between them
 * @param isFirst whether it comes first in a sentence and has a capital
 */
export function isDutchVerb(
  words: readonly string[],
  at: number,
  isFirst: boolean,
  classOf: WordClasses,
  isKnown: (word: string) => boolean,
  stopWords: ReadonlySet<string>,
): boolean {
  const word = words[at].toLowerCase();
  const beside = (step: number) => (words[at + Math.sign(step)] === ' ' ? (words[at + step] ?? '').toLowerCase() : '');
  const [two, next] = [beside(-2), beside(2)];
  const isVerb = (infinitive: string) => isKnown(infinitive) && /other|adjective/.test(classOf(infinitive));
  if (PAST.test(word)) return true;
  if (PAST_OR_NOUN.test(word))
    return (
      ARTICLES.has(next) && two !== '' && classOf(two) === 'noun' && ARTICLES.has((words[at - 4] ?? '').toLowerCase())
    );
  if (two === 'het' && word.endsWith('t') && isVerb(`${word.slice(0, -1)}en`)) return true;
  if (FREQUENTATIVE.test(word) && isVerb(`${word.slice(0, -1)}en`)) return true;
  if (!infinitivesOf(word).some(isVerb)) return false;
  // Compounds are one word, so of three nouns in a row the second is a verb: elke sluiting kost kwekers geld.
  if (SMALL.test(words[at]) && isPlainNoun(two) && isPlainNoun(next)) return true;
  if (SUBJECTS.has(next) || (SUBJECTS.has(two) && !SMALL.test(words[at - 2]))) return true;
  const begins = isFirst || BEGINS.test(words[at - 2] ?? '') || BEGINS.test(words[at - 1] ?? '');
  const object = words[at + 2] ?? '';
  return begins && (AFTER_IMPERATIVE.has(next) || (SMALL.test(object) && !ARTICLES.has(next) && isPlainNoun(next)));

  function isPlainNoun(other: string): boolean {
    return other.length > 2 && !stopWords.has(other) && classOf(other) === 'noun' && !PAST_OR_NOUN.test(other);
  }
}

/** Infinitives that a stem may have: koop kopen, geef geven, pak pakken, strooi strooien. */
function infinitivesOf(stem: string): string[] {
  const last = stem.at(-1)!;
  const voiced = last === 'f' ? 'v' : last === 's' ? 'z' : last;
  const short = /(?:aa|ee|oo|uu).$/.test(stem) ? stem.slice(0, -2) : stem.slice(0, -1);
  return [`${stem}en`, `${short}${last}en`, `${short}${voiced}en`, `${stem}${last}en`];
}
