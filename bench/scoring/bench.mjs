// Scoring every word of a text against the text: the published Python code and ours on the same model.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { segmentedTexts } from '../harness/corpus.mjs';
import { findKernels } from '../harness/kernels.mjs';
import { median, runJson } from '../harness/measure.mjs';
import { digits } from '../harness/report.mjs';
import { settings } from '../training/tools.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Tokens of a text, and how many texts of that length are scored. */
const sizes = new Map([
  [20, 20],
  [100, 10],
  [300, 3],
  [1000, 1],
  [5000, 1],
]);

/** A score is a sum of many logarithms; it may differ by so much of itself between the tools. */
const tolerance = 1e-6;

export async function run({ peers, corpus, work }) {
  const { available, notes } = findKernels(peers);
  const model = join(work, 'scoring.safetensors');
  const { dim, window, minCount, subsample } = settings.A;
  const trainer = [here('../training/telltale-runner.mjs'), corpus.training, model];
  const { words } = runJson(process.execPath, [...trainer, dim, window, minCount, subsample, 2, 0.025, 1, 'wasm']);
  const textsFile = join(work, 'texts.json');
  const texts = [...sizes].flatMap(([tokens, count]) => segmentedTexts(corpus.heldOut, tokens, count));
  writeFileSync(textsFile, JSON.stringify(texts));
  const records = available.map(({ kernel, node, label }) => ({
    tool: `telltale ${label}`,
    results: runJson(node, [here('telltale-runner.mjs'), model, textsFile, kernel]),
  }));
  const published = peers.python && runJson(peers.python, [here('published.py'), model, textsFile]);
  if (published) records.unshift({ tool: 'published Python', results: published });
  const lengths = [...sizes.keys()].filter((tokens) => texts.some((text) => text.length === tokens));
  const milliseconds = ({ results }, tokens) =>
    median(results.filter((_, i) => texts[i].length === tokens).map(({ milliseconds }) => milliseconds));
  const ours = records.filter(({ tool }) => tool.startsWith('telltale'));
  return [
    {
      title: `Scoring, D ${dim}, ${words} words, CPU milliseconds a text`,
      columns: ['tool', ...lengths.map((tokens) => `${tokens} tokens`), 'largest difference'],
      rows: records.map((record) => [
        record.tool,
        ...lengths.map((tokens) => {
          const extrapolated = record.results.some((result, i) => result.extrapolated && texts[i].length === tokens);
          return `${digits(milliseconds(record, tokens), 3)}${extrapolated ? ' (extrapolated)' : ''}`;
        }),
        published && record !== records[0] ? largestDifference(record.results, published).toExponential(1) : '',
      ]),
      comparisons: published
        ? ours.flatMap((record) =>
            lengths.map((tokens) => ({
              what: `published Python, ${tokens} tokens: ${record.tool}`,
              measured: milliseconds(records[0], tokens) / milliseconds(record, tokens),
              ...(largestDifference(record.results, published) <= tolerance ? {} : { fails: 'scores differ' }),
            })),
          )
        : [],
      notes: [
        ...notes,
        `Ours score the distinct words, the published code every token. Differences are relative to the published code in double precision, on some words of every text; ${tolerance} is allowed.`,
        textNote(lengths),
      ],
      records: records.map(({ tool, results }) => ({
        tool,
        milliseconds: Object.fromEntries(lengths.map((tokens) => [tokens, milliseconds({ results }, tokens)])),
      })),
    },
  ];
}

function textNote(lengths) {
  const missing = [...sizes.keys()].filter((tokens) => !lengths.includes(tokens));
  return missing.length
    ? `The held-out documents are too short for texts of ${missing.join(', ')} tokens.`
    : `Texts are cut from held-out documents: ${[...sizes].map(([tokens, count]) => `${count} of ${tokens} tokens`).join(', ')} at most.`;
}

function largestDifference(results, published) {
  let largest = 0;
  results.forEach(({ scores }, i) => {
    for (const [word, expected] of Object.entries(published[i].scores)) {
      largest = Math.max(largest, Math.abs(scores[word] / expected - 1));
    }
  });
  return largest;
}
