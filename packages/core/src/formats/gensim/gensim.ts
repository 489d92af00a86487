import { counted } from '../../errors.js';
import { floatMatrix, type Matrix } from '../../math/matrix.js';
import { type HuffmanTree, pathsFromParents } from '../../model/huffman.js';
import { createVocabulary, type Vocabulary } from '../../model/vocabulary.js';
import { ByteReader } from '../bytes/byte-reader.js';
import { type ForeignFile, invalid, unsupported } from '../bytes/byte-source.js';
import { meanOfSubwords, type Subwords } from '../fasttext/subwords.js';
import { checkFinite, isNormalized } from '../foreign/check-model.js';
import {
  building,
  type ForeignModel,
  type ForeignNegativeSampling,
  type ForeignSkipGram,
} from '../foreign/foreign-model.js';
import { readPickle } from '../pickle/pickle-machine.js';
import { PickleDict, PickleObject, type PickleValue } from '../pickle/pickle-values.js';
import { treeOfFastTextFile } from '../trees/fasttext-tree.js';
import { describeGensim, type GensimDescription } from './gensim-description.js';
import { VocabularyEntries } from './gensim-entries.js';
import { GensimObject, type Rows } from './gensim-object.js';
import { readInputVectors } from './gensim-vectors.js';
import { type GensimVocabulary, sortByCount, vocabularyOfLists } from './gensim-vocabulary.js';

/** Beyond it counts to that power leave the range of numbers; those in use are between −1 and 1. */
const largestExponent = 10;

/**
 * Reads what `save()` of gensim’s Word2Vec, FastText, Doc2Vec and KeyedVectors writes, versions 0.8 to 4.4, with the `.npy` or
 * `.npz` files beside it. The tree is the one in the file, never rebuilt.
 *
 * @throws KeywordError UNSUPPORTED_MODEL for models that cannot be used, INVALID_MODEL for damaged files,
 *   FILE_NOT_FOUND when a file beside the model is not there
 */
export function readGensim(file: ForeignFile): ForeignModel {
  const { name } = file;
  const reader = new ByteReader(file.source, name);
  const entries = new VocabularyEntries(reader);
  const root = readPickle(reader, entries);
  const saved = GensimObject.from(root, file, reader);
  if (!saved) throw unsupported(name, `it is a pickle of ${describeValue(root)}; expected a model saved by gensim.`);
  const isDoc2Vec = saved.get('docvecs') !== undefined || saved.get('dv') !== undefined;
  if (isDoc2Vec && !trainsWords(saved)) {
    throw unsupported(
      name,
      'it is a Doc2Vec model with dm=0 and dbow_words=0: words were predicted from documents alone, and the word vectors are the random ones it began with. Train it with dbow_words=1, or Word2Vec with hs=1.',
    );
  }
  const holder = saved.object('wv') ?? saved;
  const inFile = readVocabulary(holder, entries, reader);
  if (!inFile) {
    throw unsupported(name, `it is a pickle of ${saved.className}; Word2Vec, FastText and KeyedVectors can be read.`);
  }
  const { sorted, rows } = sortByCount(inFile);
  const description = describeGensim(saved);
  const parts = { file, saved, reader, vocabulary: sorted, rows, description };
  const readInput = (): Input => {
    const { subwords, ...unsorted } = readInputVectors(holder, inFile.words, name);
    checkRows(unsorted, 'The input vectors', name);
    return { input: rows ? permute(unsorted, rows) : unsorted, subwords };
  };
  const isTrained = saved.get('hs') !== undefined;
  return building(name, () => {
    const concatenates = isDoc2Vec && saved.number('dm_concat') === 1;
    if (isTrained && description.hs && !concatenates) return skipGram(parts, readInput);
    const { input } = readInput();
    const sampled = isTrained && !concatenates ? negativeSampling(parts, input) : undefined;
    if (sampled) return sampled;
    const { source, warnings } = description;
    if (new Set(sorted.words).size !== sorted.words.length) throw invalid(name, 'the vocabulary has a word twice.');
    const vectors = { estimator: 'none', words: sorted.words, vectors: matrixOf(input), source, warnings } as const;
    return concatenates ? { ...vectors, reason: concatenated } : vectors;
  });
}

/** The vocabulary: gensim 4 has lists by index, gensim ≤ 3 a dictionary of objects; undefined when there is none. */
function readVocabulary(
  vectors: GensimObject,
  entries: VocabularyEntries,
  reader: ByteReader,
): GensimVocabulary | undefined {
  const keys = vectors.get('index_to_key');
  if (Array.isArray(keys)) return vocabularyOfLists(keys, vectors, reader);
  const dict = vectors.get('vocab');
  return dict instanceof PickleDict ? entries.vocabulary(dict) : undefined;
}

/**
 * Whether a Doc2Vec model trained the vectors of its words: with dbow_words=1 as skip-gram does, with dm=1 (sg=0 in the
 * file) as a part of the context.
 */
function trainsWords(saved: GensimObject): boolean {
  return saved.number('sg') === 0 || saved.number('dbow_words') === 1;
}

const concatenated =
  'it is a Doc2Vec model with dm_concat=1, whose output vectors have the length of a whole window and a document, not of a word.';

