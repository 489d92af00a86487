import { normalizeWithMap } from '../normalize.js';
import { singular } from '../singular.js';
import type { Tokenizer } from '../tokenizer.js';

/** A text made so that equal terms are equal strings, and where each code unit of it comes from. */
export interface FoldedText {
  readonly text: string;
  /** (text.length) offset in the text as given of what each code unit comes from. */
  readonly starts: Int32Array;
  /** (text.length) offset after it. */
  readonly ends: Int32Array;
}

/** A word of letters that has plurals: English, and what is written like it. */
const NOUN = /^[a-z]{3,}$/;
/** e-mail is email, and X-ray is xray. */
const ONE_LETTER = /^[a-z]$/;
/** A letter folds to two at most, and a singular is longer than its plural by less: mice. */
const MOST_GROWTH = 2;

/**
 * Folds a text: NFKC and Unicode's full case folding (ß is ss) with İ as i, which its own language alone tells apart; Traditional characters as the tokenizer takes them, English plurals as singulars, a hyphen
 * between words and any white space as one space, a curled apostrophe as a straight one. Words are never stemmed: news is
 * not new, organ not organization.
 */
export function foldText(given: string, { simplify }: Pick<Tokenizer, 'simplify'>): FoldedText {
  const normalized = normalizeWithMap(given, 'nfkc-lowercase');
  const text = simplify ? simplify(normalized.text) : normalized.text;
  const out = new Folder(normalized.startOf, normalized.endOf, text.length);
  // What stays as it is is copied together.
  let copied = 0;
  const copyTo = (start: number, end: number) => {
    out.copy(text, copied, start);
    copied = end;
  };
  for (let start = 0, end = 0; start < text.length; start = end) {
    const unit = text.charCodeAt(start);
    end = start + 1;
    if (isSmallOrDigit(unit)) {
      while (isSmallOrDigit(text.charCodeAt(end))) end++;
      if (!PLURAL_END.test(text[end - 1]) || isWordAt(text, start - 1) || isWordAt(text, end)) continue;
      const word = text.slice(start, end);
      const noun = NOUN.test(word) ? singular(word) : word;
      if (noun === word) continue;
      copyTo(start, end);
      out.word(noun, start, end);
    } else if (isBlank(unit)) {
      while (isBlank(text.charCodeAt(end))) end++;
      if (unit === SPACE && end === start + 1) continue;
      copyTo(start, end);
      out.space(start, end);
    } else if (unit === CURLED) {
      copyTo(start, end);
      out.word("'", start, end);
    } else if (isHyphen(unit) && isWordAt(text, start - 1) && isWordAt(text, end)) {
      copyTo(start, end);
      if (!endsWithOneLetter(text, start)) out.space(start, end);
    } else if (unit === DOT_ABOVE) {
      // Of İ in small letters.
      if (text[start - 1] === 'i') copyTo(start, end);
    } else if (isFoldedToTwo(unit)) {
      copyTo(start, end);
      out.word(text[start].toUpperCase().toLowerCase().normalize(), start, end);
    }
  }
  out.copy(text, copied, text.length);
  return out.folded();
}

/** A term folded, without white space around it; empty where nothing is left. */
export function foldTerm(term: string, tokenizer: Pick<Tokenizer, 'simplify'>): string {
  return foldText(term, tokenizer).text.trim();
}

const SPACE = 0x20;
const CURLED = 0x2019;
const DOT_ABOVE = 0x307;
/** Last letters of plurals: tags, men, feet, teeth, mice, criteria, stimuli. */
const PLURAL_END = /[snthaei]/;
const isSmallOrDigit = (unit: number) => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
const isHyphen = (unit: number) => unit === 0x2d || unit === 0x2010 || unit === 0x2011;

/** Whether a small letter may fold to two: ß, and Greek ones with an iota below. NFKC has parted all others. */
const isFoldedToTwo = (unit: number) => unit === 0xdf || (unit >= 0x1f80 && unit <= 0x1fff);

/** Whether a code unit is white space, as `\s` has it. */
function isBlank(unit: number): boolean {
  if (unit < 0x80) return unit === SPACE || (unit >= 9 && unit <= 13);
  if (unit >= 0x3001 && unit < 0xfeff) return false;
  return /\s/.test(String.fromCharCode(unit));
}

const isWordAt = (text: string, at: number) => at >= 0 && at < text.length && isWordUnit(text.charCodeAt(at));

function endsWithOneLetter(text: string, end: number): boolean {
  return ONE_LETTER.test(text[end - 1]) && !isWordAt(text, end - 2) && /[a-z]/.test(text[end + 1]);
}

/** Letters of scripts that put spaces between words, their marks, and digits. */
const ALPHABETIC = /[\p{L}\p{M}\p{N}]/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u;

/** Whether a code unit is of a word in a script that puts spaces between words. */
export function isWordUnit(unit: number): boolean {
  if (unit < 0x80)
    return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
  if (unit >= 0x4e00 && unit <= 0x9fff) return false;
  const character = String.fromCharCode(unit);
  return ALPHABETIC.test(character) && !UNSPACED.test(character);
}

class Folder {
  private text = '';
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private length = 0;
  private readonly startOf: (offset: number) => number;
  private readonly endOf: (offset: number) => number;

  constructor(startOf: (offset: number) => number, endOf: (offset: number) => number, length: number) {
    this.startOf = startOf;
    this.endOf = endOf;
    const most = Math.ceil(MOST_GROWTH * length);
    this.starts = new Int32Array(most);
    this.ends = new Int32Array(most);
  }

  copy(text: string, from: number, to: number): void {
    if (from === to) return;
    this.text += text.slice(from, to);
    for (let i = from; i < to; i++) this.place(i, i + 1);
  }

  space(from: number, to: number): void {
    this.text += ' ';
    this.place(from, to);
  }

  /** A word that stands for what the text has. Where it is longer, its last letters all come from the last one there. */
  word(word: string, from: number, to: number): void {
    this.text += word;
    for (let i = 0; i < word.length; i++) {
      this.place(Math.min(from + i, to - 1), i === word.length - 1 ? to : Math.min(from + i + 1, to));
    }
  }

  folded(): FoldedText {
    const { text, starts, ends, length } = this;
    return { text, starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
  }

  private place(from: number, to: number): void {
    this.starts[this.length] = this.startOf(from);
    this.ends[this.length++] = this.endOf(to);
  }
}
