import { checkText } from '../errors.js';
import { nextRandom, randomState } from '../math/random.js';
import { type FittingText, fitCalibration, fitWeights } from './fit-weights.js';
import { wordMasses } from './learned.js';
import { PairMasses } from './pair-masses.js';
import { placesOf } from './places.js';
import { scoreTags } from './score-tags.js';
import { StringTable } from './string-table.js';
import { evidenceNames, type TaggedText } from './tag.js';
import type { Learned } from './tag-index.js';
import { checkUnencoded, type TagIndex } from './tag-index.js';
import { readTagText, type TagText } from './tag-text.js';
import { featureNames, startingWeights, type TagWeights } from './tag-weights.js';

/** What came of learning. */
export interface LearnReport {
  /** Texts learned from in this call. */
  readonly texts: number;
  /** Texts without a tag of the list, which told only how usual it is that a text says each tag. */
  readonly untagged: number;
  /** Texts without a word that says anything, from which nothing was learned. */
  readonly wordless: number;
  /** Tags of texts that are not in the list: how many, and the first of them. */
  readonly unknownTags: { readonly count: number; readonly first: readonly string[] };
}

/** Texts that the weights are fitted to, at most. */
const FITTED = 400;
/** Fewer texts do not change the weights. */
const LEAST_FITTED = 10;
/** Tags of each text that are compared in the fit beside those that people gave: the best, and some drawn of the others. */
const BEST = 60;
const DRAWN = 60;
/** The given weights count as much as so many texts: few examples move them little. */
const PULL = 3;
/** Every so many-th text is held back from the weights, for the probabilities. */
const HELD_BACK = 4;
const NAMED = 20;

/**
 * Learns from texts that people tagged: which words the texts of each tag have, how often it is used, and how much each
 * kind of evidence is worth for this list. Texts without tags tell how usual it is to say each tag. Adds to what was learned
 * before; texts are not kept, so one that comes twice counts twice. The weights and probabilities are fitted to the texts of
 * the last call.
 *
 * @throws KeywordError INVALID_OPTION for a list with an encoder, INVALID_TEXT for anything but a string
 * @example
 * const index = compileTags([{ id: 'sailing', label: 'sailing' }], await loadModel('en'));
 * learnTags(index, [{ text: 'The keel of the boat was repaired.', tags: ['sailing'] }]);
 * await writeTagIndex('tags.safetensors', index);
 */
export function learnTags(index: TagIndex, texts: Iterable<TaggedText>): LearnReport {
  checkUnencoded(index, 'learnTagsWithEncoder');
  const learner = new Learner(index);
  for (const text of texts) learner.add(text);
  return learner.finish();
}

/** {@link learnTags} for texts that come one by one. */
export class Learner {
  readonly #index: TagIndex;
  readonly #masses: PairMasses;
  readonly #words: string[];
  readonly #places: Map<string, number>;
  readonly #documentFrequencies: number[];
  readonly #uses: Uint32Array;
  readonly #saying: Uint32Array;
  #read: number;
  readonly #sample = new Sample();
  #texts = 0;
  #untagged = 0;
  #wordless = 0;
  #unknown = 0;
  readonly #firstUnknown: string[] = [];

  constructor(index: TagIndex) {
    const { learned, said } = index;
    this.#index = index;
    this.#saying = said?.counts.slice() ?? new Uint32Array(index.ids.length);
    this.#read = said?.texts ?? 0;
    this.#masses = learned ? PairMasses.from(learned.masses) : new PairMasses();
    this.#words = learned?.words.all() ?? [];
    this.#places = new Map(this.#words.map((word, place) => [word, place]));
    this.#documentFrequencies = Array.from(learned?.documentFrequencies ?? []);
    this.#uses = learned?.uses.slice() ?? new Uint32Array(index.ids.length);
  }

