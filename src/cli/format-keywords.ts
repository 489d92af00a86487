import type { CollectedKeyword, KeywordAnalysis } from '../node.js';
import { type Column, formatTable } from './table.js';

/** What is printed of a text or of a group of texts. */
export interface Result {
  readonly source: string;
  /** All of it, for JSON. */
  readonly object: object;
  /** For people. */
  readonly table: string;
  /** A row a keyword. */
  readonly rows: readonly Readonly<Record<string, string | number>>[];
}

/** Forms of the extract command, by the endings of the files they are written to. */
export const keywordForms = ['json', 'jsonl', 'csv', 'tsv', 'parquet'] as const;

/**
 * Results in one of the forms, piece by piece. `titled`: a table says which text it belongs to.
 *
 * Parquet is kept in memory until its end: rows are written in groups by column.
 */
export async function* formatResults(
  form: (typeof keywordForms)[number] | 'table',
  titled: boolean,
  results: AsyncIterable<Result>,
): AsyncGenerator<string | Uint8Array> {
  let count = 0;
  if (form === 'parquet') return yield* parquet(results);
  for await (const { source, object, table, rows } of results) {
    count++;
    if (form === 'json') yield `${count > 1 ? ',\n' : '[\n'}${JSON.stringify(object, null, 2)}`;
    else if (form === 'jsonl') yield `${JSON.stringify(object)}\n`;
    else if (form === 'table') yield `${titled && count > 1 ? '\n' : ''}${titled ? `${source}\n` : ''}${table}`;
    else {
      // Loaded here, for most texts never need it.
      const { stringify } = await import('csv-stringify/sync');
      if (rows.length === 0) count--;
      else yield stringify([...rows], { header: count === 1, delimiter: form === 'csv' ? ',' : '\t' });
    }
  }
  if (form === 'json') yield count ? '\n]\n' : '[]\n';
}

const numbers: Readonly<Record<string, 'INT32' | 'DOUBLE'>> = {
  rank: 'INT32',
  count: 'INT32',
  documents: 'INT32',
  score: 'DOUBLE',
};

async function* parquet(results: AsyncIterable<Result>): AsyncGenerator<Uint8Array> {
  const rows: Result['rows'][number][] = [];
  for await (const result of results) for (const row of result.rows) rows.push(row);
  const { ByteWriter, parquetWriteRows } = await import('hyparquet-writer');
  const writer = new ByteWriter();
  const names = Object.keys(rows[0] ?? keywordRow('', 0, { text: '', score: 0 }));
  const columns = names.map((name) => ({ name, type: numbers[name] ?? ('STRING' as const), nullable: false }));
  await parquetWriteRows({ writer, rows, columns });
  yield writer.getBytes();
}

/** The keywords of a text, the absent ones after the present. */
export function keywordResult(source: string, analysis: KeywordAnalysis): Result {
  const { keywords, absent = [] } = analysis;
  return {
    source,
    object: { source, ...analysis },
    table: keywordTable(analysis) + (absent.length ? `\n${absentTable(absent)}` : ''),
    rows: [
      ...keywords.map((keyword, i) => keywordRow(source, i, keyword)),
      ...absent.map((keyword, i) => keywordRow(source, keywords.length + i, keyword)),
    ],
  };
}

type PrintedKeyword = Pick<KeywordAnalysis['keywords'][number], 'text' | 'score'> &
  Partial<KeywordAnalysis['keywords'][number]>;

/** A keyword that the text does not say has a count of 0. */
function keywordRow(source: string, i: number, keyword: PrintedKeyword) {
  const { text, score, count = 0, partOfSpeech = '', offsets = [] } = keyword;
  const places = offsets.map((range) => range.join('-')).join(' ');
  return { source, rank: i + 1, keyword: onOneLine(text), score, count, part_of_speech: partOfSpeech, offsets: places };
}

/** The keywords of a group of texts. */
export function groupResult(group: string, documents: number, keywords: readonly CollectedKeyword[]): Result {
  const columns: Column[] = [
    { title: 'keyword' },
    { title: 'score', align: 'right' },
    { title: 'documents', align: 'right' },
    { title: 'count', align: 'right' },
  ];
  return {
    source: `${group} (${documents} texts)`,
    object: { group, documents, keywords },
    table: formatTable(
      columns,
      keywords.map(({ text, score, documents, count }) => {
        return [onOneLine(text), score.toFixed(4), String(documents), String(count)];
      }),
    ),
    rows: keywords.map(({ text, score, documents, count }, i) => {
      return { group, rank: i + 1, keyword: onOneLine(text), score, documents, count };
    }),
  };
}

function keywordTable({ keywords }: KeywordAnalysis): string {
  const tagged = keywords.some(({ partOfSpeech }) => partOfSpeech !== undefined);
  return formatTable(
    [
      { title: 'keyword' },
      { title: 'score', align: 'right' },
      { title: 'count', align: 'right' },
      ...(tagged ? [{ title: 'tag' }] : []),
    ],
    keywords.map(({ text, score, count, partOfSpeech }) => [
      onOneLine(text),
      score.toFixed(3),
      String(count),
      ...(tagged ? [partOfSpeech ?? ''] : []),
    ]),
  );
}

function absentTable(absent: NonNullable<KeywordAnalysis['absent']>): string {
  return formatTable(
    [{ title: 'not in the text' }, { title: 'score', align: 'right' }],
    absent.map(({ text, score }) => [text, score.toFixed(3)]),
  );
}

const onOneLine = (text: string) => text.replaceAll(/\s+/gu, ' ');
