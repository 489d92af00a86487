/** What a word may be a form of. */
export interface Reading {
  readonly kind: 'noun' | 'person' | 'adjective';
  /** m, f or n in the singular, p in the plural, v in the plural of men in Polish. */
  readonly number: string;
  /** Bits of {@link CASES}. */
  readonly cases: number;
  /** The same number in the nominative. */
  readonly nominative: string;
}

/** The cases that a reading may be in, a bit each. */
export const CASES = { nominative: 1, genitive: 2, dative: 4, accusative: 8, instrumental: 16, locative: 32 };

/** The readings of a word in small letters, the likeliest first; none where nothing is known of it. */
export type WordForms = (word: string) => readonly Reading[];

const KINDS = { N: 'noun', P: 'person', A: 'adjective' } as const;
const READING = /^([NPA])(.)(..)(.)(.*)$/u;
const NONE: readonly Reading[] = [];

/**
 * Reads a table of the forms of words, as `scripts/nominatives.py` writes and describes it.
 *
 * @param table a line of readings each, a tab, and the endings that tell them
 */
export function wordFormsOf(table: string): WordForms {
  const lineOf = new Map<string, string>();
  for (const line of table.split('\n')) {
    const tab = line.indexOf('\t');
    const readings = line.slice(0, tab);
    for (const ending of line.slice(tab + 1).split(' ')) lineOf.set(ending, readings);
  }
  return (word) => {
    const whole = `^${word}`;
    for (let start = 0; start < whole.length; start++) {
      const found = lineOf.get(whole.slice(start));
      if (found !== undefined) return found === '' ? NONE : found.split(',').flatMap((one) => readingOf(one, word));
    }
    return NONE;
  };
}

function readingOf(written: string, word: string): Reading[] {
  const [, kind, number, cases, cut, added] = READING.exec(written) ?? [];
  const left = word.length - Number(cut);
  if (kind === undefined || left < 0) return [];
  return [
    {
      kind: KINDS[kind as keyof typeof KINDS],
      number,
      cases: Number.parseInt(cases, 16),
      // Of two nominatives the one of the text: archeolodzy, archeologowie.
      nominative: Number.parseInt(cases, 16) & CASES.nominative ? word : word.slice(0, left) + added,
    },
  ];
}
