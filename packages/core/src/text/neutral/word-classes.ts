/**
 * Says whether a word may be a noun; if not, whether it may be in a phrase, as adjectives do, or not even that; `either` if it
 * is a noun or an adjective by its place.
 */
export type WordClasses = (word: string) => 'noun' | 'adjective' | 'other' | 'either';

const CLASSES = ['noun', 'adjective', 'other', 'either'] as const;

/**
 * Reads a table of endings.
 *
 * @param table lines with the endings of nouns, of adjectives, of other words, and of what may be a noun or an adjective, separated by
 * spaces; the longest that a word has tells, and `^` comes before whole words
 */
export function wordClassesOf(table: string): WordClasses {
  const classOf = new Map<string, (typeof CLASSES)[number]>();
  table.split('\n').forEach((line, c) => {
    for (const ending of line.split(' ')) classOf.set(ending, CLASSES[c]);
  });
  return (word) => {
    const whole = `^${word}`;
    for (let start = 0; start < whole.length; start++) {
      const found = classOf.get(whole.slice(start));
      if (found) return found;
    }
    return 'noun';
  };
}
