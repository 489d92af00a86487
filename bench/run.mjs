// Ours and the peers side by side in one run: training and the vocabulary pass on segmented text.
//
//   npm run bench -- --corpus segmented.txt [--setting A] [--repeats 3] [--threads 1,2] [--save]
//
// The corpus has one document a line, words separated by spaces. Rounds go through all tools in turn, so that noise of the
// machine falls on all of them; the table has medians and ratios of medians. Equal work is checked: all tools must
// count the same tokens and keep the same vocabulary. bench/install-peers.sh installs the peers.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const settings = {
  A: { dim: 100, window: 5, minCount: 5, subsample: 1e-3 },
  B: { dim: 256, window: 10, minCount: 20, subsample: 0 },
};
const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    setting: { type: 'string', default: 'A' },
    repeats: { type: 'string', default: '3' },
    threads: { type: 'string', default: '1,2' },
    kernels: { type: 'string', default: 'wasm,wasm-relaxed,native' },
    save: { type: 'boolean', default: false },
  },
});
if (!values.corpus) throw new Error('Name a segmented corpus: npm run bench -- --corpus segmented.txt');
const setting = settings[values.setting];
const output = join(tmpdir(), `telltale-bench-${process.pid}`);

/** Every measured tool gives { tokens, words, seconds, vocabularySeconds } of one run. */
function tools() {
  const list = [];
  for (const threads of values.threads.split(',').map(Number)) {
    list.push({ name: 'gensim', threads, measure: () => gensim(threads) });
    list.push({ name: 'word2vec.c -Ofast', threads, measure: () => word2vec(threads) });
    for (const kernel of values.kernels.split(',')) {
      list.push({ name: `telltale ${kernel}`, threads, measure: () => telltale(kernel, threads) });
    }
  }
  return list;
}

async function telltale(kernel, threads) {
  const { dim, window, minCount, subsample } = setting;
  const args = [here('../dist/cli/main.js'), 'train', values.corpus, '-o', output, '--epochs', 1, '--progress', 'json'];
  args.push('--tokenizer', 'whitespace', '--normalization', 'none', '--held-out', 0, '--kernel', kernel);
  args.push('--threads', threads, '--dim', dim, '--window', window, '--min-count', minCount, '--subsample', subsample);
  const { status, stderr } = spawnSync(process.execPath, args.map(String), { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1));
  const events = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const last = (type) => events.findLast((event) => event.type === type);
  const { tokens, seconds: vocabularySeconds } = last('corpus');
  return { tokens, words: last('vocabulary').words, seconds: last('epoch').seconds, vocabularySeconds };
}

async function gensim(threads) {
  const { dim, window, minCount, subsample } = setting;
  const args = [here('gensim_training.py'), values.corpus, dim, window, minCount, subsample, threads];
  const { status, stdout, stderr } = spawnSync(here('.peers/python/bin/python'), args.map(String), {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1));
  return JSON.parse(stdout);
}

/** word2vec.c prints when its vocabulary stands; training is what comes after, with writing the vectors. */
function word2vec(threads) {
  const { dim, window, minCount, subsample } = setting;
  const args = ['-oL', here('.peers/word2vec'), '-train', values.corpus, '-output', output, '-binary', 1, '-cbow', 0];
  args.push('-hs', 1, '-negative', 0, '-iter', 1, '-threads', threads, '-size', dim, '-window', window);
  args.push('-min-count', minCount, '-sample', subsample, '-debug', 1);
  const start = performance.now();
  const child = spawn('stdbuf', args.map(String), { stdio: ['ignore', 'pipe', 'ignore'] });
  const result = {};
  createInterface({ input: child.stdout }).on('line', (line) => {
    const words = /^Vocab size: (\d+)/.exec(line);
    const tokens = /^Words in train file: (\d+)/.exec(line);
    if (words) result.words = Number(words[1]) - 1; // </s> is counted as a word
    if (tokens) Object.assign(result, { kept: Number(tokens[1]), counted: performance.now() });
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code !== 0 || !result.counted) return reject(new Error(`word2vec ended with ${code}`));
      const { words, counted } = result;
      resolve({ words, seconds: (performance.now() - counted) / 1000, vocabularySeconds: (counted - start) / 1000 });
    });
  });
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

if (!existsSync(here('.peers/word2vec'))) {
  const { status } = spawnSync('bash', [here('install-peers.sh')], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The peers could not be installed.');
}
const measured = [];
for (let round = 0; round < Number(values.repeats); round++) {
  for (const [i, tool] of tools().entries()) {
    measured[i] ??= { ...tool, runs: [] };
    if (measured[i].failed) continue;
    try {
      measured[i].runs.push(await tool.measure());
    } catch (error) {
      measured[i].failed = error.message;
    }
  }
}
rmSync(output, { force: true });

const ran = measured.filter(({ failed }) => !failed);
const tokens = ran.find(({ name }) => name === 'gensim').runs[0].tokens;
const words = new Set(ran.flatMap(({ runs }) => runs.map((run) => run.words)));
const counted = new Set(ran.flatMap(({ runs }) => runs.map((run) => run.tokens ?? tokens)));
const rate = ({ runs }) => tokens / median(runs.map(({ seconds }) => seconds));
const pass = ({ runs }) => median(runs.map(({ vocabularySeconds }) => vocabularySeconds));
const reference = (name, threads) => ran.find((tool) => tool.name === name && tool.threads === threads);
const lines = [
  `Setting ${values.setting} ${JSON.stringify(setting)}, 1 epoch, ${tokens} tokens, ${[...words].join(' or ')} words; ${values.repeats} rounds.`,
  `Node ${process.version}, ${cpus().length} × ${cpus()[0].model.trim()}; gensim ${reference('gensim', Number(values.threads.split(',')[0])).runs[0].version}.`,
  // gensim and we differ in what white space is beyond ASCII; anything more would be another corpus.
  Math.max(...counted) / Math.min(...counted) < 1.0001
    ? 'All tools counted the same tokens, to one in 10,000.'
    : `Unequal work: tokens ${[...counted].join(', ')}.`,
  '',
  '| tool | threads | tokens/s | × gensim | × word2vec.c | × own 1 thread | vocabulary pass, s |',
  '| --- | --- | --- | --- | --- | --- | --- |',
  ...ran.map((tool) => {
    const over = (other) => (other ? (rate(tool) / rate(other)).toFixed(2) : '');
    const { name, threads } = tool;
    const cells = [name, threads, Math.round(rate(tool)), over(reference('gensim', threads))];
    cells.push(over(reference('word2vec.c -Ofast', threads)), over(reference(name, 1)), pass(tool).toFixed(2));
    return `| ${cells.join(' | ')} |`;
  }),
  ...measured
    .filter(({ failed }) => failed)
    .map(({ name, threads, failed }) => `\n${name}, ${threads} threads, did not run: ${failed}`),
];
console.log(lines.join('\n'));
if (values.save) {
  const date = new Date().toISOString().slice(0, 10);
  mkdirSync(here('results'), { recursive: true });
  writeFileSync(
    here(`results/${date}-training-${values.setting}-node${process.versions.node.split('.')[0]}.md`),
    `${lines.join('\n')}\n`,
  );
}
