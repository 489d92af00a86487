import { basename } from 'node:path';
import {
  type Analyzer,
  type FileRecord,
  failure,
  KeywordError,
  MAX_TEXT,
  type MethodKeywords,
  type ModelForText,
  type RecordErrors,
  type RecordOptions,
  readRecordResults,
  readRecords,
  resolveOptions,
  textOfRecord,
  withoutPacking,
} from '@telltale/core';
import {
  type EvaluateOptions,
  type ExtractOptions,
  extractOptions,
  type OptionRow,
} from '@telltale/core/internal/options.js';
import { openWeights } from './weights.js';

/** Keywords looked at: enough for every measure. */
const TOP = 20;

/**
 * A document of a data set: JSON lines {id, text, title?, keywords}, {id, text, title?, tags}, or {id, lang, text, want, strike}
 * of an editor.
 */
export interface DatasetDocument {
  readonly id: string;
  /** With its title before it, where it has one that the text does not begin with. */
  readonly text: string;
  readonly title?: string;
  /** Where the document names it. */
  readonly lang?: string;
  readonly keywords: readonly string[];
  readonly want: readonly string[];
  readonly strike: readonly string[];
  readonly tags: readonly string[];
}

/** What a document needs beside its text, by measure, with its place in a message. */
const needed = {
  gold: { fields: [], form: '"text", "title"?, "keywords": […]' },
  guess: { fields: [], form: '"text", "title"?, "keywords": […]' },
  editor: { fields: ['want', 'strike'], form: '"lang", "text", "want": […], "strike": […]' },
  tags: { fields: ['tags'], form: '"text", "title"?, "tags": […]' },
} as const;

/**
 * Reads a data set; records that cannot be used are left out and counted in `errors`.
 *
 * @param measure by `editor` documents need `want` and `strike`, by `tags` `tags`
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_TEXT where no record can be used, or `errors` say so
 */
export async function readDataset(
  path: string,
  measure: EvaluateOptions['measure'],
  reading: RecordOptions,
  errors: RecordErrors,
): Promise<DatasetDocument[]> {
  const documents: DatasetDocument[] = [];
  for await (const record of readRecordResults(path, reading)) {
    const read = 'error' in record ? record.error : documentOf(record, path, measure, reading.maxText);
    if (read instanceof KeywordError) errors.add(failure(read));
    else {
      documents.push(read);
      errors.add({ read: 1, failed: 0, errors: [] });
    }
  }
  errors.requireSome();
  return documents;
}

function documentOf(
  { fields, number }: FileRecord,
  path: string,
  measure: EvaluateOptions['measure'],
  maxText = MAX_TEXT,
): DatasetDocument | KeywordError {
  const { id = number, title, lang } = fields;
  const place = `${path}:${number}`;
  const text = textOfRecord(fields, 'text', place, maxText);
  if (typeof text !== 'string') return text;
  const lists = [];
  const { fields: required, form } = needed[measure ?? 'gold'];
  for (const name of ['keywords', 'want', 'strike', 'tags']) {
    const list = fields[name] ?? [];
    const isMissing = (required as readonly string[]).includes(name) && !(name in fields);
    if (isMissing || !isListOfTexts(list)) {
      const message = `${place} has no list of texts in the field "${name}"; expected {"id", ${form}}.`;
      return new KeywordError('INVALID_TEXT', message);
    }
    lists.push(list as string[]);
  }
  const [keywords, want, strike, tags] = lists;
  return {
    id: String(id),
    text: titled(text, title),
    ...(typeof title === 'string' && { title }),
    ...(typeof lang === 'string' && { lang }),
    ...{ keywords, want, strike, tags },
  };
}

const isListOfTexts = (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === 'string');

/** A text with its title before it, where it has one that it does not begin with. */
export function titled(text: string, title: unknown): string {
  return typeof title === 'string' && !text.startsWith(title) ? `${title}\n\n${text}` : text;
}

/** The name of a data set or of predictions: that of the file, without the endings that say its form. */
export function nameOfFile(path: string): string {
  return basename(withoutPacking(path)).replace(/\.(jsonl|ndjson|json|csv|tsv|parquet)$/i, '');
}

/**
 * The keywords of documents by a method of ours: the name of a method, and after it options as they are called in the
 * library, e.g. `mixture:semanticWeight=0:select=top`.
 *
 * @param weights where the method names none
 * @param title what the method is called in the tables
 */
export async function keywordsByMethod(
  name: string,
  documents: readonly { readonly text: string }[],
  modelOf: ModelForText,
  analyze: Analyzer,
  { weights, title = name }: { weights?: ExtractOptions['weights']; title?: string } = {},
): Promise<MethodKeywords> {
  const options = parseMethod(name, weights);
  const keywords: string[][] = [];
  for (const { text } of documents) {
    keywords.push((await analyze(await modelOf(text), text, options)).keywords.map((keyword) => keyword.text));
  }
  return { method: title, keywords };
}

function parseMethod(name: string, weights: ExtractOptions['weights']): ExtractOptions {
  const [method, ...settings] = name.split(':');
  // Checked here, whatever it is.
  const given: Record<string, unknown> = { topN: TOP, method, weights, ...readSettings(extractOptions, settings) };
  return resolveOptions(extractOptions, given);
}

/** The settings after the name of a method: `option=value`, the items of a list joined by `+`. */
export function readSettings(rows: Record<string, OptionRow>, settings: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    settings.map((setting) => {
      const [option, value = ''] = setting.split('=');
      return [option, settingOf(rows[option]?.type, value)];
    }),
  );
}

function settingOf(type: OptionRow['type'] | undefined, value: string): unknown {
  if (type === 'weights') return openWeights(value);
  // What is not a number is refused as it was given.
  if (type === 'integer' || type === 'number')
    return value.trim() === '' || Number.isNaN(Number(value)) ? value : Number(value);
  if (type === 'boolean') return value === 'true';
  return type === 'list' ? value.split('+') : value;
}

/**
 * The keywords that another tool found: JSON lines {id, keywords}, named by the file.
 *
 * @throws KeywordError INVALID_TEXT when a document is missing, and what {@link readRecords} throws
 */
export async function readPredictions(
  path: string,
  documents: readonly DatasetDocument[],
  reading: RecordOptions,
): Promise<MethodKeywords> {
  const { method, found } = await readFound(path, documents, 'keywords', TOP, reading);
  return { method, keywords: found };
}

/** The first of what another tool found for each document, in a field of records {id, …}. */
export async function readFound(
  path: string,
  documents: readonly DatasetDocument[],
  field: 'keywords' | 'tags',
  top: number,
  reading: RecordOptions,
): Promise<{ readonly method: string; readonly found: string[][] }> {
  const byId = new Map<string, unknown>();
  for await (const { fields } of readRecords(path, reading)) byId.set(String(fields.id), fields[field]);
  const found = documents.map(({ id }) => {
    const own = byId.get(id);
    if (!isListOfTexts(own)) {
      throw new KeywordError('INVALID_TEXT', `${path} has no ${field} for the document ${id}.`);
    }
    return (own as string[]).slice(0, top);
  });
  return { method: nameOfFile(path), found };
}
