import type { Vocabulary } from '../model/vocabulary.js';
import { isHanWord } from '../text/chinese-characters.js';
import type { Token } from '../text/tokenizer.js';

/** Characters of a part, and of a word that is parted: a single one of 炒房客 says something else. */
const PART = 2;
const MOST = 12;
/** Nats that a part costs beside those of its probability, which are fewer. */
const COST = 40;

/**
 * Words with those that the vocabulary lacks parted into words that it has, if it has them all: 雄安新区 is 雄安 and 新区 to a model
 * whose corpus was cut before the dictionary had 雄安新区. Of all ways the one of the fewest words is taken, of these the likeliest.
 */
export function knownWords(tokens: readonly Token[], vocabulary: Vocabulary): Token[] {
  return tokens.flatMap((token) => {
    const { word, start, end, kind } = token;
    if (kind || word.length < 2 * PART || word.length > MOST || end - start !== word.length || !isHanWord(word))
      return token;
    if (vocabulary.indexOf(word) !== undefined) return token;
    const ends = partWord(word, vocabulary);
    return ends.map((to, i) => {
      const from = i === 0 ? 0 : ends[i - 1];
      return { ...token, word: word.slice(from, to), start: start + from, end: start + to };
    });
  });
}

/** Where the parts of a word end; one part where the vocabulary does not have all of any way. */
function partWord(word: string, vocabulary: Vocabulary): number[] {
  const { length } = word;
  const costs = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(length + 1);
  costs[0] = 0;
  for (let to = 1; to <= length; to++) {
    for (let at = 0; at <= to - PART; at++) {
      const index = costs[at] < Number.POSITIVE_INFINITY ? vocabulary.indexOf(word.slice(at, to)) : undefined;
      if (index === undefined) continue;
      const cost = costs[at] + COST - Math.log(vocabulary.counts[index] / vocabulary.tokenCount);
      if (cost < costs[to]) {
        costs[to] = cost;
        from[to] = at;
      }
    }
  }
  if (costs[length] === Number.POSITIVE_INFINITY) return [length];
  const ends: number[] = [];
  for (let to = length; to > 0; to = from[to]) ends.unshift(to);
  return ends;
}
