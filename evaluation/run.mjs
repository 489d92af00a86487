// Every method and rival on every data set, by the keywords that people chose and by guessing; keeps the tables by date.
//
//   npm run build && evaluation/rivals/install.sh
//   node evaluation/run.mjs DATA_DIRECTORY [--reader-zh FILE] [--reader-en FILE] [--limit N]
//
// The directory holds zh_*.jsonl and en_*.jsonl as `telltale evaluate` reads them. What a rival found is kept under
// .rivals/predictions and used again. A rival that is not installed is left out and named.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = fileURLToPath(new URL('.', import.meta.url));
const rivalsAt = join(here, '.rivals');
const predictionsAt = join(rivalsAt, 'predictions');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'reader-zh': { type: 'string' }, 'reader-en': { type: 'string' }, limit: { type: 'string' } },
});
const [data] = positionals;
if (!data) throw new Error('Usage: node evaluation/run.mjs DATA_DIRECTORY [--reader-zh FILE] [--reader-en FILE]');
mkdirSync(predictionsAt, { recursive: true });

const python = join(rivalsAt, 'venv/bin/python');
const script = (name, ...args) => [python, [join(here, 'rivals', name), ...args]];
// Copied beside the packages it imports.
const javascript = join(rivalsAt, 'javascript.mjs');
writeFileSync(javascript, readFileSync(join(here, 'rivals/javascript.mjs')));
const rivals = {
  zh: {
    'jieba TF-IDF': script('jieba_analyse.py', 'tfidf'),
    'jieba TextRank': script('jieba_analyse.py', 'textrank'),
    YAKE: script('yake_keywords.py'),
    '@node-rs-jieba TF-IDF': [process.execPath, [javascript, 'node-rs-jieba']],
  },
  en: {
    YAKE: script('yake_keywords.py'),
    'summa TextRank': script('summa_textrank.py'),
    PyTextRank: script('pytextrank_keywords.py'),
    'KeyBERT 1 word': script('keybert_keywords.py', '1'),
    'KeyBERT 2 words': script('keybert_keywords.py', '2'),
    'keyword-extractor': [process.execPath, [javascript, 'keyword-extractor']],
    'retext-keywords': [process.execPath, [javascript, 'retext-keywords']],
  },
};
const ablations = [
  'mixture',
  'mixture:select=top',
  'mixture:semanticWeight=0',
  'mixture:epsilon=0:semanticWeight=1',
  'mixture:prior=without-position',
  'mixture:prior=none',
  'mixture:maxPhraseLength=1',
  'likelihood',
  'tf-idf',
  'tf-idf:maxPhraseLength=1',
  'text-rank',
  'text-rank:maxPhraseLength=4',
];

let report = '';
function print(text) {
  process.stdout.write(text);
  report += text;
}

/** The file of what a rival finds in a data set; undefined when it cannot run. */
function predict(name, [program, args], dataset, tag) {
  const file = join(predictionsAt, `${name} ${tag}.jsonl`);
  if (existsSync(file)) return file;
  process.stderr.write(`${name} on ${tag} …\n`);
  const { status, stdout, stderr } = spawnSync(program, [...args, dataset], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, HF_HUB_OFFLINE: '1', TOKENIZERS_PARALLELISM: 'false' },
  });
  if (status !== 0) {
    print(`(${name} cannot run: ${(stderr ?? '').trim().split('\n').at(-1) || 'not installed'})\n`);
    return undefined;
  }
  writeFileSync(`${file}.tmp`, stdout);
  renameSync(`${file}.tmp`, file);
  return file;
}

function evaluate(args) {
  const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'evaluate', ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

const limit = values.limit ? ['--limit', values.limit] : [];
const datasets = readdirSync(data).filter((name) => /^(zh|en)_.*\.jsonl$/.test(name));
print(`# Evaluation, ${new Date().toISOString().slice(0, 16)} UTC\n\nIn percent; Node ${process.version}.\n`);
for (const file of datasets) {
  const dataset = join(data, file);
  const lang = file.slice(0, 2);
  const tag = basename(file, '.jsonl');
  const found = (input, name) =>
    Object.entries(rivals[lang]).flatMap(([rival, command]) => predict(rival, command, input, name) ?? []);
  const methods = ['--method', ablations.join(',')];
  const predictions = (files) => files.flatMap((path) => ['--predictions', path]);
  print(`\n## ${tag}, keywords that people chose\n\n\`\`\`text\n`);
  print(evaluate([dataset, ...methods, ...limit, ...predictions(found(dataset, tag))]));
  print('```\n');
  const reader = values[`reader-${lang}`];
  const guess = ['--measure', 'guess', ...(reader ? ['--reader', reader] : []), ...limit];
  const halves = join(predictionsAt, `halves of ${tag}.jsonl`);
  evaluate([dataset, ...guess, '--method', 'tf-idf', '--write-halves', halves]);
  print(`\n## ${tag}, guess the text\n\n\`\`\`text\n`);
  print(evaluate([dataset, ...guess, ...methods, ...predictions(found(halves, `halves of ${tag}`))]));
  print('```\n');
}
mkdirSync(join(here, 'results'), { recursive: true });
writeFileSync(join(here, 'results', `${new Date().toISOString().slice(0, 16).replace(':', '')}.md`), report);
