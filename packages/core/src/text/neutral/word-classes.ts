/** Says whether a word may be a noun; if not, whether it may stand in a phrase, as adjectives do, or not even that. */
export type WordClasses = (word: string) => 'noun' | 'adjective' | 'other';

const CLASSES = ['noun', 'adjective', 'other'] as const;

/**
 * Reads a table of endings.
 *
 * @param table three lines, the endings of nouns, of adjectives and of other words, separated by spaces; the longest that a
 * word has tells, and `^` stands before whole words
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
