import { resolveOptions } from '../check-options.js';
import { type Encoder, takesEncoder, WEIGHT } from '../encoder/encoder.js';
import { logLikelihoods } from '../encoder/log-likelihoods.js';
import { KeywordError } from '../errors.js';
import { type ExtractOptions, extractOptions, USUAL_KEYWORDS } from '../options.js';
import type { AbsentKeyword } from './absent.js';
import { choose, type KeywordAnalysis, type Prepared, prepare } from './extract-keywords.js';
import { spellingOf } from './keyword.js';
import { scoreCandidates } from './score-candidates.js';
import { placesOfLargest } from './select.js';
import type { Resolved, TextModel } from './text-model.js';

/** Candidates that an encoder is asked about by the mixture, for each keyword wanted. */
const ENCODED = 1.5;
/** Words that the text does not say which an encoder is asked about, at least: those likeliest by the model. */
const ABSENT = 100;

/**
 * {@link analyzeKeywords} with an encoder of whole texts: by `likelihood` the definition with the encoder for its model,
 * log p(text | candidate) as {@link logLikelihoods} has it; by `mixture` what the encoder says is a term of the prior. Words
 * that the text does not say are ranked by both.
 *
 * @throws KeywordError INVALID_OPTION for a method without a model; INVALID_TEXT for a text in a language that the encoder
 *   does not read; INVALID_MODEL when it gives other vectors than it says
 */
export async function analyzeKeywordsWithEncoder(
  model: TextModel,
  encoder: Encoder,
  text: string,
  given: ExtractOptions = {},
): Promise<KeywordAnalysis> {
  return analyzeResolvedWithEncoder(model, encoder, text, resolveOptions(extractOptions, given));
}

/** {@link analyzeKeywordsWithEncoder} with options that were checked where they came from. */
export async function analyzeResolvedWithEncoder(
  model: TextModel,
  encoder: Encoder,
  text: string,
  options: Resolved,
): Promise<KeywordAnalysis> {
  if (!takesEncoder(options.method)) {
    throw new KeywordError(
      'INVALID_OPTION',
      `The method ${options.method} does not use a model, so it cannot use an encoder. Use mixture or likelihood.`,
    );
  }
  const prepared = withLikely(model, prepare(model, text, options, true), options);
  const { analysis, candidates, language } = prepared;
  if (encoder.languages && !encoder.languages.includes(language)) {
    throw new KeywordError(
      'INVALID_TEXT',
      `The text is in the language ${language}, the encoder ${encoder.name} reads ${encoder.languages.join(', ')}. Use another encoder, or name the language with lang.`,
    );
  }
  const spelled = candidates.map(({ spans }) => spellingOf(analysis, spans[0]));
  const logs = await logLikelihoods(encoder, text, spelled);
  const scores = new Map(candidates.map((candidate, c) => [candidate, logs[c]]));
  const wanted = options.absent;
  const { absent, ...found } = choose(
    model,
    prepared,
    { ...options, absent: wanted && Math.max(wanted, ABSENT) },
    { scores, weight: encoder.weight ?? WEIGHT },
  );
  return absent ? { ...found, absent: (await believing(encoder, text, absent)).slice(0, wanted) } : found;
}

/**
 * Words that a text does not say, by what the encoder says of them, too: the model knows a word by its company, and finds
 * opposites and the merely frequent as near as what is meant. Both count the same: the encoder's nats are brought to the
 * spread of the model's.
 */
async function believing(encoder: Encoder, text: string, absent: readonly AbsentKeyword[]): Promise<AbsentKeyword[]> {
  const logs = await logLikelihoods(
    encoder,
    text,
    absent.map((word) => word.text),
  );
  const spread = deviation(absent.map(({ score }) => score)) / (deviation(logs) || 1);
  const mean = logs.reduce((sum, log) => sum + log / logs.length, 0);
  return absent
    .map((word, w) => ({ ...word, score: word.score + spread * (logs[w] - mean) }))
    .sort((a, b) => b.score - a.score);
}

function deviation(values: ArrayLike<number>): number {
  const all = Array.from(values);
  const mean = all.reduce((sum, value) => sum + value / all.length, 0);
  return Math.sqrt(all.reduce((sum, value) => sum + (value - mean) ** 2 / all.length, 0));
}

/**
 * For the mixture only the candidates that are likely without the encoder: to embed those takes most of the time, and
 * what is encoded beyond them changes no measure (docs/evaluation.md).
 */
function withLikely({ model }: TextModel, prepared: Prepared, options: Resolved): Prepared {
  if (options.method !== 'mixture') return prepared;
  const { analysis, language } = prepared;
  const { candidates, scores } = scoreCandidates(model, analysis, prepared.candidates, options, language);
  const likely = placesOfLargest(scores, Math.ceil(ENCODED * (options.topN ?? USUAL_KEYWORDS)));
  return { ...prepared, candidates: likely.map((c) => candidates[c]) };
}
