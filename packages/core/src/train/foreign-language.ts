import type { TokenizerName } from '../text/tokenizer.js';

/** Most frequent words looked at: they show the script. */
const SAMPLE = 2000;

/**
 * A warning when a corpus seems to be in another language than its tokenizer cuts: by the script of its frequent words,
 * each by how often it occurs.
 *
 * @param words the most frequent first, with their counts
 * @returns undefined when there is nothing to warn of
 */
export function foreignLanguageWarning(
  tokenizer: TokenizerName,
  words: readonly string[],
  counts: ArrayLike<number>,
): string | undefined {
  if (tokenizer !== 'jieba' && tokenizer !== 'wink') return undefined;
  let letters = 0;
  let own = 0;
  words.slice(0, SAMPLE).forEach((word, w) => {
    if (!/\p{L}/u.test(word)) return;
    letters += counts[w];
    if ((tokenizer === 'jieba' ? /\p{Script=Han}/u : /\p{Script=Latin}/u).test(word)) own += counts[w];
  });
  // A Chinese text about software may have more Latin words than Chinese ones; an English text has hardly any others.
  if (letters === 0 || own >= letters / (tokenizer === 'jieba' ? 5 : 2)) return undefined;
  const percent = Math.round((100 * own) / letters);
  return tokenizer === 'jieba'
    ? `Only ${percent} % of the words are Chinese, but jieba cuts them, which knows Chinese. Use \`tokenizer\` wink for English, intl for other languages.`
    : `Only ${percent} % of the words are in Latin letters, but wink cuts them, which knows English. Use \`tokenizer\` jieba for Chinese, intl for other languages.`;
}
