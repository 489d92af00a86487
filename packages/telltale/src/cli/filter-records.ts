import { counted, type ErrorCode, type KeywordAnalysis, KeywordError } from '@telltale/core';
import type { BoundedLine } from '@telltale/core/internal/records/bounded-lines.js';
import { utf16Of } from '@telltale/core/internal/records/decode-text.js';
import { rawFields } from '@telltale/core/internal/records/raw-fields.js';
import { jsonField, unescapeField } from './tsv-fields.js';

/** What a filter adds to records. */
export type AddedField = 'keywords' | 'tags' | 'explanation';

/** What is said of a text beside its keywords. */
type ReadAs = Pick<KeywordAnalysis, 'language' | 'languageFound' | 'notice'>;

/** What came of a record; null where its text is NULL. */
export type RecordOutcome = ({ readonly found: unknown } & Partial<ReadAs>) | FailedRecord;

/** What came of a record that was read, with what is said of its text. */
export const foundIn = ({ language, languageFound, notice }: ReadAs, found: unknown): RecordOutcome => ({
  found,
  language,
  ...(languageFound && { languageFound }),
  ...(notice !== undefined && { notice }),
});

/** Why nothing came of a record. */
export interface FailedRecord {
  readonly error: { readonly code: ErrorCode | 'INTERNAL'; readonly message: string };
}

/** A line read as a record: its text, and how its answer is written. */
export interface FilterRecord {
  /** The text; null for NULL; an outcome where there is no text because the line is not a record. */
  readonly text: string | null | RecordOutcome;
  /** Its title, where that is apart from the text. */
  readonly title?: string | undefined;
  /** Options of its own, which go before those of the command. */
  readonly options?: object | undefined;
  /** The output line, without its newline. */
  answer(outcome: RecordOutcome): string;
}

/** Reads the lines of one form. */
export type RecordReader = (line: BoundedLine, number: number) => FilterRecord;

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** Anything that went wrong with a record, as its outcome: no record may end the work on all the others. */
export function failed(error: unknown): FailedRecord {
  const code = error instanceof KeywordError ? error.code : 'INTERNAL';
  return { error: { code, message: (error as Error).message } };
}

function refuse(number: number, reason: string): RecordOutcome {
  return failed(new KeywordError('INVALID_TEXT', `Line ${number} ${reason}`));
}

/** The line as a string, or what is wrong with its bytes. */
function decode({ bytes, length }: BoundedLine, number: number): string | RecordOutcome {
  if (length > bytes.length) {
    return refuse(
      number,
      `has ${length} bytes, more than the ${bytes.length} of --max-line-bytes. Raise it, or split the text.`,
    );
  }
  // What no line of UTF-8 has.
  const utf16 = bytes.includes(0) || bytes[0] >= 0xfe ? utf16Of(bytes, number === 1) : undefined;
  if (utf16) return refuse(number, `looks like UTF-16. Name it: --encoding ${utf16}.`);
  try {
    return strict.decode(bytes);
  } catch {
    return refuse(
      number,
      'is not UTF-8, or not of the encoding that was named. Chinese text in GBK is read with --encoding gb18030.',
    );
  }
}

/**
 * JSON lines: the fields of a record pass through as they are written, down to the digits of a long number, and what was
 * found or `error` is added, in the place of a field of that name; the language that the text was read in, how it was told and the
 * notice where the record has no fields of these names.
 *
 * @param added the field that is added
 * @param field the field that holds the text
 * @param titleField the field that holds its title; a record without it, or with null in it, has no title
 * @param optionsField the field that holds its own options, an object; likewise
 */
