/** Pronouns, particles, adverbs, prepositions, conjunctions and auxiliary verbs of one character. */
const functionCharacters =
  '的了着得地是在和与及等为被把将我你您妳他她它牠祂咱们这那哪其该此每各某就都也很又再已曾仍还却只才更最太极挺颇较均皆亦乃则即犹尝' +
  '并且而或若但既因由从向对按据让给跟使以于所之说称没未不有会要可应须需请吗呢吧啊呀嘛么啦哦个些先';
/** Words that no dictionary knows do not begin with these… */
const notFirst = new Set(`${functionCharacters}能后当来去到过出做用看写想读取求画学`);
/** …nor end in these: places, measure words, verbs that want an object. */
const notLast = new Set(`${functionCharacters}一两三几多时后前上中里内下到过来去出起用看做成想读取求至者难够`);
/** Surnames among them; names of three characters begin with them. */
const surnames = new Set('于曾');
const numerals = new Set('一二两三四五六七八九十几');
/** What a number counts. */
const units = new Set(
  '年月日号时点分秒天期届次个名位条所例章元岁度万亿米人组倍周种项篇代株只台套起座款部件张把辆艘架幅场本支颗粒根片块份封家间栋层道首门顿趟遍',
);

/** Whether a character is what a number counts, or is counted by. */
export const isUnit = (character: string) => units.has(character);

/** Dots that are between the parts of foreign names, 阿曼达·里贝罗; for a class of a regular expression. */
export const NAME_DOTS = '·・•';
/** One of them. */
export const NAME_DOT = new RegExp(`[${NAME_DOTS}]`);

/** No smaller code unit is of a Han character; those of Latin letters are, with accents too. */
export const FIRST_HAN = 0x2e80;

/** Whether a word is of Chinese characters alone, each of one code unit. */
export function isHanWord(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code < 0x3400 ? code !== 0x3007 : code > 0x9fff) return false;
  }
  return word.length > 0;
}

/** Whether a word may begin with a character, as far as the character alone tells. */
export const mayBegin = (character: string) => !notFirst.has(character);

/** Whether a word may end in a character, as far as the character alone tells. */
export const mayEnd = (character: string) => !notLast.has(character);

/**
 * The part of a guessed word that may be a word. The function characters at its edges are not of it, nor a numeral
 * before one character (三大), nor after a number what it counts (18 日晚).
 */
export function trimEdges(word: string, afterNumber = false): { start: number; end: number } {
  let start = 0;
  let end = word.length;
  if (afterNumber && units.has(word[0])) start++;
  else if (end === 2 && numerals.has(word[0])) start++;
  const isName = end === 3 && surnames.has(word[0]);
  while (start < end && !mayBegin(word[start]) && !isName) start++;
  while (end > start && !mayEnd(word[end - 1])) end--;
  return { start, end };
}
