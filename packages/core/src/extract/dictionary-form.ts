import { nominativeOf } from '../text/neutral/nominative.js';
import type { WordForms } from '../text/neutral/word-forms.js';
import { asOneLine } from '../text/reading/lines.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Span } from './candidate.js';

const CAPITALS = /^\p{Lu}[\p{Lu}\p{N}]+$/u;
const CAPITAL = /^\p{Lu}/u;
const LETTER = /\p{L}/u;
const BESIDE = /^[ \u00a0]{1,2}$/;

/**
 * A keyword in the nominative, as most of its places in a text would have it; of equals in small letters, where the text has it so
 * somewhere.
 *
 * @returns undefined where that is unsure at all of them
 */
export function inNominative(
  analysis: TextAnalysis,
  spans: readonly Span[],
  language: string,
  formsOf: WordForms,
): string | undefined {
  const counts = new Map<string, { count: number; spelt: string }>();
  for (const span of spans) {
    const spelt = nominativeAt(analysis, span, language, formsOf);
    if (spelt === undefined) continue;
    const key = spelt.toLowerCase();
    const before = counts.get(key);
    const isSmaller = before && CAPITAL.test(before.spelt) && !CAPITAL.test(spelt);
    counts.set(key, { count: (before?.count ?? 0) + 1, spelt: before && !isSmaller ? before.spelt : spelt });
  }
  // Of two numbers that are as frequent the one that the text has in the nominative: akcje, not akcja.
  const { text, tokens } = analysis;
  const here = new Set(spans.map(({ first, last }) => text.slice(tokens[first].start, tokens[last].end)));
  const isSpelt = ({ spelt }: { spelt: string }) => Number(here.has(spelt));
  const [best] = [...counts.values()].sort((a, b) => b.count - a.count || isSpelt(b) - isSpelt(a));
  return best?.spelt;
}

function nominativeAt(
  { text, tokens }: TextAnalysis,
  { first, last }: Span,
  language: string,
  formsOf: WordForms,
): string | undefined {
  const before = tokens[first - 1];
  const isBeside =
    before &&
    LETTER.test(before.word) &&
    (tokens[first].follows === true || BESIDE.test(text.slice(before.end, tokens[first].start)));
  const words = tokens.slice(first, last + 1).map(({ word }) => word);
  const capitals = new Set(
    tokens.slice(first, last + 1).flatMap(({ word, start }) => (CAPITAL.test(text[start]) ? word : [])),
  );
  // A family is seldom meant where a thing is spelt so: Stal.
  const formsHere: WordForms = (word) => {
    const all = formsOf(word);
    const isThing = all.some(({ kind }) => kind === 'noun');
    return all.filter(
      ({ kind, number }) => kind !== 'person' || (capitals.has(word) && !(isThing && 'pv'.includes(number))),
    );
  };
  const found = nominativeOf(language, formsHere, words, isBeside ? before.word : undefined);
  if (!found) return undefined;
  let spelt = '';
  for (let t = first; t <= last; t++) {
    const { start, end, word } = tokens[t];
    const written = text.slice(start, end);
    if (t > first) spelt += text.slice(tokens[t - 1].end, start);
    spelt += found[t - first] === word ? written : asCapitalised(found[t - first], written);
  }
  return asOneLine(spelt);
}

/** A word in small letters with the capitals of another. */
function asCapitalised(word: string, written: string): string {
  if (CAPITALS.test(written)) return word.toUpperCase();
  return CAPITAL.test(written) ? word[0].toUpperCase() + word.slice(1) : word;
}
