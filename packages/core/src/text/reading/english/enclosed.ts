import { LAW } from './numbers.js';
import type { Surroundings } from './surroundings.js';

const CLOSES = new Map([
  ['(', ')'],
  ['"', '"'],
  ['“', '”'],
]);
/** Words in brackets or quotation marks, at most. */
const LONGEST = 3;

/** Marks brackets and quotation marks within a name: the Private Housing (Tenancies) (Scotland) Act 2016, Tunde "Hammer" Bakare. */
export function markEnclosed(around: Surroundings, at: number): void {
  const sign = around.word(at);
  if (sign.length !== 1 || !CLOSES.has(sign) || !around.follows(at)) return;
  // Before a second bracket is a first one.
  if (!isNameWord(around, at - 1) && around.tags[at - 1] !== 'PUNCT:link') return;
  const close = closeOf(around, at);
  if (close === 0) return;
  const isWithin =
    sign === '(' ? opensLaw(around, close + 1) : around.tags[at - 1] === 'PROPN' && isEndOfName(around, close + 1);
  if (!isWithin) return;
  for (let t = at + 1; t < close; t++) around.tags[t] = 'PROPN';
  for (const t of [at, close]) around.tags[t] = 'PUNCT:link';
}

/** Where what is opened at a place closes after names; 0 if it does not. */
function closeOf(around: Surroundings, at: number): number {
  let close = at + 1;
  while (close - at <= LONGEST && isNameWord(around, close)) close++;
  if (close === at + 1 || close + 1 >= around.tags.length || around.opensLine(close + 1)) return 0;
  return around.word(close) === CLOSES.get(around.word(at)) ? close : 0;
}

/** Whether a law is named from a place on, brackets before it. */
function opensLaw(around: Surroundings, at: number): boolean {
  if (around.word(at) !== '(') return LAW.test(around.word(at)) && around.isCapital(at) && around.follows(at);
  const close = closeOf(around, at);
  return close > 0 && opensLaw(around, close + 1);
}

const isEndOfName = (around: Surroundings, at: number) => around.tags[at] === 'PROPN' && around.follows(at);

const isNameWord = (around: Surroundings, at: number) =>
  around.isCapital(at) && /^(?:PROPN|NOUN)$/.test(around.tags[at] ?? '');
