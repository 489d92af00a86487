// The words that build.py makes vectors of: those of a table of frequencies that say something, the commonest form of each
// stem: node packages/vectors/words.mjs LANGUAGE COUNT
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { lightStem } from '@telltale/core/internal/text/neutral/stem.js';

const [language, count] = process.argv.slice(2);
const table = (name) => readFileSync(new URL(`../languages/${name}`, import.meta.url));
const stopWords = new Set(table(`stop-words/${language}.txt`).toString().split('\n'));
const frequencies = gunzipSync(table(`frequencies/${language}.txt.gz`)).toString();

/** Letters, at least two or a Chinese character; short words in hiragana are endings. */
const saysSomething = (word) =>
  /^\p{L}[\p{L}\p{M}'’-]*$/u.test(word) &&
  (word.length > 1 || /\p{Script=Han}/u.test(word)) &&
  !/^[\u3041-\u309f]{1,3}$/.test(word) &&
  !stopWords.has(word);

const byStem = new Map();
for (const word of frequencies.split(/\s+/)) {
  const stem = lightStem(language, word);
  if (saysSomething(word) && !byStem.has(stem)) byStem.set(stem, word);
}
console.log(
  [...byStem.values()]
    .slice(0, Number(count))
    .join('\n'),
);
