import { keynessWords } from './keyness-words.js';

/** (words) by {@link wordKey}; Chinese and English words are never the same. */
const keyness = new Map<string, number>();
for (const [value, words] of Object.entries(keynessWords)) {
  for (const word of words.trim().split(/\s+/)) keyness.set(word, Number(value));
}

/**
 * How much oftener than the other words of a text a word is in its keywords, whatever the text: log of the ratio, from -1.5 to
 * 0.5; 0 for most words. People seldom choose what says how much or that something is done, as 情况 or `amount`.
 */
export const keynessOf = (key: string): number => keyness.get(key) ?? 0;
