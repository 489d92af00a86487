import { fitsByWords, type WordTable } from './common-words.js';

/** A language that a text may be in. */
export interface LanguageCandidate {
  /** By ISO 639. */
  readonly language: string;
  /** From 0 to 1: of texts with such a one about as many are in the language (`evaluation/language-probabilities.mjs`). */
  readonly probability: number;
}

/** What a language was told by. */
export type LanguageReason = 'script' | 'function words' | 'common words' | 'detector' | 'nothing';

/** The language of a text, how it was told, and what else it may be. */
export interface LanguageFinding {
  /** By ISO 639. */
  readonly language: string;
  /**
   * `script`: its characters; `function words`: those of plain English; `common words`: those of a short text, and what the detector
   * says of it; `detector`: that alone, or with words that tell small languages apart; `nothing`: it has no letters, or none of a language that
   * the detector knows.
   */
  readonly reason: LanguageReason;
  /** The language and those that it may be instead, the likeliest first; none where there are no letters. */
  readonly candidates: readonly LanguageCandidate[];
}

/** How a language was told that neither the script nor plain English tells; found when it is asked for, which few texts need. */
export interface LanguageEvidence {
  found(): Pick<LanguageFinding, 'reason' | 'candidates'>;
  /** A language that so short a text may be in as well; undefined where it is plain. */
  rival(): string | undefined;
}

/** Nats of a fit that make a language e times likelier; set, as all below, by phrases and messages with known languages. */
const SPREAD = 1.6;
/** What makes it so of the score of a detector, from 0 to 1, and what the language is given that was chosen by more than it. */
const SCORE_SPREAD = 1 / 12;
const CHOSEN = 4;
/** How often plain English is English. */
const PLAIN_ENGLISH = 0.98;
/** Nats by which words in Han characters make Japanese likelier that make it e times likelier. */
const HAN_SPREAD = 3;
/** Candidates less likely than this are left out. */
const LEAST = 0.01;

/** Languages by the words of a short text, with what a detector gives. */
export const candidatesByWords = (
  text: string,
  table: WordTable,
  scores: Readonly<Record<string, number>>,
  chosen: string,
  asked?: readonly string[] | undefined,
): LanguageCandidate[] =>
  weighed(
    fitsByWords(text, table, scores, asked).map(({ language, score }) => [language, score / SPREAD]),
    chosen,
    0,
  );

/** Languages by the scores of a detector. */
export const candidatesByScores = (scores: Readonly<Record<string, number>>, chosen: string): LanguageCandidate[] =>
  weighed(
    Object.entries(scores).map(([language, score]) => [language, score / SCORE_SPREAD]),
    chosen,
    CHOSEN,
  );

/** Plain English may be another language that quotes it. */
export const plainEnglish: readonly LanguageCandidate[] = [{ language: 'en', probability: PLAIN_ENGLISH }];

/** Chinese or Japanese, by how much likelier Japanese is. */
export const candidatesOfHan = (japanese: number): LanguageCandidate[] =>
  weighed(
    [
      ['zh', 0],
      ['ja', japanese / HAN_SPREAD],
    ],
    japanese > 0 ? 'ja' : 'zh',
    0,
  );

/** The chosen language first, the others by how likely they are. */
function weighed(logs: readonly (readonly [string, number])[], chosen: string, bonus: number): LanguageCandidate[] {
  const largest = logs.reduce((most, [, log]) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  const own = logs.find(([language]) => language === chosen)?.[1] ?? Number.NEGATIVE_INFINITY;
  // What it was chosen by beside these is worth at least as much as the best of them.
  const ofChosen = Math.max(own + bonus, logs.length > 0 ? largest : 0);
  const all: (readonly [string, number])[] = [[chosen, ofChosen], ...logs.filter(([language]) => language !== chosen)];
  const weights = all.map(([language, log]) => ({ language, weight: Math.exp(log - ofChosen) }));
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  return weights
    .map(({ language, weight }) => ({ language, probability: weight / total }))
    .filter(({ probability }) => probability >= LEAST)
    .sort((a, b) => b.probability - a.probability);
}
