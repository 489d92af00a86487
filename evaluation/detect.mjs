// How often the language of texts is found, and what that takes.
//
//   node evaluation/detect.mjs FILE.jsonl…      records {"lang", "text"}: evaluation/catalog-sentences.py writes some
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { languageOfText } from '../packages/core/dist/node.js';

/**
 * Whether a text is no sentence but a list: of names (C, C++, Shell, Python), or of the options of a command. It has
 * eight items or more, and half of them end with a comma, stand in brackets or begin with a hyphen.
 */
function isList(text) {
  const items = text.split(/\s+/);
  return items.length >= 8 && 2 * items.filter((item) => /,$|^[[-]|\]$/.test(item)).length >= items.length;
}

const rows = new Map();
for (const file of process.argv.slice(2)) {
  const name = basename(file, '.jsonl');
  const records = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  /** `zh` of `zh-Hant`. */
  const isRight = (lang, r) => lang.split('-')[0] === found[r];
  await languageOfText('Un texte qui charge le détecteur.');
  const started = process.cpuUsage();
  const found = [];
  for (const { text } of records) found.push(await languageOfText(text));
  const { user } = process.cpuUsage(started);
  const languages = [...new Set(records.map(({ lang }) => lang))];
  const shares = languages.map((language) => {
    const asked = records.flatMap(({ lang }, r) => (lang === language ? [isRight(lang, r)] : []));
    return (100 * asked.filter(Boolean).length) / asked.length;
  });
  shares.forEach((share, l) => {
    rows.set(languages[l], [...(rows.get(languages[l]) ?? []), share.toFixed(1)]);
  });
  const sentences = records.flatMap(({ lang, text }, r) => (isList(text) ? [] : [isRight(lang, r)]));
  const right = sentences.filter(Boolean).length;
  console.log(
    `${name}: ${records.length - sentences.length} texts are lists; of the ${sentences.length} others ${right} are right, ${((100 * right) / sentences.length).toFixed(2)} %`,
  );
  const eastern = records.filter(({ lang }, r) => /ja|ko|ru/.test(lang) && /zh|en/.test(found[r])).length;
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  console.log(
    `${name}: ${records.length} texts, mean ${mean.toFixed(2)} %, ${eastern} of ja, ko, ru taken for zh or en, ${(user / 1000 / records.length).toFixed(3)} ms each`,
  );
}
console.log(
  `\n| language | ${process.argv
    .slice(2)
    .map((file) => basename(file, '.jsonl'))
    .join(' | ')} |`,
);
for (const [language, shares] of rows) console.log(`| ${language} | ${shares.join(' | ')} |`);
