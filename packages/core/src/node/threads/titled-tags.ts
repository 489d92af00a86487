import { resolveOptions } from '../../check-options.js';
import { checkText } from '../../errors.js';
import type { Encoder, SuggestedTag, SuggestOptions, TagIndex } from '../../index.js';
import { suggestOptions } from '../../options.js';
import { type TitledText, titleLengthOf, withTitle } from '../../records/text-of-record.js';
import { suggestResolved } from '../../tags/encode-tags.js';
import type { ResolvedSuggest } from '../../tags/tag.js';

/**
 * {@link suggestTags} of a text whose title may be apart from it. The title is read before the text; offsets are those of
 * the text, so that a form that only the title says has none.
 *
 * @param encoder the one that the list was encoded with; undefined for a list without one
 * @throws KeywordError as {@link suggestTagsWithEncoder}
 */
export async function suggestTitled(
  index: TagIndex,
  text: TitledText,
  options: SuggestOptions = {},
  encoder?: Encoder,
): Promise<SuggestedTag[]> {
  return suggestResolvedTitled(index, text, resolveOptions(suggestOptions, options), encoder);
}

/** {@link suggestTitled} with options that were checked where they came from. */
export async function suggestResolvedTitled(
  index: TagIndex,
  { text, title }: TitledText,
  options: ResolvedSuggest,
  encoder: Encoder | undefined,
): Promise<SuggestedTag[]> {
  checkText(text);
  const whole = withTitle(text, title);
  const tags = await suggestResolved(index, encoder, whole, options, titleLengthOf(title));
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
