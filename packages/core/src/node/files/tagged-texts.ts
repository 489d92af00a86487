import { KeywordError } from '../../errors.js';
import type { TaggedText } from '../../index.js';
import { titleLengthOf, withTitle } from '../../records/text-of-record.js';
import { readRecordResults } from './read-records.js';

/**
 * Texts with their tags from the records of a file: the fields text, tags (a list, or one text with | or ; between) and
 * title, which goes before the text unless the text begins with it.
 *
 * @param onError called for a record that cannot be used, which is left out
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE
 */
export async function* readTaggedTexts(
  path: string,
  onError: (error: KeywordError) => void,
): AsyncGenerator<TaggedText> {
  for await (const record of readRecordResults(path)) {
    if ('error' in record) {
      onError(record.error);
      continue;
    }
    const { text, title, tags } = record.fields;
    const given = tagsOf(tags);
    if (typeof text !== 'string' || given === undefined) {
      const names = Object.keys(record.fields).slice(0, 20).join(', ').slice(0, 500);
      const message = `${path}:${record.number} has no text or no tags; its fields are: ${names || 'none'}. Expected the fields text and tags.`;
      onError(new KeywordError('INVALID_TEXT', message));
      continue;
    }
    const own = typeof title === 'string' ? title : undefined;
    yield { text: withTitle(text, own), titleLength: titleLengthOf(own), tags: given };
  }
}

function tagsOf(value: unknown): string[] | undefined {
  if (typeof value === 'string')
    return value
      .split(/[|;]/)
      .map((tag) => tag.trim())
      .filter(Boolean);
  return Array.isArray(value) && value.every((tag) => typeof tag === 'string') ? value : undefined;
}
