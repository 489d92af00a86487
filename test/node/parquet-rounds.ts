import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { KeywordError } from '../../packages/core/dist/errors.js';
import { memorySource } from '../../packages/core/dist/formats/bytes/byte-source.js';
import { readParquetVectors } from '../../packages/core/dist/formats/vectors/parquet-vectors.js';
import { damage, randomOf } from '../formats/damage.js';

// The program of the process that reads damaged Parquet files by the thousand, to die of one now and then. It says of
// each round what came of it.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [path, from, to, seed] = process.argv.slice(2);
  const whole = readFileSync(path);
  for (let round = Number(from); round < Number(to); round++) {
    const outcome = await outcomeOf(damagedIn(round, Number(seed), whole));
    await new Promise((sent) => process.send!({ round, outcome }, sent));
  }
  process.disconnect();
}

/** The file of a round; each has random numbers of its own, so that one can be made again. */
export function damagedIn(round: number, seed: number, whole: Uint8Array): Uint8Array {
  return damage(whole, randomOf(seed * 1_000_003 + round));
}

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    const { words, vectors } = await readParquetVectors([{ name: 'damaged.parquet', source: memorySource(bytes) }]);
    assert.deepEqual([words.length, vectors.rows * vectors.columns], [vectors.rows, vectors.data.length]);
    assert.ok(vectors.data.every((component) => Number.isFinite(component)));
    return 'vectors';
  } catch (error) {
    return error instanceof KeywordError ? error.code : String((error as Error).stack);
  }
}
