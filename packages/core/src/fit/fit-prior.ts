import { resolveOptions } from '../check-options.js';
import { counted, KeywordError } from '../errors.js';
import { type Difference, pairedDifference } from '../evaluate/paired-bootstrap.js';
import { measureRanking } from '../evaluate/ranking-measures.js';
import { termsFor } from '../extract/neutral-terms.js';
import { WEIGHTS_VERSION, weightsFor } from '../extract/prior-weights.js';
import type { TextModel } from '../extract/text-model.js';
import { nextRandom, randomState } from '../math/random.js';
import { extractOptions, type PriorWeights } from '../options.js';
import { detectLanguage, isEmbedded, languageByScript, namedLanguage } from '../text/language.js';
import { crossValidate, foldsOf, SHARE_FITTED } from './cross-validate.js';
import { type LabelledText, type PreparedText, prepareText } from './labelled-text.js';
import { fitListwise, scoresOf } from './listwise-softmax.js';

/** Fewest labelled texts that are fitted to. */
export const FEWEST_TEXTS = 25;
/** Most labelled texts that are fitted to. */
export const MOST_TEXTS = 1000;

/** Options of {@link fitPrior}. */
export interface FitOptions {
  /** Language of the texts; texts in another one are left out. If not given, that of most of them. */
  readonly lang?: string | undefined;
  /** Weights to start from and to beat: a preset or weights that were fitted. The shipped ones if not given. */
  readonly weights?: string | PriorWeights | undefined;
}

/** A measure of keywords in texts that the weights were not fitted to. */
export interface FitMeasure {
  readonly name: string;
  /** Mean by the weights it starts from, and by those fitted; from 0 to 1. */
  readonly before: number;
  readonly after: number;
  readonly gain: Difference;
}

/** What {@link fitPrior} finds. */
export interface FittedPrior {
  readonly weights: PriorWeights;
  /** Texts that were fitted to. */
  readonly texts: number;
  /** Texts left out: in another language, and with labels none of which is a candidate, or nothing beside them. */
  readonly leftOut: { readonly otherLanguage: number; readonly unusable: number };
  /** By cross-validation. */
  readonly measures: readonly FitMeasure[];
  /** What the weights are chosen and judged by: the mean of the measures. */
  readonly gain: Difference;
  /** Whether they beat the start beyond noise: the interval of the gain is above 0. */
  readonly isBetter: boolean;
  /** (sizes) texts that a fit had, and the measures it reached on others, by name. */
  readonly curve: readonly { readonly texts: number; readonly measures: Readonly<Record<string, number>> }[];
}

const rows = { lang: extractOptions.lang, weights: extractOptions.weights };

/** How good the ranking of a text is. */
interface Measures {
  readonly names: readonly string[];
  /** (names) each from 0 to 1. */
  of(text: PreparedText, weights: Float64Array): number[];
}

const ofKeywords: Measures = {
  names: ['F1@5', 'F1@10'],
  of({ rank, gold }, weights) {
    const { 'F1@5': five, 'F1@10': ten } = measureRanking(rank(weights), gold);
    return [five, ten];
  },
};

const ofClicks: Measures = {
  names: ['chosen before rejected'],
  of({ list }, weights) {
    const scores = scoresOf(list, weights);
    const good = scores.subarray(0, list.good);
    const bad = scores.subarray(list.good);
    const inOrder = good.reduce(
      (sum, score) => sum + bad.reduce((lower, other) => lower + Number(other < score), 0),
      0,
    );
    return [inOrder / (good.length * bad.length)];
  },
};

/** Sizes that the learning curve shows, as far as there are texts. */
const CURVE = [25, 50, 100, 200, 400];

/**
 * Fits the weights of the prior to labelled texts: by listwise softmax with a ridge toward the weights it starts from,
 * whose strength is chosen by cross-validation, as is what they are judged by.
 *
 * @param labelled 25 to 1,000 texts, all of them with `keywords`, or all with `chosen` and `rejected`
 * @throws KeywordError INVALID_LABELS, INVALID_WEIGHTS, INVALID_OPTION
 * @example
 * const { weights, isBetter } = fitPrior(await loadModel('en'), labelled);
 * if (isBetter) extractKeywords(model, text, { weights });
 */
