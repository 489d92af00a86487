// The bare extraction loop that the service is measured beside: node bare.mjs TEXTS.json SECONDS
import { readFileSync } from 'node:fs';
import { analyzeKeywords, loadModel } from '../../packages/core/dist/node.js';

const texts = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const model = await loadModel('zh');
// Once before it counts.
for (const text of texts) analyzeKeywords(model, text);
const before = process.cpuUsage();
const started = performance.now();
let count = 0;
for (const end = started + 1000 * Number(process.argv[3]); performance.now() < end; count++) {
  analyzeKeywords(model, texts[count % texts.length]);
}
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ rate: count / seconds, cpu: (user + system) / 1e3 / count }));
