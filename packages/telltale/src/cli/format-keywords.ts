import {
  type CollectedKeyword,
  counted,
  type KeywordAnalysis,
  type RecordError,
  spreadsheetCell,
} from '@telltale/core';
import { libraryInChinese } from '../messages/chinese.js';
import { errorInFlags, inFlags } from './in-flags.js';
import type { UiLanguage } from './io.js';
import { inLanguage } from './language.js';
import { namesPlace } from './many-texts.js';
import { type Column, formatTable } from './table.js';

/** What is printed of a text or of a group of texts. */
export interface Result {
  readonly source: string;
  /** All of it, for JSON. */
  readonly object: object;
  /** For people. */
  readonly table: string;
  /** A row a keyword. */
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

/** Forms of the extract command, by the endings of the files they are written to. */
export const keywordForms = ['json', 'jsonl', 'csv', 'tsv', 'parquet'] as const;

/**
 * Results in one of the forms, piece by piece.
 *
 * @param titled whether a table says which text it belongs to
 * @param rawCsv whether cells of csv and tsv stay as they are, though a spreadsheet may compute them
 * @param emptyRow has the columns of Parquet where there is no row
 *
 * Parquet is kept in memory until its end: rows are written in groups by column.
 */
export async function* formatResults(
  form: (typeof keywordForms)[number] | 'table',
  titled: boolean,
  rawCsv: boolean,
  results: AsyncIterable<Result>,
  emptyRow: Result['rows'][number] = keywordRow('', 0, { text: '', score: 0 }),
): AsyncGenerator<string | Uint8Array> {
  let count = 0;
  if (form === 'parquet') return yield* parquet(results, emptyRow);
  for await (const { source, object, table, rows } of results) {
    count++;
    if (form === 'json') yield `${count > 1 ? ',\n' : '[\n'}${JSON.stringify(object, null, 2)}`;
    else if (form === 'jsonl') yield `${JSON.stringify(object)}\n`;
    else if (form === 'table') yield `${titled && count > 1 ? '\n' : ''}${titled ? `${source}\n` : ''}${table}`;
    else {
      // Loaded here, for most texts never need it.
      const { stringify } = await import('csv-stringify/sync');
      if (rows.length === 0) count--;
      else
        yield stringify(rawCsv ? [...rows] : rows.map(guarded), {
          header: count === 1,
          delimiter: form === 'csv' ? ',' : '\t',
        });
    }
  }
  if (form === 'json') yield count ? '\n]\n' : '[]\n';
}

function guarded(row: Result['rows'][number]) {
  return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, spreadsheetCell(cell)]));
}

const numbers: Readonly<Record<string, 'INT32' | 'DOUBLE'>> = {
  rank: 'INT32',
  count: 'INT32',
  documents: 'INT32',
  score: 'DOUBLE',
  probability: 'DOUBLE',
  mention: 'DOUBLE',
  meaning: 'DOUBLE',
  learned: 'DOUBLE',
};

async function* parquet(results: AsyncIterable<Result>, emptyRow: Result['rows'][number]): AsyncGenerator<Uint8Array> {
  const rows: Result['rows'][number][] = [];
  for await (const result of results) for (const row of result.rows) rows.push(row);
  const { ByteWriter, parquetWriteRows } = await import('hyparquet-writer');
  const writer = new ByteWriter();
  const names = Object.keys(rows[0] ?? emptyRow);
  const columns = names.map((name) => {
    const nullable = rows.some((row) => row[name] === null);
    return { name, type: numbers[name] ?? ('STRING' as const), nullable };
  });
  await parquetWriteRows({ writer, rows, columns });
  yield writer.getBytes();
}

/**
 * The keywords of a text, the absent ones after the present.
 *
 * @param text where it is explained, the text
 */
export function keywordResult(source: string, analysis: KeywordAnalysis, text = ''): Result {
  const { keywords, absent = [] } = analysis;
  return {
    source,
    object: { source, ...analysis },
    // Made where it is printed: for a file it would be a fifth of the main thread's work.
    get table() {
      const tables = [keywordTable(analysis), absentTable(absent), explanationTable(analysis, text)];
      return tables.filter((one) => one !== '').join('\n');
    },
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
  const place = { part_of_speech: partOfSpeech, offsets: places };
  return { source, rank: i + 1, keyword: onOneLine(text), score, count, ...place, error: '' };
}

/** What is printed of a text that has no keywords because something is wrong with it. */
export function errorResult(failed: NamedError, language: UiLanguage): Result {
  const { source, id } = failed;
  const error = errorInFlags(failed.error);
  const none = { rank: null, keyword: '', score: null, count: null, part_of_speech: '', offsets: '' };
  return {
    source,
    object: { source, ...(id === undefined ? {} : { id }), error },
    table: errorLine(failed, language),
    rows: [{ source, ...none, error: `${error.code}: ${error.message}` }],
  };
}

/** The error of a text, and what the text is called. */
export interface NamedError {
  readonly source: string;
  readonly place?: string | undefined;
  readonly id?: string | number | undefined;
  readonly error: RecordError;
  /** Whether the source is printed above. */
  readonly isTitled: boolean;
}

/** The error of a text for people; its place is left out where it is what is printed above. */
export function errorLine(
  { source, place = source, id, error: { message }, isTitled }: NamedError,
  language: UiLanguage,
): string {
  const said = inFlags(language === 'zh' ? libraryInChinese(message) : message);
  const isAbove = isTitled && id === undefined && namesPlace(message, place) && said.startsWith(place);
  const what = isAbove ? said.slice(place.length).replace(/^(?:[,:]? |：)/, '') : said;
  return `${inLanguage({ language }, 'error: ', '错误：')}${what}\n`;
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
    source: `${group} (${counted(documents, 'text')})`,
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

/** What adds most to the score of each keyword; empty where that was not asked for. */
function explanationTable({ keywords, explanation }: KeywordAnalysis, text: string): string {
  if (!explanation) return '';
  const { tokens, contributions } = explanation;
  return formatTable(
    [{ title: 'keyword' }, { title: 'words of the text that add most to its score' }],
    keywords.map((keyword, k) => {
      const byWord = new Map<string, number>();
      for (const [t, [start, end]] of tokens.entries()) {
        const word = onOneLine(text.slice(start, end));
        byWord.set(word, (byWord.get(word) ?? 0) + contributions[k][t]);
      }
      const most = [...byWord].sort((a, b) => b[1] - a[1]).slice(0, 5);
      return [onOneLine(keyword.text), most.map(([word, value]) => `${word} ${value.toFixed(2)}`).join('  ')];
    }),
  );
}

function absentTable(absent: NonNullable<KeywordAnalysis['absent']>): string {
  return formatTable(
    [{ title: 'not in the text' }, { title: 'score', align: 'right' }],
    absent.map(({ text, score }) => [text, score.toFixed(3)]),
  );
}

const onOneLine = (text: string) => text.replaceAll(/\s+/gu, ' ');
