import type { Piece } from '../cutter-tokenizer.js';
import { amountsIn, MIDDLE_DOT } from './japanese.js';

/** A word with its part of speech as the dictionary IPADIC has it; `UNK` for what is not in it. */
export interface AnalysedWord {
  readonly surface: string;
  readonly partOfSpeech?: string;
  readonly partOfSpeechSubcategory1?: string;
  readonly partOfSpeechSubcategory2?: string;
}

/** A morphological analyser, whose words joined are as long as the text: the tokenizer of `lindera-wasm-nodejs-ipadic`. */
export interface JapaneseAnalyser {
  tokenize(text: string): readonly AnalysedWord[];
}

/** Nouns that name nothing: pronouns, numbers, and words such as こと, 今回 and 以上. */
const NAMELESS = new Set(['代名詞', '非自立', '副詞可能', '特殊', '数', '接続詞的', '引用文字列', '動詞非自立的']);
/** Suffixes that are not of the name of a thing: counters, 後 and 中, さん and 氏, 的 and そう. */
const LOOSE_SUFFIXES = new Set(['助数詞', '副詞可能', '人名', '形容動詞語幹', '助動詞語幹', '特殊']);
/** Prefixes that say which or are polite, and make no other word. */
const DETERMINING = /^[各同両本毎当約ご御お]$/;
/** Suffixes of several of a kind. */
const PLURAL = /^(?:たち|達|ら|がた)$/;
const ENDS_AS_WORD = /\p{L}$/u;

/** What a word is to the nouns beside it. */
type Role = 'noun' | 'prefix' | 'suffix' | 'none';

/**
 * Pieces of a text as an analyser cuts it: of nouns alone, with the prefixes and suffixes that make one word with them (実業家,
 * 新製品). All else is in no phrase, but a middle dot, which ties the parts of a foreign name.
 */
export function analysedJapanese(analyser: JapaneseAnalyser, text: string): Piece[] {
  const words = analyser.tokenize(text);
  const isAmount = amountsIn(words.map(({ surface }) => surface));
  const pieces: Piece[] = [];
  let before: Role = 'none';
  let at = 0;
  for (const [w, analysed] of words.entries()) {
    // The analyser writes half a surrogate pair otherwise.
    const word = text.slice(at, at + analysed.surface.length);
    at += word.length;
    const role = isAmount[w] ? 'none' : roleOf(analysed);
    const last = pieces.at(-1);
    const isOne = (role === 'suffix' && before === 'noun') || (role === 'noun' && before === 'prefix');
    if (isOne && last && ENDS_AS_WORD.test(last.word)) {
      pieces[pieces.length - 1] = { word: last.word + word };
      before = 'noun';
      continue;
    }
    if (role === 'noun') pieces.push({ word });
    else pieces.push({ word, partOfSpeech: word === MIDDLE_DOT ? 'PUNCT:link' : 'X' });
    before = role;
  }
  return pieces;
}

function roleOf(word: AnalysedWord): Role {
  const { surface, partOfSpeech, partOfSpeechSubcategory1: kind = '', partOfSpeechSubcategory2 = '' } = word;
  if (partOfSpeech === '接頭詞') return kind === '数接続' || DETERMINING.test(surface) ? 'none' : 'prefix';
  if (partOfSpeech !== '名詞') return partOfSpeech === 'UNK' ? 'noun' : 'none';
  if (kind === '接尾') return LOOSE_SUFFIXES.has(partOfSpeechSubcategory2) || PLURAL.test(surface) ? 'none' : 'suffix';
  return NAMELESS.has(kind) ? 'none' : 'noun';
}
