import { NAME_DOTS } from '../text/chinese-characters.js';
import { fromNominative } from '../text/neutral/stem.js';
import type { WordForms } from '../text/neutral/word-forms.js';
import { asOneLine } from '../text/reading/lines.js';
import type { Token } from '../text/tokenizer.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Candidate, Span } from './candidate.js';
import { inNominative } from './dictionary-form.js';

/** A chosen word or phrase of a text. */
export interface Keyword {
  /**
   * As the text spells it where it first occurs, else its title; on one line. Foreign names whole, where a Chinese text
   * has them so (罗德·罗森斯坦, its variant 罗森斯坦). In German and Dutch as the text spells it most often, of equals the shortest:
   * Hund before Hundes. In Polish and Russian in the nominative, also where the text has it in other cases alone; those are the
   * variants, and the text has them at the offsets.
   */
  readonly text: string;
  /**
   * In nats, higher is better; comparable within one text, not between texts. By `likelihood` log p(text | keyword), ≤ 0
   * (an estimate may be above); by `mixture` how much better the text can be guessed from the keyword, weighed by the
   * prior; chosen by `distinct` less where it says a keyword before it again, by `cover` what it adds to those.
   */
  readonly score: number;
  /** Occurrences in the text and its title. */
  readonly count: number;
  /** [start, end) of every occurrence in the text, in UTF-16 code units; those in a title that was given apart have none. */
  readonly offsets: readonly (readonly [start: number, end: number])[];
  /** Parts of speech of the words of the first occurrence, joined by spaces, where the tokenizer knows them. */
  readonly partOfSpeech?: string;
  /** Other spellings of it in the text, where there are any. */
  readonly variants?: readonly string[];
  /**
   * Words of the text, in no keyword, that it makes at least twenty times likelier than usual, and likelier than the other
   * keywords do; likeliest first. With `explain`, or chosen by `cover`.
   */
  readonly explains?: readonly string[];
}

const HAN = /\p{Script=Han}/u;
/** A foreign name, whose last part may be another spelling of it. */
const NAME = new RegExp(`\\p{Script=Han}[${NAME_DOTS}]\\p{Script=Han}`, 'u');
/** Languages that inflect nouns: of two endings the shorter is more often that of a dictionary. */
const INFLECTING = new Set(['de', 'nl', 'pl', 'ru']);

/** What users see of a choice. */
export function describeChoice(
  analysis: TextAnalysis,
  { spans }: Candidate,
  score: number,
  { language, formsOf }: { readonly language: string; readonly formsOf?: WordForms | undefined },
  explains?: readonly string[],
): Keyword {
  const { text, tokens, before } = analysis;
  const places = spans.map(({ first, last }) => [tokens[first].start, tokens[last].end] as const);
  const inText = before === 0 ? places : places.filter(([start]) => start >= before);
  const spelt = inText.length > 0 ? inText : places;
  const asFound = spellingsOf(
    spelt.map(([start, end]) => asOneLine(text.slice(start, end))),
    language,
  );
  const nominative = formsOf && inNominative(analysis, spans, language, formsOf);
  const spellings = nominative ? [nominative, ...asFound.filter((one) => one !== nominative)] : asFound;
  const partOfSpeech = tagsOf(analysis, spans[0]);
  const offsets = before === 0 ? inText : inText.map(([start, end]) => [start - before, end - before] as const);
  const keyword: { -readonly [K in keyof Keyword]: Keyword[K] } = {
    text: spellings[0],
    score,
    count: places.length,
    offsets,
  };
  if (partOfSpeech !== '') keyword.partOfSpeech = partOfSpeech;
  if (spellings.length > 1) keyword.variants = spellings.slice(1);
  if (explains) keyword.explains = explains;
  return keyword;
}

/** Different spellings in their order, or those first that are nearest to the nominative, commonest and shortest. */
function spellingsOf(all: readonly string[], language: string): readonly string[] {
  if (all.length === 1) return all;
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  const different = [...counts.keys()];
  const name = different.length > 1 ? different.find((one) => NAME.test(one)) : undefined;
  if (name) return [name, ...different.filter((one) => one !== name)];
  if (!INFLECTING.has(language) || different.length === 1) return different;
  const distances = new Map(different.map((one) => [one, fromNominative(language, one)]));
  return different.sort(
    (a, b) => distances.get(a)! - distances.get(b)! || counts.get(b)! - counts.get(a)! || a.length - b.length,
  );
}

/** How a text spells what is at a place; on one line. */
export function spellingOf({ text, tokens }: TextAnalysis, { first, last }: Span): string {
  return asOneLine(text.slice(tokens[first].start, tokens[last].end));
}

function tagsOf({ tokens }: TextAnalysis, { first, last }: Span): string {
  let tags = '';
  for (let t = first; t <= last; t++) {
    const tag = tokens[t].partOfSpeech;
    if (tag === undefined) return '';
    tags += t > first ? ` ${tag}` : tag;
  }
  // What reading marks a tag with, as in ADP:link, is not for users.
  return tags.includes(':') ? tags.replace(/:\w+/g, '') : tags;
}

/**
 * A word as a text writes it, where that is in Traditional Chinese; of other languages as the vocabulary does, in small
 * letters.
 */
export function asWritten(text: string, word: string, { start, end }: Token): string {
  return end - start === word.length && HAN.test(word) ? text.slice(start, end) : word;
}
