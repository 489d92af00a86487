// The least CPU time that each text takes by two builds in one process, in turn: steadier than medians where others use the cores.
//
//   least.mjs DIST DIST TEXTS.json
//
// Texts are lists by their kind, which begins with the language, as kinds-runner.mjs takes them.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** CPU time, not the clock's: among others a process may get a tenth of it, and would measure code that is not yet compiled. */
const MICROSECONDS = 8e6;
const [first, second, textsFile] = process.argv.slice(2);
const builds = await Promise.all([first, second].map((dist) => import(pathToFileURL(join(resolve(dist), 'node.js')))));

for (const [kind, texts] of Object.entries(JSON.parse(readFileSync(textsFile, 'utf8')))) {
  const models = await Promise.all(builds.map(({ loadModel }) => loadModel(kind.slice(0, 2))));
  // Of each text, for among others hardly a round of all is undisturbed.
  const least = builds.map(() => texts.map(() => Number.POSITIVE_INFINITY));
  const used = () => process.cpuUsage().user;
  for (const end = used() + MICROSECONDS; used() < end; ) {
    builds.forEach(({ extractKeywords }, b) => {
      texts.forEach((text, t) => {
        const start = process.cpuUsage();
        extractKeywords(models[b], text);
        const { user, system } = process.cpuUsage(start);
        least[b][t] = Math.min(least[b][t], (user + system) / 1000);
      });
    });
  }
  const means = least.map((each) => each.reduce((sum, one) => sum + one, 0) / texts.length);
  console.log(kind, ...means.map((one) => one.toFixed(3)), (means[1] / means[0]).toFixed(2));
}
