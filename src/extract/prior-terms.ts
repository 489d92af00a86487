import { isAsciiLetter } from '../text/language.js';
import { isNameTag } from '../text/word-class.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Candidate } from './candidate.js';
import { positionRanks } from './position-rank.js';

/** What terms ask of a text, found once for all its candidates. */
export interface TextFacts {
  readonly analysis: TextAnalysis;
  /** (words) occurrences of each word under all its spellings. */
  readonly counts: Int32Array;
  /** (words) {@link positionRanks} under all spellings, times the tokens of the text. */
  readonly ranks: Float64Array;
  /** Tokens of the title, or of the first line where it is set apart; 0 without one. */
  readonly titleEnd: number;
}

/** Finds the facts of a text. */
export function factsOf(analysis: TextAnalysis): TextFacts {
  const { words, tokens, text } = analysis;
  const places = new Map<string, number>();
  const group = Int32Array.from(words, ({ entry: { key } }, w) => {
    const place = places.get(key) ?? w;
    places.set(key, place);
    return place;
  });
  const sums = new Int32Array(words.length);
  for (let w = 0; w < words.length; w++) sums[group[w]] += words[w].count;
  const ranks = positionRanks(analysis, group);
  const titleMatch = /^[^\n]{1,200}\n\s*\n/.exec(text);
  let titleEnd = 0;
  if (titleMatch) while (titleEnd < tokens.length && tokens[titleEnd].start < titleMatch[0].length) titleEnd++;
  return {
    analysis,
    counts: Int32Array.from(group, (g) => sums[g]),
    ranks: Float64Array.from(group, (g) => ranks[g] * tokens.length),
    titleEnd,
  };
}

/** A term of the prior. */
export interface PriorTerm {
  readonly name: string;
  readonly usesPosition?: boolean;
  value(candidate: Candidate, facts: TextFacts): number;
}

const first = (c: Candidate) => c.spans[0].first;
const whole = (c: Candidate) => Math.max(0.5, c.spans.length - c.nested);
const mean = (c: Candidate, of: (w: Candidate['words'][number]) => number) => {
  let sum = 0;
  for (const word of c.words) sum += of(word);
  return sum / c.words.length;
};
const least = (c: Candidate, of: (w: Candidate['words'][number]) => number) => {
  let min = Number.POSITIVE_INFINITY;
  for (const word of c.words) min = Math.min(min, of(word));
  return min;
};
const most = (c: Candidate, of: (w: Candidate['words'][number]) => number) => -least(c, (w) => -of(w));
const surface = (c: Candidate, { analysis: { text, tokens } }: TextFacts) =>
  text.slice(tokens[c.spans[0].first].start, tokens[c.spans[0].last].end);
const after = (c: Candidate, { analysis: { text, tokens } }: TextFacts, n: number) => {
  const { end } = tokens[c.spans[0].last];
  return text.slice(end, end + n);
};

