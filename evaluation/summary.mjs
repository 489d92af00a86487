// The tables of a results file, in short: printed, or written where docs/evaluation.md and the READMEs have them.
//
//   node evaluation/summary.mjs evaluation/results/*.md [--chinese] [--write DOCUMENT.md]…
//
// Each set is shown from the newest file that has it. What only older files have of a rival comes from there, where it was
// matched alike: what a rival found does not change with ours. With --write the tables replace what is between <!-- NAME --> and
// <!-- /NAME --> in a document.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'string', multiple: true }, chinese: { type: 'boolean' } },
});
if (positionals.length === 0) throw new Error('Usage: node evaluation/summary.mjs RESULTS.md… [--write DOCUMENT.md]');
// By date, newest first.
const files = positionals
  .sort()
  .reverse()
  .map((file) => readFileSync(file, 'utf8').split(/^## /m).slice(1).map(readSection));

/** Ours, in this order; what is not here is a rival. */
const titles = {
  mixture: '**telltale**',
  'mixture:select=top': 'telltale, `select: top`',
  'mixture:select=cover': 'telltale, `select: cover`',
  'mixture:lambda=0.3': '– with the word model, λ = 0.3',
  'mixture:prior=without-position': '– without position',
  'mixture:prior=none': '– without the prior',
  likelihood: 'the published definition',
  'tf-idf': 'tf-idf, same candidates',
  suggest: '**telltale**',
  'suggest-read': '– after reading the texts without their tags',
  'suggest:evidence=mention': '– mention alone',
  'suggest:evidence=meaning': '– meaning alone',
  'suggest:evidence=mention+meaning': '– mention and meaning alone',
  'suggest:evidence=learned': '– learned alone',
  'mention-tf-idf': 'mention, tf-idf',
};
/** The same in Chinese documents, and what else tables say in words. */
const chinese = {
  '– with the word model, λ = 0.3': '– 加词模型，λ = 0.3',
  '– without position': '– 不看位置',
  '– without the prior': '– 不用先验',
  'the published definition': '原定义',
  'tf-idf, same candidates': 'tf-idf，候选相同',
  '– after reading the texts without their tags': '– 读过不带标签的文本之后',
  '– mention alone': '– 只看提及',
  '– meaning alone': '– 只看语义',
  '– mention and meaning alone': '– 只看提及和语义',
  '– learned alone': '– 只看学到的',
  'mention, tf-idf': '提及，tf-idf',
  English: '英文',
  Chinese: '中文',
  French: '法文',
  Portuguese: '葡萄牙文',
  Polish: '波兰文',
  Japanese: '日文',
};
/** Our methods, by name. */
const isOurs = /^(mixture|likelihood|tf-idf|text-rank|suggest|suggest-read|mention-tf-idf)(:|$)/;
const languages = { en: 'English', zh: 'Chinese', fr: 'French', pt: 'Portuguese', pl: 'Polish', ja: 'Japanese' };

/** A section: what of, which set, and its tables as rows of method → column → cell. */
function readSection(text) {
  const [set, kind] = text.split('\n', 1)[0].split(/, (.*)/);
  const matching = /; matched: (.*)$/m.exec(text)?.[1] ?? '';
  const tables = [];
  for (const part of text.split(/^(?=method {2,})/m).slice(1)) {
    const [head, ...rows] = part
      .split(/\n\n|\n```/)[0]
      .trim()
      .split('\n');
    const columns = head
      .trim()
      .split(/\s{2,}/)
      .slice(1);
    tables.push(
      rows.map((row) => {
        const [method, ...cells] = row.trim().split(/\s{2,}/);
        // What a rival found is named after rival and set.
        const name = method.replace(new RegExp(` (halves of )?${set}$`), '');
        return { method: name, cells: Object.fromEntries(cells.map((cell, i) => [columns[i], cell])) };
      }),
    );
  }
  return { set, kind, matching, tables };
}

/** Sets of a language, or of any, with a kind of section, and for each method the cells by set. */
function collect(lang, kind, table = 0) {
  const sets = new Map();
  const methods = new Map();
  for (const { set, kind: own, matching, tables } of files.flat()) {
    if ((lang !== undefined && set.slice(0, 2) !== lang) || own !== kind || !tables.at(table)) continue;
    const isNew = !sets.has(set);
    if (isNew) sets.set(set, { matching, columns: Object.keys(tables.at(table)[0].cells) });
    if (sets.get(set).matching !== matching) continue;
    for (const { method, cells } of tables.at(table)) {
      if (!isNew && isOurs.test(method)) continue;
      if (!methods.has(method)) methods.set(method, new Map());
      if (!methods.get(method).has(set)) methods.get(method).set(set, cells);
    }
  }
  const order = Object.keys(titles);
  const rank = ([method]) => (order.includes(method) ? order.indexOf(method) : order.length);
  const sorted = new Map([...sets].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { sets: sorted, methods: [...methods].sort((a, b) => rank(a) - rank(b)) };
}

const row = (cells) => `| ${cells.join(' | ')} |\n`;
const header = (first, names) => row([first, ...names]) + row(['---', ...names.map(() => '--:')]);

/** A table with a column a set, in each the chosen measures. */
function bySet(title, lang, kind, columnsOf, table = 0, isShown = () => true) {
  const { sets, methods } = collect(lang, kind, table);
  if (sets.size === 0) return '';
  const columns = columnsOf([...new Set([...sets.values()].flatMap((set) => set.columns))]);
  if (columns.length === 0) return '';
  const has = (cells) => cells && columns.some((column) => column in cells);
  const cell = (cells) => (has(cells) ? columns.map((column) => cells[column] ?? '–').join(' / ') : '–');
  const shown = methods.filter(([method, bySets]) => isShown(method) && [...bySets.values()].some(has));
  const rows = shown.map(([method, bySets]) =>
    row([titles[method] ?? method, ...[...sets.keys()].map((set) => cell(bySets.get(set)))]),
  );
  const head = title && `${title}: ${columns.join(' / ')}\n\n`;
  return `${head}${header('', [...sets.keys()])}${rows.join('')}\n`;
}

/** For every set the best rival by each measure, and how ours stands to it. */
function againstRivals(lang) {
  const { sets, methods } = collect(lang, 'keywords that people chose');
  const columns = ['P@1', 'F1@5', 'F1@10', 'micro F1@10'];
  const lines = [...sets.keys()].flatMap((set) => {
    const ours = methods.find(([method]) => method === 'mixture')?.[1].get(set);
    const theirs = methods.filter(([method, bySets]) => !isOurs.test(method) && bySets.has(set));
    if (!ours || theirs.length === 0 || !columns.every((column) => column in ours)) return [];
    const cells = columns.map((column) => {
      const [name, best] = theirs
        .map(([method, bySets]) => [method, Number(bySets.get(set)[column])])
        .sort((a, b) => b[1] - a[1])[0];
      const ratio = best > 0 ? (Number(ours[column]) / best).toFixed(2) : '–';
      return `${ratio} (${name} ${best.toFixed(1)})`;
    });
    return [row([set, ...cells])];
  });
  return lines.length === 0 ? '' : `${header(languages[lang], columns)}${lines.join('')}\n`;
}

function editor() {
  return Object.entries(languages)
    .flatMap(([lang, name]) => {
      const { sets, methods } = collect(lang, "an editor's marks");
      return [...sets].map(([set, { columns }]) => {
        const rows = methods
          .filter(([, bySets]) => bySets.has(set))
          .map(([method, bySets]) => row([titles[method] ?? method, ...columns.map((c) => bySets.get(set)[c])]));
        return `${name} (${set})\n\n${header('', columns)}${rows.join('')}\n`;
      });
    })
    .join('');
}

/** The regimes of tagging, by the kinds of their sections. */
const regimes = {
  'examples: none': 'Without examples',
  'examples: 100': 'With 100 examples',
  'examples: 1000': 'With 1,000 examples',
  'examples: all': 'With all examples of the learning half',
};
/** The last table, after those of measures and of differences. */
const timesTable = -1;

/** Ours divided by what it is to be compared with, by set. */
function tagTargets() {
  const none = collect(undefined, 'examples: none');
  const all = collect(undefined, 'examples: all');
  const times = collect(undefined, 'examples: all', timesTable);
  /** What methods of a name reach on a set by a measure, best first. */
  const reached = ({ methods }, set, name, measure) =>
    methods
      .filter(([method, bySets]) => name.test(method) && measure in (bySets.get(set) ?? {}))
      .map(([method, bySets]) => ({ method, value: Number(bySets.get(set)[measure]) }))
      .sort((x, y) => y.value - x.value);
  const ratio = (from, set, name, measure, own = /^suggest$/) => {
    const [ours] = reached(from, set, own, measure);
    const [theirs] = reached(from, set, name, measure);
    return ours && theirs
      ? `${(ours.value / theirs.value).toFixed(2)} (${theirs.method} ${theirs.value.toFixed(1)})`
      : '–';
  };
  const lines = [...all.sets.keys()].sort().map((set) => {
    const [annif] = reached(all, set, /^Annif/, 'nDCG@10');
    return row([
      set,
      ratio(none, set, /^mention-tf-idf$/, 'MRR'),
      ratio(none, set, /^mention-tf-idf$/, 'R@5'),
      ratio(none, set, /^mention-tf-idf$/, 'MRR', /^suggest-read$/),
      ratio(none, set, /^mention-tf-idf$/, 'R@5', /^suggest-read$/),
      ratio(none, set, /^cosine/, 'MRR'),
      ratio(none, set, /^cosine/, 'R@5'),
      ratio(all, set, /^Annif/, 'nDCG@10'),
      annif ? ratio(times, set, new RegExp(`^${annif.method}$`), 'texts/cpu') : '–',
    ]);
  });
  const heads = [
    'MRR: baseline',
    'R@5: baseline',
    'read, MRR: baseline',
    'read, R@5: baseline',
    'MRR: encoder',
    'R@5: encoder',
    'nDCG@10: Annif',
    'texts/s: Annif',
  ];
  return lines.length === 0 ? '' : `${header('', heads)}${lines.join('')}\n`;
}

/** What READMEs show: ours in short, and every rival. */
const isShort = (method) => !/^mixture:/.test(method);
/** After the tables of all keywords and of differences. */
const presentTable = 2;
const everyLanguage = (make) =>
  Object.entries(languages)
    .map(([lang, name]) => make(lang, name))
    .join('');
const people = 'keywords that people chose';
const has = (wanted) => (columns) => wanted.filter((column) => columns.includes(column));
const tables = {
  rivals: everyLanguage(againstRivals),
  agreement: everyLanguage((lang, name) => bySet(name, lang, people, has(['P@1', 'F1@5', 'F1@10']))),
  micro: everyLanguage((lang, name) => bySet(name, lang, people, has(['micro F1@5', 'micro F1@10']))),
  present: everyLanguage((lang, name) => bySet(`${name}, present`, lang, people, has(['F1@5', 'F1@10']), presentTable)),
  editor: editor(),
  'tag-targets': tagTargets(),
  tags: Object.entries(regimes)
    .map(([kind, title]) => bySet(title, undefined, kind, has(['P@1', 'R@5', 'nDCG@10', 'MRR'])))
    .join(''),
  'tag-times': bySet('', undefined, 'examples: all', has(['texts/cpu', 'learn, s']), timesTable),
  'short-en': bySet('', 'en', people, has(['F1@5', 'F1@10']), 0, isShort),
  'short-zh': bySet('', 'zh', people, has(['F1@5', 'F1@10']), 0, isShort),
  guessing: everyLanguage((lang, name) => bySet(name, lang, 'guess the text', (columns) => columns.slice(0, 3))),
};

if (flags.write === undefined) {
  for (const [name, text] of Object.entries(tables)) {
    console.log(`<!-- ${name} -->\n\n${flags.chinese ? inChinese(text) : text}<!-- /${name} -->\n`);
  }
}
for (const file of flags.write ?? []) {
  let document = readFileSync(file, 'utf8');
  for (const [name, text] of Object.entries(tables)) {
    const place = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
    const said = /zh/.test(file) ? inChinese(text) : text;
    document = document.replace(place, (_, begin, end) => `${begin}\n${said || 'Not run.\n\n'}${end}`);
  }
  writeFileSync(file, document);
}

/** Tables with their first cells, and what stands before them, in Chinese. */
function inChinese(text) {
  return text
    .replace(/^(?:\| )?([^|:\n]+?)(?= \||:| \()/gm, (all, name) => all.replace(name, chinese[name] ?? name))
    .replace(/^(\p{Script=Han}+): /gmu, '$1：');
}
