// Texts of the kinds that people extract keywords from, of those that are kept here for the editor's measure.
import { readFileSync } from 'node:fs';

const KINDS = { abstract: 'medicine', news: 'news', chat: 'chat' };
/** Characters of a long text: about 5,000 words. */
const LONG = { zh: 8500, en: 30_000 };

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
    found[`${language} long`] = [`${all}\n\n${all}`.slice(0, LONG[language])];
  }
  return found;
}
