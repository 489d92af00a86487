// Documents a second of extractMany: node pool.mjs DOCUMENTS.jsonl THREADS
import { readFileSync } from 'node:fs';
import { ExtractionPool } from '../../packages/core/dist/node.js';

const [file, threads] = process.argv.slice(2);
const texts = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line).text);
const pool = await ExtractionPool.open('zh', { threads: Number(threads) });
const extractAll = async (some) => {
  let keywords = 0;
  for await (const result of pool.extractMany(some)) keywords += result.keywords.length;
  return keywords;
};
await extractAll(texts.slice(0, 500));
const start = performance.now();
const keywords = await extractAll(texts);
console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, keywords }));
await pool.close();
