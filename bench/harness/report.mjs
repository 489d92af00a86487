// Results as Markdown for people and JSON for later comparisons.
//
// A section is { title, columns, rows, notes, comparisons, records }: the table as text, ratios against targets, and
// the raw measurements. A comparison is { what, detail, target, measured, fails }: larger is better, and
// `fails` says why a target is not met whatever was measured; all but `what` and `measured` may be left out.
import { mkdirSync, writeFileSync } from 'node:fs';

const directory = new URL('../results/', import.meta.url);

/** @returns the names of the two files, relative to the package */
export function writeResults(results) {
  mkdirSync(directory, { recursive: true });
  const name = results.date.slice(0, 16).replace(':', '');
  writeFileSync(new URL(`${name}.json`, directory), `${JSON.stringify(results, null, 1)}\n`);
  writeFileSync(new URL(`${name}.md`, directory), document(results));
  return `bench/results/${name}.json and .md`;
}

function document({ date, machine, peers, corpus, repeats, loadAverage, sections }) {
  const list = (object) =>
    Object.entries(object)
      .map(([key, value]) => `${key} ${value}`)
      .join(', ');
  return `# ${date.slice(0, 16).replace('T', ' ')} UTC

- Machine: ${list(machine)}
- Peers: ${list(peers)}
- Corpus: ${list(corpus)}; ${repeats} repeats, medians
- Load average: ${list(loadAverage)}

${sections.map(toMarkdown).join('\n')}`;
}

export function toMarkdown({ title, columns, rows, notes = [], comparisons = [] }) {
  const parts = [`## ${title}\n`, table(columns, rows)];
  if (comparisons.length) {
    parts.push(
      table(
        ['ours against', 'at', 'target', 'measured', 'met'],
        comparisons.map(({ what, detail = '', target, measured, fails }) => [
          what,
          detail,
          target === undefined ? '' : `≥ ${target} ×`,
          Number.isFinite(measured) ? `${ratio(measured)} ×` : 'not measured',
          target === undefined || !Number.isFinite(measured)
            ? ''
            : measured < target
              ? 'no'
              : fails
                ? `no: ${fails}`
                : 'yes',
        ]),
      ),
    );
  }
  if (notes.length) parts.push(`${notes.map((note) => `- ${note}`).join('\n')}\n`);
  return parts.join('\n');
}

function table(columns, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return `${[line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

export const ratio = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** A number with its unit's usual digits; nothing when there is none. */
export const digits = (value, fraction) => (Number.isFinite(value) ? value.toFixed(fraction) : '–');

/** 612345 → 612k. */
export const thousands = (value) => (Number.isFinite(value) ? `${Math.round(value / 1000)}k` : '–');
