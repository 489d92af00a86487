import { ONE_KANJI } from '../text/neutral/japanese.js';
import { isAmount, isMeasure } from '../text/neutral/measures.js';
import { lightStem } from '../text/neutral/stem.js';
import type { Reading, WordForms } from '../text/neutral/word-forms.js';
import type { TextAnalysis } from './analyze-text.js';
import { calendarRule } from './calendar-rule.js';
import type { PhraseRule } from './candidate.js';
import { germanPhrases } from './german-phrases.js';
import { personsOfPlaces } from './persons-of-places.js';
import { wholePhrasesRule } from './torn-phrases.js';
import { wholeNamesRule } from './whole-names.js';

/** Endings of adjectives that follow their noun, or come before it; not of verbs: pública, but not publica. */
const AFTER: Readonly<Record<string, RegExp>> = {
  fr: /(?:al|ale|ales|aux|el|elle|elles|els|ique|iques|if|ifs|ive|ives|eux|euse|euses|aire|aires|able|ables|ible|ibles|ais|aise|aises|ien|ienne|iens|iennes|ain|aine|ains|aines)$/,
  it: /(?:ale|ali|ico|ica|ici|iche|ivo|iva|ivi|ive|oso|osa|osi|ose|ario|aria|ari|abile|abili|ibile|ibili|ese|esi|iano|iana|iani|iane)$/,
  es: /(?:al|ales|[áéíóúâêô][^aeiou]*ic[oa]s?|ivo|iva|ivos|ivas|oso|osa|osos|osas|ario|aria|arios|arias|able|ables|ible|ibles|és|esa|eses|ano|ana|anos|anas)$/,
  pt: /(?:al|ais|[áéíóúâêô][^aeiou]*ic[oa]s?|ivo|iva|ivos|ivas|oso|osa|osos|osas|ário|ária|ários|árias|ável|áveis|ível|íveis|ês|esa|eses|ano|ana|anos|anas|eia|eu)$/,
};
/** Of participles, which tell what has been done with the noun rather than what kind it is of. */
const PARTICIPLE = /(?:[éiu]e?s?|ant[es]?s?|[aiu]t[oaie]|[ai]d[oa]s?)$/;
const BEFORE: Readonly<Record<string, RegExp>> = {
  nl: /(?:ische|ijke|ige|elijk|se|ale|iele|ieve|re|nde)$/,
  pl: /(?:ny|na|ne|nego|nej|nym|nych|nymi|ski|ska|ską|skie|skiego|skiej|skim|skich|cki|cka|cką|ckie|ckiego|ckiej|ckich|owy|owa|ową|owe|owego|owej|owym|owych|owymi|czny|czna|czną|czne)$/,
  ru: /(?:ый|ий|[кнвтч]ой|ая|яя|ое|ые|ие|ого|его|ому|ему|ным|ким|ных|ких|ую|юю|ыми|ими)$/,
};
/**
 * The characters on both sides of a place inside a word in katakana, which is one word however it is cut, or a name of Latin letters and
 * kanji (JR東海).
 */
const WITHIN_WORD = /^(?:[ァ-ヺー]{2}|[A-ZＡ-Ｚ]\p{Script=Han})$/u;
/** Up to XXXIX, as centuries, rulers and chapters are counted: of larger ones many are abbreviations (CV, MD). */
const LATIN_NUMERAL = /^(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})e?$/;
/** Spaces between two words of a phrase: more part columns. */
const ONE_OR_TWO = /^[ \u00a0\u202f]{1,2}$/;
/** Languages that write two nouns as one word. */
const COMPOUNDING = new Set(['de', 'nl']);
const CAPITAL = /^[\p{Lu}\p{N}]/u;
/** The characters before a place, or after it, inside a word with a hyphen. */
const HYPHEN_BEFORE = /^[\p{L}\p{N}][-‐‑]$/u;
const HYPHEN_AFTER = /^[-‐‑][\p{L}\p{N}]$/u;

/**
 * Which runs of words may be phrases where no parts of speech are known: those that the text repeats, names, nouns tied by
 * a word such as `de`, and a noun with what ends as an adjective. In German those whose nouns occur together, with
 * adjectives before them; in languages without spaces all, but those that begin or end inside a word in katakana. Days of
 * the week and months are none, nor keywords alone. Neither are parts of a word with a hyphen (SGLT2-Hemmer), nor measures and Latin
 * numerals (XVIII) alone.
 */
