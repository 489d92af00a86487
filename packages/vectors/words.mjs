// The words that build.py encodes: those of a table of frequencies that say something, the commonest form of each stem. What is
// foreign to the language, or has an elided article that is cut off in texts (dell'acqua), has a minus before it: it counts for
// the mean of the language, but no vector of it is written.
//
//   node packages/vectors/words.mjs LANGUAGE COUNT
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { loadConditionalModel } from '@telltale/core';
import { vocabularyOfFrequencies } from '@telltale/core/internal/model/unigrams.js';
import { sharesOf as talkOf } from '@telltale/core/internal/text/common-words.js';
import { lightStem } from '@telltale/core/internal/text/neutral/stem.js';
import * as talk from '@telltale/languages/common-words.js';

/** Languages that quote each other; the Russian, Japanese and Korean tables have quotations in Latin letters alone. */
const QUOTED = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'pt'];
/** How many times as often another language has a word that is quoted from it: dog in German; the sea, Meer, is a Dutch "more". */
const FOREIGN = 400;
const FOREIGN_ENGLISH = 15;

const [language, count] = process.argv.slice(2);
const table = (name) => readFileSync(new URL(`../languages/${name}`, import.meta.url));
const stopWords = new Set(table(`stop-words/${language}.txt`).toString().split('\n'));
const frequenciesOf = (name) => gunzipSync(table(`frequencies/${name}.txt.gz`)).toString();

/** Says which share of the words of a language a word is: of English as texts of knowledge have it, and as people talk. */
async function sharesOf(name) {
  const vocabulary =
    name === 'en' ? (await loadConditionalModel('en')).vocabulary : vocabularyOfFrequencies(frequenciesOf(name));
  const said = (word) => (name === 'en' ? Math.exp(talkOf(word, talk)[0]) || 0 : 0);
  return (word) =>
    Math.max((vocabulary.counts[vocabulary.indexOf(word)] ?? 0) / vocabulary.tokenCount, said(word));
}

const others = QUOTED.includes(language) ? QUOTED.filter((name) => name !== language) : [];
const sharesThere = await Promise.all(others.map(sharesOf));
const share = await sharesOf(language);
const isForeign = (word) =>
  others.some((name, o) => sharesThere[o](word) > (name === 'en' ? FOREIGN_ENGLISH : FOREIGN) * share(word));

/** Letters, at least two or a Chinese character; short words in hiragana are endings. */
const saysSomething = (word) =>
  /^\p{L}[\p{L}\p{M}'’-]*$/u.test(word) &&
  (word.length > 1 || /\p{Script=Han}/u.test(word)) &&
  !/^[\u3041-\u309f]{1,3}$/.test(word) &&
  !stopWords.has(word);

const byStem = new Map();
for (const word of frequenciesOf(language).split(/\s+/)) {
  const stem = lightStem(language, word);
  if (saysSomething(word) && !byStem.has(stem)) byStem.set(stem, word);
}
console.log(
  [...byStem.values()]
    .slice(0, Number(count))
    .map((word) => (isForeign(word) || /['’]/.test(word) ? `-${word}` : word))
    .join('\n'),
);
