import { KeywordError } from '../errors.js';
import type { TextModel } from '../extract/text-model.js';
import type { TermFinder, TermList } from '../text/terms/term-list.js';
import type { SparseRows } from './rows.js';
import type { StringTable } from './string-table.js';
import type { TagWeights } from './tag-weights.js';

/** A list of tags made ready for texts. T = tags, D = components of the model's vectors. Made by `compileTags`. */
export interface TagIndex {
  /** Cuts the texts, and knows what words mean. */
  readonly model: TextModel;
  /** (T). */
  readonly ids: StringTable;
  /** (T). */
  readonly labels: StringTable;
  /** (T) the place of the broader tag, −1 without one. */
  readonly parents: Int32Array;
  readonly forms: TagForms;
  readonly meaning: TagMeaning;
  /** What an encoder of whole texts says of the tags, in place of the word vectors; see `encodeTags`. */
  readonly encoding?: TagEncoding | undefined;
  /** How often the texts of the user say the tags; undefined before the first is read. */
  said?: SaidTags | undefined;
  /** What was learned from tagged texts; undefined before the first. */
  learned: Learned | undefined;
  weights: TagWeights;
}

/** What tagged texts told of the tags of a list. W = words they have, T = tags. */
export interface Learned {
  /** Texts learned from. */
  readonly texts: number;
  /** (T) texts that had each tag. */
  readonly uses: Uint32Array;
  /** (W). */
  readonly words: StringTable;
  /** (W) texts with each word. */
  readonly documentFrequencies: Uint32Array;
  /** (W, T) what the texts of each tag say of each word, each text by {@link wordMasses}, summed. */
  readonly masses: SparseRows;
}

/** What texts that were read, tagged or not, told of how usual it is that they say a tag. */
export interface SaidTags {
  /** Texts read. */
  readonly texts: number;
  /** (T) texts that say each tag. */
  readonly counts: Uint32Array;
}

/** The labels and synonyms of all tags, to be found in texts. F = distinct folded forms, E = entries. */
export interface TagForms {
  /** (F) folded forms in order. */
  readonly list: TermList;
  readonly finder: TermFinder;
  /** (F + 1) the entries of form f are offsets[f] … offsets[f + 1] − 1. */
  readonly offsets: Uint32Array;
  /** (E) the tag of each entry. */
  readonly tags: Uint32Array;
  /** (E) as the list spells them. */
  readonly spellings: StringTable;
  /** (E) 1 where only capitals are read. */
  readonly capitals: Uint8Array;
  /** (T) mean surprise at the words of the label that say something: inverse document frequency in nats. */
  readonly rarity: Float32Array;
  /** (T) words of the label. */
  readonly lengths: Uint8Array;
}

/** What the words of the labels say. */
export interface TagMeaning {
  /** (T, D) unit vectors, 0 for a tag of whose words the model knows none; (T, 0) where the model has no vectors. */
  readonly vectors: Float32Array;
  readonly dim: number;
  /** (D) mean of the unit vectors of the vocabulary, taken off every word. */
  readonly centre: Float32Array;
  /** (D, D) lower triangular: how far words are spread, taken out of sums of words; see `Surroundings`. */
  readonly spread: Float32Array;
  /** (2, D) orthonormal: where texts at large and the list at large point, taken off every text. */
  readonly background: Float32Array;
  /** (1 + D, D) see `momentsOf`. */
  readonly moments: Float64Array;
  /** (S) stems of the words of the labels, in order. */
  readonly stems: StringTable;
  /** (S, T) the share of the surprise of each label that a stem has. */
  readonly shares: SparseRows;
}

/** What an encoder says of the tags of a list. E = its components and one more. */
export interface TagEncoding {
  /** Name of the encoder. */
  readonly name: string;
  /** E. */
  readonly dim: number;
  /** (T, E) unit vectors of the labels, after each its mean cosine with texts at large: 0 where the encoder has no background. */
  readonly vectors: Float32Array;
  /** (1 + E, E) see `momentsOf`. */
  readonly moments: Float64Array;
}

/**
 * Refuses a list whose encoder has to be asked.
 *
 * @param instead the function for such lists
 * @throws KeywordError INVALID_OPTION
 */
export function checkUnencoded({ encoding }: TagIndex, instead: string): void {
  if (!encoding) return;
  throw new KeywordError(
    'INVALID_OPTION',
    `The list was compiled with the encoder ${encoding.name}, which is needed: use ${instead}, or \`encoder\`.`,
  );
}
