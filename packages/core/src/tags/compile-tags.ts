import { checkModel } from '../extract/extract-keywords.js';
import { lexiconOf } from '../extract/lexicon.js';
import type { TextModel } from '../extract/text-model.js';
import { scaleToUnit } from '../math/unit.js';
import { capitalsMatter, isAllCapitals } from '../text/terms/accept.js';
import { foldTerm } from '../text/terms/fold.js';
import { LONGEST_TERM, TermFinder, termList } from '../text/terms/term-list.js';
import { checkTags } from './check-tags.js';
import { momentsOf } from './closeness.js';
import { functionWordsOf } from './function-words.js';
import { knownWordsOf } from './known-words.js';
import { sparseRows } from './rows.js';
import { StringTable } from './string-table.js';
import { surroundingsOf } from './surroundings.js';
import type { Tag } from './tag.js';
import type { TagForms, TagIndex, TagMeaning } from './tag-index.js';
import { startingWeights } from './tag-weights.js';
import { WordVectors, wordWeight } from './word-vectors.js';

/** Words of a description count this much beside those of the label. */
const DESCRIPTION_WEIGHT = 0.3;

/**
 * Makes a list of tags ready for texts: once for a list, never per text. 100,000 tags take some seconds and 100 MB.
 *
 * @param list tags with ids and labels of their own; see `readTagList` for files
 * @param model cuts the texts and knows what words mean; without vectors (co-occurrence counts) there is no `meaning`
 * @throws KeywordError INVALID_TAGS for an empty list, labels or ids that are empty or there twice, and parents that
 *   are missing or go round in a circle; INVALID_OPTION for anything but a model
 */
export function compileTags(list: Iterable<Tag>, model: TextModel): TagIndex {
  checkModel(model);
  const tags = Array.from(list);
  const parents = checkTags(tags);
  const words = tags.map(({ label }) => model.tokenizer.words(label));
  const capitalsMean = capitalsMatter(tags.map(({ label }) => label));
  return {
    model,
    ids: StringTable.from(tags.map(({ id }) => id)),
    labels: StringTable.from(tags.map(({ label }) => label)),
    parents,
    forms: compileForms(tags, words, model, capitalsMean),
    meaning: compileMeaning(tags, words, model, capitalsMean),
    learned: undefined,
    weights: startingWeights(),
  };
}

function compileForms(
  tags: readonly Tag[],
  words: readonly string[][],
  model: TextModel,
  capitalsMean: boolean,
): TagForms {
  const entries = new Map<string, { tag: number; spelling: string }[]>();
  tags.forEach(({ label, synonyms = [] }, tag) => {
    for (const spelling of [label, ...synonyms]) {
      const form = foldTerm(spelling, model.tokenizer);
      if (form === '' || form.length > LONGEST_TERM) continue;
      const of = entries.get(form) ?? [];
      entries.set(form, of);
      if (!of.some((entry) => entry.tag === tag)) of.push({ tag, spelling });
    }
  });
  const sorted = [...entries.keys()].sort();
  const all = sorted.map((form) => entries.get(form)!);
  const offsets = new Uint32Array(all.length + 1);
  all.forEach((of, f) => {
    offsets[f + 1] = offsets[f] + of.length;
  });
  const flat = all.flat();
  const list = termList(sorted);
  const lexicon = lexiconOf(model.model);
  const meanRarity = (of: readonly string[]) => {
    const rarities = of.map((word) => lexicon.of(word).idf);
    const telling = rarities.filter((idf) => wordWeight(idf) > 0);
    return telling.length > 0 ? telling.reduce((sum, idf) => sum + idf, 0) / telling.length : Math.max(0, ...rarities);
  };
  return {
    list,
    finder: new TermFinder(list),
    offsets,
    tags: Uint32Array.from(flat, ({ tag }) => tag),
    spellings: StringTable.from(flat.map(({ spelling }) => spelling)),
    capitals: Uint8Array.from(flat, ({ spelling }) => (capitalsMean && isAllCapitals(spelling) ? 1 : 0)),
    rarity: Float32Array.from(words, meanRarity),
    lengths: Uint8Array.from(words, (of) => Math.min(255, of.length)),
  };
}

function compileMeaning(
  tags: readonly Tag[],
  words: readonly string[][],
  model: TextModel,
  capitalsMean: boolean,
): TagMeaning {
  const { centre, spread, documents } = surroundingsOf(model.model);
  const dim = centre.length;
  const vectors = new Float32Array(tags.length * dim);
  const ofWord = new WordVectors(model.model, { centre, spread });
  const saysNothing = functionWordsOf(model);
  // R of "R language" says much, and beside other words "of" little anyway.
  const telling = words.map((of) => (of.every(saysNothing) ? [] : of));
  const list = new Float64Array(dim);
  tags.forEach(({ description }, tag) => {
    const sum = new Float64Array(dim);
    if (dim > 0) {
      for (const word of telling[tag]) ofWord.add(word, 1, sum);
      for (const word of description ? model.tokenizer.words(description) : []) {
        if (!saysNothing(word)) ofWord.add(word, DESCRIPTION_WEIGHT, sum);
      }
    }
    vectors.set(scaleToUnit(ofWord.level(sum)), tag * dim);
    for (let d = 0; d < dim; d++) list[d] += sum[d];
  });
  const knownWord = knownWordsOf(model);
  const places = new Map<string, number>();
  const shares: [number, number, number][] = [];
  telling.forEach((of, tag) => {
    // The word "us" of a text says nothing of US.
    if (capitalsMean && isAllCapitals(tags[tag].label)) return;
    const known = of.map(knownWord);
    const total = known.reduce((sum, { surprise }) => sum + surprise, 0);
    known.forEach(({ surprise, stem }) => {
      if (surprise === 0) return;
      const place = places.get(stem) ?? places.size;
      places.set(stem, place);
      shares.push([place, tag, surprise / total]);
    });
  });
  return {
    vectors,
    dim,
    centre,
    spread,
    background: orthonormal([documents, list]),
    moments: momentsOf(vectors, dim),
    stems: StringTable.from([...places.keys()]),
    shares: sparseRows(places.size, shares),
  };
}

/** (vectors, D) the vectors, each without what it has of those before it, of length 1. */
function orthonormal(vectors: readonly Float64Array[]): Float32Array {
  const dim = vectors[0].length;
  const out = new Float32Array(vectors.length * dim);
  vectors.forEach((vector, i) => {
    const rest = scaleToUnit(Float64Array.from(vector));
    for (let j = 0; j < i; j++) {
      let part = 0;
      for (let d = 0; d < dim; d++) part += rest[d] * out[j * dim + d];
      for (let d = 0; d < dim; d++) rest[d] -= part * out[j * dim + d];
    }
    out.set(scaleToUnit(rest), i * dim);
  });
  return out;
}
