import { stringify } from 'csv-stringify/sync';
import type { KeywordAnalysis } from '../node.js';
import { formatTable } from './table.js';

/** The keywords of one text. */
export interface NamedAnalysis extends KeywordAnalysis {
  readonly source: string;
}

/** Prints one text's keywords after another in one form. */
export interface KeywordFormatter {
  add(result: NamedAnalysis): string;
  end(): string;
}

const csvColumns = ['source', 'rank', 'keyword', 'score', 'count', 'part_of_speech', 'offsets'];

/** A formatter for each value of --format. `titled`: say which text a table belongs to. */
export function keywordFormatter(format: string, titled: boolean): KeywordFormatter {
  let added = 0;
  switch (format) {
    case 'json':
      return {
        add: (result) => `${added++ ? ',\n' : '[\n'}${JSON.stringify(result, null, 2)}`,
        end: () => (added ? '\n]\n' : '[]\n'),
      };
    case 'jsonl':
      return { add: (result) => `${JSON.stringify(result)}\n`, end: () => '' };
    case 'csv':
      return {
        add: (result) => stringify(csvRows(result), { header: added++ === 0, columns: csvColumns }),
        end: () => '',
      };
    default:
      return {
        add: (result) => `${titled && added++ ? '\n' : ''}${titled ? `${result.source}\n` : ''}${keywordTable(result)}`,
        end: () => '',
      };
  }
}

function csvRows({ source, keywords }: NamedAnalysis): unknown[][] {
  return keywords.map(({ text, score, count, partOfSpeech, offsets }, i) => {
    return [source, i + 1, text, score, count, partOfSpeech ?? '', offsets.map((range) => range.join('-')).join(' ')];
  });
}

function keywordTable({ keywords }: NamedAnalysis): string {
  const tagged = keywords.some(({ partOfSpeech }) => partOfSpeech !== undefined);
  return formatTable(
    [
      { title: 'keyword' },
      { title: 'score', align: 'right' },
      { title: 'count', align: 'right' },
      ...(tagged ? [{ title: 'tag' }] : []),
    ],
    keywords.map(({ text, score, count, partOfSpeech }) => [
      text.replaceAll(/\s+/gu, ' '),
      score.toFixed(3),
      String(count),
      ...(tagged ? [partOfSpeech ?? ''] : []),
    ]),
  );
}
