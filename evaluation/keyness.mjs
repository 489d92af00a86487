// Counts in which words people's keywords are put, and writes packages/core/src/extract/keyness-words.ts.
//
//   node evaluation/keyness.mjs DATA_DIRECTORY
//
// Of each word: the texts that have it in a keyword, g, against those expected if all words of a text were equal, e;
// log((g + 2) / (e + 2)), in steps of 0.5. What is above 0 is cut at 0.5, for English: it is mostly the subject of the sets, and in
// Chinese it misleads.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { matchKey, matchKeys } from '../packages/core/dist/evaluate/match-keywords.js';
import { analyzeText } from '../packages/core/dist/extract/analyze-text.js';
import { classesOf } from '../packages/core/dist/extract/candidate.js';
import { loadModel } from '../packages/core/dist/node.js';
import { readDataset } from './dataset.mjs';

const SETS = {
  zh: ['zh_csl', 'zh_cosx', 'zh_toutiao'],
  en: ['en_inspec', 'en_semeval2017', 'en_duc2001', 'en_kpcrowd', 'en_www', 'en_kdd', 'en_theses100'],
};
const LARGEST = { zh: 0, en: 0.5 };
const LEAST = -1.5;
const STEP = 0.5;
/** Added to both counts. */
const SMOOTHING = 2;
const FEWEST_TEXTS = 8;

/** What a text adds to the counts: (words) whether each is in a keyword; null without a keyword in it. */
export function wordsOfLabelled({ model, tokenizer }, { text, keywords }, language) {
  const analysis = analyzeText(text, tokenizer, model);
  const classes = classesOf(analysis, {});
  const gold = matchKeys(keywords, language);
  const stems = new Set(gold.flatMap((key) => key.split(' ')));
  const isKey =
    language === 'zh'
      ? (word) => gold.some((key) => key.includes(word))
      : (word) => stems.has(matchKey(word, language));
  const words = new Map();
  analysis.wordOfToken.forEach((w, t) => {
    if (classes[t] === 'break' || classes[t] === 'joint' || classes[t] === 'link') return;
    const { entry } = analysis.words[w];
    if (/^[\p{L}-]+$/u.test(entry.key)) words.set(entry.key, words.get(entry.key) || isKey(entry.key));
  });
  return words;
}

/** Keyness of words by what labelled texts say of them. */
export function keynessFrom(texts, language) {
  const counts = new Map();
  for (const words of texts) {
    let good = 0;
    for (const isKey of words.values()) if (isKey) good++;
    const expected = good / words.size;
    if (good === 0) continue;
    for (const [word, isKey] of words) {
      const count = counts.get(word) ?? { texts: 0, good: 0, expected: 0 };
      count.texts++;
      count.expected += expected;
      if (isKey) count.good++;
      counts.set(word, count);
    }
  }
  const keyness = new Map();
  for (const [word, { texts, good, expected }] of counts) {
    if (texts < FEWEST_TEXTS) continue;
    const ratio = Math.log((good + SMOOTHING) / (expected + SMOOTHING));
    const value = Math.max(LEAST, Math.min(LARGEST[language], STEP * Math.round(ratio / STEP)));
    if (value !== 0) keyness.set(word, value);
  }
  return keyness;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [directory] = process.argv.slice(2);
  if (!directory) throw new Error('Usage: node evaluation/keyness.mjs DATA_DIRECTORY');
  const byValue = new Map();
  for (const [language, names] of Object.entries(SETS)) {
    const model = await loadModel(language);
    const texts = [];
    for (const name of names) {
      for (const labelled of await readDataset(join(directory, `${name}.jsonl`))) {
        if (labelled.keywords.length > 0) texts.push(wordsOfLabelled(model, labelled, language));
      }
    }
    for (const [word, value] of keynessFrom(texts, language)) byValue.set(value, [...(byValue.get(value) ?? []), word]);
  }
  const lines = [...byValue]
    .sort(([a], [b]) => a - b)
    .map(([value, words]) => `  '${value}': \`\n${wrapped(words.sort())}\n\`,`);
  writeFileSync(
    new URL('../packages/core/src/extract/keyness-words.ts', import.meta.url),
    `/** Words by their keyness, which evaluation/keyness.mjs counted. */\nexport const keynessWords: Readonly<Record<string, string>> = {\n${lines.join('\n')}\n};\n`,
  );
}

function wrapped(words) {
  return words.join(' ').replace(/(.{100,118}) /g, '$1\n');
}
