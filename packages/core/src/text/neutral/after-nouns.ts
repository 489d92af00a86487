/** Words before a noun, by language: articles, possessives, and prepositions, of which some have an article in them. */
const BEFORE_NOUNS: Readonly<Record<string, string>> = {
  fr: "le la les l' l’ un une des du de d' d’ au aux en mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces chaque quelques plusieurs",
  it: "il lo la gli le i l' l’ un uno una un' un’ del dello della dei degli delle dell' dell’ di nel nella nei nelle nell' nell’ al alla ai alle all' all’ dal dalla ogni",
  es: 'el la los las un una unos unas del de al en su sus mi mis este esta estos estas cada',
  pt: 'o a os as um uma uns umas do da dos das de no na nos nas num numa ao à aos às pelo pela pelos pelas seu sua seus suas este esta esse essa cada',
};
const WORD = /^\p{L}{3}/u;
/** Of peoples and places, which people choose alone: syrien, chinoise. */
const DEMONYM = /(?:(?:[ao]is|[ao]ise|ien|ienne)s?|esa|ese|esi|ol|ola|oles|olas|an[oaie]s?|eñ[oa]s?)$/;
/** Of Spanish and Portuguese, too; French participles end so. */
const IBERIAN_DEMONYM = /[éê]s$/;

const sets = new Map<string, ReadonlySet<string>>();
function setOf(name: string, words: string | undefined): ReadonlySet<string> {
  const known = sets.get(name) ?? new Set(words?.split(' '));
  sets.set(name, known);
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
  if (words[at - 1] !== ' ' || isDemonym(language, words[at]) || !WORD.test(words[at - 2] ?? '')) return false;
  const before = words[at - 3] === ' ' ? words[at - 4] : words[at - 3];
  return before !== undefined && setOf(language, BEFORE_NOUNS[language]).has(before.toLowerCase());
}

const isDemonym = (language: string, word: string) =>
  DEMONYM.test(word) || (language !== 'fr' && IBERIAN_DEMONYM.test(word));

/** Endings of nouns in the plural, and of adjectives in it that hardly any noun has. */
const PLURALS: Readonly<Record<string, readonly [noun: RegExp, adjective: RegExp]>> = {
  fr: [/[sx]$/, /.{2}(?:iaux|ales|iques|euses|ives|ées)$/],
  it: [/[ie]$/, /.{2}(?:ali|ari|iche|osi|ose|ivi|ive|ati|ate|iti|ite|uti|ute)$/],
  es: [/s$/, /.{2}(?:ales|[lm]ares|icos|icas|osos|osas|ivos|ivas|[ai]d[oa]s)$/],
  pt: [/s$/, /.{2}(?:ais|[lm]ares|icos|icas|osos|osas|ivos|ivas|[ai]d[oa]s)$/],
};

/**
 * Whether a word ends as adjectives in the plural do and follows a noun in the plural, be there an article or not: placas solares,
 * studi randomizzati.
 *
 * @param isPlainNoun whether another word is a noun and nothing else
 */
export function isPluralAfterNoun(
  language: string,
  words: readonly string[],
  at: number,
  isPlainNoun: (word: string) => boolean,
): boolean {
  const [noun, adjective] = PLURALS[language] ?? [];
  if (!adjective?.test(words[at]) || words[at - 1] !== ' ' || isDemonym(language, words[at])) return false;
  const before = words[at - 2] ?? '';
  return noun!.test(before) && isPlainNoun(before);
}

/** Articles and possessives that no verb follows, and prepositions with one in them; `la` may be a pronoun. */
const SURE_ARTICLES: Readonly<Record<string, string>> = {
  fr: 'un une du au aux mon ma mes ton ta tes son sa notre nos votre vos cet cette ces',
  it: "un uno una un' un’ il i del dello della dei degli delle dell' dell’ nel nella nei nelle nell' nell’ al alla ai alle all' all’ dal dalla sul sulla",
  es: 'el un una unos unas del al su sus mi mis',
};
/** What makes an article of those that are pronouns as well. */
const PREPOSITIONS: Readonly<Record<string, string>> = {
  es: 'de en con por para sobre a entre desde hasta sin contra bajo tras',
};
const OR_PRONOUNS = new Set(['la', 'los', 'las']);
/** Infinitives and numbers follow an article as well. */
const NO_NOUN = /(?:r|re|dici|nove|cento|mila|cient[oa]s|(?:quar|cinqu|sess|sett|ott|nov)anta)$/;

/**
 * Whether a word that a table has as a verb is a noun by the article before it and for want of a noun after it: un candado, de la ría.
 *
 * @param words with the blanks between them; elided articles are words
 * @param isNoun whether another word may be a noun
 */
export function isNounByArticle(
  language: string,
  words: readonly string[],
  at: number,
  isNoun: (word: string) => boolean,
): boolean {
  if (NO_NOUN.test(words[at]) || words[at - 1] !== ' ') return false;
  if (words[at + 1] === ' ' && isNoun(words[at + 2] ?? '')) return false;
  const article = (words[at - 2] ?? '').toLowerCase();
  if (setOf(`${language} articles`, SURE_ARTICLES[language]).has(article)) return true;
  const preposition = words[at - 3] === ' ' ? (words[at - 4] ?? '').toLowerCase() : '';
  return OR_PRONOUNS.has(article) && setOf(`${language} prepositions`, PREPOSITIONS[language]).has(preposition);
}
