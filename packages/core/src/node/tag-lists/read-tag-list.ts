import { KeywordError } from '../../errors.js';
import { formatByName, isRecords } from '../../records/input-format.js';
import { type TagList, tagListOf, unknownKind } from '../../tags/lists/parse-tag-list.js';
import { type TagRecord, tagsOfRecords } from '../../tags/lists/record-tags.js';
import { tagsOfLines } from '../../tags/lists/text-list.js';
import { ListWarnings } from '../../tags/lists/tidy-tags.js';
import { checkIsThere } from '../files/list-files.js';
import { readRecords } from '../files/read-records.js';
import { readTextFile } from '../files/read-text-file.js';
import { isTurtle, statementsOf } from './rdf.js';
import { tagsOfSkos } from './skos.js';

/**
 * Reads a list of tags: a label a line with synonyms after tabs (.txt), records with label, id, synonyms, description
 * and parent (.csv, .tsv, .jsonl, .json, .parquet), or a SKOS vocabulary (.ttl, .nt, .rdf, .xml).
 *
 * @param language of the labels of a SKOS vocabulary; that of most labels if not given
 * @throws KeywordError INVALID_TAGS, FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_TEXT
 * @example
 * const { tags } = await readTagList('vocabulary.ttl', 'en');
 * const index = compileTags(tags, await loadModel('en'));
 */
export async function readTagList(path: string, language?: string): Promise<TagList> {
  const warnings = new ListWarnings();
  return tagListOf(await listedTags(path, language, warnings), path, warnings);
}

async function listedTags(path: string, language: string | undefined, warnings: ListWarnings) {
  if (isTurtle(path) || /\.(rdf|xml|owl)$/i.test(path)) {
    return tagsOfSkos(await statementsOf(path), language, path, warnings);
  }
  if (language !== undefined) {
    throw new KeywordError('INVALID_OPTION', `\`tagsLanguage\` is for SKOS vocabularies; ${path} is not one.`);
  }
  checkIsThere(path);
  const format = formatByName(path);
  if (format && isRecords(format)) return tagsOfRecords(await recordsOf(path), path, warnings);
  if (format === 'text') return tagsOfLines(readTextFile(path), warnings);
  throw unknownKind(path, '.txt, .csv, .tsv, .jsonl, .json, .parquet, .ttl, .nt, .rdf or .xml');
}

async function recordsOf(path: string): Promise<TagRecord[]> {
  const records: TagRecord[] = [];
  try {
    for await (const record of readRecords(path)) records.push(record);
  } catch (error) {
    // The reader of records would say how the encoding of texts is named.
    if (/\.(?:csv|tsv|jsonl|ndjson|json)$/i.test(path)) readTextFile(path);
    throw error;
  }
  return records;
}
