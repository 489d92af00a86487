// Loading models of gensim beside reading their bytes into memory: time, with the files in the page cache and without,
// and memory. Each measurement is a process of its own; the models are made once, by load_models.py, and kept.
//
//   node bench/load.mjs DIRECTORY [--repeats 5] [--python /usr/bin/python3]
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median, runJson } from './harness/measure.mjs';

const self = fileURLToPath(import.meta.url);
const { values, positionals } = parseArgs({
  options: {
    repeats: { type: 'string', default: '5' },
    python: { type: 'string', default: '/usr/bin/python3' },
    task: { type: 'string' },
  },
  allowPositionals: true,
});

if (values.task) console.log(JSON.stringify(await measure(values.task, positionals)));
else compare(positionals[0], Number(values.repeats), values.python);

/** Seconds of a task, and the bytes it took at most beyond those of a process that is ready to begin. */
async function measure(task, files) {
  const { readForeignModelFile } = await import('../packages/core/dist/node/models/foreign-models.js');
  const { openForeignFile } = await import('../packages/core/dist/node/files/byte-source.js');
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const held = task === 'load' ? readForeignModelFile(files[0]) : files.map((file) => bytesOf(openForeignFile(file)));
  const seconds = (performance.now() - start) / 1000;
  const memory = process.resourceUsage().maxRSS * 1024 - before;
  return { seconds, memory, held: Object.keys(held).length };
}

function bytesOf(file) {
  const bytes = file.source.read(0, file.source.byteLength);
  file.close();
  return bytes;
}

function compare(directory, repeats, python) {
  if (!directory) throw new Error('Say where the models are, or are to be made: node bench/load.mjs DIRECTORY');
  const made = spawnSync(python, [fileURLToPath(new URL('load_models.py', import.meta.url)), directory], {
    stdio: 'inherit',
  });
  if (made.status !== 0) throw new Error('The models could not be made.');
  const names = readdirSync(directory).filter((name) => name.endsWith('.model'));
  console.log('model             MB   cache  read s  load s  ratio   load memory / size');
  for (const name of names) {
    const files = readdirSync(directory)
      .filter((file) => file.startsWith(name))
      .sort()
      .map((file) => join(directory, file));
    const size = files.reduce((sum, file) => sum + statSync(file).size, 0);
    for (const cache of ['warm', 'cold']) {
      const tasks = { read: [], load: [] };
      for (let round = 0; round < repeats; round++) {
        for (const task of ['read', 'load']) {
          if (cache === 'cold') evict(files, python);
          else runJson(process.execPath, [self, '--task', 'read', ...files]);
          tasks[task].push(runJson(process.execPath, [self, '--task', task, ...files]));
        }
      }
      const [read, load] = ['read', 'load'].map((task) => median(tasks[task].map(({ seconds }) => seconds)));
      const memory = median(tasks.load.map(({ memory }) => memory)) / size;
      console.log(
        `${name.padEnd(16)} ${(size / 1e6).toFixed(0).padStart(4)}   ${cache}   ${read.toFixed(3)}   ${load.toFixed(3)}   ${(load / read).toFixed(2)}    ${memory.toFixed(2)}`,
      );
    }
  }
}

/** Takes files out of the page cache. */
function evict(files, python) {
  const program =
    'import os, sys\nfor p in sys.argv[1:]:\n f = os.open(p, os.O_RDONLY)\n os.fsync(f)\n os.posix_fadvise(f, 0, 0, os.POSIX_FADV_DONTNEED)';
  if (spawnSync(python, ['-c', program, ...files]).status !== 0)
    throw new Error('The page cache could not be emptied.');
}
