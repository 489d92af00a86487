// What the default takes for abstracts, news, chats and long texts: of the present build, of others, and of jieba's TF-IDF.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, runJson, spread } from '../harness/measure.mjs';
import { digits } from '../harness/report.mjs';
import { textsOfKinds } from './texts.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const ROUNDS = 5;
/** V8 goes on compiling for so long that shorter ones show code that users of a service never wait for. */
const WARM_UP_MILLISECONDS = 5000;
/** How many times as fast as the first of the other builds, and as jieba's TF-IDF in Python. */
const TARGETS = { 'zh abstract': 3, 'zh news': 3, 'zh long': 2.5, 'en abstract': 2.5, 'en long': 2.5 };
const JIEBA_TARGETS = { 'zh abstract': 2.5, 'zh news': 2.5 };

export function byKind({ work, peers, builds = [] }) {
  const file = join(work, 'texts-of-kinds.json');
  const texts = textsOfKinds();
  const kinds = Object.keys(texts);
  writeFileSync(file, JSON.stringify(texts));
  const chinese = join(work, 'texts-of-kinds-zh.json');
  const isChinese = (kind) => kind.startsWith('zh');
  writeFileSync(
    chinese,
    JSON.stringify(Object.fromEntries(kinds.filter(isChinese).map((kind) => [kind, texts[kind]]))),
  );
  const dists = {
    ...Object.fromEntries(builds.map((build) => build.split('='))),
    present: here('../../packages/core/dist'),
  };
  const records = Array.from({ length: ROUNDS }, () => {
    const of = ([name, dist]) => [
      name,
      runJson(process.execPath, [here('kinds-runner.mjs'), dist, file, WARM_UP_MILLISECONDS]),
    ];
    const round = Object.fromEntries(Object.entries(dists).map(of));
    if (peers.python) round.jieba = runJson(peers.python, [here('jieba_keywords.py'), chinese, 'tfidf']);
    return round;
  });
  const cpus = (name, kind) => records.map((round) => round[name][kind].cpu);
  const ratios = (name, kind) => records.map((round) => round[name][kind].cpu / round.present[kind].cpu);
  const jieba = (kind, of) => records.map((round) => of(round.jieba?.[kind]?.milliseconds, round.present[kind].cpu));
  const [first] = Object.keys(dists);
  return {
    title: `Extraction by kind of text, embedded models, CPU milliseconds a text, medians of ${ROUNDS} rounds in turn`,
    columns: ['texts', 'characters', 'jieba TF-IDF (Python)', ...Object.keys(dists), 'spread', 'CPU/wall'],
    rows: kinds.map((kind) => [
      kind,
      String(Math.round(texts[kind].join('').length / texts[kind].length)),
      digits(median(jieba(kind, (theirs) => theirs)), 3),
      ...Object.keys(dists).map((name) => digits(median(cpus(name, kind)), 3)),
      `${digits(100 * spread(cpus('present', kind)), 0)} %`,
      digits(median(records.map((round) => round.present[kind].cpu / round.present[kind].wall)), 2),
    ]),
    comparisons: [
      ...kinds.flatMap((kind) =>
        first === 'present'
          ? []
          : [{ what: first, detail: kind, target: TARGETS[kind], measured: median(ratios(first, kind)) }],
      ),
      ...kinds.filter(isChinese).map((kind) => ({
        what: 'jieba TF-IDF (Python)',
        detail: kind,
        target: JIEBA_TARGETS[kind],
        measured: median(jieba(kind, (theirs, ours) => theirs / ours)),
      })),
    ],
    notes: [
      'Texts: evaluation/editor/*_own.jsonl; a long one is about 5,000 words of all of a language. Spread is (max − min) / median of the present build. CPU/wall well below 1 means that other programs took the core.',
    ],
    records,
  };
}
