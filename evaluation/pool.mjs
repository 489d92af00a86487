// What an editor marks: the keywords that several ways of ranking show of texts, none of them named, in the order of the text.
//
//   node evaluation/pool.mjs TEXTS.jsonl > POOL.txt            TEXTS.jsonl: {id, lang, kind, text}
//   node evaluation/pool.mjs TEXTS.jsonl MARKS.txt > SET.jsonl
//
// MARKS.txt has a line of a text: "ID | want: 3 7 12, added phrase, another one | strike: 1 2 5"; numbers are those of the
// pool, and what is in neither list would do.
import { readFileSync } from 'node:fs';
import { extractKeywords, modelForText } from '@telltale/core';

const WAYS = [
  { topN: 12 },
  { topN: 10, select: 'top' },
  { topN: 10, prior: 'without-position' },
  { topN: 8, prior: 'none' },
  { topN: 8, weights: 'abstract' },

  { topN: 6, method: 'text-rank' },
  { topN: 5, method: 'tf-idf' },
];
const [file, marks] = process.argv.slice(2);
if (!file) throw new Error('Usage: node evaluation/pool.mjs TEXTS.jsonl [MARKS.txt]');
const lines = (name) =>
  readFileSync(name, 'utf8')
    .split('\n')
    .filter((line) => line.trim());
const texts = lines(file).map((line) => JSON.parse(line));
const modelFor = modelForText('auto');

async function poolOf({ text, lang }) {
  const model = await modelFor(text, lang);
  const places = new Map();
  for (const way of WAYS)
    for (const { text: keyword, offsets } of extractKeywords(model, text, way))
      if (!places.has(keyword)) places.set(keyword, offsets?.[0]?.[0] ?? text.indexOf(keyword));
  return [...places].sort(([, a], [, b]) => a - b).map(([keyword]) => keyword);
}

/** What one of the two lists of a line names. */
function named(line, list, pool, id) {
  const asked = line.match(new RegExp(`\\| *${list}:([^|]*)`))?.[1] ?? '';
  return asked
    .split(/[,，]/)
    .flatMap((part) => (/^[\d\s]+$/.test(part) ? part.trim().split(/\s+/) : [part.trim()]))
    .filter(Boolean)
    .map((term) => {
      if (!/^\d+$/.test(term)) return term;
      if (!pool[Number(term) - 1]) throw new Error(`${id}: the pool has no number ${term}.`);
      return pool[Number(term) - 1];
    });
}

const marked = new Map(marks ? lines(marks).map((line) => [line.split('|')[0].trim(), line]) : []);
for (const one of texts) {
  const pool = await poolOf(one);
  if (!marks) {
    console.log(`### ${one.id}\n${one.text}\n${pool.map((keyword, i) => `${i + 1} ${keyword}`).join(' · ')}\n`);
    continue;
  }
  const line = marked.get(String(one.id));
  if (!line) throw new Error(`${marks} has no line of ${one.id}.`);
  const [want, strike] = ['want', 'strike'].map((list) => named(line, list, pool, one.id));
  console.log(JSON.stringify({ ...one, want, strike }));
}
