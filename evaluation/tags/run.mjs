// Every method of tagging and every rival on every set; keeps the tables by date in evaluation/results.
//
//   npm run build && evaluation/tags/rivals/install.sh
//   node evaluation/tags/make-sets.mjs DATA_DIRECTORY
//   node evaluation/tags/run.mjs [--dev] [--sets en_inspec,zh_csl] [--examples none,100,1000,all] [--rivals REGEXP]
//
// --dev uses the halves made for tuning, and keeps no tables. What a rival suggested and how long it took is kept under
// .rivals/tags and used again; one that is not installed, or not kept and not among --rivals, is left out and named.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values: flags } = parseArgs({
  options: {
    dev: { type: 'boolean', default: false },
    sets: { type: 'string' },
    examples: { type: 'string', default: 'none,100,1000,all' },
    rivals: { type: 'string', default: '.' },
  },
});

const sets = at(flags.dev ? '../.rivals/tag-sets/dev' : '../.rivals/tag-sets');
const kept = at(flags.dev ? '../.rivals/tags/dev' : '../.rivals/tags');
/** Ours, without examples and with. */
const parts = (evidence) => `suggest:evidence=${evidence}`;
const ours = {
  none: ['suggest', 'suggest-read', parts('mention'), parts('meaning'), 'mention-tf-idf'],
  some: ['suggest', parts('learned'), parts('mention+meaning'), 'mention-tf-idf'],
};

const python = (venv, script, ...args) => [at(`../.rivals/${venv}/bin/python`), [at(`rivals/${script}`), ...args]];
const annif = (backend) => ({ [`Annif ${backend}`]: python('annif', 'annif_tags.py', backend) });
const cosine = (name) => ({ [`cosine of ${name}`]: python('encoders', 'encoder_tags.py', name) });
const keybert = (name) => ({ [`KeyBERT with ${name}`]: python('encoders', 'keybert_tags.py', name) });
/** Name → program and arguments, which list, texts to learn from and texts follow. */
const rivals = {
  none: (lang) => ({
    ...annif('tfidf'),
    ...(lang === 'en' && { ...cosine('minilm'), ...keybert('minilm') }),
    ...cosine('e5'),
  }),
  few: () => ({ ...annif('mllm'), ...annif('omikuji') }),
  all: () => ({ ...annif('mllm'), ...annif('omikuji'), ...annif('tfidf'), ...annif('fasttext') }),
};

let report = '';
function print(text) {
  process.stdout.write(text);
  report += text;
}

/** Ours, for its times; never kept. By so many texts, the same again and again, for it is compiled as it runs. */
const telltale = [process.execPath, [at('rivals/suggest.mjs')]];
const LONG_RUN = 3000;

/** The file of what a method suggests, and its times; undefined where it cannot run. */
function suggest(name, [program, args], list, learn, texts, tag) {
  // In a folder of its own: the method is called by the file's name.
  const file = join(kept, tag, `${name}.jsonl`);
  const times = `${file}.times`;
  if (name !== 'suggest') {
    if (existsSync(times)) return { file, times: JSON.parse(readFileSync(times, 'utf8')) };
    if (!new RegExp(flags.rivals).test(name)) {
      print(`\n(${name} was not run.)\n`);
      return undefined;
    }
  }
  const count = readFileSync(texts, 'utf8').trimEnd().split('\n').length;
  const repeat = name === 'suggest' ? Math.ceil(LONG_RUN / count) : 1;
  const threads = { OMP_NUM_THREADS: '1', RAYON_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  const { status, stdout, stderr } = spawnSync(program, [...args, list, learn ?? '-', texts], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, ...threads, REPEAT: String(repeat) },
  });
  const last = (stderr ?? '').trim().split('\n').at(-1) || 'not installed';
  if (status !== 0) {
    print(`\n(${name} does not run on ${tag}: ${last})\n`);
    return undefined;
  }
  mkdirSync(join(kept, tag), { recursive: true });
  writeFileSync(`${file}.tmp`, stdout);
  renameSync(`${file}.tmp`, file);
  writeFileSync(times, last.slice(last.lastIndexOf('{')));
  return { file, times: JSON.parse(readFileSync(times, 'utf8')) };
}

function compare(set, lang, examples) {
  const [list, texts] = [join(sets, `${set}.tags.txt`), join(sets, `${set}.jsonl`)];
  const learn = { none: undefined, all: join(sets, `${set}.learn.jsonl`) };
  const from = examples in learn ? learn[examples] : join(sets, `${set}.learn-${examples}.jsonl`);
  if (from !== undefined && !existsSync(from)) return;
  const kind = examples in rivals ? examples : 'few';
  const found = Object.entries(rivals[kind](lang)).flatMap(([name, command]) => {
    const suggested = suggest(name, command, list, from, texts, `${set} ${examples}`);
    return suggested ? [{ name, ...suggested }] : [];
  });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...[at('../../packages/telltale/bin/telltale.js'), 'evaluate', texts, '--measure', 'tags', '--tags', list],
      ...['--method', ours[examples === 'none' ? 'none' : 'some'].join(',')],
      ...(from === undefined ? [] : ['--learn', from]),
      ...found.flatMap(({ file }) => ['--predictions', file]),
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 30 },
  );
  if (status !== 0) throw new Error(stderr);
  print(`\n## ${set}, examples: ${examples}\n\n\`\`\`text\n${stdout}\`\`\`\n`);
  found.unshift({ name: 'suggest', ...suggest('suggest', telltale, list, from, texts, `${set} ${examples}`) });
  const line = (name, cells) => `${name.padEnd(30)}${cells.map((cell) => cell.padStart(11)).join('')}\n`;
  const rows = found.map(({ name, times: { learn: learned, seconds, cpu, texts: n } }) =>
    line(
      name,
      [n / seconds, n / cpu, learned].map((value) => value.toFixed(1)),
    ),
  );
  const head = line('method', ['texts/s', 'texts/cpu', 'learn, s']);
  print(`\n\`\`\`text\n${head}${rows.join('')}\`\`\`\n`);
}

const now = new Date().toISOString().slice(0, 16);
print(`# Tags from a list, ${now} UTC\n\nIn percent; Node ${process.version}, ${cpus()[0].model}.\n`);
const names = flags.sets?.split(',') ?? readdirSync(sets).flatMap((name) => /^(\w+)\.jsonl$/.exec(name)?.[1] ?? []);
for (const set of names) for (const examples of flags.examples.split(',')) compare(set, set.slice(0, 2), examples);
if (!flags.dev) writeFileSync(at(`../results/${now.replace(':', '')}-tags.md`), report);
