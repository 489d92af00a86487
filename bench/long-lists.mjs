// What long lists of terms cost each text, against the same texts without a list.
//
//   long-lists.mjs [DIST] [ROUNDS]
//
// A row for each list: CPU milliseconds a text by one thread and by a pool of two, medians of rounds in which all lists
// take turns, and how many times as long that is as without a list. What a list costs once is not counted. The last line
// is a hash of all that was found, to compare with that of another build.
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { textsOfKinds } from './extraction/texts.mjs';
import { median } from './harness/measure.mjs';

const [dist = new URL('../packages/core/dist', import.meta.url).pathname, rounds = '7'] = process.argv.slice(2);
const { ExtractionPool, extractKeywords, loadModel } = await import(pathToFileURL(`${dist}/node.js`));
const kinds = Object.entries(textsOfKinds()).filter(([kind]) => kind.startsWith('en') && !kind.endsWith('long'));
const texts = Array.from({ length: 10 }, () => kinds.flatMap(([, list]) => list)).flat();

/** Terms that hardly any text has, and some of many. */
const terms = (count) =>
  Object.freeze(Array.from({ length: count }, (_, i) => (i % 1000 ? `term ${i.toString(36)}` : `a${i} model`)));
const million = terms(1e6);
const lists = {
  none: {},
  '1,000,000 --exclude': { exclude: million },
  '1,000,000 --stop-word-list': { stopWordList: million },
  '100,000 --candidates': { candidates: terms(1e5) },
  '1,000,000 --candidates': { candidates: million },
};

const hash = createHash('sha256');
const times = Object.fromEntries(Object.keys(lists).map((name) => [name, { single: [], pool: [] }]));
async function cpu(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / texts.length;
}
const workers = [];
for (const [name, options] of Object.entries(lists)) {
  // A pool of its own, for a thread keeps one list of a kind.
  const pool = await ExtractionPool.open('en', { threads: 2 });
  const byPool = async () => {
    for await (const found of pool.extractMany(texts, options)) hash.update(JSON.stringify(found));
  };
  const one = await loadModel('en');
  const bySingle = () => {
    for (const text of texts) hash.update(JSON.stringify(extractKeywords(one, text, options)));
  };
  for (let i = 0; i < 2; i++) {
    bySingle();
    await byPool();
  }
  workers.push({ name, byPool, bySingle, pool });
}
for (let i = 0; i < Number(rounds); i++) {
  for (const { name, byPool, bySingle } of workers) {
    times[name].single.push(await cpu(bySingle));
    times[name].pool.push(await cpu(byPool));
  }
}
await Promise.all(workers.map(({ pool }) => pool.close()));

console.log(`| list | one thread, ms a text | × | a pool of two, ms a text | × |\n| --- | --- | --- | --- | --- |`);
for (const [name, { single, pool }] of Object.entries(times)) {
  const cells = [
    [single, times.none.single],
    [pool, times.none.pool],
  ].flatMap(([own, none]) => [median(own).toFixed(2), (median(own) / median(none)).toFixed(2)]);
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}
console.log(hash.digest('hex'));
