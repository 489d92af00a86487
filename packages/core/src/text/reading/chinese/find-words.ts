import { mayBegin, mayEnd } from '../../chinese-characters.js';
import type { PieceKind, Pieces } from './pieces.js';
import { findRepeats, type Repeat } from './repeats.js';

/** Symbols of the longest word that is looked for. */
const LONGEST = 8;
/** So many times a character that is a word has to be seen in a longer one… */
const ENOUGH = 3;
/** …and in such a share of its places in the text. */
const LARGE_SHARE = 0.5;

/**
 * Finds what a text repeats as a whole, and cuts it as one piece wherever it occurs, also across the borders of guesses.
 *
 * Of what is repeated, phrases of known words stay cut. A word has a piece in it that cannot stand alone: a guess or a
 * character. The more frequent is joined first, of equally frequent ones the longer.
 */
export function findWords(pieces: Pieces): void {
  const repeats = findRepeats(pieces.symbols, pieces.eligible, LONGEST);
  repeats.sort((a, b) => b.starts.length - a.starts.length || b.length - a.length);
  if (repeats.length === 0) return;
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
  // What is nowhere cut as a whole, or less often than known words are where it is, is known worse than they are.
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
  const opens = pieces.kindAt(start);
  const closes = pieces.kindAt(end - 1);
  let isLoose = false;
  /** Pieces of more than one character that are words, and those that are not. */
  let known = 0;
  let unknown = 0;
  for (let at = start; at < end; at = pieces.endOf(at)) {
    const kind = pieces.kindAt(at);
    if (kind === 'word' || kind === 'latin' || kind === 'found') known++;
    else if (kind !== 'name') unknown++;
    if (kind === 'guess' || kind === 'bound') isLoose = true;
    if (kind === 'single' && count >= ENOUGH && count >= LARGE_SHARE * singles.get(symbols[at])!) isLoose = true;
  }
  if (!isLoose) return undefined;
  // 大 语言 模型: a character that the text has nearly always before the same two words.
  if (known === 2) return opens === 'single' && unknown === 1 ? 'found' : undefined;
  // A guess beside a word may be a word itself: the two are a phrase.
  const isPhrase = known === 1 && unknown === 1 && (opens === 'guess' || closes === 'guess');
  return known > 2 || isPhrase ? undefined : 'found';
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
