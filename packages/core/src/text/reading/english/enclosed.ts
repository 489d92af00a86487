import { LAW } from './numbers.js';
import type { Surroundings } from './surroundings.js';

/** Words in brackets, at most. */
const LONGEST = 6;
const LONGEST_NICKNAME = 3;
/** Brackets of a law, and words before them, at most. */
const MOST_BRACKETS = 3;
const LONGEST_TITLE = 10;
/** Words in small letters within the title of a law. */
const TIE = /^(?:and|for|of|to|with)$/;
const YEAR = /^(?:1\d|20)\d\d$/;

/** Marks brackets and quotation marks within a name: the Private Housing (Tenancies) (Scotland) Act 2016, Tunde "Hammer" Bakare. */
export function markEnclosed(around: Surroundings, at: number): void {
  const sign = around.word(at);
  if (sign === '(') markLaw(around, at);
  else if (sign === '"') markNickname(around, at, '"');
  else if (sign === '“') markNickname(around, at, '”');
}

function markNickname(around: Surroundings, at: number, closing: string): void {
  if (!around.follows(at) || !isNameWord(around, at - 1)) return;
  const first = around.word(at + 1) === 'the' && around.isCapital(at + 1) ? at + 2 : at + 1;
  let close = first;
  while (close - first < LONGEST_NICKNAME && isNameWord(around, close)) close++;
  if (close === first || around.word(close) !== closing) return;
  if (around.tags[close + 1] !== 'PROPN' || !around.follows(close + 1)) return;
  if (around.tags[at - 1] === 'NOUN' && around.opensSentence(at - 1)) return;
  markName(around, at - 1, close);
}

function markLaw(around: Surroundings, at: number): void {
  if (!around.follows(at) || !isTitleWord(around, at - 1)) return;
  let head = at;
  for (let brackets = 0; around.word(head) === '('; brackets++) {
    const close = brackets < MOST_BRACKETS ? closeOf(around, head) : 0;
    if (close === 0 || !around.follows(close + 1)) return;
    head = close + 1;
  }
  if (!isLaw(around, head)) return;
  const start = startOfTitle(around, at);
  if (start === 0) return;
  markName(around, start, head);
  if (!isYear(around, head + 1)) return;
  around.tags[head + 1] = 'NUM:part';
  // "Act 2007 covers teachers": the name ends in the year.
  if (around.tags[head + 2] === 'NOUN' && !around.isCapital(head + 2)) around.tags[head + 2] = 'VERB';
}

/** Where a bracket closes after words of a title; 0 if it does not. */
function closeOf(around: Surroundings, at: number): number {
  let close = at + 1;
  while (close - at <= LONGEST && (isTitleWord(around, close) || isTie(around, close) || isAdverb(around, close)))
    close++;
  return close > at + 1 && around.word(close) === ')' ? close : 0;
}

/** Whether a word is what a law is called, at the end of its name: no "Act quickly", and Bill Newton is a person. */
function isLaw(around: Surroundings, at: number): boolean {
  if (!LAW.test(around.word(at)) || !around.isCapital(at)) return false;
  if (isYear(around, at + 1)) return true;
  if (around.isCapital(at + 1) && around.follows(at + 1)) return false;
  return around.tags[at] !== 'VERB' || /^(?:AUX|PUNCT|VERB|)$/.test(around.tags[at + 1] ?? '');
}

/** Where the title before brackets begins: Children and Young People (Scotland) Act; 0 if it is too long for one. */
function startOfTitle(around: Surroundings, at: number): number {
  let start = at - 1;
  while (at - start <= LONGEST_TITLE) {
    if (!around.follows(start)) return start;
    if (isTitleWord(around, start - 1)) start--;
    else if (isTie(around, start - 1) && opensTitle(around, start - 2) && around.follows(start - 1)) start -= 2;
    else return start;
  }
  return 0;
}

const opensTitle = (around: Surroundings, at: number) =>
  isTitleWord(around, at) && !around.opensSentence(at) && !LAW.test(around.word(at));

function markName(around: Surroundings, first: number, last: number): void {
  for (let t = first; t <= last; t++) {
    if (around.tags[t].startsWith('PUNCT')) around.tags[t] = 'PUNCT:link';
    else if (around.isCapital(t)) around.tags[t] = 'PROPN';
    else around.tags[t] = around.word(t) === 'and' ? 'CCONJ:link' : 'ADP:link';
  }
}

/** Registration Abroad; before the brackets it may open a sentence. */
const isAdverb = (around: Surroundings, at: number) => around.isCapital(at) && around.tags[at] === 'ADV';
const isYear = (around: Surroundings, at: number) => around.follows(at) && YEAR.test(around.word(at));
const isTie = (around: Surroundings, at: number) => TIE.test(around.word(at)) && !around.isCapital(at);

const isNameWord = (around: Surroundings, at: number) =>
  around.isCapital(at) && /^(?:PROPN|NOUN)$/.test(around.tags[at] ?? '');
const isTitleWord = (around: Surroundings, at: number) =>
  around.isCapital(at) && /^(?:ADJ|NOUN|PROPN|VERB)$/.test(around.tags[at] ?? '');
