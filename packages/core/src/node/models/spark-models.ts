import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unsupported } from '../../formats/bytes/byte-source.js';
import type { ForeignVectors, ModelSource } from '../../formats/foreign/foreign-model.js';
import { statusOf } from '../files/list-files.js';
import { readParquetFiles } from '../files/read-parquet.js';

/** Whether a path is read as Parquet: a directory, such as Spark saves a model in, or a file by its name. */
export function isParquet(path: string): boolean {
  return path.endsWith('.parquet') || statusOf(path)?.isDirectory() === true;
}

/**
 * Reads the word vectors of a Word2VecModel of Spark MLlib: the directory it was saved to (metadata/, data/*.parquet), a
 * directory of Parquet files, or one such file.
 *
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_MODEL; UNSUPPORTED_MODEL when it is another model
 */
export async function readSparkModel(path: string): Promise<ForeignVectors> {
  const source = sourceOf(path);
  return { estimator: 'none', source, ...(await readParquetFiles(parquetFiles(path))) };
}

function parquetFiles(path: string): string[] {
  if (path.endsWith('.parquet') && !statusOf(path)?.isDirectory()) return [path];
  const directory = existsSync(join(path, 'data')) ? join(path, 'data') : path;
  const files = readdirSync(directory)
    .filter((name) => name.endsWith('.parquet') && !name.startsWith('.'))
    .sort();
  if (files.length === 0) {
    throw unsupported(
      path,
      'the directory has neither a .parquet file nor model.safetensors with tokenizer.json. Give a model file, or the directory that a Word2VecModel of Spark or a model of model2vec was saved to.',
    );
  }
  return files.map((name) => join(directory, name));
}

/** What the metadata beside the data says, a line of JSON. */
function sourceOf(path: string): ModelSource {
  const directory = join(path, 'metadata');
  const part = existsSync(directory) ? readdirSync(directory).find((name) => name.startsWith('part-')) : undefined;
  if (!part) return { family: 'Parquet', options: {} };
  let facts: Record<string, unknown>;
  try {
    facts = JSON.parse(readFileSync(join(directory, part), 'utf8')) as Record<string, unknown>;
  } catch {
    throw unsupported(path, 'its metadata are not those of a model saved by Spark.');
  }
  const name = String(facts.class);
  if (!name.endsWith('.Word2VecModel')) {
    throw unsupported(path, `it is a ${name} of Spark; Word2VecModel can be read.`);
  }
  const options: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries({ ...(facts.defaultParamMap ?? {}), ...(facts.paramMap ?? {}) })) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') options[key] = value;
  }
  return { family: 'Spark MLlib', ...(facts.sparkVersion ? { version: String(facts.sparkVersion) } : {}), options };
}
