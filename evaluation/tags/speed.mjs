// Texts per second of Telltale and of Annif's best backend (MLLM), both with all examples and the first hundred tags of each
// text, on the same texts in turn: one process on one core, then a process for each core.
//
//   node evaluation/tags/speed.mjs [TEXTS, 10000 if not given] [SETS, en_inspec,zh_csl if not given]
//
// after make-sets.mjs and rivals/install.sh. The texts of a set come again and again until there are TEXTS, as in a long run, for
// ours are compiled as they run; for Annif, whose rate is the same from the first text on, a tenth of it.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const [texts = '10000', sets = 'en_inspec,zh_csl'] = process.argv.slice(2);
/** Name → program, arguments and the share of the texts that it is given. */
const programs = {
  telltale: [process.execPath, [at('rivals/suggest.mjs')], 1],
  'Annif mllm': [at('../.rivals/annif/bin/python'), [at('rivals/annif_tags.py'), 'mllm'], 0.1],
};
const cores = cpus().length;

for (const set of sets.split(',')) {
  const files = ['.tags.txt', '.learn.jsonl', '.jsonl'].map((ending) => at(`../.rivals/tag-sets/${set}${ending}`));
  const rates = {};
  const once = readFileSync(files[2], 'utf8').trim().split('\n').length;
  for (const [name, [program, args, share]] of Object.entries(programs)) {
    const run = () => times(program, [...args, ...files], Math.max(1, Math.ceil((share * Number(texts)) / once)));
    const alone = await run();
    const together = await Promise.all(Array.from({ length: cores }, run));
    rates[name] = [
      alone.texts / alone.cpu,
      alone.texts / alone.seconds,
      together.reduce((sum, one) => sum + one.texts / one.seconds, 0),
    ];
  }
  const [ours, theirs] = Object.values(rates);
  rates['times as many'] = ours.map((rate, i) => rate / theirs[i]);
  console.log(`${set.padEnd(16)}  a second of processor  a second  a second on ${cores} cores`);
  for (const [name, [cpu, clock, all]] of Object.entries(rates)) {
    console.log(
      `${name.padEnd(16)}${cpu.toFixed(1).padStart(23)}${clock.toFixed(1).padStart(10)}${all.toFixed(1).padStart(21)}`,
    );
  }
}

/** What a program says of its times in the last line of its standard error. */
async function times(program, args, repeat) {
  const one = { OMP_NUM_THREADS: '1', RAYON_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...one, REPEAT: String(repeat) },
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (part) => {
    errors += part;
  });
  const status = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  const last = errors.trim().split('\n').at(-1) ?? '';
  if (status !== 0) throw new Error(`${program}: ${last}`);
  return JSON.parse(last.slice(last.lastIndexOf('{')));
}
