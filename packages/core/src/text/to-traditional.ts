import { traditionalOfCharacters, traditionalOfWords } from './traditional-words.js';

let tables: { characters: ReadonlyMap<string, string>; words: ReadonlyMap<string, string> } | undefined;

/** The first half of each entry of a table, and the second. */
const halves = (table: string): ReadonlyMap<string, string> =>
  new Map(
    table
      .trim()
      .split(/\s/)
      .map((pair) => [pair.slice(0, pair.length / 2), pair.slice(pair.length / 2)]),
  );

/** A word of a Chinese model in the characters of Taiwan. */
export function toTraditional(word: string): string {
  tables ??= { characters: halves(traditionalOfCharacters), words: halves(traditionalOfWords) };
  const { characters, words } = tables;
  return words.get(word) ?? Array.from(word, (one) => characters.get(one) ?? one).join('');
}
