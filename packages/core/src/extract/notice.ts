import { type ConditionalModel, isOfTables } from '../model/conditional-model.js';
import { extractOptions } from '../options.js';
import { againstGiven } from '../text/given-language.js';
import { hasVectors, namedLanguage, nameOfLanguage, nameWithCode } from '../text/language.js';
import { BY_ANALYSER } from '../text/neutral/neutral-tokenizer.js';
import { otherParagraphs } from '../text/paragraph-languages.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Resolved, TextModel } from './text-model.js';

/**
 * What a reader of the keywords should know: what the model lacks for what the options ask, and that a text is in several
 * languages.
 *
 * @param isEncoded whether an encoder scored them
 * @returns undefined where there is nothing
 */
export function noticeOf(
  { model, tokenizer, language, notice, evidence }: TextModel,
  { text }: TextAnalysis,
  options: Resolved,
  isEncoded: boolean,
): string | undefined {
  const isTold = namedLanguage(options.lang) === undefined;
  const rival = language && isTold ? evidence?.rival() : undefined;
  const read = notice ?? (rival && `The text was read as ${nameWithCode(language!)}.`);
  const sentences: string[] = [];
  if (read !== undefined) {
    const ranked = isOfTables(model) ? rankedBy(options, model, isEncoded) : '';
    sentences.push(`${read.replace(/\.$/, '')}${ranked}${isTold ? adviceOf(language, rival) : ''}.`);
  }
  if (isOfTables(model)) sentences.push(...lacking(options, model, language, isEncoded));
  if (language === 'ja' && isOfTables(model))
    sentences.push(
      `Words were cut by ${tokenizer.description.version === BY_ANALYSER ? 'the analyser lindera' : 'ICU, without an analyser'}.`,
    );
  const other = language && isTold ? otherParagraphs(text, language) : undefined;
  if (other) {
    sentences.push(
      `${other.count} of the ${other.of} paragraphs ${other.count === 1 ? 'is' : 'are'} in ${nameWithCode(other.language)}, but the whole text is read as ${nameWithCode(language!)}: extract the paragraphs of each language separately.`,
    );
  }
  // Of several that were given, the one that the text was taken for.
  const given = options.lang.includes(',') ? language : options.lang;
  const against = given === undefined || given === 'auto' ? undefined : againstGiven(text, given);
  if (against) sentences.push(against);
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

/** What to do where the language is another one; `lang` is what the library and the service call the option. */
function adviceOf(language: string | undefined, rival: string | undefined): string {
  if (rival) return `; it is so short that it may be ${nameWithCode(rival)}: set lang`;
  return language === undefined ? '' : '; set lang if it is in another language';
}

/** How keywords are ranked without a model. */
function rankedBy({ method }: Resolved, { vocabulary }: ConditionalModel, isEncoded: boolean): string {
  const hasTable = vocabulary.words.length > 0;
  if (method === 'mixture')
    return `, so keywords are ranked by repetition, place and ${hasTable ? 'rarity' : 'form'}${isEncoded ? ', and by the encoder' : ''}`;
  return method === 'tf-idf' ? `, so keywords are ranked by repetition${hasTable ? ' and rarity' : ''}` : '';
}

/** Which options have no effect without a model. */
function lacking(
  { method, absent, lambda }: Resolved,
  { estimator }: ConditionalModel,
  language: string | undefined,
  isEncoded: boolean,
): string[] {
  const sentences: string[] = [];
  const lacksVectors = estimator === 'unigrams';
  if (method === 'likelihood' && !isEncoded && lacksVectors)
    sentences.push(
      'The method likelihood uses the model alone, so all keywords have the same score and keep the order of the text: use mixture, the default.',
    );
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
