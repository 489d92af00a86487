import { type ComparedMethod, counted, type EditedMethod, strikes, type TextDetail } from '@telltale/core';
import { formatTable } from './table.js';

/** Methods on one data set. */
export interface Comparison {
  readonly dataset: string;
  readonly documents: number;
  readonly gold: string;
  /** How keywords are matched: the stemmer and its mode. */
  readonly matching?: string;
  readonly methods: readonly (ComparedMethod | EditedMethod)[];
  /** Where details are asked for: the texts that the first method does worst on. */
  readonly texts?: readonly TextDetail[];
}

/** Comparisons as tables for people, or with all measures for programs. */
export async function formatComparisons(
  comparisons: readonly Comparison[],
  form: 'table' | 'csv' | 'json',
): Promise<string> {
  if (form === 'json') {
    // The values of single documents are for tables of differences.
    return `${JSON.stringify(comparisons, (key, value) => (key === 'values' ? undefined : value), 2)}\n`;
  }
  if (form === 'csv') {
    const { stringify } = await import('csv-stringify/sync');
    return stringify(comparisons.flatMap(csvRows), { header: true });
  }
  return comparisons.map(tables).join('\n');
}

function csvRows({ dataset, documents, gold, methods }: Comparison) {
  return methods.flatMap(({ method, means, micro, behindFirst }) =>
    Object.entries({ ...means, ...micro }).map(([measure, mean]) => {
      const behind = behindFirst?.[measure];
      const difference = { first_minus_this: behind?.mean, low: behind?.low, high: behind?.high };
      return { dataset, documents, gold, method, measure, mean, ...difference };
    }),
  );
}

/** What a table for people shows of the many measures of keywords. */
const shown = /^(P@1$|F1@|MAP|nDCG)/;
/** Not shares, but numbers of keywords. */
const numbers = /^(missing|not even in part)$/;

function tables({ dataset, documents, gold, matching, methods, texts }: Comparison): string {
  const all = Object.keys(methods[0].means);
  const measures = all.includes('F1@5') ? all.filter((measure) => shown.test(measure)) : all;
  const micro = Object.keys(methods[0].micro ?? {});
  const columnsOf = (titles: readonly string[]) => [
    { title: 'method' },
    ...titles.map((title) => ({ title, align: 'right' as const })),
  ];
  const means = methods.map((method) => [
    method.method,
    ...measures.map((measure) => numberOf(measure, method.means[measure])),
    ...micro.map((measure) => numberOf(measure, method.micro![measure])),
  ]);
  const compared = measures.filter((measure) => !(strikes as readonly string[]).includes(measure));
  const behind = methods.flatMap(({ method, behindFirst }) =>
    behindFirst ? [[method, ...compared.map((measure) => interval(measure, behindFirst[measure]))]] : [],
  );
  const difference = `\n${methods[0].method} minus the others, with 95 % intervals\n`;
  return [
    `${dataset}, ${counted(documents, 'document')}, gold keywords: ${gold}${matching ? `; matched: ${matching}` : ''}\n`,
    formatTable(columnsOf([...measures, ...micro]), means),
    behind.length > 0 ? difference + formatTable(columnsOf(compared), behind) : '',
    texts ? `\nWorst texts of ${methods[0].method}\n${texts.map(describeText).join('')}` : '',
  ].join('');
}

function numberOf(measure: string, value: number): string {
  return numbers.test(measure) ? value.toFixed(2) : (100 * value).toFixed(1);
}

function interval(measure: string, { mean, low, high }: { mean: number; low: number; high: number }): string {
  const [middle, ...ends] = [mean, low, high].map((value) => numberOf(measure, value));
  return `${mean < 0 ? '' : '+'}${middle} [${ends.join(', ')}]`;
}

function describeText({ id, measure, value, keywords, missing }: TextDetail): string {
  const list = keywords.map(({ keyword, mark }) => (mark === '' ? keyword : `${keyword} [${mark}]`));
  const lacking = missing.length > 0 ? `    missing: ${missing.join('; ')}\n` : '';
  return `  ${id}  ${measure} ${numberOf(measure, value)}\n    ${list.join('; ')}\n${lacking}`;
}
