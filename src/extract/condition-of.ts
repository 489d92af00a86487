import type { Condition } from '../model/conditions.js';
import type { TextWord } from './analyze-text.js';

/** The words of a candidate that the model knows, as a condition; empty when it knows none. */
export function conditionOf(words: readonly TextWord[]): Condition {
  return words.flatMap(({ index, vector }): (number | Float32Array)[] =>
    index >= 0 ? [index] : vector ? [vector] : [],
  );
}
