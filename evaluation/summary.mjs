// The first tables of a results file, in short: node evaluation/summary.mjs evaluation/results/DATE.md [OLDER.md…]
//
// Methods that only the older files have come from there: what a rival found does not change with ours.
//
// F1 of the first five keywords for Chinese and the first ten for English, against all that people chose; and how high a
// reader ranks the other half of a text, given 1, 3 and 5 keywords of one half.
import { readFileSync } from 'node:fs';

const files = process.argv.slice(2).map((file) => readFileSync(file, 'utf8').split(/^## /m).slice(1));
const titles = {
  mixture: '**telltale**',
  'mixture:select=top': 'telltale, `select: top`',
  'mixture:semanticWeight=0': '– without the model',
  'mixture:epsilon=0:semanticWeight=1': '– without copying',
  'mixture:prior=without-position': '– without position',
  'mixture:prior=none': '– without the prior',
  'mixture:maxPhraseLength=1': '– without phrases',
  likelihood: 'the published definition',
  'tf-idf': 'tf-idf, same candidates',
  'tf-idf:maxPhraseLength=1': 'tf-idf, words',
  'text-rank': 'TextRank, words',
  'text-rank:maxPhraseLength=4': 'TextRank, same candidates',
};

/** Numbers of the first table of a section: method → columns. */
function table(section) {
  const [head, ...rows] = section
    .slice(section.search(/^method /m))
    .split('\n\n')[0]
    .trim()
    .split('\n');
  const columns = head.trim().split(/\s{2,}/);
  return rows.map((row) => {
    const [method, ...values] = row.trim().split(/\s{2,}/);
    return { method, values: Object.fromEntries(values.map((value, i) => [columns[i + 1], value])) };
  });
}

function print(language, kind, title, columnsOf) {
  const cells = new Map();
  let names = [];
  let columns = [];
  files.forEach((sections, f) => {
    const chosen = sections.filter((section) => section.startsWith(language) && section.includes(kind));
    if (f === 0) names = chosen.map((section) => section.slice(0, section.indexOf(',')));
    for (const section of chosen) {
      const name = section.slice(0, section.indexOf(','));
      const suffix = new RegExp(` (halves of )?${name}$`);
      for (const { method, values } of table(section)) {
        const key = method.replace(suffix, '');
        if (cells.get(key)?.has(name)) continue;
        if (f === 0) columns = columnsOf(Object.keys(values));
        // Another reader is another measure.
        if (!columns.every((column) => column in values)) continue;
        if (!cells.has(key)) cells.set(key, new Map());
        cells.get(key).set(name, columns.map((column) => values[column]).join(' / '));
      }
    }
  });
  console.log(`${title}: ${columns.join(' / ')}\n`);
  console.log(`| | ${names.join(' | ')} |\n| --- |${names.map(() => ' --: |').join('')}`);
  for (const [key, values] of cells) {
    console.log(`| ${titles[key] ?? key} | ${names.map((name) => values.get(name) ?? '–').join(' | ')} |`);
  }
  console.log('');
}

print('zh', 'people chose', 'Keywords that people chose, Chinese', () => ['P@1', 'F1@5', 'F1@10']);
print('en', 'people chose', 'Keywords that people chose, English', () => ['P@1', 'F1@5', 'F1@10']);
for (const [language, name] of [
  ['zh', 'Chinese'],
  ['en', 'English'],
]) {
  print(language, 'guess the text', `Guess the text, ${name}`, (all) => all.slice(0, 3));
  print(language, 'guess the text', `Guess the text, ${name}`, (all) => all.slice(3));
}
