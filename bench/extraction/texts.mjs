// Texts of the kinds that people extract keywords from, of those that are kept here for the editor's measure.
import { readFileSync } from 'node:fs';

const KINDS = { abstract: 'medicine', news: 'news', chat: 'chat' };
/** Times that all texts of a language make a long one: about 20,000 characters of Chinese, 100,000 of English. */
const LONG = 4;

/** Texts by language and kind: `zh abstract`, `en news`, …, and one long text of all kinds for each language. */
export function textsOfKinds() {
  const found = {};
  for (const language of ['zh', 'en']) {
    const file = new URL(`../../evaluation/editor/${language}_own.jsonl`, import.meta.url);
    const records = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const [name, kind] of Object.entries(KINDS)) {
      found[`${language} ${name}`] = records.filter((record) => record.kind === kind).map(({ text }) => text);
    }
    const all = records.map(({ text }) => text).join('\n\n');
    found[`${language} long`] = [new Array(LONG).fill(all).join('\n\n')];
  }
  return found;
}