export function neutralPhrases(
  language: string,
  analysis: TextAnalysis,
  formsOf?: WordForms,
  stopWords: ReadonlySet<string> = new Set(),
): PhraseRule {
  const isPhrase = phraseRule(language, analysis, formsOf, stopWords);
  const isNoDate = calendarRule(language, analysis);
  const { text, tokens } = analysis;
  const mayBeNamed = (t: number) =>
    !stopWords.has(tokens[t].word) && /^(?:(?:ADJ|PROPN):part)?$/.test(tokens[t].partOfSpeech ?? '');
  const persons = personsOfPlaces(language, analysis, mayBeNamed, (t) => isBeside(analysis, t), formsOf);
  const goesOn = (t: number) => isBeside(analysis, t) && !persons.begins.has(t) && !persons.unsure.has(t);
  const isWhole = wholeNamesRule(language, analysis, mayBeNamed, goesOn);
  return (first, last) => {
    const { start } = tokens[first];
    const { end } = tokens[last];
    if (start > 1 && HYPHEN_BEFORE.test(text.slice(start - 2, start))) return false;
    if (HYPHEN_AFTER.test(text.slice(end, end + 2))) return false;
    for (let t = first + 1; t <= last; t++) if (persons.begins.has(t)) return false;
    if (first === last && LATIN_NUMERAL.test(text.slice(start, end))) return false;
    // But Siglo de Oro, siècle des Lumières are names.
    const isName = () => language !== 'de' && /\p{Lu}/u.test(text[tokens[last].start]);
    const { word } = tokens[first];
    // heures de pointe are a thing, but Prozent Wassergehalt is not.
    const isOf = isAmount(language, word) || (COMPOUNDING.has(language) && isMeasure(language, word));
    if (first < last && isOf && !isName()) return false;
    if (first === last && isMeasure(language, tokens[first].word)) return false;
    return (!isNoDate || isNoDate(first, last)) && isWhole(first, last) && isPhrase(first, last);
  };
}

/** Whether nothing but a blank, be it of two characters or a line break within a sentence, comes between two words. */
function isBeside({ text, tokens }: TextAnalysis, t: number): boolean {
  const gap = t > 0 && t < tokens.length ? text.slice(tokens[t - 1].end, tokens[t].start) : '';
  return gap !== '' && gap.trim() === '' && (tokens[t].follows === true || ONE_OR_TWO.test(gap));
}

/** Whether some readings of two words have a number and a case in common. */
const agree = (some: readonly Reading[], others: readonly Reading[]) =>
  some.some((one) => others.some(({ number, cases }) => number === one.number && (cases & one.cases) !== 0));

