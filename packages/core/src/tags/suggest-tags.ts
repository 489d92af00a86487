import { resolveOptions } from '../check-options.js';
import { checkText, KeywordError } from '../errors.js';
import { suggestOptions } from '../options.js';
import { chooseTags } from './choose-tags.js';
import { explainTag } from './explain-tag.js';
import { scoreTags } from './score-tags.js';
import type { FoundForm, ResolvedSuggest, SuggestedTag, SuggestOptions } from './tag.js';
import { checkUnencoded, type TagIndex } from './tag-index.js';
import { type Mention, readTagText } from './tag-text.js';
import { featureAt, featureNames } from './tag-weights.js';

/** Lowest score of a tag that the text does not say: below, hardly one is right (evaluation/tags/floor.mjs). */
const LEAST_UNSAID = 0.5;

/**
 * Lowest cosine of a tag that nothing else speaks for: some tag of a list is nearly as near by chance, the nearer the more there are,
 * as the largest of many normal numbers grows (evaluation/tags/chance.mjs, short-texts.mjs).
 *
 * @param tags of the list
 */
export const leastCosine = (tags: number) => Math.max(0.175, 0.11 * Math.sqrt(Math.log(tags)));

/**
 * The tags of a list that let one guess a text: those that it says, whose words go with its words, and that texts like
 * it had.
 *
 * @param titleLength code units at the beginning of the text that are its title (default: 0)
 * @returns at most `topN` tags, best first; none when little in the text speaks for any
 * @throws KeywordError INVALID_OPTION, INVALID_TEXT for anything but a string, and for one of white space alone
 * @example
 * const { tags } = await readTagList('tags.txt');
 * const index = compileTags(tags, await loadModel('en'));
 * suggestTags(index, 'The keel of the boat was repaired.', { topN: 3 });
 */
export function suggestTags(
  index: TagIndex,
  text: string,
  given: SuggestOptions = {},
  titleLength?: number,
): SuggestedTag[] {
  checkUnencoded(index, 'suggestTagsWithEncoder');
  return suggestForText(index, text, undefined, resolveOptions(suggestOptions, given), titleLength);
}

/**
 * {@link suggestTags} for a list with an encoder, too.
 *
 * @param vector of the text by that encoder
 */
export function suggestForText(
  index: TagIndex,
  text: string,
  vector: Float32Array | undefined,
  options: ResolvedSuggest,
  titleLength?: number,
): SuggestedTag[] {
  const { topN, evidence, select, prefer, minScore, minProbability } = options;
  const { calibration } = index.weights;
  if (minProbability !== undefined && !calibration) {
    throw new KeywordError(
      'INVALID_OPTION',
      'minProbability needs probabilities, and these are not calibrated: too few tagged texts were learned from. Learn from more, or use minScore.',
      { option: 'minProbability' },
    );
  }
  checkText(text);
  if (text.trim() === '') throw new KeywordError('INVALID_TEXT', 'The text is empty: there is nothing to tag.');
  const read = readTagText(index, text, vector, titleLength);
  const probabilityOf = (score: number) =>
    calibration && 1 / (1 + Math.exp(-(calibration.slope * score + calibration.offset)));
  const isSaid = (tag: number) => evidence.includes('mention') && read.mentions.has(tag);
  // What is folded or passed over is replaced by what comes next.
  const spare = select === 'top' && prefer === 'both' ? topN : Math.max(50, 4 * topN);
  const scored = scoreTags(index, read, evidence, spare);
  const nearest = leastCosine(index.ids.length);
  const isWorthShowing = (tag: number, score: number) =>
    minScore === undefined
      ? isSaid(tag) || (score >= LEAST_UNSAID && (scored.lonelyCosine(tag) ?? 1) >= nearest)
      : score >= minScore;
  const shown = scored.best.filter(
    ({ tag, score }) =>
      isWorthShowing(tag, score) && (minProbability === undefined || probabilityOf(score)! >= minProbability),
  );
  const row = new Float64Array(featureNames.length);
  return chooseTags(index, read, shown, options).map(({ tag, score }) => {
    scored.features(tag, row);
    const probability = probabilityOf(score);
    const parts = evidenceOf(row, index.weights.values);
    const forms = evidence.includes('mention') ? formsOf(index, read.mentions.get(tag)) : [];
    const [id, label] = [index.ids.at(tag), index.labels.at(tag)];
    // Whole literals: a spread for each of a hundred tags takes longer than to score them.
    const suggested =
      probability === undefined
        ? { id, label, score, evidence: parts, forms }
        : { id, label, score, probability, evidence: parts, forms };
    return options.explain ? { ...suggested, words: explainTag(index, read, scored, tag, row) } : suggested;
  });
}

/** What a tag has by each piece of evidence. @param row its features */
function evidenceOf(row: Float64Array, weights: Float64Array): SuggestedTag['evidence'] {
  return {
    mention: sumOf(row, weights, 0, featureAt.closeness),
    meaning: sumOf(row, weights, featureAt.closeness, featureAt.likeness),
    learned: sumOf(row, weights, featureAt.likeness, row.length),
  };
}

function sumOf(row: Float64Array, weights: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let f = from; f < to; f++) sum += weights[f] * row[f];
  return sum;
}

function formsOf({ forms }: TagIndex, mentions?: readonly Mention[]): FoundForm[] {
  if (!mentions) return [];
  const found = new Map<number, [number, number][]>();
  for (const { entry, start, end } of mentions) found.set(entry, [...(found.get(entry) ?? []), [start, end]]);
  return Array.from(found, ([entry, offsets]) => ({ form: forms.spellings.at(entry), offsets }));
}
