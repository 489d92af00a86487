// Which of the first keywords of texts of our own an editor would strike:
//
//   node evaluation/struck.mjs [own/fresh.jsonl] [10]      the file, and how many keywords are looked at
import { readFileSync } from 'node:fs';
import { extractKeywords, modelForText } from '@telltale/core';

const KINDS = ['verb', 'adjective', 'inflected', 'fragment'];
const [file = 'own/fresh.jsonl', topN = '10'] = process.argv.slice(2);
const model = modelForText('auto');
const rows = new Map();
for (const line of readFileSync(new URL(file, import.meta.url), 'utf8')
  .trim()
  .split('\n')) {
  const { lang, text, kept, struck } = JSON.parse(line);
  const row = rows.get(lang) ?? { all: 0, unjudged: 0, ...Object.fromEntries(KINDS.map((kind) => [kind, 0])) };
  rows.set(lang, row);
  for (const { text: keyword } of extractKeywords(await model(text, lang), text, { topN: Number(topN) })) {
    row.all++;
    if (keyword in struck) row[struck[keyword]]++;
    else if (!kept.includes(keyword)) row.unjudged++;
  }
}
console.log(`| language | keywords | struck | ${KINDS.join(' | ')} | not judged |`);
for (const [lang, row] of rows) {
  const struck = KINDS.reduce((sum, kind) => sum + row[kind], 0);
  console.log(
    `| ${lang} | ${row.all} | ${((100 * struck) / row.all).toFixed(1)} % | ${KINDS.map((kind) => row[kind]).join(' | ')} | ${row.unjudged} |`,
  );
}
