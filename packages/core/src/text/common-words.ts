/** Letters beside a to z that the languages of the table write; others speak against a language. */
const LETTERS: Readonly<Record<string, string>> = {
  en: '',
  de: 'äöüß',
  fr: 'àâæçéèêëîïôœùûüÿ',
  es: 'áéíóúüñ',
  it: 'àèéìíòóù',
  pt: 'áâãàçéêíóôõú',
  nl: 'éëïóöüèê',
  pl: 'ąćęłńóśźż',
};
/** What a letter that a language has not takes off, in nats; the score of a detector from 0 to 1 gives; English is given. */
const STRANGE = 4;
const BY_DETECTOR = 12;
const ENGLISH = 1;
/** What a word that a list has not is rarer than its last, in nats. */
const UNKNOWN = 2;
/** Rank down to which a word with a capital counts, among others: headlines are full of names from everywhere. */
const NAMES = 500;
/** Words from which on that holds: of two the noun may be one. */
export const SEVERAL = 3;
const WORD = /\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*/gu;

/** The words of a text, those with a hyphen whole. */
export const wordsIn = (text: string): readonly string[] => text.match(WORD) ?? [];

/** How well a text goes with a language. */
export interface LanguageFit {
  /** By ISO 639. */
  readonly language: string;
  /** log p(text | language), up to what all languages share, in nats. */
  readonly score: number;
  /** Share of the words of the text that are common in it, of three or more without those with a capital. */
  readonly known: number;
}

/** By what words a text of a few of them is told: by language, the logarithm of how common each word is. */
export type WordTable = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** How common a word is that is the n-th of its language, from 0: after Zipf. */
const logShare = (rank: number) => Math.log(0.1 / (rank + 3));

/** Makes the table of the lists of words, commonest first. */
export function wordTable(lists: Readonly<Record<string, string>>): WordTable {
  return new Map(
    Object.entries(lists).map(([language, list]) => [
      language,
      new Map(list.split(' ').map((word, rank) => [word, logShare(rank)])),
    ]),
  );
}

/**
 * How well a text of a few words goes with each language of a table, the best first: by its words, its letters, and the scores
 * of a detector.
 *
 * @param scores by ISO 639, each from 0 to 1
 */
export function fitsByWords(
  text: string,
  table: WordTable,
  scores: Readonly<Record<string, number>>,
): readonly LanguageFit[] {
  const words = wordsIn(text);
  const isName = (word: string, at: number) =>
    words.length >= SEVERAL && (at > 0 || word.length > 1) && word !== word.toLowerCase();
  const accented = text.toLowerCase().match(/[^\P{L}a-z]/gu) ?? [];
  return Array.from(table, ([language, shares]) => {
    const strange = accented.filter((letter) => !LETTERS[language].includes(letter)).length;
    const rare = logShare(shares.size) - UNKNOWN;
    const byWords = words.reduce((sum, word, at) => {
      const share = shares.get(word.toLowerCase()) ?? rare;
      return sum + (isName(word, at) ? Math.max(share, logShare(NAMES)) : share);
    }, 0);
    const known = words.filter((word, at) => !isName(word, at) && shares.has(word.toLowerCase())).length;
    const score =
      byWords - STRANGE * strange + BY_DETECTOR * (scores[language] ?? 0) + (language === 'en' ? ENGLISH : 0);
    return { language, score, known: known / (words.length || 1) };
  }).sort((a, b) => b.score - a.score);
}

/** Nats that the best language of a short text is ahead of the next, at least, if it is plain: below, a third of texts are in another. */
const PLAIN = 2;

/**
 * Gives a language that a text may be in as well as in the one that it was taken for, where it is too short to tell; undefined
 * where it is plain, and before `languageOfText` has loaded what short texts are told by.
 */
export const shortTexts: { rivalOf(text: string, taken: string): string | undefined } = { rivalOf: () => undefined };

/** The language that a short text goes with hardly worse than with the one that it is taken for. */
export function rivalByWords(
  text: string,
  table: WordTable,
  scores: Readonly<Record<string, number>>,
  taken: string,
): string | undefined {
  const fits = fitsByWords(text, table, scores);
  const best = fits.find(({ language }) => language !== taken);
  const own = fits.find(({ language }) => language === taken);
  return best && own && own.score - best.score < PLAIN ? best.language : undefined;
}
