import {
  type Encoder,
  type SuggestedTag,
  type SuggestOptions,
  suggestTags,
  suggestTagsWithEncoder,
  type TagIndex,
} from '../../index.js';
import { type TitledText, titleLengthOf, withTitle } from '../files/text-of-record.js';

/**
 * {@link suggestTags} of a text whose title may be apart from it. The title is read before the text; offsets are those of
 * the text, so that a form that only the title says has none.
 *
 * @param encoder the one that the list was encoded with; undefined for a list without one
 * @throws KeywordError as {@link suggestTagsWithEncoder}
 */
export async function suggestTitled(
  index: TagIndex,
  { text, title }: TitledText,
  options?: SuggestOptions,
  encoder?: Encoder,
): Promise<SuggestedTag[]> {
  const whole = withTitle(text, title);
  const tags = encoder
    ? await suggestTagsWithEncoder(index, encoder, whole, options, titleLengthOf(title))
    : suggestTags(index, whole, options, titleLengthOf(title));
  const shift = whole.length - text.length;
  if (shift === 0) return tags;
  return tags.map((tag) => ({
    ...tag,
    forms: tag.forms.map(({ form, offsets }) => ({
      form,
      offsets: offsets.flatMap(([start, end]) => (start < shift ? [] : [[start - shift, end - shift] as const])),
    })),
  }));
}
