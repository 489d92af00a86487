// What a process holds after extracting many texts by a pool of threads.
//
//   runner.mjs DIST MODEL TEXTS.json THREADS
//
// Prints JSON: bytes of memory that are resident, and CPU milliseconds a text, the start of the threads included.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [dist, model, textsFile, threads] = process.argv.slice(2);
const { ExtractionPool } = await import(join(resolve(dist), 'node.js'));
const texts = JSON.parse(readFileSync(textsFile, 'utf8'));
const pool = await ExtractionPool.open(model, { threads: Number(threads) });
let done = 0;
for await (const result of pool.extractMany(texts)) if (!('error' in result)) done++;
const { user, system } = process.cpuUsage();
const bytes = process.memoryUsage.rss();
await pool.close();
console.log(JSON.stringify({ done, bytes, cpu: (user + system) / 1000 / texts.length }));
