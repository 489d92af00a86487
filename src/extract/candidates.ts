import type { ExtractOptions } from '../options.js';
import type { WordClass } from '../text/word-class.js';
import type { TextAnalysis, TextWord } from './analyze-text.js';
import { classOf } from './lexicon.js';
import { candidateKey } from './variants.js';

/** Where a candidate stands: its first and its last token. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** A word or phrase of a text that may be chosen. */
export interface Candidate {
  /** The words of its first occurrence, hyphens left out. */
  readonly words: readonly TextWord[];
  /** In the order of the text. */
  readonly spans: Span[];
  /** Occurrences of the longer candidate around it that occurs most. */
  nested: number;
  /** Classes of its first and its last word. */
  readonly opening: WordClass;
  readonly ending: WordClass;
}

/** A candidate that never stands alone is worth this much of an occurrence. */
const LEAST_OCCURRENCES = 0.5;

/** Occurrences of a candidate that are not inside the longer one around it that occurs most, but never none. */
export function occurrencesOutside({ spans, nested }: Candidate): number {
  return Math.max(LEAST_OCCURRENCES, spans.length - nested);
}

/** {@link ExtractOptions} that say what may be chosen. */
export type CandidateOptions = Pick<ExtractOptions, 'partsOfSpeech' | 'minLength'> & {
  /** In small letters; `none`: every token can be chosen. The kept ones if not given. */
  readonly stopWords?: ReadonlySet<string> | 'none' | undefined;
  readonly maxPhraseLength: number;
  /** Keys of the only candidates there may be; undefined for no such limit. */
  readonly given?: ReadonlySet<string> | undefined;
};

/**
 * The words and phrases of a text that may be chosen, in the order they first stand there. Filters touch candidates
 * only, never the text: a stop word still has to be explained by the keyword, it just cannot be one.
 *
 * A phrase is a run of at most `maxPhraseLength` content words with nothing but spaces or a hyphen between them, that
 * does not end in an adverb or a word of place or time. Where the tokenizer knows no parts of speech, every word that
 * is no stop word is a content word.
 */
export function findCandidates(analysis: TextAnalysis, options: CandidateOptions): Candidate[] {
  const { tokens, words, wordOfToken } = analysis;
  const { given, stopWords } = options;
  const classes = tokens.map((token, t): WordClass => {
    return stopWords === 'none' ? 'content' : classOf(words[wordOfToken[t]].entry, token, stopWords);
  });
  const tied = tokens.map((_, t) => t > 0 && isTied(analysis, t));
  const phrases = new Phrases(words);
  const found: Candidate[] = [];
  /** Candidates by the number of their phrase. */
  const ofPhrase: (Candidate | undefined)[] = [];
  const stands = new Stands(tokens.length);
  for (let first = 0; first < tokens.length; first++) {
    stands.startAt(first);
    if (classes[first] === 'break' || classes[first] === 'joint' || classes[first] === 'link') continue;
    // 占 of 占太阳系 is no part of a term.
    const alone = !given && classes[first] === 'verb' && isOneHan(tokens[first].word);
    const longest = alone ? 1 : options.maxPhraseLength;
    let length = 0;
    let phrase = 0;
    for (let last = first; last < tokens.length && length < longest; last++) {
      if (classes[last] === 'break' || (last > first && !tied[last])) break;
      if (classes[last] === 'joint') {
        if (last + 1 === tokens.length || tokens[last].end !== tokens[last + 1].start) break;
        continue;
      }
      length++;
      phrase = phrases.longer(phrase, wordOfToken[last]);
      if (!mayEnd(classes[last], length) || !isAdmitted(analysis, first, last, options)) continue;
      let candidate = ofPhrase[phrase];
      if (!candidate) {
        const parts: TextWord[] = [];
        for (let t = first; t <= last; t++) if (classes[t] !== 'joint') parts.push(words[wordOfToken[t]]);
        if (given && !given.has(candidateKey(parts))) continue;
        candidate = { words: parts, spans: [], nested: 0, opening: classes[first], ending: classes[last] };
        ofPhrase[phrase] = candidate;
        found.push(candidate);
      }
      candidate.spans.push({ first, last });
      stands.add(candidate, last);
    }
  }
  stands.countNested(found);
  return found;
}