export function fitPrior(model: TextModel, labelled: readonly LabelledText[], options: FitOptions = {}): FittedPrior {
  const { lang, weights: given } = resolveOptions(rows, options);
  const measures = measuresFor(labelled);
  const asked = namedLanguage(lang);
  const language = asked ?? model.language ?? commonestLanguage(labelled.map(({ text }) => detectLanguage(text)));
  const ours = asked === undefined ? labelled.filter(({ text }) => mayBeIn(text, language)) : labelled;
  checkNumber(ours.length, language);
  const named = weightsFor(given, language);
  const start = Float64Array.from(termsFor(language), ({ name }) => named[name] ?? 0);
  const usable = shuffled(ours).flatMap((one) => {
    const text = prepareUnlessEmpty(model, one, language, start);
    const isUsable = text && text.list.good > 0 && text.list.good < text.list.logScores.length;
    return isUsable ? [{ key: one.text.trim(), text }] : [];
  });
  const keys = usable.map(({ key }) => key);
  checkUsable(new Set(keys).size, ours.length);
  const texts = usable.map(({ text }) => text);
  const folds = foldsOf(keys);

  const judge = (text: PreparedText, weights: Float64Array) => mean(measures.of(text, weights));
  const rowsBy = (weights: readonly Float64Array[]) => texts.map((text, t) => measures.of(text, weights[t]));
  const fitted = crossValidate(texts, folds, start, judge);
  const before = rowsBy(texts.map(() => start));
  const after = rowsBy(fitted.weights);
  const gain = pairedDifference(after.map(mean), before.map(mean));
  const lists = texts.map(({ list }) => list);
  return {
    weights: {
      version: WEIGHTS_VERSION,
      language,
      weights: nameWeights(language, fitListwise(lists, start, fitted.strength)),
    },
    texts: texts.length,
    leftOut: { otherLanguage: labelled.length - ours.length, unusable: ours.length - texts.length },
    measures: measures.names.map((name, m) => {
      const [b, a] = [before, after].map((rows) => rows.map((row) => row[m]));
      return { name, before: mean(b), after: mean(a), gain: pairedDifference(a, b) };
    }),
    gain,
    isBetter: gain.low > 0,
    curve: curveOf(),
  };

  function curveOf() {
    const most = Math.floor(texts.length * SHARE_FITTED);
    return [...CURVE.filter((size) => size < most), most].map((size) => {
      const rows = size === most ? after : rowsBy(crossValidate(texts, folds, start, judge, size).weights);
      return {
        texts: size,
        measures: Object.fromEntries(measures.names.map((name, m) => [name, mean(rows.map((row) => row[m]))])),
      };
    });
  }
}

function prepareUnlessEmpty(...given: Parameters<typeof prepareText>): PreparedText | undefined {
  try {
    return prepareText(...given);
  } catch (error) {
    if (!(error instanceof KeywordError) || error.code !== 'INVALID_TEXT') throw error;
    return undefined;
  }
}

function measuresFor(labelled: readonly LabelledText[]): Measures {
  const withKeywords = labelled.filter(({ keywords }) => keywords).length;
  if (withKeywords === labelled.length) return ofKeywords;
  const withClicks = labelled.filter(({ chosen, rejected }) => chosen && rejected).length;
  if (withKeywords === 0 && withClicks === labelled.length) return ofClicks;
  throw new KeywordError(
    'INVALID_LABELS',
    `Of ${counted(labelled.length, 'text')} ${withKeywords} have keywords and ${withClicks} have chosen and rejected; expected all texts to have the one or the other.`,
  );
}

function checkNumber(count: number, language: string): void {
  if (count >= FEWEST_TEXTS && count <= MOST_TEXTS) return;
  throw new KeywordError(
    'INVALID_LABELS',
    count < FEWEST_TEXTS
      ? `${counted(count, 'labelled text')} in ${language}; expected at least ${FEWEST_TEXTS}. Label more of them.`
      : `${count} labelled texts; expected at most ${MOST_TEXTS}: more make little difference. Give a random sample of them.`,
  );
}

function checkUsable(usable: number, count: number): void {
  if (usable >= FEWEST_TEXTS) return;
  throw new KeywordError(
    'INVALID_LABELS',
    `Of ${count} texts ${usable} different ones contain one of their labels; expected at least ${FEWEST_TEXTS}. Label texts with keywords that occur in them, and name the right field with \`keywordsField\`.`,
  );
}

/** Whether a text may be in a language, by its script. */
function mayBeIn(text: string, language: string): boolean {
  const guess = languageByScript(text);
  return guess.language === language || (guess.isOpen && !isEmbedded(language));
}

/** The language that there is most of; English where there is none. */
export function commonestLanguage(languages: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'en';
}

/** In an order that is the same every time: files are often sorted by what texts are about. */
function shuffled<T>(items: readonly T[]): T[] {
  const out = [...items];
  let state = randomState(1);
  for (let i = out.length - 1; i > 0; i--) {
    state = nextRandom(state);
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}

function nameWeights(language: string, weights: Float64Array): Record<string, number> {
  return Object.fromEntries(
    termsFor(language).flatMap(({ name }, i) => {
      const rounded = Math.round(weights[i] * 100) / 100;
      return rounded === 0 ? [] : [[name, rounded]];
    }),
  );
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
