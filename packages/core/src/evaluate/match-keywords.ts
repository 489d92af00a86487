import { lightStem } from '../text/neutral/stem.js';
import { porterStem, STEMS } from './porter-stem.js';

/** Written without spaces. */
const unspaced: ReadonlySet<string> = new Set(['zh', 'ja']);

/**
 * What two spellings of a keyword have in common when they count as the same: Unicode NFKC, lower case, single spaces; in
 * Chinese and Japanese no spaces at all, elsewhere hyphens as spaces, in English the words cut to their stems
 * ({@link porterStem}), in Polish and Russian without the endings of cases.
 *
 * @param lang as by ISO 639, `zh`, `en`, `fr` …
 */
export function matchKey(keyword: string, lang: string): string {
  const text = keyword.normalize('NFKC').toLowerCase().trim();
  if (unspaced.has(lang)) return text.replaceAll(/\s+/g, '');
  const words = text.split(/[\s\-‐‑]+/).filter((word) => word !== '');
  return words.map(stemOf(lang)).join(' ');
}

/** Languages whose keywords texts have in any case. */
const inflecting: ReadonlySet<string> = new Set(['pl', 'ru']);

/** What a word, in small letters, counts as where texts have it in any case: in Polish and Russian without its ending. */
export function withoutCase(lang: string): (word: string) => string {
  return inflecting.has(lang) ? (word) => lightStem(lang, word) : (word) => word;
}

/** What a word, in small letters, counts as. */
const stemOf = (lang: string): ((word: string) => string) => (lang === 'en' ? porterStem : withoutCase(lang));

/** The match keys of a ranked list, the first of each kept. */
export function matchKeys(keywords: readonly string[], lang: string): string[] {
  return [...new Set(keywords.map((keyword) => matchKey(keyword, lang)))].filter((key) => key !== '');
}

/** How keywords of a language are matched, for people. */
export function matchingOf(lang: string): string {
  if (lang === 'en') return STEMS;
  return inflecting.has(lang) ? 'stems without the endings of cases' : 'equal but for case, width and spaces';
}

/**
 * Where a text says keywords: whole words between any punctuation, by the same stems as {@link matchKey}. In Chinese and
 * Japanese any run of characters that does not break a Latin word or a number.
 *
 * @returns (keyword) → places, ascending and apart from each other, in words or in characters of the text as it is matched
 */
export function placesIn(text: string, lang: string): (keyword: string) => number[] {
  const [parts, joined] = partsOf(text, lang);
  return (keyword) => {
    const [sought, key] = partsOf(keyword, lang);
    const places: number[] = [];
    // The search for the string is fast; where it hits is worked out only then.
    if (sought.length === 0 || !joined.includes(key)) return places;
    for (let at = 0; at + sought.length <= parts.length; at++) {
      if (!sought.every((part, i) => parts[at + i] === part)) continue;
      places.push(at);
      at += sought.length - 1;
    }
    return places;
  };
}

/** Words, or in languages without spaces: Latin words, numbers, and every other character by itself. */
export function partsOf(text: string, lang: string): [parts: string[], joined: string] {
  const plain = text.normalize('NFKC').toLowerCase();
  const pattern = unspaced.has(lang)
    ? /[\p{Script=Latin}\p{N}]+|[\p{L}\p{M}+#]/gu
    : // C++ and C# are not C.
      /[\p{L}\p{M}\p{N}]+[+#]*/gu;
  const words = plain.match(pattern) ?? [];
  const parts = words.map(stemOf(lang));
  return [parts, parts.join(' ')];
}
