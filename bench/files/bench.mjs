// A whole file by the command: records of JSON Lines in, Parquet out.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandOf } from '../harness/builds.mjs';
import { median, runJson, spread } from '../harness/measure.mjs';
import { digits } from '../harness/report.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const RECORDS = 20_000;
const THREADS = 2;
/** How many times as fast as the first of the other builds. */
const TARGET = 2.5;

export async function run({ peers, work, texts, repeats, builds = [] }) {
  const title = `A file of ${RECORDS} records into Parquet, ${THREADS} threads`;
  const columns = ['build', 'wall s', 'spread', 'CPU s', 'records a second', 'CPU/wall'];
  if (!texts)
    return [{ title, columns, rows: [], notes: ['Left out: give texts by --texts FILE.jsonl.'], records: [] }];
  const lines = readFileSync(texts, 'utf8').split('\n').filter(Boolean);
  const given = lines.map((line) => (texts.endsWith('.jsonl') ? JSON.parse(line).text : line));
  const input = join(work, 'records.jsonl');
  const record = (_, i) => `${JSON.stringify({ id: i, text: given[i % given.length] })}\n`;
  writeFileSync(input, Array.from({ length: RECORDS }, record).join(''));
  const commands = Object.fromEntries(
    builds.map((build) => build.split('=')).map(([name, dist]) => [name, commandOf(dist)]),
  );
  commands.present = here('../../packages/telltale/bin/telltale.js');
  const output = join(work, 'records.parquet');
  const records = Object.keys(commands).map((build) => ({ build, runs: [] }));
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const { build, runs } of records) {
      const options = ['--file', input, '-o', output, '--threads', THREADS];
      const command = [process.execPath, commands[build], 'extract', ...options];
      runs.push(...runJson(peers.python ?? 'python3', [here('../cold-start/measure_command.py'), 1, ...command]));
      if (!existsSync(output)) throw new Error(`${build} has written no ${output}.`);
      rmSync(output);
    }
  }
  const of = ({ runs }, measure) => median(runs.map((each) => each[measure]));
  const present = records.at(-1);
  return [
    {
      title,
      columns,
      rows: records.map((each) => [
        each.build,
        digits(of(each, 'seconds'), 1),
        `${digits(100 * spread(each.runs.map(({ seconds }) => seconds)), 0)} %`,
        digits(of(each, 'cpuSeconds'), 1),
        digits(RECORDS / of(each, 'seconds'), 0),
        digits(of(each, 'cpuSeconds') / of(each, 'seconds'), 2),
      ]),
      comparisons: records.slice(0, -1).map((each, i) => ({
        what: each.build,
        ...(i === 0 && { target: TARGET }),
        measured: of(each, 'seconds') / of(present, 'seconds'),
      })),
      notes: [
        `${given.length} different texts of ${Math.round(given.join('').length / given.length)} characters on average, again and again.`,
      ],
      records,
    },
  ];
}
