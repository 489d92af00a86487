import { KeywordError } from '../errors.js';
import type { TextModel } from '../extract/text-model.js';
import { readSafetensors, type SafetensorsFile, type Tensor, writeSafetensors } from '../formats/bytes/safetensors.js';
import { find, numbers, take, tensor } from '../formats/telltale/model-tensors.js';
import { TermFinder } from '../text/terms/term-list.js';
import { findCircle } from './check-tags.js';
import { momentsOf } from './closeness.js';
import { fingerprintOf } from './model-fingerprint.js';
import type { SparseRows } from './rows.js';
import { StringTable } from './string-table.js';
import { evenSpread } from './surroundings.js';
import type { Learned, SaidTags, TagEncoding, TagIndex } from './tag-index.js';
import { featureAt, featureNames, type TagFeature, type TagWeights } from './tag-weights.js';

/*
 * The file of a tag index: one safetensors file with what TagIndex has, by the same shapes. Strings are NAME_bytes, U8,
 * and NAME_offsets, U32; sparse rows NAME_offsets, NAME_columns and NAME_values. `learned_…` is there where something was
 * learned, `said_…` where texts were read, `encoded_…` where an encoder was asked. The metadata say the format, the model it belongs to, the weights and the calibration.
 */

const FORMAT = 'telltale tags 1';
/** A feature of earlier files: 1 for tags that no text had, where now `used` is 1 for the others. */
const UNUSED = 'unused';

/** The bytes of the file of an index, in chunks to be written one after the other. */
export function encodeTagIndex(index: TagIndex): Uint8Array[] {
  const { ids, labels, parents, forms, meaning, encoding, said, learned, weights, model } = index;
  const T = ids.length;
  const F = forms.offsets.length - 1;
  const E = forms.tags.length;
  const tensors: Record<string, Tensor> = {
    ...strings('ids', ids),
    ...strings('labels', labels),
    parents: tensor('I32', [T], parents),
    form_units: tensor('U16', [forms.list.units.length], forms.list.units),
    form_offsets: tensor('U32', [F + 1], forms.list.offsets),
    entry_offsets: tensor('U32', [F + 1], forms.offsets),
    entry_tags: tensor('U32', [E], forms.tags),
    ...strings('spellings', forms.spellings),
    capitals: tensor('U8', [E], forms.capitals),
    rarity: tensor('F32', [T], forms.rarity),
    lengths: tensor('U8', [T], forms.lengths),
    vectors: tensor('F32', [T, meaning.dim], meaning.vectors),
    centre: tensor('F32', [meaning.dim], meaning.centre),
    spread: tensor('F32', [meaning.dim, meaning.dim], meaning.spread),
    background: tensor('F32', [2, meaning.dim], meaning.background),
    moments: tensor('F64', [1 + meaning.dim, meaning.dim], meaning.moments),
    ...strings('stems', meaning.stems),
    ...rows('shares', meaning.shares),
    ...(encoding && {
      encoded_vectors: tensor('F32', [T, encoding.dim], encoding.vectors),
      encoded_moments: tensor('F64', [1 + encoding.dim, encoding.dim], encoding.moments),
    }),
    ...(said && { said_counts: tensor('U32', [T], said.counts) }),
    ...(learned && {
      ...strings('learned_words', learned.words),
      learned_uses: tensor('U32', [T], learned.uses),
      learned_document_frequencies: tensor('U32', [learned.words.length], learned.documentFrequencies),
      ...rows('learned_masses', learned.masses),
    }),
  };
  const metadata = {
    format: FORMAT,
    model: fingerprintOf(model),
    weights: JSON.stringify({ ...weights, values: Array.from(weights.values) }),
    features: featureNames.join(' '),
    ...(said && { said_texts: String(said.texts) }),
    ...(learned && { learned_texts: String(learned.texts) }),
    ...(encoding && { encoder: encoding.name }),
  };
  return writeSafetensors(metadata, tensors);
}

/**
 * Reads the file of an index. Numbers are views of `bytes`, which must not change afterwards.
 *
 * @param model the one that the index was made with
 * @throws KeywordError INVALID_TAGS when the file is damaged, is not an index, or was made with another model
 */
export function decodeTagIndex(bytes: Uint8Array, model: TextModel): TagIndex {
  try {
    return read(readSafetensors(bytes), model);
  } catch (error) {
    if (!(error instanceof KeywordError) || error.code === 'INVALID_TAGS') throw error;
    throw new KeywordError('INVALID_TAGS', `Not a valid tag index: ${error.message}`, { cause: error });
  }
}

/** Whether a file holds a tag index, by its first bytes. */
export function isTagIndex(head: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(head.slice(0, 4096)).includes(`"format":"${FORMAT.replace(/ \d+$/, '')}`);
}

