import type { Normalization } from './tokenizer.js';

/** A text made uniform, and where each part of it comes from. */
export interface NormalizedText {
  readonly text: string;
  /** Offset in the original text of where the normalized code unit at `offset` begins. */
  startOf(offset: number): number;
  /** Offset in the original text after the normalized code unit before `offset`. */
  endOf(offset: number): number;
}

/**
 * Characters that every normalization turns into one code unit each, unless marks follow: ASCII, letters and signs of Western
 * Europe, Greek, common punctuation and signs, Han, full-width forms. Nearly all Chinese and English text is nothing else, and needs no map.
 */
const simple =
  '[\\0-\\xa7\\xa9-\\xae\\xb0-\\xb3\\xb5-\\xb7\\xb9-\\xbb\\xbf-\\xff\\u0391-\\u03a9\\u03b1-\\u03c9\\u2013-\\u2016\\u2018-\\u2022\\u2030\\u2032\\u2190-\\u2193\\u2248\\u2264\\u2265\\u25a0-\\u25ff\\u3000-\\u3029\\u4e00-\\u9fff\\uff01-\\uff5e]';
const SIMPLE = new RegExp(`^${simple}*$`);

/** Marks go with the character before; half-width voicing marks become marks. */
const mark = '[\\p{M}\\uff9e\\uff9f]';

/** Hangul letters that may join with those beside them. */
const jamo = '[\\u1100-\\u11ff\\u3131-\\u318e\\ua960-\\ua97c\\ud7b0-\\ud7fb\\uffa0-\\uffdc]';

/**
 * The smallest parts that normalize the same alone as within a text: a run of simple characters, a character with the
 * marks after it, a syllable of Hangul letters (initial, vowel, final) before another one, or letters that may join into syllables.
 */
const PART = new RegExp(
  `${simple}+(?!${mark})|` +
    `[\\u1100-\\u1112][\\u1161-\\u1175][\\u11a8-\\u11c2]?(?:(?=[\\u1100-\\u1112][\\u1161-\\u1175])|(?!${jamo}|${mark}))|` +
    `[\\uac00-\\ud7a3]?${jamo}+${mark}*|.${mark}*`,
  'gsu',
);

/**
 * The text as the vocabulary spells it, without a map; the same string as {@link normalizeWithMap} gives. Half a
 * surrogate pair becomes U+FFFD, for segmenters see UTF-8. Case is lowered character by character: a final Σ becomes σ
 * like any other, so that parts of a text normalize like the whole.
 */
export function normalize(text: string, normalization: Normalization): string {
  let out = text.toWellFormed();
  if (normalization === 'nfkc' || normalization === 'nfkc-lowercase') out = out.normalize('NFKC');
  if (normalization === 'lowercase' || normalization === 'nfkc-lowercase') out = out.toLowerCase().replaceAll('ς', 'σ');
  return out;
}

/** {@link normalize} with a map back to the original text. Offsets handed out never split a cluster that changed. */
export function normalizeWithMap(text: string, normalization: Normalization): NormalizedText {
  if (normalization === 'none' || SIMPLE.test(text)) {
    return { text: normalize(text, normalization), startOf: (offset) => offset, endOf: (offset) => offset };
  }
  const starts: number[] = [];
  const ends: number[] = [];
  let normalized = '';
  let at = 0;
  for (const [part] of text.matchAll(PART)) {
    const changed = normalize(part, normalization);
    const inPlace = changed === part || SIMPLE.test(part);
    for (let i = 0; i < changed.length; i++) {
      starts.push(inPlace ? at + i : at);
      ends.push(inPlace ? at + i + 1 : at + part.length);
    }
    normalized += changed;
    at += part.length;
  }
  return { text: normalized, startOf: (offset) => starts[offset], endOf: (offset) => ends[offset - 1] };
}
