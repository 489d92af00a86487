import { isHanWord } from '../../chinese-characters.js';
import { GUESS_TAG } from '../../recut.js';
import { Scratch } from '../../scratch.js';
import { isFunctionTag, isKeptStopWord } from '../../stop-words.js';
import type { Token } from '../../tokenizer.js';
import { isNameTag } from '../../word-class.js';
import { BORDER } from './repeats.js';

/**
 * What a piece of a cut text is to a word around it: `border` is in no word, a `guess` is in no dictionary, `bound` is a
 * character that is not a word of its own, `single` one that is, `word` is known, `name` is a known name, `latin` has
 * other letters, `found` was found in the text.
 */
export type PieceKind = 'border' | 'guess' | 'bound' | 'single' | 'word' | 'name' | 'latin' | 'found';

/** jieba's tag of Latin words. */
const LATIN_TAG = 'eng';
/** The symbols of Latin words begin here, above all code units. */
export const FIRST_LATIN = 0x10000;
/** Characters that a guess has at most. */
const LONGEST_GUESS = 8;
/** Tags of morphemes, prefixes and suffixes. */
const boundTag = /^(g|[a-z]g|k|h)$/;

/** What a token is, as it was cut. */
function kindOf({ word, start, end, partOfSpeech: tag = '', kind, isGuess }: Token, isHan: boolean): PieceKind {
  if (kind !== undefined) return 'border';
  if (!isHan) return tag === LATIN_TAG ? 'latin' : 'border';
  // Nothing says where inside it the parts of a character are that normalization expanded.
  if (word.length !== end - start || isKeptStopWord(word)) return 'border';
  const ofTag = isGuess ? 'guess' : (kindOfTag.get(tag) ?? keepKind(tag));
  if (word.length > 1) return ofTag === 'guess' && word.length > LONGEST_GUESS ? 'border' : ofTag;
  return ofTag === 'guess' || boundTag.test(tag) ? 'bound' : ofTag === 'border' ? 'border' : 'single';
}

/** There are few tags: what longer words with each are. */
const kindOfTag = new Map<string, PieceKind>();

function keepKind(tag: string): PieceKind {
  const isKnown = boundTag.test(tag) || !isFunctionTag(tag);
  const kind = tag === GUESS_TAG ? 'guess' : !isKnown ? 'border' : isNameTag(tag) ? 'name' : 'word';
  kindOfTag.set(tag, kind);
  return kind;
}

const [allSymbols, allTokens, allCuts, allEligible] = Array.from({ length: 4 }, () => new Scratch());

/**
 * A text as symbols – a Chinese character each, a Latin word whole – and where it is cut between them, which may be
 * changed. It is good until the next one is made.
 */
export class Pieces {
  readonly symbols: Int32Array;
  /** (symbols) 1 for what may be of a word that is found: what cannot stand alone, with the words beside it. */
  readonly eligible: Int32Array;
  /** (symbols) the token that a symbol is of; −1 for the space between two. */
  readonly tokenOf: Int32Array;
  /** (symbols + 1) whether a piece begins there. */
  private readonly cuts: Int32Array;
  /** (symbols) what the piece is that begins there. */
  private readonly kinds: PieceKind[];

  constructor(tokens: readonly Token[]) {
    let most = tokens.length;
    for (const { word } of tokens) most += word.length;
    const symbols = allSymbols.take(most);
    const tokenOf = allTokens.take(most);
    const cuts = allCuts.zeros(most + 4);
    const eligible = allEligible.zeros(most);
    const kinds = new Array<PieceKind>(most);
    let latin: Map<string, number> | undefined;
    let at = 0;
    /** Where the token before begins, and how many from here may be of a word with one that cannot stand alone. */
    let before = 0;
    let open = 0;
    const begin = (symbol: number, token: number, kind: PieceKind) => {
      symbols[at] = symbol;
      tokenOf[at] = token;
      cuts[at] = 1;
      kinds[at++] = kind;
    };
    for (let t = 0; t < tokens.length; t++) {
      const { word, start } = tokens[t];
      const isHan = isHanWord(word);
      const kind = kindOf(tokens[t], isHan);
      if (t > 0 && tokens[t - 1].end !== start) begin(BORDER, -1, 'border');
      const first = at;
      if (kind === 'border') begin(BORDER, t, kind);
      else if (isHan) {
        begin(word.charCodeAt(0), t, kind);
        for (let i = 1; i < word.length; i++) {
          symbols[at] = word.charCodeAt(i);
          tokenOf[at] = t;
          kinds[at++] = kind;
        }
      } else {
        latin ??= new Map();
        const number = latin.get(word) ?? latin.size;
        latin.set(word, number);
        begin(FIRST_LATIN + number, t, kind);
      }
      const isLoose = kind === 'guess' || kind === 'bound' || kind === 'single';
      if (isLoose) {
        eligible.fill(1, before, at);
        open = kind === 'single' ? 2 : 1;
      } else if (open-- > 0) eligible.fill(1, first, at);
      before = first;
    }
    cuts[at] = 1;
    this.symbols = symbols.subarray(0, at);
    this.tokenOf = tokenOf.subarray(0, at);
    this.eligible = eligible;
    this.cuts = cuts;
    this.kinds = kinds;
  }

  /** Whether there is a cut before a symbol. */
  isCut(at: number): boolean {
    return this.cuts[at] === 1;
  }

  /** What the piece is that a symbol is in. */
  kindAt(at: number): PieceKind {
    return this.kinds[this.startOf(at)];
  }

  /** Where the piece begins that a symbol is in. */
  startOf(at: number): number {
    let start = at;
    while (this.cuts[start] === 0) start--;
    return start;
  }

  /** Where the piece ends that a symbol is in. */
  endOf(at: number): number {
    let end = at + 1;
    while (this.cuts[end] === 0) end++;
    return end;
  }

  /** Makes one piece of some symbols; what is left of pieces that it cuts is a guess. */
  join(start: number, end: number, kind: PieceKind): void {
    this.cutAt(start);
    this.cutAt(end);
    this.cuts.fill(0, start + 1, end);
    this.kinds[start] = kind;
  }

  private cutAt(at: number): void {
    if (this.cuts[at] === 1) return;
    const start = this.startOf(at);
    const end = this.endOf(at);
    this.cuts[at] = 1;
    this.kinds[start] = at - start > 1 ? 'guess' : 'bound';
    this.kinds[at] = end - at > 1 ? 'guess' : 'bound';
  }
}
