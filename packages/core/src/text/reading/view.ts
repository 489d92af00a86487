/** A part of a text that is replaced before the text is cut. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** A text as the tokenizer sees it, and where each place of it comes from. */
export interface TextView {
  readonly text: string;
  /** Offset in the text as given of the code unit at an offset of the view. */
  startOf(offset: number): number;
  /** Offset in the text as given after the code unit before an offset of the view. */
  endOf(offset: number): number;
  /** Offset in the view of an offset of the text as given that is in no edit. */
  at(given: number): number;
}

/** @param edits in order, none overlapping */
export function viewOf(given: string, edits: readonly Edit[]): TextView {
  if (edits.length === 0) return { text: given, startOf: same, endOf: same, at: same };
  let text = '';
  /** (edits + 1) where what follows the edits before begins, in the view and in the text as given. */
  const places = [0];
  const origins = [0];
  for (const { start, end, by } of edits) {
    text += given.slice(origins[origins.length - 1], start) + by;
    places.push(text.length);
    origins.push(end);
  }
  text += given.slice(origins[origins.length - 1]);
  const startOf = (offset: number) => {
    const e = lastNotAfter(places, offset);
    return Math.min(origins[e] + offset - places[e], edits[e]?.start ?? given.length);
  };
  return {
    text,
    startOf,
    endOf: (offset) => {
      if (offset === 0) return 0;
      const e = lastNotAfter(places, offset - 1);
      const end = origins[e] + offset - places[e];
      return edits[e] && end > edits[e].start ? edits[e].end : end;
    },
    at: (offset) => {
      const e = lastNotAfter(origins, offset);
      return places[e] + offset - origins[e];
    },
  };
}

const same = (offset: number) => offset;

function lastNotAfter(places: readonly number[], offset: number): number {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (places[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
