import type { KeywordAnalysis } from '@telltale/core';

/** A part of the text as it is shown. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Token of the explanation, −1 between tokens. */
  readonly token: number;
  /** Keyword that is here, the best where several do; −1 where none. */
  readonly keyword: number;
}

/**
 * Cuts a text at its tokens and keywords: joined, the segments are the text.
 *
 * @param analysis with or without an explanation
 * @param end where to stop; the rest of a long text is shown without words to point at
 */
export function segmentText(text: string, { keywords, explanation }: KeywordAnalysis, end = text.length): Segment[] {
  const keywordAt = new Int32Array(end).fill(-1);
  for (let k = keywords.length - 1; k >= 0; k--) {
    for (const [from, to] of keywords[k].offsets) keywordAt.fill(k, from, to);
  }
  const segments: Segment[] = [];
  const add = (from: number, to: number, token: number) => {
    for (let start = from; start < to; ) {
      let stop = start + 1;
      while (stop < to && keywordAt[stop] === keywordAt[start]) stop++;
      segments.push({ start, end: stop, token, keyword: keywordAt[start] });
      start = stop;
    }
  };
  let at = 0;
  explanation?.tokens.forEach(([from, to], token) => {
    // Characters that normalization takes apart give several tokens at one place.
    if (from < at || to > end) return;
    add(at, from, -1);
    add(from, to, token);
    at = to;
  });
  add(at, end, -1);
  return segments;
}

/**
 * For every keyword how much each token adds to it, 0 … 1 on a scale of its own: its own words, and those that it clearly
 * explains; 0 for all others.
 */
export function heatOf({ keywords, explanation }: KeywordAnalysis): number[][] {
  if (!explanation) return [];
  const { tokens, contributions, explainedBy } = explanation;
  return contributions.map((row, k) => {
    const most = row.reduce((a, b) => Math.max(a, b), 0) || 1;
    const isOwn = ([start, end]: readonly [number, number]) =>
      keywords[k].offsets.some(([from, to]) => start >= from && end <= to);
    return row.map((value, t) => {
      return explainedBy[t] === k || isOwn(tokens[t]) ? Math.sqrt(Math.max(0, value) / most) : 0;
    });
  });
}