/**
 * Numbers for the phrases of a text, equal where {@link candidateKey} is, without making a string of each: a phrase is
 * the number of the phrase without its last word and the key of that word. The empty phrase is 0.
 */
class Phrases {
  private readonly keys: Int32Array;
  private readonly numbers = new Map<number, number>();

  constructor(words: readonly TextWord[]) {
    const places = new Map<string, number>();
    this.keys = Int32Array.from(words, ({ entry: { key } }, w) => {
      const place = places.get(key) ?? w;
      places.set(key, place);
      return place;
    });
  }

  longer(phrase: number, word: number): number {
    const pair = phrase * this.keys.length + this.keys[word];
    const number = this.numbers.get(pair) ?? this.numbers.size + 1;
    this.numbers.set(pair, number);
    return number;
  }
}

/** Where candidates stand, in the order of their first and then of their last tokens. */
class Stands {
  private readonly candidates: Candidate[] = [];
  private readonly lasts: number[] = [];
  /** (tokens) those beginning at token t are from[t] … from[t + 1] − 1. */
  private readonly from: Int32Array;

  constructor(tokens: number) {
    this.from = new Int32Array(tokens + 1);
  }

  /** All that are added from now on begin at a token, or after it. */
  startAt(token: number): void {
    this.from[token] = this.lasts.length;
  }

  add(candidate: Candidate, last: number): void {
    this.candidates.push(candidate);
    this.lasts.push(last);
  }

  /** A candidate that only ever stands inside a longer one has little to say of its own. */
  countNested(found: readonly Candidate[]): void {
    const { candidates, lasts, from } = this;
    from[from.length - 1] = lasts.length;
    for (const outer of found) {
      if (outer.words.length === 1) continue;
      for (const { first, last } of outer.spans) {
        for (let at = from[first]; at < from[last + 1]; at++) {
          const inner = candidates[at];
          if (lasts[at] <= last && inner !== outer) inner.nested = Math.max(inner.nested, outer.spans.length);
        }
      }
    }
  }
}

/** Whether a phrase of so many words may end with a word of a class. */
function mayEnd(last: WordClass, length: number): boolean {
  return last !== 'lead' && last !== 'link' && !(last === 'part' && length === 1);
}

/** Whether a token follows the one before it closely enough to be of one phrase. */
function isTied({ text, tokens }: TextAnalysis, at: number): boolean {
  const { end } = tokens[at - 1];
  const { start } = tokens[at];
  if (start === end) return true;
  // Words of a script without spaces are not of one phrase across a space, unless the text is cut by spaces throughout.
  return /^[ \u00a0]+$/.test(text.slice(end, start)) && !(isHan(text, end - 1) && isHan(text, start));
}

const isOneHan = (word: string) => word.length === 1 && isHan(word, 0);
const isHan = (text: string, at: number) => /\p{Script=Han}/u.test(text[at]);

/** Whether a run of words that may be a phrase is long enough and has the parts of speech that are asked for. */
function isAdmitted({ text, tokens }: TextAnalysis, first: number, last: number, options: CandidateOptions): boolean {
  const { partsOfSpeech, minLength = 1 } = options;
  if (minLength > 1 && [...text.slice(tokens[first].start, tokens[last].end)].length < minLength) return false;
  if (partsOfSpeech) {
    for (let t = first; t <= last; t++) if (!hasTag(tokens[t].partOfSpeech, partsOfSpeech)) return false;
  }
  return true;
}

/** Whether a tag is one of those asked for or a refinement of one: n admits nr, ns, nz. */
function hasTag(tag: string | undefined, admitted: readonly string[]): boolean {
  return tag !== undefined && admitted.some((prefix) => tag.startsWith(prefix));
}
