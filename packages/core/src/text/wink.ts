import type englishModel from 'wink-eng-lite-web-model';
import type { WinkMethods, default as WinkNlp } from 'wink-nlp';
import type { Cutter, Piece } from './cutter-tokenizer.js';
import { correctImperatives } from './imperatives.js';
import { KeptWords } from './kept-words.js';
import { type EnglishTagger, englishTagger, hashesOfWord, taggerWords, type WordHashes } from './tagger-en.js';
import { correctUsualVerbs } from './usual-verbs.js';

/** The library with its language model, and the weights of our tagger. */
export interface WinkParts {
  readonly winkNLP: typeof WinkNlp;
  readonly model: typeof englishModel;
  /** What {@link englishTagger} takes. */
  readonly taggerWeights: Uint8Array;
}

/** Names and versions of the library and its language, as model files record them; a test compares them. */
export const winkVersion = 'wink-nlp 2.4.0, wink-eng-lite-web-model 1.8.1';

/**
 * English words by wink-nlp, with the parts of speech of Universal Dependencies (NOUN, PROPN, ADJ …) by
 * {@link englishTagger}.
 *
 * @param load called on first use, for loading library and model takes a while
 */
export function winkCutter(load: () => WinkParts): Cutter {
  let loaded: { readonly make: () => Wink; wink: Wink; readonly tagger: EnglishTagger } | undefined;
  let read = 0;

  function parts(): NonNullable<typeof loaded> {
    if (!loaded) {
      const { winkNLP, model, taggerWeights } = load();
      const make = () => wink(winkNLP(model, ['pos']));
      loaded = { make, wink: make(), tagger: englishTagger(taggerWeights) };
    }
    return loaded;
  }

  function cutWords(text: string, hashes?: WordHashes[]): string[] {
    const all = parts();
    const words = wordsOf(all.wink, text, hashes);
    read += words.length;
    if (read >= BETWEEN_LOOKS) {
      read = 0;
      if (keptWords(all.wink.nlp) - all.wink.entries > MOST_NEW) all.wink = all.make();
    }
    return words;
  }

  return {
    // Names are told by their capitals.
    keepsCase: true,
    cut: (text) => pieces(text, cutWords(text)).map(({ word }) => word),
    tag(text) {
      const hashes: WordHashes[] = [];
      const words = cutWords(text, hashes);
      // What is above a line ends as a sentence does; the tagger has learned from sentences alone.
      const breaks: number[] = [];
      for (let at = 0; at < words.length; at++)
        if (words[at].charCodeAt(0) <= CR && words[at].includes('\n')) breaks.push(at);
      for (const at of breaks) if (!ENDS_CLAUSE.test(words[at - 1] ?? '')) hashes[at] = FULL_STOP_HASHES;
      const tags = parts().tagger(hashes);
      for (const at of breaks) tags[at] = 'PUNCT';
      correctUsualVerbs(words, tags, hashes);
      correctImperatives(words, tags);
      return pieces(text, words, tags);
    },
  };
}

/** Line breaks begin with it or with \n. */
const CR = 0x0d;
const ENDS_CLAUSE = /^[.,;:!?)-]$/;
const [FULL_STOP_HASHES] = taggerWords(['.'], () => 'PUNCT');

/** New words, at most, before wink is created again: it keeps each one that it has seen, with 100 bytes, and forgets none. */
const MOST_NEW = 1 << 18;
/** Words that are read before it is looked how many it keeps. */
const BETWEEN_LOOKS = 1 << 16;

/** The library, and how many words its dictionary has. */
export interface Wink {
  readonly nlp: WinkMethods;
  readonly entries: number;
}

/** @param nlp new, with its tagger */
export const wink = (nlp: WinkMethods): Wink => ({ nlp, entries: keptWords(nlp) });

/**
 * The tag that wink's dictionary has of a word in small letters; undefined if it has none, for what wink makes of the endings
 * of unknown words (jamal an adjective) misleads.
 */
export function dictionaryTag(wink: Wink, word: string): string | undefined {
  return word.length > LONGEST_RUN ? undefined : tagOfOne(wink, wink.nlp.readDoc(word).tokens());
}

function tagOfOne({ nlp, entries }: Wink, tokens: Tokens): string | undefined {
  if (tokens.length() !== 1) return undefined;
  const [id] = tokens.out(nlp.its.uniqueId) as unknown as number[];
  return id < entries ? (tokens.out(nlp.its.pos) as string[])[0] : undefined;
}

type Tokens = ReturnType<ReturnType<WinkMethods['readDoc']>['tokens']>;

let looks = 0;

/** How many words wink keeps: the number that it gives to one that it cannot know. */
function keptWords(nlp: WinkMethods): number {
  return (nlp.readDoc(`zq${looks++}q`).tokens().out(nlp.its.uniqueId) as unknown as number[])[0];
}

/** Characters without white space, at most, that wink is given: its time grows with their square or cube. */
const LONGEST_RUN = 200;
const LONG_RUN = new RegExp(`\\S{${LONGEST_RUN + 1},}`, 'g');
/** Words of a run that is too long, one of each run of one sign; it is not English, so it is cut by this alone. */
const RUN_WORD = /[\p{L}\p{M}\p{N}]+|([^\p{L}\p{M}\p{N}\s])\1*/gu;