  /**
   * @param vector of the text by the encoder of the list, where it has one and the text has words
   */
  add({ text, titleLength, tags }: TaggedText, vector?: Float32Array): void {
    checkText(text);
    const own = this.#placesOf(tags);
    const read = readTagText(this.#index, text, vector, titleLength);
    const masses = wordMasses(read);
    if (masses.length === 0) {
      this.#wordless++;
      return;
    }
    this.#read++;
    for (const tag of read.mentions.keys()) this.#saying[tag]++;
    if (own.size === 0) {
      this.#untagged++;
      return;
    }
    this.#texts++;
    for (const tag of own) this.#uses[tag]++;
    for (const { word, mass } of masses) {
      let place = this.#places.get(word);
      if (place === undefined) {
        place = this.#words.length;
        this.#words.push(word);
        this.#places.set(word, place);
        this.#documentFrequencies.push(0);
      }
      this.#documentFrequencies[place]++;
      for (const tag of own) this.#masses.add(place, tag, mass);
    }
    this.#sample.add(read, own);
  }

  /** Puts what was learned into the index. */
  finish(): LearnReport {
    const { learned } = this.#index;
    if (this.#read > 0) this.#index.said = { texts: this.#read, counts: this.#saying };
    if (this.#texts > 0) {
      this.#index.learned = {
        texts: (learned?.texts ?? 0) + this.#texts,
        uses: this.#uses,
        words: StringTable.from(this.#words),
        documentFrequencies: Uint32Array.from(this.#documentFrequencies),
        masses: this.#masses.toRows(this.#words.length),
      } satisfies Learned;
      this.#index.weights = weightsFor(this.#index, this.#sample.kept);
    }
    return {
      texts: this.#texts,
      untagged: this.#untagged,
      wordless: this.#wordless,
      unknownTags: { count: this.#unknown, first: this.#firstUnknown },
    };
  }

  #placesOf(tags: readonly string[]): Set<number> {
    const { ids, labels } = placesOf(this.#index);
    const own = new Set<number>();
    for (const tag of tags) {
      const place = ids.get(tag) ?? labels.get(tag);
      if (place !== undefined) own.add(place);
      else {
        this.#unknown++;
        if (this.#firstUnknown.length < NAMED && !this.#firstUnknown.includes(tag)) this.#firstUnknown.push(tag);
      }
    }
    return own;
  }
}

/** A text that was learned from, with the places of its tags. */
interface Sampled {
  readonly text: TagText;
  readonly own: ReadonlySet<number>;
}

/** Every so many-th text, so that they come from all parts and are never too many. */
class Sample {
  kept: Sampled[] = [];
  #stride = 1;
  #seen = 0;

  add(text: TagText, own: ReadonlySet<number>): void {
    if (this.#seen++ % this.#stride !== 0) return;
    this.kept.push({ text, own });
    if (this.kept.length < 2 * FITTED) return;
    this.kept = this.kept.filter((_, i) => i % 2 === 0);
    this.#stride *= 2;
  }
}

/** Weights and calibration for a list, each text read as if it had not been learned from. */
function weightsFor(index: TagIndex, sample: readonly Sampled[]): TagWeights {
  const start = startingWeights(index.encoding !== undefined);
  if (sample.length < LEAST_FITTED) return index.weights;
  const kept = sample.slice(0, FITTED);
  const fitting = kept.map((sampled, i) => fittingText({ ...index, weights: start }, sampled, i + 1));
  const isHeldBack = (_: unknown, i: number) => i % HELD_BACK === HELD_BACK - 1;
  const values = fitWeights(
    fitting.filter((text, i) => !isHeldBack(text, i)).map(({ text }) => text),
    start.values,
    PULL,
  );
  const scores: number[] = [];
  const isGiven: boolean[] = [];
  for (const { text, found } of fitting.filter(isHeldBack)) {
    // A tag that nothing speaks for is never returned, so it says nothing of those that are.
    for (let row = 0; row < found; row++) {
      scores.push(scoreOf(text, row, values));
      isGiven.push(text.given.includes(row));
    }
  }
  return { values, texts: kept.length, calibration: fitCalibration(scores, isGiven) };
}

/**
 * A text as the weights see it.
 *
 * @param own places of the tags that people gave it
 * @param seed of the tags that are drawn, not 0
 * @returns rows of the best tags first, `found` of them, then those given that are not among the best, then those drawn
 */
export function fittingText(
  index: TagIndex,
  { text, own }: Sampled,
  seed: number,
): { text: FittingText; found: number } {
  const scored = scoreTags(index, text, evidenceNames, BEST, own);
  const best = scored.best.map(({ tag }) => tag);
  const tags = new Set([...best, ...own]);
  const compared = tags.size;
  const others = index.ids.length - compared;
  if (others <= 2 * DRAWN) for (let tag = 0; tag < index.ids.length; tag++) tags.add(tag);
  for (let state = randomState(seed); tags.size < compared + Math.min(DRAWN, others); state = nextRandom(state)) {
    tags.add(state % index.ids.length);
  }
  const F = featureNames.length;
  const features = new Float64Array(tags.size * F);
  const counts = new Float64Array(tags.size).fill(1, 0, compared).fill(others / (tags.size - compared), compared);
  const given: number[] = [];
  let row = 0;
  for (const tag of tags) {
    scored.features(tag, features.subarray(row * F, (row + 1) * F));
    if (own.has(tag)) given.push(row);
    row++;
  }
  return { text: { features, counts, given }, found: best.length };
}

function scoreOf({ features }: FittingText, row: number, values: Float64Array): number {
  let score = 0;
  for (let f = 0; f < values.length; f++) score += values[f] * features[row * values.length + f];
  return score;
}
