// What a cluster would do, from rates that compare.py measured: node bench/spark/scale.mjs RESULT.json [--machines 100] …
// Prints the tables of docs/scale.md. Everything that is assumed, not measured, is an option with a default.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    machines: { type: 'string', default: '100' },
    cores: { type: 'string', default: '16' },
    documents: { type: 'string', default: '1e9' },
    words: { type: 'string', default: '1e6' },
    dim: { type: 'string', default: '128' },
    epochs: { type: 'string', default: '3' },
    // Assumed: bytes a second of the network of a machine, and the price of an hour of a core.
    network: { type: 'string', default: '1.25e9' },
    price: { type: 'string', default: '0.04' },
  },
});
const n = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Number(value)]));
const { extraction, training } = JSON.parse(readFileSync(positionals[0], 'utf8'));
const root = fileURLToPath(new URL('../../', import.meta.url));

const cores = n.machines * n.cores;
// Both cores of the machine measured on were busy, so half of what they did together is what one does among others.
const perCore = extraction.sparkPerSecond / 2;
const million = 1e6 / perCore;
const rows = (title, lines) => {
  console.log(`| ${title} | |\n| --- | --: |`);
  for (const [name, value] of lines) console.log(`| ${name} | ${value} |`);
  console.log();
};
const number = (value) => value.toLocaleString('en', { maximumSignificantDigits: 3 });
const time = (seconds) =>
  seconds < 120
    ? `${number(seconds)} s`
    : seconds < 7200
      ? `${number(seconds / 60)} min`
      : `${number(seconds / 3600)} h`;
const size = (bytes) => (bytes < 1e9 ? `${number(bytes / 1e6)} MB` : `${number(bytes / 1e9)} GB`);

rows(
  `extraction: ${number(n.documents)} documents of ${number(extraction.tokens / extraction.documents)} tokens, ${n.machines} machines of ${n.cores} cores`,
  [
    ['documents a second and core (measured, on Spark)', number(perCore)],
    ['documents a second', number(perCore * cores)],
    ['time', time(n.documents / perCore / cores)],
    ['core hours for a million documents', number(million / 3600)],
    [`price of a million documents at ${n.price} an hour of a core`, number((million / 3600) * n.price)],
  ],
);

const model = n.words * (2 * n.dim * 4 + 30);
const tokens = (n.documents * extraction.tokens) / extraction.documents;
// Two tasks of one thread each, count and start of Spark included: less is what a long shard would take.
const tokensPerCore = (training.tokens * 3) / training.seconds['Spark local[2], 2 shards'] / 2;
const work = tokens / tokensPerCore / cores;
const ship = (model * Math.log2(n.machines)) / n.network;
const gather = (model * n.machines) / n.network;
const average = (model * n.machines) / training.averagedBytesPerSecond;
rows(`training: ${number(tokens)} tokens, ${number(n.words)} words × ${n.dim}, a shard a machine, ${n.epochs} epochs`, [
  ['tokens a second and core (measured, on Spark)', number(tokensPerCore)],
  ['size of the model', size(model)],
  ['a round: train the shards', time(work)],
  ['a round: bring the model to all machines (by a tree of broadcasts)', time(ship)],
  ['a round: bring the shards to the driver', time(gather)],
  [`a round: average them there, at ${size(training.averagedBytesPerSecond)} a second (measured)`, time(average)],
  [`${n.epochs} rounds`, time(n.epochs * (work + ship + gather + average))],
  [
    'of that on one machine, whatever their number',
    `${number((100 * (gather + average)) / (work + ship + gather + average))} %`,
  ],
]);

const packed = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
);
rows('what is shipped', [
  ['the package, packed', size(packed[0].size)],
  ['the package, unpacked', size(packed[0].unpackedSize)],
  ['the Chinese model in it', size(statSync(`${root}packages/model-zh/zh.safetensors`).size)],
  ['Node.js', size(statSync(process.execPath).size)],
  ['telltale_spark.py', `${number(statSync(`${root}spark/telltale_spark.py`).size / 1e3)} kB`],
]);
