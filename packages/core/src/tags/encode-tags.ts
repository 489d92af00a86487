import { resolveOptions } from '../check-options.js';
import type { Encoder } from '../encoder/encoder.js';
import { cosine, unit, unitVectors } from '../encoder/vectors.js';
import { checkText, KeywordError } from '../errors.js';
import { suggestOptions } from '../options.js';
import { detectLanguage } from '../text/language.js';
import { isAllCapitals } from '../text/terms/accept.js';
import { momentsOf } from './closeness.js';
import { functionWordsOf } from './function-words.js';
import { Learner, type LearnReport } from './learn-tags.js';
import { suggestForText } from './suggest-tags.js';
import type { ResolvedSuggest, SuggestedTag, SuggestOptions, TaggedText } from './tag.js';
import { checkUnencoded, type TagIndex } from './tag-index.js';
import { startingWeights } from './tag-weights.js';

/** Labels that are embedded at once. */
const AT_ONCE = 256;
/** The same text by the same encoder has at least this cosine, whatever computes it. */
const SAME = 0.97;

/**
 * A list of which an encoder of whole texts says what is meant, in place of the word vectors of the model: the cosine of
 * tag and text, the mean over the encoder's background taken off. The labels are embedded once, here.
 *
 * @returns the index with the vectors of its tags; texts are then for {@link suggestTagsWithEncoder}
 * @throws KeywordError INVALID_TAGS where the list has learned without it, or has no label in a language that the encoder
 *   reads; INVALID_MODEL where the encoder gives other vectors than it says
 */
export async function encodeTags(index: TagIndex, encoder: Encoder): Promise<TagIndex> {
  if (index.learned) {
    throw new KeywordError(
      'INVALID_TAGS',
      `The list has learned without the encoder ${encoder.name}, and its weights belong to what it saw. Compile the list with the encoder, and learn again.`,
    );
  }
  const labels = index.labels.all();
  // Lists of one language have labels of another: product names, abbreviations.
  if (!labels.some((label) => reads(encoder, label))) {
    throw new KeywordError(
      'INVALID_TAGS',
      `No label is in a language that the encoder ${encoder.name} reads: ${encoder.languages!.join(', ')}. Use another encoder.`,
    );
  }
  const texts = (encoder.background ?? []).map((vector) => unit(encoder, vector));
  const atLarge = (vector: Float32Array) => texts.reduce((sum, text) => sum + cosine(vector, text) / texts.length, 0);
  const hasMeaning = meaningBy(index, encoder);
  const dim = encoder.dim + 1;
  const vectors = new Float32Array(labels.length * dim);
  for (let from = 0; from < labels.length; from += AT_ONCE) {
    const some = labels.slice(from, from + AT_ONCE);
    const part = await unitVectors(encoder, some, 'keyword');
    for (const [i, vector] of part.entries()) {
      if (!(await hasMeaning(some[i], vector))) continue;
      vectors.set(vector, (from + i) * dim);
      vectors[(from + i + 1) * dim - 1] = atLarge(vector);
    }
  }
  const encoding = { name: encoder.name, dim, vectors, moments: momentsOf(vectors, dim) };
  return { ...index, encoding, weights: startingWeights(true) };
}

/**
 * Checks that an encoder is the one that a list was encoded with, by what it makes of the first label that has a vector.
 *
 * @throws KeywordError INVALID_TAGS when it is not
 */
export async function checkEncoder({ encoding, labels }: TagIndex, encoder: Encoder): Promise<void> {
  if (!encoding) return;
  const { name, dim, vectors } = encoding;
  if (encoder.dim === dim - 1) {
    // Labels without a meaning have no vector.
    const tag = Math.floor(vectors.findIndex((value) => value !== 0) / dim);
    if (tag < 0) return;
    const [first] = await unitVectors(encoder, [labels.at(tag)], 'keyword');
    if (cosine(first, vectors.subarray(tag * dim, tag * dim + encoder.dim)) >= SAME) return;
  }
  throw new KeywordError(
    'INVALID_TAGS',
    `The list was compiled with the encoder ${name}, and ${encoder.name} gives other vectors. Name that encoder, or compile the list again.`,
  );
}

/**
 * {@link suggestTags} for a list that {@link encodeTags} made. A text in a language that the encoder does not read has its
 * tags by the other evidence.
 *
 * @param encoder the one that the list was encoded with
 * @throws KeywordError INVALID_OPTION, INVALID_TEXT as suggestTags; INVALID_MODEL where the encoder gives other vectors than it says
 */
export async function suggestTagsWithEncoder(
  index: TagIndex,
  encoder: Encoder,
  text: string,
  given: SuggestOptions = {},
  titleLength?: number,
): Promise<SuggestedTag[]> {
  return suggestResolved(index, encoder, text, resolveOptions(suggestOptions, given), titleLength);
}

/**
 * {@link suggestTagsWithEncoder} with options that were checked where they came from.
 *
 * @param encoder undefined for a list without one
 */
export async function suggestResolved(
  index: TagIndex,
  encoder: Encoder | undefined,
  text: string,
  options: ResolvedSuggest,
  titleLength?: number,
): Promise<SuggestedTag[]> {
  if (!encoder) checkUnencoded(index, 'suggestTagsWithEncoder');
  const asks = encoder && options.evidence.includes('meaning');
  return suggestForText(index, text, asks ? await textVector(index, encoder, text) : undefined, options, titleLength);
}

/**
 * {@link learnTags} for a list that {@link encodeTags} made. Throws as {@link suggestTagsWithEncoder}.
 *
 * @param encoder undefined for a list without one
 */
export async function learnTagsWithEncoder(
  index: TagIndex,
  encoder: Encoder | undefined,
  texts: Iterable<TaggedText> | AsyncIterable<TaggedText>,
): Promise<LearnReport> {
  if (!encoder) checkUnencoded(index, 'its encoder');
  const learner = new Learner(index);
  for await (const one of texts) learner.add(one, encoder && (await textVector(index, encoder, one.text)));
  return learner.finish();
}

/** What tells whether a label is more than function words to an encoder: one that knows no capitals takes US for us. */
function meaningBy({ model }: TagIndex, encoder: Encoder) {
  const saysNothing = functionWordsOf(model);
  return async (label: string, vector: Float32Array): Promise<boolean> => {
    const isWords = /^[\p{L}\p{M}\s]+$/u.test(label);
    if (!isWords || !model.tokenizer.words(label).every(saysNothing)) return true;
    if (!isAllCapitals(label) || label.length === 1) return false;
    const [small] = await unitVectors(encoder, [label.toLowerCase()], 'keyword');
    return cosine(vector, small) < SAME;
  };
}

const reads = ({ languages }: Encoder, text: string) => !languages || languages.includes(detectLanguage(text));

/** The vector of a text; undefined for one without a word or in a language that the encoder does not read. */
async function textVector({ encoding }: TagIndex, encoder: Encoder, text: string): Promise<Float32Array | undefined> {
  checkText(text);
  if (!encoding || !/\p{L}/u.test(text) || !reads(encoder, text)) return undefined;
  const [vector] = await unitVectors(encoder, [text], 'text');
  return vector;
}
