import { lexiconOf } from '../extract/lexicon.js';
import { addRows, copyRow } from '../math/matrix.js';
import { lengthOf, scaleToUnit } from '../math/unit.js';
import type { ConditionalModel } from '../model/conditional-model.js';

/** Surprise that the words of any sentence have, in nats; what is above it says what a text is about. */
const COMMON = 1;

/** The weight of a word: its inverse document frequency beyond {@link COMMON}. */
export const wordWeight = (idf: number) => Math.max(0, idf - COMMON);

/** Unit vectors of words, centred and weighted, to be summed. D = components; 0 where the model has no vectors. */
export class WordVectors {
  readonly dim: number;
  private readonly model: ConditionalModel;
  private readonly centre: Float32Array;
  private readonly row: Float64Array;
  private readonly lengths: RowLengths;

  /** @param centre (D) see {@link surroundingsOf} */
  constructor(model: ConditionalModel, centre: Float32Array) {
    this.model = model;
    this.centre = centre;
    this.dim = centre.length;
    this.row = new Float64Array(this.dim);
    this.lengths = rowLengthsOf(centre, model.vocabulary.words.length);
  }

  /**
   * Adds the vector of a word, times its weight and a factor. Of a word that is not in the vocabulary its n-grams or
   * parts where the model has any, else its characters in a script without spaces.
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
        this.row.set(vector);
        this.centreRow();
        for (let d = 0; d < this.dim; d++) sum[d] += weight * this.row[d];
      } else this.addCharacters(word, weight, sum);
    }
  }

  private addCharacters(word: string, weight: number, sum: Float64Array): void {
    if (!/^\p{Script=Han}+$/u.test(word)) return;
    const known = Array.from(word, (character) => lexiconOf(this.model).of(character).index).filter(
      (index) => index >= 0,
    );
    for (const index of known) this.addRow(index, weight / known.length, sum);
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
    lengths.centred[index] = length === 0 ? Number.POSITIVE_INFINITY : lengthOf(unit) || 1;
  }

  private centreRow(): void {
    const { row, centre } = this;
    scaleToUnit(row);
    for (let d = 0; d < row.length; d++) row[d] -= centre[d];
    scaleToUnit(row);
  }
}

/** Lengths of the words that were asked for. V = words. */
interface RowLengths {
  /** (V) 0 before it is asked for. */
  readonly ofRow: Float64Array;
  /** (V) that of the unit vector without the centre. */
  readonly centred: Float64Array;
}

const rowLengths = new WeakMap<Float32Array, RowLengths>();

/** Most words of a text are in many others. */
function rowLengthsOf(centre: Float32Array, words: number): RowLengths {
  const lengths = rowLengths.get(centre) ?? { ofRow: new Float64Array(words), centred: new Float64Array(words) };
  rowLengths.set(centre, lengths);
  return lengths;
}

/** What all lists have of a model, made with the first of them. */
export interface Surroundings {
  /** (D) the mean of the unit vectors of the vocabulary; empty for a model without vectors. */
  readonly centre: Float32Array;
  /** (D) where the documents of its corpus point: the sum of its words by how many documents have them. */
  readonly documents: Float64Array;
}

const kept = new WeakMap<ConditionalModel, Surroundings>();

/** The {@link Surroundings} of a model. */
export function surroundingsOf(model: ConditionalModel): Surroundings {
  let found = kept.get(model);
  if (!found) {
    const centre = centreOf(model);
    found = { centre, documents: documentDirection(model, new WordVectors(model, centre)) };
    kept.set(model, found);
  }
  return found;
}

function centreOf({ inputVectors }: ConditionalModel): Float32Array {
  if (!inputVectors) return new Float32Array(0);
  const { rows, columns } = inputVectors;
  const sum = new Float64Array(columns);
  const row = new Float64Array(columns);
  for (let w = 0; w < rows; w++) {
    copyRow(inputVectors, w, row);
    scaleToUnit(row);
    for (let d = 0; d < columns; d++) sum[d] += row[d] / rows;
  }
  return Float32Array.from(sum);
}

function documentDirection(model: ConditionalModel, vectors: WordVectors): Float64Array {
  const sum = new Float64Array(vectors.dim);
  if (vectors.dim === 0) return sum;
  const { words, counts, documentFrequencies } = model.vocabulary;
  const lexicon = lexiconOf(model);
  // Rare words add nothing to the sum, and there are many.
  for (let w = 0; w < Math.min(words.length, 20_000); w++) {
    vectors.addRow(w, (documentFrequencies[w] || counts[w]) * wordWeight(lexicon.of(words[w]).idf), sum);
  }
  return scaleToUnit(sum);
}
