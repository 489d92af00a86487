import { roles } from '../text/reading/english/roles.js';
import type { WordClass } from '../text/word-class.js';
import type { TextAnalysis } from './analyze-text.js';
import {
  type Candidate,
  type CandidateOptions,
  candidateWords,
  classesOf,
  hasAdmittedTag,
  isAdmitted,
  type Span,
  tiesOf,
} from './candidate.js';
import { admitKnownTerms } from './known-terms.js';
import { signBetween } from './name-parts.js';
import { isList, partsWithin } from './phrase-parts.js';
import { Phrases } from './phrases.js';

/** Words of a phrase where no other limit is given; of a longer run its last ones are the phrase. */
const LONGEST = 6;
/** Words of a phrase with brackets or quotation marks, of which a part would be a stump. */
const LONGEST_WITH_SIGNS = 16;

/**
 * The noun phrases of a text, whole: runs of adjectives, nouns and names that end in a noun or a name, as long as they
 * are ((ADJ|NOUN|PROPN)* (NOUN|PROPN); Hulth 2003, Wan & Xiao 2008). A part of a phrase is a candidate where it is a
 * whole phrase elsewhere in the text; then its places within longer ones count as occurrences, too.
 *
 * For English, whose authors choose whole phrases: of the keywords that the abstracts of Inspec say, 79.6 % are such a
 * phrase somewhere (evaluation/noun-phrases.mjs).
 */
export function findNounPhrases(analysis: TextAnalysis, options: CandidateOptions): Candidate[] {
  const classes = classesOf(analysis, options);
  const ties = tiesOf(analysis);
  admitKnownTerms(analysis, classes, ties);
  const runs: { first: number; last: number }[] = [];
  const T = classes.length;
  for (let t = 0; t < T; ) {
    if (!mayOpen(classes[t]) || !hasAdmittedTag(analysis.tokens[t], options)) {
      t++;
      continue;
    }
    let last = t;
    while (last + 1 < T && ties[last + 1] && goesOn(analysis, classes, last + 1, options)) last++;
    const next = last + 1;
    while (last > t && !mayEnd(classes[last])) last--;
    if (mayEnd(classes[last]) && (last > t || classes[last] !== 'part'))
      runs.push(...partsOf(analysis, classes, t, last));
    t = next;
  }
  return occurrencesOf(analysis, classes, runs, options);
}

const mayOpen = (of: WordClass) => of === 'content' || of === 'modifier' || of === 'part' || of === 'lead';
const mayEnd = (of: WordClass) => of === 'content' || of === 'part';

function goesOn(analysis: TextAnalysis, classes: readonly WordClass[], t: number, options: CandidateOptions): boolean {
  const of = classes[t];
  if (of === 'joint' || of === 'link') {
    const { tokens } = analysis;
    const isGlued = of === 'link' || (tokens[t - 1].end === tokens[t].start && tokens[t].end === tokens[t + 1]?.start);
    // University of the Arts
    const next = of === 'link' && classes[t + 1] === 'link' ? t + 2 : t + 1;
    return isGlued && next < classes.length && mayOpen(classes[next]);
  }
  return mayOpen(of) && hasAdmittedTag(analysis.tokens[t], options);
}

/** A title that runs into its text makes "Fair Isle Fair Isle" of it: the halves of what says itself twice. */
function unrepeated(
  { tokens, wordOfToken }: TextAnalysis,
  first: number,
  last: number,
): { first: number; last: number }[] {
  const half = (last - first + 1) / 2;
  // Wagga Wagga is a town.
  const isDoubledName = half === 1 && first > 0 && tokens[first].partOfSpeech === 'PROPN';
  if (!Number.isInteger(half) || isDoubledName) return [{ first, last }];
  for (let i = 0; i < half; i++) {
    if (wordOfToken[first + i] !== wordOfToken[first + half + i]) return [{ first, last }];
  }
  return [
    { first, last: first + half - 1 },
    { first: first + half, last },
  ];
}

