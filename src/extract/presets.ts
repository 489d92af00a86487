import type { Language } from '../text/language.js';
import type { TextKind } from '../text/text-kinds.js';
import type { TermWeights } from './prior.js';

/**
 * Weights of the prior for kinds of texts, fitted by evaluation/fit-presets.mjs; docs/evaluation.md says to which sets, and
 * what they reach on texts that they were not fitted to.
 */
export const presets: Record<TextKind, Partial<Record<Language, TermWeights>>> = {
  abstract: {},
  news: {},
  post: {},
  title: {},
  paper: {},
};
