import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { KeywordError } from '../../packages/core/dist/errors.js';
import {
  type ForeignModel,
  type ForeignSkipGram,
  requireSkipGram,
} from '../../packages/core/dist/formats/foreign/foreign-model.js';
import { logProbability } from '../../packages/core/dist/model/skip-gram.js';
import { readForeignModelFile } from '../../packages/core/dist/node/models/foreign-models.js';

/** Path of a fixture. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../../test/fixtures/${name}`, import.meta.url));
}

/** A fixture in JSON. */
export function json<T>(name: string): T {
  return JSON.parse(readFileSync(fixture(name), 'utf8')) as T;
}

/** What the model's own tool says of it, written by scripts/make-fixtures. */
export interface Reference {
  words: string[];
  counts: number[];
  codes: number[][];
  points: number[][];
  /** [input word, output word, log p(output | input)]. */
  logProbabilities: [string, string, number][];
}

/** Reads a fixture that must have hierarchical softmax. */
export function readSkipGram(name: string): ForeignSkipGram {
  return requireSkipGram(readForeignModelFile(fixture(name)), name);
}

/** Compares words, counts, paths and probabilities with a reference. */
export function assertMatches({ model }: ForeignSkipGram, reference: Reference): void {
  const { vocabulary, tree } = model;
  assert.deepEqual([...vocabulary.words].sort(), [...reference.words].sort());
  reference.words.forEach((word, i) => {
    const w = vocabulary.indexOf(word)!;
    const path = [tree.offsets[w], tree.offsets[w + 1]] as const;
    assert.equal(vocabulary.counts[w], reference.counts[i], word);
    assert.deepEqual([...tree.codes.subarray(...path)], reference.codes[i], word);
    assert.deepEqual([...tree.nodes.subarray(...path)], reference.points[i], word);
  });
  for (const [input, output, expected] of reference.logProbabilities) {
    const found = logProbability(model, vocabulary.indexOf(output)!, vocabulary.indexOf(input)!);
    assert.ok(Math.abs(found - expected) < 1e-6, `log p(${output} | ${input}) is ${found}, expected ${expected}`);
  }
}

/** Asserts that reading fails with a code and a message. */
export function assertRefused(read: () => ForeignModel | unknown, code: string, message: RegExp): void {
  assert.throws(read, (error: unknown) => {
    assert.ok(error instanceof KeywordError, String(error));
    assert.equal(error.code, code);
    assert.match(error.message, message);
    return true;
  });
}