/** A number and a unit, as a word: 110-metre, 12th-century is none. */
const MEASURE = /^\d[\d.,]*-\p{Ll}+$/u;

/** vitamin B12: what is told by a code, and is none alone. */
const isCode = (word: string, isAlone: boolean) =>
  isAlone && word.length <= 3 && (word.length === 1 || /\d/.test(word));

/** "prime minister Maria Silva", "toy maker Brinkel & Sons": what somebody is, and the name; both are phrases. "The 110-metre Aurelia" is Aurelia. */
function partsOf(
  analysis: TextAnalysis,
  classes: readonly WordClass[],
  first: number,
  last: number,
): { first: number; last: number }[] {
  const { text, tokens } = analysis;
  const sign = isList(first, last) ? -1 : signBetween(analysis, classes, first, last);
  if (sign > 0)
    return [first, sign + 1].flatMap((from) => partsOf(analysis, classes, from, from < sign ? sign - 1 : last));
  let start = last + 1;
  // Dell Latitude 5440 ends in a name
  if (tokens[last].partOfSpeech === 'NUM:part' && tokens[last - 1]?.partOfSpeech === 'PROPN') start--;
  // Anna Feldt-Ortiz, but hotel Wi-Fi
  const isDouble = (t: number) =>
    classes[t] === 'joint' && tokens[t - 1].partOfSpeech === 'PROPN' && tokens[t - 2]?.partOfSpeech === 'PROPN';
  while (
    start > first &&
    (tokens[start - 1].partOfSpeech === 'PROPN' ||
      classes[start - 1] === 'link' ||
      (start <= last && isDouble(start - 1)))
  )
    start--;
  const before = tokens[start - 1];
  if (last < start || start === first || isCode(tokens[last].word, start === last))
    return unrepeated(analysis, first, last);
  if (before.partOfSpeech === 'ADJ' && MEASURE.test(before.word)) return unrepeated(analysis, start, last);
  const isSmall = /^\p{Ll}/u.test(text.slice(before.start, before.end));
  // "Late John Smith" is John Smith; Greek yogurt has no name after it.
  if (before.partOfSpeech === 'ADJ' && isSmall && last > start) return unrepeated(analysis, start, last);
  const isNamed =
    before.partOfSpeech === 'NOUN' && classes[start] !== 'link' && (isSmall || last > start || roles.has(before.word));
  if (!isNamed) return unrepeated(analysis, first, last);
  return [{ first, last: start - 1 }, ...unrepeated(analysis, start, last)];
}

function occurrencesOf(
  analysis: TextAnalysis,
  classes: readonly WordClass[],
  runs: readonly { first: number; last: number }[],
  options: CandidateOptions,
): Candidate[] {
  const { words, wordOfToken } = analysis;
  const phrases = new Phrases(words);
  const longest = Math.max(options.maxPhraseLength ?? LONGEST, 1);
  const ofPhrase = new Map<number, Candidate>();
  const found: Candidate[] = [];
  const add = (phrase: number, start: number, last: number): Candidate | undefined => {
    if (!isClosed(analysis, start, last) || !isAdmitted(analysis, start, last, options)) return undefined;
    const words = candidateWords(analysis, classes, start, last);
    const candidate = { words, spans: [], nested: 0, opening: classes[start], ending: classes[last] };
    ofPhrase.set(phrase, candidate);
    found.push(candidate);
    return candidate;
  };
  const whole = runs.map(({ first, last }) => {
    let start = last;
    let most = longest;
    for (let length = 0, t = last; t >= first; t--) {
      if (classes[t] === 'joint') continue;
      // Brackets of the Housing (Scotland) Act are no words.
      if (analysis.tokens[t].partOfSpeech === 'PUNCT:link') {
        most = options.maxPhraseLength ?? LONGEST_WITH_SIGNS;
        continue;
      }
      if (++length > most) break;
      if (classes[t] !== 'link') start = t;
    }
    const phrase = phrases.of(wordOfToken, classes, start, last);
    return { first, last, start, candidate: ofPhrase.get(phrase) ?? add(phrase, start, last) };
  });
  for (const { first, last } of runs) {
    if (first === last) continue;
    for (const part of partsWithin(analysis, classes, first, last)) {
      // "rich & poor queens" has no part "& poor queens".
      if (!mayOpen(classes[part.first])) continue;
      const phrase = phrases.of(wordOfToken, classes, part.first, part.last);
      if (!ofPhrase.has(phrase)) add(phrase, part.first, part.last);
    }
  }
  // Parts of phrases that are candidates are further places of these.
  for (const { first, last, start, candidate } of whole) {
    for (let from = first; from <= last; from++) {
      if (classes[from] === 'joint' || classes[from] === 'link') continue;
      let phrase = 0;
      for (let to = from; to <= last; to++) {
        if (classes[to] === 'joint') continue;
        phrase = phrases.known(phrase, wordOfToken[to]);
        if (phrase === 0) break;
        const part = ofPhrase.get(phrase);
        if (!part || (part === candidate && from !== start)) continue;
        part.spans.push({ first: from, last: to });
        if (part !== candidate) part.nested++;
      }
    }
  }
  addLastNames(analysis, found);
  return found;
}

