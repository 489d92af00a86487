// Whole extractions by one build, for every kind of text.
//
//   kinds-runner.mjs DIST TEXTS.json [WARM_UP_MILLISECONDS]
//
// Texts are lists by their kind, which begins with the language; JSON has for every kind the milliseconds of a text.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { timeCalls } from '../harness/measure.mjs';

const [dist, textsFile, warmUp] = process.argv.slice(2);
const { extractKeywords, loadModel } = await import(pathToFileURL(join(resolve(dist), 'node.js')).href);
const results = {};
for (const [kind, texts] of Object.entries(JSON.parse(readFileSync(textsFile, 'utf8')))) {
  const model = await loadModel(kind.slice(0, 2));
  const call = () => texts.map((text) => extractKeywords(model, text));
  const { cpu, wall } = timeCalls(call, { batches: 3, ...(warmUp && { warmUpMilliseconds: Number(warmUp) }) });
  results[kind] = { cpu: cpu / texts.length, wall: wall / texts.length };
}
console.log(JSON.stringify(results));
