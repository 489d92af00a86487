// Counts by which cues (packages/core/src/extract/cues.ts) keywords are told from other candidates; evaluation/fit-prior.mjs asks for it.
//
// Of each cue: what the keywords have of it, g, against what is expected of candidates chosen by their scores, e; a candidate
// has it as often as it is found at its places, in parts of these. The scores
// rise by log((g + s) / (e + s)), shared among the cues of a candidate, and e is counted again (generalised iterative scaling;
// Darroch and Ratcliff 1972). In steps of 0.1, so that most are 0.
import { CUES, cueKinds, fillCues, MARKS, Marks, PLACES } from '../packages/core/dist/extract/cues.js';

const ROUNDS = 10;
const FEWEST_TEXTS = 8;
/** Added to both counts, in sets. */
const SMOOTHING = 0.05;
const STEP = 0.1;

/** The marks of all texts. */
export const marks = new Marks();

/** (places, CUES) of each candidate that was asked for. */
const cuesOfRow = [];
let lastText;
let marksOfText;

/** The number of a row that holds the cues of a candidate. */
export function rowOf(candidate, { analysis }) {
  if (analysis !== lastText) {
    lastText = analysis;
    marksOfText = Int32Array.from(analysis.tokens, ({ partOfSpeech = '', word }) => marks.add(partOfSpeech, word));
  }
  const places = Math.min(PLACES, candidate.spans.length);
  const cues = new Int32Array(places * CUES);
  for (let place = 0; place < places; place++)
    fillCues(cues.subarray(place * CUES), candidate, place, analysis, marksOfText);
  return cuesOfRow.push(cues) - 1;
}

/** What a row has of each of its cues. */
const shareOf = (row) => CUES / cuesOfRow[row].length;

/** What the cues of a row add. */
export function valueOfRow(values, row) {
  let sum = 0;
  for (const cue of cuesOfRow[row]) sum += values.get(cue) ?? 0;
  return sum * shareOf(row);
}

/**
 * What each cue adds.
 *
 * @param lists (texts) { rows: (L), scores: (L), good, weight }, the good ones first
 */
export function cuesFrom(lists) {
  const textsOf = new Map();
  const goodOf = new Map();
  for (const { rows, good, weight } of lists) {
    for (const cue of new Set(rows.flatMap((row) => [...cuesOfRow[row]])))
      textsOf.set(cue, (textsOf.get(cue) ?? 0) + 1);
    for (const row of rows.slice(0, good))
      for (const cue of cuesOfRow[row]) goodOf.set(cue, (goodOf.get(cue) ?? 0) + (weight / good) * shareOf(row));
  }
  const isNamed = (cue) => !isOfUnknown(cue);
  const kept = [...textsOf].filter(([cue, texts]) => texts >= FEWEST_TEXTS && isNamed(cue)).map(([cue]) => cue);
  const values = new Map(kept.map((cue) => [cue, 0]));
  for (let round = 0; round < ROUNDS; round++) {
    const expected = new Map();
    for (const { rows, scores, weight } of lists) {
      const sums = rows.map((row, l) => scores[l] + valueOfRow(values, row));
      const most = sums.reduce((a, b) => Math.max(a, b));
      const shares = sums.map((sum) => Math.exp(sum - most));
      const total = shares.reduce((a, b) => a + b);
      for (const [l, row] of rows.entries()) {
        const share = ((weight * shares[l]) / total) * shareOf(row);
        for (const cue of cuesOfRow[row]) if (values.has(cue)) expected.set(cue, (expected.get(cue) ?? 0) + share);
      }
    }
    for (const [cue, value] of values) {
      const ratio = ((goodOf.get(cue) ?? 0) + SMOOTHING) / ((expected.get(cue) ?? 0) + SMOOTHING * Math.exp(value));
      values.set(cue, value + Math.log(ratio) / CUES);
    }
  }
  const stepped = [...values].map(([cue, value]) => [cue, Math.round(value / STEP) * STEP]);
  return new Map(stepped.filter(([, value]) => value !== 0));
}

const partsOf = (cue) => [Math.floor(cue / MARKS ** 2), Math.floor(cue / MARKS) % MARKS, cue % MARKS];

/** Whether a cue is of a mark that has no number. */
function isOfUnknown(cue) {
  const [kind, a, b] = partsOf(cue);
  const name = cueKinds[kind];
  return name !== 'shape' && (a === 0 || (b === 0 && name !== 'before' && name !== 'after'));
}

/** The cues by kind and value, as cue-values.ts has them. */
export function written(values) {
  const byKind = Object.fromEntries(cueKinds.map((kind) => [kind, {}]));
  const sorted = [...values].map(([cue, value]) => [...partsOf(cue), value.toFixed(1)]);
  for (const [kind, a, b, value] of sorted.sort((x, y) => x[3] - y[3])) {
    const name = cueKinds[kind];
    const cue =
      name === 'shape'
        ? `${b}`
        : [a, b]
            .filter((mark) => mark > 0)
            .map((mark) => marks.names[mark])
            .join('~');
    byKind[name][value] = [byKind[name][value], cue].filter(Boolean).join(' ');
  }
  return byKind;
}
