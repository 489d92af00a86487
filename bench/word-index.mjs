// The table that finds a word's index beside a Map: time to make it, time to ask it, memory. Each measurement is a
// process of its own, and words are asked for as strings that were just made, as a tokenizer makes them.
//
//   node bench/word-index.mjs [--words 350000] [--repeats 9]
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { indexWords } from '../packages/core/dist/model/word-index.js';
import { median, runJson } from './harness/measure.mjs';

const self = fileURLToPath(import.meta.url);
const { values } = parseArgs({
  options: {
    words: { type: 'string', default: '350000' },
    repeats: { type: 'string', default: '9' },
    task: { type: 'string' },
  },
});

const makers = {
  table: (words) => indexWords(words),
  map(words) {
    const index = new Map();
    for (let i = 0; i < words.length; i++) index.set(words[i], i);
    return (word) => index.get(word);
  },
};

/** Two to four Chinese characters and a number: another word for every i. */
function word(i) {
  const units = [];
  for (let j = 0; j < 2 + (i % 3); j++) units.push(0x4e00 + ((i * 7919 + j * 104729) % 20000));
  return String.fromCharCode(...units) + i.toString(36);
}

function measure(task, size) {
  const words = Array.from({ length: size }, (_, i) => word(i));
  gc();
  const before = bytes();
  let start = performance.now();
  const indexOf = makers[task](words);
  const made = performance.now() - start;
  gc();
  const memory = bytes() - before;
  let found = 0;
  const asked = [];
  for (let round = 0; round < 5; round++) {
    // A quarter of what is asked for is not there.
    const some = Array.from({ length: 100_000 }, (_, i) => word((i * 104729 + round) % Math.floor(1.33 * size)));
    start = performance.now();
    for (const one of some) if (indexOf(one) !== undefined) found++;
    asked.push((performance.now() - start) / some.length);
  }
  return { made, asked: median(asked), memory, found };
}

function bytes() {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

if (values.task) console.log(JSON.stringify(measure(values.task, Number(values.words))));
else {
  const results = { table: [], map: [] };
  for (let round = 0; round < Number(values.repeats); round++) {
    for (const task of ['table', 'map']) {
      results[task].push(runJson(process.execPath, ['--expose-gc', self, '--task', task, '--words', values.words]));
    }
  }
  if (results.table[0].found !== results.map[0].found) throw new Error('The two find different words.');
  console.log('          made ms   asked ns   MB');
  const middle = (task, key) => median(results[task].map((result) => result[key]));
  for (const task of ['table', 'map']) {
    console.log(
      `${task.padEnd(8)}  ${middle(task, 'made').toFixed(1).padStart(7)}   ${(middle(task, 'asked') * 1e6).toFixed(0).padStart(8)}   ${(middle(task, 'memory') / 1e6).toFixed(1)}`,
    );
  }
  const ratio = (key) => (middle('table', key) / middle('map', key)).toFixed(2);
  console.log(`table / map: made ${ratio('made')}, asked ${ratio('asked')}, memory ${ratio('memory')}`);
}
