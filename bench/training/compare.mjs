// Ratios of ours to the peers: at the same settings, and in the time to the same held-out log p.
import { ratio } from '../harness/report.mjs';

/** Least ratio to reach at equal held-out log p, by setting, threads and kernel. */
const targets = [
  { setting: 'A', threads: 1, kernel: 'wasm', gensim: 1.6, 'word2vec.c fast': 1.15, fastText: 2.8 },
  { setting: 'A', threads: 2, kernel: 'wasm', gensim: 3, 'word2vec.c fast': 2.1, fastText: 4.4 },
  { setting: 'A', threads: 2, kernel: 'wasm-relaxed', gensim: 3.5, 'word2vec.c fast': 2.6, fastText: 5 },
  { setting: 'A', threads: 2, kernel: 'native', gensim: 5.5, 'word2vec.c fast': 4, fastText: 8 },
  { setting: 'B', threads: 1, kernel: 'native', gensim: 3, 'word2vec.c fast': 2 },
];

/** @returns comparisons of the report, for all results of timesToSameQuality */
export function compareWithPeers(setting, records, sameQuality) {
  return sameQuality.map((result) => {
    const { peer, threads, kernel, share, seconds, cpuSeconds } = result;
    // At the default rate, which comes first.
    const theirs = records.find((record) => record.tool.name === peer && record.threads === threads);
    const ours = records.find((record) => record.kernel === kernel && record.threads === threads);
    const row = targets.find((at) => at.setting === setting && at.threads === threads && at.kernel === kernel);
    const target = row?.[peer];
    return {
      what: `${peer}, ${threads} threads: ${ours.tool.name}`,
      detail:
        `same settings: ${ratio(ours.tokensPerSecond / theirs.tokensPerSecond)} × ` +
        `(CPU ${ratio(ours.tokensPerCpuSecond / theirs.tokensPerCpuSecond)} ×, log p ${signed(ours.heldOutLogP - theirs.heldOutLogP)}); ` +
        `to the peer's log p ${result.peerLogP.toFixed(4)} at its best rate ${result.peerRate}, ours at rate ${result.rate}: ` +
        (share
          ? `${Math.round(100 * share)} % of the corpus, ${ratio(seconds)} × (CPU ${ratio(cpuSeconds)} ×, log p ${signed(result.heldOutLogP - result.peerLogP)})`
          : `not reached (log p ${signed(result.heldOutLogP - result.peerLogP)})`),
      ...(target === undefined ? {} : { target }),
      ...(share ? {} : { fails: 'its log p is lower' }),
      measured: share ? seconds : ours.tokensPerSecond / theirs.tokensPerSecond,
    };
  });
}

const signed = (value) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(4)}`;
