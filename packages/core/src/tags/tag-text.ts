import { marksIn, mayHaveAddresses } from '../text/marks.js';
import { spansOf } from '../text/reading/spans.js';
import { hasMeantCapitals, isOpaque, mayStand } from '../text/terms/accept.js';
import { foldText } from '../text/terms/fold.js';
import { type KnownWord, knownWordsOf } from './known-words.js';
import type { TagIndex } from './tag-index.js';

/** A place where a text says a tag. */
export interface Mention {
  /** Entry of the forms of the index. */
  readonly entry: number;
  /** [start, end) in the text as given. */
  readonly start: number;
  readonly end: number;
  /** Whether it is within a longer mention of another tag. */
  readonly nested: boolean;
}

/** A word of a text. */
export interface TextWord {
  readonly word: string;
  readonly known: KnownWord;
  /** How often the text has it. */
  count: number;
}

/** What the tags of a list are compared with. */
export interface TagText {
  /** Distinct words in the order they first appear. */
  readonly words: readonly TextWord[];
  /** Mentions by tag, in the order of the text. */
  readonly mentions: ReadonlyMap<number, readonly Mention[]>;
  /** Code units of the text. */
  readonly length: number;
  /** Code units at its beginning that are its title; 0 without one. */
  readonly title: number;
  /** Its vector of length 1 by the encoder of the list; undefined without one. */
  readonly vector?: Float32Array | undefined;
}

/** Letters of scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Cuts a text into words and finds the tags that it says.
 *
 * @param vector of the text by the encoder of the list, kept as it is
 * @param title code units at the beginning that are the title
 */
export function readTagText({ model, forms }: TagIndex, given: string, vector?: Float32Array, title = 0): TagText {
  // Addresses mention nothing, and their parts are no words.
  const text = withoutAddresses(given);
  const { tokenizer } = model;
  // Where words are apart anyway only they are asked for, which takes a third of the time.
  const tokens = UNSPACED.test(text) ? tokenizer.tokenize(text) : [];
  const knownWord = knownWordsOf(model);
  const found = new Map<string, TextWord>();
  for (const word of tokens.length > 0 ? tokens.map((token) => token.word) : tokenizer.words(text)) {
    const before = found.get(word);
    if (before) before.count++;
    else found.set(word, { word, known: knownWord(word), count: 1 });
  }
  const words = [...found.values()];
  const folded = foldText(text, tokenizer);
  const isWord = (word: string) => knownWord(word).index >= 0;
  const mentions = new Map<number, Mention[]>();
  const matches = forms.finder.find(folded).filter((match) => mayStand(folded, match, tokens, isWord));
  // By start and then by length: what is within another begins no earlier, and ends no later than one before or after it.
  let reach = 0;
  matches.forEach(({ term, start, end }, m) => {
    const nested = end <= reach || matches[m + 1]?.start === start;
    reach = Math.max(reach, end);
    const from = folded.startOf(start);
    const to = folded.endOf(end - 1);
    for (let entry = forms.offsets[term]; entry < forms.offsets[term + 1]; entry++) {
      if (forms.capitals[entry] && !hasMeantCapitals(text, from, to)) continue;
      const tag = forms.tags[entry];
      const of = mentions.get(tag) ?? [];
      mentions.set(tag, of);
      of.push({ entry, start: from, end: to, nested });
    }
  });
  return { words, mentions, length: text.length, title, vector };
}

function withoutAddresses(text: string): string {
  if (!mayHaveAddresses(text)) return text;
  // Nothing else is an address, but may be what an address is a part of.
  const marks = [...marksIn(text)];
  if (!marks.some(({ kind }) => isOpaque(kind))) return text;
  let out = '';
  for (const { start, end, kind } of spansOf(text, marks)) {
    if (isOpaque(kind)) out += text.slice(out.length, start) + ' '.repeat(end - start);
  }
  return out + text.slice(out.length);
}
