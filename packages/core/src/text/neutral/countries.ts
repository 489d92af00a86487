import { lightStem } from './stem.js';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const known = new Map<string, ReadonlySet<string>>();

/** What the forms of the names of countries have in common, by how a language calls them. */
export function countryStems(language: string): ReadonlySet<string> {
  const before = known.get(language);
  if (before) return before;
  const found = new Set<string>();
  known.set(language, found);
  // Intl would answer with the names of the language of the machine.
  if (Intl.DisplayNames.supportedLocalesOf(language).length === 0) return found;
  for (const style of ['long', 'short'] as const) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none', style });
    for (const code of LETTERS.flatMap((one) => LETTERS.map((two) => one + two))) {
      const name = names.of(code)?.toLowerCase();
      if (name === undefined) continue;
      found.add(stemOfWords(language, name.split(' ')));
      if (language === 'de') found.add(stemOfWords(language, [`${name}s`]));
    }
  }
  return found;
}

/** What the forms of several words have in common. */
export const stemOfWords = (language: string, words: readonly string[]): string =>
  words.map((word) => lightStem(language, word)).join(' ');
