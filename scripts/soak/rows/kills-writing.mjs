// Writers of a file are killed at random moments: the file must be whole, and what they left must go with the next.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, randomOf, runAndSignal, share } from '../support.mjs';

const KILLS = 20;
const BYTES = 4_000_000;
const url = new URL('../../../packages/core/dist/node/files/write-file.js', import.meta.url).href;

/** Writes the file again and again, all 1s, all 2s, …, until it is killed. */
const writer = `
  import { writeFileAtomically } from ${JSON.stringify(url)};
  for (let n = 1; ; n = (n % 200) + 1) {
    await writeFileAtomically(process.argv[1], (function* () {
      for (let i = 0; i < 40; i++) yield new Uint8Array(${BYTES / 40}).fill(n);
    })());
  }`;

export default async function killsInWriting(budget, seed = 2) {
  const random = randomOf(seed);
  const kills = share(KILLS, budget, 3);
  let inTheMiddle = 0;
  await inFolder(async (folder) => {
    const path = join(folder, 'file');
    writeFileSync(path, new Uint8Array(BYTES).fill(255));
    for (let kill = 0; kill < kills; kill++) {
      const run = await runAndSignal(['--input-type=module', '-e', writer, path], 'SIGKILL', 100 + random() * 600);
      if (run.killer !== 'SIGKILL') throw new Error(run.stderr);
      const bytes = readFileSync(path);
      if (bytes.length !== BYTES || !bytes.every((byte) => byte === bytes[0]))
        throw new Error('a file that is not whole');
      const left = readdirSync(folder).length - 1;
      if (left > 1) throw new Error(`${left} temporary files: those of earlier writers were not removed`);
      inTheMiddle += left;
    }
  });
  return {
    row: 'kills survived in writing, old or new file whole',
    value: `${kills} (${inTheMiddle} in the middle of a file)`,
  };
}
