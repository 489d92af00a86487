import { KeywordError } from '../errors.js';
import type { ConditionalModel } from '../model/conditional-model.js';
import type { WordCounts } from '../model/node-tally.js';
import { NAME_DOTS } from '../text/chinese-characters.js';
import { readTokens } from '../text/reading/read-tokens.js';
import { endOfTitle, oneLineTitle } from '../text/reading/title.js';
import { newFloats, newIntegers, Scratch } from '../text/scratch.js';
import type { TermTable } from '../text/term-table.js';
import type { Token, Tokenizer, TokenizerName } from '../text/tokenizer.js';
import { knownWords } from './known-words.js';
import { type Entry, lexiconOf } from './lexicon.js';

/** A word of a text with all its occurrences. */
export interface TextWord {
  /** Place in the words of the text. */
  readonly place: number;
  /** Place among the distinct words of the text that are in the vocabulary, −1 for one that is not. */
  readonly known: number;
  /** Place of the first word of the text with the same key: all spellings of one word have the same. */
  readonly root: number;
  readonly entry: Entry;
  /** As the vocabulary spells it. */
  readonly word: string;
  /** Index in the vocabulary, −1 when it is not there. */
  readonly index: number;
  /** Vector (D) of a word out of the vocabulary, where the model can make one: it may be chosen, but not explained. */
  readonly vector: Float32Array | undefined;
  /** Occurrences in the text. */
  count: number;
}

/** A text cut into words. */
export interface TextAnalysis {
  /** What was cut: the text, with a title that was given apart and an empty line before it, unless the text begins with it. */
  readonly text: string;
  /** Code units that come before the text as given: those of its title; 0 without one. */
  readonly before: number;
  /** Tokens of the title, given apart or found in the text; 0 without one. */
  readonly titleTokens: number;
  /** What cut it. */
  readonly tokenizer: TokenizerName;
  /** The terms of its language, where they are kept. */
  readonly terms: TermTable | undefined;
  readonly tokens: readonly Token[];
  /** The distinct words in the order they first appear. */
  readonly words: readonly TextWord[];
  /** (tokens) the place of each token's word in `words`. */
  readonly wordOfToken: Int32Array;
  /** The in-vocabulary words with their counts: what scoring sees of the text. */
  readonly wordCounts: WordCounts;
}

/** The words of a text as the tokenizer cuts them, those that a model lacks parted ({@link knownWords}), or as {@link readTokens} has them. */
export function cutText(
  text: string,
  tokenizer: Tokenizer,
  { vocabulary }: ConditionalModel,
  asTrained: boolean,
): Token[] {
  return asTrained
    ? knownWords(tokenizer.tokenize(text), vocabulary)
    : readTokens(text, tokenizer, (word) => vocabulary.indexOf(word) !== undefined);
}

/**
 * Cuts a text and looks its words up.
 *
 * @param title the title where it is given apart
 * @param asTrained the words as the tokenizer cuts them, which are those that the model was trained on; else as
 *   {@link readTokens} has them
 * @param cut cuts the text, with its title before it
 * @throws KeywordError INVALID_TEXT when there is no word in it
 */
export function analyzeText(
  given: string,
  tokenizer: Tokenizer,
  model: ConditionalModel,
  title = '',
  asTrained = false,
  cut: (text: string) => readonly Token[] = (text) => cutText(text, tokenizer, model, asTrained),
): TextAnalysis {
  const titleLine = title === '' ? '' : oneLineTitle(title);
  const isApart = titleLine !== '' && !isFirstLine(titleLine, given);
  const text = isApart ? `${titleLine}\n\n${given}` : given;
  const before = text.length - given.length;
  const tokens = cut(text);
  if ((tokens.at(-1)?.end ?? 0) <= before)
    throw new KeywordError('INVALID_TEXT', 'The text is empty: there is no word to choose from.', {
      zh: '文本是空的：没有可选的词。',
    });
  const { words, wordOfToken, known } = wordsOf(tokens, model);
  joinLastNames(words);
  const wordCounts = { words: newIntegers(known), counts: newFloats(known) };
  for (const { index, known, count } of words) {
    if (index < 0) continue;
    wordCounts.words[known] = index;
    wordCounts.counts[known] = count;
  }
  const titleEnd = titleLine === '' ? endOfTitle(text) : text.search(/\S/) + titleLine.length;
  const titleTokens = countUntil(tokens, titleEnd);
  const { name } = tokenizer.description;
  const terms = tokenizer.terms?.();
  return { text, before, titleTokens, tokenizer: name, terms, tokens, words, wordOfToken, wordCounts };
}

