import { KeywordError } from '../../errors.js';
import type { Tag } from '../../index.js';
import { formatByName, isRecords } from '../input-format.js';
import { readTextFile } from '../read-text-file.js';
import { statementsOfTurtle, statementsOfXml } from './rdf.js';
import { tagsOfRecords } from './record-list.js';
import { tagsOfSkos } from './skos.js';
import { tagsOfLines } from './text-list.js';
import { ListWarnings, tidyTags } from './tidy-tags.js';

/** A list of tags from a file. */
export interface TagList {
  readonly tags: Tag[];
  /** What was wrong with the list and what was done about it, a sentence a kind. */
  readonly warnings: string[];
}

/**
 * Reads a list of tags: a label a line with synonyms behind tabs (.txt), records with label, id, synonyms, description
 * and parent (.csv, .tsv, .jsonl, .json, .parquet), or a SKOS vocabulary (.ttl, .nt, .rdf, .xml).
 *
 * @param language of the labels of a SKOS vocabulary; that of most labels if not given
 * @throws KeywordError INVALID_TAGS, FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_TEXT
 */
export async function readTagList(path: string, language?: string): Promise<TagList> {
  const warnings = new ListWarnings();
  const tags = tidyTags(await listedTags(path, language, warnings), warnings);
  if (tags.length === 0) throw new KeywordError('INVALID_TAGS', `${path} has no tags. Give one a line at least.`);
  return { tags, warnings: warnings.sentences().map((sentence) => `${path}: ${sentence}`) };
}

async function listedTags(path: string, language: string | undefined, warnings: ListWarnings) {
  const isTurtle = /\.(ttl|nt|n3)$/i.test(path);
  if (isTurtle || /\.(rdf|xml|owl)$/i.test(path)) {
    const read = isTurtle ? statementsOfTurtle : statementsOfXml;
    return tagsOfSkos(await read(readTextFile(path), path), language, path, warnings);
  }
  if (language !== undefined) {
    throw new KeywordError('INVALID_OPTION', `--tags-language is for SKOS vocabularies; ${path} is not one.`);
  }
  const format = formatByName(path);
  if (format && isRecords(format)) return tagsOfRecords(path);
  if (format === 'text') return tagsOfLines(readTextFile(path));
  throw new KeywordError(
    'INVALID_TAGS',
    `The name of ${path} does not say what kind of list it is. Expected .txt, .csv, .tsv, .jsonl, .json, .parquet, .ttl, .nt, .rdf or .xml.`,
  );
}
