import { stemmer } from 'stemmer';
import { lexiconOf } from '../extract/lexicon.js';
import type { TextModel } from '../extract/text-model.js';
import { KeptWords } from '../text/kept-words.js';
import { isStopWord } from '../text/stop-words.js';
import { isAllCapitals } from '../text/terms/accept.js';
import { wordWeight } from './word-vectors.js';

/** What tagging asks of a word of a text or label. */
export interface KnownWord {
  /** Index in the vocabulary, −1 when it is not there. */
  readonly index: number;
  /** Surprise beyond that of common words, in nats; 0 for what has no letter in it. */
  readonly surprise: number;
  /** What it counts in the vector of a text: surprise, less for what people seldom choose as keywords, 0 for function words. */
  readonly weight: number;
  /** What the forms of the word have in common: by its language, or of an English word all but its endings. */
  readonly stem: string;
  /** Where the list at hand has its stem, and where the word was learned of. */
  readonly stemPlace: KeptPlace;
  readonly learnedPlace: KeptPlace;
}

/** Where a string is in a map, kept from text to text: nearly always it is asked of the same one. */
class KeptPlace {
  private readonly string: string;
  private map: ReadonlyMap<string, number> | undefined;
  private place: number | undefined;

  constructor(string: string) {
    this.string = string;
  }

  in(map: ReadonlyMap<string, number>): number | undefined {
    if (this.map !== map) {
      this.map = map;
      this.place = map.get(this.string);
    }
    return this.place;
  }
}

const kept = new WeakMap<TextModel, KeptWords<KnownWord>>();
/** How far {@link keynessOf} is followed. */
const KEYNESS = 0.5;

/** What looks up words for a model, each once for all texts: most words of a text are in many others. */
export function knownWordsOf(of: TextModel): (word: string) => KnownWord {
  const words = kept.get(of) ?? new KeptWords<KnownWord>();
  kept.set(of, words);
  const { model, stopWords } = of;
  const lexicon = lexiconOf(model);
  return (word) => {
    const known = words.get(word);
    if (known) return known;
    const { index, idf, keyness } = lexicon.of(word);
    const surprise = /\p{L}/u.test(word) ? wordWeight(idf) : 0;
    const saysNothing = isStopWord(word, stopWords) && !isAllCapitals(word);
    const weight = saysNothing ? 0 : surprise * Math.exp(KEYNESS * keyness);
    const stem = model.keyOf?.(word) ?? englishStem(word);
    const found = { index, surprise, weight, stem, stemPlace: new KeptPlace(stem), learnedPlace: new KeptPlace(word) };
    words.set(word, found);
    return found;
  };
}

const englishStem = (word: string) => (/^[a-z]{3,}$/.test(word) ? stemmer(word) : word);
