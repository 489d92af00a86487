import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  decodeText,
  extractKeywords,
  KeywordError,
  type MethodKeywords,
  type ModelForText,
  resolveOptions,
} from '../node.js';
import { type EvaluateOptions, type ExtractOptions, extractOptions, type OptionRow } from '../options.js';

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
 * Reads a data set.
 *
 * @param measure by `editor` documents need `want` and `strike`, by `tags` `tags`
 * @throws KeywordError FILE_NOT_FOUND, INVALID_TEXT
 */
export function readDataset(path: string, measure: EvaluateOptions['measure'] = 'gold'): DatasetDocument[] {
  return readJsonLines(path).map((record, i) => {
    const { id = i, text, title, lang, keywords = [], want = [], strike = [], tags = [] } = record;
    const { fields, form } = needed[measure];
    const isComplete = typeof text === 'string' && fields.every((field) => field in record);
    if (!isComplete || ![keywords, want, strike, tags].every(isListOfTexts)) {
      throw new KeywordError('INVALID_TEXT', `${path}:${i + 1}: expected {"id", ${form}}.`);
    }
    const begins = typeof title === 'string' && !text.startsWith(title);
    return {
      id: String(id),
      text: begins ? `${title}\n\n${text}` : text,
      ...(typeof lang === 'string' && { lang }),
      keywords: keywords as string[],
      want: want as string[],
      strike: strike as string[],
      tags: tags as string[],
    };
  });
}

const isListOfTexts = (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === 'string');

function readJsonLines(path: string): Record<string, unknown>[] {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new KeywordError('FILE_NOT_FOUND', `Cannot read ${path}: ${(cause as Error).message}`, { cause });
  }
  const lines = decodeText(bytes, path).split('\n');
  return lines
    .map((line, i) => ({ line, i }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, i }) => {
      try {
        return JSON.parse(line);
      } catch (cause) {
        throw new KeywordError('INVALID_TEXT', `${path}:${i + 1} is no JSON: ${(cause as Error).message}`, { cause });
      }
    });
}

/**
 * The keywords of documents by a method of ours: the name of a method, and after it options as they are called in the
 * library, e.g. `mixture:semanticWeight=0:select=top`.
 */
export async function keywordsByMethod(
  name: string,
  documents: readonly { readonly text: string }[],
  modelOf: ModelForText,
): Promise<MethodKeywords> {
  const options = parseMethod(name);
  const keywords: string[][] = [];
  for (const { text } of documents) {
    keywords.push(extractKeywords(await modelOf(text), text, options).map((keyword) => keyword.text));
  }
  return { method: name, keywords };
}

function parseMethod(name: string): ExtractOptions {
  const [method, ...settings] = name.split(':');
  // Checked here, whatever it is.
  const given: Record<string, unknown> = { topN: TOP, method, ...readSettings(extractOptions, settings) };
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
  if (type === 'integer' || type === 'number') return Number(value);
  if (type === 'boolean') return value === 'true';
  return type === 'list' ? value.split('+') : value;
}

/**
 * The keywords that another tool found: JSON lines {id, keywords}, named by the file.
 *
 * @throws KeywordError INVALID_TEXT when a document is missing
 */
export function readPredictions(path: string, documents: readonly DatasetDocument[]): MethodKeywords {
  const { method, found } = readFound(path, documents, 'keywords', TOP);
  return { method, keywords: found };
}

/** The first of what another tool found for each document, in a field of JSON lines {id, …}. */
export function readFound(
  path: string,
  documents: readonly DatasetDocument[],
  field: 'keywords' | 'tags',
  top: number,
): { readonly method: string; readonly found: string[][] } {
  const byId = new Map(readJsonLines(path).map((record) => [String(record.id), record[field]]));
  const found = documents.map(({ id }) => {
    const own = byId.get(id);
    if (!isListOfTexts(own)) {
      throw new KeywordError('INVALID_TEXT', `${path} has no ${field} for the document ${id}.`);
    }
    return (own as string[]).slice(0, top);
  });
  return { method: basename(path).replace(/\.jsonl$/, ''), found };
}
