import { floatMatrix } from '../math/matrix.js';
import { scaleToUnit } from '../math/unit.js';
import type { ConditionalModel, NearWords } from './conditional-model.js';
import { negativeSampling } from './negative-sampling.js';

/**
 * Vectors that come from no corpus say how near words are, not how much likelier one makes another: log p(k | w)/p(k) is set
 * to SLOPE times their cosine less NOISE. A cosine of ½ so stands for e³, one of 0.2 for nothing.
 */
const SLOPE = 10;
const NOISE = 2;

/** Gives the vector (D) of a word; undefined for one that none is known of. */
export type VectorOfWord = (word: string) => Float32Array | undefined;

/** What vectors of words say. */
export interface WordNearness {
  readonly vectorOf: VectorOfWord;
  readonly nearWords: (others: Iterable<string>, asked?: string) => NearWords;
}

/**
 * A model with vectors of its words, for what asks how near words are: tags, and words that a text does not say. What a
 * candidate says of a text, the gains, stays with the model. The vectors are read when they are first asked for.
 *
 * @param model of frequencies
 */
export function withVectors(model: ConditionalModel, read: () => WordNearness): ConditionalModel {
  let made: (WordNearness & { readonly estimate: ConditionalModel }) | undefined;
  const asked = () => {
    if (!made) {
      const vectors = read();
      made = { ...vectors, estimate: nearness(model, vectors.vectorOf) };
    }
    return made;
  };
  return {
    ...model,
    estimator: 'vectors',
    exact: false,
    logProbability: (outputWord, inputWord) => asked().estimate.logProbability(outputWord, inputWord),
    textLogProbabilities: (conditions, text) => asked().estimate.textLogProbabilities(conditions, text),
    logProbabilities: (conditions, outputWords) => asked().estimate.logProbabilities(conditions, outputWords),
    get inputVectors() {
      return asked().estimate.inputVectors;
    },
    vectorOfParts: (word) => asked().vectorOf(word),
    nearWords: (others, word) => asked().nearWords(others, word),
  };
}

/** What negative sampling would make of these vectors; words without one get zeros. */
function nearness({ vocabulary }: ConditionalModel, vectorOf: VectorOfWord): ConditionalModel {
  const { words } = vocabulary;
  const found = words.map(vectorOf);
  const dim = found.find((vector) => vector)?.length ?? 0;
  const data = new Float32Array(words.length * dim);
  found.forEach((vector, w) => {
    if (!vector) return;
    scaleToUnit(vector).forEach((value, d) => {
      data[w * dim + d] = Math.sqrt(SLOPE) * value;
    });
  });
  const vectors = floatMatrix(data, words.length, dim);
  return negativeSampling({
    vocabulary,
    inputVectors: vectors,
    outputVectors: vectors,
    negative: Math.exp(-NOISE),
    noiseExponent: 1,
  });
}
