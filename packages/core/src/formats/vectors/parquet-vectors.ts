import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { KeywordError } from '../../errors.js';
import { floatMatrix } from '../../math/matrix.js';
import { allocate, type ByteSource, invalid, unsupported } from '../bytes/byte-source.js';
import { checkFinite } from '../foreign/check-model.js';
import type { ForeignVectors } from '../foreign/foreign-model.js';

/** One Parquet file, and its name for messages. */
export interface ParquetFile {
  readonly name: string;
  readonly source: ByteSource;
}

/** What the files hold; where they come from is said beside them. */
export type ParquetVectors = Pick<ForeignVectors, 'words' | 'vectors' | 'warnings'>;

/**
 * Reads word vectors from Parquet files with the columns `word` (string) and `vector` (list of numbers), as the
 * Word2VecModel of Spark MLlib has them. Of a word that occurs twice the first vector is kept.
 * The pages are not to be trusted: see `readParquetFiles`.
 *
 * @param files the parts of the model, in order
 * @throws KeywordError UNSUPPORTED_MODEL when there are other columns; INVALID_MODEL
 */
export async function readParquetVectors(files: readonly ParquetFile[]): Promise<ParquetVectors> {
  const rowOf = new Map<string, number>();
  const rows: Float32Array[] = [];
  let repeated = 0;
  for (const { name, source: bytes } of files) {
    for await (const { word, vector } of rowsOf(name, bytes)) {
      if (typeof word !== 'string' || word === '' || !isVector(vector)) {
        throw invalid(name, `row ${rows.length + repeated} is not a word and a list of numbers.`);
      }
      if (rows.length > 0 && vector.length !== rows[0].length) {
        throw invalid(
          name,
          `the vector of ${JSON.stringify(word)} has ${vector.length} components, the first ${rows[0].length}.`,
        );
      }
      if (rowOf.has(word)) {
        repeated++;
        continue;
      }
      rowOf.set(word, rows.length);
      rows.push(Float32Array.from(vector));
    }
  }
  if (rows.length === 0) throw invalid(files[0]?.name ?? 'The model', 'it has no vectors.');
  const dim = rows[0].length;
  const vectors = allocate(Float32Array, rows.length * dim);
  rows.forEach((row, i) => void vectors.set(row, i * dim));
  checkFinite(vectors, 'The vectors', files[0].name);
  return {
    words: [...rowOf.keys()],
    vectors: floatMatrix(vectors, rows.length, dim),
    warnings: repeated > 0 ? [`Duplicate words: ${repeated}; the first vector of each was used.`] : [],
  };
}

/** The rows of a file, a row group at a time. */
async function* rowsOf(name: string, source: ByteSource): AsyncGenerator<Record<string, unknown>> {
  const file = {
    byteLength: source.byteLength,
    slice: async (start: number, end = source.byteLength) => {
      if (!(start >= 0 && start <= end && end <= source.byteLength)) {
        throw invalid(name, `it names bytes ${start} to ${end}, and has ${source.byteLength}.`);
      }
      const bytes = new Uint8Array(end - start);
      source.copy(start, bytes);
      return bytes.buffer;
    },
  };
  const columns = ['word', 'vector'];
  try {
    const metadata = await parquetMetadataAsync(file);
    const found = metadata.schema.map((element) => element.name);
    if (!columns.every((column) => found.includes(column))) {
      throw unsupported(name, `it has the columns ${found.slice(1).join(', ')}; expected word and vector.`);
    }
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows);
      const read = (column: string) =>
        parquetReadObjects({ file, metadata, columns: [column], rowStart, rowEnd, compressors });
      // One after the other: of two that fail at once the second would end the process.
      const words = await read('word');
      const vectors = await read('vector');
      for (let i = 0; i < words.length; i++) yield { ...words[i], ...vectors[i] };
      rowStart = rowEnd;
    }
  } catch (error) {
    if (error instanceof KeywordError) throw error;
    throw invalid(name, `it cannot be read as Parquet: ${(error as Error).message}.`);
  }
}

function isVector(value: unknown): value is number[] {
  return Array.isArray(value) && value.length > 0 && value.every((component) => typeof component === 'number');
}
