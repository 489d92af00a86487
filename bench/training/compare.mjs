// Ratios of ours to the peers: at the same settings, and in the time to the same held-out log p.
import { ratio } from '../harness/report.mjs';
import { learningRates } from './tools.mjs';

/** Least ratio to reach at equal held-out log p, by setting, threads and kernel. */
const targets = [
  { setting: 'A', threads: 1, kernel: 'wasm', gensim: 1.6, 'word2vec.c fast': 1.15, fastText: 2.8 },
  { setting: 'A', threads: 2, kernel: 'wasm', gensim: 3, 'word2vec.c fast': 2.4, fastText: 4.4 },
  { setting: 'A', threads: 2, kernel: 'wasm-relaxed', gensim: 3.5, 'word2vec.c fast': 2.8, fastText: 5 },
  { setting: 'A', threads: 2, kernel: 'native', gensim: 5.5, 'word2vec.c fast': 4.5, fastText: 8 },
  { setting: 'B', threads: 1, kernel: 'native', gensim: 3, 'word2vec.c fast': 2 },
];

/** Differences of held-out log p below this, or below the standard errors of both, count as none. */
const negligible = 0.0015;

/** @returns comparisons of the report, for every peer and kernel that were measured with the same number of threads */
export function compareWithPeers(setting, records) {
  const comparisons = [];
  for (const peer of ['gensim', 'word2vec.c fast', 'fastText']) {
    for (const theirs of records.filter(
      ({ tool, learningRate }) => tool === peer && learningRate === learningRates[0],
    )) {
      const ours = records.filter(({ kernel, threads }) => kernel && threads === theirs.threads);
      for (const kernel of new Set(ours.map(({ kernel }) => kernel))) {
        if (kernel === 'typescript') continue;
        comparisons.push(
          compare(
            setting,
            theirs,
            ours.filter((record) => record.kernel === kernel),
          ),
        );
      }
    }
  }
  return comparisons;
}

function compare(setting, theirs, ours) {
  const same = ours.find(({ learningRate }) => learningRate === theirs.learningRate);
  const target = targets.find(
    (row) => row.setting === setting && row.threads === theirs.threads && row.kernel === same.kernel,
  );
  const equal = equalQuality(theirs, ours);
  const difference = (record) => signed(record.heldOutLogP - theirs.heldOutLogP);
  return {
    what: `${theirs.tool}, ${theirs.threads} threads: ${same.tool}`,
    detail:
      `same settings ${ratio(speed(same, theirs))} × (CPU ${ratio(same.tokensPerCpuSecond / theirs.tokensPerCpuSecond)} ×, ` +
      `log p ${difference(same)}); to the same log p by rate ${equal.learningRate} (log p ${difference(equal)})`,
    ...(reaches(equal, theirs) ? {} : { fails: 'its log p is lower' }),
    ...(target?.[theirs.tool] === undefined ? {} : { target: target[theirs.tool] }),
    measured: speed(equal, theirs),
  };
}

/** The fastest of ours that reaches their quality within the noise of seeds; else the one that comes nearest. */
function equalQuality(theirs, ours) {
  const reaching = ours.filter((record) => reaches(record, theirs));
  if (reaching.length) return reaching.reduce((a, b) => (b.seconds < a.seconds ? b : a));
  return ours.reduce((a, b) => (b.heldOutLogP > a.heldOutLogP ? b : a));
}

function reaches(ours, theirs) {
  const noise = Math.max(negligible, Math.hypot(ours.heldOutError, theirs.heldOutError));
  return ours.heldOutLogP >= theirs.heldOutLogP - noise;
}

const speed = (ours, theirs) => ours.tokensPerSecond / theirs.tokensPerSecond;
const signed = (value) =>
  Number.isFinite(value) ? `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(4)}` : 'not known';
