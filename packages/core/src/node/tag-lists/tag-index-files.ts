import { closeSync, openSync, readSync } from 'node:fs';
import { KeywordError } from '../../errors.js';
import {
  checkEncoder,
  compileTags,
  decodeTagIndex,
  type Encoder,
  encodeTagIndex,
  encodeTags,
  isTagIndex,
  type TagIndex,
  type TextModel,
} from '../../index.js';
import { languageOfTags } from '../../tags/lists/language-of-tags.js';
import type { TagList } from '../../tags/lists/parse-tag-list.js';
import { hasVectors, languageWithVectors, namedLanguage } from '../../text/language.js';
import { fileError } from '../files/read-text-file.js';
import { writeFileAtomically } from '../files/write-file.js';
import { AUTO, readModelBytes } from '../models/model-files.js';
import { readTagList } from './read-tag-list.js';

/** A list of tags that is ready for texts. */
export interface OpenedTags {
  readonly index: TagIndex;
  /** What was wrong with the list, a sentence a kind. */
  readonly warnings: readonly string[];
}

/** A list of tags that is read, but has no model yet. */
export interface ReadTags {
  readonly path: string;
  /** Undefined for a file that {@link writeTagIndex} wrote, which is read when its model is there. */
  readonly list: TagList | undefined;
}

/**
 * Reads a list of tags for {@link modelForTags} and {@link openTags}, so that it is read once.
 *
 * @param language of the labels of a SKOS vocabulary
 * @throws KeywordError as readTagList; INVALID_OPTION for a language of what is not a vocabulary
 */
export async function readTags(path: string, language?: string): Promise<ReadTags> {
  if (!isIndexFile(path)) return { path, list: await readTagList(path, language) };
  if (language === undefined) return { path, list: undefined };
  throw new KeywordError('INVALID_OPTION', `\`tagsLanguage\` is for SKOS vocabularies; ${path} is not one.`);
}

const isIndexFile = (path: string) => path.endsWith('.safetensors');

/**
 * Opens a list of tags: a file that {@link writeTagIndex} wrote, or a list, which is compiled.
 *
 * @param given its path, or what {@link readTags} read
 * @param language of the labels of a SKOS vocabulary that is still to be read
 * @param encoder that says what is meant; of a file the one that the list was compiled with
 * @throws KeywordError INVALID_TAGS, and as readTagList
 */
export async function openTags(
  given: string | ReadTags,
  model: TextModel,
  language?: string,
  encoder?: Encoder,
): Promise<OpenedTags> {
  const { path, list } = typeof given === 'string' ? await readTags(given, language) : given;
  if (!list) {
    const index = decodeNamed(await readModelBytes(path), path, model);
    return { index: await naming(path, () => withEncoder(index, encoder)), warnings: [] };
  }
  const { tags, warnings } = list;
  const index = compileTags(tags, model);
  return { index: encoder ? await naming(path, () => encodeTags(index, encoder)) : index, warnings };
}

/** A list from a file, ready for the encoder that is at hand. */
async function withEncoder(index: TagIndex, encoder: Encoder | undefined): Promise<TagIndex> {
  if (!index.encoding) return encoder ? encodeTags(index, encoder) : index;
  if (encoder) {
    await checkEncoder(index, encoder);
    return index;
  }
  throw new KeywordError(
    'INVALID_TAGS',
    `The list was compiled with the encoder ${index.encoding.name}. Name it with \`encoder\`.`,
  );
}

/** Puts the path before what is wrong with a list. */
async function naming<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof KeywordError) || error.code !== 'INVALID_TAGS') throw error;
    throw new KeywordError(error.code, `${path}: ${error.message}`, { cause: error });
  }
}

/** {@link decodeTagIndex} of the bytes of a file, which messages name. */
export function decodeNamed(bytes: Uint8Array, path: string, model: TextModel): TagIndex {
  if (!isTagIndex(bytes)) {
    throw new KeywordError(
      'INVALID_TAGS',
      `${path} is not a tag index. Expected a list of tags, or a file that telltale tag --save wrote.`,
    );
  }
  try {
    return decodeTagIndex(bytes, model);
  } catch (error) {
    if (!(error instanceof KeywordError)) throw error;
    throw new KeywordError(error.code, `${path}: ${error.message}`, { cause: error });
  }
}

/**
 * Writes an index with all that it has learned to one file, whole or not at all.
 *
 * @throws KeywordError WRITE_FAILED
 */
export async function writeTagIndex(path: string, index: TagIndex): Promise<void> {
  await writeFileAtomically(path, encodeTagIndex(index));
}

/**
 * The name of the model for a list: the one that is named, and where that is `auto` that of the language of the labels, or
 * the one that an index was made with.
 *
 * @param language of the labels of a SKOS vocabulary that is still to be read
 * @param lang of all labels, a BCP 47 tag, where it is known
 * @throws KeywordError as {@link openTags}; INVALID_OPTION for a language without vectors
 */
export async function modelForTags(
  given: string | ReadTags,
  name: string,
  language?: string,
  lang = 'auto',
): Promise<string> {
  if (name !== AUTO) return name;
  const named = namedLanguage(lang);
  if (named !== undefined) return languageWithVectors(named);
  const { path, list } = typeof given === 'string' ? await readTags(given, language) : given;
  if (!list) return nameOfModel(path);
  return languageOfTags(list.tags);
}

/** Bytes of a file that its model is told by. */
const HEAD = 4096;

/**
 * The name of the encoder that a list was compiled with; undefined where it was compiled without one, or not yet.
 *
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE
 */
export function encoderOfTags(path: string): string | undefined {
  return isIndexFile(path) ? /"encoder":"([^"]+)/.exec(headOf(path))?.[1] : undefined;
}

/** The name of the embedded model that a tag index was made with, by what its fingerprint begins with. */
function nameOfModel(path: string): string {
  const [, begins = ''] = /"model":"(\w+)/.exec(headOf(path)) ?? [];
  if (hasVectors(begins)) return begins;
  return begins === 'jieba' ? 'zh' : 'en';
}

/** The beginning of a tag index; nothing of a file that is none. */
function headOf(path: string): string {
  const head = new Uint8Array(HEAD);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, head);
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw fileError(path, cause);
  }
  return isTagIndex(head) ? new TextDecoder('latin1').decode(head) : '';
}
