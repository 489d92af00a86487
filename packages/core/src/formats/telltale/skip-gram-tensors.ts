import { convertMatrix, hasOnlyFiniteNumbers, type Matrix, type NumberFormat } from '../../math/matrix.js';
import { type HuffmanTree, parentsFromPaths, pathsFromParents } from '../../model/huffman.js';
import type { SkipGramModel } from '../../model/skip-gram.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import type { SafetensorsFile, Tensor } from '../bytes/safetensors.js';
import { asInvalid, find, invalid, numbers, take, tensor } from './model-tensors.js';

/**
 * The tensors of a skip-gram model but for its vocabulary; see model-file.ts.
 *
 * @param storage number format of the matrices; their own if left out
 * @throws KeywordError INVALID_MODEL when they cannot be stored
 */
export function skipGramTensors(model: SkipGramModel, storage: NumberFormat | undefined): Record<string, Tensor> {
  checkShapes(model);
  const { parents, codes } = asInvalid(() => parentsFromPaths(model.tree));
  return {
    ...matrixTensors('input_vectors', model.inputVectors, storage),
    ...matrixTensors('node_vectors', model.nodeVectors, storage),
    tree_parents: tensor('I32', [parents.length], parents),
    tree_codes: tensor('U8', [codes.length], codes),
  };
}

/**
 * Reads what {@link skipGramTensors} made.
 *
 * @param isSound whether the same bytes were read before: then the tree is made when it is first asked for
 * @throws KeywordError INVALID_MODEL
 */
export function readSkipGram(file: SafetensorsFile, vocabulary: Vocabulary, isSound = false): SkipGramModel {
  const V = vocabulary.words.length;
  const rest = {
    vocabulary,
    inputVectors: readMatrix(file, 'input_vectors', V, isSound),
    nodeVectors: readMatrix(file, 'node_vectors', V - 1, isSound),
  };
  if (isSound) {
    let tree: HuffmanTree | undefined;
    return {
      ...rest,
      get tree() {
        tree ??= readTree(file, V);
        return tree;
      },
    };
  }
  const model = { ...rest, tree: readTree(file, V) };
  checkShapes(model);
  return model;
}

/** The tensor of what a shard of a corpus counted. */
export function shardTensors(shardCounts: Float64Array): Record<string, Tensor> {
  return { shard_counts: tensor('F64', [shardCounts.length], shardCounts) };
}

/**
 * Reads what {@link shardTensors} made; undefined where there is none.
 *
 * @throws KeywordError INVALID_MODEL
 */
export function readShardCounts(file: SafetensorsFile, V: number): Float64Array | undefined {
  if (!file.tensors.has('shard_counts')) return undefined;
  const counts = numbers(take(file, 'shard_counts', ['F64'], [V]), Float64Array);
  if (!counts.every((count) => count >= 0 && count < Number.POSITIVE_INFINITY)) {
    throw invalid('shard_counts holds a number that is not a count');
  }
  return counts;
}

function checkShapes({ vocabulary, tree, inputVectors, nodeVectors }: SkipGramModel): void {
  const V = vocabulary.words.length;
  const D = inputVectors.columns;
  if (tree.offsets.length !== V + 1) throw invalid(`its tree has ${tree.offsets.length - 1} leaves for ${V} words`);
  if (D < 1) throw invalid('its vectors have no columns');
  for (const [name, matrix, rows] of [
    ['input_vectors', inputVectors, V],
    ['node_vectors', nodeVectors, V - 1],
  ] as const) {
    if (matrix.rows !== rows || matrix.columns !== D) {
      throw invalid(`${name} are ${matrix.rows} × ${matrix.columns} numbers, expected ${rows} × ${D}`);
    }
  }
}

function readTree(file: SafetensorsFile, V: number): HuffmanTree {
  const parents = numbers(take(file, 'tree_parents', ['I32'], [2 * V - 1]), Int32Array);
  const codes = take(file, 'tree_codes', ['U8'], [2 * V - 1]).bytes;
  return asInvalid(() => pathsFromParents({ parents, codes }));
}

function readMatrix(file: SafetensorsFile, name: string, rows: number, isSound: boolean): Matrix {
  const columns = find(file, name, ['F32', 'F16', 'I8']).shape[1] ?? 0;
  const found = take(file, name, ['F32', 'F16', 'I8'], [rows, columns]);
  let matrix: Matrix;
  if (found.dtype === 'F32') {
    matrix = { format: 'f32', rows, columns, data: numbers(found, Float32Array) };
  } else if (found.dtype === 'F16') {
    matrix = { format: 'f16', rows, columns, data: numbers(found, Uint16Array) };
  } else {
    const scales = numbers(take(file, `${name}_scales`, ['F32'], [rows]), Float32Array);
    matrix = { format: 'int8', rows, columns, data: numbers(found, Int8Array), scales };
  }
  if (!isSound) checkFinite(name, matrix);
  return matrix;
}

function matrixTensors(name: string, matrix: Matrix, storage: NumberFormat | undefined): Record<string, Tensor> {
  const stored = convertMatrix(matrix, storage ?? matrix.format);
  checkFinite(name, stored);
  const shape = [stored.rows, stored.columns];
  if (stored.format === 'f32') return { [name]: tensor('F32', shape, stored.data) };
  if (stored.format === 'f16') return { [name]: tensor('F16', shape, stored.data) };
  return {
    [name]: tensor('I8', shape, stored.data),
    [`${name}_scales`]: tensor('F32', [stored.rows], stored.scales),
  };
}

function checkFinite(name: string, matrix: Matrix): void {
  if (!hasOnlyFiniteNumbers(matrix)) {
    throw invalid(`${name} holds numbers that are not finite, or too large for ${matrix.format}`);
  }
}
