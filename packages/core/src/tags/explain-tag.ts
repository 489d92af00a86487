import { addTextWord, withoutBackground } from './meaning.js';
import { placesOf } from './places.js';
import { type ScoredTags, TENTHS } from './score-tags.js';
import type { TagWord } from './tag.js';
import type { TagIndex } from './tag-index.js';
import type { TagText } from './tag-text.js';
import { featureAt, tagFeatures } from './tag-weights.js';
import { WordVectors } from './word-vectors.js';

/** Words that an explanation has, at most. */
const MOST_WORDS = 10;
/** What adds less says nothing, in nats. */
const LEAST_VALUE = 0.01;

/**
 * The words of a text that speak most for a tag. Of what was learned, and of the words that the text shares with the
 * label, the values are exact; that of closeness is shared out by what each word adds to the cosine.
 *
 * @param features of the tag
 */
export function explainTag(
  index: TagIndex,
  text: TagText,
  scored: ScoredTags,
  tag: number,
  features: Float64Array,
): TagWord[] {
  const words = [...closeWords(index, text, tag, features), ...coveringWords(index, text, tag, features)];
  words.push(...saidForms(index, text, tag, features), ...likeWords(index, scored, tag));
  const largest = words.filter(({ value }) => value >= LEAST_VALUE).sort((a, b) => b.value - a.value);
  return largest.slice(0, MOST_WORDS);
}

function saidForms(
  { forms, weights }: TagIndex,
  { mentions }: TagText,
  tag: number,
  features: Float64Array,
): TagWord[] {
  if (features[featureAt.said] === 0) return [];
  const value = tagFeatures.mention.reduce(
    (sum, name) => sum + weights.values[featureAt[name]] * features[featureAt[name]],
    0,
  );
  return [{ word: forms.spellings.at(mentions.get(tag)![0].entry), evidence: 'mention', value }];
}

/** Nats of how near a text is to a tag. */
const nearness = (values: Float64Array, features: Float64Array) =>
  values[featureAt.closeness] * features[featureAt.closeness] +
  values[featureAt.saidCloseness] * features[featureAt.saidCloseness];

function closeWords(index: TagIndex, { words }: TagText, tag: number, features: Float64Array): TagWord[] {
  const { meaning, weights, model } = index;
  const total = nearness(weights.values, features);
  // What an encoder says of a text is not a sum over its words.
  if (total <= 0 || meaning.dim === 0 || index.encoding) return [];
  const vectors = new WordVectors(model.model, meaning);
  const parts = words
    .map(({ word, count, known }) => {
      const vector = new Float64Array(meaning.dim);
      addTextWord(vectors, { word, count, known }, vector);
      withoutBackground(vectors.level(vector), meaning);
      let value = 0;
      for (let d = 0; d < meaning.dim; d++) value += vector[d] * meaning.vectors[tag * meaning.dim + d];
      return { word, value };
    })
    .filter(({ value }) => value > 0);
  const sum = parts.reduce((all, { value }) => all + value, 0) || 1;
  return parts.map(({ word, value }) => ({ word, evidence: 'meaning', value: (total * value) / sum }));
}

function coveringWords(index: TagIndex, { words }: TagText, tag: number, features: Float64Array): TagWord[] {
  if (features[featureAt.cover] === 0) return [];
  const { stems } = placesOf(index);
  const { offsets, columns, values } = index.meaning.shares;
  return words.flatMap(({ word, known }): TagWord[] => {
    const place = stems.get(known.stem);
    if (place === undefined) return [];
    const at = columns.subarray(offsets[place], offsets[place + 1]).indexOf(tag);
    if (at < 0) return [];
    return [{ word, evidence: 'meaning', value: index.weights.values[featureAt.cover] * values[offsets[place] + at] }];
  });
}

function likeWords({ learned, weights }: TagIndex, { learnedWords }: ScoredTags, tag: number): TagWord[] {
  if (!learned) return [];
  const { offsets, columns, values } = learned.masses;
  return learnedWords.flatMap(({ word, row, factor }): TagWord[] => {
    const at = columns.subarray(offsets[row], offsets[row + 1]).indexOf(tag);
    if (at < 0) return [];
    const value =
      (weights.values[featureAt.likeness] * TENTHS * factor * values[offsets[row] + at]) / Math.sqrt(learned.uses[tag]);
    return [{ word, evidence: 'learned', value }];
  });
}
