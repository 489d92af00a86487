import { floatMatrix } from '../../math/matrix.js';
import { type HuffmanTree, maxPathLength, pathsFromParents } from '../../model/huffman.js';
import { createVocabulary } from '../../model/vocabulary.js';
import { ByteReader } from '../bytes/byte-reader.js';
import { allocate, type ForeignFile, invalid, unsupported } from '../bytes/byte-source.js';
import { unzipMember } from '../bytes/compressed.js';
import { decodeUtf8, decodeWord } from '../bytes/decode-text.js';
import { parseDecimal } from '../bytes/parse-number.js';
import { isZero } from '../foreign/check-model.js';
import { building, type ForeignModel, type ForeignVectors, type ModelSource } from '../foreign/foreign-model.js';
import { TreeLinks } from '../trees/tree-links.js';

/** Numbers as text pack to a third; more than this is meant to fill memory. */
const largestRatio = 100;
/** Its table of noise words is made with word2vec's power (`InMemoryLookupTable.makeTable`). */
const noiseExponent = 0.75;
const longestLine = 1 << 20;
const newline = 10;
const space = 0x20;

/**
 * A word as Deeplearning4j writes it: `B64:` and the base64 of its UTF-8.
 *
 * @returns the word as it is where it is not of that form
 */
export function decodeBase64Word(word: string): string {
  if (!/^B64:(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(word)) return word;
  return decodeUtf8(Uint8Array.from(atob(word.slice(4)), (letter) => letter.charCodeAt(0))) ?? word;
}

/**
 * Reads the zip that `WordVectorSerializer.writeWord2VecModel` of Deeplearning4j writes. Its hierarchical softmax takes
 * code 0 as σ(x·θ). It numbers inner nodes as they are made, but every path begins with row 0 in place of the root's
 * own, so the root shares its vector with the first node made. A model without a tree has the output vectors of negative
 * sampling.
 *
 * @returns undefined when it is another zip
 * @throws KeywordError INVALID_MODEL; UNSUPPORTED_MODEL for one word
 */
export function readDeeplearning4j(file: ForeignFile): ForeignModel | undefined {
  const inputLines = linesOf(file, 'syn0.txt');
  if (!inputLines) return undefined;
  const { words, vectors, columns, documents } = readInput(inputLines);
  const V = words.length;
  const { options, warnings } = readConfig(file);
  const source: ModelSource = { family: 'Deeplearning4j', options };
  const codeLines = linesOf(file, 'codes.txt');
  const pathLines = linesOf(file, 'huffman.txt');
  const nodeLines = linesOf(file, 'syn1.txt');
  const nodes = nodeLines && readRows(nodeLines, V, columns);
  if (new Set(words).size !== V) throw invalid(file.name, 'its vocabulary has a word twice.');
  if (!nodes || !codeLines || !pathLines || isZero(nodes)) {
    const outputLines = linesOf(file, 'syn1Neg.txt');
    const outputs = outputLines && readRows(outputLines, V, columns);
    const negative = Number(options.negative);
    if (outputs && !isZero(outputs) && negative >= 1 && Number.isFinite(negative) && V > 1) {
      return building(file.name, () => ({
        estimator: 'negative-sampling',
        vocabulary: createVocabulary({ words, ...readFrequencies(file, words, documents) }),
        inputVectors: floatMatrix(vectors, V, columns),
        outputVectors: floatMatrix(outputs, V, columns),
        ...{ negative, noiseExponent, source, warnings },
      }));
    }
    const reason =
      'it is a Deeplearning4j model with neither inner-node vectors (useHierarchicSoftmax(true)) nor those of negative sampling.';
    return { estimator: 'none', words, vectors: floatMatrix(vectors, V, columns), source, warnings, reason };
  }
  if (V < 2) throw unsupported(file.name, 'its vocabulary has one word; expected at least 2.');
  nodes.copyWithin((V - 2) * columns, 0, columns);
  return building(file.name, () => ({
    estimator: 'hierarchical-softmax',
    model: {
      vocabulary: createVocabulary({ words, ...readFrequencies(file, words, documents) }),
      tree: readTree(codeLines, pathLines, words),
      inputVectors: floatMatrix(vectors, V, columns),
      nodeVectors: floatMatrix(nodes.subarray(0, (V - 1) * columns), V - 1, columns),
    },
    source,
    warnings,
  }));
}

/** The fields of the lines of a member, each a view that lasts until the next; undefined where there is no such member. */
function linesOf(file: ForeignFile, member: string): ByteReader | undefined {
  const limit = file.source.byteLength * largestRatio;
  const name = `${member} in ${file.name}`;
  const source = unzipMember(file.source, member, limit, file.name);
  return source && source.byteLength > 1 ? new ByteReader(source, name) : undefined;
}

function* fieldsOf(reader: ByteReader): Generator<Uint8Array[]> {
  while (reader.remaining > 0) {
    let line = reader.bytesUntil(newline, longestLine);
    if (!line && reader.remaining >= longestLine) throw invalid(reader.name, 'it has a line without end.');
    line ??= reader.bytes(reader.remaining);
    const fields: Uint8Array[] = [];
    for (let at = 0; at < line.length; ) {
      const end = line.indexOf(space, at);
      const stop = end < 0 ? line.length : end;
      if (stop > at && line[at] !== 13) fields.push(line.subarray(at, stop));
      at = stop + 1;
    }
    if (fields.length > 0) yield fields;
  }
}

function numberOf(field: Uint8Array | undefined, reader: ByteReader): number {
  const value = field ? parseDecimal(field, 0, field.length) : Number.NaN;
  if (!Number.isFinite(Math.fround(value))) throw invalid(reader.name, 'a number was expected; it is damaged.');
  return value;
}

function wordOf(field: Uint8Array): string {
  return decodeBase64Word(decodeWord(field));
}

function readInput(reader: ByteReader) {
  const lines = fieldsOf(reader);
  const head: Uint8Array[] = lines.next().value ?? [];
  const [count, columns, documents = 0] = head.map((field) => numberOf(field, reader));
  // A number takes a digit and a blank at least.
  if (!(count >= 1 && columns >= 1 && count * columns * 2 <= reader.source.byteLength)) {
    throw invalid(reader.name, `it says it has ${count} vectors of ${columns} components; it is too short for that.`);
  }
  const words: string[] = [];
  const vectors = allocate(Float32Array, count * columns);
  for (const [word, ...numbers] of lines) {
    if (words.length === count || numbers.length !== columns) {
      throw invalid(reader.name, `it does not have ${count} words with ${columns} numbers each.`);
    }
    fillRow(vectors, words.length * columns, numbers, reader);
    words.push(wordOf(word));
  }
  if (words.length !== count) throw invalid(reader.name, `it has ${words.length} of ${count} words; it is cut off.`);
  return { words, vectors, columns, documents };
}

function readRows(reader: ByteReader, count: number, columns: number): Float32Array {
  const rows = allocate(Float32Array, count * columns);
  let row = 0;
  for (const numbers of fieldsOf(reader)) {
    if (row === count || numbers.length !== columns) {
      throw invalid(reader.name, `it does not have ${count} rows of ${columns} numbers.`);
    }
    fillRow(rows, row++ * columns, numbers, reader);
  }
  if (row < count - 1) throw invalid(reader.name, `it has ${row} of ${count} rows; it is cut off.`);
  return rows;
}

function fillRow(target: Float32Array, at: number, numbers: readonly Uint8Array[], reader: ByteReader): void {
  for (let d = 0; d < numbers.length; d++) target[at + d] = numberOf(numbers[d], reader);
}

function readTree(codeLines: ByteReader, pathLines: ByteReader, words: readonly string[]): HuffmanTree {
  const V = words.length;
  const links = new TreeLinks(pathLines);
  const codes = fieldsOf(codeLines);
  const paths = fieldsOf(pathLines);
  for (let w = 0; w < V; w++) {
    const codeFields: Uint8Array[] = (codes.next().value ?? []).slice(0, maxPathLength + 2);
    const pathFields: Uint8Array[] = (paths.next().value ?? []).slice(0, maxPathLength + 2);
    const [word, ...bits] = codeFields;
    const [same, ...points] = pathFields;
    if (!word || !same || wordOf(word) !== words[w] || wordOf(same) !== words[w]) {
      throw invalid(pathLines.name, `word ${w} has no path through the tree, or words are in another order.`);
    }
    // The last point of a path is the leaf.
    const nodes = points.slice(0, bits.length).map((field) => numberOf(field, pathLines));
    if (nodes.length !== bits.length) throw invalid(pathLines.name, `the path of word ${w} is cut off.`);
    if (nodes[0] === 0) nodes[0] = V - 2;
    links.add(
      w,
      nodes,
      bits.map((field) => numberOf(field, codeLines)),
      nodes.length,
    );
  }
  return pathsFromParents(links.parents(Int32Array.from(words, (_, w) => w)));
}

function readFrequencies(file: ForeignFile, words: readonly string[], documents: number) {
  const reader = linesOf(file, 'frequencies.txt');
  if (!reader) throw invalid(file.name, 'it has no frequencies.txt.');
  const counts = new Float64Array(words.length);
  const documentFrequencies = new Float64Array(words.length);
  let w = 0;
  for (const [word, count, inDocuments] of fieldsOf(reader)) {
    if (w === words.length || wordOf(word) !== words[w]) {
      throw invalid(reader.name, `line ${w + 1} is of another word than in syn0.txt.`);
    }
    counts[w] = numberOf(count, reader);
    documentFrequencies[w] = Math.min(numberOf(inDocuments, reader), documents);
    if (!(counts[w] > 0 && !(counts[w] > counts[w - 1]))) {
      throw invalid(reader.name, `the count ${counts[w]} in line ${w + 1} is not above 0 or does not descend.`);
    }
    w++;
  }
  if (w < words.length) throw invalid(reader.name, `it has ${w} of ${words.length} words; it is cut off.`);
  return { counts, documentFrequencies, documentCount: documents };
}

function readConfig(file: ForeignFile): Pick<ForeignVectors, 'warnings'> & Pick<ModelSource, 'options'> {
  const reader = linesOf(file, 'config.json');
  const options: Record<string, string | number | boolean> = {};
  let facts: unknown;
  try {
    facts = reader && JSON.parse(decodeWord(reader.bytes(Math.min(reader.remaining, longestLine))));
  } catch {
    throw invalid(file.name, 'its config.json is not JSON.');
  }
  for (const [key, value] of Object.entries(facts ?? {})) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') options[key] = value;
  }
  const cbow = String(options.elementsLearningAlgorithm).endsWith('CBOW');
  const warning =
    'The model is CBOW: it was trained to predict a word from the mean of its context, not from one word, so p(word | word) is an extrapolation.';
  return { options, warnings: cbow ? [warning] : [] };
}
