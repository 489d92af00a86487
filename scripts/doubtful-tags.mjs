// Prints words of jieba's dictionary that the Chinese tagger takes for something else than their tag says, the commonest first.
//
//   node scripts/doubtful-tags.mjs FILE.txt…
//
// For each word: its tag, how often it occurs, and the shares of these places where the tagger takes it for a noun or a name,
// for a verb or an adjective, and for something else. What is clear by eye goes to scripts/jieba-tags.mjs.
import { readFileSync } from 'node:fs';
import { chineseLabeler, chineseTags } from '../packages/core/dist/text/chinese-tagger.js';
import { jiebaCutter, loadTagger } from '../packages/core/dist/text/jieba.js';

/** Occurrences of a word, and its share of another kind than its tag's, at least. */
const LEAST = 5;
const SHARE = 0.8;
/** Longer runs of characters are no sentences. */
const LONGEST = 400;

const label = chineseLabeler(loadTagger());
const kindOf = (tag) => (/^n|^vn|^[ts]/.test(tag) ? 'noun' : /^[va]/.test(tag) ? 'verb' : 'other');
const found = new Map();
for (const file of process.argv.slice(2)) {
  for (const [run] of readFileSync(file, 'utf8').matchAll(/[\u3400-\u9fff]+/g)) {
    if (run.length > LONGEST) continue;
    const pieces = Array.from(jiebaCutter.tag(run));
    const labels = label(pieces, 0, pieces.length);
    let at = 0;
    for (const { word, partOfSpeech } of pieces) {
      const end = at + word.length;
      // A label is 2·tag where a word begins, and one more where it goes on.
      const isWhole = labels[at] % 2 === 0 && (end === run.length || labels[end] % 2 === 0);
      if (word.length > 1 && isWhole && labels.slice(at + 1, end).every((of) => of % 2 === 1)) {
        const key = `${word}\t${partOfSpeech}`;
        const counts = found.get(key) ?? { noun: 0, verb: 0, other: 0 };
        counts[kindOf(chineseTags[labels[at] >> 1])]++;
        found.set(key, counts);
      }
      at = end;
    }
  }
}
const rows = [...found].map(([key, { noun, verb, other }]) => ({ key, noun, verb, other, all: noun + verb + other }));
rows.sort((a, b) => b.all - a.all);
for (const row of rows) {
  const same = row[kindOf(row.key.split('\t')[1])];
  if (row.all < LEAST || same > (1 - SHARE) * row.all) continue;
  console.log(
    [row.key, row.all, ...['noun', 'verb', 'other'].map((kind) => (row[kind] / row.all).toFixed(2))].join('\t'),
  );
}
