import type { TagForms } from './tag-index.js';
import type { Mention } from './tag-text.js';
import { featureAt } from './tag-weights.js';

/** Code units of a text that are its opening, as a title, and its beginning, as an abstract has it. */
const OPENING = 60;
const BEGINNING = 300;

/** Writes the features of a tag that a text says. @param out (features) */
export function mentionFeatures(forms: TagForms, tag: number, mentions: readonly Mention[], out: Float64Array): void {
  const { start } = mentions[0];
  out[featureAt.said] = 1;
  out[featureAt.logCount] = Math.log(mentions.length);
  out[featureAt.rarity] = forms.rarity[tag];
  out[featureAt.opening] = start < OPENING ? 1 : 0;
  out[featureAt.beginning] = start < BEGINNING ? 1 : 0;
  out[featureAt.late] = Math.log1p(start / 100);
  out[featureAt.nested] = mentions.every(({ nested }) => nested) ? 1 : 0;
  out[featureAt.phrase] = forms.lengths[tag] > 1 ? 1 : 0;
}
