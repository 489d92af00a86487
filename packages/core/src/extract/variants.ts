import type { ConditionalModel } from '../model/conditional-model.js';
import { singular } from '../text/singular.js';

/** Latin letters with what English words have between them. */
const LATIN = /^[a-z\u00df-\u024f][a-z\u00df-\u024f'’-]{2,}$/;
const POSSESSIVE = /['’]s?$/;
/** e-mail and email are one word; so are X-ray and Xray. */
const ONE_LETTER = /^([a-z])-(?=[a-z])/;

/**
 * What the spellings of one word have in common: of an English one the singular, without 's. Derived words have keys of
 * their own: a stem would make one of universe and university, of import and important.
 */
export function wordKey({ word }: { readonly word: string }): string {
  // Most words of Chinese texts go no further.
  if (word.length < 3 || word.charCodeAt(0) > 0x24f) return word === '’s' ? "'s" : word;
  const small = word.toLowerCase().replace('’', "'");
  return LATIN.test(small) ? singular(small.replace(POSSESSIVE, '').replace(ONE_LETTER, '$1')) : small;
}

/** {@link wordKey}, or the key that a model has for the words of its language. */
export const keyFor = (model: ConditionalModel, word: string): string => model.keyOf?.(word) ?? wordKey({ word });