function read(file: SafetensorsFile, model: TextModel): TagIndex {
  const { metadata } = file;
  const format = metadata.get('format');
  if (format !== FORMAT) {
    throw damaged(`its format is ${JSON.stringify(format)}, expected "${FORMAT}". Compile the list again`);
  }
  const made = metadata.get('model');
  const now = fingerprintOf(model);
  if (made !== now) {
    throw damaged(`it was made with the model ${made}, and this is ${now}. Name that model, or compile the list again`);
  }
  const ids = readStrings(file, 'ids');
  const T = ids.length;
  if (T === 0) throw damaged('it has no tags');
  const parents = numbers(take(file, 'parents', ['I32'], [T]), Int32Array);
  if (!parents.every((parent) => parent >= -1 && parent < T) || findCircle(parents)) {
    throw damaged('the parents of its tags are not a hierarchy');
  }
  const dim = find(file, 'centre', ['F32']).shape[0];
  if (dim !== 0 && dim !== model.model.inputVectors?.columns) throw damaged(`its vectors have ${dim} numbers`);
  const vectors = numbers(take(file, 'vectors', ['F32'], [T, dim]), Float32Array);
  const index: TagIndex = {
    model,
    ids,
    labels: readStrings(file, 'labels', T),
    parents,
    forms: readForms(file, T),
    meaning: {
      vectors,
      dim,
      centre: numbers(take(file, 'centre', ['F32'], [dim]), Float32Array),
      // Earlier files were made without.
      spread: file.tensors.has('spread')
        ? numbers(take(file, 'spread', ['F32'], [dim, dim]), Float32Array)
        : evenSpread(dim),
      background: numbers(take(file, 'background', ['F32'], [2, dim]), Float32Array),
      // Earlier files lack them.
      moments: file.tensors.has('moments')
        ? numbers(take(file, 'moments', ['F64'], [1 + dim, dim]), Float64Array)
        : momentsOf(vectors, dim),
      stems: readStrings(file, 'stems'),
      shares: readRows(file, 'shares', T),
    },
    ...(metadata.has('encoder') && { encoding: readEncoding(file, T) }),
    ...(metadata.has('said_texts') && { said: readSaid(file, T) }),
    learned: metadata.has('learned_texts') ? readLearned(file, T) : undefined,
    weights: readWeights(metadata),
  };
  if (index.meaning.shares.offsets.length !== index.meaning.stems.length + 1) throw damaged('its stems have no rows');
  return index;
}

function readEncoding(file: SafetensorsFile, T: number): TagEncoding {
  const dim = find(file, 'encoded_vectors', ['F32']).shape[1] ?? 0;
  if (dim < 2) throw damaged('the vectors of its encoder have no numbers');
  return {
    name: file.metadata.get('encoder')!,
    dim,
    vectors: numbers(take(file, 'encoded_vectors', ['F32'], [T, dim]), Float32Array),
    moments: numbers(take(file, 'encoded_moments', ['F64'], [1 + dim, dim]), Float64Array),
  };
}

function readForms(file: SafetensorsFile, T: number): TagIndex['forms'] {
  const units = numbers(find(file, 'form_units', ['U16']), Uint16Array);
  const offsets = numbers(find(file, 'form_offsets', ['U32']), Uint32Array);
  checkOffsets(offsets, units.length, 'form_offsets');
  const F = offsets.length - 1;
  const tags = numbers(find(file, 'entry_tags', ['U32']), Uint32Array);
  const E = tags.length;
  if (!tags.every((tag) => tag < T)) throw damaged('a form belongs to a tag that is not there');
  const entryOffsets = numbers(take(file, 'entry_offsets', ['U32'], [F + 1]), Uint32Array);
  checkOffsets(entryOffsets, E, 'entry_offsets');
  const list = { units, offsets };
  return {
    list,
    finder: new TermFinder(list),
    offsets: entryOffsets,
    tags,
    spellings: readStrings(file, 'spellings', E),
    capitals: numbers(take(file, 'capitals', ['U8'], [E]), Uint8Array),
    rarity: numbers(take(file, 'rarity', ['F32'], [T]), Float32Array),
    lengths: numbers(take(file, 'lengths', ['U8'], [T]), Uint8Array),
  };
}

function readSaid(file: SafetensorsFile, T: number): SaidTags {
  const texts = readCount(file, 'said_texts');
  const counts = numbers(take(file, 'said_counts', ['U32'], [T]), Uint32Array);
  if (!counts.every((count) => count <= texts)) throw damaged('more texts say a tag than were read');
  return { texts, counts };
}

