import { floatMatrix } from '../../math/matrix.js';
import { createVocabulary } from '../../model/vocabulary.js';
import { ByteReader } from '../bytes/byte-reader.js';
import { allocate, type ForeignFile, invalid, unsupported } from '../bytes/byte-source.js';
import { checkFinite, isZero } from '../foreign/check-model.js';
import { building, type ForeignSkipGram, type ForeignVectors } from '../foreign/foreign-model.js';
import { treeOfFastTextFile } from '../trees/fasttext-tree.js';
import { type FastTextDictionary, readDictionary } from './fasttext-dictionary.js';
import { addSubwords, longestSubword, meanOfSubwords, type Subwords } from './subwords.js';

/** First four bytes of a fastText model, little-endian. */
export const fastTextMagic = 793712314;
const newestVersion = 12;

/** The arguments a model was trained with, by fastText's names. */
interface FastTextArguments {
  readonly version: number;
  readonly dim: number;
  readonly ws: number;
  readonly epoch: number;
  readonly minCount: number;
  readonly neg: number;
  readonly wordNgrams: number;
  readonly loss: number;
  readonly model: number;
  readonly bucket: number;
  readonly minn: number;
  readonly maxn: number;
  readonly lrUpdateRate: number;
  readonly t: number;
}

const lossNames = ['', 'hs', 'ns', 'softmax', 'ova'];
const modelNames = ['', 'cbow', 'skipgram', 'supervised'];

/**
 * Reads a fastText model (`.bin`) trained with `skipgram` or `cbow`; with another loss than hs its word vectors alone.
 * Layout: fastText's `FastText::saveModel`, `Args::save`, `Dictionary::save`, `DenseMatrix::save`.
 *
 * @throws KeywordError UNSUPPORTED_MODEL for classifiers, INVALID_MODEL for damaged files
 */
export function readFastText(file: ForeignFile): ForeignSkipGram | ForeignVectors {
  const { name } = file;
  const reader = new ByteReader(file.source, name);
  const args = readArguments(reader);
  if (modelNames[args.model] === 'supervised') {
    throw unsupported(
      name,
      'it is a fastText classifier (supervised): it predicts labels, not words. Train skipgram with -loss hs.',
    );
  }
  const dictionary = readDictionary(reader);
  refuseQuantized(reader.byte(), name);
  const { words, counts } = dictionary;
  const V = words.length;
  const input = readDenseMatrix(reader, args.dim, (rows) => {
    if (args.maxn > 0) return rows === V + args.bucket ? rows : -1;
    // Older versions gave room to n-grams even where there were none.
    return rows >= V ? V : -1;
  });
  const subwords = args.maxn > 0 ? subwordsOf(args, input.subarray(V * args.dim), name) : undefined;
  const vectors = subwords ? input.slice(0, V * args.dim) : input;
  checkFinite(input, 'The input vectors', name);
  if (subwords) addSubwords(vectors, V, bytesOf(dictionary), subwords);
  const { version, loss, model: architecture, ...numbers } = args;
  const [lossName, modelName] = [lossNames[loss], modelNames[architecture]];
  const source = {
    family: 'fastText' as const,
    version: String(version),
    options: { loss: lossName, model: modelName, ...numbers },
  };
  if (lossName !== 'hs') {
    if (new Set(words).size !== V) throw invalid(name, 'its dictionary has a word twice.');
    const reason = `it is a fastText ${modelName} model trained with -loss ${lossName}; p(word | word) needs the tree and the inner-node vectors of -loss hs.`;
    return { estimator: 'none', words, vectors: floatMatrix(vectors, V, args.dim), source, warnings: [], reason };
  }
  refuseQuantized(reader.byte(), name);
  const output = readDenseMatrix(reader, args.dim, (rows) => (rows === V ? V - 1 : -1));
  checkFinite(output, 'The output vectors', name);
  if (isZero(output)) {
    throw unsupported(name, 'all its output vectors are 0: it was never trained, so p(word | word) is not in it.');
  }
  return building(name, () => {
    const vocabulary = createVocabulary({ words, counts });
    const parts = {
      vocabulary,
      inputVectors: floatMatrix(vectors, V, args.dim),
      nodeVectors: floatMatrix(output, V - 1, args.dim),
    };
    const { tree, warnings } = treeOfFastTextFile(parts);
    const model = { ...parts, tree };
    if (modelName === 'cbow') warnings.push(cbowWarning);
    const found: ForeignSkipGram = { estimator: 'hierarchical-softmax', model, source, warnings };
    if (!subwords) return found;
    const subwordVector = (word: string) => {
      const index = vocabulary.indexOf(word);
      if (index === undefined) return meanOfSubwords(word, subwords);
      return vectors.slice(index * args.dim, (index + 1) * args.dim);
    };
    return { ...found, subwordVector };
  });
}