interface Parts {
  readonly file: ForeignFile;
  readonly saved: GensimObject;
  readonly reader: ByteReader;
  /** In descending order of counts. */
  readonly vocabulary: GensimVocabulary;
  /** Row of each word in the file, where that is another order. */
  readonly rows: Int32Array | undefined;
  readonly description: GensimDescription;
}

interface Input {
  /** Input vectors, (V, D). */
  readonly input: Rows;
  readonly subwords: Subwords | undefined;
}

function skipGram(parts: Parts, readInput: () => Input): ForeignSkipGram {
  const { reader, description } = parts;
  const { name } = reader;
  // The arrays come last: they may still be on their way.
  const waitForTree = description.fromFastText ? undefined : startTree(parts);
  const vocabulary = vocabularyOf(parts);
  const ownTree = waitForTree?.();
  const V = vocabulary.words.length;
  const { input, subwords } = readInput();
  const nodes = outputRows(parts, 'syn1', V - 1, input.columns);
  if (!nodes) {
    throw unsupported(
      name,
      'it was trained with hs=1, but its inner-node vectors (syn1) were deleted before it was saved. Save the whole model, without delete_temporary_training_data.',
    );
  }
  checkRows(nodes, 'The inner-node vectors', name);
  const warnings = [...description.warnings];
  if (isNormalized(input.data, input.columns)) {
    warnings.push(
      'All input vectors have length 1, as init_sims(replace=True) leaves them; the probabilities are not those that were trained.',
    );
  }
  const vectors = { vocabulary, inputVectors: matrixOf(input), nodeVectors: matrixOf(nodes) };
  // What gensim converted kept the node vectors of the file, but got a tree made again, which they may not belong to.
  const chosen = ownTree ? { tree: ownTree, warnings: [] } : treeOfFastTextFile(vectors);
  warnings.push(...chosen.warnings);
  const model = { ...vectors, tree: chosen.tree };
  const found: ForeignSkipGram = { estimator: 'hierarchical-softmax', model, source: description.source, warnings };
  if (!subwords) return found;
  const subwordVector = (word: string) => {
    const index = vocabulary.indexOf(word);
    if (index === undefined) return meanOfSubwords(word, subwords);
    return input.data.slice(index * subwords.dim, (index + 1) * subwords.dim);
  };
  return { ...found, subwordVector };
}

function negativeSampling(parts: Parts, input: Rows): ForeignNegativeSampling | undefined {
  const { description, rows, reader } = parts;
  const V = parts.vocabulary.words.length;
  const output = description.negative > 0 ? outputRows(parts, 'syn1neg', V, input.columns) : undefined;
  if (!output) return undefined;
  checkRows(output, 'The output vectors', reader.name);
  const { negative, noiseExponent } = description;
  if (!Number.isFinite(negative) || !(Math.abs(noiseExponent) <= largestExponent)) {
    throw invalid(reader.name, `it says negative ${negative}, ns_exponent ${noiseExponent}, which no model has.`);
  }
  return {
    estimator: 'negative-sampling',
    vocabulary: vocabularyOf(parts),
    inputVectors: matrixOf(input),
    outputVectors: matrixOf(rows ? permute(output, rows) : output),
    negative,
    noiseExponent,
    source: description.source,
    warnings: description.warnings,
  };
}

function vocabularyOf({ vocabulary: { words, counts, order }, reader }: Parts): Vocabulary {
  if (!counts) throw invalid(reader.name, 'the words have no counts.');
  if (!counts.every((count) => count > 0 && Number.isFinite(count))) {
    throw invalid(reader.name, 'a word has a count that is not above 0.');
  }
  if (words.length < 2)
    throw unsupported(reader.name, `its vocabulary has ${counted(words.length, 'word')}; expected at least 2.`);
  return createVocabulary({ words, counts, order });
}

/** Rows on the output side; version 3.3 – 3.8 has them in an object of their own. */
function outputRows({ saved, reader }: Parts, attribute: string, count: number, columns: number): Rows | undefined {
  const found = (saved.object('trainables') ?? saved).matrix(attribute, count) ?? saved.matrix(attribute, count);
  if (found && found.columns !== columns) {
    throw invalid(reader.name, `its input vectors have ${columns} components, its output vectors ${found.columns}.`);
  }
  return found;
}

/** Begins to make the tree. @returns what waits for it */
function startTree({ file, vocabulary, reader }: Parts): () => HuffmanTree {
  const { links, leaves } = vocabulary;
  if (!links) throw unsupported(reader.name, 'it has hs=1, but its words have no paths (code, point) through a tree.');
  const parents = links.parents(leaves);
  return file.startPaths?.(parents) ?? (() => pathsFromParents(parents));
}

/** {@link checkFinite} where it is not known already. */
function checkRows(rows: Rows, what: string, name: string): void {
  if (!rows.isFinite) checkFinite(rows.data, what, name);
}

function permute({ data, columns }: Rows, rows: Int32Array): Rows {
  const sorted = new Float32Array(data.length);
  for (let i = 0; i < rows.length; i++) {
    sorted.set(data.subarray(rows[i] * columns, (rows[i] + 1) * columns), i * columns);
  }
  return { data: sorted, columns };
}

function matrixOf({ data, columns }: Rows): Matrix {
  return floatMatrix(data, data.length / columns, columns);
}

function describeValue(value: PickleValue): string {
  if (value instanceof PickleObject) return value.className;
  return Array.isArray(value) ? 'a list' : value === null ? 'nothing' : `a ${value.constructor.name}`;
}
