import { calendarNames } from '../text/neutral/calendar.js';
import { lightStem } from '../text/neutral/stem.js';
import type { TextAnalysis } from './analyze-text.js';
import type { PhraseRule } from './candidate.js';
import { spellingOf } from './keyword.js';

const CAPITAL = /^\p{Lu}/u;
const SMALL = /^\p{Ll}/u;
const IN_SENTENCE = /^[\p{L}\p{N}]/u;
/** Tokens of a name, at most: segunda-feira has three. */
const LONGEST = 3;
/** Letters of a stem by which a form (пятницу, vendredis) is known; shorter ones are those of other words: mars, mare. */
const LEAST_STEM = 4;

const stemKey = (stem: string) => `${stem}-`;

function withStems(language: string): ReadonlyMap<string, boolean> {
  const names = new Map(calendarNames(language));
  for (const [name, isSmall] of [...names]) {
    const stem = lightStem(language, name);
    if (stem.length >= LEAST_STEM) names.set(stemKey(stem), isSmall);
  }
  return names;
}

const known = new Map<string, ReadonlyMap<string, boolean>>();

/**
 * Days of the week and months are no keywords, and phrases with them only as names that the text says twice or more
 * (Schwarzer Freitag). What the language writes small and the text writes with a capital within a sentence is not a month: Mars.
 *
 * @returns undefined where the text has none of them
 */
export function calendarRule(language: string, analysis: TextAnalysis): PhraseRule | undefined {
  const { tokens, wordOfToken } = analysis;
  const names = known.get(language) ?? withStems(language);
  known.set(language, names);
  const spelt = (first: number, last: number) => spellingOf(analysis, { first, last });
  const found: { first: number; last: number; name: string }[] = [];
  const things = new Set<string>();
  for (let first = 0; first < tokens.length; first++) {
    for (let last = first; last < Math.min(tokens.length, first + LONGEST); last++) {
      const spelling = spelt(first, last);
      const name = spelling.toLowerCase();
      const isSmall = names.get(name) ?? (first === last ? names.get(stemKey(lightStem(language, name))) : undefined);
      if (isSmall === undefined) continue;
      found.push({ first, last, name });
      if (isSmall && CAPITAL.test(spelling) && first > 0 && IN_SENTENCE.test(tokens[first - 1].word)) things.add(name);
    }
  }
  const ofCalendar = new Set<number>();
  for (const { first, last, name } of found) {
    for (let t = first; t <= last && !things.has(name); t++) ofCalendar.add(t);
  }
  if (ofCalendar.size === 0) return undefined;

  function isSaidTwice(first: number, last: number): boolean {
    let count = 0;
    for (let at = 0; at + last - first < tokens.length; at++) {
      let length = 0;
      while (length <= last - first && wordOfToken[at + length] === wordOfToken[first + length]) length++;
      if (length > last - first) count++;
    }
    return count > 1;
  }

  return (first, last) => {
    let others = 0;
    let hasSmall = false;
    for (let t = first; t <= last; t++) {
      if (!ofCalendar.has(t)) others++;
      hasSmall ||= SMALL.test(spelt(t, t)) && !tokens[t].partOfSpeech?.endsWith(':link');
    }
    if (others === last - first + 1) return true;
    return others > 0 && !hasSmall && isSaidTwice(first, last);
  };
}
