import type { TagIndex } from './tag-index.js';
import type { TagText } from './tag-text.js';
import { featureAt } from './tag-weights.js';

/** Code units of a text that are its opening, and its beginning, as an abstract has it. */
const OPENING = 60;
const BEGINNING = 300;
/** What is known beforehand of how usual it is to say a tag counts as much as so many texts. */
const BEFOREHAND = 10;
/** Surprise at a word and at a phrase that are neither usual nor unusual, in nats: texts say phrases less often. */
const MIDDLING_WORD = 2.5;
const MIDDLING_PHRASE = 3.5;
const RAREST = 6;

/**
 * Writes the features of a tag that a text says.
 *
 * @param isRead whether the text is one of those that told how usual it is to say each tag
 * @param out (features)
 */
export function mentionFeatures(
  { forms, said }: Pick<TagIndex, 'forms' | 'said'>,
  { mentions, title }: TagText,
  tag: number,
  isRead: boolean,
  out: Float64Array,
): void {
  const own = mentions.get(tag)!;
  const { start } = own[0];
  out[featureAt.said] = 1;
  out[featureAt.logCount] = Math.log(own.length);
  out[featureAt.rarity] = forms.rarity[tag];
  out[featureAt.opening] = start < OPENING ? 1 : 0;
  out[featureAt.beginning] = start < BEGINNING ? 1 : 0;
  out[featureAt.late] = Math.log1p(start / 100);
  out[featureAt.nested] = own.every(({ nested }) => nested) ? 1 : 0;
  out[featureAt.phrase] = forms.lengths[tag] > 1 ? 1 : 0;
  out[featureAt.title] = start < title ? 1 : 0;
  if (!said) return;
  const texts = said.texts - (isRead ? 1 : 0);
  const count = said.counts[tag] - (isRead ? 1 : 0);
  const expected = BEFOREHAND * Math.exp(-forms.rarity[tag]);
  const middling = forms.lengths[tag] > 1 ? MIDDLING_PHRASE : MIDDLING_WORD;
  const surprise = Math.log((texts + BEFOREHAND) / (count + expected));
  out[featureAt.usual] = (Math.min(RAREST, surprise) - middling) * (texts / (texts + BEFOREHAND));
}
