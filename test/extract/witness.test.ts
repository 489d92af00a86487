import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  type ConditionalModel,
  chooseKernel,
  createTokenizer,
  createVocabulary,
  extractKeywords,
  floatMatrix,
  hierarchicalSoftmax,
  logProbability,
  type SkipGramModel,
} from '../../packages/core/dist/node.js';
import { fixture, python, root, skipsAllowed, temporaryDirectory } from '../support.js';

interface Witness {
  dim: number;
  words: string[];
  counts: number[];
  codes: number[][];
  points: number[][];
  input_vectors: string;
  node_vectors: string;
  log_probabilities: [input: string, output: string, logProbability: number][];
  texts: { words: string[]; ranking: [word: string, score: number][] }[];
}

function floats(base64: string): Float32Array {
  const bytes = Buffer.from(base64, 'base64');
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

function modelOf({ dim, words, counts, codes, points, input_vectors, node_vectors }: Witness): SkipGramModel {
  const offsets = new Int32Array(words.length + 1);
  points.forEach((path, w) => {
    offsets[w + 1] = offsets[w] + path.length;
  });
  return {
    vocabulary: createVocabulary({ words, counts: Float64Array.from(counts) }),
    tree: { offsets, nodes: Int32Array.from(points.flat()), codes: Uint8Array.from(codes.flat()) },
    inputVectors: floatMatrix(floats(input_vectors), words.length, dim),
    nodeVectors: floatMatrix(floats(node_vectors), words.length - 1, dim),
  };
}

/** Everything a witness says holds of our code. */
function checkWitness(witness: Witness): void {
  const skipGram = modelOf(witness);
  const { vocabulary } = skipGram;
  let largest = 0;
  for (const [input, output, expected] of witness.log_probabilities) {
    const actual = logProbability(skipGram, vocabulary.indexOf(output)!, vocabulary.indexOf(input)!);
    largest = Math.max(largest, Math.abs(actual / expected - 1));
  }
  assert.ok(largest <= 1e-9, `log-probabilities differ by ${largest} of themselves`);

  const tokenizer = createTokenizer({ tokenizer: 'whitespace', normalization: 'none' });
  const exact = hierarchicalSoftmax(skipGram, chooseKernel('typescript'));
  const fast = hierarchicalSoftmax(skipGram, chooseKernel());
  for (const { words, ranking } of witness.texts) {
    const rank = (model: ConditionalModel) =>
      extractKeywords({ model, tokenizer }, words.join(' '), { method: 'likelihood', topN: 1000, stopWords: 'none' });
    const keywords = rank(exact);
    assert.deepEqual(
      keywords.map(({ text }) => text),
      ranking.map(([word]) => word),
    );
    for (const [i, { score }] of keywords.entries()) {
      assert.ok(Math.abs(score / ranking[i][1] - 1) <= 1e-9, `${ranking[i]}: ${score}`);
    }
    for (const { text, score } of rank(fast)) {
      const [, expected] = ranking.find(([word]) => word === text)!;
      assert.ok(Math.abs(score / expected - 1) <= 1e-6, `${text}: ${score} by ${fast.kernel}, expected ${expected}`);
    }
  }
}

test('log-probabilities and rankings are those of the published code over gensim', () => {
  checkWitness(JSON.parse(readFileSync(fixture('witness', 'gensim.json'), 'utf8')));
});

test('the same holds of a model that gensim trains now', (t) => {
  const path = join(temporaryDirectory(), 'witness.json');
  const { status, stderr } = spawnSync(python, [join(root, 'scripts/witness/make_witness.py'), path], {
    encoding: 'utf8',
  });
  if (status !== 0 && skipsAllowed && /No module named|ENOENT/.test(stderr ?? 'ENOENT'))
    return t.skip('gensim is not installed');
  assert.equal(status, 0, stderr);
  checkWitness(JSON.parse(readFileSync(path, 'utf8')));
});
