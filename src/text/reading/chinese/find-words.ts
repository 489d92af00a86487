import { mayBegin, mayEnd } from './edges.js';
import type { PieceKind, Pieces } from './pieces.js';
import { findRepeats, type Repeat } from './repeats.js';

/** Symbols of the longest word that is looked for. */
const LONGEST = 8;
/** So many times a character that is a word has to be seen in a longer one… */
const ENOUGH = 3;
/** …and in such a share of its places in the text. */
const LARGE_SHARE = 0.5;

/**
 * Finds what a text repeats as a whole, and cuts it as one piece wherever it stands, also across the borders of guesses.
 *
 * Of what is repeated, phrases of known words stay cut. A word has a piece in it that cannot stand alone: a guess or a
 * character. The more frequent is joined first, of equally frequent ones the longer.
 */
export function findWords(pieces: Pieces): void {
  const repeats = findRepeats(pieces.symbols, pieces.eligible, LONGEST);
  repeats.sort((a, b) => b.starts.length - a.starts.length || b.length - a.length);
  const singles = countSingles(pieces);
  for (const repeat of repeats) joinRepeat(pieces, repeat, singles);
}

function joinRepeat(pieces: Pieces, { starts, length }: Repeat, singles: Map<number, number>): void {
  let whole = -1;
  let wholes = 0;
  let crossing = 0;
  const usable: number[] = [];
  for (const start of starts) {
    const end = start + length;
    const before = pieces.isCut(start) ? undefined : pieces.kindAt(start);
    const after = pieces.isCut(end) ? undefined : pieces.kindAt(end);
    if (before === 'found' || after === 'found') continue;
    usable.push(start);
    if (isKnown(before) || isKnown(after)) crossing++;
    if (before || after) continue;
    wholes++;
    if (whole < 0) whole = start;
  }
  // What is nowhere cut as a whole, or less often than known words are where it stands, is known worse than they are.
  if (whole < 0 || usable.length < 2 || crossing > wholes) return;
  const kind = judge(pieces, whole, whole + length, usable.length, crossing, singles);
  if (kind) for (const start of usable) pieces.join(start, start + length, kind);
}

/** What a repeated run of pieces is as one piece; undefined for no word. */
function judge(
  pieces: Pieces,
  start: number,
  end: number,
  count: number,
  crossing: number,
  singles: Map<number, number>,
): PieceKind | undefined {
  const { symbols } = pieces;
  if (!standsAlone(pieces.kindAt(start)) && !mayBegin(String.fromCharCode(symbols[start]))) return undefined;
  if (!standsAlone(pieces.kindAt(end - 1)) && !mayEnd(String.fromCharCode(symbols[end - 1]))) return undefined;
  if (pieces.endOf(start) === end) {
    const kind = pieces.kindAt(start);
    if (kind === 'guess') return 'found';
    // Known words are cut where they are known to be.
    return crossing > 0 ? undefined : kind;
  }
  let isWord = false;
  /** Known words of more than one character: two of them are a phrase. */
  let known = 0;
  let unknown = 0;
  for (let at = start; at < end; at = pieces.endOf(at)) {
    const kind = pieces.kindAt(at);
    if (kind === 'latin' || kind === 'word' || kind === 'found') known++;
    else if (kind !== 'name') unknown++;
    if (kind === 'guess' || kind === 'bound') isWord = true;
    if (kind === 'single' && count >= ENOUGH && count >= LARGE_SHARE * singles.get(symbols[at])!) isWord = true;
  }
  if (known > 1 || (known === 1 && unknown === 1 && pieces.kindAt(start) === 'guess')) return undefined;
  if (known === 1 && unknown === 1 && pieces.kindAt(end - 1) === 'guess') return undefined;
  return isWord ? 'found' : undefined;
}

const standsAlone = (kind: PieceKind) => kind === 'found' || isKnown(kind);
const isKnown = (kind: PieceKind | undefined) => kind === 'word' || kind === 'name' || kind === 'latin';

/** How often each character is a piece that is a word. */
function countSingles(pieces: Pieces): Map<number, number> {
  const counts = new Map<number, number>();
  for (let at = 0; at < pieces.symbols.length; at++) {
    if (pieces.isCut(at) && pieces.kindAt(at) === 'single') {
      const symbol = pieces.symbols[at];
      counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
    }
  }
  return counts;
}
