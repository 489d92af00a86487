import { Converter } from 'opencc-js/t2cn';
import type { Tokenizer } from './tokenizer.js';

/** Characters that only Traditional Chinese has, and has in nearly every sentence. */
const TELLTALE =
  /[這個們來說對會為時過還沒麼樣問題學國開關發現經與從後實點種體應當無電話車東長門員號級書見頭業產動務報議區萬億單論證護總結構線組統計設備員團際標準資訊選擇權讓給聽讀寫買賣價錢貨進達連運遠邊觀歡歷廣廠衛術]/;

let made: ((text: string) => string) | undefined;

function converter(): (text: string) => string {
  const convert = made ?? Converter({ from: 't', to: 'cn' });
  made = convert;
  return convert;
}

/**
 * A text in Simplified Chinese, character by character, so that every offset stays where it is; the text itself when it
 * has nothing of Traditional Chinese in it. By OpenCC's dictionaries.
 */
export function toSimplified(text: string): string {
  if (!TELLTALE.test(text)) return text;
  const convert = converter();
  const simplified = convert(text);
  if (simplified.length === text.length) return simplified;
  // A few rare characters have simplified forms of two code units.
  return Array.from(text, (character) => {
    const one = convert(character);
    return one.length === character.length ? one : character;
  }).join('');
}

/** A tokenizer of Simplified Chinese that also cuts Traditional Chinese: words come out simplified, offsets are the text's own. */
export function simplifying(tokenizer: Tokenizer): Tokenizer {
  return {
    ...tokenizer,
    simplify: toSimplified,
    tokenize: (text) => tokenizer.tokenize(toSimplified(text)),
    words: (text) => tokenizer.words(toSimplified(text)),
  };
}

/** Whether a vocabulary knows Simplified Chinese alone, by words that no Chinese corpus is without. */
export function knowsSimplifiedOnly(indexOf: (word: string) => number | undefined): boolean {
  return indexOf('这') !== undefined && indexOf('這') === undefined;
}
