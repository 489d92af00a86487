import { KeywordError, kindOfValue } from '../../errors.js';

/** Names of fields in a message, at most, and their characters. */
const [MOST_NAMES, MOST_CHARACTERS] = [20, 1000];

/**
 * The text of a record, or why there is none.
 *
 * @param place where the record is, for messages
 * @param maxText longest text, in UTF-16 code units
 * @param option that names the field
 */
export function textOfRecord(
  fields: Readonly<Record<string, unknown>>,
  field: string,
  place: string,
  maxText: number,
  option = 'field',
): string | KeywordError {
  const found = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (typeof found === 'string') {
    return found.length > maxText ? tooLong(place, `${found.length} characters`, maxText) : found;
  }
  if (found !== undefined) {
    return new KeywordError(
      'INVALID_TEXT',
      `${place} has ${kindOfValue(found)} in the field "${field}"; expected a text.`,
    );
  }
  const names = Object.keys(fields).slice(0, MOST_NAMES).join(', ').slice(0, MOST_CHARACTERS);
  return new KeywordError(
    'INVALID_TEXT',
    `${place} has no field "${field}"; its fields are: ${names || 'none'}. Name the right one with \`${option}\`.`,
  );
}

/** The error of a text that is too long. */
export function tooLong(place: string, length: string, most: number): KeywordError {
  return new KeywordError(
    'INVALID_TEXT',
    `${place} has ${length}; a text may have ${most} characters. Split it, or raise \`maxText\`.`,
  );
}

/** A text whose title is apart from it. */
export interface TitledText {
  readonly text: string;
  readonly title?: string | undefined;
}

/** A text with its title as its first line, unless it has none or begins with it. */
export function withTitle(text: string, title: string | undefined): string {
  return title === undefined || title.trim() === '' || text.startsWith(title) ? text : `${title}\n${text}`;
}

/** Code units of the title of a text {@link withTitle}; undefined without one. */
export function titleLengthOf(title: string | undefined): number | undefined {
  return title === undefined || title.trim() === '' ? undefined : title.length;
}
