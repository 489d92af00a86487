/**
 * Characters that words which no dictionary knows do not begin with: pronouns, particles, adverbs, prepositions,
 * conjunctions, auxiliary verbs. Names that begin with one (于 和 时 as surnames) are in the dictionary or are repeated.
 */
const notFirst = new Set(
  '的了着得地是在和与及等为被把将我你您他她它咱们这那哪其该此每各某就都也很又再已曾仍还却只才更最太越极挺颇较均皆亦乃则即' +
    '并且而或若但既因由从向对按据让给跟使令以于所之说称没未不有会要能可应须需请吗呢吧啊呀嘛么啦哦个些',
);
/** Characters that they do not end in: the same, and places, measure words, verbs that want an object or a complement. */
const notLast = new Set(
  '的了着得地是在和与及等为被把将我你您他她它咱们这那哪其该此每各某就都也很又再已曾仍还却只才更最太越极挺颇较均皆亦乃则即' +
    '并且而或若但既因由从向对按据让给跟使令以于所之说称没未不有会要可应须需请吗呢吧啊呀嘛么啦哦个些' +
    '一两三几多时后前上中里内下到过来去出起用看做成想读取求至与者',
);

/** Whether a word may begin with a character, as far as the character alone tells. */
export const mayBegin = (character: string) => !notFirst.has(character);

/** Whether a word may end in a character, as far as the character alone tells. */
export const mayEnd = (character: string) => !notLast.has(character);

/** Where the part of a guessed word begins and ends that may be a word: function characters at its edges are not of it. */
export function trimEdges(word: string): { start: number; end: number } {
  let start = 0;
  let end = word.length;
  while (start < end && !mayBegin(word[start])) start++;
  while (end > start && !mayEnd(word[end - 1])) end--;
  return { start, end };
}
