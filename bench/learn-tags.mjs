// What it costs to learn tags from texts: node bench/learn-tags.mjs [texts, 100000 if not given] [tags, 10000] [language]
// Prints the seconds of processor that learning takes, the most memory that the process ever took, and what the saved file
// takes. Each text has 200 words and three tags, the first of the list far more often than the last; three words in ten are
// out of 40 that its tags have for themselves, the others drawn as often as texts have them. The same texts in every run.
import { compileTags, encodeTagIndex, Learner, loadModel } from '../packages/core/dist/node.js';
import { frequentWords, randomNumbers } from './harness/drawn-words.mjs';

const WORDS = 200;
const OWN_WORDS = 40;
const OWN_SHARE = 0.3;
/** Texts that are made at a time, which is not timed. */
const BATCH = 1000;

const [many, T] = [Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 10_000)];
const language = process.argv[4] ?? 'en';
const model = await loadModel(language);
const random = randomNumbers(1);
const counted = frequentWords(model.model.vocabulary);
const { words } = model.model.vocabulary;
const space = language === 'zh' ? '' : ' ';
const any = () => words[Math.floor(random() * Math.min(5e4, words.length))];
const labels = new Set();
while (labels.size < T) labels.add([any(), any()].join(space));
const ownWords = Array.from(labels, (label) => [label, ...Array.from({ length: OWN_WORDS - 1 }, any)]);
const index = compileTags(
  Array.from(labels, (label, i) => ({ id: String(i), label })),
  model,
);

/** A tag, each by one over its place in the list. */
const drawTag = () => Math.min(T - 1, Math.floor(Math.exp(random() * Math.log(T + 1)) - 1));

function taggedText() {
  const tags = [drawTag(), drawTag(), drawTag()];
  const word = () => {
    if (random() >= OWN_SHARE) return counted(random());
    return ownWords[tags[Math.floor(random() * tags.length)]][Math.floor(random() * OWN_WORDS)];
  };
  return { text: Array.from({ length: WORDS }, word).join(space), tags: tags.map(String) };
}

const learner = new Learner(index);
let seconds = 0;
for (let done = 0; done < many; done += BATCH) {
  const batch = Array.from({ length: Math.min(BATCH, many - done) }, taggedText);
  seconds += timeOf(() => {
    for (const text of batch) learner.add(text);
  });
}
const finishing = timeOf(() => learner.finish());
const pairs = index.learned.masses.columns.length;
const peak = process.resourceUsage().maxRSS / 1e6;
const megabytes = encodeTagIndex(index).reduce((sum, part) => sum + part.length, 0) / 1e6;
console.log(
  `${language}: ${many} texts of ${WORDS} words, ${T} tags: ${seconds.toFixed(1)} s and ${finishing.toFixed(1)} s to finish, at most ${peak.toFixed(2)} GB; ${(pairs / 1e6).toFixed(1)} million pairs of a word and a tag, file ${megabytes.toFixed(0)} MB`,
);

function timeOf(work) {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
