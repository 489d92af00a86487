import { type ConditionalModel, isOfTables } from '../model/conditional-model.js';
import { asOneLine } from '../text/reading/lines.js';
import { isPunctuation } from '../text/stop-words.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Candidate } from './candidate.js';
import { conditionOf } from './condition-of.js';
import { classOf } from './lexicon.js';

/**
 * How many times likelier than usual a keyword makes a word that it explains. Keywords of other texts make few words so
 * likely, and at half of it every fifth word would be chance (evaluation/explained-words.mjs).
 */
export const TIMES_LIKELIER = 20;

/** Which words of a text its keywords explain. */
export interface ExplainedWords {
  /** (K) the words that each keyword explains and that are in no keyword, as the text spells them first; likeliest first. */
  readonly words: readonly (readonly string[])[];
  /** (tokens) the keyword that each token is part of, else the one that explains it, by its place; −1 where there is none. */
  readonly byToken: readonly number[];
}

/**
 * Gives every word of a text to the keyword that makes it likeliest, p(w | c)/p(w), if that is {@link TIMES_LIKELIER}
 * or more: what is less is as often chance as not.
 *
 * @param titleTokens tokens of a title that was given apart: its words are not listed
 */
export function explainedWords(
  model: ConditionalModel,
  analysis: TextAnalysis,
  keywords: readonly Candidate[],
  titleTokens: number,
): ExplainedWords {
  const { text, tokens, words, wordOfToken } = analysis;
  const { owner, ratio } = likeliest(model, analysis, keywords);
  // The hyphen of a compound is part of a keyword, but no word that one explains.
  const isExplained = (w: number, t: number) =>
    classOf(words[w].entry, tokens[t]) !== 'break' && !isPunctuation(words[w].word);
  const byToken = Array.from(wordOfToken, (w, t) => (isExplained(w, t) ? owner[w] : -1));
  // Of keywords that share a place, the best.
  for (let k = keywords.length - 1; k >= 0; k--) {
    for (const { first, last } of keywords[k].spans) byToken.fill(k, first, last + 1);
  }
  const firstToken = new Map<number, number>();
  wordOfToken.forEach((w, t) => {
    if (t >= titleTokens && !firstToken.has(w) && isExplained(w, t)) firstToken.set(w, t);
  });
  const ofKeywords = new Set(keywords.flatMap((keyword) => keyword.words.map(({ root }) => root)));
  const listed = keywords.map((_, k) => {
    return [...firstToken]
      .filter(([w]) => owner[w] === k && !ofKeywords.has(words[w].root))
      .sort(([a], [b]) => ratio[b] - ratio[a])
      .map(([, t]) => asOneLine(text.slice(tokens[t].start, tokens[t].end)));
  });
  return { words: listed, byToken };
}

/** (words) the keyword that makes each word likeliest, −1 where none does clearly, and log p(w | c)/p(w) of it. */
function likeliest(
  model: ConditionalModel,
  { words, wordCounts }: TextAnalysis,
  keywords: readonly Candidate[],
): { owner: Int32Array; ratio: Float64Array } {
  const { counts, tokenCount } = model.vocabulary;
  const owner = new Int32Array(words.length).fill(-1);
  const ratio = new Float64Array(words.length).fill(Math.log(TIMES_LIKELIER));
  const asked = keywords
    .map(({ words }, k) => ({ k, condition: conditionOf(words) }))
    .filter(({ condition }) => condition.length > 0);
  // What vectors or frequencies alone say is not a probability of a word.
  if (asked.length === 0 || isOfTables(model)) return { owner, ratio };
  const logs = model.logProbabilities(
    asked.map(({ condition }) => condition),
    wordCounts.words,
  );
  for (const [w, { index, known }] of words.entries()) {
    if (known < 0) continue;
    const usual = Math.log(counts[index] / tokenCount);
    for (const [row, { k }] of asked.entries()) {
      const more = logs[row * wordCounts.words.length + known] - usual;
      if (more >= ratio[w]) [owner[w], ratio[w]] = [k, more];
    }
  }
  return { owner, ratio };
}
