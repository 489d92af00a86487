import { koreanPieces } from '../text/neutral/korean.js';
import { lightStem } from '../text/neutral/stem.js';

/** Share of their letter pairs that two words have in common from which on they are forms of one word, or only spelt alike. */
const ALIKE = 0.5;
/** Letters that a word has at least beside another that is whole in it, if it is a compound of it: Kriegsende, but not kriegst. */
const PART = 4;
const LATIN = /^\p{Script=Latin}/u;
/** Languages that inflect words by letters, not by whole syllables. */
const WITH_LETTERS = new Set(['de', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'ru']);
/** Languages whose tables have words in Latin letters from elsewhere. */
const OTHER_SCRIPT = new Set(['ja', 'ko', 'ru']);

/** Says whether a word may be listed as near to others: that it is none of them in another form, and of the language. */
export type IsNearWord = (word: string, others: Iterable<string>) => boolean;

/**
 * Which words may be listed as near to others: those that have a vector of their own, for the rest are other forms of these
 * and words of other languages; and none that is a form of one of the others, or is like it in spelling alone.
 *
 * @param words that have vectors
 */
export function nearWords(language: string, words: readonly string[]): IsNearWord {
  const own = new Set(words);
  const korean = koreanPieces((word) => own.has(word));
  const isVerb = (word: string) => language === 'ko' && [...korean([word])][0].partOfSpeech !== undefined;
  return (word, others) => {
    if (!own.has(word) || (OTHER_SCRIPT.has(language) && LATIN.test(word)) || isVerb(word)) return false;
    if (!WITH_LETTERS.has(language)) return true;
    const stem = lightStem(language, word);
    const bare = withoutAccents(word);
    for (const other of others) {
      if (lightStem(language, other) === stem || areAlike(bare, withoutAccents(other))) return false;
    }
    return true;
  };
}

/** Umlauts inflect (Wald, Wälder), and accents come and go. */
const withoutAccents = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');

/** Whether two words begin alike and share half of their letter pairs, and neither is a compound of the other. */
function areAlike(a: string, b: string): boolean {
  if (a[0] !== b[0]) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.includes(short) && long.length - short.length >= PART) return false;
  const pairs = pairsOf(a);
  const shared = pairsOf(b).filter((pair) => {
    const at = pairs.indexOf(pair);
    if (at >= 0) pairs.splice(at, 1);
    return at >= 0;
  });
  return 2 * shared.length >= ALIKE * (a.length + b.length);
}

/** Pairs of neighbouring letters, the first letter with what is before it. */
const pairsOf = (word: string) => Array.from(word, (letter, at) => (word[at - 1] ?? '') + letter);
