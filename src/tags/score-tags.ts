import { type LearnedWord, learnedWords, likenessOf } from './learned.js';
import { closenessOf, coverOf } from './meaning.js';
import { mentionFeatures } from './mention.js';
import { placesOf } from './places.js';
import type { SuggestOptions } from './tag.js';
import type { TagIndex } from './tag-index.js';
import type { TagText } from './tag-text.js';
import { featureAt, featureNames } from './tag-weights.js';

/** What a text says of all tags of a list. T = tags. */
export interface ScoredTags {
  /** (T) nats; −∞ for tags that nothing in the text speaks for. */
  readonly scores: Float64Array;
  readonly closeness: Float32Array | undefined;
  readonly learnedWords: readonly LearnedWord[];
  /** Writes the features of a tag. @param out (features) */
  features(tag: number, out: Float64Array): void;
}

/** A label of which less than this share is missing is said word by word. */
const WHOLE = 0.999;
/** Likeness is counted in tenths, so that its weight is of the size of the others. */
export const TENTHS = 10;

/**
 * Scores all tags of a list.
 *
 * @param evidence what may speak for a tag
 * @param own tags of the text where it is among those learned from
 */
export function scoreTags(
  index: TagIndex,
  text: TagText,
  evidence: NonNullable<SuggestOptions['evidence']>,
  own?: ReadonlySet<number>,
): ScoredTags {
  const { learned, weights } = index;
  const places = placesOf(index);
  const mentions: TagText['mentions'] = evidence.includes('mention') ? text.mentions : new Map();
  const hasMeaning = evidence.includes('meaning');
  const closeness = hasMeaning ? closenessOf(index, text) : undefined;
  const cover = hasMeaning
    ? coverOf({ meaning: index.meaning, stemPlaces: places.stems }, text)
    : new Map<number, number>();
  const known = learned && evidence.includes('learned') ? learned : undefined;
  const words = known ? learnedWords(known, places.learned, text) : [];
  const likeness = known ? likenessOf(known, words, own) : new Map<number, number>();

  function features(tag: number, out: Float64Array): void {
    out.fill(0);
    const said = mentions.get(tag);
    if (said) mentionFeatures(index.forms, tag, said, out);
    out[featureAt.closeness] = closeness?.[tag] ?? 0;
    // What is said is no longer said word by word.
    const covered = said ? 0 : (cover.get(tag) ?? 0);
    out[featureAt.cover] = covered;
    out[featureAt.wholeCover] = covered > WHOLE ? 1 : 0;
    if (!known) return;
    const uses = known.uses[tag] - (own?.has(tag) ? 1 : 0);
    out[featureAt.likeness] = TENTHS * (likeness.get(tag) ?? 0);
    out[featureAt.use] = Math.log1p(uses);
    out[featureAt.unused] = uses === 0 ? 1 : 0;
  }

  const { values } = weights;
  const scores = new Float64Array(index.ids.length).fill(Number.NEGATIVE_INFINITY);
  const row = new Float64Array(featureNames.length);
  const score = (tag: number) => {
    features(tag, row);
    let sum = 0;
    for (let f = 0; f < row.length; f++) sum += values[f] * row[f];
    scores[tag] = sum;
  };
  // Most tags of a long list have nothing for them but that they are near.
  for (let tag = 0; closeness && tag < scores.length; tag++) {
    if (closeness[tag] <= 0) continue;
    scores[tag] = values[featureAt.closeness] * closeness[tag];
    if (!known) continue;
    const uses = known.uses[tag] - (own?.has(tag) ? 1 : 0);
    scores[tag] += uses === 0 ? values[featureAt.unused] : values[featureAt.use] * Math.log1p(uses);
  }
  for (const tag of mentions.keys()) score(tag);
  for (const tag of cover.keys()) score(tag);
  for (const tag of likeness.keys()) score(tag);
  return { scores, closeness, learnedWords: words, features };
}

/** The best tags, best first; those of equal scores in the order of the list. */
export function bestTags(scores: Float64Array, count: number): number[] {
  const best: number[] = [];
  if (count > 1000) {
    for (let tag = 0; tag < scores.length; tag++) if (scores[tag] > Number.NEGATIVE_INFINITY) best.push(tag);
    return best.sort((a, b) => scores[b] - scores[a] || a - b).slice(0, count);
  }
  for (let tag = 0; tag < scores.length; tag++) {
    const score = scores[tag];
    if (score === Number.NEGATIVE_INFINITY || (best.length === count && score <= scores[best[count - 1]])) continue;
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (scores[best[middle]] >= score) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, tag);
    if (best.length > count) best.pop();
  }
  return best;
}
