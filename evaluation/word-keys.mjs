// The words of Russian and Polish texts and what the forms of each have in common, for evaluation/word-keys.py:
//
//   node evaluation/word-keys.mjs pl_pak2018.jsonl | python evaluation/word-keys.py
import { readFileSync } from 'node:fs';
import { lightStem } from '../packages/core/dist/text/neutral/stem.js';

const textsOf = (file, lang) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter((record) => record.lang === undefined || record.lang === lang)
    .map(({ text }) => text);
const own = (name) => new URL(`own/${name}.jsonl`, import.meta.url);
const files = {
  ru: [own('ru_own'), own('fresh'), own('everyday')],
  pl: [...process.argv.slice(2), own('everyday')],
};
for (const [lang, all] of Object.entries(files)) {
  for (const text of all.flatMap((file) => textsOf(file, lang))) {
    const words = [...new Set(text.toLowerCase().match(/\p{L}{3,}/gu))];
    console.log(JSON.stringify({ lang, words: words.map((word) => [word, lightStem(lang, word)]) }));
  }
}