function readCount({ metadata }: SafetensorsFile, name: string): number {
  const count = Number(metadata.get(name));
  if (!Number.isSafeInteger(count) || count < 0) throw damaged('the number of its texts is invalid');
  return count;
}

function readLearned(file: SafetensorsFile, T: number): Learned {
  const words = readStrings(file, 'learned_words');
  const masses = readRows(file, 'learned_masses', T);
  if (masses.offsets.length !== words.length + 1) throw damaged('its words have no rows');
  return {
    texts: readCount(file, 'learned_texts'),
    uses: numbers(take(file, 'learned_uses', ['U32'], [T]), Uint32Array),
    words,
    documentFrequencies: numbers(take(file, 'learned_document_frequencies', ['U32'], [words.length]), Uint32Array),
    masses,
  };
}

function readWeights(metadata: ReadonlyMap<string, string>): TagWeights {
  const names = (metadata.get('features') ?? '').split(' ');
  const isFormer = names.includes(UNUSED);
  const places = names.map((name) => featureAt[(name === UNUSED ? 'used' : name) as TagFeature]);
  if (places.some((place) => place === undefined)) throw damaged('its weights are of other features');
  let read: { values?: unknown; texts?: unknown; calibration?: { slope?: unknown; offset?: unknown } };
  try {
    read = JSON.parse(metadata.get('weights') ?? '');
  } catch {
    throw damaged('its weights are no JSON');
  }
  const { values, texts, calibration } = read ?? {};
  const areNumbers = Array.isArray(values) && values.length === names.length && values.every(Number.isFinite);
  if (!areNumbers || !Number.isSafeInteger(texts)) throw damaged('its weights are not numbers');
  const { slope, offset } = calibration ?? {};
  // Earlier files lack some features, which say nothing there.
  const weights = new Float64Array(featureNames.length);
  places.forEach((place, i) => {
    weights[place] = (values as number[])[i];
  });
  // What tags without examples had more is what those with examples have less.
  const shift = isFormer ? weights[featureAt.used] : 0;
  if (isFormer) weights[featureAt.used] = -shift;
  const isCalibrated = Number.isFinite(slope) && Number.isFinite(offset);
  return {
    values: weights,
    texts: texts as number,
    calibration: isCalibrated
      ? { slope: slope as number, offset: (offset as number) + shift * (slope as number) }
      : undefined,
  };
}

function strings(name: string, { bytes, offsets }: StringTable): Record<string, Tensor> {
  return {
    [`${name}_bytes`]: tensor('U8', [bytes.length], bytes),
    [`${name}_offsets`]: tensor('U32', [offsets.length], offsets),
  };
}

function readStrings(file: SafetensorsFile, name: string, length?: number): StringTable {
  const { bytes } = find(file, `${name}_bytes`, ['U8']);
  const offsets = numbers(find(file, `${name}_offsets`, ['U32']), Uint32Array);
  checkOffsets(offsets, bytes.length, `${name}_offsets`);
  if (length !== undefined && offsets.length !== length + 1) {
    throw damaged(`it has ${offsets.length - 1} ${name}, expected ${length}`);
  }
  return new StringTable(bytes, offsets);
}

function rows(name: string, { offsets, columns, values }: SparseRows): Record<string, Tensor> {
  return {
    [`${name}_offsets`]: tensor('U32', [offsets.length], offsets),
    [`${name}_columns`]: tensor('U32', [columns.length], columns),
    [`${name}_values`]: tensor('F32', [values.length], values),
  };
}

function readRows(file: SafetensorsFile, name: string, columnCount: number): SparseRows {
  const columns = numbers(find(file, `${name}_columns`, ['U32']), Uint32Array);
  const offsets = numbers(find(file, `${name}_offsets`, ['U32']), Uint32Array);
  checkOffsets(offsets, columns.length, `${name}_offsets`);
  for (let at = 0; at < columns.length; at++) {
    if (columns[at] >= columnCount) throw damaged(`${name}_columns names tag ${columns[at]} of ${columnCount}`);
  }
  return { offsets, columns, values: numbers(take(file, `${name}_values`, ['F32'], [columns.length]), Float32Array) };
}

function checkOffsets(offsets: Uint32Array, end: number, name: string): void {
  let before = 0;
  for (let i = 0; i < offsets.length; i++) {
    if (offsets[i] < before || (i === 0 && offsets[i] !== 0)) throw damaged(`${name} do not ascend at ${i}`);
    before = offsets[i];
  }
  if (offsets.length === 0 || before !== end) throw damaged(`${name} end at ${before}, expected ${end}`);
}

function damaged(reason: string): KeywordError {
  return new KeywordError('INVALID_TAGS', `Not a usable tag index: ${reason}.`);
}
