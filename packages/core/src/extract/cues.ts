import { isCommonHan, type Language } from '../text/language.js';
import { newIntegers } from '../text/scratch.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Candidate } from './candidate.js';
import { cueValues } from './cue-values.js';

/**
 * What is seen of a candidate where it occurs, whatever its content words: the mark before it, the one after it, these
 * with its own first and last mark, its first and last mark together (of one word, two, or more), its length or capitals.
 */
export const cueKinds = ['before', 'after', 'opening', 'closing', 'word', 'pair', 'phrase', 'shape'] as const;
const [BEFORE, AFTER, OPENING, CLOSING, WORD, , , SHAPE] = cueKinds.keys();

/** Cues of a candidate at one place. */
export const CUES = 6;

/** Places of a candidate that are looked at, from its first on. */
export const PLACES = 8;

/** Marks that are told apart, at most; 0 is one that is not known. */
export const MARKS = 1 << 12;

/** Tags of punctuation and function words, which are marks by themselves; of content words the tag is. */
const CLOSED = /^(?:[xwupcrdfy]|PUNCT|SYM|ADP|DET|PRON|AUX|[CS]CONJ|PART)/;

/** What a tokenizer guessed, and what cannot be told apart in {@link cueValues}. */
const NO_MARK = /^x .*[\p{L}\p{N}]|~| .*\s/u;

/** Before the first token, and after the last one. */
const START = 1;
const END = 2;

interface Tag {
  readonly isClosed: boolean;
  /** By word; by '' where its words are not told apart. */
  readonly marks: Map<string, number>;
}

/** The numbers of marks. */
export class Marks {
  /** By number: a tag, or a tag and a word. */
  readonly names = ['', '^', '$'];
  private readonly tags = new Map<string, Tag>();

  of(tag: string, word: string): number {
    const { isClosed, marks } = this.tagOf(tag);
    return marks.get(isClosed ? word : '') ?? 0;
  }

  /** The number of a mark that may be new; what a tokenizer guessed (x) is none. */
  add(tag: string, word: string): number {
    const known = this.of(tag, word);
    if (known > 0 || this.names.length === MARKS || NO_MARK.test(`${tag} ${word}`)) return known;
    const { isClosed, marks } = this.tagOf(tag);
    marks.set(isClosed ? word : '', this.names.length);
    return this.names.push(isClosed ? `${tag}|${word}` : tag) - 1;
  }

  private tagOf(tag: string): Tag {
    let found = this.tags.get(tag);
    if (!found) {
      found = { isClosed: CLOSED.test(tag), marks: new Map() };
      this.tags.set(tag, found);
    }
    return found;
  }
}

/** A cue as a number. */
export const cueOf = (kind: number, a: number, b: number): number => (kind * MARKS + a) * MARKS + b;

/** (CUES) the cues of a candidate at one of its places, into `cues`. @param marks (tokens) */
export function fillCues(
  cues: Int32Array,
  { words, spans }: Candidate,
  place: number,
  { text, tokens }: TextAnalysis,
  marks: Int32Array,
): void {
  const { first, last } = spans[place];
  const before = first > 0 ? marks[first - 1] : START;
  const after = last + 1 < tokens.length ? marks[last + 1] : END;
  const size = Math.min(3, words.length);
  const from = tokens[first];
  const to = tokens[last];
  const shape = isCommonHan(text.charCodeAt(from.start))
    ? 4 * Math.min(12, to.end - from.start)
    : 64 + 16 * capitalsOf(text, from.start, from.end) + 4 * capitalsOf(text, to.start, to.end);
  cues[0] = cueOf(BEFORE, before, 0);
  cues[1] = cueOf(AFTER, after, 0);
  cues[2] = cueOf(OPENING, before, marks[first]);
  cues[3] = cueOf(CLOSING, marks[last], after);
  cues[4] = cueOf(WORD + size - 1, marks[first], marks[last]);
  cues[5] = cueOf(SHAPE, 0, shape + size);
}

/** 0: small letters, 1: a capital before others, 2: capitals alone, 3: a digit. */
function capitalsOf(text: string, start: number, end: number): number {
  let digits = 0;
  let capitals = 0;
  let first = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits++;
    else if (code < 128 ? code >= 65 && code <= 90 : /\p{Lu}/u.test(text[at])) {
      capitals++;
      if (at === start) first = 1;
    }
  }
  if (capitals > 1 && capitals + digits === end - start) return 2;
  return first || (digits > 0 ? 3 : 0);
}

/** What cues add, and the marks that they are of. */
interface Table {
  readonly marks: Marks;
  readonly values: Map<number, number>;
}

function tableOf(language: Language): Table {
  const marks = new Marks();
  const values = new Map<number, number>();
  const markNamed = (name: string) => {
    const bar = name.indexOf('|');
    return bar < 0 ? marks.add(name, '') : marks.add(name.slice(0, bar), name.slice(bar + 1));
  };
  const numberOf = (name: string) => (name === '^' ? START : name === '$' ? END : markNamed(name));
  for (const [kind, name] of cueKinds.entries()) {
    for (const [value, cues] of Object.entries(cueValues[language][name])) {
      for (const cue of cues.trim().split(/\s+/)) {
        const [a, b] = cue.split('~');
        const number = kind === SHAPE ? cueOf(kind, 0, Number(a)) : cueOf(kind, numberOf(a), b ? numberOf(b) : 0);
        values.set(number, Number(value));
      }
    }
  }
  return { marks, values };
}

const tables = { zh: tableOf('zh'), en: tableOf('en') };

/** Whether tokens are tagged as English ones are (Universal Dependencies). */
const UNIVERSAL = /^[A-Z]/;

/**
 * Fills in how much oftener keywords have the cues of a candidate than others have: a sum of logs of ratios, the mean over its
 * first places; 0 throughout for texts without parts of speech.
 *
 * @param values (candidates)
 */
export function fillByCues(values: Float64Array, candidates: readonly Candidate[], analysis: TextAnalysis): void {
  const { tokens } = analysis;
  const tag = tokens.find(({ partOfSpeech }) => partOfSpeech)?.partOfSpeech;
  if (tag === undefined) return void values.fill(0);
  const table = tables[UNIVERSAL.test(tag) ? 'en' : 'zh'];
  const marks = newIntegers(tokens.length);
  for (let t = 0; t < tokens.length; t++) marks[t] = table.marks.of(tokens[t].partOfSpeech ?? '', tokens[t].word);
  for (let c = 0; c < candidates.length; c++) {
    const places = Math.min(PLACES, candidates[c].spans.length);
    let sum = 0;
    for (let place = 0; place < places; place++) {
      fillCues(cues, candidates[c], place, analysis, marks);
      for (let k = 0; k < CUES; k++) sum += table.values.get(cues[k]) ?? 0;
    }
    values[c] = sum / places;
  }
}

const cues = new Int32Array(CUES);
