// Ratios of ours to the peers: at the same settings, and in the time to the same held-out log p.
import { ratio } from '../harness/report.mjs';

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
    for (const threads of new Set(records.map((record) => record.threads))) {
      const among = records.filter((record) => record.threads === threads);
      const theirs = among.filter(({ tool }) => tool === peer);
      const kernels = new Set(among.map(({ kernel }) => kernel).filter((kernel) => kernel && kernel !== 'typescript'));
      if (!theirs.length) continue;
      for (const kernel of kernels) {
        const ours = among.filter((record) => record.kernel === kernel);
        comparisons.push(compare(setting, theirs, ours));
      }
    }
  }
  return comparisons;
}

/** Both are lists by learning rate, the default first. */
function compare(setting, [theirs, ...theirOthers], ours) {
  const [same] = ours;
  const target = targets.find(
    (row) => row.setting === setting && row.threads === theirs.threads && row.kernel === same.kernel,
  );
  const equal = equalQuality(theirs, ours);
  const difference = (record, peer = theirs) => signed(record.heldOutLogP - peer.heldOutLogP);
  const bothBest = theirOthers.length
    ? `; each at its best rate: log p ${difference(best(ours), best([theirs, ...theirOthers]))}`
    : '';
  return {
    what: `${theirs.tool}, ${theirs.threads} threads: ${same.tool}`,
    detail:
      `same settings ${ratio(speed(same, theirs))} × (CPU ${ratio(same.tokensPerCpuSecond / theirs.tokensPerCpuSecond)} ×, ` +
      `log p ${difference(same)}); to the same log p by rate ${equal.learningRate} (log p ${difference(equal)})${bothBest}`,
    ...(reaches(equal, theirs) ? {} : { fails: 'its log p is lower' }),
    ...(target?.[theirs.tool] === undefined ? {} : { target: target[theirs.tool] }),
    measured: speed(equal, theirs),
  };
}

/**
 * Ours at the lowest rate that reaches their quality within the noise; else the one that comes nearest. Not the fastest:
 * all rates do the same work, and the fastest of several is the luckiest.
 */
function equalQuality(theirs, ours) {
  return ours.find((record) => reaches(record, theirs)) ?? best(ours);
}

const best = (records) => records.reduce((a, b) => (b.heldOutLogP > a.heldOutLogP ? b : a));

function reaches(ours, theirs) {
  const noise = Math.max(negligible, Math.hypot(ours.heldOutError, theirs.heldOutError));
  return ours.heldOutLogP >= theirs.heldOutLogP - noise;
}

const speed = (ours, theirs) => ours.tokensPerSecond / theirs.tokensPerSecond;
const signed = (value) =>
  Number.isFinite(value) ? `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(4)}` : 'not known';
