import { wordsIn } from './common-words.js';

/** A language that is taken for a larger one beside it, and words that the larger one has not. */
interface Sibling {
  readonly language: string;
  readonly of: readonly string[];
  readonly telling: RegExp;
  /** What only the larger one has. */
  readonly against?: RegExp;
}

const GALICIAN =
  'unha|unhas|dunha|nunha|nun|coa|coas|polo|pola|polas|non|xa|hai|máis|tamén|moi|ten|teñen|teña|foron|así|súa|súas|ata|iso|isto';
/** The detector does not know these, or texts in them look alike. */
const siblings: readonly Sibling[] = [
  { language: 'gl', of: ['pt'], telling: new RegExp(`^(?:${GALICIAN})$|ci[oó]n?s?$|ñ|^x[aeiou]`), against: /[ãõç]/ },
  { language: 'gl', of: ['es'], telling: new RegExp(`^(?:${GALICIAN}|do|da|das|ao|aos|na|nas)$`) },
  {
    language: 'ca',
    of: ['es', 'fr', 'it', 'pt'],
    telling:
      /^(?:amb|és|però|dels|als|pels|aquest|aquesta|aquests|aquestes|són|també|molt|més|perquè|seva|seves|quan|després|fins|això|només|cal)$/,
  },
  { language: 'af', of: ['nl', 'de'], telling: /^(?:nie|vir|hierdie|hulle|deur|sal|wees|ʼn|nuwe)$/ },
  {
    language: 'eo',
    of: ['es', 'it', 'pt', 'fr', 'en', 'pl'],
    telling: /^(?:kaj|estas|estis|povas|tiun?|kiuj?|ĉi|ĝi|ĉu|aŭ|neniu|devas|ĉiuj|pri)$|.{3}ojn?$/,
  },
];
/** Different such words that a text has at least, for the large language may have one of them, too; and their share of its words. */
const LEAST = 3;
const SHARE = 0.06;

/** The language of a text that looks like a large one: Galician, where it is taken for Portuguese. */
export function amongSiblings(text: string, taken: string): string {
  const possible = siblings.filter(({ of, against }) => of.includes(taken) && !against?.test(text));
  if (possible.length === 0) return taken;
  const words = wordsIn(text.toLowerCase());
  const found = possible.find(({ telling }) => {
    const told = words.filter((word) => telling.test(word));
    return new Set(told).size >= LEAST && told.length >= SHARE * words.length;
  });
  return found?.language ?? taken;
}
