// Writes packages/core/data/{zh,en}-terms.bin, the tables of text/term-table.ts, of the lists in scripts/terms:
//
//   LANGUAGE.txt            established terms, one a line
//   LANGUAGE-subjects.txt   words that readily name the subject of a text
//   LANGUAGE-general.txt    words that any text may say and hardly any is about
//   zh-passing.txt          terms that texts mention in passing and are hardly ever about, which the table is without
import { readFileSync, writeFileSync } from 'node:fs';
import { analyzeText } from '../packages/core/dist/extract/analyze-text.js';
import { loadModel } from '../packages/core/dist/node.js';
import { buildTermTable } from '../packages/core/dist/text/term-table.js';

const read = (name) => readFileSync(new URL(`terms/${name}.txt`, import.meta.url), 'utf8');
const write = (name, bytes) => writeFileSync(new URL(`../packages/core/data/${name}`, import.meta.url), bytes);

for (const language of ['zh', 'en']) {
  const { model, tokenizer } = await loadModel(language);
  const cutter = { ...tokenizer, terms: undefined };
  /** The keys of a term's words, by which a text's are compared. */
  const keysOf = (term) => {
    const { words, wordOfToken } = analyzeText(term, cutter, model, '', true);
    return Array.from(wordOfToken, (place) => words[place].entry.key).filter((key) => key !== '-');
  };
  const passing = new Set(language === 'zh' ? read('zh-passing').trim().split(/\s+/) : []);
  const terms = [...read(language).trim().split('\n'), ...read(`${language}-subjects`).trim().split(/\s+/)];
  const general = read(`${language}-general`).trim().split(/\s+/);
  write(
    `${language}-terms.bin`,
    new Uint8Array(buildTermTable(terms.filter((term) => !passing.has(term)).map(keysOf), general.map(keysOf))),
  );
}
