// Time to the same held-out log p: the smallest share of the corpus on which ours learns what a peer learns on all of it.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { median } from '../harness/measure.mjs';

/** Shares tried, in steps of 5 %. */
const steps = 20;

const best = (records) => records.reduce((a, b) => (b.heldOutLogP > a.heldOutLogP ? b : a));

/**
 * Every peer at its best learning rate against each of our kernels at its own. The share is found by bisection, on the
 * means of as many seeds as there are repeats; then peer and ours take turns once more, for their times.
 *
 * @param records those of the training bench, with their tools
 * @param heldOut takes paths of models, returns their held-out log p
 * @returns { peer, threads, kernel, peerRate, rate, share, heldOutLogP, peerLogP, seconds, cpuSeconds: ratios }; without
 *   share and ratios where the whole corpus does not suffice
 */
export function timesToSameQuality(records, { corpus, work, repeats, setting, heldOut }) {
  const seeds = Array.from({ length: repeats }, (_, i) => i + 1);
  const known = new Map();
  const logP = ({ tool, threads, learningRate }, step) => {
    const key = [tool.name, threads, step].join();
    if (!known.has(key)) {
      const models = seeds.map((seed) => join(work, `share-${seed}.${tool.extension}`));
      for (const [i, seed] of seeds.entries()) {
        tool.train(corpus.training, models[i], setting, threads, learningRate, seed, step / steps);
      }
      const values = heldOut(models);
      for (const model of models) rmSync(model);
      known.set(key, values.reduce((a, b) => a + b) / values.length);
      console.error(`${tool.name}, ${threads} threads, ${(100 * step) / steps} %: ${known.get(key).toFixed(4)}`);
    }
    return known.get(key);
  };
  const results = [];
  for (const threads of new Set(records.map((record) => record.threads))) {
    const among = records.filter((record) => record.threads === threads && Number.isFinite(record.heldOutLogP));
    const kernels = new Set(among.map(({ kernel }) => kernel).filter(Boolean));
    const ours = [...kernels].map((kernel) => best(among.filter((record) => record.kernel === kernel)));
    for (const peer of ['gensim', 'word2vec.c fast', 'fastText']) {
      const theirs = among.filter(({ tool }) => tool.name === peer);
      if (!theirs.length || !ours.length) continue;
      const their = best(theirs);
      const found = ours.map((our) => ({ our, step: smallestStep((step) => logP(our, step) >= their.heldOutLogP) }));
      const times = takeTurns(their, found, { corpus, setting, seeds });
      found.forEach(({ our, step }, i) => {
        results.push({
          ...{ peer, threads, kernel: our.kernel, peerRate: their.learningRate, rate: our.learningRate },
          ...{ peerLogP: their.heldOutLogP, heldOutLogP: logP(our, step ?? steps) },
          ...(step && { share: step / steps, seconds: times('seconds', i), cpuSeconds: times('cpuSeconds', i) }),
        });
      });
    }
  }
  return results;
}

/** The least step for which `reaches` holds, taking it for granted that more text never harms; undefined if none. */
function smallestStep(reaches) {
  let fails = 0;
  let holds = steps + 1;
  while (holds - fails > 1) {
    const middle = Math.ceil((fails + holds) / 2);
    if (reaches(middle)) holds = middle;
    else fails = middle;
  }
  return holds > steps ? undefined : holds;
}

/** @returns a function: the peer's median of a measure over that of the i-th of ours */
function takeTurns(their, found, { corpus, setting, seeds }) {
  const run = ({ tool, threads, learningRate }, seed, share) =>
    tool.train(corpus.training, '', setting, threads, learningRate, seed, share);
  const theirRuns = [];
  const ourRuns = found.map(() => []);
  for (const seed of seeds) {
    theirRuns.push(run(their, seed));
    found.forEach(({ our, step }, i) => {
      if (step) ourRuns[i].push(run(our, seed, step / steps));
    });
  }
  const of = (runs, measure) => median(runs.map((result) => result[measure]));
  return (measure, i) => of(theirRuns, measure) / of(ourRuns[i], measure);
}
