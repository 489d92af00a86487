import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  type Analyzer,
  decodeText,
  KeywordError,
  type MethodKeywords,
  type ModelForText,
  resolveOptions,
} from '../node.js';
import { type EvaluateOptions, type ExtractOptions, extractOptions, type OptionRow } from '../options.js';

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
 * Reads a data set.
 *
 * @param measure by `editor` documents need `want` and `strike`
 * @throws KeywordError FILE_NOT_FOUND, INVALID_TEXT
 */
export function readDataset(path: string, measure: EvaluateOptions['measure'] = 'gold'): DatasetDocument[] {
  return readJsonLines(path).map((record, i) => {
    const { id = i, text, title, lang, keywords = [], want = [], strike = [] } = record;
    const isEdited = measure !== 'editor' || ('want' in record && 'strike' in record);
    if (typeof text !== 'string' || !isEdited || ![keywords, want, strike].every(isListOfTexts)) {
      const expected =
        measure === 'editor' ? '"lang", "text", "want": […], "strike": […]' : '"text", "title"?, "keywords": […]';
      throw new KeywordError('INVALID_TEXT', `${path}:${i + 1}: expected {"id", ${expected}}.`);
    }
    const begins = typeof title === 'string' && !text.startsWith(title);
    return {
      id: String(id),
      text: begins ? `${title}\n\n${text}` : text,
      ...(typeof lang === 'string' && { lang }),
      keywords: keywords as string[],
      want: want as string[],
      strike: strike as string[],
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

/** Whether a method of ours asks a model, so that an encoder can be asked, too. */
export const asksModel = (name: string) => /^(mixture|likelihood)(:|$)/.test(name);

/**
 * The keywords of documents by a method of ours: the name of a method, and after it options as they are called in the
 * library, e.g. `mixture:semanticWeight=0:select=top`.
 *
 * @param title what the method is called in the tables
 */
export async function keywordsByMethod(
  name: string,
  documents: readonly { readonly text: string }[],
  modelOf: ModelForText,
  analyze: Analyzer,
  title = name,
): Promise<MethodKeywords> {
  const options = parseMethod(name);
  const keywords: string[][] = [];
  for (const { text } of documents) {
    keywords.push((await analyze(await modelOf(text), text, options)).keywords.map((keyword) => keyword.text));
  }
  return { method: title, keywords };
}

function parseMethod(name: string): ExtractOptions {
  const [method, ...settings] = name.split(':');
  const given: Record<string, unknown> = { topN: TOP, method };
  for (const setting of settings) {
    const [option, value = ''] = setting.split('=');
    const row = (extractOptions as Record<string, OptionRow>)[option];
    const isNumber = row?.type === 'integer' || row?.type === 'number';
    given[option] = isNumber ? Number(value) : row?.type === 'boolean' ? value === 'true' : value;
  }
  return resolveOptions(extractOptions, given);
}

/**
 * The keywords that another tool found: JSON lines {id, keywords}, named by the file.
 *
 * @throws KeywordError INVALID_TEXT when a document is missing
 */
export function readPredictions(path: string, documents: readonly DatasetDocument[]): MethodKeywords {
  const byId = new Map(readJsonLines(path).map(({ id, keywords }) => [String(id), keywords as string[]]));
  const keywords = documents.map(({ id }) => {
    const found = byId.get(id);
    if (!Array.isArray(found)) {
      throw new KeywordError('INVALID_TEXT', `${path} has no keywords for the document ${id}.`);
    }
    return found.slice(0, TOP);
  });
  return { method: basename(path).replace(/\.jsonl$/, ''), keywords };
}
