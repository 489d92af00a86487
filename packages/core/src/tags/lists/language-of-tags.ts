import { KeywordError } from '../../errors.js';
import { embeddedLanguage, hasVectors } from '../../text/language.js';
import { languageOfText } from '../../text/language-of-text.js';
import type { Tag } from '../tag.js';

/** Characters of labels that a language is told by. */
const LABELS = 100_000;

/** The language of the labels of a list, of those that there is a model or are vectors for; without a detector by script. */
export async function languageOfTags(tags: readonly Pick<Tag, 'label'>[]): Promise<string> {
  const labels = tags
    .map(({ label }) => label)
    .join('\n')
    .slice(0, LABELS);
  try {
    const language = await languageOfText(labels);
    if (hasVectors(language)) return language;
  } catch (error) {
    if (!(error instanceof KeywordError) || error.code !== 'PACKAGE_MISSING') throw error;
  }
  return embeddedLanguage(labels);
}
