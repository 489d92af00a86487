// Writes packages/core/src/text/traditional-words.ts: how Traditional Chinese writes the words of the Chinese model, by OpenCC's
// dictionaries (npm opencc-js, Apache-2.0), whose tables of Simplified Chinese take a megabyte and half a second to load.
//
//   node scripts/traditional-words.mjs
import { writeFileSync } from 'node:fs';
import { Converter } from 'opencc-js/cn2t';
import { loadConditionalModel } from '../packages/core/dist/node.js';

const toTaiwan = Converter({ from: 'cn', to: 'tw' });
const words = (await loadConditionalModel('zh')).model.vocabulary.words.filter((word) => /\p{Script=Han}/u.test(word));
const characters = [...new Set(words.join(''))].filter((one) => one.length === 1 && toTaiwan(one).length === 1);
const of = new Map(characters.map((one) => [one, toTaiwan(one)]).filter(([one, other]) => one !== other));
const byCharacters = (word) => Array.from(word, (one) => of.get(one) ?? one).join('');
const others = words.flatMap((word) => {
  const written = toTaiwan(word);
  return written === byCharacters(word) || written.length !== word.length ? [] : [`${word}${written}`];
});
const lines = (text) =>
  text
    .match(/.{1,110}(?: |$)/gu)
    .map((line) => line.trimEnd())
    .join('\n');
const pairs = [...of].map((pair) => pair.join('')).join(' ');
writeFileSync(
  new URL('../packages/core/src/text/traditional-words.ts', import.meta.url),
  `// By scripts/traditional-words.mjs from OpenCC's dictionaries (npm opencc-js, Apache-2.0).

/** Characters of Simplified Chinese, each with that of Taiwan. */
export const traditionalOfCharacters: string = \`
${lines(pairs)}
\`;

/** Words whose characters are written otherwise, each with how they are. */
export const traditionalOfWords: string = \`
${lines(others.join(' '))}
\`;
`,
);
console.log(`${of.size} characters, ${others.length} of ${words.length} words`);
