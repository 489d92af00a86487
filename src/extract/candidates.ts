import type { ExtractOptions } from '../options.js';
import { isFunctionTag, isStopWord, isWordLike, keptStopWords } from '../text/stop-words.js';
import { type WordClass, wordClass } from '../text/word-class.js';
import type { TextAnalysis, TextWord } from './analyze-text.js';
import { candidateKey } from './variants.js';

/** Where a candidate stands: its first and its last token. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** A word or phrase of a text that may be chosen. */
export interface Candidate {
  /** What its variants have in common: the same key is the same candidate. */
  readonly key: string;
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
  const classes = tokens.map((token): WordClass => (stopWords === 'none' ? 'content' : wordClass(token, stopWords)));
  const found = new Map<string, Candidate>();
  for (let first = 0; first < tokens.length; first++) {
    if (classes[first] === 'break' || classes[first] === 'joint') continue;
    // 占 of 占太阳系 is no part of a term.
    const alone = !given && classes[first] === 'verb' && isOneHan(tokens[first].word);
    const longest = alone ? 1 : options.maxPhraseLength;
    let length = 0;
    for (let last = first; last < tokens.length && length < longest; last++) {
      if (classes[last] === 'break' || (last > first && !isTied(analysis, last))) break;
      if (classes[last] === 'joint') {
        if (last + 1 === tokens.length || tokens[last].end !== tokens[last + 1].start) break;
        continue;
      }
      length++;
      if (classes[last] === 'lead' || !isAdmitted(analysis, first, last, options)) continue;
      const parts: TextWord[] = [];
      for (let t = first; t <= last; t++) if (classes[t] !== 'joint') parts.push(words[wordOfToken[t]]);
      const key = candidateKey(parts);
      if (given && !given.has(key)) continue;
      const candidate = found.get(key);
      if (candidate) candidate.spans.push({ first, last });
      else
        found.set(key, {
          key,
          words: parts,
          spans: [{ first, last }],
          nested: 0,
          opening: classes[first],
          ending: classes[last],
        });
    }
  }
  const candidates = [...found.values()];
  countNested(candidates);
  return candidates;
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

function isAdmitted({ text, tokens }: TextAnalysis, first: number, last: number, options: CandidateOptions): boolean {
  const { partsOfSpeech, stopWords = keptStopWords, minLength = 1 } = options;
  const { word, partOfSpeech: tag } = tokens[last];
  if (minLength > 1 && [...text.slice(tokens[first].start, tokens[last].end)].length < minLength) return false;
  if (partsOfSpeech) {
    for (let t = first; t <= last; t++) if (!hasTag(tokens[t].partOfSpeech, partsOfSpeech)) return false;
    return true;
  }
  if (first < last || stopWords === 'none') return true;
  return isWordLike(word) && !isStopWord(word, stopWords) && !isFunctionTag(tag);
}

/** Whether a tag is one of those asked for or a refinement of one: n admits nr, ns, nz. */
function hasTag(tag: string | undefined, admitted: readonly string[]): boolean {
  return tag !== undefined && admitted.some((prefix) => tag.startsWith(prefix));
}

/** A candidate that only ever stands inside a longer one has little to say of its own. */
function countNested(candidates: readonly Candidate[]): void {
  const bySpan = new Map<number, Candidate>();
  const spanKey = (first: number, last: number) => first * 4096 + (last - first);
  for (const candidate of candidates) {
    for (const { first, last } of candidate.spans) bySpan.set(spanKey(first, last), candidate);
  }
  for (const outer of candidates) {
    if (outer.words.length === 1) continue;
    for (const span of outer.spans) {
      for (let first = span.first; first <= span.last; first++) {
        for (let last = first; last <= span.last; last++) {
          const inner = bySpan.get(spanKey(first, last));
          if (inner && inner !== outer) inner.nested = Math.max(inner.nested, outer.spans.length);
        }
      }
    }
  }
}
