import type { ConditionalModel } from '../model/conditional-model.js';
import { hasMeantCapitals, mayStand } from '../text/terms/accept.js';
import { foldText } from '../text/terms/fold.js';
import type { Token, Tokenizer } from '../text/tokenizer.js';
import { cutText, type TextAnalysis } from './analyze-text.js';
import { type Candidate, candidateWords, classesOf } from './candidate.js';
import type { GivenTerms } from './given-lists.js';
import { lexiconOf } from './lexicon.js';

/** Where a text has a given term. */
interface Place {
  readonly term: number;
  /** [start, end) in the text as given. */
  readonly start: number;
  readonly end: number;
}

/** Given terms that a text has. */
export interface FoundTerms {
  /** The words of the text, none of which reaches over an edge of a term. */
  readonly tokens: readonly Token[];
  /** By start and then by length. */
  readonly places: readonly Place[];
}

/** Finds given terms in a text, and cuts it so that each of them is whole words. */
export function findGiven(
  { finder, capitals }: GivenTerms,
  text: string,
  tokenizer: Tokenizer,
  model: ConditionalModel,
  asTrained: boolean,
): FoundTerms {
  const tokens = cutText(text, tokenizer, model, asTrained);
  const lexicon = lexiconOf(model);
  const folded = foldText(text, tokenizer);
  const isWord = (word: string) => lexicon.of(word).index >= 0;
  const places: Place[] = [];
  for (const match of finder.find(folded)) {
    const start = folded.startOf(match.start);
    const end = folded.endOf(match.end - 1);
    if (capitals[match.term] && !hasMeantCapitals(text, start, end)) continue;
    if (mayStand(folded, match, tokens, isWord)) places.push({ term: match.term, start, end });
  }
  const edges = new Set(places.flatMap(({ start, end }) => [start, end]));
  return { tokens: tokens.flatMap((token) => cutAt(text, token, edges, tokenizer)), places };
}

/** A token, cut where there is an edge inside it. */
function cutAt(text: string, token: Token, edges: ReadonlySet<number>, tokenizer: Tokenizer): Token[] {
  const cuts = [token.start];
  for (let at = token.start + 1; at < token.end; at++) if (edges.has(at)) cuts.push(at);
  if (cuts.length === 1 || token.kind) return [token];
  cuts.push(token.end);
  return cuts.slice(1).flatMap((end, i) => {
    const start = cuts[i];
    return tokenizer.tokenize(text.slice(start, end)).map((piece) => {
      return { ...piece, start: start + piece.start, end: start + piece.end };
    });
  });
}

/** The given terms of a text as candidates, in the order they first occur there. */
export function givenCandidates(analysis: TextAnalysis, places: readonly Place[]): Candidate[] {
  const { tokens } = analysis;
  // A hyphen is not a word; everything else may be in a term.
  const classes = classesOf(analysis, {}).map((of) => (of === 'joint' ? of : 'content'));
  const found = new Map<number, Candidate>();
  let first = 0;
  for (const { term, start, end } of places) {
    while (tokens[first]?.start < start) first++;
    let last = first;
    while (tokens[last + 1]?.end <= end) last++;
    // Inside a hashtag, which is never cut.
    if (tokens[first]?.start !== start || tokens[last].end !== end) continue;
    const words = candidateWords(analysis, classes, first, last);
    if (words.length === 0) continue;
    const candidate = found.get(term) ?? { words, spans: [], nested: 0, opening: 'content', ending: 'content' };
    found.set(term, candidate);
    candidate.spans.push({ first, last });
  }
  const candidates = [...found.values()];
  countNested(candidates);
  return candidates;
}

/** A candidate that only ever occurs inside a longer one has little to say of its own. */
function countNested(candidates: readonly Candidate[]): void {
  const all = candidates.flatMap((candidate) => candidate.spans.map((span) => ({ candidate, ...span })));
  all.sort((a, b) => a.first - b.first || b.last - a.last);
  for (let outer = 0; outer < all.length; outer++) {
    for (let inner = outer + 1; inner < all.length && all[inner].first <= all[outer].last; inner++) {
      const { candidate } = all[inner];
      if (candidate === all[outer].candidate || all[inner].last > all[outer].last) continue;
      candidate.nested = Math.max(candidate.nested, all[outer].candidate.spans.length);
    }
  }
}
