// How many of the first ten near words of a word begin with its first two letters (of Korean, its syllable), as they would by
// spelling: by the vectors alone, and as they are listed; how many are listed, and of how many words none is near enough. Words: the topics of evaluation/tags/topics.tsv that are one word.
//
//   node evaluation/near-words.mjs [--show]
import { readFileSync } from 'node:fs';
import { loadWordVectors, mostSimilar } from '../packages/core/dist/node.js';

const [head, ...rows] = readFileSync(new URL('tags/topics.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((row) => row.split('\t'));
const bare = (word) => word.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
for (const [column, language] of head.entries()) {
  if (!['de', 'es', 'fr', 'it', 'ja', 'ko', 'nl', 'pl', 'pt', 'ru'].includes(language)) continue;
  const vectors = await loadWordVectors(language);
  const { words, indexOf } = vectors.vocabulary;
  const asked = rows.map((row) => row[column].toLowerCase()).filter((word) => words.includes(word));
  const letters = ['ja', 'ko'].includes(language) ? 1 : 2;
  const begins = (a, b) => bare(a).slice(0, letters) === bare(b).slice(0, letters);
  const shares = [{ ...vectors, nearWords: undefined }, vectors].map((model) => {
    const alike = asked.flatMap((word) => mostSimilar(model, indexOf(word), 10).map((near) => begins(near.word, word)));
    return ((100 * alike.filter(Boolean).length) / (alike.length || 1)).toFixed(0);
  });
  const all = asked.flatMap((word) => words.map((other) => begins(word, other)));
  const chance = ((100 * all.filter(Boolean).length) / all.length).toFixed(1);
  const listed = asked.map((word) => mostSimilar(vectors, indexOf(word), 10).length);
  const mean = (listed.reduce((a, b) => a + b, 0) / listed.length).toFixed(1);
  const none = listed.filter((count) => count === 0).length;
  console.log(`| ${language} | ${asked.length} | ${chance} | ${shares.join(' | ')} | ${mean} | ${none} |`);
  if (process.argv[2] !== '--show') continue;
  for (const word of asked.slice(0, 20))
    console.log(
      `${word}: ${mostSimilar(vectors, indexOf(word), 10)
        .map((near) => near.word)
        .join(' ')}`,
    );
}
