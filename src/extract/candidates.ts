import type { ExtractOptions } from '../options.js';
import { isFunctionTag, isStopWord, isWordLike } from '../text/stop-words.js';
import type { TextWord } from './analyze-text.js';

/**
 * The words of a text that may be chosen. Filters touch candidates only, never the text: a stop word still has to be
 * explained by the keyword, it just cannot be one.
 */
export function selectCandidates(
  words: readonly TextWord[],
  { partsOfSpeech, stopWords, minLength = 1 }: ExtractOptions,
): TextWord[] {
  const mayBeChosen = ({ word, occurrences }: TextWord) =>
    stopWords === 'none' ||
    (isWordLike(word) &&
      !isStopWord(word) &&
      (partsOfSpeech !== undefined || !occurrences.every((token) => isFunctionTag(token.partOfSpeech))));
  return words.filter(
    (candidate) =>
      (candidate.index >= 0 || candidate.vector !== undefined) &&
      mayBeChosen(candidate) &&
      (minLength === 1 || [...candidate.word].length >= minLength) &&
      (!partsOfSpeech || candidate.occurrences.some((token) => isAdmitted(token.partOfSpeech, partsOfSpeech))),
  );
}

/** Whether a tag is one of those asked for or a refinement of one: n admits nr, ns, nz. */
function isAdmitted(tag: string | undefined, admitted: readonly string[]): boolean {
  return tag !== undefined && admitted.some((prefix) => tag.startsWith(prefix));
}
