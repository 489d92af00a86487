/** Words before a noun, by language: articles, possessives, and prepositions, of which some have an article in them. */
const BEFORE_NOUNS: Readonly<Record<string, string>> = {
  fr: "le la les l' l’ un une des du de d' d’ au aux en mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces chaque quelques plusieurs",
  it: "il lo la gli le i l' l’ un uno una un' un’ del dello della dei degli delle dell' dell’ di nel nella nei nelle nell' nell’ al alla ai alle all' all’ dal dalla ogni",
  es: 'el la los las un una unos unas del de al en su sus mi mis este esta estos estas cada',
  pt: 'o a os as um uma uns umas do da dos das de no na nos nas num numa ao à aos às pelo pela pelos pelas seu sua seus suas este esta esse essa cada',
};
const WORD = /^\p{L}{3}/u;
/** Of peoples and places, which people choose alone: syrien, chinoise. */
const DEMONYM = /(?:(?:[ao]is|[ao]ise|ien|ienne)s?|és|ês|esa|ese|esi|ol|ola|oles|olas|an[oaie]s?|eñ[oa]s?)$/;

const sets = new Map<string, ReadonlySet<string>>();
function beforeNouns(language: string): ReadonlySet<string> {
  const known = sets.get(language) ?? new Set(BEFORE_NOUNS[language]?.split(' '));
  sets.set(language, known);
  return known;
}

/**
 * Whether a word follows an article or preposition and a noun with nothing between: in Romance languages, which tie nouns by a
 * preposition, it is then an adjective (la peça gasta), a verb (la empresa culpa) or the lesser part of a name (carriles bici), be
 * there a noun that is spelt so or not.
 *
 * @param words with the blanks between them; elided articles are words
 */
export function isAfterNoun(language: string, words: readonly string[], at: number): boolean {
  if (words[at - 1] !== ' ' || DEMONYM.test(words[at]) || !WORD.test(words[at - 2] ?? '')) return false;
  const before = words[at - 3] === ' ' ? words[at - 4] : words[at - 3];
  return before !== undefined && beforeNouns(language).has(before.toLowerCase());
}
