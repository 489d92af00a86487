import { USUAL_KEYWORDS } from '../options.js';
import { nameWithCode } from '../text/language.js';
import type { KeywordAnalysis, Resolved, TextModel } from './extract-keywords.js';
import type { Keyword } from './keyword.js';

/** What of a text is in one language, and what reads it. */
export interface TextPart {
  readonly model: TextModel;
  /** The text with blanks instead of all else. */
  readonly text: string;
}

/** Whether the options name a language, or ask for what only a text read as one has: shares of its words, or a list to choose from. */
export const needsWhole = ({ lang, explain, candidates, select, absent, partsOfSpeech }: Resolved): boolean =>
  lang !== 'auto' ||
  explain ||
  candidates !== undefined ||
  select === 'cover' ||
  absent > 0 ||
  partsOfSpeech !== undefined;

/**
 * The keywords of all parts: of each as many as is its share of the words, one of each in turn, for scores of two models cannot be
 * compared.
 */
export function mergeParts(
  parts: readonly TextPart[],
  options: Resolved,
  analyze: (part: TextPart, options: Resolved) => KeywordAnalysis,
): KeywordAnalysis {
  const analyses = parts.map((part, p) => analyze(part, p === 0 ? options : { ...options, title: undefined }));
  const all = analyses.reduce((sum, { tokenCount }) => sum + tokenCount, 0);
  const most = options.topN ?? USUAL_KEYWORDS;
  const inTurn = analyses.flatMap(({ keywords, tokenCount }) =>
    keywords.map((keyword, rank) => ({ keyword, turn: (rank + 0.5) / Math.max(1, (most * tokenCount) / all) })),
  );
  inTurn.sort((a, b) => a.turn - b.turn);
  const chosen = new Map<string, Keyword>();
  for (const { keyword } of inTurn) {
    const key = keyword.text.toLowerCase();
    if (!chosen.has(key) && chosen.size < most) chosen.set(key, keyword);
  }
  const names = parts.map(({ model }) => nameWithCode(model.language!)).join(', ');
  return {
    keywords: [...chosen.values()],
    language: analyses[0].language,
    notice: `The paragraphs are in several languages, and each was read in its own: ${names}. Scores of different languages cannot be compared; set lang to read all in one.`,
    tokenCount: all,
    outOfVocabulary: [...new Set(analyses.flatMap(({ outOfVocabulary }) => outOfVocabulary))],
  };
}
