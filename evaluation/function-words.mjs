// How many of the first ten keywords of texts begin or end with a function word, by lists that the library does not use.
//
//   node evaluation/function-words.mjs node_modules/stopwords-iso/stopwords-iso.json DATASET.jsonl…
//
// npm stopwords-iso 1.1.0 has words of every language; the lists of packages/languages are made of it and corrected, so
// that a few of those shown are nouns (Estado). The name of a data set begins with its language.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { analyzeKeywords, modelForText } from '../packages/core/dist/node.js';
import { readDataset } from './dataset.mjs';

const [lists, ...files] = process.argv.slice(2);
const words = JSON.parse(readFileSync(lists, 'utf8'));
const modelOf = modelForText('auto');
for (const file of files) {
  const name = basename(file, '.jsonl');
  const refused = new Set(words[name.slice(0, 2)]);
  const documents = await readDataset(file);
  const found = [];
  let total = 0;
  for (const { text } of documents) {
    const { keywords } = analyzeKeywords(await modelOf(text), text, { topN: 10 });
    total += keywords.length;
    for (const keyword of keywords) {
      const parts = keyword.text.toLowerCase().split(/\s+/);
      if (refused.has(parts[0]) || refused.has(parts.at(-1))) found.push(keyword.text);
    }
  }
  console.log(
    `${name}: ${documents.length} texts, ${total} keywords, ${found.length} in the list: ${found.join(', ')}`,
  );
}
