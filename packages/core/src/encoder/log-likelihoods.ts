import { checkText } from '../errors.js';
import { BETA, type Encoder } from './encoder.js';
import { cosine, unit, unitVectors } from './vectors.js';

/**
 * How much more probable a text is when it is about a candidate than at large, by an encoder:
 *
 *     log p(s | c) = β·cos(v_c, v_s) − log mean_s' exp(β·cos(v_c, v_s'))
 *
 * the mean over the texts s' of the background; without one β·cos(v_c, v_s) alone. Retrieval trains encoders to make just
 * this large for a text and its query.
 *
 * @returns (candidates) nats, up to a constant
 * @throws KeywordError INVALID_MODEL when the encoder gives other vectors than it says, INVALID_TEXT
 */
export async function logLikelihoods(
  encoder: Encoder,
  text: string,
  candidates: readonly string[],
): Promise<Float64Array> {
  checkText(text);
  const { beta = BETA } = encoder;
  const [ofText] = await unitVectors(encoder, [text], 'text');
  const ofCandidates = await unitVectors(encoder, candidates, 'keyword');
  const background = backgroundOf(encoder);
  return Float64Array.from(ofCandidates, (vector) => {
    const log = beta * cosine(vector, ofText);
    return log - logMeanExp(background.map((other) => beta * cosine(vector, other)));
  });
}

/**
 * The encoder with texts that say what it finds in any text: some hundred of the kind that keywords are wanted of.
 *
 * @throws KeywordError INVALID_MODEL as {@link logLikelihoods}
 */
export async function withBackground(encoder: Encoder, texts: readonly string[]): Promise<Encoder> {
  const background = await unitVectors(encoder, texts, 'text');
  const { name, dim, languages, beta, weight } = encoder;
  return {
    name,
    dim,
    embed: (given, as) => encoder.embed(given, as),
    background,
    ...(languages && { languages }),
    ...(beta !== undefined && { beta }),
    ...(weight !== undefined && { weight }),
  };
}

const made = new WeakMap<readonly Float32Array[], readonly Float32Array[]>();

/** The background made of length 1, once. */
function backgroundOf(encoder: Encoder): readonly Float32Array[] {
  const { background = [] } = encoder;
  const known = made.get(background);
  if (known) return known;
  const units = background.map((vector) => unit(encoder, vector));
  made.set(background, units);
  return units;
}

/** log of the mean of exp; 0 of nothing. */
function logMeanExp(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const largest = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const sum = values.reduce((total, value) => total + Math.exp(value - largest), 0);
  return largest + Math.log(sum / values.length);
}
