import type { ConditionalModel } from '../model/conditional-model.js';
import { hashOf } from '../text/feature-hash.js';
import { KeptWords } from '../text/kept-words.js';
import { keptStopWords } from '../text/stop-words.js';
import type { TermTable } from '../text/term-table.js';
import type { Token } from '../text/tokenizer.js';
import { type WordClass, wordClass } from '../text/word-class.js';
import { inverseDocumentFrequency } from './idf.js';
import { keynessOf } from './keyness.js';
import { keyFor } from './variants.js';

/** What extraction asks of a word in every text it occurs in. */
export interface Entry {
  /** As the vocabulary spells it. */
  readonly word: string;
  /** Index in the vocabulary, −1 when it is not there. */
  readonly index: number;
  readonly idf: number;
  /** log(occurrences / documents with it) in the corpus, ≥ 0; 0 where that is not known. Words of a topic come in bursts. */
  readonly burstiness: number;
  /** What its spellings have in common, see {@link keyFor}. */
  readonly key: string;
  readonly keyHash: number;
  /** How much oftener than other words it is in keywords, see {@link keynessOf}. */
  readonly keyness: number;
  /** The class it had when it was last looked at, and by what. */
  class: WordClass | undefined;
  tag: string | undefined;
  stopWords: ReadonlySet<string> | undefined;
  /** Whether a text can be about it, and by which terms. */
  termhood: number;
  terms: TermTable | undefined;
  /** The last text that had it, by the number of that text, and its place there; 0 without one. */
  text: number;
  place: number;
}

/** Words that texts had, looked up once for all texts: most of the words of a text are in many others. */
export class Lexicon {
  private readonly model: ConditionalModel;
  private readonly entries = new KeptWords<Entry>();

  constructor(model: ConditionalModel) {
    this.model = model;
  }

  of(word: string): Entry {
    return this.entries.get(word) ?? this.add(word);
  }

  private add(word: string): Entry {
    const { vocabulary } = this.model;
    const index = vocabulary.indexOf(word) ?? -1;
    const idf = inverseDocumentFrequency(vocabulary, index);
    const documents = index < 0 ? 0 : vocabulary.documentFrequencies[index];
    const burstiness = documents > 0 ? Math.log(vocabulary.counts[index] / documents) : 0;
    const key = keyFor(this.model, word);
    const keyness = keynessOf(key);
    // One literal: V8 gives every copy of an object by spread a shape of its own, and then finds no property fast.
    const entry: Entry = {
      word,
      index,
      idf,
      burstiness,
      key,
      keyHash: hashOf(key, 0),
      keyness,
      class: undefined,
      tag: undefined,
      stopWords: undefined,
      termhood: 0,
      terms: undefined,
      text: 0,
      place: 0,
    };
    this.entries.set(word, entry);
    return entry;
  }
}

const lexicons = new WeakMap<ConditionalModel, Lexicon>();

/** The lexicon of a model: made with its first text. */
export function lexiconOf(model: ConditionalModel): Lexicon {
  const lexicon = lexicons.get(model) ?? new Lexicon(model);
  lexicons.set(model, lexicon);
  return lexicon;
}

/** {@link wordClass} of a token that is a word with this entry. */
export function classOf(entry: Entry, token: Token, stopWords: ReadonlySet<string> = keptStopWords): WordClass {
  if (!entry.class || entry.tag !== token.partOfSpeech || entry.stopWords !== stopWords) {
    entry.class = wordClass(token, stopWords);
    entry.tag = token.partOfSpeech;
    entry.stopWords = stopWords;
  }
  return entry.class;
}
