import { KeywordError } from '../../errors.js';
import { delimiterOfFirstLine, fieldsOfRow, RowSplitter, repeatedColumn } from '../../formats/bytes/table-rows.js';
import type { Tag } from '../tag.js';
import { type TagRecord, tagsOfRecords } from './record-tags.js';
import { tagsOfLines } from './text-list.js';
import { type ListedTag, ListWarnings, tidyTags } from './tidy-tags.js';

/** A list of tags from a file. */
export interface TagList {
  readonly tags: Tag[];
  /** What was wrong with the list and what was done about it, a sentence a kind. */
  readonly warnings: string[];
}

/**
 * A list of tags from the contents of a file: records where its name ends in .csv, .tsv, .jsonl, .ndjson or .json, else a
 * label a line with synonyms after tabs. It needs no files, so it runs in browsers; `readTagList` of Node.js reads the
 * other forms, too.
 *
 * @param name of the file, for its ending and for messages
 * @throws KeywordError INVALID_TAGS
 */
export function parseTagList(contents: string, name: string): TagList {
  const warnings = new ListWarnings();
  return tagListOf(listedTags(contents.replace(/^\ufeff/, ''), name, warnings), name, warnings);
}

/**
 * A list of what a file lists, made tidy.
 *
 * @throws KeywordError INVALID_TAGS where there is no tag
 */
export function tagListOf(listed: readonly ListedTag[], name: string, warnings: ListWarnings): TagList {
  const tags = tidyTags(listed, warnings);
  if (tags.length === 0)
    throw new KeywordError('INVALID_TAGS', `${name} has no tags. Give at least one, one per line.`);
  return { tags, warnings: warnings.sentences().map((sentence) => `${name}: ${sentence}`) };
}

function listedTags(contents: string, name: string, warnings: ListWarnings): ListedTag[] {
  const ending = /\.(\w+)$/.exec(name)?.[1].toLowerCase() ?? '';
  switch (ending) {
    case 'csv':
    case 'tsv':
      return tagsOfRecords(rowsOf(contents, name, ending === 'csv'), name, warnings);
    case 'json':
    case 'jsonl':
    case 'ndjson':
      return tagsOfRecords(objectsOf(contents, name), name, warnings);
    case 'ttl':
    case 'nt':
    case 'n3':
    case 'rdf':
    case 'xml':
    case 'owl':
    case 'parquet':
    case 'safetensors':
      throw invalid(name, 'is a file that only the command reads. Expected .txt, .csv, .tsv, .jsonl or .json.');
    case 'xls':
    case 'xlsx':
    case 'ods':
    case 'numbers':
      throw invalid(name, 'is a workbook. Save the table as CSV UTF-8, with a column label.');
    case 'pdf':
    case 'doc':
    case 'docx':
    case 'odt':
    case 'epub':
    case 'zip':
    case 'gz':
      throw unknownKind(name, '.txt, .csv, .tsv, .jsonl or .json');
    default:
      return tagsOfLines(contents, warnings);
  }
}

function rowsOf(contents: string, name: string, isCsv: boolean): TagRecord[] {
  const bytes = new TextEncoder().encode(contents);
  const code = isCsv ? delimiterOfFirstLine(bytes) : 9;
  const delimiter = String.fromCharCode(code);
  const splitter = new RowSplitter(code, isCsv, bytes.length);
  const decoder = new TextDecoder();
  const rows = [...splitter.push(bytes), ...splitter.end()].flatMap((row) => {
    const text = decoder.decode(row.bytes);
    if (text.trim() === '') return [];
    if (row.open) throw invalid(`${name}:${row.line}`, 'has a quoted field that is never closed.');
    const fields = fieldsOfRow(text, delimiter, isCsv);
    if (typeof fields === 'string') throw invalid(`${name}:${row.line}`, `${fields}.`);
    return [{ fields, number: row.line }];
  });
  const [names, ...others] = rows;
  const repeated = names && repeatedColumn(names.fields);
  if (repeated) throw invalid(`${name}:${names.number}`, repeated);
  return others.map(({ fields, number }) => {
    if (fields.length < names.fields.length) {
      const message = `has ${fields.length} of the ${names.fields.length} columns that the first line names.`;
      throw invalid(`${name}:${number}`, message);
    }
    return { fields: Object.fromEntries(names.fields.map((column, i) => [column, fields[i]])), number };
  });
}

/** An array, or an object on each line. */
function objectsOf(contents: string, name: string): TagRecord[] {
  const isArray = contents.trimStart().startsWith('[');
  const values = isArray
    ? [...(parseJson(contents, name) as unknown[]).entries()]
    : [...contents.split(/\r?\n/).entries()];
  return values.flatMap(([i, given]): TagRecord[] => {
    if (!isArray && (given as string).trim() === '') return [];
    const place = `${name}:${i + 1}`;
    const value = isArray ? given : parseJson(given as string, place);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return [{ fields: value as Record<string, unknown>, number: i + 1 }];
    }
    throw invalid(place, 'is not a JSON object.');
  });
}

function parseJson(json: string, place: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw invalid(place, `is not JSON: ${(error as Error).message}`);
  }
}

/** The error for a list whose name has another ending than those expected. */
export const unknownKind = (name: string, expected: string) =>
  new KeywordError('INVALID_TAGS', `The name of ${name} does not say what kind of list it is. Expected ${expected}.`);

const invalid = (place: string, message: string) => new KeywordError('INVALID_TAGS', `${place} ${message}`);
