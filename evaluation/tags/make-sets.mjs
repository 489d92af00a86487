// Makes the sets that tagging is judged on: node evaluation/tags/make-sets.mjs DATA_DIRECTORY [OUTPUT_DIRECTORY]
//
// For each set the list of tags (SET.tags.txt, one a line), the texts to test with (SET.jsonl) and the texts to learn from
// (SET.learn.jsonl, .learn-100.jsonl, .learn-1000.jsonl), each {id, text, title?, tags}. Texts are told apart by a hash of their
// ids, so a text stays on its side. dev/ splits the texts to learn from once more in the same way, for tuning.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [data, output = fileURLToPath(new URL('../.rivals/tag-sets', import.meta.url))] = process.argv.slice(2);
if (data === undefined) throw new Error('Usage: node evaluation/tags/make-sets.mjs DATA_DIRECTORY [OUTPUT_DIRECTORY]');

/** Set → the file of its texts, and where its list is from: a file, or the tags that so many texts have. */
const sets = {
  en_inspec: { texts: 'eval-tags/en_inspec_tags.jsonl', list: 'eval-tags/en_inspec_tags.txt' },
  en_citeulike180: { texts: 'eval/en_citeulike180.jsonl', least: 1 },
  zh_cosx: { texts: 'eval/zh_cosx.jsonl', least: 1 },
  zh_csl: { texts: 'eval/zh_csl.jsonl', least: 2 },
  // The only one with a thousand texts to learn from.
  zh_toutiao: { texts: 'eval/zh_toutiao.jsonl', least: 4 },
};
const SEED = 'telltale tags 1';

for (const [name, { texts, list, least }] of Object.entries(sets)) {
  const records = lines(join(data, texts)).map((line) => JSON.parse(line));
  const found = records.map(({ id, title, text, keywords, tags }) => ({ id, title, text, tags: tags ?? keywords }));
  const counts = new Map();
  for (const { tags } of found) for (const key of new Set(tags.map(fold))) counts.set(key, (counts.get(key) ?? 0) + 1);
  // Spelt as the first text that has it does.
  const spelling = new Map();
  for (const tag of found.flatMap(({ tags }) => tags)) if (!spelling.has(fold(tag))) spelling.set(fold(tag), tag);
  const labels = list
    ? lines(join(data, list))
    : [...spelling].filter(([key]) => counts.get(key) >= least).map(([, tag]) => tag);
  labels.sort();
  const listed = new Map(labels.map((label) => [fold(label), label]));
  const tagged = found
    .map((record) => ({
      ...record,
      tags: [...new Set(record.tags.map((tag) => listed.get(fold(tag))))].filter(Boolean),
    }))
    .filter(({ tags }) => tags.length > 0);
  const [learn, test] = halves(tagged, SEED);
  write(output, name, labels, learn, test);
  write(join(output, 'dev'), name, labels, ...halves(learn, `${SEED} dev`));
  const given = tagged.reduce((sum, { tags }) => sum + tags.length, 0) / tagged.length;
  console.log(
    `${name}: ${labels.length} tags, ${learn.length} + ${test.length} texts, ${given.toFixed(1)} tags a text`,
  );
}

function fold(tag) {
  return tag.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ');
}

function lines(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

/** In the order of a hash of their ids, the first half and the second. */
function halves(texts, seed) {
  const hash = ({ id }) => createHash('sha256').update(`${seed} ${id}`).digest('hex');
  const shuffled = texts.map((text) => [hash(text), text]).sort(([a], [b]) => (a < b ? -1 : 1));
  const ordered = shuffled.map(([, text]) => text);
  const middle = Math.ceil(ordered.length / 2);
  return [ordered.slice(0, middle), ordered.slice(middle)];
}

function write(folder, name, labels, learn, test) {
  mkdirSync(folder, { recursive: true });
  const save = (ending, rows) =>
    writeFileSync(join(folder, `${name}.${ending}`), rows.map((row) => `${row}\n`).join(''));
  const texts = (rows) => rows.map((row) => JSON.stringify(row));
  save('tags.txt', labels);
  save('jsonl', texts(test));
  save('learn.jsonl', texts(learn));
  for (const few of [100, 1000]) if (learn.length > few) save(`learn-${few}.jsonl`, texts(learn.slice(0, few)));
}