function phraseRule(
  language: string,
  analysis: TextAnalysis,
  formsOf: WordForms | undefined,
  stopWords: ReadonlySet<string>,
): PhraseRule {
  const { text, tokens } = analysis;
  if (language === 'ja') {
    // Two kanji that were cut apart, with no other beside the first, are one word that the table of words has not: 北|陵.
    const isKanji = (t: number) => ONE_KANJI.test(tokens[t].word) && tokens[t].partOfSpeech === undefined;
    const parts = (t: number) =>
      t > 0 &&
      t < tokens.length &&
      (WITHIN_WORD.test(text.slice(tokens[t].start - 1, tokens[t].start + 1)) ||
        (isKanji(t) && isKanji(t - 1) && tokens[t - 1].end === tokens[t].start));
    return (first, last) => !parts(first) && !parts(last + 1);
  }
  if (['th', 'lo', 'km', 'my', 'bo'].includes(language)) return () => true;
  const tagOf = (t: number) => tokens[t]?.partOfSpeech ?? '';
  const isCapital = (t: number) => CAPITAL.test(text[tokens[t].start]);
  if (language === 'de') return germanPhrases(analysis);
  /** What the forms of words have in common: снежного барса, снежных барсов are one pair. */
  const stems = tokens.map(({ word }) => lightStem(language, word));
  const pairOf = (t: number) => `${stems[t]} ${stems[t + 1]}`;
  const pairs = new Map<string, number>();
  for (let t = 0; t + 1 < tokens.length; t++) pairs.set(pairOf(t), (pairs.get(pairOf(t)) ?? 0) + 1);
  const isLink = (t: number) => tagOf(t).endsWith(':link') || /^[-‐‑/]$/.test(tokens[t].word);
  const isAdjectiveAfter = (t: number) =>
    AFTER[language] !== undefined &&
    (AFTER[language].test(tokens[t].word) || (tagOf(t) === 'ADJ:part' && !PARTICIPLE.test(tokens[t].word)));
  /** A Romance adjective between what ties it to one noun and another noun: courte of locations de courte durée. */
  const isBeforeNoun = (t: number) =>
    AFTER[language] !== undefined &&
    tagOf(t) === 'ADJ:part' &&
    tagOf(t - 1).endsWith(':link') &&
    isBeside(analysis, t + 1) &&
    tagOf(t + 1) === '' &&
    tokens[t + 1].word.length > 3;
  const readings = formsOf && tokens.map(({ word }) => formsOf(word));
  /** Whether a word ends as an adjective does and, as far as its forms are known, agrees with the noun or adjective after it. */
  const isAdjectiveOf = (t: number, next: number) => {
    if (!readings || readings[t].length === 0) return BEFORE[language]?.test(tokens[t].word) ?? false;
    // Pronouns are declined as adjectives are: моей of моя.
    const adjectives = readings[t].filter(({ kind, nominative }) => kind === 'adjective' && !stopWords.has(nominative));
    return adjectives.length > 0 && (readings[next].length === 0 || agree(adjectives, readings[next]));
  };
  /** Whether a word is an adjective of the noun after it: пожилым of пожилым людям. */
  const isOfNext = (t: number) =>
    readings !== undefined &&
    isBeside(analysis, t + 1) &&
    agree(
      readings[t].filter(({ kind }) => kind === 'adjective'),
      readings[t + 1].filter(({ kind }) => kind !== 'adjective'),
    );
  /** Whether a Russian noun has another in the genitive after it: задержка рейса; people choose few such in Polish. */
  const isOfNoun = (t: number) => {
    const [noun] = readings?.[t] ?? [];
    const [after] = readings?.[t + 1] ?? [];
    return language === 'ru' && noun?.kind === 'noun' && after?.kind === 'noun' && (after.cases & 3) === 2;
  };
  const isTied = (t: number) =>
    pairs.get(pairOf(t))! > 1 ||
    isLink(t) ||
    isLink(t + 1) ||
    (isCapital(t) && isCapital(t + 1)) ||
    isAdjectiveAfter(t + 1) ||
    isAdjectiveOf(t, t + 1) ||
    isOfNoun(t);
  const isAdjective = (t: number) => BEFORE[language]?.test(tokens[t].word) ?? false;
  /** Nouns that a text says twice or more and never without the same adjective: барс, where each is a снежный барс. */
  function nounsWithOneAdjective(): ReadonlySet<string> {
    const adjectives = new Map<string, string | undefined>();
    if (!BEFORE[language]) return new Set();
    for (const [t, stem] of stems.entries()) {
      const before = isBeside(analysis, t) && isAdjective(t - 1) ? stems[t - 1] : undefined;
      // Those of Polish that name a kind follow.
      const after = language === 'pl' && isBeside(analysis, t + 1) && isAdjective(t + 1) ? stems[t + 1] : undefined;
      const adjective = before ?? after;
      adjectives.set(stem, adjectives.has(stem) && adjectives.get(stem) !== adjective ? undefined : adjective);
    }
    const isTwice = (pair: string) => (pairs.get(pair) ?? 0) > 1;
    const always = [...adjectives].filter(
      ([noun, adjective]) =>
        adjective !== undefined && (isTwice(`${adjective} ${noun}`) || isTwice(`${noun} ${adjective}`)),
    );
    return new Set(always.map(([noun]) => noun));
  }
  /** An adjective that belongs to a name: Байкальского of Байкальского заповедника, Białowieskiej of Puszczy Białowieskiej. */
  const isOfName = (t: number) => {
    if (!isCapital(t) || !BEFORE[language]?.test(tokens[t].word)) return false;
    if (language === 'pl') return isBeside(analysis, t) && isCapital(t - 1) && tagOf(t - 1) === '';
    const next = tokens[t + 1];
    return (
      language === 'ru' && isBeside(analysis, t + 1) && next.word.length > 3 && !isCapital(t + 1) && tagOf(t + 1) === ''
    );
  };
  /** The noun of a name that ends with an adjective: Puszczy of Puszczy Białowieskiej. */
  const isNounOfName = (t: number) =>
    language === 'pl' && isCapital(t) && isBeside(analysis, t + 1) && isCapital(t + 1) && isAdjective(t + 1);
  const hasOneAdjective = nounsWithOneAdjective();
  const mayBeNoun = (t: number) => tagOf(t) === '' && !stopWords.has(tokens[t]?.word);
  const isWhole = AFTER[language] && wholePhrasesRule(analysis, mayBeNoun, isLink, (t) => isBeside(analysis, t));
  return (first, last) => {
    if (first === last && (isOfName(first) || isNounOfName(first) || hasOneAdjective.has(stems[first]))) return false;
    if (language === 'ru' && isOfName(last)) return false;
    if (isOfNext(last)) return false;
    // An adjective goes before its noun, but for those of Polish that name a kind.
    if (first < last && BEFORE[language] && language !== 'pl' && tagOf(last) === 'ADJ:part') return false;
    if (first < last && isBeforeNoun(last)) return false;
    if (isWhole?.(first, last) === false) return false;
    // capable de tout, inudibili di notte: an adjective with what is said of it.
    if (first < last && tagOf(first) === 'ADJ:part' && isLink(first + 1) && !isCapital(first)) return false;
    for (let t = first; t < last; t++) if (!isTied(t) && (t === first || !isBeforeNoun(t))) return false;
    return true;
  };
}