/** @param hashes is added to: what the tagger wants of each word */
function wordsOf(wink: Wink, text: string, hashes?: WordHashes[]): string[] {
  const words: string[] = [];
  const addWord = (word: Word) => {
    words.push(word.text);
    if (!hashes) return;
    word.hashes ??= hashesOf(wink, word.text);
    hashes.push(word.hashes);
  };
  const add = (chunk: Chunk) => {
    if (isWord(chunk)) addWord(chunk);
    else for (let w = 0; w < chunk.length; w++) addWord(chunk[w]);
  };
  const read = (start: number, end: number) => {
    if (start === end) return;
    if (end - start <= LONGEST_RUN) add(chunkOf(wink, text.slice(start, end)));
    else readLong(text.slice(start, end));
  };
  const readLong = (chunk: string) => {
    let at = 0;
    for (const { index, 0: run } of chunk.matchAll(LONG_RUN)) {
      if (index > at) add(chunkOf(wink, chunk.slice(at, index)));
      for (const [word] of run.matchAll(RUN_WORD)) add({ text: word, hashes: undefined });
      at = index + run.length;
    }
    if (at < chunk.length) add(chunkOf(wink, chunk.slice(at)));
  };
  for (let at = 0; at < text.length; ) {
    let end = at;
    while (end < text.length && text.charCodeAt(end) !== 0x20 && breakAt(text, end) === 0) end++;
    read(at, end);
    at = end + 1;
    // Line breaks are parts, too: to wink they are words of their own.
    let after = end;
    while (breakAt(text, after) > 0) after += breakAt(text, after);
    if (after === end) continue;
    read(end, after);
    at = after;
  }
  return words;
}

/** Code units of the line break at a place: \n, \r\n or none. */
function breakAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit === 0x0a) return 1;
  return unit === 0x0d && text.charCodeAt(at + 1) === 0x0a ? 2 : 0;
}

/** Code units of what is kept between two spaces; longer ones do not come again. */
const LONGEST_KEPT = 30;
/** A word, and what the tagger wants of it, found when it is first asked. */
interface Word {
  readonly text: string;
  hashes: WordHashes | undefined;
}
/** The words of what is between two spaces: nearly always one, which is found faster where no list is around it. */
type Chunk = Word | readonly Word[];
const isWord = (chunk: Chunk): chunk is Word => !Array.isArray(chunk);

/** What is between two spaces or line breaks: wink cuts each on its own, and in most texts most have been seen. */
const chunks = new KeptWords<Chunk>(LONGEST_KEPT, 1 << 16);

function chunkOf(wink: Wink, text: string): Chunk {
  const known = chunks.get(text);
  if (known) return known;
  const tokens = wink.nlp.readDoc(text).tokens();
  const words = (tokens.out(wink.nlp.its.value) as string[]).flatMap(partPossessive);
  // To read a word again for its tag would take as long.
  const hashes = isOneWord(words, text) ? taggerWords(words, () => tagOfOne(wink, tokens))[0] : undefined;
  const chunk =
    words.length === 1 ? { text: words[0], hashes } : words.map((word) => ({ text: word, hashes: undefined }));
  chunks.set(text, chunk);
  return chunk;
}

/** "McDonald's." has the 's apart, as "McDonald's" has; wink leaves it where a sign follows. */
function partPossessive(word: string): string[] {
  return /[\p{L}\p{N}]['’]s$/iu.test(word) ? [word.slice(0, -2), word.slice(-2)] : [word];
}

/** Whether a chunk is a word of dictionaries. */
const isOneWord = (words: readonly string[], text: string) =>
  words.length === 1 && words[0] === text && text === text.toLowerCase();

/** What the tagger wants of a word, by what is kept of it where it is between two spaces. */
function hashesOf(wink: Wink, spelt: string): WordHashes {
  // The tagger has learned from texts with straight apostrophes.
  const word = spelt.replace('’', "'");
  const small = word.toLowerCase();
  const chunk = word.length > LONGEST_KEPT ? undefined : chunkOf(wink, small);
  if (!chunk || !isWord(chunk) || !chunk.hashes || chunk.text !== small)
    return taggerWords([word], () => dictionaryTag(wink, small))[0];
  return small === word ? chunk.hashes : hashesOfWord(word, chunk.hashes.wordClass);
}

/** Abbreviations to wink, even at the end of a sentence, where in small letters they are words. */
const wordsWithStop = /^(ark|fig|gal|gen|ill|in|mar|mass|miss|no|ore|rep|sat|sun|wash|wed)\.$/;
/** Those that are names with a capital where such a word is before them: the Sun, their Mass; on Sun. is a day. */
const namesWithStop = /^(Ark|Mass|Sun|Wash)\.$/;
const beforeName = /^(a|the|this|its|our|their|your|my)$/i;
const sentenceEnd = /^\s*(["'”’)\]\n\p{Lu}]|$)/u;

const FULL_STOP = 0x2e;
const SPACE: Piece = { word: ' ' };

function pieces(text: string, words: readonly string[], tags?: readonly string[]): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    const start = text.indexOf(words[i], at);
    if (start > at) found.push(start === at + 1 && text[at] === ' ' ? SPACE : { word: text.slice(at, start) });
    at = start + words[i].length;
    const isStopped = text.charCodeAt(at - 1) === FULL_STOP;
    const isName = isStopped && namesWithStop.test(words[i]) && beforeName.test(words[i - 1] ?? '');
    if (isStopped && (isName || wordsWithStop.test(words[i])) && sentenceEnd.test(text.slice(at, at + 8))) {
      const word = words[i].slice(0, -1);
      const tag = tags?.[i] === 'PROPN' && !isName ? 'NOUN' : tags?.[i];
      found.push(tag === undefined ? { word } : { word, partOfSpeech: tag }, { word: '.' });
    } else found.push(tags ? { word: words[i], partOfSpeech: tags[i] } : { word: words[i] });
  }
  if (at < text.length) found.push({ word: text.slice(at) });
  return found;
}
