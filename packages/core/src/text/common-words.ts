import { LETTERS } from './letters.js';
import { hasOwnWord } from './own-words.js';

const ALL_LETTERS = new Set(Object.values(LETTERS).join(''));
/** What a letter that a language has not takes off, in nats; the score of a detector from 0 to 1 gives; English is given. All fitted to phrases with known languages. */
const STRANGE = 5.5;
const BY_DETECTOR = 9.6;
/** Score taken for one that the detector does not give: of few letters it says little (solar panel: none for English). */
const LEAST_DETECTED = 0.2;
const ENGLISH = 1.2;
/** Languages that most texts are in, of the scripts of several. */
export const COMMON_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ru'];
/** What is taken off each other one. */
const SMALLER = 3;
/** What is taken off Malay: more people speak Indonesian, which looks the same. */
const MALAY = 4.5;
/** What it gives German that it alone has a word with a capital within the text: Angst vorm Fliegen. */
const GERMAN_NOUN = 3;
/** What it gives English that nearly all words have a capital: names are from everywhere (Docker Compose). */
const CAPITALS = 4;
/** What it takes off German that a sentence has no capital but its first: it has no noun then. */
const NOUNLESS = 0.5;
/** Down to which rank words are function words, and what it takes off a language that one ends the text: garage door is not Dutch. */
const FUNCTION = 60;
const DANGLING = 6;
/** Letters from which on a detector is trusted so far. */
const TRUSTED = 20;
/** What another language loses of whose own a text has nothing, where English has every word of it: film camera. */
const ALL_ENGLISH = 4;
/** What a word that a list has not is rarer than its last, in nats. */
const UNKNOWN = 5;
/** Rank down to which a word with a capital counts, among others: headlines are full of names from everywhere. */
const NAMES = 500;
/** Share of words with a capital from which on they are a title or a list of nouns, and no names. */
const TITLE = 0.8;
/** Letters of a word in capitals up to which it is of no language (AI, PDF), in a text that is not all in capitals. */
const ACRONYM = 3;
/** Share of Cyrillic letters from which on a text is in a language that is written in them (Курсор Windows). */
const CYRILLIC = 0.25;
/** Words from which on that holds: of two the noun may be one. */
export const SEVERAL = 3;
const WORD = /\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*/gu;

/** The words of a text, those with a hyphen whole. */
export const wordsIn = (text: string): readonly string[] => text.match(WORD) ?? [];

/** Whether a text has words with letters that none of the languages of the table writes: kırmızı, mèo đen. */
export const hasOtherLetters = (text: string): boolean =>
  wordsIn(text.toLowerCase()).some(
    (word) => word.length > 1 && (word.match(/[^\P{Ll}a-z]/gu) ?? []).some((letter) => !ALL_LETTERS.has(letter)),
  );

/** How well a text goes with a language. */
export interface LanguageFit {
  /** By ISO 639. */
  readonly language: string;
  /** log p(text | language), up to what all languages share, in nats. */
  readonly score: number;
  /** Share of the words of the text that are common in it, of three or more without those with a capital. */
  readonly known: number;
}

/** The common words of some languages, in one string, as `scripts/common-words.py` writes them. */
export interface WordTable {
  /** By ISO 639. */
  readonly languages: readonly string[];
  readonly words: string;
}

/** How common a word is that is the n-th of its language, from 0: after Zipf. */
export const logShare = (rank: number) => Math.log(0.1 / (rank + 3));
/** Words of each language in the table, at most. */
const LISTED = 30_000;
/** How common a word is taken for that a language has not in the table, in nats. */
export const RARE = logShare(LISTED) - UNKNOWN;
/** How common a function word is at least. */
export const FUNCTION_SHARE = logShare(FUNCTION);
/** What a word counts, at least, that a text has from a language rather than from a small one beside it. */
const COMMON = logShare(15_000);

/**
 * How common a word is in each language of a table, in nats; 0 where it is not.
 *
 * @param word in small letters
 */
export function sharesOf(word: string, table: WordTable): readonly number[] {
  const { words } = table;
  const shares = table.languages.map(() => 0);
  let before = '';
  for (let at = lineOf(word, words); at < words.length && words[at] !== '\n' && before < word; ) {
    const tab = words.indexOf('\t', at);
    const end = words.indexOf('\t', tab + 1);
    before = before.slice(0, words.charCodeAt(at) - 65) + words.slice(at + 1, tab);
    if (before === word)
      for (let pair = tab + 1; pair < end; pair += 2)
        shares[words.charCodeAt(pair) - 65] = logShare(0) - (words.charCodeAt(pair + 1) - 35) / 10;
    at = end + 1;
  }
  return shares;
}

/** Where the last line begins whose first word is not after a word. */
function lineOf(word: string, words: string): number {
  let low = 0;
  let high = words.length;
  for (;;) {
    let start = words.lastIndexOf('\n', (low + high) >> 1) + 1;
    if (start <= low) start = words.indexOf('\n', low) + 1;
    if (start === 0 || start >= high) return low;
    if (words.slice(start + 1, words.indexOf('\t', start)) <= word) low = start;
    else high = start;
  }
}

