// Memory of extraction by the number of threads: each has an engine of JavaScript and caches of its own.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { textsOfKinds } from '../extraction/texts.mjs';
import { median, runJson } from '../harness/measure.mjs';
import { digits } from '../harness/report.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const COUNT = 3000;
const THREADS = [1, 2, 4, 8];

/** Builds to measure by their names: the present one, and others given as NAME=DIST. */
function buildsOf(others = []) {
  return { ...Object.fromEntries(others.map((other) => other.split('='))), present: here('../../packages/core/dist') };
}

export async function run({ texts, work, repeats, builds, model = 'zh' }) {
  const file = join(work, 'memory-texts.json');
  const list = readTexts(texts);
  writeFileSync(file, JSON.stringify(list));
  const records = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const threads of THREADS) {
      for (const [build, dist] of Object.entries(buildsOf(builds))) {
        records.push({
          build,
          threads,
          ...runJson(process.execPath, [here('runner.mjs'), dist, model, file, threads]),
        });
      }
    }
  }
  const of = (build, threads) => records.filter((record) => record.build === build && record.threads === threads);
  const mebibytes = (build, threads) => median(of(build, threads).map(({ bytes }) => bytes)) / 2 ** 20;
  const [least, most] = [THREADS[0], THREADS.at(-1)];
  return [
    {
      title: `Memory after ${COUNT} texts by threads, MiB`,
      columns: ['build', ...THREADS.map(String), 'each further thread', 'CPU ms a text, 1 thread'],
      rows: Object.keys(buildsOf(builds)).map((build) => [
        build,
        ...THREADS.map((threads) => digits(mebibytes(build, threads), 0)),
        digits((mebibytes(build, most) - mebibytes(build, least)) / (most - least), 1),
        digits(median(of(build, 1).map(({ cpu }) => cpu)), 3),
      ]),
      notes: [
        `Resident memory of the process, the main thread and the model ${model} included; ${new Set(list).size} different texts of ${Math.round(list.join('').length / list.length)} characters on average.`,
      ],
      records,
    },
  ];
}

/** Texts of --texts; without it those of the other benches. As often as needed. */
function readTexts(file) {
  const found = file
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => (file.endsWith('.jsonl') ? JSON.parse(line).text : line))
    : Object.entries(textsOfKinds())
        .filter(([kind]) => kind.startsWith('zh') && !kind.endsWith('long'))
        .flatMap(([, texts]) => texts);
  return Array.from({ length: COUNT }, (_, i) => found[i % found.length]);
}
