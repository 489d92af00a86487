/**
 * What speaks for a tag, by evidence. The score of a tag is the sum of its features, each times its weight: nats of a
 * model of which tag of the list a person would give (a softmax over the list).
 */
export const tagFeatures = {
  mention: ['said', 'logCount', 'rarity', 'opening', 'beginning', 'late', 'nested', 'phrase', 'title', 'usual'],
  meaning: ['closeness', 'saidCloseness', 'cover', 'wholeCover'],
  learned: ['likeness', 'use', 'used'],
} as const;

/** A name of {@link tagFeatures}. */
export type TagFeature = (typeof tagFeatures)[keyof typeof tagFeatures][number];

/** All features in order; their places in arrays of weights. */
export const featureNames: readonly TagFeature[] = Object.values(tagFeatures).flat();

/** Place of each feature in an array of weights. */
export const featureAt = Object.fromEntries(featureNames.map((name, i) => [name, i])) as Record<TagFeature, number>;

/** Weights of features, and what makes a probability of a score. */
export interface TagWeights {
  /** (features) nats. */
  readonly values: Float64Array;
  /** Texts that the weights were fitted to; 0 for those that come with the library. */
  readonly texts: number;
  /** Of a score s the probability is 1 / (1 + e^−(slope · s + offset)); undefined where it is not calibrated. */
  readonly calibration: { readonly slope: number; readonly offset: number } | undefined;
}

/** The weights without examples, fitted to five lists by evaluation/tags/fit-weights.mjs; docs/tags.md says what they reach. */
export const givenWeights: Readonly<Record<TagFeature, number>> = {
  said: 3.65,
  logCount: 0.36,
  rarity: 0.21,
  opening: 0.23,
  beginning: 0.19,
  late: -0.26,
  nested: -1.1,
  phrase: 1.6,
  title: 0.43,
  usual: 0.35,
  closeness: 0.86,
  saidCloseness: -0.45,
  cover: 3.5,
  wholeCover: -0.2,
  likeness: 0.86,
  use: 0.72,
  used: -1.29,
};

/** Weight of the closeness by an encoder of whole texts, said or not, by docs/encoder.md. */
const ENCODED_CLOSENESS = 1.1;

/** The {@link givenWeights} as an index has them. */
export function startingWeights(isEncoded = false): TagWeights {
  const values = Float64Array.from(featureNames, (name) => givenWeights[name]);
  if (isEncoded) {
    values[featureAt.closeness] = ENCODED_CLOSENESS;
    values[featureAt.saidCloseness] = 0;
  }
  return { values, texts: 0, calibration: undefined };
}
