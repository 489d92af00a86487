import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { repeatedColumn } from '../../formats/bytes/table-rows.js';
import { answerWithItems } from './watched-file.js';

// The program of the process that reads the rows of a Parquet file.

/** Rows that are read at a time: those of so many bytes once unpacked, and at most so many. */
const bytesAtOnce = 1 << 26;
const rowsAtOnce = 100_000;

type Row = Record<string, unknown>;

answerWithItems(rowsOf);

async function* rowsOf(path: string): AsyncGenerator<Row[]> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
  const rowsOfGroups = metadata.row_groups.reduce((sum, group) => sum + group.num_rows, 0n);
  if (columns.length === 0) throw new Error('it has no columns.');
  const repeated = repeatedColumn(columns);
  if (repeated) throw new Error(`it ${repeated}`);
  if (rowsOfGroups !== metadata.num_rows) {
    throw new Error(`it says that it has ${metadata.num_rows} rows, and has ${rowsOfGroups}.`);
  }
  for (const [rowStart, rowEnd] of rowRanges(metadata.row_groups)) {
    const rows: Row[] = Array.from({ length: rowEnd - rowStart }, () => ({}));
    // One column after the other: of two that fail at once the second would end the process.
    for (const column of columns) {
      const read = await parquetReadObjects({ file, metadata, compressors, columns: [column], rowStart, rowEnd });
      if (read.length !== rows.length) {
        throw new Error(`of rows ${rowStart + 1} to ${rowEnd} the column ${column} has ${read.length}.`);
      }
      for (const [i, fields] of read.entries()) Object.assign(rows[i], fields);
    }
    yield rows;
  }
}

/**
 * Rows to be read at a time, first and after the last. Few at a time would take long: for each, the library reads the
 * columns of the whole row group, which may hold a million rows.
 */
function* rowRanges(groups: Iterable<{ num_rows: bigint; total_byte_size: bigint }>): Generator<[number, number]> {
  let start = 0;
  for (const group of groups) {
    const rows = Number(group.num_rows);
    const fitting = Math.max(1, Math.ceil((rows * bytesAtOnce) / Number(group.total_byte_size)));
    for (const end = start + rows; start < end; ) {
      const rangeEnd = Math.min(end, start + Math.min(fitting, rowsAtOnce));
      yield [start, rangeEnd];
      start = rangeEnd;
    }
  }
}
