// The background of an encoder: the vectors of texts at large, by which a candidate near to every text is told from one
// near to this text. Of a file with a text a line, TEXTS lines of at least SHORTEST characters are taken, evenly spread,
// the first LONGEST letters of each, or a third as many of Chinese characters, which say more.
//
//   node encoders/background.mjs encoders/zh TEXTS.txt     (after npm run build)
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSafetensors } from '../packages/core/dist/formats/bytes/safetensors.js';
import { numberToHalf } from '../packages/core/dist/math/half.js';
import { loadEncoder, writeFileAtomically } from '../packages/core/dist/node.js';

const TEXTS = 100;
const SHORTEST = 300;
const LONGEST = 900;

const [folder, file] = process.argv.slice(2);
if (!file) throw new Error('Usage: node encoders/background.mjs FOLDER TEXTS.txt');
const { embed, dim } = await loadEncoder(folder);
const lines = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.length >= SHORTEST);
const longest = /\p{Script=Han}/u.test(lines[0]) ? LONGEST / 3 : LONGEST;
const numbers = new Uint16Array(TEXTS * dim);
for (let i = 0; i < TEXTS; i++) {
  const [vector] = await embed([lines[Math.floor((i * lines.length) / TEXTS)].slice(0, longest)], 'text');
  numbers.set(Uint16Array.from(vector, numberToHalf), i * dim);
}
const tensor = { dtype: 'F16', shape: [TEXTS, dim], bytes: new Uint8Array(numbers.buffer) };
await writeFileAtomically(join(folder, 'background.safetensors'), writeSafetensors({}, { background: tensor }));
