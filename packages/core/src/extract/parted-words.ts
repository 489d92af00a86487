import { NAME_DOT } from '../text/chinese-characters.js';
import { isAccused } from '../text/reading/chinese/crimes.js';
import type { Token } from '../text/tokenizer.js';
import { endsAsName, isNameHead } from './term-openings.js';

/** Prizes and streets are named after people. */
const NAMED_AFTER = /[奖獎杯街路]$/;

/**
 * Whether a Chinese word is of no phrase with the one before it: a crime with that somebody is accused (构成盗窃罪), and what follows a
 * foreign name (列夫·托尔斯泰著) but where both are one name (列夫·托尔斯泰纪念馆).
 */
export function isParted(before: Token, { word, partOfSpeech = '' }: Token): boolean {
  if (word.length > 2 && word.endsWith('罪')) return isAccused(before.word);
  if (!before.partOfSpeech?.startsWith('nr') || !NAME_DOT.test(before.word)) return false;
  return !isNameHead(word) && !(/^n/.test(partOfSpeech) && (NAMED_AFTER.test(word) || endsAsName(word)));
}
