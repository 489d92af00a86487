import { bestOf, nthBest, type RankedTag } from './best.js';
import { closenessTo } from './closeness.js';
import { addLikeness, type LearnedWord, learnedWords, useScore, useScoresOf } from './learned.js';
import { addCover } from './meaning.js';
import { mentionFeatures } from './mention.js';
import { placesOf } from './places.js';
import type { SuggestOptions } from './tag.js';
import type { TagIndex } from './tag-index.js';
import { TagSums } from './tag-sums.js';
import type { TagText } from './tag-text.js';
import { featureAt, featureNames } from './tag-weights.js';

/** What a text says of the tags of a list, until the next text is scored. */
export interface ScoredTags {
  /** Tags that something in the text speaks for, best first; those of equal scores in the order of the list. */
  readonly best: readonly RankedTag[];
  readonly learnedWords: readonly LearnedWord[];
  /** Writes the features of a tag. @param out (features) */
  features(tag: number, out: Float64Array): void;
  /** The cosine of a tag with the text by the vectors of words, where nothing else in the text speaks for it; else undefined. */
  lonelyCosine(tag: number): number | undefined;
}

/** A label of which less than this share is missing is said word by word. */
const WHOLE = 0.999;
/** Distinct words of a text up to which closeness counts in full for what it says, and what each e-fold of them takes off. */
const SHORT = 60;
const PER_FOLD = 0.25;
/** Likeness is counted in tenths, so that its weight is of the size of the others. */
export const TENTHS = 10;

/**
 * Scores the tags of a list. What is said, shared or learned speaks for few of them and is added up for these; how near a tag
 * is is known roughly for all, and exactly for those that may be among the best.
 *
 * @param evidence what may speak for a tag
 * @param count how many of the best are wanted
 * @param own tags of the text where it is among those learned from and read
 */
