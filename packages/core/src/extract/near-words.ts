import type { NearWords } from '../model/conditional-model.js';
import { koreanPieces } from '../text/neutral/korean.js';
import { lightStem } from '../text/neutral/stem.js';
import { isVulgar } from './vulgar.js';

/** Share of their letter pairs that two words have in common from which on they are forms of one word, or only spelt alike. */
const ALIKE = 0.5;
/** Letters that a word has at least beside another that is whole in it, if it is a compound of it: Kriegsende, but not kriegst. */
const PART = 4;
/** Letters at the beginning of a word that are looked at; of a short one, and of Korean, the first. */
const LETTERS = 2;
const SHORT = 5;
const LATIN = /^\p{Script=Latin}/u;
/** Languages that inflect words by letters, not by whole syllables. */
const WITH_LETTERS = new Set(['de', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'ru']);
/** Languages whose tables have words in Latin letters from elsewhere. */
const OTHER_SCRIPT = new Set(['ja', 'ko', 'ru']);

/**
 * Which words may be listed as near to others: those that have a vector of their own, for the rest are other forms of these
 * and words of other languages; no vulgar word; and none that is a form of one of the others, or is like it in spelling alone.
 * Of one asked for alone, none that only begins as it does.
 *
 * @param words that have vectors
 */
export function nearWords(
  language: string,
  words: readonly string[],
): (others: Iterable<string>, asked?: string) => NearWords {
  const own = new Set(words);
  const korean = koreanPieces((word) => own.has(word));
  const isVerb = (word: string) => language === 'ko' && [...korean([word])][0].partOfSpeech !== undefined;
  return (others, asked) => {
    const beginsAlike = asked === undefined ? undefined : beginningLike(language, asked);
    const stems = new Set<string>();
    const byInitial = new Map<string, Spelling[]>();
    const near = {
      admits(word: string) {
        if (beginsAlike?.(word)) return false;
        if (!own.has(word) || (OTHER_SCRIPT.has(language) && LATIN.test(word)) || isVerb(word)) return false;
        if (isVulgar(language, word)) return false;
        if (!WITH_LETTERS.has(language)) return true;
        if (stems.has(lightStem(language, word))) return false;
        const spelling = spellingOf(word);
        return !byInitial.get(spelling.bare[0])?.some((other) => areAlike(spelling, other));
      },
      add(word: string) {
        if (!WITH_LETTERS.has(language)) return;
        stems.add(lightStem(language, word));
        const spelling = spellingOf(word);
        const alike = byInitial.get(spelling.bare[0]);
        if (alike) alike.push(spelling);
        else byInitial.set(spelling.bare[0], [spelling]);
      },
    };
    for (const other of others) near.add(other);
    return near;
  };
}

/**
 * Whether words begin as one does and are no compound of it. Of words of other senses few do, of those
 * that the vectors have near in spelling most.
 */
function beginningLike(language: string, asked: string): (word: string) => boolean {
  // The letters of a Korean syllable stay together.
  const isKorean = language === 'ko';
  if (!isKorean && !WITH_LETTERS.has(language)) return () => false;
  const lettersOf = isKorean ? (word: string) => word : withoutAccents;
  const whole = lettersOf(asked);
  const beginning = whole.slice(0, isKorean || asked.length <= SHORT ? 1 : LETTERS);
  return (word) => {
    const other = lettersOf(word);
    return other.startsWith(beginning) && !(other.includes(whole) && (isKorean || other.length - whole.length >= PART));
  };
}

/** Umlauts inflect (Wald, Wälder), and accents come and go. */
const withoutAccents = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');

/** A word as it is compared with others that begin with the same letter. */
interface Spelling {
  /** Without accents. */
  readonly bare: string;
  /** Its pairs of letters, sorted. */
  readonly pairs: readonly string[];
}

function spellingOf(word: string): Spelling {
  const bare = withoutAccents(word);
  return { bare, pairs: pairsOf(bare).sort() };
}

/** Whether two words that begin alike share half of their letter pairs, and neither is a compound of the other. */
function areAlike(a: Spelling, b: Spelling): boolean {
  const [short, long] = a.bare.length < b.bare.length ? [a.bare, b.bare] : [b.bare, a.bare];
  const needed = (ALIKE * (short.length + long.length)) / 2;
  if (Math.min(a.pairs.length, b.pairs.length) < needed) return false;
  if (long.includes(short) && long.length - short.length >= PART) return false;
  let shared = 0;
  for (let i = 0, k = 0; i < a.pairs.length && k < b.pairs.length; ) {
    if (a.pairs[i] === b.pairs[k]) {
      shared++;
      i++;
      k++;
    } else if (a.pairs[i] < b.pairs[k]) i++;
    else k++;
  }
  return shared >= needed;
}

/** Pairs of neighbouring letters, the first letter with what is before it. */
const pairsOf = (word: string) => Array.from(word, (letter, at) => (word[at - 1] ?? '') + letter);
