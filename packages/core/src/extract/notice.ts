import { type ConditionalModel, isOfTables } from '../model/conditional-model.js';
import { extractOptions } from '../options.js';
import { shortTexts } from '../text/common-words.js';
import { hasVectors, nameOfLanguage } from '../text/language.js';
import { otherParagraphs } from '../text/paragraph-languages.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Resolved, TextModel } from './extract-keywords.js';

/**
 * What a reader of the keywords should know: what the model lacks for what the options ask, and that a text is in several
 * languages.
 *
 * @param isEncoded whether an encoder scored them
 * @returns undefined where there is nothing
 */
export function noticeOf(
  { model, language, notice }: TextModel,
  { text }: TextAnalysis,
  options: Resolved,
  isEncoded: boolean,
): string | undefined {
  const sentences = notice === undefined ? [] : [notice];
  if (isOfTables(model)) sentences.push(...lacking(options, model, language, isEncoded));
  const rival = language && options.lang === 'auto' ? shortTexts.rivalOf(text, language) : undefined;
  if (rival) {
    sentences.push(
      `The text is so short that it may be in ${nameOfLanguage(rival)} (${rival}) as well as in ${nameOfLanguage(language!)} (${language}), which it was taken for: name its language with the option lang.`,
    );
  }
  const other = language && options.lang === 'auto' ? otherParagraphs(text, language) : undefined;
  if (other) {
    sentences.push(
      `${other.count} of the ${other.of} paragraphs ${other.count === 1 ? 'is' : 'are'} in ${nameOfLanguage(other.language)} (${other.language}), but the whole text is read as ${nameOfLanguage(language!)} (${language}): extract the paragraphs of each language separately.`,
    );
  }
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

/** How keywords are ranked without a model, and which options have no effect. */
function lacking(
  { method, absent, lambda }: Resolved,
  { vocabulary, estimator }: ConditionalModel,
  language: string | undefined,
  isEncoded: boolean,
): string[] {
  const sentences: string[] = [];
  const hasTable = vocabulary.words.length > 0;
  const lacksVectors = estimator === 'unigrams';
  if (method === 'likelihood' && !isEncoded) {
    if (lacksVectors)
      sentences.push(
        'The method likelihood uses the model alone, so all keywords have the same score and keep the order of the text: use mixture, the default.',
      );
  } else if (method === 'mixture') {
    sentences.push(
      `Keywords are ranked by repetition, place and ${hasTable ? 'rarity' : 'form'}${isEncoded ? ', and by the encoder' : ''}.`,
    );
  } else if (method === 'tf-idf') {
    sentences.push(`Keywords are ranked by repetition${hasTable ? ' and rarity' : ''}.`);
  }
  if (absent > 0 && lacksVectors) {
    const need =
      language !== undefined && hasVectors(language)
        ? `vectors of ${nameOfLanguage(language)} words: install @telltale/vectors`
        : 'a model: none are given';
    sentences.push(`Absent keywords (the option absent) need ${need}.`);
  }
  if (method === 'mixture' && lambda !== extractOptions.lambda.default)
    sentences.push('The option lambda weighs what the model says, so it has no effect.');
  return sentences;
}