export function jsonRecords(
  added: AddedField,
  field: string,
  titleField?: string,
  optionsField?: string,
): RecordReader {
  const answer = (outcome: RecordOutcome, names: readonly string[] = []) => {
    if ('error' in outcome) return JSON.stringify(outcome);
    const { found, ...others } = outcome;
    const said = Object.entries(others).filter(([name]) => !names.includes(name));
    return JSON.stringify({ [added]: found, ...Object.fromEntries(said) });
  };
  return (line, number) => {
    const decoded = decode(line, number);
    if (typeof decoded !== 'string') return { text: decoded, answer };
    let record: Record<string, unknown>;
    try {
      record = JSON.parse(decoded);
    } catch (error) {
      return { text: refuse(number, `is not JSON: ${(error as Error).message}`), answer };
    }
    if (typeof record !== 'object' || record === null || Array.isArray(record)) {
      return { text: refuse(number, 'is not a JSON object.'), answer };
    }
    const text = Object.hasOwn(record, field) ? record[field] : undefined;
    const names = Object.keys(record);
    const title = titleField !== undefined && Object.hasOwn(record, titleField) ? record[titleField] : null;
    const options = optionsField !== undefined && Object.hasOwn(record, optionsField) ? record[optionsField] : null;
    const wrong =
      typeof text !== 'string' && text !== null
        ? `has no text field "${field}"; it has: ${names.join(', ') || 'none'}. Name it with --field.`
        : typeof title !== 'string' && title !== null
          ? `has a ${typeof title} in the field "${titleField}"; --title-field must name a text, or null.`
          : isOptions(options)
            ? undefined
            : `${noOptions(`the field "${optionsField}"`)}.`;
    return {
      text: wrong === undefined ? (text as string | null) : refuse(number, wrong),
      title: typeof title === 'string' ? title : undefined,
      options: isOptions(options) ? (options ?? undefined) : undefined,
      answer: (outcome) => {
        const own = answer(outcome, names).slice(1);
        if (added in record || 'error' in record || names.length === 0) {
          const others = [...rawFields(decoded)].filter(([name]) => name !== added && name !== 'error');
          const written = others.map(([name, value]) => `${JSON.stringify(name)}:${value}`);
          return `{${[...written, own].join(',')}`;
        }
        return `${decoded.slice(0, decoded.lastIndexOf('}'))},${own}`;
      },
    };
  };
}

function isOptions(value: unknown): value is object | null {
  return typeof value === 'object' && !Array.isArray(value);
}

function noOptions(place: string): string {
  return `has no options in ${place}; expected an object as {"topN": 3}, or null. --options-field names where they are`;
}

/** The options of a column, read once where line after line has the same; undefined where they are none. */
function optionsReader(): (json: string) => object | null | undefined {
  let last: string | undefined;
  let read: object | null | undefined;
  return (json) => {
    if (json !== last) {
      last = json;
      try {
        const value = JSON.parse(json);
        read = isOptions(value) ? value : undefined;
      } catch {
        read = undefined;
      }
    }
    return read;
  };
}

/** Spark's TRANSFORM puts \x01 between fields where the query does not say how rows are written. */
const transformWithoutFormat =
  "has no tab but \\x01 between its fields, as Spark's TRANSFORM writes them by default. Add ROW FORMAT DELIMITED FIELDS TERMINATED BY '\\t' before and after USING.";

/**
 * Tab-separated lines: the other columns pass through as they are, and a last column has what was found as JSON, or an
 * object with `error`, or `\N` where the text is NULL.
 *
 * @param column the column of the text, from 1; the last one if left out
 * @param titleColumn the column of its title, which passes through; none if left out
 * @param optionsColumn the column of its own options as JSON, which is left out of the answer; none if left out
 */
export function tsvRecords(column?: number, titleColumn?: number, optionsColumn?: number): RecordReader {
  const readOptions = optionsReader();
  return (line, number) => {
    const decoded = decode(line, number);
    // A line that cannot be worked on keeps its other columns, as far as they can be read.
    const fields = (typeof decoded === 'string' ? decoded : lenient.decode(line.bytes)).split('\t');
    const place = (column ?? fields.length) - 1;
    const given = optionsColumn === undefined ? null : unescapeField(fields[optionsColumn - 1] ?? '');
    const options = given === null ? null : readOptions(given);
    const text =
      typeof decoded !== 'string'
        ? decoded
        : fields.length === 1 && decoded.includes('\x01')
          ? refuse(number, transformWithoutFormat)
          : place >= fields.length
            ? refuse(number, `has ${counted(fields.length, 'column')}; --field names column ${column}.`)
            : titleColumn !== undefined && titleColumn > fields.length
              ? refuse(number, `has ${counted(fields.length, 'column')}; --title-field names column ${titleColumn}.`)
              : options === undefined
                ? refuse(number, `${noOptions(`column ${optionsColumn}`)}.`)
                : unescapeField(fields[place]);
    const title = titleColumn === undefined ? undefined : (unescapeField(fields[titleColumn - 1] ?? '') ?? undefined);
    const others = fields.filter((_, i) => i !== place && i + 1 !== optionsColumn);
    return {
      text,
      title,
      options: options ?? undefined,
      answer: (outcome) => {
        const result = 'error' in outcome ? outcome : outcome.found;
        return [...others, result === null ? '\\N' : jsonField(result)].join('\t');
      },
    };
  };
}