export function scoreTags(
  index: TagIndex,
  text: TagText,
  evidence: NonNullable<SuggestOptions['evidence']>,
  count: number,
  own?: ReadonlySet<number>,
): ScoredTags {
  const { learned, weights, meaning } = index;
  const places = placesOf(index);
  const { cover, likeness, sums, near: nearness, scores } = scratchOf(index);
  for (const one of [cover, likeness, sums, nearness]) one.clear();
  const mentions: TagText['mentions'] = evidence.includes('mention') ? text.mentions : new Map();
  const closeness = evidence.includes('meaning') ? closenessTo(index, text) : undefined;
  if (evidence.includes('meaning')) addCover({ meaning, stemPlaces: places.stems }, text, cover);
  const known = learned && evidence.includes('learned') ? learned : undefined;
  const words = known ? learnedWords(known, places.learned, text) : [];
  if (known) addLikeness(known, words, likeness, own);
  const useScores = known && useScoresOf(known, weights.values);

  const shareOfSaid = closenessShare(text);
  /** Of a tag among the best it is asked twice. */
  const closenessOf = (tag: number) => {
    if (closeness && nearness.isTouched[tag] === 0) {
      nearness.add(tag, closeness.of(tag) * (mentions.has(tag) ? shareOfSaid : 1));
    }
    return nearness.values[tag];
  };

  function features(tag: number, out: Float64Array): void {
    out.fill(0);
    const said = mentions.has(tag);
    if (said) mentionFeatures(index, text, tag, own !== undefined, out);
    const close = closenessOf(tag);
    out[featureAt.closeness] = close;
    out[featureAt.saidCloseness] = said ? close : 0;
    // What is said is no longer said word by word.
    const covered = said ? 0 : cover.values[tag];
    out[featureAt.cover] = covered;
    out[featureAt.wholeCover] = covered > WHOLE ? 1 : 0;
    if (!known) return;
    const uses = known.uses[tag] - (own?.has(tag) ? 1 : 0);
    out[featureAt.likeness] = TENTHS * likeness.values[tag];
    out[featureAt.use] = Math.log1p(uses);
    out[featureAt.used] = uses > 0 ? 1 : 0;
  }

  function lonelyCosine(tag: number): number | undefined {
    const isAlone = !index.encoding && !mentions.has(tag) && cover.values[tag] === 0 && likeness.values[tag] === 0;
    return isAlone ? closeness?.cosine(tag) : undefined;
  }

  const { values } = weights;
  const { closeness: near, saidCloseness: nearSaid, cover: share, wholeCover: whole, likeness: like } = featureAt;
  const useOf = (tag: number) => {
    if (!known || !useScores) return 0;
    return own?.has(tag) ? useScore(known.uses[tag] - 1, values) : useScores[tag];
  };
  const row = new Float64Array(featureNames.length);
  for (const tag of mentions.keys()) {
    mentionFeatures(index, text, tag, own !== undefined, row);
    let sum = 0;
    for (let f = 0; f < near; f++) sum += values[f] * row[f];
    sums.add(tag, sum);
  }
  for (const tag of cover.tags) {
    const covered = cover.values[tag];
    if (!mentions.has(tag)) sums.add(tag, values[share] * covered + (covered > WHOLE ? values[whole] : 0));
  }
  for (const tag of likeness.tags) sums.add(tag, TENTHS * values[like] * likeness.values[tag]);

  const weight = values[near];
  const weightOfSaid = weight + values[nearSaid];
  /** The exact score; −∞ for a tag that nothing speaks for. */
  const scoreOf = (tag: number) => {
    const close = closenessOf(tag);
    if (sums.isTouched[tag] === 0 && close <= 0) return Number.NEGATIVE_INFINITY;
    return sums.values[tag] + (mentions.has(tag) ? weightOfSaid : weight) * close + useOf(tag);
  };
  if (!closeness) {
    return { best: bestOf(sums.tags, scoreOf, count), learnedWords: words, features, lonelyCosine };
  }
  closeness.writeRoughly(weight, scores);
  for (const tag of mentions.keys()) scores[tag] += (weightOfSaid * shareOfSaid - weight) * closeness.roughly(tag);
  const added = sums.values;
  if (useScores) for (let tag = 0; tag < scores.length; tag++) scores[tag] += added[tag] + useScores[tag];
  else for (const tag of sums.tags) scores[tag] += added[tag];
  for (const tag of own ?? []) if (useScores) scores[tag] += useOf(tag) - useScores[tag];
  const { error } = closeness;
  const isSure = (tag: number) => sums.isTouched[tag] === 1 || closeness.roughly(tag) > error;
  // Each of the best has at least so much; what has less, even if both are wrong by the most, is none of them.
  const least = nthBest(scores, count, isSure) - 2 * Math.max(Math.abs(weight), Math.abs(weightOfSaid)) * error;
  const possible: number[] = [];
  for (let tag = 0; tag < scores.length; tag++) {
    if (scores[tag] >= least && (sums.isTouched[tag] === 1 || closeness.roughly(tag) + error > 0)) possible.push(tag);
  }
  return { best: bestOf(possible, scoreOf, count), learnedWords: words, features, lonelyCosine };
}

/**
 * How much of the closeness counts for a tag that a text says, 0 … 1: a long text is about many things, so how often and
 * where it says a tag tells more than how near the whole of it is. Encoders were not measured.
 */
function closenessShare({ words, vector }: TagText): number {
  if (vector) return 1;
  return Math.min(1, Math.max(0, 1 - PER_FOLD * Math.log(words.length / SHORT)));
}

interface Scratch {
  readonly cover: TagSums;
  readonly likeness: TagSums;
  /** Of all but closeness and use. */
  readonly sums: TagSums;
  /** Closeness, of the tags that it was asked of. */
  readonly near: TagSums;
  /** (T) rough scores. */
  readonly scores: Float64Array;
}

const kept = new WeakMap<TagIndex['ids'], Scratch>();

/** Memory that all texts share, for in a long list it takes longer to get than to use. */
function scratchOf({ ids }: TagIndex): Scratch {
  const T = ids.length;
  const scratch = kept.get(ids) ?? {
    cover: new TagSums(T),
    likeness: new TagSums(T),
    sums: new TagSums(T),
    near: new TagSums(T),
    scores: new Float64Array(T),
  };
  kept.set(ids, scratch);
  return scratch;
}