/**
 * How well a text of a few words goes with each language of a table, the best first: by its words, its letters, and the scores
 * of a detector.
 *
 * @param scores by ISO 639, each from 0 to 1
 * @param asked the languages looked at, where not all are
 */
export function fitsByWords(
  text: string,
  table: WordTable,
  scores: Readonly<Record<string, number>>,
  asked?: readonly string[] | undefined,
): readonly LanguageFit[] {
  const words = wordsIn(text);
  const hasCapital = (word: string) => word !== word.toLowerCase();
  const isTitle = words.length > 1 && words.filter(hasCapital).length >= TITLE * words.length;
  const isName = (word: string, at: number) =>
    !isTitle && words.length >= SEVERAL && (at > 0 || word.length > 1) && hasCapital(word);
  const isWithoutNouns = words.length >= SEVERAL && words.every((word, at) => hasCapital(word) === (at === 0));
  const isShouted = words.some((word) => word.length > ACRONYM && word === word.toUpperCase());
  const isAcronym = (word: string) => !isShouted && word.length <= ACRONYM && word === word.toUpperCase();
  const names = words.map(isName);
  // The article of a name is not the text's: Los Angeles.
  const most = isTitle && words.length <= SEVERAL ? logShare(NAMES) : 0;
  const shares = words.map((word) => (isAcronym(word) ? [] : sharesOf(word.toLowerCase(), table)));
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  // What a text quotes in other letters speaks against none.
  const ownScript = cyrillic >= CYRILLIC * letters ? /[^\P{L}a-z]/gu : /[^\P{Script=Latin}a-z]/gu;
  const accented = text.toLowerCase().match(ownScript) ?? [];
  const byDetector = BY_DETECTOR * Math.min(1, letters / TRUSTED);
  const english = table.languages.indexOf('en');
  // A word with a capital by itself may be a heading in any language: Links, Meta.
  const isHeading = words.length === 1 && hasCapital(words[0]);
  const isAllEnglish = words.length > 0 && !isHeading && shares.every(({ [english]: share }) => share !== 0);
  const german = table.languages.indexOf('de');
  const hasGermanNoun = words.some(
    (_, w) => w > 0 && names[w] && shares[w][german] && shares[w].every((share, l) => share === 0 || l === german),
  );
  const compared = (l: number) =>
    words.map((word, w) => ({
      word,
      isCapital: w > 0 && !isTitle && hasCapital(word),
      share: shares[w][l] || RARE,
      english: shares[w][english] || RARE,
    }));
  return table.languages
    .map((language, l) => {
      const strange = accented.filter((letter) => !LETTERS[language].includes(letter)).length;
      const byWords = shares.reduce((sum, { [l]: share }, w) => {
        // Within a text only German writes common words so: the See of Haus am See is not an English word.
        const counted = Math.min(share || RARE, names[w] && w > 0 && language !== 'de' ? logShare(NAMES) : most);
        return sum + (names[w] ? Math.max(counted, logShare(NAMES)) : counted);
      }, 0);
      const isLoan = isAllEnglish && language !== 'en' && !hasOwnWord(language, compared(l), FUNCTION_SHARE);
      const last = shares.at(-1)?.[l];
      const dangling = words.length > 1 && last && last >= FUNCTION_SHARE ? DANGLING : 0;
      const known = shares.filter(({ [l]: share }, w) => !names[w] && share && share >= COMMON).length;
      let given = COMMON_LANGUAGES.includes(language) ? 0 : -SMALLER;
      if (language === 'ms') given = -MALAY;
      if (language === 'en') given = ENGLISH + (isTitle && !isShouted ? CAPITALS : 0);
      if (language === 'de') given = (hasGermanNoun ? GERMAN_NOUN : 0) - (isWithoutNouns ? NOUNLESS : 0);
      const score =
        byWords -
        STRANGE * strange -
        dangling -
        (isLoan ? ALL_ENGLISH : 0) +
        byDetector * Math.max(scores[language] ?? 0, LEAST_DETECTED) +
        given;
      return { language, score, known: known / (words.length || 1) };
    })
    .filter(({ language }) => !asked || asked.includes(language))
    .sort((a, b) => b.score - a.score);
}

/** Nats that the best language of a short text is ahead of the next, at least, if it is plain: below, a third of texts are in another. */
const PLAIN = 2;

/** The language that a text goes with hardly worse than with the one that it is taken for. */
export function rivalByWords(
  text: string,
  table: WordTable,
  scores: Readonly<Record<string, number>>,
  taken: string,
  asked?: readonly string[] | undefined,
): string | undefined {
  const fits = fitsByWords(text, table, scores, asked);
  const best = fits.find(({ language }) => language !== taken);
  const own = fits.find(({ language }) => language === taken);
  return best && own && own.score - best.score < PLAIN ? best.language : undefined;
}
