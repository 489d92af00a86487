import { NEGATION } from '../text/english-clauses.js';
import { commonFunctionWords, isFunctionTag } from '../text/stop-words.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Candidate } from './candidate.js';

/** Words of a text that may be no more than a greeting, in the script that the common function words are in. */
const FEW = 4;
const LATIN_LETTER = /\p{Script=Latin}/u;
/** A word alone that a list of stop words has (Привет), or that is tagged as a number (三体, 双十一). */
const LONE_WORD =
  /^\s*(?:\p{Script=Cyrillic}{5,}|(?=.*[一二三四五六七八九十])(?!\s*[一二三四五六七八九十百千万〇零两]+[^\p{L}]*$)\p{Script=Han}{2,4})[.!?。！？]?\s*$/u;
const NO_STOP_WORDS: ReadonlySet<string> = new Set();
/** Tags that say that a word is a noun, or that it is none of what a text may be about. */
const TELLING_TAG = /^(?:n|NOUN|PROPN|ADP|CCONJ|DET|NUM|PART|PRON|SCONJ|PUNCT|SYM|SPACE)/;

/**
 * Candidates of a text in which none are found by its tags and stop words, such as German in small letters or "lost keys":
 * its verbs and adjectives, else a greeting, else the one word that it is.
 *
 * @param find finds candidates; stop words where others than those of the language are to be left out
 */
export function candidatesOfLittle(
  analysis: TextAnalysis,
  find: (analysis: TextAnalysis, stopWords?: ReadonlySet<string>) => Candidate[],
): Candidate[] {
  const { text, tokens } = analysis;
  const nounsAlone = withTags(analysis, (tag) => TELLING_TAG.test(tag) || isFunctionTag(tag));
  let found = find(nounsAlone);
  // What a text of a few words says is not beside the point, be it a greeting.
  if (found.length === 0 && tokens.length <= FEW && LATIN_LETTER.test(text)) {
    found = find(nounsAlone, commonFunctionWords);
  }
  if (found.length > 0 || !LONE_WORD.test(text)) return found;
  const untagged = withTags(analysis, () => false);
  return find(untagged, NO_STOP_WORDS)
    .sort((a, b) => b.words.length - a.words.length)
    .slice(0, 1);
}

/** A text with those of its tags that are kept; words without a tag may be anything. */
function withTags(analysis: TextAnalysis, keeps: (tag: string) => boolean): TextAnalysis {
  const tokens = analysis.tokens.map((token, t) => {
    const { partOfSpeech = '', ...untagged } = token;
    return keeps(partOfSpeech) || NEGATION.test(analysis.tokens[t + 1]?.word ?? '') ? token : untagged;
  });
  return { ...analysis, tokens };
}
