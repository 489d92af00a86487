// The background of an encoder: the vectors of texts at large, by which a candidate near to every text is told from one
// near to this text. Of a file with a text a line, TEXTS lines of at least SHORTEST characters are taken, evenly spread,
// the first LONGEST characters of each.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSafetensors } from '../dist/formats/safetensors.js';
import { numberToHalf } from '../dist/math/half.js';
import { loadEncoder } from '../dist/node.js';

const TEXTS = 200;
const SHORTEST = 300;
const LONGEST = 900;

/** Writes background.safetensors into the folder of an encoder. */
export async function writeBackground(folder, file) {
  const { embed, dim } = await loadEncoder(folder);
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.length >= SHORTEST);
  const texts = Array.from({ length: TEXTS }, (_, i) =>
    lines[Math.floor((i * lines.length) / TEXTS)].slice(0, LONGEST),
  );
  const numbers = new Uint16Array(TEXTS * dim);
  for (const [i, text] of texts.entries()) {
    const [vector] = await embed([text], 'text');
    numbers.set(Uint16Array.from(vector, numberToHalf), i * dim);
  }
  const tensor = { dtype: 'F16', shape: [TEXTS, dim], bytes: new Uint8Array(numbers.buffer) };
  writeFileSync(join(folder, 'background.safetensors'), Buffer.concat(writeSafetensors({}, { background: tensor })));
}
