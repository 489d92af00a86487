/** Endings of participles, and of the infinitives they are of. */
const PARTICIPLES: Readonly<Record<string, readonly [participle: RegExp, infinitives: readonly string[]]>> = {
  fr: [/ée?s?$/, ['er']],
  es: [/[aií]d[oa]s?$/, ['ar', 'er', 'ir']],
  it: [/[aiu]t[oaie]$/, ['are', 'ere', 'ire']],
  pt: [/[aií]d[oa]s?$/, ['ar', 'er', 'ir']],
};
/** Prepositions that say by what, where or when something was done. */
const AFTER: Readonly<Record<string, string>> = {
  fr: 'à au aux par en sur sous dans depuis pour avec contre',
  es: 'por en al con desde para detrás entre bajo sobre',
  it: "da dal dalla dai dagli dalle dall' dall’ in nel nella nei nelle nell' nell’ al alla per con su sul sulla tra",
  pt: 'por pelo pela pelos pelas em no na nos nas ao à para com desde há sob entre',
};
/** Words within which a clause that opens a sentence ends. */
const CLAUSE = 8;
const SENTENCE_END = /[.!?:;\n]/;

const prepositions = new Map(Object.entries(AFTER).map(([language, words]) => [language, new Set(words.split(' '))]));

/**
 * Whether a word is a participle by its place, be there a noun that is spelt so or not: without an article after a comma and before a
 * preposition (le bassin, réparé par la ville; o projeto, orçado em três milhões), or so at the beginning of a sentence that goes on
 * after a comma (Menées à la pause, les joueuses).
 *
 * @param words with the blanks between them; elided articles are words
 */
export function isBareParticiple(
  language: string,
  words: readonly string[],
  at: number,
  isKnown: (word: string) => boolean,
): boolean {
  const [ending, infinitives] = PARTICIPLES[language] ?? [];
  const word = words[at].toLowerCase();
  if (!ending?.test(word) || words[at + 1] !== ' ') return false;
  if (!prepositions.get(language)!.has(words[at + 2]?.toLowerCase() ?? '')) return false;
  const stem = word.replace(ending, '');
  if (isKnown(word) && !infinitives!.some((end) => isKnown(stem + end))) return false;
  const before = words[at - 1] === ' ' ? words[at - 2] : words[at - 1];
  if (before === ',') return true;
  if (before !== undefined && !SENTENCE_END.test(before)) return false;
  const clause = words.slice(at + 3, at + 2 * CLAUSE);
  const end = clause.findIndex((one) => one === ',' || SENTENCE_END.test(one));
  return end > 0 && clause[end] === ',' && clause[end + 1] === ' ';
}
