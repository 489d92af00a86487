/** By ISO 639, in the order of the letters in `words`. */
export const languages: readonly string[];
/** The common words of Chinese and Japanese in Han characters, sixteen a line; `scripts/common-words.py` has the format. */
export const words: string;
