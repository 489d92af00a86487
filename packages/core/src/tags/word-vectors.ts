import { lexiconOf } from '../extract/lexicon.js';
import { solveLower } from '../math/cholesky.js';
import { addRows, copyRow } from '../math/matrix.js';
import { lengthOf, scaleToUnit } from '../math/unit.js';
import type { ConditionalModel } from '../model/conditional-model.js';
import { piecesOf } from './pieces.js';

/** Surprise that the words of any sentence have, in nats; what is above it says what a text is about. */
const COMMON = 1;

/** The weight of a word: its inverse document frequency beyond {@link COMMON}. */
export const wordWeight = (idf: number) => Math.max(0, idf - COMMON);

/** The word by which a piece of a word that is not in the vocabulary counts: it may be cut wrongly. */
const PIECE = 0.5;

/** Where the words of a model lie. D = components. */
export interface WordSpread {
  /** (D) the mean of their unit vectors. */
  readonly centre: Float32Array;
  /** (D, D) lower triangular: how far they are spread around it. */
  readonly spread: Float32Array;
}

/**
 * Vectors of words, centred and weighted, to be summed: each as long as makes it 1 by the spread, which is taken out of the sum
 * by {@link level}. D = components; 0 where the model has no vectors.
 */
export class WordVectors {
  readonly dim: number;
  private readonly model: ConditionalModel;
  private readonly centre: Float32Array;
  private readonly spread: Float32Array;
  private readonly row: Float64Array;
  private readonly lengths: RowLengths;

  constructor(model: ConditionalModel, { centre, spread }: WordSpread) {
    this.model = model;
    this.centre = centre;
    this.spread = spread;
    this.dim = centre.length;
    this.row = new Float64Array(this.dim);
    this.lengths = rowLengthsOf(centre, model.vocabulary.words.length);
  }

  /**
   * Adds the vector of a word, times its weight and a factor. Of a word that is not in the vocabulary its n-grams or
   * parts where the model has any, else its pieces, see {@link piecesOf}.
   *
   * @param sum (D)
   */
  add(word: string, factor: number, sum: Float64Array): void {
    const { index, idf } = lexiconOf(this.model).of(word);
    const weight = factor * wordWeight(idf);
    if (index >= 0) this.addRow(index, weight, sum);
    else {
      const vector = this.model.subwordVector?.(word) ?? this.model.vectorOfParts?.(word);
      if (vector) {
        const { row, centre } = this;
        row.set(vector);
        scaleToUnit(row);
        for (let d = 0; d < row.length; d++) row[d] -= centre[d];
        const scale = weight / (lengthOf(this.level(row.slice())) || 1);
        for (let d = 0; d < row.length; d++) sum[d] += scale * row[d];
      } else {
        for (const piece of piecesOf(this.model.vocabulary, word)) this.add(piece, PIECE * factor, sum);
      }
    }
  }

  /** Adds a word of the vocabulary times a factor. */
  addRow(index: number, factor: number, sum: Float64Array): void {
    this.addRows([index], [factor], sum);
  }

  /** Adds words of the vocabulary, each times a factor. @param factors as many as `indices` */
  addRows(indices: readonly number[], factors: readonly number[], sum: Float64Array): void {
    const { lengths, centre, dim } = this;
    let ofCentre = 0;
    const ofRows = indices.map((index, i) => {
      if (lengths.ofRow[index] === 0) this.measure(index);
      const factor = factors[i] / lengths.centred[index];
      ofCentre += factor;
      return factor / lengths.ofRow[index];
    });
    addRows(this.model.inputVectors!, indices, ofRows, sum);
    for (let d = 0; d < dim; d++) sum[d] -= ofCentre * centre[d];
  }

  private measure(index: number): void {
    const { row, centre, lengths } = this;
    copyRow(this.model.inputVectors!, index, row);
    const length = lengthOf(row);
    const unit = row.map((value, d) => value / (length || 1) - centre[d]);
    lengths.ofRow[index] = length || 1;
    // A word without a vector points nowhere.
    lengths.centred[index] = length === 0 ? Number.POSITIVE_INFINITY : lengthOf(this.level(unit)) || 1;
  }

  /** Takes the spread out of a sum, in place. @param sum (D) */
  level(sum: Float64Array): Float64Array {
    return solveLower(this.spread, sum);
  }
}

/** Lengths of the words that were asked for. V = words. */
interface RowLengths {
  /** (V) 0 before it is asked for. */
  readonly ofRow: Float64Array;
  /** (V) that of the unit vector without centre and spread. */
  readonly centred: Float64Array;
}

const rowLengths = new WeakMap<Float32Array, RowLengths>();

/** Most words of a text are in many others. */
function rowLengthsOf(centre: Float32Array, words: number): RowLengths {
  const lengths = rowLengths.get(centre) ?? { ofRow: new Float64Array(words), centred: new Float64Array(words) };
  rowLengths.set(centre, lengths);
  return lengths;
}