/** Whether what is opened within a phrase closes there, and the other way round. */
function isClosed({ tokens }: TextAnalysis, first: number, last: number): boolean {
  let open = '';
  for (let t = first; t <= last; t++) {
    const { word, partOfSpeech } = tokens[t];
    if (partOfSpeech !== 'PUNCT:link') continue;
    const isClosing = word === ')' || word === '”' || word === open;
    if (isClosing === (open === '')) return false;
    open = isClosing ? '' : word;
  }
  return open === '';
}

/** Words of the name of a person, at most. */
const LONGEST_NAME = 3;

/**
 * After "William Gray" the text says Gray: places where the last word of a person's name occurs alone are places of the name,
 * too. Names with an article are of bodies and things, and what they end in says something else: the Semantic Web, the Web.
 */
function addLastNames({ text, tokens }: TextAnalysis, found: Candidate[]): void {
  const isPerson = ({ first, last }: Span) => {
    for (let t = first; t <= last; t++) if (tokens[t].partOfSpeech !== 'PROPN') return false;
    return tokens[first - 1]?.partOfSpeech !== 'DET';
  };
  // By itself the tagger may take a last name for a noun.
  const isLastName = (span: Span) =>
    isPerson(span) ||
    (tokens[span.last].partOfSpeech === 'NOUN' &&
      /^\p{Lu}\p{Ll}/u.test(text.slice(tokens[span.last].start, tokens[span.last].end)) &&
      tokens[span.first - 1]?.partOfSpeech !== 'DET');
  /** By the last word; undefined where several persons have it. */
  const names = new Map<string, Candidate | undefined>();
  for (const candidate of found) {
    const { words, spans } = candidate;
    const { key } = words[words.length - 1].entry;
    if (words.length < 2 || words.length > LONGEST_NAME || !isPerson(spans[0])) continue;
    names.set(key, names.has(key) ? undefined : candidate);
  }
  if (names.size === 0) return;
  const said = new Set<Candidate>();
  for (const candidate of found) {
    const { words, spans } = candidate;
    const name = words.length === 1 ? names.get(words[0].entry.key) : undefined;
    if (!name || spans[0].first < name.spans[0].first) continue;
    const within = new Set(name.spans.map(({ last }) => last));
    name.spans.push(...spans.filter((span) => !within.has(span.last) && isLastName(span)));
    name.spans.sort((a, b) => a.first - b.first);
    const places = new Set(name.spans.map(({ last }) => last));
    if (spans.every(({ last }) => places.has(last))) said.add(candidate);
  }
  if (said.size === 0) return;
  let kept = 0;
  for (const candidate of found) if (!said.has(candidate)) found[kept++] = candidate;
  found.length = kept;
}
