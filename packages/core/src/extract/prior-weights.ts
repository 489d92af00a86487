import { quoted } from '../check-options.js';
import { KeywordError } from '../errors.js';
import type { PriorWeights } from '../options.js';
import { isEmbedded, nameWithCode } from '../text/language.js';
import { type TextKind, textKinds } from '../text/text-kinds.js';
import { allTerms, neutralWeights } from './neutral-terms.js';
import { presets } from './presets.js';
import { priorWeights } from './prior.js';
import type { TermWeights } from './prior-terms.js';

/** Version of the terms; raised when one of them changes its meaning, for then weights do not fit any more. */
export const WEIGHTS_VERSION = 1;

/** Largest weight, in nats: the shipped ones are below 20. */
const LARGEST = 1000;

/**
 * The weights of the prior for a text.
 *
 * @param given the option `weights`; undefined for the shipped ones
 * @throws KeywordError INVALID_OPTION, INVALID_WEIGHTS
 */
export function weightsFor(given: string | PriorWeights | undefined, language: string): TermWeights {
  if (given === undefined) return isEmbedded(language) ? priorWeights[language] : neutralWeights;
  if (typeof given === 'string') return presetFor(given, language);
  const { language: fitted, weights } = checkWeights(given, 'weights');
  if (fitted === language) return weights;
  throw new KeywordError(
    'INVALID_WEIGHTS',
    `The weights are for texts in ${nameWithCode(fitted)}; this text is in ${nameWithCode(language)}. Leave the weights out, or set the option lang to ${fitted} if the language was detected wrongly.`,
  );
}

function presetFor(name: string, language: string): TermWeights {
  const preset = Object.hasOwn(presets, name) ? presets[name as TextKind] : undefined;
  if (!preset) {
    throw new KeywordError(
      'INVALID_OPTION',
      `There are no weights ${quoted(name)}; expected ${textKinds.join(', ')}, or weights that were fitted.`,
    );
  }
  const weights = isEmbedded(language) ? preset[language] : undefined;
  if (weights) return weights;
  const own = isEmbedded(language) ? textKinds.filter((kind) => presets[kind][language]) : [];
  throw new KeywordError(
    'INVALID_WEIGHTS',
    `The weights ${name} are for texts in ${Object.keys(preset).map(nameWithCode).join(', ')}; this text is in ${nameWithCode(language)}, for which there are ${own.join(', ') || 'none'}. Leave them out for it, or fit your own (telltale fit).`,
  );
}

/**
 * Checks weights from outside.
 *
 * @param source what to call them
 * @throws KeywordError INVALID_WEIGHTS
 */
export function checkWeights(given: unknown, source: string): PriorWeights {
  const refuse = (problem: string): never => {
    throw new KeywordError('INVALID_WEIGHTS', `${source}: ${problem} Fit them again with telltale fit.`);
  };
  if (!isObject(given) || !isObject(given.weights)) {
    throw new KeywordError(
      'INVALID_WEIGHTS',
      `${source} has no weights: expected what telltale fit writes, {"version": ${WEIGHTS_VERSION}, "language": …, "weights": {…}}, got ${quoted(given)}.`,
    );
  }
  const { version, language, weights } = given;
  if (version !== WEIGHTS_VERSION) {
    refuse(`version ${quoted(version)} of the weights; this release of Telltale reads version ${WEIGHTS_VERSION}.`);
  }
  if (typeof language !== 'string' || !/^[a-z]{2,3}$/.test(language)) {
    refuse(`language is ${quoted(language)}; expected one by ISO 639, such as zh, en or fr.`);
  }
  for (const [name, weight] of Object.entries(weights as object)) {
    if (!allTerms.some((term) => term.name === name)) refuse(`there is no term ${quoted(name)} to weigh.`);
    if (!(typeof weight === 'number' && Math.abs(weight) <= LARGEST)) {
      refuse(`the weight of ${name} must be a number from -${LARGEST} to ${LARGEST}, got ${quoted(weight)}.`);
    }
  }
  return given as unknown as PriorWeights;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
