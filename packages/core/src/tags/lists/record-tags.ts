import { KeywordError } from '../../errors.js';
import type { ListedTag, ListWarnings } from './tidy-tags.js';

const fieldNames = ['id', 'label', 'synonyms', 'description', 'parent'];

/** A record of a list, by the names of its fields. */
export interface TagRecord {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Its line or place, from 1. */
  readonly number: number;
}

/**
 * The tags of records with the fields id, label, synonyms, description and parent, of which only the label must be there.
 * Synonyms are a list, or a text with | or ; between them.
 *
 * @param path what to call the file
 * @param warnings are told of fields that are not read
 * @throws KeywordError INVALID_TAGS without the field label
 */
export function tagsOfRecords(records: readonly TagRecord[], path: string, warnings: ListWarnings): ListedTag[] {
  if (records.length > 0) checkFields(records[0], path, warnings);
  return records.map((record) => tagOf(record, path));
}

function checkFields({ fields }: TagRecord, path: string, warnings: ListWarnings): void {
  const names = Object.keys(fields);
  const unread = names.filter((name) => !fieldNames.includes(name));
  if (names.includes('label')) {
    if (unread.length > 0) {
      warnings.note(`not read: ${shortList(unread)}. A list of tags has ${fieldNames.join(', ')}.`);
    }
    return;
  }
  throw new KeywordError(
    'INVALID_TAGS',
    `${path} has the fields ${shortList(names) || '(none)'}; a list of tags has label, and may have ${fieldNames.filter((name) => name !== 'label').join(', ')}. Rename its columns.`,
  );
}

const shortList = (names: readonly string[]) => names.slice(0, 20).join(', ').slice(0, 500);

function tagOf({ fields, number }: TagRecord, path: string): ListedTag {
  const text = (name: string): string | undefined => {
    const value = fields[name];
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value === 'string') return value.trim();
    if (typeof value === 'number' || typeof value === 'bigint') return String(value);
    throw new KeywordError(
      'INVALID_TAGS',
      `${path}:${number} has ${Array.isArray(value) ? 'an array' : 'an object'} in the field "${name}"; expected a text.`,
    );
  };
  const label = text('label') ?? '';
  const description = text('description');
  const parent = text('parent');
  return {
    id: text('id') || label,
    label,
    synonyms: synonymsOf(fields.synonyms, `${path}:${number}`),
    ...(description && { description }),
    ...(parent && { parent }),
    place: `line ${number}`,
  };
}

function synonymsOf(value: unknown, place: string): string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === 'string')
    return value
      .split(/[|;]/)
      .map((part) => part.trim())
      .filter(Boolean);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  throw new KeywordError(
    'INVALID_TAGS',
    `${place} has synonyms that are not texts: ${JSON.stringify(value)?.slice(0, 100)}. Give a list of texts, or one text with | between them.`,
  );
}