export const priorTerms: readonly PriorTerm[] = [
  { name: 'one', value: (c) => Number(c.words.length === 1) },
  { name: 'two', value: (c) => Number(c.words.length === 2) },
  { name: 'three', value: (c) => Number(c.words.length === 3) },
  { name: 'logocc', value: (c) => Math.log(whole(c)) },
  { name: 'logall', value: (c) => Math.log(c.spans.length) },
  { name: 'lognest', value: (c) => Math.log1p(c.nested) },
  { name: 'pos20', usesPosition: true, value: (c) => Math.log1p(first(c) / 20) },
  { name: 'pos5', usesPosition: true, value: (c) => Math.log1p(first(c) / 5) },
  { name: 'pos100', usesPosition: true, value: (c) => Math.log1p(first(c) / 100) },
  { name: 'posfrac', usesPosition: true, value: (c, f) => first(c) / f.analysis.tokens.length },
  { name: 'title', usesPosition: true, value: (c, f) => Number(first(c) < f.titleEnd) },
  {
    name: 'spread',
    usesPosition: true,
    value: (c, f) => (c.spans[c.spans.length - 1].first - first(c)) / f.analysis.tokens.length,
  },
  { name: 'meanidf', value: (c) => mean(c, (w) => w.entry.idf) },
  {
    name: 'logidf',
    value: (c) =>
      Math.log(
        Math.max(
          0.5,
          mean(c, (w) => w.entry.idf),
        ) / 6,
      ),
  },
  { name: 'minidf', value: (c) => least(c, (w) => w.entry.idf) },
  { name: 'maxidf', value: (c) => most(c, (w) => w.entry.idf) },
  { name: 'headidf', value: (c) => c.words[c.words.length - 1].entry.idf },
  { name: 'burst', value: (c) => mean(c, (w) => w.entry.burstiness) },
  { name: 'minburst', value: (c) => least(c, (w) => w.entry.burstiness) },
  { name: 'headburst', value: (c) => c.words[c.words.length - 1].entry.burstiness },
  { name: 'oov', value: (c) => mean(c, (w) => Number(w.index < 0)) },
  { name: 'meantf', value: (c, f) => mean(c, (w) => Math.log(f.counts[w.place])) },
  { name: 'mintf', value: (c, f) => least(c, (w) => Math.log(f.counts[w.place])) },
  { name: 'maxtf', value: (c, f) => most(c, (w) => Math.log(f.counts[w.place])) },
  { name: 'headtf', value: (c, f) => Math.log(f.counts[c.words[c.words.length - 1].place]) },
  { name: 'occratio', value: (c, f) => Math.log(whole(c)) - least(c, (w) => Math.log(f.counts[w.place])) },
  {
    name: 'logpr',
    usesPosition: true,
    value: (c, f) => Math.log(1e-4 + c.words.length * mean(c, (w) => f.ranks[w.place])),
  },
  { name: 'logprmean', usesPosition: true, value: (c, f) => Math.log(1e-4 + mean(c, (w) => f.ranks[w.place])) },
  { name: 'name', value: (c, f) => Number(isNameTag(f.analysis.tokens[c.spans[0].last].partOfSpeech)) },
  { name: 'cap', value: (c, f) => Number(/^\p{Lu}/u.test(surface(c, f))) },
  { name: 'allcap', value: (c, f) => Number(/^[\p{Lu}\d-]{2,}$/u.test(surface(c, f))) },
  { name: 'latin', value: (c, f) => Number(isAsciiLetter(surface(c, f).charCodeAt(0))) },
  { name: 'hyphen', value: (c, f) => Number(/[-‐]/.test(surface(c, f))) },
  { name: 'acro', value: (c, f) => Number(/^\s?[(（][A-Z][\w-]{1,9}[)）]/.test(after(c, f, 14))) },
  { name: 'paren', value: (c, f) => Number(/^\s?[(（]/.test(after(c, f, 2))) },
  { name: 'logchars', value: (c, f) => Math.log(surface(c, f).length / 4) },
  { name: 'char1', value: (c, f) => Number([...surface(c, f)].length === 1) },
  { name: 'char2', value: (c, f) => Number([...surface(c, f)].length === 2) },
  { name: 'endmod', value: (c) => Number(c.ending === 'modifier') },
  { name: 'endverb', value: (c) => Number(c.ending === 'verb') },
  { name: 'openverb', value: (c) => Number(c.words.length > 1 && c.opening === 'verb') },
  { name: 'openmod', value: (c) => Number(c.words.length > 1 && c.opening === 'modifier') },
  { name: 'openlead', value: (c) => Number(c.opening === 'lead') },
  { name: 'copy', value: (c) => Math.log(whole(c)) + Math.log(Math.log1p(Math.exp(mean(c, (w) => w.entry.idf)))) },
  {
    name: 'guess',
    value: (c, f) =>
      Number(f.analysis.tokens.slice(c.spans[0].first, c.spans[0].last + 1).some((t) => t.partOfSpeech === 'x')),
  },
];