/** Places of the first words with each key and 1, by the hash of the key. */
const roots = new Scratch();
/** Texts whose words were looked up. */
let texts = 0;
/** From here on code units are Chinese, and no two words of such have one key. */
const FIRST_HAN = 0x3400;

/** Distinct words, the place of each token's among them, and how many of them are in the vocabulary. */
function wordsOf(tokens: readonly Token[], model: ConditionalModel) {
  const lexicon = lexiconOf(model);
  const text = ++texts;
  const words: TextWord[] = [];
  const wordOfToken = newIntegers(tokens.length);
  const mask = 2 ** Math.ceil(Math.log2(2 * tokens.length + 1)) - 1;
  const slots = roots.zeros(mask + 1);
  let known = 0;
  /** Places of words whose entries are new: one with an older entry may have lost it since it was here. */
  let places: Map<string, number> | undefined;
  const placeOf = (word: string) => {
    places ??= new Map();
    for (let place = places.size; place < words.length; place++) places.set(words[place].word, place);
    return places.get(word);
  };
  for (let t = 0; t < tokens.length; t++) {
    const { word } = tokens[t];
    const entry = lexicon.of(word);
    let place = entry.text === text ? entry.place : entry.text === 0 ? placeOf(word) : undefined;
    if (place === undefined) {
      place = words.length;
      const { index, key } = entry;
      let root = place;
      if (key.charCodeAt(0) < FIRST_HAN || model.keyOf) {
        let slot = entry.keyHash & mask;
        while (slots[slot] !== 0 && words[slots[slot] - 1].entry.key !== key) slot = (slot + 1) & mask;
        if (slots[slot] === 0) slots[slot] = place + 1;
        root = slots[slot] - 1;
      }
      if (index >= 0) words.push({ place, known: known++, root, entry, word, index, vector: undefined, count: 0 });
      else words.push({ place, known: -1, root, entry, word, index, vector: model.subwordVector?.(word), count: 0 });
    }
    entry.text = text;
    entry.place = place;
    words[place].count++;
    wordOfToken[t] = place;
  }
  return { words, wordOfToken, known };
}

/** The last part of a foreign name, which the text may say alone: 罗森斯坦 of 罗德·罗森斯坦. */
const LAST_NAME = new RegExp(`^.+[${NAME_DOTS}](\\p{Script=Han}{2,})$`, 'u');

/**
 * Makes spellings of one word of a foreign name and its last part, which are one person; not where two names end in it, as
 * 乔治·布什 and 芭芭拉·布什.
 */
function joinLastNames(words: TextWord[]): void {
  let names: Map<string, number[]> | undefined;
  for (const { place, word } of words) {
    const last = word.length > 3 && word.charCodeAt(0) > 0x24f ? LAST_NAME.exec(word)?.[1] : undefined;
    if (!last) continue;
    names ??= new Map();
    const before = names.get(last);
    if (before) before.push(place);
    else names.set(last, [place]);
  }
  if (!names) return;
  for (const { place: other, word } of words) {
    const [name, ...more] = names.get(word) ?? [];
    if (name === undefined || more.length > 0) continue;
    const later = Math.max(name, other);
    words[later] = { ...words[later], root: Math.min(name, other) };
  }
}

/** Whether a text begins with its title: then it is not said twice. */
function isFirstLine(title: string, text: string): boolean {
  const start = text.search(/\S/);
  return text.startsWith(title, start) && /^[^\S\r\n]*(?:[\r\n]|$)/.test(text.slice(start + title.length));
}

/** Tokens that begin before an offset. */
export function countUntil(tokens: readonly Token[], offset: number): number {
  let count = 0;
  while (count < tokens.length && tokens[count].start < offset) count++;
  return count;
}
