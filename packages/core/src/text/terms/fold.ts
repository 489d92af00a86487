import { type NormalizedText, normalizeWithMap } from '../normalize.js';
import { mayBePlural, singular } from '../singular.js';
import type { Tokenizer } from '../tokenizer.js';

/** A text made so that equal terms are equal strings, and where each code unit of it comes from. */
export interface FoldedText {
  readonly text: string;
  /** Offset in the text as given of what a code unit comes from. */
  startOf(unit: number): number;
  /** Offset after it. */
  endOf(unit: number): number;
}

/** A word of letters that has plurals: English, and what is written like it. */
const NOUN = /^[a-z]{3,}$/;
/** e-mail is email, and X-ray is xray. */
const ONE_LETTER = /^[a-z]$/;

/**
 * Folds a text: NFKC and Unicode's full case folding (ß is ss) with İ as i, which its own language alone tells apart; Traditional characters as the tokenizer takes them, English plurals as singulars, a hyphen
 * between words and any white space as one space, a curled apostrophe as a straight one. Words are never stemmed: news is
 * not new, organ not organization.
 */
export function foldText(given: string, { simplify }: Pick<Tokenizer, 'simplify'>): FoldedText {
  const normalized = normalizeWithMap(given, 'nfkc-lowercase');
  const text = simplify ? simplify(normalized.text) : normalized.text;
  const out = new Folder(normalized);
  // What stays as it is is copied together.
  let copied = 0;
  const copyTo = (start: number, end: number) => {
    if (start > copied) out.add(text.slice(copied, start), copied, start);
    copied = end;
  };
  for (let start = 0, end = 0; start < text.length; start = end) {
    const unit = text.charCodeAt(start);
    end = start + 1;
    if (isSmallOrDigit(unit)) {
      while (isSmallOrDigit(text.charCodeAt(end))) end++;
      if (!mayBePlural(text, end) || isWordAt(text, start - 1) || isWordAt(text, end)) continue;
      const word = text.slice(start, end);
      const noun = NOUN.test(word) ? singular(word) : word;
      if (noun === word) continue;
      copyTo(start, end);
      out.add(noun, start, end);
    } else if (isBlank(unit)) {
      while (isBlank(text.charCodeAt(end))) end++;
      if (unit === SPACE && end === start + 1) continue;
      copyTo(start, end);
      out.add(' ', start, end);
    } else if (unit === CURLED) {
      copyTo(start, end);
      out.add("'", start, end);
    } else if (isHyphen(unit) && isWordAt(text, start - 1) && isWordAt(text, end)) {
      copyTo(start, end);
      if (!endsWithOneLetter(text, start)) out.add(' ', start, end);
    } else if (unit === DOT_ABOVE) {
      // Of İ in small letters.
      if (text[start - 1] === 'i') copyTo(start, end);
    } else if (isFoldedToTwo(unit)) {
      copyTo(start, end);
      out.add(text[start].toUpperCase().toLowerCase().normalize(), start, end);
    }
  }
  copyTo(text.length, text.length);
  return out;
}

/** A term folded, without white space around it; empty where nothing is left. */
export function foldTerm(term: string, tokenizer: Pick<Tokenizer, 'simplify'>): string {
  return foldText(term, tokenizer).text.trim();
}

const SPACE = 0x20;
const CURLED = 0x2019;
const DOT_ABOVE = 0x307;
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

/** A folded text in parts, each of which comes from one part of the normalized text. */
class Folder implements FoldedText {
  text = '';
  private readonly normalized: NormalizedText;
  /** Where each part begins in the folded text, and where what it comes from begins and ends in the normalized one. */
  private readonly begins: number[] = [];
  private readonly froms: number[] = [];
  private readonly tos: number[] = [];

  constructor(normalized: NormalizedText) {
    this.normalized = normalized;
  }

  /** A part in place of what the normalized text has from `from` to `to`. Where it is longer, its last letters all come from the last one there. */
  add(part: string, from: number, to: number): void {
    this.begins.push(this.text.length);
    this.froms.push(from);
    this.tos.push(to);
    this.text += part;
  }

  startOf(unit: number): number {
    const p = this.partAt(unit);
    return this.normalized.startOf(Math.min(this.froms[p] + unit - this.begins[p], this.tos[p] - 1));
  }

  endOf(unit: number): number {
    const p = this.partAt(unit);
    const isLast = unit + 1 === (this.begins[p + 1] ?? this.text.length);
    return this.normalized.endOf(
      isLast ? this.tos[p] : Math.min(this.froms[p] + unit + 1 - this.begins[p], this.tos[p]),
    );
  }

  private partAt(unit: number): number {
    let low = 0;
    let high = this.begins.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.begins[middle] <= unit) low = middle;
      else high = middle;
    }
    return low;
  }
}
