// Runs ours and the peers side by side and keeps the results.
//
//   npm run bench -- --corpus segmented.txt [--only training,scoring,…] [--repeats 3]
//     [--tokens N] [--settings A,B] [--model FILE] [--texts FILE.jsonl] [--build NAME=DIST]
//
// README.md beside this file says what is equal between the tools and what is not.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { prepareCorpus } from './harness/corpus.mjs';
import { describeMachine, loadAverage, othersShare } from './harness/machine.mjs';
import { findPeers } from './harness/peers.mjs';
import { toMarkdown, writeResults } from './harness/report.mjs';

const parts = [
  ...['vocabulary', 'scoring', 'extraction', 'cold-start', 'memory'],
  ...['files', 'lists', 'long-run', 'training'],
];
const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    only: { type: 'string', default: parts.join(',') },
    repeats: { type: 'string', default: '3' },
    tokens: { type: 'string' },
    settings: { type: 'string', default: 'A,B' },
    model: { type: 'string' },
    texts: { type: 'string' },
    build: { type: 'string', multiple: true },
  },
});
const only = values.only.split(',');
const unknown = only.filter((part) => !parts.includes(part));
if (unknown.length) throw new Error(`--only takes ${parts.join(', ')}; got ${unknown.join(', ')}.`);
if (!values.corpus || !existsSync(values.corpus)) {
  throw new Error('--corpus must name a segmented text: a document a line, words separated by spaces.');
}

/** Of the cores, for a machine that counts as idle. */
const MOST_BY_OTHERS = 0.05;
const work = fileURLToPath(new URL('.work/', import.meta.url));
rmSync(work, { recursive: true, force: true });
mkdirSync(work);
const corpus = prepareCorpus(values.corpus, work, Number(values.tokens ?? Number.POSITIVE_INFINITY));
const context = {
  work,
  corpus,
  peers: findPeers(),
  repeats: Number(values.repeats),
  settings: values.settings.split(','),
  model: values.model,
  texts: values.texts,
  builds: values.build,
};
for (const missing of context.peers.missing) console.log(`Left out: ${missing}.`);

const results = {
  date: new Date().toISOString(),
  machine: describeMachine(),
  peers: context.peers.versions,
  corpus: { documents: corpus.documents, tokens: corpus.tokens, heldOutDocuments: corpus.heldOutDocuments },
  repeats: context.repeats,
  loadAverage: { start: loadAverage() },
  sections: [],
};
let place;
for (const part of parts.filter((part) => only.includes(part))) {
  const { run } = await import(`./${part}/bench.mjs`);
  const others = [await othersShare()];
  const found = await run(context);
  others.push(await othersShare());
  for (const section of found) {
    section.othersShare = others;
    const percents = others.map((share) => `${(100 * share).toFixed(0)} %`).join(' and ');
    const busy = Math.max(...others) > MOST_BY_OTHERS ? 'Measure again when the machine is idle: others' : 'Others';
    section.notes = [...(section.notes ?? []), `${busy} took ${percents} of the cores before and after.`];
    results.sections.push(section);
    console.log(`\n${toMarkdown(section)}`);
  }
  results.loadAverage.end = loadAverage();
  // After each part, for a run takes long.
  place = writeResults(results);
}
console.log(`\nKept in ${place}`);
rmSync(work, { recursive: true, force: true });
