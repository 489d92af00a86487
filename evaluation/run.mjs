// Every method and rival on every data set; keeps the tables by date in evaluation/results.
//
//   npm run build && evaluation/rivals/install.sh
//   node evaluation/run.mjs DATA… [--guess] [--reader-zh FILE] [--reader-en FILE] [--limit N]
//
// DATA are directories of data sets or data sets, named by their language: zh_csl.jsonl, en_*.jsonl. Those whose documents
// have `want` and `strike` (or files named zh.jsonl, en.jsonl) are an editor's. What a rival found is kept under
// .rivals/predictions and used again; one that is not installed is left out and named. --guess also asks how well texts can be
// guessed, for which the rivals run once more, on halves.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { predict, predictionsAt, prepareSets, rivals } from './rivals.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    guess: { type: 'boolean', default: false },
    'reader-zh': { type: 'string' },
    'reader-en': { type: 'string' },
    limit: { type: 'string' },
  },
});
if (positionals.length === 0) throw new Error('Usage: node evaluation/run.mjs DATA… [--guess] [--limit N]');

const ablations = [
  'mixture',
  'mixture:select=top',
  'mixture:select=cover',
  'mixture:lambda=0.3',
  'mixture:prior=without-position',
  'mixture:prior=none',
  'likelihood',
  'tf-idf',
];
const methods = ['--method', ablations.join(',')];
const limit = values.limit ? ['--limit', values.limit] : [];

let report = '';
function print(text) {
  process.stdout.write(text);
  report += text;
}

function evaluate(args) {
  const main = fileURLToPath(new URL('../packages/telltale/bin/telltale.js', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'evaluate', ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

const section = (title, text) => print(`\n## ${title}\n\n\`\`\`text\n${text}\`\`\`\n`);

const missing = new Set();
/** What rivals found in a data set, as flags. */
function predictions(dataset, lang) {
  return Object.entries(rivals[lang] ?? {}).flatMap(([name, command]) => {
    const file = predict(name, command, dataset);
    if (file === undefined && !missing.has(name)) print(`\n(${name} does not run.)\n`);
    if (file === undefined) missing.add(name);
    return file === undefined ? [] : ['--predictions', file];
  });
}

const named = positionals.flatMap((path) =>
  statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path],
);
const files = named.filter((path) => /^[a-z]{2}(_.*)?\.jsonl$/.test(basename(path))).sort();
const isEdited = (path) => 'want' in JSON.parse(readFileSync(path, 'utf8').split('\n', 1)[0]);
const edited = files.filter(isEdited);
const labelled = prepareSets(files.filter((path) => !edited.includes(path)));

print(`# Evaluation, ${new Date().toISOString().slice(0, 16)} UTC\n\nIn percent; Node ${process.version}.\n`);
for (const dataset of labelled) {
  const tag = basename(dataset, '.jsonl');
  const lang = tag.slice(0, 2);
  const found = predictions(dataset, lang);
  section(`${tag}, keywords that people chose`, evaluate([dataset, ...methods, ...limit, ...found]));
  if (!values.guess || (lang !== 'zh' && lang !== 'en')) continue;
  const reader = values[`reader-${lang}`];
  const guess = ['--measure', 'guess', ...(reader ? ['--reader', reader] : []), ...limit];
  const halves = join(predictionsAt, `halves of ${tag}.jsonl`);
  evaluate([dataset, ...guess, '--method', 'tf-idf', '--write-halves', halves]);
  section(`${tag}, guess the text`, evaluate([dataset, ...guess, ...methods, ...predictions(halves, lang)]));
}
for (const dataset of edited) {
  const tag = basename(dataset, '.jsonl');
  const found = predictions(dataset, tag.slice(0, 2));
  section(
    `${tag}, an editor's marks`,
    evaluate([dataset, '--measure', 'editor', ...methods, ...found, '--details', '20']),
  );
}
mkdirSync(join(here, 'results'), { recursive: true });
writeFileSync(join(here, 'results', `${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.md`), report);
