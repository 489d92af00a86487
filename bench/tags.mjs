// What a list of tags costs: node --expose-gc bench/tags.mjs [tags, 100000 if not given] [language]
// Prints the processor time that it takes to compile and to load, what memory it takes, and the milliseconds of a text of
// 300 words, the same with 1,000 tags, and keywords with and without as many candidates: medians of passes over all texts
// once the code is compiled. Words are drawn as often as texts have them, and, which is harder, as if all were equally frequent:
// then nearly all of a text are different.
import {
  compileTags,
  decodeTagIndex,
  encodeTagIndex,
  extractKeywords,
  loadModel,
  suggestTags,
} from '../packages/core/dist/node.js';
import { frequentWords, randomNumbers } from './harness/drawn-words.mjs';

const WARM = 4;
const PASSES = 7;

const many = Number(process.argv[2] ?? 100_000);
for (const language of process.argv[3] ? [process.argv[3]] : ['en', 'zh']) {
  const model = await loadModel(language);
  const { words } = model.model.vocabulary;
  const random = randomNumbers(1);
  const word = (most) => words[Math.floor(random() * Math.min(most, words.length))];
  const space = language === 'zh' ? '' : ' ';
  const labels = new Set();
  while (labels.size < many) labels.add([word(5e4), word(5e4), ...(random() < 0.3 ? [word(5e4)] : [])].join(space));
  const tags = Array.from(labels, (label, i) => ({ id: String(i), label }));
  const counted = frequentWords(model.model.vocabulary);
  const textsOf = (draw) => Array.from({ length: 40 }, () => Array.from({ length: 300 }, draw).join(space));
  const texts = {
    'as in texts': textsOf(() => counted(random())),
    'equally frequent': textsOf(() => word(2e4)),
  };

  compileTags(tags.slice(0, 10), model);
  const memoryBefore = memory();
  const compiled = time(() => compileTags(tags, model));
  const memoryAfter = memory();
  const bytes = new Uint8Array(Buffer.concat(encodeTagIndex(compiled.value)));
  const loaded = time(() => decodeTagIndex(bytes, model));
  const few = compileTags(tags.slice(0, 1000), model);
  console.log(
    `${language}: ${many} tags compiled in ${(compiled.ms / 1000).toFixed(1)} s, ${memoryAfter - memoryBefore} MB; file ${Math.round(bytes.length / 1e6)} MB, loaded in ${loaded.ms.toFixed(0)} ms`,
  );
  const terms = tags.map(({ label }) => label);
  const rows = {
    [`${many} tags`]: (text) => suggestTags(compiled.value, text),
    '1000 tags': (text) => suggestTags(few, text),
    keywords: (text) => extractKeywords(model, text),
    [`keywords of ${many} candidates`]: (text) => extractKeywords(model, text, { candidates: terms }),
  };
  for (const [name, work] of Object.entries(rows)) {
    const cells = Object.entries(texts).map(([kind, all]) => {
      for (let pass = 0; pass < WARM; pass++) all.map(work);
      const passes = Array.from({ length: PASSES }, () => time(() => all.map(work)).ms / all.length);
      return `${passes.sort((a, b) => a - b)[PASSES >> 1].toFixed(2)} ms (${kind})`;
    });
    console.log(`  ${name}: ${cells.join(', ')}`);
  }
}

function memory() {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return Math.round((heapUsed + arrayBuffers) / 1e6);
}

function time(work) {
  const start = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(start);
  return { value, ms: (user + system) / 1000 };
}
