import type { Condition } from '../model/conditions.js';
import type { TextWord } from './analyze-text.js';

/** The words of a candidate that the model knows, as a condition; empty when it knows none. */
export function conditionOf(words: readonly TextWord[]): Condition {
  const condition: (number | Float32Array)[] = [];
  for (const { index, vector } of words) {
    if (index >= 0) condition.push(index);
    else if (vector) condition.push(vector);
  }
  return condition;
}
