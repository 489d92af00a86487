import { KeywordError } from '../errors.js';
import { hashOf } from './hash-lines.js';
import { normalize } from './normalize.js';
import type { Normalization } from './tokenizer.js';

/** A term of a user dictionary. */
export interface DictionaryTerm {
  /** As the dictionary spells it; may hold spaces and symbols. */
  readonly term: string;
  /** Occurrences in some corpus, where the dictionary says so; 0 for a term that is never cut as one word. */
  readonly frequency?: number;
  /** Part of speech, where the dictionary says so. */
  readonly partOfSpeech?: string;
}

/** Where a term is in a text. */
export interface DictionaryMatch {
  readonly start: number;
  readonly end: number;
  readonly partOfSpeech?: string;
}

/** Terms that are always cut whole, and words that never are. */
export interface UserDictionary {
  readonly terms: readonly DictionaryTerm[];
  /** 16 hexadecimal digits that differ when the terms do, in whatever order they are. */
  readonly hash: string;
  /** Every occurrence in a normalized text, the longest from the left, none overlapping. */
  find(text: string): DictionaryMatch[];
  /** Whether a normalized word must be cut further: its frequency is 0, as in jieba. */
  isForbidden(word: string): boolean;
}

/** `term`, `term frequency`, `term tag` or `term frequency tag`; the term itself may hold spaces. */
const LINE = /^(?<term>.+?)(?:\s+(?<frequency>\d+))?(?:\s+(?<partOfSpeech>[a-z]{1,3}\d?))?$/;

/**
 * Reads a user dictionary in the form that jieba's have: a term a line, then, if known, a frequency and a tag.
 *
 * Only a number is taken for a frequency, and a word of up to three small letters for a tag only after a frequency or a
 * term without Latin letters: "machine learning" and "C++" are terms, "云计算 n" is a term and its tag.
 *
 * @throws KeywordError INVALID_DICTIONARY
 */
export function parseDictionary(contents: string, normalization: Normalization): UserDictionary {
  const terms: DictionaryTerm[] = [];
  const lines = contents.replace(/^\ufeff/, '').split(/\r?\n/);
  for (const [i, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === '') continue;
    if (line.includes('\0')) {
      throw new KeywordError('INVALID_DICTIONARY', `Line ${i + 1} of the dictionary holds a NUL byte: it is not text.`);
    }
    terms.push(parseLine(line, i + 1));
  }
  if (terms.length === 0) throw new KeywordError('INVALID_DICTIONARY', 'The dictionary has no terms.');
  return createDictionary(terms, normalization);
}

/** What looks like a frequency but is none: below 0, or not whole. */
const NO_FREQUENCY = /\s(?<number>[-+]?\d*[.,]?\d+(?:e[-+]?\d+)?)(?:\s+(?<tag>[a-z]{1,3}\d?))?$/i;

/** A line whose parts commas separate; a comma within a term of several words is its own. */
const COMMAS =
  /^(?<term>[^\s,，]*\p{L}[^\s,，]*)(?:[\s,，]+(?<frequency>\d+))?(?:[\s,，]+(?<partOfSpeech>[a-z]{1,3}\d?))?[\s,，]*$/u;

function checkCommas(line: string, number: number): void {
  if (!/[,，]/.test(line)) return;
  const { term, frequency, partOfSpeech } = COMMAS.exec(line)?.groups ?? {};
  // "Washington,dc" is a term, as "machine learning" is.
  if (term === undefined || (/[a-z]/i.test(term) && !(frequency && partOfSpeech))) return;
  const expected = [term, frequency, partOfSpeech].filter(Boolean).join(' ');
  throw new KeywordError(
    'INVALID_DICTIONARY',
    `Line ${number} of the dictionary has a comma where a space is expected: ${JSON.stringify(line.slice(0, 100))}. Write ${JSON.stringify(expected)}.`,
    {
      zh: `词典第 ${number} 行用了逗号，应为空格：${JSON.stringify(line.slice(0, 100))}。请写成 ${JSON.stringify(expected)}。`,
    },
  );
}

function parseLine(line: string, number: number): DictionaryTerm {
  checkCommas(line, number);
  const { term, frequency, partOfSpeech } = LINE.exec(line)!.groups!;
  const none = frequency === undefined ? NO_FREQUENCY.exec(line) : null;
  // "Web 2.0" is a term.
  const wrong = none && (none.groups!.tag || !/[a-z]/i.test(term)) ? none.groups!.number : undefined;
  if (wrong !== undefined || (frequency !== undefined && !Number.isSafeInteger(Number(frequency)))) {
    throw new KeywordError(
      'INVALID_DICTIONARY',
      `Line ${number} of the dictionary has the frequency ${wrong ?? frequency}; expected a whole number of at least 0: ${JSON.stringify(line.slice(0, 100))}.`,
    );
  }
  if (partOfSpeech && !frequency && /[a-z]/i.test(term)) return { term: line };
  return {
    term,
    ...(frequency ? { frequency: Number(frequency) } : {}),
    ...(partOfSpeech ? { partOfSpeech } : {}),
  };
}

/** A dictionary of terms; they are normalized as the texts will be. */
export function createDictionary(terms: readonly DictionaryTerm[], normalization: Normalization): UserDictionary {
  const tags = new Map<string, string | undefined>();
  const forbidden = new Set<string>();
  for (const { term, partOfSpeech, frequency } of terms) {
    const word = normalize(term, normalization);
    // Of a term that occurs twice the last line counts.
    tags.delete(word);
    forbidden.delete(word);
    if (frequency === 0) forbidden.add(word);
    else tags.set(word, partOfSpeech);
  }
  // By the first code unit, the lengths there are, longest first: a text is tried only where a term can begin.
  const lengths = new Map<string, number[]>();
  for (const term of tags.keys()) {
    const known = lengths.get(term[0]) ?? [];
    if (!known.includes(term.length))
      lengths.set(
        term[0],
        [...known, term.length].sort((a, b) => b - a),
      );
  }
  return {
    terms,
    hash: hashOf(
      [
        ...Array.from(tags, ([term, tag]) => `${term}\t${tag ?? ''}`),
        ...Array.from(forbidden, (term) => `${term}\t0`),
      ].sort(),
    ),
    isForbidden: (word) => forbidden.has(word),
    find(text) {
      const matches: DictionaryMatch[] = [];
      for (let start = 0; start < text.length; start++) {
        for (const length of lengths.get(text[start]) ?? []) {
          const term = text.slice(start, start + length);
          if (term.length < length || !tags.has(term) || isInsideWord(text, start, start + length)) continue;
          const partOfSpeech = tags.get(term);
          matches.push({ start, end: start + length, ...(partOfSpeech ? { partOfSpeech } : {}) });
          start += length - 1;
          break;
        }
      }
      return matches;
    },
  };
}

const LATIN = /[\p{Script=Latin}\p{Nd}]/u;

/** Whether a match begins or ends in the middle of a Latin word or number: "ai" is not in "mail". */
function isInsideWord(text: string, start: number, end: number): boolean {
  const runsOn = (at: number) => at > 0 && at < text.length && LATIN.test(text[at - 1]) && LATIN.test(text[at]);
  return runsOn(start) || runsOn(end);
}
