// The pass over a segmented corpus that makes the vocabulary.
import { fileURLToPath } from 'node:url';
import { median, runJson, spread } from '../harness/measure.mjs';
import { digits, ratio, thousands } from '../harness/report.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const minCount = 5;

export async function run({ peers, corpus, repeats }) {
  const records = toolsOf(peers, corpus.training).map((tool) => ({ ...tool, runs: [] }));
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const { command, args, runs } of records) runs.push(runJson(command, args));
  }
  const measured = records.map(({ name, threads, runs }) => ({
    name,
    threads,
    runs,
    seconds: median(runs.map(({ vocabularySeconds }) => vocabularySeconds)),
    cpuSeconds: median(runs.map(({ vocabularyCpuSeconds }) => vocabularyCpuSeconds)),
  }));
  const isOurs = ({ name }) => name === 'telltale';
  const peersMeasured = measured.filter((record) => !isOurs(record));
  return [
    {
      title: `Vocabulary, min count ${minCount}`,
      columns: ['tool', 'threads', 'seconds', 'CPU seconds', 'spread', 'tokens/s', 'words'],
      rows: measured.map(({ name, threads, runs, seconds, cpuSeconds }) => [
        ...[name, threads, digits(seconds, 2), digits(cpuSeconds, 2)],
        `${digits(100 * spread(runs.map(({ vocabularySeconds }) => vocabularySeconds)), 0)} %`,
        ...[thousands(corpus.tokens / seconds), runs[0].words],
      ]),
      comparisons: measured.filter(isOurs).flatMap((ours) =>
        peersMeasured.map((theirs) => ({
          what: `${theirs.name}: telltale, ${ours.threads} threads`,
          detail: `CPU ${ratio(theirs.cpuSeconds / ours.cpuSeconds)} ×`,
          measured: theirs.seconds / ours.seconds,
        })),
      ),
      notes: [
        'Ours also writes the word ids to disk, in the main thread whatever the number of threads, for segmented text needs no tokenizer; gensim also makes its tree and its vectors, of one number each; word2vec.c and fastText count alone, and read the text again in every epoch.',
        'word2vec.c and fastText count the end of a line as a word.',
      ],
      records: measured,
    },
  ];
}

/** Dimension 0 makes the runners stop behind the vocabulary. */
function toolsOf(peers, corpus) {
  const tools = [];
  const add = (name, command, args) => {
    if (command)
      tools.push({ name, threads: 1, command, args: [...args, corpus, '', 0, 5, minCount, 1e-3, 1, 0.025, 1] });
  };
  add('gensim', peers.python, [here('../peers/gensim_runner.py')]);
  add('word2vec.c fast', peers['word2vec.c fast'], []);
  add('fastText', peers.fastText, []);
  for (const threads of [1, 2]) {
    const args = [here('telltale-runner.mjs'), corpus, minCount, threads];
    tools.push({ name: 'telltale', threads, command: process.execPath, args });
  }
  return tools;
}
