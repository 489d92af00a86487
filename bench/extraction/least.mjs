// The least CPU time of extraction by two builds in one process, in turn: steadier than medians where others use the cores.
//
//   least.mjs DIST DIST TEXTS.json
//
// Texts are lists by their kind, which begins with the language, as kinds-runner.mjs takes them.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const MILLISECONDS = 11_000;
const [first, second, textsFile] = process.argv.slice(2);
const builds = await Promise.all([first, second].map((dist) => import(pathToFileURL(join(resolve(dist), 'node.js')))));

for (const [kind, texts] of Object.entries(JSON.parse(readFileSync(textsFile, 'utf8')))) {
  const models = await Promise.all(builds.map(({ loadModel }) => loadModel(kind.slice(0, 2))));
  const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const end = Date.now() + MILLISECONDS; Date.now() < end; ) {
    builds.forEach(({ extractKeywords }, b) => {
      const start = process.cpuUsage();
      for (const text of texts) extractKeywords(models[b], text);
      const { user, system } = process.cpuUsage(start);
      least[b] = Math.min(least[b], (user + system) / 1000 / texts.length);
    });
  }
  console.log(kind, ...least.map((one) => one.toFixed(3)), (least[1] / least[0]).toFixed(2));
}
