import { basename } from 'node:path';
import {
  extractKeywords,
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
} from '../node.js';
import { type EvaluateOptions, type ExtractOptions, extractOptions, type OptionRow } from '../options.js';
import { openWeights } from './weights.js';

/** Keywords looked at: enough for every measure. */
const TOP = 20;

/** A document of a data set: JSON lines {id, text, title?, keywords}, or {id, lang, text, want, strike} of an editor. */
export interface DatasetDocument {
  readonly id: string;
  /** With its title before it, where it has one that the text does not begin with. */
  readonly text: string;
  /** Where the document names it. */
  readonly lang?: string;
  readonly keywords: readonly string[];
  readonly want: readonly string[];
  readonly strike: readonly string[];
}

/**
 * Reads a data set; records that cannot be used are left out and counted in `errors`.
 *
 * @param measure by `editor` documents need `want` and `strike`
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
  for (const name of ['keywords', 'want', 'strike']) {
    const list = fields[name] ?? [];
    const isMissing = measure === 'editor' && name !== 'keywords' && !(name in fields);
    if (isMissing || !Array.isArray(list) || !list.every((item) => typeof item === 'string')) {
      const expected =
        measure === 'editor' ? '"lang", "text", "want": […], "strike": […]' : '"text", "title"?, "keywords": […]';
      const message = `${place} has no list of texts in the field "${name}"; expected {"id", ${expected}}.`;
      return new KeywordError('INVALID_TEXT', message);
    }
    lists.push(list);
  }
  const [keywords, want, strike] = lists;
  return {
    id: String(id),
    text: titled(text, title),
    ...(typeof lang === 'string' && { lang }),
    ...{ keywords, want, strike },
  };
}

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
 */
export async function keywordsByMethod(
  name: string,
  documents: readonly { readonly text: string }[],
  modelOf: ModelForText,
  weights?: ExtractOptions['weights'],
): Promise<MethodKeywords> {
  const options = parseMethod(name, weights);
  const keywords: string[][] = [];
  for (const { text } of documents) {
    keywords.push(extractKeywords(await modelOf(text), text, options).map((keyword) => keyword.text));
  }
  return { method: name, keywords };
}

function parseMethod(name: string, weights: ExtractOptions['weights']): ExtractOptions {
  const [method, ...settings] = name.split(':');
  const given: Record<string, unknown> = { topN: TOP, method, weights };
  for (const setting of settings) {
    const [option, value = ''] = setting.split('=');
    const row = (extractOptions as Record<string, OptionRow>)[option];
    if (row?.type === 'weights') {
      given[option] = openWeights(value);
      continue;
    }
    const isNumber = row?.type === 'integer' || row?.type === 'number';
    given[option] = isNumber ? Number(value) : row?.type === 'boolean' ? value === 'true' : value;
  }
  return resolveOptions(extractOptions, given);
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
  const byId = new Map<string, unknown>();
  for await (const { fields } of readRecords(path, reading)) byId.set(String(fields.id), fields.keywords);
  const keywords = documents.map(({ id }) => {
    const found = byId.get(id);
    if (!Array.isArray(found)) {
      throw new KeywordError('INVALID_TEXT', `${path} has no keywords for the document ${id}.`);
    }
    return found.slice(0, TOP);
  });
  return { method: nameOfFile(path), keywords };
}
