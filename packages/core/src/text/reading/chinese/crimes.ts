import { isHanWord } from '../../chinese-characters.js';
import type { Token } from '../../tokenizer.js';
import { joinEverywhere } from './everywhere.js';

const CRIME_TAG = 'nz';
const CRIME = '罪';
/** What comes before the name of a crime, also where the cutter has it with who did it: 涉嫌掩饰、隐瞒犯罪所得罪, 张某犯. */
const ACCUSED = /^(?:(?:人|.?某{1,2})?犯|犯有|触犯|涉嫌|涉|构成|構成|以)$/;
/** Whether a word accuses somebody of the crime after it. */
export const isAccused = (word: string) => ACCUSED.test(word);
/** Between its words. */
const COMMA = '、';
const MOST_TOKENS = 16;
const SHORTEST = 4;

/** Joins names of crimes, which law writes with commas and particles: 危害珍贵、濒危野生动物罪, 销售假冒注册商标的商品罪. */
export function joinCrimes(text: string, tokens: readonly Token[]): readonly Token[] {
  if (!text.includes(CRIME)) return tokens;
  const crimes = new Set<string>();
  for (let t = 1; t < tokens.length; t++) {
    const first = isCrime(tokens[t].word) ? firstOfCrime(tokens, t) : t;
    if (first === t) continue;
    const name = tokens.slice(first, t + 1).reduce((all, { word }) => all + word, '');
    if (name.length >= SHORTEST) crimes.add(name);
  }
  return joinEverywhere(text, tokens, crimes, CRIME_TAG);
}

const isCrime = (word: string) => word.endsWith(CRIME) && !/[犯有无]罪$/.test(word);

/** Where a crime begins that ends at a token: there itself where nobody is accused of it. */
function firstOfCrime(tokens: readonly Token[], end: number): number {
  for (let first = end; first > 0 && end - first < MOST_TOKENS; first--) {
    const { word, kind } = tokens[first - 1];
    if (kind || tokens[first - 1].end !== tokens[first].start) return end;
    if (isAccused(word)) return tokens[first].word === COMMA ? end : first;
    if (word === COMMA && isCrime(tokens[first - 2]?.word ?? '')) return first;
    if (word !== COMMA && !isHanWord(word)) return end;
  }
  return end;
}
