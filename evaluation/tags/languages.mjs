// Tags that texts in ten languages mean: node evaluation/tags/languages.mjs DIRECTORY [LANGUAGE…], the folder of the labelled
// sets (fr_wikinews.jsonl, ja_web.jsonl, pl_pak2018.jsonl, pt_110ptbnkp.jsonl). The texts of topics-gold.tsv get three of the 45
// topics of topics.tsv, in the language of the text, by what is said alone, and with what is meant.
import { readFileSync } from 'node:fs';
import { compileTags, loadModel, suggestTags } from '@telltale/core';

const [folder, ...asked] = process.argv.slice(2);
const own = new URL('../own/', import.meta.url);
const sets = { fr: 'fr_wikinews', ja: 'ja_web', pl: 'pl_pak2018', pt: 'pt_110ptbnkp' };
const TOP = 3;

const rowsOf = (name) =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
const [[, ...languages], ...topics] = rowsOf('topics.tsv');
const gold = new Map(rowsOf('topics-gold.tsv').map(([id, tags]) => [id, tags.split(' ')]));

function textsOf(language) {
  const path = language in sets ? `${folder}/${sets[language]}.jsonl` : new URL(`${language}_own.jsonl`, own);
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line)).filter(({ id }) => gold.has(id));
}

const percent = (part, whole) => ((100 * part) / whole).toFixed(0);
const kinds = [['mention'], ['meaning'], ['mention', 'meaning']];
console.log(
  `| language | texts | ${kinds.map((kind) => `${kind.join(' and ')}: first right, of right found`).join(' | ')} |`,
);
const sums = new Map();
for (const [column, language] of languages.entries()) {
  if (asked.length > 0 && !asked.includes(language)) continue;
  const index = compileTags(
    topics.map(([id, ...labels]) => ({ id, label: labels[column] })),
    await loadModel(language),
  );
  const texts = textsOf(language);
  const cells = kinds.map((evidence, kind) => {
    let [first, found, all] = [0, 0, 0];
    for (const { id, text } of texts) {
      const right = gold.get(id);
      const tags = suggestTags(index, text, { topN: TOP, evidence, minScore: -100 });
      first += Number(right.includes(tags[0]?.id));
      found += tags.filter((tag) => right.includes(tag.id)).length;
      all += Math.min(TOP, right.length);
    }
    const sum = sums.get(kind) ?? [0, 0, 0];
    sums.set(kind, [sum[0] + first / texts.length, sum[1] + found / all, sum[2] + 1]);
    return `${percent(first, texts.length)}, ${percent(found, all)}`;
  });
  console.log(`| ${language} | ${texts.length} | ${cells.join(' | ')} |`);
}
const means = kinds.map((_, kind) => {
  const [first, found, count] = sums.get(kind);
  return `${percent(first, count)}, ${percent(found, count)}`;
});
console.log(`| mean | | ${means.join(' | ')} |`);
