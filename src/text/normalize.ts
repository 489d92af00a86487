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
 * Characters that every normalization turns into one code unit each, whatever stands beside them: ASCII, common
 * punctuation, Han, full-width forms. Nearly all Chinese and English text is nothing else, and needs no map.
 */
const SIMPLE = /^[\0-\x7f\u2013-\u2016\u2018-\u2022\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/;

/**
 * The smallest parts that normalize the same alone as within a text: a character with the marks after it (half-width
 * voicing marks become marks), or Hangul letters that may join into syllables.
 */
const CLUSTER =
  /[\uac00-\ud7a3]?[\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\ud7b0-\ud7fb\uffa0-\uffdc]+[\p{M}\uff9e\uff9f]*|.[\p{M}\uff9e\uff9f]*/gsu;

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
  for (const [cluster] of text.matchAll(CLUSTER)) {
    const part = normalize(cluster, normalization);
    const unchanged = part === cluster;
    for (let i = 0; i < part.length; i++) {
      starts.push(unchanged ? at + i : at);
      ends.push(unchanged ? at + i + 1 : at + cluster.length);
    }
    normalized += part;
    at += cluster.length;
  }
  return { text: normalized, startOf: (offset) => starts[offset], endOf: (offset) => ends[offset - 1] };
}
