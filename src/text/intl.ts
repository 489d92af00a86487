import type { Cutter } from './cutter-tokenizer.js';

/** The segmenter of the runtime; other versions of ICU cut Chinese, Japanese and Thai otherwise. */
export const intlVersion = `ICU ${(globalThis as { process?: { versions?: { icu?: string } } }).process?.versions?.icu ?? 'unknown'}`;

/** Words by Unicode Standard Annex #29 and the dictionaries of ICU. */
export function intlCutter(locale: string): Cutter {
  const segmenter = new Intl.Segmenter(locale || undefined, { granularity: 'word' });
  return {
    *cut(text) {
      for (const { segment } of segmenter.segment(text)) yield segment;
    },
  };
}
