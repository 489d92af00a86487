import { KeywordError, kindOfValue } from '../errors.js';
import type { InputFormat } from './input-format.js';

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

/** Which fields of a record hold its text and its title. */
export interface TextFields {
  readonly field?: string | undefined;
  readonly titleField?: string | undefined;
}

/**
 * The text of a record with its title, where that is apart, or why there is none.
 *
 * @param place as {@link textOfRecord}
 */
export function titledOfRecord(
  fields: Readonly<Record<string, unknown>>,
  { field = 'text', titleField }: TextFields,
  place: string,
  format: InputFormat,
  maxText: number,
): TitledText | KeywordError {
  const text = textOfRecord(fields, field, place, maxText);
  if (typeof text !== 'string') return text;
  // A column is there or is misspelt; in JSON a field without a value is left out.
  const isLeftOut = titleField !== undefined && !Object.hasOwn(fields, titleField) && /^jsonl?$/.test(format);
  if (titleField === undefined || fields[titleField] === null || isLeftOut) return { text };
  const title = textOfRecord(fields, titleField, place, maxText, 'titleField');
  return typeof title === 'string' ? { text, title } : title;
}

/** What a record is called, where it is, and how a message about it begins. */
export interface RecordNames {
  readonly source: string;
  readonly place: string;
  readonly where: string;
  /** Its own, where it has one. */
  readonly id?: string | number;
}

/** The names of a record of a file. */
export function namesOfRecord(
  file: string,
  format: InputFormat,
  number: number,
  fields: Readonly<Record<string, unknown>> = {},
): RecordNames {
  const at = `${file}:${number}`;
  const isCounted = format === 'json' || format === 'parquet';
  const place = isCounted ? `${file}, record ${number}` : at;
  const { id: given } = fields;
  // JSON would write −0 as 0.
  const id = typeof given === 'bigint' ? String(given) : Object.is(given, -0) ? '-0' : given;
  const names = { place, where: isCounted ? `${place},` : at };
  // An empty cell names nothing.
  const isName = (typeof id === 'string' && id !== '') || typeof id === 'number';
  return isName ? { source: String(id), ...names, id } : { source: at, ...names };
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