const cbowWarning =
  'The model is CBOW: it was trained to predict a word from the mean of its context, not from one word, so p(word | word) is an extrapolation.';

function readArguments(reader: ByteReader): FastTextArguments {
  const { name } = reader;
  if (reader.int32() !== fastTextMagic) throw invalid(name, 'it is not a fastText model: it begins with other bytes.');
  const version = reader.int32();
  if (version < 1 || version > newestVersion) {
    throw unsupported(name, `it is a fastText model of version ${version}; versions up to ${newestVersion} are known.`);
  }
  const [dim, ws, epoch, minCount, neg, wordNgrams, loss, model, bucket, minn, maxn, lrUpdateRate] = Array.from(
    { length: 12 },
    () => reader.int32(),
  );
  const { position } = reader;
  const t = reader.float64();
  if (!hasSizes(reader)) {
    // The two more integers of floret come before lrUpdateRate.
    reader.seek(position + 16);
    if (reader.remaining >= sizesLength && hasSizes(reader)) {
      throw unsupported(
        name,
        "it is a model of floret (floret's own .bin), which has a layout of its own. Save its vectors with save_floret_vectors() and fit the nodes to them: telltale train --input-vectors VECTORS.floret.",
      );
    }
  }
  reader.seek(position + 8);
  if (dim < 1 || bucket < 0 || maxn > longestSubword || !modelNames[model] || !lossNames[loss]) {
    throw invalid(
      name,
      `it says dim ${dim}, bucket ${bucket}, maxn ${maxn}, model ${model}, loss ${loss}, which no fastText model has.`,
    );
  }
  return { version, dim, ws, epoch, minCount, neg, wordNgrams, loss, model, bucket, minn, maxn, lrUpdateRate, t };
}

/** Three integers of 32 bits and two of 64. */
const sizesLength = 28;

/** Whether the sizes of a dictionary are next: words and labels, which are all there are. */
function hasSizes(reader: ByteReader): boolean {
  const [size, words, labels] = [reader.int32(), reader.int32(), reader.int32()];
  return words > 0 && labels >= 0 && size === words + labels;
}

function refuseQuantized(flag: number, name: string): void {
  if (flag === 0) return;
  if (flag !== 1) throw invalid(name, `it has ${flag} where 0 or 1 was expected; it is damaged.`);
  throw unsupported(
    name,
    'it is a quantized fastText model (.ftz); fastText makes those of classifiers only, which predict labels, not words.',
  );
}

/**
 * A matrix of floats.
 *
 * @param rowsToRead how many of its rows to read; −1 when it cannot have that many
 */
function readDenseMatrix(reader: ByteReader, dim: number, rowsToRead: (rows: number) => number): Float32Array {
  const rows = reader.int64();
  const columns = reader.int64();
  const wanted = rowsToRead(rows);
  if (columns !== dim || wanted < 1) {
    throw invalid(
      reader.name,
      `it has a matrix of ${rows} × ${columns}, which does not fit its dictionary and dim ${dim}.`,
    );
  }
  if (rows * columns * 4 > reader.remaining) {
    throw invalid(reader.name, `it is cut off within a matrix of ${rows} × ${columns} numbers.`);
  }
  const numbers = allocate(Float32Array, wanted * columns);
  reader.copy(new Uint8Array(numbers.buffer));
  reader.skip((rows - wanted) * columns * 4);
  return numbers;
}

function subwordsOf({ dim, bucket, minn, maxn }: FastTextArguments, vectors: Float32Array, name: string): Subwords {
  if (bucket === 0) throw invalid(name, `it has n-grams of up to ${maxn} characters in 0 buckets.`);
  return { minLength: minn, maxLength: maxn, vectors, buckets: bucket, dim };
}

/** The bytes whose n-grams count for a word; the end of a sentence has none. */
function bytesOf({ words, rawBytes }: FastTextDictionary): (word: number) => Uint8Array | undefined {
  const encoder = new TextEncoder();
  return (word) => (words[word] === '</s>' ? undefined : (rawBytes.get(word) ?? encoder.encode(words[word])));
}
