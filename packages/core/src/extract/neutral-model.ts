import type { Matrix } from '../math/matrix.js';
import { withVectors } from '../model/nearness.js';
import { unigrams, vocabularyOfFrequencies } from '../model/unigrams.js';
import { nameWithCode } from '../text/language.js';
import type { JapaneseAnalyser } from '../text/neutral/analysed-japanese.js';
import { withNameForms } from '../text/neutral/name-forms.js';
import { neutralTokenizer } from '../text/neutral/neutral-tokenizer.js';
import { lightStem } from '../text/neutral/stem.js';
import { wordClassesOf } from '../text/neutral/word-classes.js';
import { wordFormsOf } from '../text/neutral/word-forms.js';
import { commonFunctionWords } from '../text/stop-words.js';
import { nearWords } from './near-words.js';
import { neutralPhrases } from './neutral-phrases.js';
import { neutralVectors } from './neutral-vectors.js';
import type { TextModel } from './text-model.js';

/** Words and their vectors, a row each. */
export interface VectorTable {
  readonly words: readonly string[];
  readonly vectors: Matrix;
}

/**
 * What finds keywords in a language without a model: by repetition, place, form and how rare a word is.
 *
 * @param language by ISO 639
 * @param frequencies see `vocabularyOfFrequencies`; undefined where there is no table of the language
 * @param stopWords in small letters, one a line; undefined where there is no list
 * @param wordClasses see `wordClassesOf`; undefined where there is no table of the language
 * @param readVectors of its words, asked for when they are needed; undefined where there are none
 * @param analyser of Japanese, where one is installed
 * @param nominatives see `wordFormsOf`; undefined where there is no table of the language
 */
export function neutralModel(
  language: string,
  frequencies: string | undefined,
  stopWords: string | undefined,
  wordClasses?: string | undefined,
  readVectors?: (() => VectorTable) | undefined,
  analyser?: JapaneseAnalyser | undefined,
  nominatives?: string | undefined,
): TextModel {
  const vocabulary = vocabularyOfFrequencies(frequencies ?? '');
  const stopSet = new Set([...(stopWords?.split('\n') ?? []), ...commonFunctionWords]);
  const state =
    frequencies === undefined ? 'no model and no table of how rare its words are' : 'word lists but no trained model';
  const formsOf = nominatives === undefined ? undefined : withNameForms(language, wordFormsOf(nominatives));
  const frequent = unigrams(vocabulary, (word) => lightStem(language, word));
  const vectorsOf = (read: () => VectorTable) => () => {
    const { words, vectors } = read();
    return { vectorOf: neutralVectors(language, words, vectors), nearWords: nearWords(language, words) };
  };
  return {
    model: readVectors ? withVectors(frequent, vectorsOf(readVectors)) : frequent,
    tokenizer: neutralTokenizer(
      language,
      (word) => vocabulary.indexOf(word) !== undefined,
      wordClasses === undefined ? undefined : wordClassesOf(wordClasses),
      stopSet,
      analyser,
    ),
    language,
    stopWords: stopSet,
    phrases: (analysis) => neutralPhrases(language, analysis, formsOf, stopSet),
    ...(formsOf && { formsOf }),
    notice: `The text was read as ${nameWithCode(language)}, which has ${state}.`,
  };
}
