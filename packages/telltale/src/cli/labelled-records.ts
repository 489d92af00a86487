import {
  type FailedRecord,
  type FileRecord,
  KeywordError,
  kindOfValue,
  type LabelledText,
  type OptionsOf,
  readRecordResults,
} from '@telltale/core';
import type { readingOptions } from '@telltale/core/internal/options.js';
import { titled } from './evaluation-methods.js';
import type { CommandIo } from './io.js';

/** Names of the fields of labelled records. */
export interface LabelledFields {
  readonly field: string;
  readonly keywordsField: string;
}

/** A labelled text, or what is wrong with its record. */
export type LabelledRecord = LabelledText | { readonly error: KeywordError };

/**
 * The labelled texts of files: records with a text and a list of keywords, or lists of those chosen and rejected. In a
 * table a list is one cell, its items separated by semicolons, else by commas.
 */
export async function* readLabelled(
  files: readonly string[],
  fields: LabelledFields,
  { inputFormat: format, ...reading }: OptionsOf<typeof readingOptions>,
  { stdin }: CommandIo,
): AsyncGenerator<LabelledRecord> {
  for (const file of files) {
    try {
      for await (const record of readRecordResults(file, { ...reading, format, stdin })) {
        yield labelledOf(record, file, fields);
      }
    } catch (error) {
      if (!(error instanceof KeywordError) || error.code === 'INVALID_OPTION') throw error;
      yield { error };
    }
  }
}

function labelledOf(record: FileRecord | FailedRecord, file: string, names: LabelledFields): LabelledRecord {
  if ('error' in record) return record;
  const { fields, number } = record;
  const refuse = (problem: string) => ({ error: new KeywordError('INVALID_LABELS', `${file}:${number} ${problem}`) });
  const missing = (what: string, name: string, expected: string, flag: string) => {
    if (Object.hasOwn(fields, name)) {
      return refuse(`has ${kindOfValue(fields[name])} in the field "${name}"; expected ${expected}.`);
    }
    const found = Object.keys(fields).slice(0, 20).join(', ').slice(0, 1000);
    return refuse(
      `has no ${what} in the field "${name}". Name the right one with ${flag}. Its fields are: ${found || 'none'}.`,
    );
  };
  const valueIn = (name: string) => (Object.hasOwn(fields, name) ? fields[name] : undefined);
  const text = valueIn(names.field);
  if (typeof text !== 'string') return missing('text', names.field, 'a text', '--field');
  const [keywords, chosen, rejected] = [names.keywordsField, 'chosen', 'rejected'].map((name) => listOf(valueIn(name)));
  if (!keywords && !(chosen && rejected)) {
    return missing('list of keywords', names.keywordsField, 'a list of texts', '--keywords-field');
  }
  return { text: titled(text, fields.title), keywords, ...(!keywords && { chosen, rejected }) };
}

/** A list of texts, or a cell cut into one; undefined for anything else. */
function listOf(value: unknown): string[] | undefined {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string') ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const separator = /[;；]/.test(value) ? /[;；]/ : /[,，、]/;
  return value.split(separator).flatMap((item) => item.trim() || []);
}
