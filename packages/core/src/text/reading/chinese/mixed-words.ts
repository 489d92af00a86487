import type { Token } from '../../tokenizer.js';
import { FIRST_LATIN, type Pieces } from './pieces.js';
import { BORDER } from './repeats.js';

/**
 * Words of Latin and Chinese characters: those that jieba's dictionary has in capitals, where a text in small letters
 * hides them from it, and a few of the same kind.
 */
const mixedWords =
  'aa制 ab型 a股 b股 h股 n股 a轮 b轮 c轮 bb机 bp机 b超 cd机 c语言 r语言 e化 ic卡 ip卡 ip地址 ip电话 k歌 k线 o型 a型 b型 pc机 ph值 p值 ' +
  'q版 qq号 sim卡 t台 t恤 t恤衫 t型台 u盘 x光 x射线 x光片 γ射线 c罗 4s店 t细胞 b细胞';

/** What may follow a Latin word, the longest first. */
const rests = new Map<string, string[]>();
for (const word of mixedWords.split(' ')) {
  const [latin] = /^\P{Script=Han}+/u.exec(word)!;
  rests.set(
    latin,
    [...(rests.get(latin) ?? []), word.slice(latin.length)].sort((a, b) => b.length - a.length),
  );
}

/** Nouns that jieba takes for measure words, which nothing is counted by after letters: CMR盘, USB口. */
const things = new Set([...'盘盤口片版档檔'].map((character) => character.charCodeAt(0)));
const LETTERS = /^[a-z]{2,6}$/;

/** What has a number before its name: 4号馆, 5号线. */
const numbered = new Set([...'馆楼线院厂机舱桥井矿坑站库门厅店塔'].map((character) => character.charCodeAt(0)));
const NUMBER = /^\d{1,4}$/;
const TYPE = '型'.charCodeAt(0);
const mayBeNumbered = (unit: number) => unit === TYPE || unit === 0x53f7; // 号

/** Joins the words of a text that have Latin letters or a number in them, where they are written without spaces. */
export function joinMixedWords(pieces: Pieces, tokens: readonly Token[]): void {
  const { symbols, tokenOf } = pieces;
  for (let at = 0; at + 1 < symbols.length; at++) {
    if (symbols[at] >= FIRST_LATIN) {
      const latin = tokens[tokenOf[at]].word.toLowerCase();
      const rest = restAt(pieces, tokens, at + 1, latin);
      if (rest) pieces.join(at, at + 1 + rest.length, 'found');
      else if (LETTERS.test(latin) && things.has(unitAt(pieces, tokens, at + 1)) && pieces.isCut(at + 2))
        pieces.join(at, at + 2, 'found');
    } else if (symbols[at] === BORDER && mayBeNumbered(unitAt(pieces, tokens, at + 1))) {
      const token = tokens[tokenOf[at]];
      if (token?.kind === undefined && NUMBER.test(token?.word ?? '')) joinNumbered(pieces, tokens, at);
    }
  }
}

/** Joins 2型糖尿病, 柯萨奇病毒16型 and 4号馆. */
function joinNumbered(pieces: Pieces, tokens: readonly Token[], at: number): void {
  if (unitAt(pieces, tokens, at + 1) === TYPE) {
    if (!pieces.isCut(at + 2)) return;
    const next = at + 2 < pieces.symbols.length ? pieces.kindAt(at + 2) : 'border';
    const isOfNoun = next === 'guess' || (next === 'word' && isNounAt(pieces, tokens, at + 2));
    // 肠道病毒71型, where no noun follows.
    const isAfterNoun = !isOfNoun && at > 0 && pieces.kindAt(at - 1) === 'word' && isNounAt(pieces, tokens, at - 1);
    pieces.join(isAfterNoun ? pieces.startOf(at - 1) : at, isOfNoun ? pieces.endOf(at + 2) : at + 2, 'found');
  } else if (numbered.has(unitAt(pieces, tokens, at + 2)) && mayEndAt(pieces, at + 3)) {
    pieces.join(at, at + 3, 'found');
  }
}

const isNounAt = ({ tokenOf }: Pieces, tokens: readonly Token[], at: number) =>
  /^n/.test(tokens[tokenOf[at]]?.partOfSpeech ?? '');

/** What follows of a word of Latin and Chinese characters. */
const restAt = (pieces: Pieces, tokens: readonly Token[], at: number, latin: string) =>
  rests.get(latin)?.find((rest) => isThere(pieces, tokens, at, rest));

function isThere(pieces: Pieces, tokens: readonly Token[], at: number, rest: string): boolean {
  for (let i = 0; i < rest.length; i++) if (unitAt(pieces, tokens, at + i) !== rest.charCodeAt(i)) return false;
  return mayEndAt(pieces, at + rest.length);
}

/** The code unit that a symbol is, also of a measure word, which is a border to the words around it: 股, 号; 0 for none. */
function unitAt({ symbols, tokenOf }: Pieces, tokens: readonly Token[], at: number): number {
  if (at >= symbols.length) return 0;
  if (symbols[at] !== BORDER) return symbols[at];
  const word = tokens[tokenOf[at]]?.word;
  return word?.length === 1 ? word.charCodeAt(0) : 0;
}

/** Whether the text is cut there, or by a guess alone is not. */
const mayEndAt = (pieces: Pieces, at: number) => pieces.isCut(at) || pieces.kindAt(at) === 'guess';
