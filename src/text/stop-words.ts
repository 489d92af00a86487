/** stub */
export const isStopWord = (word: string): boolean => '的是在了和一，。有这也不'.includes(word);
/** stub */
export const isWordLike = (word: string): boolean => /[\p{L}]/u.test(word);
