import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { buildHuffmanTree, type HuffmanTree, parentsFromPaths } from '../../packages/core/dist/model/huffman.js';
import { ReadAhead } from '../../packages/core/dist/node/files/read-ahead.js';

const directory = mkdtempSync(join(tmpdir(), 'read-ahead-'));
after(() => rmSync(directory, { recursive: true }));
const model = join(directory, 'm.model');
const size = 2 ** 25 + 10;

/** An array beside the model that is just large enough to be read ahead; zeros behind these bytes. */
function writeArray(name: string, start: readonly number[]): void {
  const path = join(directory, `m.model.${name}.npy`);
  writeFileSync(path, Uint8Array.from(start));
  truncateSync(path, size);
}

const failing = () => {
  throw new Error('The file itself was asked for.');
};

test('large arrays beside a model are read by a thread, and known to be finite or not', () => {
  writeArray('wv.vectors', [1, 2, 3, 4]);
  writeArray('syn1', [0, 0, 0xc0, 0x7f]); // NaN
  const ahead = new ReadAhead(model);
  try {
    const vectors = ahead.source('m.model.wv.vectors.npy', failing)!;
    assert.equal(vectors.byteLength, size);
    assert.deepEqual([...vectors.read(2, 4)], [3, 4, 0, 0]);
    const end = new Uint8Array(10);
    vectors.copy(size - 10, end);
    assert.deepEqual(end, new Uint8Array(10));
    assert.equal(vectors.allFinite!(), true);
    const nodes = ahead.source('m.model.syn1.npy', failing)!;
    nodes.read(size - 1, 1);
    assert.equal(nodes.allFinite!(), false);
    assert.equal(ahead.source('m.model.other.npy', failing), undefined);
  } finally {
    ahead.stop();
  }
});

const sameTree = (found: HuffmanTree, tree: HuffmanTree) => {
  for (const part of ['offsets', 'nodes', 'codes'] as const) assert.deepEqual(found[part], tree[part]);
};

test('the thread writes the paths of a tree out, before the arrays and behind them', () => {
  writeArray('wv.vectors', []);
  const tree = buildHuffmanTree(Float64Array.from({ length: 500 }, (_, i) => 1000 - i));
  const parents = parentsFromPaths(tree);
  const ahead = new ReadAhead(model);
  try {
    sameTree(ahead.startPaths(parents)(), tree);
    ahead.source('m.model.wv.vectors.npy', failing)!.read(size - 1, 1);
    sameTree(ahead.startPaths(parents)(), tree);
    const broken = { parents: parents.parents.fill(-1), codes: parents.codes };
    assert.throws(ahead.startPaths(broken), RangeError);
  } finally {
    ahead.stop();
  }
});

test('without large arrays there is no thread, and the paths are written out here', () => {
  const ahead = new ReadAhead(join(directory, 'none.model'));
  const tree = buildHuffmanTree([3, 2, 1]);
  sameTree(ahead.startPaths(parentsFromPaths(tree))(), tree);
  assert.equal(ahead.source('none.model.syn1.npy', failing), undefined);
  ahead.stop();
});
