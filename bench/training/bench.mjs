// Training throughput of one epoch, and the held-out log p of what it makes.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cutCorpus } from '../harness/corpus.mjs';
import { findKernels } from '../harness/kernels.mjs';
import { median, runJson, spread } from '../harness/measure.mjs';
import { digits, ratio, thousands } from '../harness/report.mjs';
import { compareWithPeers } from './compare.mjs';
import { expectedPairs } from './expected-pairs.mjs';
import { timesToSameQuality } from './same-quality.mjs';
import { learningRates, settings, trainingTools } from './tools.mjs';

const heldOutProgram = fileURLToPath(new URL('held_out.py', import.meta.url));

/** The definition is a yardstick of rightness, not of speed: it runs on this part of the corpus only. */
const slowPart = 1 / 20;

export async function run(context) {
  const { available, notes } = findKernels(context.peers);
  const tools = trainingTools(context.peers, available);
  return context.settings.map((name) => {
    const records = measure(name, tools, context);
    const expected = expectedPairs(context.corpus.training, settings[name]);
    const heldOut = (models) => heldOutLogP(models, settings[name], context);
    const sameQuality = context.peers.python
      ? timesToSameQuality(records, { ...context, setting: settings[name], heldOut })
      : [];
    return {
      title: `Training, setting ${name}: ${describe(settings[name])}`,
      columns: [
        ...['tool', 'threads', 'learning rate', 'tokens/s', 'tokens/CPU s', 'spread', 'CPU/wall'],
        ...['× gensim', 'pairs, % of ours expected', 'held-out log p'],
      ],
      rows: records.map((record) => row(record, records, expected)),
      comparisons: compareWithPeers(name, records, sameQuality),
      notes: [
        ...notes,
        'Tokens are raw tokens of the corpus; the time is that of the training phase alone. Spread is (max − min) / median of the wall times. CPU/wall well below the threads means that other programs took the cores.',
        "Targets are judged by the time to the same held-out log p: ours trains on the smallest share of the corpus, in steps of 5 %, that reaches the peer's log p, both at their best learning rates; the words are those of the whole corpus for all.",
        'Every repeat has another seed (word2vec.c has none); held-out log p is the mean over them ± its standard error, which is 0 with one repeat.',
        `Pairs are those counted by ours, and those expected for the others. telltale typescript trains on ${slowPart * 100} % of the corpus, without held-out log p.`,
      ],
      records: records.map(({ tool, ...record }) => ({ tool: tool.name, ...record })),
      sameQuality,
    };
  });
}

const describe = ({ dim, window, minCount, subsample }) =>
  `D ${dim}, window ${window}, min count ${minCount}, ${subsample ? `subsample ${subsample}` : 'no subsampling'}`;

/** One record a tool, number of threads and learning rate; the tools take turns, so that noise meets all alike. */
function measure(setting, tools, { corpus, work, repeats, peers }) {
  const slowCorpus = cutCorpus(corpus, work, corpus.tokens * slowPart);
  const records = [];
  for (const threads of [1, 2]) {
    for (const tool of tools) {
      for (const learningRate of learningRates) {
        const slow = tool.kernel === 'typescript';
        // Other rates only serve to find equal quality; in setting B the peers take too long for them.
        const fixedRate = slow || tool.name === 'word2vec.c makefile' || (setting === 'B' && !tool.kernel);
        if (fixedRate && learningRate !== learningRates[0]) continue;
        const model = peers.python && !slow ? join(work, `${records.length}.${tool.extension}`) : '';
        records.push({ tool, threads, learningRate, model, corpus: slow ? slowCorpus : corpus, runs: [] });
      }
    }
  }
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const record of records) {
      const { tool, threads, learningRate, model, corpus, runs } = record;
      runs.push(tool.train(corpus.training, model, settings[setting], threads, learningRate, repeat + 1));
      const { seconds } = runs.at(-1);
      console.error(`${setting} ${tool.name}, ${threads} threads, rate ${learningRate}: ${seconds.toFixed(2)} s`);
    }
    const trained = records.filter(({ model }) => model);
    const values = heldOutLogP(
      trained.map(({ model }) => model),
      settings[setting],
      { corpus, peers },
    );
    trained.forEach(({ runs, model }, i) => {
      runs.at(-1).heldOutLogP = values[i];
      rmSync(model);
    });
  }
  return records.map(({ tool, threads, learningRate, corpus: { tokens }, runs }) => ({
    ...{ tool, kernel: tool.kernel, threads, learningRate, tokens, words: runs[0].words },
    ...{ pairs: runs[0].pairs, runs },
    ...meanHeldOut(runs.map(({ heldOutLogP }) => heldOutLogP)),
    seconds: median(runs.map(({ seconds }) => seconds)),
    cpuSeconds: median(runs.map(({ cpuSeconds }) => cpuSeconds)),
    tokensPerSecond: tokens / median(runs.map(({ seconds }) => seconds)),
    tokensPerCpuSecond: tokens / median(runs.map(({ cpuSeconds }) => cpuSeconds)),
  }));
}

/** @returns mean log p of every model on the same pairs of held-out documents */
function heldOutLogP(models, { window, subsample }, { corpus, peers }) {
  return models.length ? runJson(peers.python, [heldOutProgram, corpus.heldOut, window, subsample, ...models]) : [];
}

/** Each repeat has its own seed; the standard error of the mean says how much of a difference is chance. */
function meanHeldOut(values) {
  const n = values.length;
  const mean = values.reduce((a, b) => a + b) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, n - 1);
  return { heldOutLogP: mean, heldOutError: Math.sqrt(variance / n) };
}

function row(record, records, expected) {
  const { tool, threads, learningRate, tokensPerSecond, tokensPerCpuSecond, cpuSeconds, seconds, runs } = record;
  const gensim = records.find((other) => other.tool.name === 'gensim' && other.threads === threads);
  const pairs = record.pairs ?? expected[tool.name.split(' ')[0]];
  // A part of the corpus has its part of the pairs.
  const share = record.tokens / Math.max(...records.map(({ tokens }) => tokens));
  return [
    ...[tool.name, threads, learningRate, thousands(tokensPerSecond), thousands(tokensPerCpuSecond)],
    `${digits(100 * spread(runs.map(({ seconds }) => seconds)), 0)} %`,
    digits(cpuSeconds / seconds, 2),
    gensim ? ratio(tokensPerSecond / gensim.tokensPerSecond) : '–',
    digits((100 * pairs) / (share * expected.telltale), 1),
    Number.isFinite(record.heldOutLogP) ? `${record.heldOutLogP.toFixed(4)} ± ${record.heldOutError.toFixed(4)}` : '–',
  ];
}
